"""The base of all values."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable, comparable value that is strict about field names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """A passage of an act's cleaned text: characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the passage itself."""
        return text[self.start : self.end]
