"""What a store says of an act as a whole, and of something that stands in an act."""

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
        """Hash by what tells acts apart."""
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
    """What a query finds in all acts, counted and read only as far as it is shown.

    `read` takes where to start and how many to read at most, -1 for all.
    """

    count: Callable[[], int]
    read: Callable[[int, int], tuple[OfAct[T], ...]]

    @classmethod
    def of(cls, found: Sequence[OfAct[T]]) -> "Listing[T]":
        """List what was found already."""
        return cls(
            lambda: len(found), lambda start, most: tuple(found[start:][: most if most >= 0 else None])
        )

    def __iter__(self) -> Iterator[OfAct[T]]:
        return iter(self.read(0, -1))
