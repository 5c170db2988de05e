"""The body that an act's title names, whether the forum knows it or not."""

import re
from collections.abc import Iterable

from knowledge.language.folding import fold, words

_MEETING_OF = re.compile(
    r"^.*\b(?:reuni[oó]n|sesi[oó]n|acta|meeting|session|minutes)\b"
    r".*?\b(?:de los|de las|de la|del|de|of the|of)\s+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"(?:\s*[,:;(]|\s+[–—]).*$")

_CALLED = re.compile(r"(?P<name>[^()]+)\(\s*(?P<acronym>[A-ZÁÉÍÓÚÑ]{2,8})\s*\)")
_COUNTED = re.compile(r"^[IVXL]+\s+")
"""The number of a meeting before the name: «IX FORO ANDINO»."""
_SMALL = frozenset(
    {"de", "del", "la", "las", "el", "los", "y", "e", "en", "para", "con", "sobre", "a"}
    | {"of", "the", "and", "for", "on", "in", "to"}
)


def titled_name(title: str, body: str | None, text: str, nouns: frozenset[str]) -> str | None:
    """Return what an act calls the body that met, which no file describes, or None.

    That is the acronym that the title gives it («COMISIÓN DEL RÍO CHICO (CORICH) ACTA»), or the text right
    after the `body` that the title names; else that name, if it opens the title. The words before an acronym
    in the title include one of the folded `nouns`, or spell it.
    """
    for found in _CALLED.finditer(title):
        named = words(found["name"])
        if not nouns.isdisjoint(named) or _spells(fold(found["acronym"]), named):
            return found["acronym"]
    if body is None:
        return None
    name = r"\s+".join(map(re.escape, body.split()))
    told = re.search(rf"{name}\s*\(\s*(?P<acronym>[A-ZÁÉÍÓÚÑ]{{2,8}})\s*\)", text, re.IGNORECASE)
    if told and told["acronym"].isupper():
        return told["acronym"]
    return _written(body) if title.startswith(body) and len(body.split()) > 1 else None


def _spells(acronym: str, named: list[str]) -> bool:
    """Tell whether an acronym has letters of its name in order, the first one's first: «FEBINSUR»."""
    rest = iter("".join(named))
    return bool(named) and named[0][0] == acronym[0] and all(letter in rest for letter in acronym)


def _written(name: str) -> str:
    """Write a name in capitals as a name: «FORO DE LOS ANDES» as «Foro de los Andes»."""
    name = _COUNTED.sub("", name)
    if not name.isupper():
        return name
    return " ".join(each.lower() if each.lower() in _SMALL else each.title() for each in name.split())


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
