"""What a chat was just about, so that «¿y México?» and «la siguiente» are understood."""

from pydantic import ValidationError

from knowledge.answering.cues import Asked
from knowledge.search.matching import Alternative, Unit
from knowledge.values.acts import Role
from knowledge.values.base import Value
from knowledge.values.references import Reference


class Focus(Value):
    """What the last answer was about: the provisions shown, and how it was asked for."""

    document: str
    references: tuple[str, ...]
    asked: tuple[Asked, ...] = ()
    roles: tuple[Role, ...] = ()
    units: tuple[tuple[str, tuple[tuple[str, float], ...], float], ...] = ()

    @classmethod
    def read(cls, kept: str | None) -> "Focus | None":
        """Read what `write` kept; what an older program kept otherwise counts as nothing."""
        if not kept:
            return None
        try:
            return cls.model_validate_json(kept)
        except ValidationError:
            return None

    def write(self) -> str:
        """Return it as text to be kept."""
        return self.model_dump_json()

    @property
    def first(self) -> Reference:
        """The first provision shown."""
        return Reference.parse(self.references[0])

    @property
    def searched(self) -> tuple[Unit, ...]:
        """What was searched for."""
        return tuple(
            Unit(label, tuple(Alternative(*each) for each in alternatives), weight)
            for label, alternatives, weight in self.units
        )


def kept_units(units: tuple[Unit, ...]) -> tuple[tuple[str, tuple[tuple[str, float], ...], float], ...]:
    """Turn what was searched for into plain values."""
    return tuple(
        (unit.label, tuple(tuple(each) for each in unit.alternatives), unit.weight) for unit in units
    )
