"""Training examples for the span branch: questions, passages, and the words in these that answer."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from benchmarks.labelled import TODAY, Turn, open_stores, responder_of, sources_in
from knowledge.answering.responder import Responder
from knowledge.language.folding import fold
from knowledge.meaning.encoder import (
    LONGEST_ASKED,
    LONGEST_TOLD,
    PASSAGE_PREFIX,
    QUESTION_PREFIX,
    Encoder,
)
from tools.encoder.examples import Numbers


class SpanExample(NamedTuple):
    """A question followed by a passage, as tokens.

    `first` is the first token of the passage, and each of `spans` the first and last token of words that
    answer; there are none if the passage doesn't.
    """

    numbers: Numbers
    first: int
    spans: tuple[tuple[int, int], ...]


def read_examples(folder: Path, tokenizer: Tokenizer, encoder: Encoder) -> Iterator[SpanExample]:
    """Read the acts in a folder that have questions beside them.

    Each question yields the passage with the words of its label, and the first one found that doesn't answer.
    """
    sources, chats = sources_in(folder)
    with open_stores(encoder, sources) as stores:
        for name, store in stores.items():
            responder = responder_of(name, store, encoder, data=sources[name].data)
            for chat in chats[name]:
                if not chat.is_dialogue:
                    yield from _of_question(chat.turns[0], responder, tokenizer)


def _of_question(turn: Turn, responder: Responder, tokenizer: Tokenizer) -> Iterator[SpanExample]:
    asked = " ".join(turn.q.split())
    order = responder.order
    reader = order.engine(asked).reader
    found = responder.turn(turn.q, today=TODAY, language="es", last=None).searched.candidates.ranked
    right = turn.right if turn.is_answerable else set()
    references = {each.number: str(order.index.place(each.number)[1]) for each in found}
    facts = turn.facts or tuple(filter(None, (turn.fact,)))
    for number in (number for number, reference in references.items() if reference in right):
        example = example_of(tokenizer, asked, reader.passage(asked, number), facts)
        if example.spans:
            yield example
            break
    for number in [number for number, reference in references.items() if reference not in right][:1]:
        yield example_of(tokenizer, asked, reader.passage(asked, number), ())


def example_of(tokenizer: Tokenizer, asked: str, passage: str, facts: Sequence[str]) -> SpanExample:
    """Put a passage behind a question, and mark the words of some facts in it."""
    question = tokenizer.encode(QUESTION_PREFIX + asked).ids[:LONGEST_ASKED]
    told = tokenizer.encode(PASSAGE_PREFIX + passage)
    before = len(PASSAGE_PREFIX)
    places = [(start - before, end - before) for start, end in told.offsets[1:LONGEST_TOLD]]
    spans = []
    for start, end in (place for fact in facts if (place := _place_of(fact, passage))):
        within = [number for number, (first, last) in enumerate(places) if first < end and last > start]
        if within:
            spans.append((len(question) + within[0], len(question) + within[-1]))
    numbers = np.array([*question, *told.ids[1:LONGEST_TOLD]], np.int32)
    return SpanExample(numbers, len(question), tuple(spans))


def _place_of(fact: str, passage: str) -> tuple[int, int] | None:
    """Return the start and end of a fact in a passage, whatever its accents and case."""
    wanted = fold(" ".join(fact.split()))
    start = fold(passage).find(wanted) if wanted else -1
    return (start, start + len(wanted)) if start >= 0 else None
