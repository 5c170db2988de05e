"""Messages to and from the process that reads acts."""

from dataclasses import dataclass
from typing import NamedTuple

from knowledge.language.datafiles import DataFolders
from knowledge.language.parties import PartyRegister
from knowledge.reading.files.kinds import FileKind
from knowledge.values.errors import KnowledgeError, UnreadableAct
from knowledge.values.notices import Notice, mark, notice


@dataclass(frozen=True)
class Request:
    """A file's bytes, with everything needed to read it."""

    kind: FileKind
    content: bytes
    name: str
    sha256: str
    register: PartyRegister
    data: DataFolders


class Refusal(NamedTuple):
    """The error to raise, and its notice."""

    error: type[KnowledgeError]
    notice: Notice


class Step(NamedTuple):
    """The progress of reading: `done` steps of `total`."""

    done: int
    total: int


def failed(name: str) -> Refusal:
    """Refuse a file because of a bug in our program, which is logged."""
    sentence = mark("{file} no se pudo leer por un fallo de este programa, que queda en el registro.")
    return Refusal(UnreadableAct, notice(sentence, file=name))


def too_much(name: str) -> Refusal:
    """Refuse a file that takes too much memory."""
    sentence = mark("{file} ocupa demasiado al abrirse. Envíe solo el texto del acta.")
    return Refusal(UnreadableAct, notice(sentence, file=name))
