"""What a picture shows, in figures: what has days, and how the commitments stand; nothing here draws."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from knowledge.base import KnowledgeBase
from knowledge.lists.balances import NOBODY, Share
from knowledge.stores.documents import Document
from knowledge.values.base import Value
from knowledge.values.dated import Dated, DatedKind
from knowledge.values.tracking import CommitmentKey, Fulfilment, Standing

MANY_ALIKE = 3
"""Parties from which on those that stand exactly alike share a bar."""

LISTED, LISTED_OF_MORE, JUST_OVER = 7, 5, 2
"""Moments that are listed one by one, how many if there are more, and how many of these may be over."""

Counts = dict[Standing, int]
"""How many commitments stand how; none stand as is left out."""


class Subject(Value):
    """What a picture is of: a party, or all, in some acts, the newest first."""

    party: str | None
    documents: tuple[Document, ...]


class Moment(Value):
    """A deadline or an event, and how it stands; an event need not be anybody's commitment."""

    dated: Dated
    standing: Standing | None = None

    @property
    def is_event(self) -> bool:
        """Whether it takes place, rather than being due."""
        return self.dated.kind is DatedKind.EVENT

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.dated.end < today


class Row(Value):
    """How many commitments stand how: of parties of which each has as many, or of one act.

    `parties` is NOBODY alone where acts name nobody; `are_members` tells whether they are the forum's own.
    """

    counts: Counts
    parties: tuple[str, ...] = ()
    are_members: bool = False
    document: Document | None = None

    @property
    def total(self) -> int:
        """How many there are, of each party if they are several."""
        return sum(self.counts.values())


class Figures(Value):
    """All that a picture shows, as of a day; `totals` count each commitment once, however many it binds."""

    subject: Subject
    today: date
    totals: Counts
    moments: tuple[Moment, ...]
    rows: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.moments or self.totals)

    @property
    def total(self) -> int:
        """How many commitments there are."""
        return sum(self.totals.values())

    @property
    def listed(self) -> tuple[Moment, ...]:
        """The moments that are listed one by one."""
        return self.moments[self.nearest.start : self.nearest.stop]

    @property
    def nearest(self) -> range:
        """Which of the moments are listed one by one: the nearest, and those rather that are to come."""
        every = len(self.moments)
        listed = every if every <= LISTED else LISTED_OF_MORE
        over = sum(each.is_over(self.today) for each in self.moments)
        first = over - min(over, max(listed - (every - over), JUST_OVER))
        return range(first, min(every, first + listed))


def gather(base: KnowledgeBase, subject: Subject, today: date) -> Figures:
    """Read what there is to show of a subject."""
    slugs = tuple(each.slug for each in subject.documents)
    shares = base.shares(slugs)
    if subject.party:
        standings = _own(shares, subject.party, today)
        rows = tuple(_by_act(standings, subject.documents)) if len(slugs) > 1 else ()
    else:
        standings = {each.key: each.overall_standing(today) for each in shares}
        rows = tuple(_by_party(shares, base.register.members, today))
    agenda = base.agenda((subject.party,) if subject.party else (), acts=slugs)
    return Figures(
        subject=subject,
        today=today,
        totals=Counter(standings.values()),
        moments=tuple(_moment(each, standings, today) for each in agenda),
        rows=rows,
    )


def _own(shares: Sequence[Share], party: str, today: date) -> dict[CommitmentKey, Standing]:
    """Tell how what a party has to do stands; of a group, how each commitment of its stands for all."""
    as_group = {
        each.key: each.overall_standing(today) for each in shares if party in each.commitment.responsible
    }
    return as_group | {each.key: each.standing(today) for each in shares if each.party == party}


def _by_act(standings: Mapping[CommitmentKey, Standing], documents: Sequence[Document]) -> Iterator[Row]:
    for document in documents:
        counts = Counter(stands for key, stands in standings.items() if key.document == document.slug)
        if counts:
            yield Row(counts=counts, document=document)


def _by_party(shares: Sequence[Share], members: Collection[str], today: date) -> list[Row]:
    """List who has how much, who has most first; parties that stand alike together, if they are many."""
    counted: dict[str, Counts] = defaultdict(Counter)
    for each in shares:
        counted[each.party][each.standing(today)] += 1
    nobody = counted.pop(NOBODY, None)
    rows = [
        Row(counts=dict(counts), parties=parties, are_members=is_member)
        for (is_member, counts), alike in _alike(counted, members).items()
        for parties in ([tuple(alike)] if len(alike) >= MANY_ALIKE else [(name,) for name in alike])
    ]
    rows.sort(key=lambda row: (-row.total, row.parties))
    return [*rows, *([Row(counts=nobody, parties=(NOBODY,))] if nobody else [])]


_Alike = tuple[bool, frozenset[tuple[Standing, int]]]
"""Whether parties are members, and what each of them has."""


def _alike(counted: Mapping[str, Counts], members: Collection[str]) -> dict[_Alike, list[str]]:
    """Put the parties together that are of one sort and have the same of everything."""
    alike: dict[_Alike, list[str]] = defaultdict(list)
    for name in sorted(counted):
        alike[name in members, frozenset(counted[name].items())].append(name)
    return alike


def _moment(dated: Dated, standings: Mapping[CommitmentKey, Standing], today: date) -> Moment:
    finding = dated.finding
    if finding.commitment is None:
        return Moment(dated=dated)
    citation = finding.citation
    key = CommitmentKey(document=citation.document, reference=citation.reference, ordinal=finding.commitment)
    open_still = Standing.of(Fulfilment.OPEN, dated.end, today)
    return Moment(dated=dated, standing=standings.get(key, open_still))
