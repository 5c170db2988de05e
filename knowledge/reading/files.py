"""Tell what a file is, and get its text."""

from pathlib import Path

from knowledge.reading.plaintext import decode_text
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice


def read_content(path: Path) -> bytes:
    """Read a file whole; raise UnreadableAct if it is missing, unreadable or empty."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableAct(notice(mark("No se encuentra el archivo {file}."), file=path.name)) from error
    except OSError as error:
        raise UnreadableAct(
            notice(
                mark("No se puede leer {file}. Compruebe que sea un archivo y sus permisos."), file=path.name
            )
        ) from error
    if not content.strip():
        raise UnreadableAct(
            notice(mark("El archivo {file} está vacío. Envíe el acta completa."), file=path.name)
        )
    return content


def extract_text(content: bytes, path: Path) -> str:
    """Return the text that a file's bytes hold, with page and paragraph marks."""
    return decode_text(content, path.name)
