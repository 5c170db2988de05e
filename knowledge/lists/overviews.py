"""Overviews: pending commitments, a party's entries, deadlines, events and meetings."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from knowledge.language.parties import PartyRegister
from knowledge.lists.sections import PAGE, Section, Sections
from knowledge.lists.titles import limits, named, title
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.tracking import Tracker
from knowledge.understanding.venues import Venues
from knowledge.values.answers import Answer, Finding, Offer, Outcome
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, OverviewKind, QuestionKind, Stage

MEETINGS_PAGE = 12
"""Meetings per page, one line each."""

FEW_MEETINGS = 4
"""Most meetings for which separate lists are offered."""

_OF_DUTIES = {
    Stage.AHEAD: mark("Por vencer: {count}"),
    Stage.OVER: mark("Vencidos: {count}"),
    Stage.UNDATED: mark("Sin fecha: {count}"),
    Stage.DONE: mark("✅ Cumplidos: {count}"),
}
_STAGES = {
    OverviewKind.PENDING: _OF_DUTIES,
    OverviewKind.DEADLINES: {stage: _OF_DUTIES[stage] for stage in (Stage.AHEAD, Stage.OVER)},
    OverviewKind.EVENTS: {
        Stage.AHEAD: mark("Próximos: {count}"),
        Stage.OVER: mark("Ya celebrados: {count}"),
        Stage.UNDATED: mark("Sin fecha: {count}"),
    },
}
"""The stages that a list may be limited to, and the labels of their buttons."""

_BY_DAY = frozenset({OverviewKind.DEADLINES, OverviewKind.EVENTS})
"""Lists by date: if one has nothing, the other may."""


class Fit(NamedTuple):
    """The number of an overview's entries that are the party's own, and of all entries."""

    own: int
    every: int


class OverviewWriter:
    """Write overviews from one store."""

    def __init__(
        self, store: KnowledgeStore, register: PartyRegister, venues: Venues, tracker: Tracker
    ) -> None:
        self._venues = venues
        self._sections = Sections(store, register, venues, tracker)

    def answer(self, overview: Overview, *, today: date, language: str) -> Answer:
        """Return one page of an overview; a number beyond the last page gives the last."""
        over = self._count_left_out(overview, today)
        sections = list(self._sections.of(overview, today))
        counts = [section.listing.count() for section in sections]
        if over and not any(counts):
            ended = overview.model_copy(update={"stage": Stage.OVER})
            return self.answer(ended, today=today, language=language)
        if not (overview.stage or any(counts)) and self._has_done(overview, today):
            done = overview.model_copy(update={"stage": Stage.DONE})
            return self.answer(done, today=today, language=language)
        size = MEETINGS_PAGE if overview.kind is OverviewKind.MEETINGS else PAGE
        pages = max(1, -(-sum(counts) // size))
        page = min(max(overview.page, 1), pages)
        acts = self._acts(overview)
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND if any(counts) else Outcome.NOTHING,
            kind=QuestionKind.PARTY if overview.kind is OverviewKind.PARTY else QuestionKind.LIST,
            findings=tuple(_stretch(sections, counts, size * (page - 1), size)),
            lead=(title(overview, sum(counts)), *self.limits(overview)),
            overview=overview.model_copy(update={"page": page}),
            pages=pages,
            offers=(
                *self._stages(overview, today),
                *self._single(overview, acts),
                *(() if any(counts) else self._instead(overview, today)),
            ),
        )

    def _instead(self, overview: Overview, today: date) -> Iterator[Offer]:
        """Offer other kinds of lists in place of an empty one: events, deadlines, or the party's entries."""
        if overview.kind in _BY_DAY and overview.period:
            (kind,) = _BY_DAY - {overview.kind}
            other = overview.model_copy(update={"kind": kind, "stage": None, "page": 1})
            if every := self.fit(other, today).every:
                yield Offer(label=title(other, every), overview=other)
        if overview.party:
            for kind in (OverviewKind.PENDING, OverviewKind.PARTY):
                other = Overview(kind=kind, party=overview.party)
                every = self.fit(other, today).every
                if kind is not overview.kind and every:
                    yield Offer(label=title(other, every), overview=other)

    def fit(self, overview: Overview, today: date) -> Fit:
        """Count the entries of an overview."""
        over = self._count_left_out(overview, today)
        sections = (section for section in self._sections.of(overview, today) if not section.is_over)
        counts = [(section.is_own, section.listing.count()) for section in sections]
        own = sum(count for is_own, count in counts if is_own)
        return Fit(over + own, over + sum(count for _, count in counts))

    def limits(self, overview: Overview) -> Iterator[Notice]:
        """Yield notices of an overview's limits."""
        where = overview.where or ""
        place, is_body = self._venues.name(where), self._venues.is_body(where)
        return limits(overview, self._acts(overview), place, is_body=is_body)

    def acts_of(self, overview: Overview) -> tuple[str, ...] | None:
        """Return the slugs of the acts that an overview is limited to, or None for all."""
        is_limited = overview.where is not None or overview.held is not None
        return tuple(each.slug for each in self._acts(overview)) if is_limited else None

    def _single(self, overview: Overview, acts: Sequence[Document]) -> Iterator[Offer]:
        """Offer a list for each meeting if place and days leave only a few."""
        named_by = overview.where or overview.held
        if named_by and overview.kind is not OverviewKind.MEETINGS and 1 < len(acts) <= FEW_MEETINGS:
            for each in acts:
                single = overview.model_copy(update={"where": each.slug, "held": None, "page": 1})
                yield Offer(label=named(each.meeting, each.source), overview=single)

    def _acts(self, overview: Overview) -> tuple[Document, ...]:
        return self._venues.acts(overview.where, overview.held)

    def _stages(self, overview: Overview, today: date) -> Iterator[Offer]:
        """Offer to limit a list to one of its stages, if it has several or is already limited to one."""
        counts = {stage: self._count_at(stage, overview, today) for stage in _STAGES.get(overview.kind, ())}
        had = [stage for stage, count in counts.items() if count]
        if len(had) > 1 or overview.stage or Stage.DONE in had:
            for stage in had:
                if stage is not overview.stage:
                    wanted = overview.model_copy(update={"stage": stage, "page": 1})
                    label = notice(_STAGES[overview.kind][stage], count=counts[stage])
                    yield Offer(label=label, overview=wanted)

    def _count_left_out(self, overview: Overview, today: date) -> int:
        """Count past entries if a list leaves out old ones."""
        if overview.is_limited or overview.stage or overview.kind not in _STAGES:
            return 0
        return self._count_at(Stage.OVER, overview, today)

    def _has_done(self, overview: Overview, today: date) -> bool:
        return overview.kind is OverviewKind.PENDING and self._count_at(Stage.DONE, overview, today) > 0

    def _count_at(self, stage: Stage, overview: Overview, today: date) -> int:
        limited = overview.model_copy(update={"stage": stage})
        return sum(section.listing.count() for section in self._sections.of(limited, today))


def _stretch(
    sections: Sequence[Section[Any]], counts: Sequence[int], start: int, size: int
) -> Iterator[Finding]:
    """Yield the entries of a page, which may span sections."""
    left = size
    for section, count in zip(sections, counts, strict=True):
        if left and start < count:
            read = section.listing.read(start, left)
            left -= len(read)
            yield from map(section.finding, read)
        start = max(0, start - count)
