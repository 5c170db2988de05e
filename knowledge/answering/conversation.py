"""What a chat was just about, so that «¿y México?» and «la siguiente» are understood."""

from pydantic import ValidationError

from knowledge.search.matching import Unit
from knowledge.understanding.cues import Asked
from knowledge.values.acts import Role
from knowledge.values.base import Value
from knowledge.values.references import Reference, Section


class Focus(Value):
    """What the last answer was about: the provisions shown, and how it was asked for.

    `text` is the question as the sentence encoder read it, what was filled in from before included;
    `meetings` are the acts that it restricted itself to, and `compares` that it went on to them from others.
    After a question on another topic that nothing answered it `is_left`: only «la siguiente» goes on from it.
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
        """The act that was last talked about: one that was named may have lacked what was asked."""
        return self.document if self.document in self.meetings or not self.meetings else self.meetings[0]

    @property
    def shown(self) -> tuple[Reference, ...]:
        """The provisions shown."""
        return tuple(map(Reference.parse, self.references))

    @property
    def is_look_up(self) -> bool:
        """Whether provisions were named by their numbers alone."""
        return not self.units

    @property
    def is_of_the_meeting(self) -> bool:
        """Whether what was shown tells of a meeting itself: when it was, who came."""
        return self.first.section is Section.PREAMBLE

    @property
    def is_of_meetings(self) -> bool:
        """Whether something was asked of meetings that were named, so that one may go on to another."""
        return bool(self.meetings and (self.units or self.compares or self.is_of_the_meeting))

    @classmethod
    def read(cls, kept: str | None) -> "Focus | None":
        """Read what `write` returned; what an older version wrote in another form counts as nothing."""
        if not kept:
            return None
        try:
            return cls.model_validate_json(kept)
        except ValidationError:
            return None

    def write(self) -> str:
        """Return it as a text to keep."""
        return self.model_dump_json()

    @property
    def first(self) -> Reference:
        """The first provision shown."""
        return Reference.parse(self.references[0])
