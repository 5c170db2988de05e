"""What goes to the process that reads acts, and what comes back when it refuses one."""

from dataclasses import dataclass
from typing import NamedTuple

from knowledge.language.datafiles import DataFolders
from knowledge.language.parties import PartyRegister
from knowledge.reading.files.kinds import FileKind
from knowledge.values.errors import KnowledgeError, UnreadableAct
from knowledge.values.notices import Notice, mark, notice


@dataclass(frozen=True)
class Request:
    """A file's bytes with all that reading needs."""

    kind: FileKind
    content: bytes
    name: str
    sha256: str
    register: PartyRegister
    data: DataFolders


class Refusal(NamedTuple):
    """The error to raise, and its sentence."""

    error: type[KnowledgeError]
    notice: Notice


class Step(NamedTuple):
    """How far reading is: so many steps done of so many."""

    done: int
    total: int


def failed(name: str) -> Refusal:
    """Refuse a file over which our own program stumbled; the log says where."""
    sentence = mark("{file} no se pudo leer por un fallo de este programa, que queda en el registro.")
    return Refusal(UnreadableAct, notice(sentence, file=name))


def too_much(name: str) -> Refusal:
    """Refuse a file that takes too much memory."""
    sentence = mark("{file} ocupa demasiado al abrirse. Envíe solo el texto del acta.")
    return Refusal(UnreadableAct, notice(sentence, file=name))
