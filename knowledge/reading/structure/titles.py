"""The body that an act's title names, whether the forum knows it or not."""

import re
from collections.abc import Iterable

from knowledge.language.folding import words

_MEETING_OF = re.compile(
    r"^.*\b(?:reuni[oó]n|sesi[oó]n|acta|meeting|session|minutes)\b"
    r".*?\b(?:de los|de las|de la|del|de|of the|of)\s+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*[,:;(–—].*$")


def titled_body(lines: Iterable[str], nouns: frozenset[str]) -> str | None:
    """Return the body's name in the lines of a title, or None; it includes one of the folded `nouns`.

    «ACTA DE LA IV REUNIÓN DEL COMITÉ DE DIRECTORES» names the «COMITÉ DE DIRECTORES».
    """
    for line in lines:
        for text in (_MEETING_OF.sub("", line), line):
            name = _AFTER_NAME.sub("", text).strip()
            if not nouns.isdisjoint(words(name)):
                return name
    return None
