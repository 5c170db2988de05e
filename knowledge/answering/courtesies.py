"""Tell greetings, thanks and the like from questions."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.phrases import Phrases
from knowledge.search.lexicon import Lexicon

_REPEATED = re.compile(r"(.)\1{2,}")
_LAUGHTER = re.compile(r"\b(?:j+[aeio]+){2,}j*\b|\b(?:h+[ae]+){2,}h*\b|\b(?:ja|ha)+\b")


class Courtesy(StrEnum):
    """What a message that asks nothing is; the phrases of each stand in courtesies.yaml.

    Of several in a message the last here counts.
    """

    GREETING = "greeting"
    AGREEMENT = "agreement"
    THANKS = "thanks"
    FAREWELL = "farewell"
    TEST = "test"
    COMPLAINT = "complaint"
    HELP = "help"


@lru_cache(maxsize=4)
def load_courtesies(folder: Path) -> Phrases[Courtesy]:
    """Read courtesies.yaml in a folder of data files; raise FaultyData on a mistake."""
    phrases = load_yaml(folder / "courtesies.yaml", dict[Courtesy, tuple[str, ...]])
    return Phrases((phrase, courtesy) for courtesy, spoken in phrases.items() for phrase in spoken)


def courtesy_in(
    tokens: Sequence[str], phrases: Phrases[Courtesy], lexicon: Lexicon, ignored: frozenset[int] = frozenset()
) -> Courtesy | None:
    """Return what a message is, if nothing is left of its folded words but courtesies and stop words.

    `ignored` are the places of words that count for nothing here, as the sender's country in a greeting.
    """
    calm = [_calm(token) for token in tokens]
    matches = list(phrases.find(calm))
    polite = {place for match in matches for place in range(match.start, match.end)}
    rest = set(range(len(tokens))) - polite - ignored
    if not matches or any(calm[place] not in lexicon.stop for place in rest):
        return None
    return max((match.meaning for match in matches), key=list(Courtesy).index)


def _calm(token: str) -> str:
    """Bring «holaaa» and «jajajajaja» to the forms of the file."""
    if _LAUGHTER.fullmatch(token):
        return "jaja"
    return _REPEATED.sub(r"\1", token)
