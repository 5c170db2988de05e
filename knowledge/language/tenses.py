"""Tell whether a message is about the past or the future: «¿cuándo fue?», «¿cuándo se hará?»."""

import re
from enum import StrEnum

from knowledge.language.folding import words
from knowledge.language.verbs import is_future

_WORD = re.compile(r"\w+")
_PAST = frozenset(
    {"fue", "fueron", "hizo", "hicieron", "tuvo", "tuvieron", "was", "were", "did", "held", "took"}
)
_PARTICIPLES = frozenset({"held"})
_PRETERITE = re.compile(r"\w{3,}(?:ó|aron|ieron)")
# Right after «quien», a verb in -o isn't in the present tense: «quien redacto», "who prepared".
_WHO_DID = re.compile(
    r"\bquien(?:es)?\s+(?:(?:lo|la|los|las|le|les|se)\s+)*(?!como\b|todo\b)\w{3,}o\b|\bwho\s+\w{3,}ed\b"
)
_AHEAD = frozenset({"will", "shall", "upcoming"})
_GOING_TO = re.compile(r"\b(?:va|van|vamos|voy) a\b|\bgoing to\b")


class Tense(StrEnum):
    """The tense of a message, as seen by whoever asks."""

    PAST = "past"
    FUTURE = "future"


def tense_of(message: str) -> Tense | None:
    """Return the tense of a message, or None if it has neither past nor future, or both."""
    folded = words(message)
    written = _WORD.findall(message.lower())
    ahead = (
        any(map(is_future, written))
        or not _AHEAD.isdisjoint(folded)
        or bool(_GOING_TO.search(" ".join(folded)))
    )
    past = bool(_WHO_DID.search(" ".join(folded)))
    finite = _PAST - _PARTICIPLES if "be" in folded else _PAST
    past = past or not finite.isdisjoint(folded) or any(map(_PRETERITE.fullmatch, written))
    if ahead == past:
        return None
    return Tense.FUTURE if ahead else Tense.PAST
