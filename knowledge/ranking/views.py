"""One provision as it is checked against questions: its words, figures, dates and parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from knowledge.language.dates import Days, find_dates
from knowledge.language.folding import fold, words
from knowledge.language.lengths import has_length
from knowledge.language.numbers import begins_number, number_of
from knowledge.language.stems import LANGUAGES, stems
from knowledge.search.flags import Holds
from knowledge.search.sources import Sources
from knowledge.values.acts import Commitment, Event, Role
from knowledge.values.references import Reference

_KEPT = 512
_GROUPING = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
"""The separators of thousands in a figure: «18,500», «1.250.000»."""


@dataclass(frozen=True, eq=False)
class ProvisionView:
    """A provision with its lead-in and, if it has any, its sub-items.

    What only some questions are checked against is computed on first use.
    """

    number: int
    document: str
    reference: Reference
    holds: Holds
    _sources: Sources = field(repr=False)

    @cached_property
    def text(self) -> str:
        """The first paragraph of its lead-in, its own text, and those of its sub-items."""
        store, reference = self._sources.store, self.reference
        provision = store.provision(self.document, reference)
        texts = [provision.text if provision else ""]
        above = reference.parent if reference.letter else None
        if above and (parent := store.provision(self.document, above)):
            texts.insert(0, parent.text.split("\n\n")[0])
        return " ".join([*texts, *(child.text for child in store.children(self.document, reference))])

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The words of its text."""
        return frozenset(words(self.text))

    @cached_property
    def tokens_around(self) -> frozenset[str]:
        """The words of the whole item it is in: a sub-item needn't repeat the place of the one before."""
        above = self.reference.parent if self.reference.letter else None
        beside = self._sources.store.children(self.document, above) if above else ()
        return self.tokens.union(*(words(each.text) for each in beside))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, prefixed with their language: «es:taller»."""
        return frozenset(
            f"{language}:{stem}"
            for token in self.tokens
            for language in LANGUAGES
            for stem in stems(token, language)
        )

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures in it, in digits."""
        return frozenset(_numbers(self.text))

    @cached_property
    def days(self) -> tuple[Days, ...]:
        """The dates in it."""
        start = self._sources.document(self.document).meeting.start
        found = (mention.days(start) for mention in find_dates(self.text)) if start else iter(())
        return tuple(filter(None, found))

    @cached_property
    def tells_length(self) -> bool:
        """Whether it says how long something takes."""
        return has_length(self.text)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The canonical names of the parties in it."""
        named = {mention.name for mention in self._sources.register.find(self.text)}
        return frozenset({*named, *self.roles})

    @cached_property
    def roles(self) -> dict[str, frozenset[Role]]:
        """The roles of parties in it, including those in its commitments and events."""
        store, register = self._sources.store, self._sources.register
        provision = store.provision(self.document, self.reference)
        found: dict[str, set[Role]] = {}
        for name, role in (provision.parties if provision else {}).items():
            found.setdefault(name, set()).add(role)
        said: tuple[Commitment | Event, ...] = (
            *store.commitments_of(self.document, self.reference),
            *store.events_of(self.document, self.reference),
        )
        for each in said:
            for role, name, follows in each.roles():
                if not (follows and role is Role.RESPONSIBLE):
                    found.setdefault(name, set()).add(role)
        groups = [found[name] for name in register.all_members if name in found]
        if groups:
            for member in register.members:
                found.setdefault(member, set()).update(*groups)
        return {name: frozenset(each) for name, each in found.items()}


class ViewReader:
    """Make views of the provisions of one store."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        # Bound here, since a cached method would keep every store alive.
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def _of(self, number: int) -> ProvisionView:
        """Return the view of a provision of the index."""
        index = self._sources.index
        return ProvisionView(number, *index.place(number), Holds(int(index.holds[number])), self._sources)


def _numbers(text: str) -> Iterator[str]:
    """Yield the figures of a text as digits, whether written in digits or in words."""
    tokens = words(_GROUPING.sub("", fold(text)))
    for place, token in enumerate(tokens):
        if any(map(str.isdigit, token)):
            yield token.lstrip("0") or token
            yield "".join(filter(str.isdigit, token))
        for length in (1, 2, 3) if begins_number(token) else (1,):
            number = number_of(" ".join(tokens[place : place + length]))
            if number is not None:
                yield str(number)
