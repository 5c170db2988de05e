"""Describe the result of a load."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from handlers.catalogue import Catalogue
from handlers.desk.tracking.lost import describe_lost
from knowledge.loading import LoadReport
from knowledge.loading.comparing import ActChanges, BaseChanges, Differences
from knowledge.stores.documents import Document
from knowledge.values.notices import Notice, mark
from knowledge.values.references import Reference
from knowledge.values.tracking import Mark

_DONE = mark("Base recargada: {counts}.")
_CAME = mark("Llega: {meeting}")
_WENT = mark("Sale: {meeting}")
_CHANGED = mark("Cambia: {meeting}. {changes}")
_PROVISIONS = mark("Disposiciones: {differences}.")
_COMMITMENTS = mark("Compromisos: {differences}.")
_WORSE = mark("Peor: {problem}")
_MORE = mark("y {number} más")
_SAID = 12
"""Most references named for each kind of change."""


def describe_report(
    report: LoadReport,
    catalogue: Catalogue,
    lost: Iterable[Mark] = (),
    documents: Iterable[Document] | None = None,
) -> list[str]:
    """Describe a load: a line of counts, then one for each new act and each thing to check.

    `lost` are the marks whose commitment no act has any more. With `documents`, acts are named by their
    meetings; without, as on the command line, by the short names that commands take.
    """
    counts = (
        catalogue.count("{number} acta", "{number} actas", report.acts),
        catalogue.count("{number} disposición", "{number} disposiciones", report.provisions),
        catalogue.count("{number} compromiso", "{number} compromisos", report.commitments),
    )
    acts = {each.slug: each for each in documents or ()}
    if documents is not None and report.changes:
        acts = {each.slug: each for each in report.changes.went} | acts
    meetings = {slug: catalogue.meeting(each.meeting) for slug, each in acts.items()}
    told = {str(each.parameters.get("slug")) for each in report.news}
    return [
        catalogue.text(_DONE, counts=", ".join(counts)),
        *(catalogue.notice(_with_meeting(each, meetings)) for each in report.news),
        *(describe_changes(report.changes, catalogue, known=told) if report.changes else ()),
        *(f"❗ {catalogue.text(_WORSE, problem=problem)}" for problem in report.worse),
        *(f"⚠️ {catalogue.notice(_with_meeting(warning, meetings))}" for warning in report.warnings),
        *describe_lost(lost, catalogue, acts),
    ]


def _with_meeting(told: Notice, meetings: Mapping[str, str]) -> Notice:
    """Replace the short name of an act, or the name of its file, by that of its meeting."""
    for name in ("slug", "file"):
        if name in told.parameters:
            meeting = meetings.get(Path(str(told.parameters[name])).stem)
            replaced = {name: meeting} if meeting else {}
            return told.model_copy(update={"parameters": told.parameters | replaced})
    return told


def describe_changes(
    changes: BaseChanges, catalogue: Catalogue, *, known: Collection[str] = ()
) -> Iterator[str]:
    """List added and removed acts, except `known` ones, and the changes in others, a line each."""
    for msgid, documents in ((_CAME, changes.came), (_WENT, changes.went)):
        for document in documents:
            if document.slug not in known:
                meeting = catalogue.meeting(document.meeting) or document.slug
                yield catalogue.text(msgid, meeting=meeting)
    for changed in changes.changed:
        meeting = catalogue.meeting(changed.document.meeting) or changed.document.slug
        yield catalogue.text(_CHANGED, meeting=meeting, changes=describe_act_changes(changed, catalogue))


def describe_act_changes(changes: ActChanges, catalogue: Catalogue) -> str:
    """Say what differs in an act, by reference: «Disposiciones: + C3 · − C5 · ≠ C16.a.»."""
    parts = ((_PROVISIONS, changes.provisions), (_COMMITMENTS, changes.commitments))
    return " ".join(
        catalogue.text(msgid, differences=" · ".join(_signed(differences, catalogue)))
        for msgid, differences in parts
        if differences
    )


def _signed(differences: Differences, catalogue: Catalogue) -> Iterator[str]:
    for sign, references in (("+", differences.came), ("−", differences.went), ("≠", differences.changed)):
        if references:
            yield f"{sign} {_listed(references, catalogue)}"


def _listed(references: tuple[Reference, ...], catalogue: Catalogue) -> str:
    named = ", ".join(map(str, references[:_SAID]))
    if len(references) <= _SAID:
        return named
    return f"{named} {catalogue.text(_MORE, number=len(references) - _SAID)}"
