"""Find the subject of a picture: the newest meeting, another one, or a party in some or all acts."""

from collections.abc import Sequence
from datetime import date

from handlers.pictures.figures import Subject
from knowledge.base import KnowledgeBase
from knowledge.lists.requested import UNREAD
from knowledge.stores.documents import Document
from knowledge.values.answers import Answer, Outcome
from knowledge.values.base import Value
from knowledge.values.notices import Notice
from knowledge.values.questions import Overview, OverviewKind


class Asked(Value):
    """The subject, the list with the same content, and other meetings that may be meant."""

    subject: Subject
    overview: Overview
    others: tuple[Document, ...] = ()
    notes: tuple[Notice, ...] = ()


class Several(Value):
    """Several matching meetings, of which one must be chosen."""

    documents: tuple[Document, ...]


def find_subject(base: KnowledgeBase, words: str, *, today: date, language: str) -> Asked | Several | Answer:
    """Return the subject named after a command, or an answer if it cannot be drawn."""
    documents = base.documents()
    if not words.strip() and documents:
        return _meeting(documents[:1])
    answer = base.overview_of(OverviewKind.PENDING, words, today=today, language=language)
    overview = answer.overview
    if overview is None or answer.outcome is Outcome.AMBIGUOUS:
        return answer
    notes = tuple(each for each in answer.lead if each.msgid == UNREAD)
    if overview.party and not overview.period:
        others = (base.acts_of(each.overview) for each in answer.offers if not each.overview.party)
        slugs = {slug for acts in others for slug in acts or ()}
        asked = asked_of(base, overview)
        return asked.model_copy(
            update={"notes": notes, "others": tuple(each for each in documents if each.slug in slugs)}
        )
    acts = base.meetings_named(words, today=today)
    if isinstance(acts, Notice) or not acts:
        return base.meeting_of(words, today=today, language=language)
    if len(acts) > 1:
        return Several(documents=acts)
    return _meeting(acts).model_copy(update={"notes": notes})


def asked_of(base: KnowledgeBase, overview: Overview) -> Asked:
    """Return the subject of a list; raise LookupError if none of its meetings is loaded."""
    slugs = base.acts_of(overview)
    documents = tuple(each for each in base.documents() if slugs is None or each.slug in slugs)
    if not documents:
        raise LookupError(overview.where)
    limited = overview.model_copy(update={"kind": OverviewKind.PENDING, "stage": None, "page": 1})
    return Asked(subject=Subject(party=overview.party, documents=documents), overview=limited)


def _meeting(documents: Sequence[Document]) -> Asked:
    (document,) = documents
    overview = Overview(kind=OverviewKind.PENDING, where=document.slug)
    return Asked(subject=Subject(party=None, documents=(document,)), overview=overview)
