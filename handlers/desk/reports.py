"""Say what came of a load."""

from handlers.catalogue import Catalogue
from knowledge.loading import LoadReport
from knowledge.values.notices import mark

_DONE = mark("Base recargada: {counts}.")


def describe_report(report: LoadReport, catalogue: Catalogue) -> list[str]:
    """Say what a load found: a line of counts, then one for each new act and for each thing to look at."""
    counts = (
        catalogue.count("{number} acta", "{number} actas", report.acts),
        catalogue.count("{number} disposición", "{number} disposiciones", report.provisions),
        catalogue.count("{number} compromiso", "{number} compromisos", report.commitments),
    )
    done = catalogue.text(_DONE, counts=", ".join(counts))
    news = map(catalogue.notice, report.news)
    return [done, *news, *(f"⚠️ {catalogue.notice(warning)}" for warning in report.warnings)]
