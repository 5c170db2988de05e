"""What one provision says, as it is held against what a question names."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from knowledge.language.dates import Days, find_dates
from knowledge.language.folding import fold, words
from knowledge.language.lengths import has_length
from knowledge.language.numbers import number_of
from knowledge.search.flags import Holds
from knowledge.search.sources import Sources
from knowledge.search.stems import LANGUAGES, stems
from knowledge.values.acts import Role
from knowledge.values.references import Reference

_KEPT = 512


class ProvisionView(NamedTuple):
    """A provision with its lead-in and, if it has any, its sub-items.

    `tokens` and `stems` are those of all of it; `parties` are the canonical names of whom it names, `roles`
    the parts that they have; `numbers` are the figures in it, in digits; `days` the dates.
    """

    number: int
    document: str
    reference: Reference
    text: str
    tokens: frozenset[str]
    stems: frozenset[str]
    parties: frozenset[str]
    roles: dict[str, frozenset[Role]]
    numbers: frozenset[str]
    days: tuple[Days, ...]
    tells_length: bool
    holds: Holds


class ViewReader:
    """Make views of the provisions of one store."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        # Bound here, since a cached method would keep every store alive.
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def _of(self, number: int) -> ProvisionView:
        """Return the view of a provision of the index."""
        index, store = self._sources.index, self._sources.store
        slug, reference = index.place(number)
        provision = store.provision(slug, reference)
        own = provision.text if provision else ""
        texts = [own]
        if reference.letter and (above := reference.parent) and (parent := store.provision(slug, above)):
            texts.insert(0, parent.text.split("\n\n")[0])
        texts += [child.text for child in store.children(slug, reference)]
        text = " ".join(texts)
        tokens = words(text)
        roles = self._roles(slug, reference)
        named = {mention.name for mention in self._sources.register.find(text)}
        start = self._sources.document(slug).meeting.start
        days = (mention.days(start) for mention in find_dates(text)) if start else iter(())
        return ProvisionView(
            number=number,
            document=slug,
            reference=reference,
            text=text,
            tokens=frozenset(tokens),
            stems=frozenset(
                f"{language}:{stem}"
                for token in tokens
                for language in LANGUAGES
                for stem in stems(token, language)
            ),
            parties=frozenset({*named, *roles}),
            roles=roles,
            numbers=frozenset(_numbers(text)),
            days=tuple(filter(None, days)),
            tells_length=has_length(text),
            holds=Holds(int(index.holds[number])),
        )

    def _roles(self, slug: str, reference: Reference) -> dict[str, frozenset[Role]]:
        """Return the parts that parties have in a provision, those of its commitments and events included."""
        store = self._sources.store
        provision = store.provision(slug, reference)
        found: dict[str, set[Role]] = {}
        for name, role in (provision.parties if provision else {}).items():
            found.setdefault(name, set()).add(role)
        for commitment in store.commitments_of(slug, reference):
            stated = () if "responsible" in commitment.inferred else commitment.responsible
            for role, names in (
                (Role.RESPONSIBLE, stated),
                (Role.RECIPIENT, commitment.recipient),
                (Role.SUPPORTER, commitment.supporters),
            ):
                for name in names:
                    found.setdefault(name, set()).add(role)
        for event in store.events_of(slug, reference):
            for role, names in ((Role.ORGANIZER, event.organizers), (Role.SUPPORTER, event.supporters)):
                for name in names:
                    found.setdefault(name, set()).add(role)
        groups = [found[name] for name in self._sources.register.all_members if name in found]
        if groups:
            for member in self._sources.register.members:
                found.setdefault(member, set()).update(*groups)
        return {name: frozenset(each) for name, each in found.items()}


def _numbers(text: str) -> Iterator[str]:
    """Yield the figures of a text in digits, whether written so or in words."""
    tokens = words(fold(text).replace(",", ""))
    for place, token in enumerate(tokens):
        if any(map(str.isdigit, token)):
            yield token.lstrip("0") or token
            yield "".join(filter(str.isdigit, token))
        for length in (1, 2, 3):
            number = number_of(" ".join(tokens[place : place + length]))
            if number is not None:
                yield str(number)
