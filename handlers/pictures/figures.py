"""The data of a picture: dates, and the status of commitments; nothing here draws."""

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
"""Fewest parties with the same counts that share a bar."""

LISTED, LISTED_OF_MORE, JUST_OVER = 7, 5, 2
"""Most moments listed one by one, how many if there are more, and how many of these may be past."""

Counts = dict[Standing, int]
"""The number of commitments by status, without zeros."""


class Subject(Value):
    """The subject of a picture: a party, or all if None, in some acts, newest first."""

    party: str | None
    documents: tuple[Document, ...]


class Moment(Value):
    """A deadline or an event, and its standing; an event need not be a commitment."""

    dated: Dated
    standing: Standing | None = None

    @property
    def is_event(self) -> bool:
        """Whether it is an event, not a deadline."""
        return self.dated.kind is DatedKind.EVENT

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.dated.end < today


class Row(Value):
    """The counts of a bar: the same for each of some parties, or those of one act.

    `parties` is only NOBODY for commitments of nobody in particular; `are_members` tells whether the parties
    are members of the forum.
    """

    counts: Counts
    parties: tuple[str, ...] = ()
    are_members: bool = False
    document: Document | None = None

    @property
    def total(self) -> int:
        """The number of commitments, per party if there are several."""
        return sum(self.counts.values())


class Figures(Value):
    """The data of a picture, as of a day; `totals` count each commitment once, however many it binds."""

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
        """The number of commitments."""
        return sum(self.totals.values())

    @property
    def listed(self) -> tuple[Moment, ...]:
        """The moments that are listed one by one."""
        return self.moments[self.nearest.start : self.nearest.stop]

    @property
    def nearest(self) -> range:
        """The indices of the moments that are listed one by one: the nearest, preferably upcoming ones."""
        every = len(self.moments)
        listed = every if every <= LISTED else LISTED_OF_MORE
        over = sum(each.is_over(self.today) for each in self.moments)
        first = over - min(over, max(listed - (every - over), JUST_OVER))
        return range(first, min(every, first + listed))


def gather(base: KnowledgeBase, subject: Subject, today: date) -> Figures:
    """Collect the data of a subject."""
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
    """Return the standing of a party's commitments; for a group, the overall standing of each."""
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
    """List the counts of each party, largest first; many parties with the same counts share a row."""
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
"""Whether parties are members, and the counts of each of them."""


def _alike(counted: Mapping[str, Counts], members: Collection[str]) -> dict[_Alike, list[str]]:
    """Group the parties by membership and counts."""
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
