"""Tell greetings, thanks and the like from questions."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold
from knowledge.language.phrases import Phrases
from knowledge.search.lexicon import Lexicon
from knowledge.search.spelling import MIN_LENGTH
from knowledge.values.base import Value

_REPEATED = re.compile(r"(.)\1{2,}")
_LAUGHTER = re.compile(r"\b(?:j+[aeio]+){2,}j*\b|\b(?:h+[ae]+){2,}h*\b|\b(?:ja|ha)+\b")
_PICTURES = frozenset({"So", "Sk"})
"""Unicode categories of emoji, and of the colours of their skin."""

_AND = frozenset({"y", "e", "and", "pero", "but"})


class Courtesy(StrEnum):
    """What a message that asks nothing is; the phrases of each stand in courtesies.yaml.

    Of several in a message the last here counts.
    """

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


_TO_A_PLACE = frozenset({Courtesy.GREETING, Courtesy.WISH, Courtesy.FAREWELL, Courtesy.SMALL_TALK})
"""What may come from a country or city, or be sent there."""


class _CourtesyWords(Value):
    phrases: dict[Courtesy, tuple[str, ...]]
    fillers: tuple[str, ...]
    questions: tuple[str, ...]
    before_places: tuple[str, ...]


class Courtesies:
    """Find courtesies by the words of courtesies.yaml."""

    def __init__(self, spoken: _CourtesyWords) -> None:
        self._phrases = Phrases(
            (phrase, courtesy) for courtesy, phrases in spoken.phrases.items() for phrase in phrases
        )
        self._fillers = frozenset(map(fold, spoken.fillers))
        self._questions = frozenset(map(fold, spoken.questions))
        self._before_places = frozenset(map(fold, spoken.before_places))

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "Courtesies":
        """Read courtesies.yaml in a folder of data files; raise FaultyData on a mistake."""
        return cls(load_yaml(folder / "courtesies.yaml", _CourtesyWords))

    @property
    def vocabulary(self) -> set[str]:
        """The words of all courtesies, but those that are too short to hide behind a typing error."""
        spoken = {*self._phrases.vocabulary, *self._fillers}
        return {word for word in spoken if len(word) >= MIN_LENGTH}

    def find(
        self, tokens: Sequence[str], lexicon: Lexicon, places: frozenset[int] = frozenset()
    ) -> Courtesy | None:
        """Return what a message of folded words is, if it is nothing else.

        `places` are the positions of words that name a country or city: in «saludos desde Panamá» they count
        for nothing.
        """
        calm = [_calm(token) for token in tokens]
        matches = list(self._phrases.find(calm))
        if not matches:
            return None
        kinds = {match.meaning for match in matches}
        polite = {position for match in matches for position in range(match.start, match.end)}
        rest = set(range(len(tokens))) - polite
        # «Saludos desde Miami» greets, «¿qué pasó en Miami?» asks, «¡qué bonito Miami!» exclaims.
        sent = {
            match.meaning
            for match in matches
            if match.meaning is Courtesy.SMALL_TALK or calm[match.start] not in self._questions
        }
        if sent & _TO_A_PLACE and not _AND & set(calm):
            rest -= self._addressed(calm, places)
        left = {calm[position] for position in rest}
        if left & self._questions or not left <= lexicon.stop | self._fillers:
            return None
        return max(kinds, key=list(Courtesy).index)

    def opening(self, tokens: Sequence[str]) -> frozenset[int]:
        """Return the positions of the words that greet before a question: «buenas tardes, ¿…?»."""
        greeting: list[int] = []
        end = 0
        for match in self._phrases.find(tokens):
            asks = tokens[match.start] in self._questions
            if match.start > end or match.meaning is not Courtesy.GREETING or asks:
                break
            end = match.end
            # A single word may begin a name: «equipo tripartito».
            greeting += range(match.start, match.end) if match.end - match.start > 1 else ()
        return frozenset(greeting)

    def _addressed(self, tokens: Sequence[str], places: frozenset[int]) -> set[int]:
        """Return the positions of places that a preposition joins to a greeting: «saludos a Costa Rica»."""
        addressed: set[int] = set()
        for position in sorted(places):
            joined = position > 0 and tokens[position - 1] in self._before_places
            if joined or position - 1 in addressed:
                addressed.add(position)
        return addressed


def is_gesture(text: str) -> bool:
    """Tell whether a message is nothing but emoji: «👍», «🙏🏽»."""
    categories = {unicodedata.category(character) for character in text if not character.isspace()}
    return "So" in categories and categories <= {*_PICTURES, "Mn", "Cf"}


def _calm(token: str) -> str:
    """Bring «holaaa» and «jajajajaja» to the forms of the file."""
    if _LAUGHTER.fullmatch(token):
        return "jaja"
    return _REPEATED.sub(r"\1", token)
