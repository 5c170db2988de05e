"""What every value has in common."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Be immutable, comparable, and strict about field names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """Place of a passage in an act's cleaned text: characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the passage itself."""
        return text[self.start : self.end]
