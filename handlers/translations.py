"""The translations of texts, compiled in memory from the .po files, so that none is stale or missing."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

_LOCALE = Path(__file__).parent / "locale"


@cache  # part of the program, so they never change
def translations(language: str) -> Translations:
    """Load the translations into a language."""
    with (_LOCALE / language / "LC_MESSAGES" / "acuerdos.po").open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
