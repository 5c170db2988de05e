"""Learn to tell answerable messages from others: the directions between them, and vectors of small talk."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from benchmarks.labelled import GOLD, Labelled, Turn, sources_in
from benchmarks.learning import Example
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vector, Vectors
from knowledge.understanding.intents import IntentFinder, load_intents

INVERSE_RIDGE = 3.0
"""How freely the direction may follow its examples: scikit-learn's C."""

Weights = npt.NDArray[np.float64]

ONE_OF = 4
"""One in this many questions of benchmarks/gold/tuning is learned from: all of them are hardly better."""

FOR_BOT = frozenset(
    {
        "advice",
        "chitchat",
        "distress",
        "injection",
        "opinion",
        "order",
        "order_to_bot",
        "politics",
        "small_talk",
    }
)
"""Groups of messages that want something of the bot itself."""

Chats = Mapping[str, Sequence[Labelled]]


class Aims(NamedTuple):
    """The directions of messages for acts, and of those for the bot itself; the biases come last."""

    for_acts: Vector
    for_bot: Vector


Direct = Callable[[Chats], Aims]


def direct(encoder: Encoder, chats: Chats) -> Aims:
    """Learn the directions of messages that acts answer, and of those that want something of the bot itself.

    The tuning acts are learned from as well: the encoder knows their provisions, but no question is compared
    with one here. Turns of dialogues are left out, since they mean little by themselves. Each act weighs
    alike.
    """
    rows = [*single_turns(chats), *list(single_turns(_tuning()))[::ONE_OF]]
    acts = Counter(act for act, _, _ in rows)
    weights = np.array([1 / acts[act] for act, _, _ in rows])
    weights *= len(weights) / weights.sum()
    vectors = encode(encoder, [turn.q for _, _, turn in rows])
    return Aims(
        _point(vectors, [turn.is_answerable for _, _, turn in rows], weights),
        _point(vectors, [chat.group in FOR_BOT for _, chat, _ in rows], weights),
    )


@cache
def _tuning() -> Chats:
    return sources_in(GOLD / "tuning")[1]


def _point(vectors: Vectors, are: Sequence[bool], weights: Weights | None = None) -> Vector:
    """Learn the direction of the messages that are of a kind; the bias comes last."""
    model = LogisticRegression(C=INVERSE_RIDGE, class_weight="balanced", max_iter=1000)
    model.fit(vectors, are, weights)
    return np.concatenate([model.coef_[0], model.intercept_]).astype(np.float32)


def direct_across(encoder: Encoder, asked: Iterable[tuple[str, bool]]) -> Vector:
    """Learn the direction from other messages to those that look across meetings; the bias comes last.

    Each of `asked` is a message, and whether it does.
    """
    texts, across = zip(*asked, strict=True)
    return _point(encode(encoder, texts), across)


def point(examples: Iterable[Example], aims: Aims | None) -> None:
    """Set the directions that examples are judged by."""
    for intents in {example.judge.intents for example in examples}:
        if intents.directions and aims:
            intents.directions = intents.directions._replace(**aims._asdict())


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
