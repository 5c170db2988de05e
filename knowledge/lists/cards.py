"""Cards of meetings: date, place, participants, absent members, results and deadlines."""

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.lists.entries import EntryWriter
from knowledge.lists.overviews import OverviewWriter
from knowledge.lists.titles import joined, named
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.tracking import Tracker
from knowledge.values.acts import Meeting
from knowledge.values.answers import Answer, Finding, MeetingCard, Outcome
from knowledge.values.notices import Notice, counted, mark, mark_plural, notice
from knowledge.values.questions import Overview, OverviewKind, Period, QuestionKind
from knowledge.values.references import Section

MAX_DUE = 3
"""Most deadlines on a card."""

_SECTIONS = {
    Section.CONCLUSION: mark_plural("{number} conclusión", "{number} conclusiones"),
    Section.RECOMMENDATION: mark_plural("{number} recomendación", "{number} recomendaciones"),
    Section.AGREEMENT: mark_plural("{number} acuerdo", "{number} acuerdos"),
    Section.PARAGRAPH: mark_plural("{number} párrafo", "{number} párrafos"),
}
_COMMITMENTS = mark_plural("{number} compromiso", "{number} compromisos")
_EVENTS = mark_plural("{number} evento", "{number} eventos")


class CardWriter:
    """Writes the cards of a store's meetings."""

    def __init__(
        self, store: KnowledgeStore, entries: EntryWriter, overviews: OverviewWriter, tracker: Tracker
    ) -> None:
        self._store = store
        self._entries = entries
        self._overviews = overviews
        self._tracker = tracker

    def answer(self, document: Document, *, today: date, language: str) -> Answer:
        """Return the card of a meeting; its findings are the preamble and the first deadlines."""
        whole = self._entries.meeting(document)
        due = self._overviews.answer(
            Overview(kind=OverviewKind.DEADLINES, where=document.slug), today=today, language=language
        )
        commitments = self._store.commitments(acts=(document.slug,)).count()
        pending = self._store.commitments(acts=(document.slug,), without=self._tracker.done_rows()).count()
        deadlines = self._store.commitments(acts=(document.slug,), dated=True).count()
        events = self._store.events(acts=(document.slug,)).count()
        counts = [
            *(
                counted(_SECTIONS[section], number)
                for section, number in self._store.numbering(document.slug).items()
                if number
            ),
            *([counted(_COMMITMENTS, commitments)] if commitments else []),
            *([counted(_EVENTS, events)] if events else []),
        ]
        findings = (*((whole,) if whole else ()), *due.findings[:MAX_DUE])
        older, newer = self._beside(document)
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND if findings else Outcome.NOTHING,
            kind=QuestionKind.MEETING,
            findings=findings,
            lead=tuple(_lines(document, counts)),
            card=MeetingCard(
                document=document.slug,
                commitments=pending,
                deadlines=deadlines,
                events=events,
                older=older,
                newer=newer,
                page=self._page(document, whole),
            ),
        )

    def _page(self, document: Document, whole: Finding | None) -> int | None:
        """Return the page on which the act's preamble begins."""
        preamble = whole and self._store.provision(document.slug, whole.citation.reference)
        return preamble.page if preamble else None

    def _beside(self, document: Document) -> tuple[str | None, str | None]:
        """Return the slugs of the acts before and after a meeting's."""
        slugs = [each.slug for each in self._store.documents()]
        here = slugs.index(document.slug)
        older = slugs[here + 1] if here + 1 < len(slugs) else None
        return older, slugs[here - 1] if here else None


def _lines(document: Document, counts: Sequence[Notice]) -> Iterator[Notice]:
    meeting = document.meeting
    yield _title(meeting, document.source)
    if meeting.start:
        yield notice("{days}", days=Period(start=meeting.start, end=meeting.end or meeting.start))
    if meeting.participants:
        yield notice(mark("Participaron {parties}"), parties=meeting.participants)
    if meeting.absent_members:
        yield notice(mark("No participaron: {parties}"), parties=meeting.absent_members)
    if counts:
        yield joined(counts)


def _title(meeting: Meeting, source: str) -> Notice:
    place: list[Notice] = [notice("{city}", city=meeting.city)] if meeting.city else []
    country = meeting.country
    if country and meeting.city:
        place = [notice("{city}, {country}", city=meeting.city, country=(country,))]
    body = [notice("{body}", body=(meeting.body,))] if meeting.body else []
    return joined([*body, *place]) if body or place else named(meeting, source)
