"""Training examples for the network: acts, their questions, and the provisions that answer them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from benchmarks.labelled import Labelled, open_stores, responder_of, sources_in
from knowledge.meaning.encoder import PASSAGE_PREFIX, QUESTION_PREFIX
from knowledge.meaning.vector_writing import passages_in
from tools.encoder.hurried_typing import CHATTER, HurriedTyping, read_chatter
from tools.encoder.pieces import PADDING

Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

LONGEST_QUESTION, LONGEST_WHOLE, LONGEST_WINDOW = 56, 96, 24
"""How many tokens of each are read while tuning: more cost time and teach no more."""

_STEP = 16
"""Pairs are padded to a multiple of it, so that few lengths are compiled."""


class Act(NamedTuple):
    """An act and its questions, as rows of token numbers.

    `right` says, question by provision, which provisions answer it: none if the act doesn't.
    `owner` is the provision of each window.
    """

    name: str
    questions: Numbers
    styles: Sequence[str]
    right: Flags
    wholes: Numbers
    windows: Numbers
    owner: Numbers


class Pair(NamedTuple):
    """A question and a provision of its act, read together, and whether the provision answers it."""

    numbers: Numbers
    answers: bool


def pair(act: Act, question: int, provision: int) -> Pair:
    """Put a provision behind a question: `<s> query: … </s> passage: … </s>`."""
    asked, told = act.questions[question], act.wholes[provision]
    numbers = np.concatenate([asked[asked != PADDING], told[told != PADDING][1:]])
    return Pair(numbers, bool(act.right[question, provision]))


def padded(pairs: Sequence[Pair]) -> Numbers:
    """Return pairs as rows of one length."""
    longest = -(-max(len(each.numbers) for each in pairs) // _STEP) * _STEP
    rows = np.full((len(pairs), longest), PADDING, np.int32)
    for row, each in zip(rows, pairs, strict=True):
        row[: len(each.numbers)] = each.numbers
    return rows


def read_acts(folder: Path, tokenizer: Tokenizer, *, seed: int | None = None) -> Iterator[Act]:
    """Read the acts in a folder that have questions beside them; with a seed, type these in a hurry."""
    typed = HurriedTyping(read_chatter(folder / CHATTER), seed) if seed is not None else None
    sources, chats = sources_in(folder)
    with open_stores(acts=sources) as stores:
        for name, store in stores.items():
            index = responder_of(name, store, data=sources[name].data).order.index
            references = [str(index.place(number)[1]) for number in range(index.size)]
            passages = list(passages_in(store.database))
            questions = list(_questions(chats[name], typed))
            yield Act(
                name,
                _rows(tokenizer, QUESTION_PREFIX, [text for text, *_ in questions], LONGEST_QUESTION),
                [style for *_, style in questions],
                np.array([[each in right for each in references] for _, right, _ in questions]),
                _rows(tokenizer, PASSAGE_PREFIX, [each.whole for each in passages], LONGEST_WHOLE),
                _rows(
                    tokenizer,
                    PASSAGE_PREFIX,
                    [text for each in passages for text in each.windows],
                    LONGEST_WINDOW,
                ),
                np.repeat(np.arange(len(passages)), [len(each.windows) for each in passages]),
            )


def _questions(chats: Sequence[Labelled], typed: HurriedTyping | None) -> Iterator[tuple[str, set[str], str]]:
    for chat in chats:
        if not chat.is_dialogue:
            turn = chat.turns[0]
            question = typed.of(turn.q, chat.language) if typed else turn.q
            yield question, turn.right if turn.is_answerable else set(), chat.group


def _rows(tokenizer: Tokenizer, prefix: str, texts: Sequence[str], longest: int) -> Numbers:
    """Return the numbers of the first tokens of each text, padded to the same length."""
    found = np.full((len(texts), longest), PADDING, np.int32)
    for row, text in zip(found, texts, strict=True):
        ids = tokenizer.encode(prefix + text).ids[:longest]
        row[: len(ids)] = ids
    return found
