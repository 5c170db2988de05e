"""Lines of the secretariat's thesaurus: parsed from an officer's words, added and removed."""

import re
from collections.abc import Iterable

from knowledge.language.concepts import EXACT, MIN_VARIANTS, fault_of, variants_of
from knowledge.language.datafiles import read_lines, read_text
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.language.thesaurus import ARTICLES
from knowledge.stores.data_folder import DataFolder
from knowledge.values.errors import SynonymsRefused
from knowledge.values.notices import mark, notice

HOW = mark("Escriba palabras que signifiquen lo mismo: /sinonimo plata = apoyo financiero")

_BETWEEN = " | "
_EQUAL = re.compile(r"(?<=\w) ?= ?(?=\w)")
"""An equals sign between two words; before one alone it marks an exact form: «vuelo | =plaza»."""
_COMMENT = "#"
_KNOWN = mark("Esa línea ya está: {line}")
_UNKNOWN = mark("Esa línea ya no está: {line}")
_UNFIT = mark("No sirve así: {reason}.")
_PARTY = mark(
    "«{variant}» es un nombre de {party}. Como sinónimo se buscaría solo la palabra, y no lo que le toca; "
    "los nombres de países y organismos se escriben en la carpeta del foro."
)


def line_of(words: str, register: PartyRegister) -> str:
    """Parse synonyms into a line of the thesaurus: «plata = apoyo financiero».

    They are separated by «=» or «|»; «==plaza» or, beside a «|», «=plaza» stands for that form only.

    Raises:
        SynonymsRefused: they are too few, too long, or one names a party.
    """
    said = " ".join(words.replace(_COMMENT, " ").split())
    line = _EQUAL.sub(_BETWEEN, said) if "|" in said else _BETWEEN.join(_divided(said))
    if len(variants_of(line)) < MIN_VARIANTS:
        raise SynonymsRefused(notice(HOW))
    if fault := fault_of(line):
        raise SynonymsRefused(notice(_UNFIT, reason=fault))
    for variant in variants_of(line):
        bare = " ".join(word for word in variant.split() if fold(word) not in ARTICLES)
        if party := register.named(variant) or register.named(bare):
            raise SynonymsRefused(notice(_PARTY, variant=variant, party=(party,)))
    return line


def put_in(folder: DataFolder, line: str) -> None:
    """Write the thesaurus with an added line aside, for the next build of the base.

    Raises:
        SynonymsRefused: the line is there already.
    """
    if _is_in(folder, line):
        raise SynonymsRefused(notice(_KNOWN, line=line))
    _write(folder, (*_lines(folder), line))


def take_out(folder: DataFolder, line: str) -> None:
    """Write the thesaurus without a line aside, as `put_in` does.

    Raises:
        SynonymsRefused: the line isn't there.
    """
    if not _is_in(folder, line):
        raise SynonymsRefused(notice(_UNKNOWN, line=line))
    _write(folder, (each for each in _lines(folder) if _bare(each) != line))


def _divided(said: str) -> list[str]:
    """Split words at «=»; in «==» the second marks an exact form."""
    variants, exact = [], ""
    for part in map(str.strip, re.split(EXACT, said)):
        if part:
            variants.append(exact + part)
        exact = "" if part else EXACT
    return variants


def _is_in(folder: DataFolder, line: str) -> bool:
    path = folder.thesaurus
    return path.exists() and line in {" ".join(each.split()) for _, each in read_lines(path)}


def _lines(folder: DataFolder) -> list[str]:
    """Return the lines of the file unchanged, including comments."""
    path = folder.thesaurus
    return read_text(path).splitlines() if path.exists() else []


def _bare(line: str) -> str:
    return " ".join(line.split(_COMMENT, 1)[0].split())


def _write(folder: DataFolder, lines: Iterable[str]) -> None:
    folder.incoming.mkdir(exist_ok=True)
    folder.new_thesaurus.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
