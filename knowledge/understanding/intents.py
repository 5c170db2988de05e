"""Tell greetings, thanks, calls for help and the like from questions, by example sentences."""

import unicodedata
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import words

Vectors = npt.NDArray[np.float32]


class Intent(StrEnum):
    """The purpose of a message that isn't for acts to answer; the examples are in intents.yaml."""

    GREETING = "greeting"
    WISH = "wish"
    AGREEMENT = "agreement"
    PRAISE = "praise"
    THANKS = "thanks"
    FAREWELL = "farewell"
    APOLOGY = "apology"
    PATIENCE = "patience"
    SMALL_TALK = "small_talk"
    TEST = "test"
    COMPLAINT = "complaint"
    LANGUAGE = "language"
    IDENTITY = "identity"
    HELP = "help"
    CONTACT = "contact"
    DISTRESS = "distress"
    ADVICE = "advice"
    OPINION = "opinion"
    COMMAND = "command"


REFUSED = frozenset({Intent.DISTRESS, Intent.ADVICE, Intent.OPINION, Intent.COMMAND})
"""Serious requests that acts can't answer."""

COURTESIES = (
    Intent.GREETING,
    Intent.WISH,
    Intent.AGREEMENT,
    Intent.PRAISE,
    Intent.THANKS,
    Intent.FAREWELL,
    Intent.APOLOGY,
    Intent.PATIENCE,
)
"""Intents expressed by a word or two of any of their examples: «gracias», «hola»."""

_PICTURES = frozenset({"So", "Sk"})
"""Unicode categories of emoji and their skin tones."""


_KEPT = 64
"""Messages whose intent is cached: it is needed several times while answering."""


class IntentMatch(NamedTuple):
    """The intent of the example nearest to a message, and their likeness, up to 1."""

    intent: Intent
    likeness: float


Encode = Callable[[str], Vectors | None]


class Directions(NamedTuple):
    """Directions between kinds of messages, learned from labelled ones; the last number of each is the bias.

    `for_acts` points from messages that acts don't answer to those that they do, `for_bot` to those that want
    something of the bot itself: an opinion, advice, a service, a chat; `across` to those whose answer lies in
    several meetings.
    """

    for_acts: Vectors
    for_bot: Vectors
    across: Vectors


class IntentFinder:
    """Find the intents of messages.

    `vectors` are those of the examples, in their order. They, the directions and `encode` are None without
    the encoder.
    """

    def __init__(
        self,
        examples: Sequence[tuple[Intent, str]],
        vectors: Vectors | None = None,
        directions: Directions | None = None,
        encode: Encode | None = None,
    ) -> None:
        self._encode = encode
        self.directions = directions
        self._intents = [intent for intent, _ in examples]
        self._vectors = vectors
        said = [words(sentence) for _, sentence in examples]
        self._sentences = [" ".join(sorted(each)) for each in said]
        # Bound here, since a cached method would keep every finder alive.
        self._nearest = lru_cache(maxsize=_KEPT)(self._find_nearest)
        self._said_of: dict[str, set[Intent]] = {}
        for intent, sentence in zip(self._intents, said, strict=True):
            for word in sentence:
                self._said_of.setdefault(word, set()).add(intent)

    def for_acts(self, text: str) -> float:
        """Score a sentence as one that acts answer, from about -5 to 5; 0 without the encoder."""
        return 0.0 if self.directions is None else self._along(self.directions.for_acts, text) or 0.0

    def for_bot(self, text: str) -> float:
        """Score a sentence as one that wants something of the bot itself, like for_acts."""
        return 0.0 if self.directions is None else self._along(self.directions.for_bot, text) or 0.0

    def across(self, text: str) -> float | None:
        """Return the log-odds that the answer to a sentence lies in several meetings, however it is put.

        None without the encoder.
        """
        return None if self.directions is None else self._along(self.directions.across, text)

    def _along(self, direction: Vectors, text: str) -> float | None:
        """Return how far a sentence lies in a direction, or None without the encoder."""
        vector = self._encode(text) if self._encode else None
        return None if vector is None else float(direction[:-1] @ vector + direction[-1])

    def nearest(self, text: str) -> IntentMatch:
        """Return the intent nearest to a message, by meaning, or by words without the encoder."""
        return self._nearest(text)

    def _find_nearest(self, text: str) -> IntentMatch:
        if not text.strip():
            return IntentMatch(self._intents[0], 0.0)
        vector = self._encode(text) if self._encode else None
        if self._vectors is not None and vector is not None:
            likeness = self._vectors @ vector
        else:
            if courtesy := self.courtesy(text):
                return IntentMatch(courtesy, 1.0)
            said = " ".join(sorted(words(text)))
            likeness = cdist([said], self._sentences, scorer=fuzz.ratio)[0] / 100
        best = int(likeness.argmax())
        return IntentMatch(self._intents[best], float(likeness[best]))

    def courtesy(self, text: str) -> Intent | None:
        """Return the courtesy whose examples have all words of a text, one of them in no other intent."""
        said = words(text)
        meant = [self._said_of.get(word, set()) for word in said]
        fitting = (each for each in COURTESIES if meant and all(each in intents for intents in meant))
        return next((each for each in fitting if {each} in meant), None)


@lru_cache(maxsize=4)
def load_intents(folder: Path) -> tuple[tuple[Intent, str], ...]:
    """Read intents.yaml in a folder of data files; raise FaultyData on a mistake."""
    content = load_yaml(folder / "intents.yaml", dict[Intent, tuple[str, ...]])
    return tuple((intent, sentence) for intent, sentences in content.items() for sentence in sentences)


def is_gesture(text: str) -> bool:
    """Tell whether a message consists only of emoji: «👍», «🙏🏽»."""
    categories = {unicodedata.category(character) for character in text if not character.isspace()}
    return "So" in categories and categories <= {*_PICTURES, "Mn", "Cf"}
