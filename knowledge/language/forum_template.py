"""Write a commented description of a forum, for an officer to fill in."""

from pathlib import Path

from knowledge.language.datafiles import read_text
from knowledge.language.forum import FILE_NAME
from knowledge.values.errors import FileExists, StoreUnusable
from knowledge.values.notices import mark, notice

TEMPLATE = Path(__file__).parent.parent / "data" / "template" / FILE_NAME


def write_template(folder: Path) -> Path:
    """Write the description into a folder, created if necessary; return its path.

    Raises:
        FileExists: there already is a description; nothing has changed.
        StoreUnusable: the folder cannot be written to.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(read_text(TEMPLATE))
    except FileExistsError as error:
        raise FileExists(
            notice(mark("Ya existe {file}: no se ha cambiado."), file=str(error.filename))
        ) from error
    except OSError as error:
        sentence = mark("No se puede escribir en la carpeta {folder}.")
        raise StoreUnusable(notice(sentence, folder=str(folder))) from error
    return path
