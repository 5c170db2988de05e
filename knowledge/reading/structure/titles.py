"""The body that an act's title names, whether the forum knows it or not."""

import re
from collections.abc import Iterable

from knowledge.language.folding import fold, words

_MEETING_OF = re.compile(
    r"^.*\b(?:reuni[oó]n|sesi[oó]n|acta|meeting|session|minutes)\b"
    r".*?\b(?:de los|de las|de la|del|de|of the|of)\s+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*[,:;(–—].*$")

_CALLED = re.compile(r"(?P<name>[^()]+)\(\s*(?P<acronym>[A-ZÁÉÍÓÚÑ]{2,8})\s*\)")


def titled_acronym(title: str, body: str | None, text: str, nouns: frozenset[str]) -> str | None:
    """Return the acronym that the title, or else the text, gives the body that met.

    The words before it in the title include one of the folded `nouns`, or their initials spell it: «COMISIÓN
    DEL RÍO CHICO (CORICH) ACTA». In the text it stands right after the `body` that the title names.
    """
    for found in _CALLED.finditer(title):
        named = words(found["name"])
        rest = iter(word[0] for word in named)
        spelled = all(letter in rest for letter in fold(found["acronym"]))
        if spelled or not nouns.isdisjoint(named):
            return found["acronym"]
    name = r"\s+".join(map(re.escape, body.split())) if body else ""
    told = (
        re.search(rf"{name}\s*\(\s*(?P<acronym>[A-ZÁÉÍÓÚÑ]{{2,8}})\s*\)", text, re.IGNORECASE)
        if name
        else None
    )
    return told["acronym"] if told and told["acronym"].isupper() else None


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
