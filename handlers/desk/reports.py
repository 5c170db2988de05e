"""Say what came of a load."""

from collections.abc import Collection, Iterable, Iterator

from handlers.catalogue import Catalogue
from handlers.desk.tracking.lost import describe_lost
from knowledge.loading import LoadReport
from knowledge.loading.comparing import ActChanges, BaseChanges, Differences
from knowledge.values.notices import mark
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
"""References that are named of each kind of change."""


def describe_report(report: LoadReport, catalogue: Catalogue, lost: Iterable[Mark] = ()) -> list[str]:
    """Say what a load found: a line of counts, then one for each new act and for each thing to look at.

    `lost` are the marks whose commitment no act has any more.
    """
    counts = (
        catalogue.count("{number} acta", "{number} actas", report.acts),
        catalogue.count("{number} disposición", "{number} disposiciones", report.provisions),
        catalogue.count("{number} compromiso", "{number} compromisos", report.commitments),
    )
    loaded = {each.slug for each in report.loaded}
    return [
        catalogue.text(_DONE, counts=", ".join(counts)),
        *map(catalogue.notice, report.news),
        *(describe_changes(report.changes, catalogue, known=loaded) if report.changes else ()),
        *(f"❗ {catalogue.text(_WORSE, problem=problem)}" for problem in report.worse),
        *(f"⚠️ {catalogue.notice(warning)}" for warning in report.warnings),
        *describe_lost(lost, catalogue),
    ]


def describe_changes(
    changes: BaseChanges, catalogue: Catalogue, *, known: Collection[str] = ()
) -> Iterator[str]:
    """Say which acts came and went, a line each, those aside that are `known`, and what changed in others."""
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
