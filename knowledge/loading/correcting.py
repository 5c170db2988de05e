"""Write corrections to the review file of an act, and foresee the commitments they would lead to."""

from pathlib import Path

from knowledge.language.datafiles import parse_yaml, read_text
from knowledge.reading.correcting import ReviewEdit, fingerprint
from knowledge.reading.reviews import SUFFIX, CommitmentReview, Review, corrected, review_beside, with_review
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act, Commitment
from knowledge.values.errors import CorrectedMeanwhile, FaultyData, ReloadRefused
from knowledge.values.notices import mark, notice
from knowledge.values.references import Reference

_MEANWHILE = mark("Entretanto {reference} cambió: alguien más corrigió, o se cargó otra versión del acta.")


def loaded_act(store: KnowledgeStore, slug: str) -> Document:
    """Return the act with this slug; raise ReloadRefused if it isn't loaded."""
    document = next((each for each in store.documents() if each.slug == slug), None)
    if document is None:
        raise ReloadRefused(notice(mark("No hay un acta {slug} cargada."), slug=slug))
    return document


def edited_review(folder: DataFolder, store: KnowledgeStore, slug: str, edit: ReviewEdit) -> Path:
    """Write the new review file of an act aside; the caller must have the turn.

    Raises:
        CorrectedMeanwhile: the provision's commitments have changed since they were shown.
        FaultyData: the existing review file has a mistake.
        ReloadRefused: there is no such act.
    """
    document = loaded_act(store, slug)
    if edit.seen and fingerprint(store.commitments_of(slug, edit.reference)) != edit.seen:
        raise CorrectedMeanwhile(notice(_MEANWHILE, reference=edit.reference))
    beside = review_beside(document, folder.acts)
    text = read_text(beside) if beside else ""
    fresh = folder.incoming / (beside.name if beside else f"{slug}{SUFFIX}")
    folder.incoming.mkdir(exist_ok=True)
    fresh.write_text(edit.apply(text, fresh.name), encoding="utf-8")
    return fresh


def foreseen_with(act: Act, reference: Reference, correction: CommitmentReview) -> tuple[Commitment, ...]:
    """Return a provision's commitments with one more correction; raise FaultyData if it doesn't fit."""
    after = corrected(act, correction, f"{act.slug}{SUFFIX}")
    if len(after.warnings) > len(act.warnings):
        raise FaultyData(after.warnings[-1])
    return _of(after, reference)


def foreseen_without(act: Act, document: Document, reviews: Path, edit: ReviewEdit) -> tuple[Commitment, ...]:
    """Return a provision's commitments without the corrections that an edit removes.

    `act` is the act as read from its file.
    """
    beside = review_beside(document, reviews)
    if beside is None:
        return _of(act, edit.reference)
    review = parse_yaml(beside, edit.apply(read_text(beside), beside.name), Review)
    return _of(with_review(act, review, beside.name), edit.reference)


def _of(act: Act, reference: Reference) -> tuple[Commitment, ...]:
    return tuple(each for each in act.commitments if each.reference == reference)
