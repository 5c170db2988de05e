"""Learn to tell answerable messages from others: the direction between them, and vectors of small talk."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.labelled import Labelled, Turn
from benchmarks.learning import Example
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vector, Vectors
from knowledge.understanding.intents import IntentFinder, load_intents

INVERSE_RIDGE = 3.0
"""How freely the direction may follow its examples: scikit-learn's C."""

Chats = Mapping[str, Sequence[Labelled]]
Direct = Callable[[Chats], Vector]


def direct(encoder: Encoder, chats: Chats) -> Vector:
    """Learn the direction from messages that no act answers to answerable ones; the bias comes last.

    Two kinds are left out: questions with false premises, which look answerable, and turns of dialogues,
    which mean little by themselves. Each act weighs alike.
    """
    rows = [(act, turn) for act, chat, turn in single_turns(chats) if chat.group != "false_premise"]
    acts = [act for act, _ in rows]
    weights = np.array([1 / acts.count(act) for act in acts])
    model = LogisticRegression(C=INVERSE_RIDGE, class_weight="balanced", max_iter=1000)
    model.fit(
        encode(encoder, [turn.q for _, turn in rows]),
        [turn.is_answerable for _, turn in rows],
        weights * len(weights) / weights.sum(),
    )
    return np.concatenate([model.coef_[0], model.intercept_]).astype(np.float32)


def direct_across(encoder: Encoder, asked: Iterable[tuple[str, bool]]) -> Vector:
    """Learn the direction from other messages to those that look across meetings; the bias comes last.

    Each of `asked` is a message, and whether it does.
    """
    texts, across = zip(*asked, strict=True)
    model = LogisticRegression(C=INVERSE_RIDGE, class_weight="balanced", max_iter=1000)
    model.fit(encode(encoder, texts), across)
    return np.concatenate([model.coef_[0], model.intercept_]).astype(np.float32)


def point(examples: Iterable[Example], direction: Vector | None) -> None:
    """Set the direction that examples are judged by."""
    for intents in {example.judge.intents for example in examples}:
        intents.direction = direction


def single_turns(chats: Chats) -> Iterator[tuple[str, Labelled, Turn]]:
    """Yield the messages outside dialogues, with their act and chat."""
    for act, labelled in chats.items():
        for chat in labelled:
            if not chat.is_dialogue:
                yield act, chat, chat.turns[0]


def open_intents(encoder: Encoder | None) -> IntentFinder:
    """Open an intent finder, with vectors made anew if there is an encoder."""
    return IntentFinder(
        load_intents(BUILT_IN.language),
        encode_intents(encoder).astype(np.float32) if encoder else None,
        encode=(lambda text: encode(encoder, [text])[0]) if encoder else None,
    )


def encode_intents(encoder: Encoder) -> Vectors:
    """Encode the examples in intents.yaml, in their order."""
    examples = [sentence for _, sentence in load_intents(BUILT_IN.language)]
    return encode(encoder, examples).astype(np.float16)


def encode(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Encode messages; raise RuntimeError if the encoder can't be used, since nothing is learned then."""
    vectors = encoder.encode_questions(texts)
    if vectors is None:
        raise RuntimeError(str(encoder.fault))
    return vectors
