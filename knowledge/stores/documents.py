"""An act as a whole, and values with the act that they are in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from pydantic import Field

from knowledge.values.acts import Meeting
from knowledge.values.answers import Citation
from knowledge.values.base import Value
from knowledge.values.references import Reference

T = TypeVar("T")


class Document(Value):
    """An act without its text; `source` is the name of its file, `printed` as in an act."""

    slug: str
    source: str
    sha256: str
    language: str
    meeting: Meeting
    printed: dict[str, str] = Field(default_factory=dict)

    def __hash__(self) -> int:
        """Hash by the fields that identify an act."""
        return hash((self.slug, self.sha256))

    def cite(self, reference: Reference) -> Citation:
        """Cite one of the act's provisions."""
        return Citation(
            document=self.slug,
            reference=reference,
            meeting=self.meeting,
            language=self.language,
            printed=self.printed.get(str(reference)),
        )


class OfAct(NamedTuple, Generic[T]):
    """A commitment, event or glossary entry, and the act it stands in."""

    document: Document
    value: T


@dataclass(frozen=True)
class Listing(Generic[T]):
    """The results of a query over all acts, counted and read only as far as they are shown.

    `read` takes the start and the number of results to read, -1 for all.
    """

    count: Callable[[], int]
    read: Callable[[int, int], tuple[OfAct[T], ...]]

    @classmethod
    def of(cls, found: Sequence[OfAct[T]]) -> "Listing[T]":
        """Return a listing of results that are already at hand."""
        return cls(
            lambda: len(found), lambda start, most: tuple(found[start:][: most if most >= 0 else None])
        )

    def __iter__(self) -> Iterator[OfAct[T]]:
        return iter(self.read(0, -1))
