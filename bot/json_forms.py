"""The JSON that commands print; other programs read it, so its keys are a contract."""

from typing import Any

from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import Catalogue
from handlers.pictures.figures import Counts, Figures, Moment
from handlers.pictures.wording import what
from knowledge.loading import LoadReport
from knowledge.loading.comparing import BaseChanges, Differences
from knowledge.stores.tracking import Statuses
from knowledge.values.acts import Act, Deadline
from knowledge.values.answers import Answer, Finding
from knowledge.values.tracking import Standing, Tracked, keyed

Json = dict[str, Any]
_STATUS = {"fulfilment", "day", "note", "parties", "bound"}


def answer_json(answer: Answer, renderer: AnswerRenderer) -> Json:
    """Write an answer; `text` is the whole message as the chat shows it."""
    return {
        "question": answer.question,
        "language": answer.language,
        "outcome": answer.outcome.value,
        "kind": answer.kind.value,
        "findings": [_finding_json(finding, renderer.catalogue) for finding in answer.findings],
        "text": renderer.text(answer),
    }


def _finding_json(finding: Finding, catalogue: Catalogue) -> Json:
    return {
        "document": finding.citation.document,
        "reference": str(finding.citation.reference),
        "citation": catalogue.citation(finding.citation),
        "quote": " ".join(finding.quote.split()),
        "score": round(finding.score, 4),
        "responsible": list(finding.responsible),
        "deadline": _deadline_json(finding.deadline),
    }


def _deadline_json(deadline: Deadline | None) -> Json | None:
    return deadline.model_dump(mode="json") if deadline and deadline.text else None


def report_json(report: LoadReport, catalogue: Catalogue) -> Json:
    """Write the report of a load, with worded notices, short names of acts and printed references."""
    sentences = {"news", "left_out", "warnings", "worse"}
    return {
        **report.model_dump(mode="json", exclude={*sentences, "changes"}),
        **{name: [catalogue.notice(each) for each in getattr(report, name)] for name in sorted(sentences)},
        "changes": _changes_json(report.changes) if report.changes is not None else None,
    }


def _changes_json(changes: BaseChanges) -> Json:
    return {
        "came": [each.slug for each in changes.came],
        "went": [each.slug for each in changes.went],
        "changed": [
            {
                "slug": each.document.slug,
                "provisions": _differences_json(each.provisions),
                "commitments": _differences_json(each.commitments),
            }
            for each in changes.changed
        ],
    }


def _differences_json(differences: Differences) -> Json:
    return {name: [*map(str, references)] for name, references in differences}


def act_json(act: Act, catalogue: Catalogue) -> Json:
    """Write an act as read: meeting, provisions, commitments, events, glossary and warnings."""
    content = act.model_dump(
        mode="json", include={"meeting": True, "provisions": {"__all__": {"kind", "text", "page", "parties"}}}
    )
    return {
        "meeting": content["meeting"],
        "provisions": [
            {
                "reference": str(provision.reference),
                "parent": str(provision.parent) if provision.parent else None,
                **fields,
            }
            for provision, fields in zip(act.provisions, content["provisions"], strict=True)
        ],
        "commitments": [
            {
                "reference": str(value.reference),
                **value.model_dump(mode="json", exclude={"reference", "span"}),
            }
            for value in act.commitments
        ],
        "events": [
            {"reference": str(value.reference), **value.model_dump(mode="json", exclude={"reference"})}
            for value in act.events
        ],
        "glossary": [
            {
                "acronym": entry.acronym,
                "expansion": entry.expansion,
                "reference": str(entry.reference) if entry.reference else None,
            }
            for entry in act.glossary
        ],
        "warnings": [catalogue.notice(warning) for warning in act.warnings],
    }


def document_json(act: Act, catalogue: Catalogue, statuses: Statuses) -> Json:
    """Write a loaded act: its slug, status and what a person reviewed, then as `act_json`.

    Each commitment has its status, `null` if it was never marked.
    """
    decided = (
        *((each.reference, each.reviewed) for each in act.provisions),
        *((each.reference, each.reviewed) for each in act.commitments),
    )
    reviewed = [
        {"reference": str(reference), "fields": list(fields)} for reference, fields in decided if fields
    ]
    written = act_json(act, catalogue)
    for commitment, (key, _) in zip(written["commitments"], keyed(act.slug, act.commitments), strict=True):
        commitment["status"] = status_json(statuses.tracked.get(key))
    return {"slug": act.slug, "status": "loaded", "reviews": reviewed, **written}


def status_json(tracked: Tracked | None) -> Json | None:
    """Write the status of a commitment."""
    return tracked.model_dump(mode="json", include=_STATUS) if tracked else None


def figures_json(figures: Figures, catalogue: Catalogue) -> Json:
    """Write the data of a picture; the counts of a row are for each of its parties."""
    return {
        "party": figures.subject.party,
        "documents": [each.slug for each in figures.subject.documents],
        "day": figures.today.isoformat(),
        "commitments": _counts_json(figures.totals),
        "days": [_moment_json(each, catalogue) for each in figures.moments],
        "rows": [
            {
                "parties": [*filter(None, row.parties)],
                "document": row.document.slug if row.document else None,
                **_counts_json(row.counts),
            }
            for row in figures.rows
        ],
    }


def _counts_json(counts: Counts) -> Json:
    return {standing.value: counts.get(standing, 0) for standing in Standing}


def _moment_json(moment: Moment, catalogue: Catalogue) -> Json:
    dated = moment.dated
    return {
        "kind": dated.kind.value,
        "uid": dated.uid,
        "start": dated.start.isoformat(),
        "end": dated.end.isoformat(),
        "standing": moment.standing.value if moment.standing else None,
        "responsible": list(dated.finding.responsible),
        "what": what(moment),
        "citation": catalogue.citation(dated.finding.citation),
    }
