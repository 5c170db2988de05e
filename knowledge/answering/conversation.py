"""What a chat was just about, so that «¿y México?» and «la siguiente» are understood."""

from pydantic import ValidationError

from knowledge.search.matching import Unit
from knowledge.understanding.cues import Asked
from knowledge.values.acts import Role
from knowledge.values.base import Value
from knowledge.values.references import Reference, Section


class Focus(Value):
    """What the last answer was about: the provisions shown, and the question that led to them.

    `text` is the question as the sentence encoder read it, completed if it was a follow-up; `meetings` are
    the acts that it was limited to, and `compares` says that it moved on to them from other acts. Once a
    question on another topic has gone unanswered, the focus `is_left`: only «la siguiente» goes on from it.
    """

    text: str = ""
    document: str
    references: tuple[str, ...]
    asked: tuple[Asked, ...] = ()
    roles: tuple[Role, ...] = ()
    units: tuple[Unit, ...] = ()
    meetings: tuple[str, ...] = ()
    compares: bool = False
    is_left: bool = False

    @property
    def act(self) -> str:
        """The act last talked about, even if it was named and had no answer."""
        return self.document if self.document in self.meetings or not self.meetings else self.meetings[0]

    @property
    def shown(self) -> tuple[Reference, ...]:
        """The provisions shown."""
        return tuple(map(Reference.parse, self.references))

    @property
    def is_look_up(self) -> bool:
        """Whether the provisions were asked for by number alone."""
        return not self.units

    @property
    def is_of_the_meeting(self) -> bool:
        """Whether the preamble was shown, which tells when a meeting was and who came."""
        return self.first.section is Section.PREAMBLE

    @property
    def is_of_meetings(self) -> bool:
        """Whether a question about named meetings was answered, which may be asked of another one next."""
        return bool(self.meetings and (self.units or self.compares or self.is_of_the_meeting))

    @classmethod
    def read(cls, kept: str | None) -> "Focus | None":
        """Read a focus that `write` returned; return None for the format of an older version."""
        if not kept:
            return None
        try:
            return cls.model_validate_json(kept)
        except ValidationError:
            return None

    def write(self) -> str:
        """Return the focus as text, to be kept until the next message."""
        return self.model_dump_json()

    @property
    def first(self) -> Reference:
        """The first provision shown."""
        return Reference.parse(self.references[0])
