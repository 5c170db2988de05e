"""Short names of acts for buttons, where a whole citation doesn't fit."""

from collections import Counter
from collections.abc import Callable, Iterable

from knowledge.values.answers import Citation


def year_of(citation: Citation) -> str:
    """Return the year of a meeting, or the name of its act if the year isn't known."""
    start = citation.meeting.start
    return str(start.year) if start else citation.document


def names_of_acts(citations: Iterable[Citation]) -> dict[str, str]:
    """Name acts by the years of their meetings; by cities, months and days, too, as far as two are alike."""
    return _told_apart(citations, year_of, _of_city, _of_month, _of_day)


def names_of_meetings(citations: Iterable[Citation]) -> dict[str, str]:
    """Name acts by the cities and years of their meetings, and by months and days where two are alike."""
    return _told_apart(citations, _of_city_if_known, _of_month, _of_day)


def _told_apart(citations: Iterable[Citation], *forms: Callable[[Citation], str]) -> dict[str, str]:
    """Call each act by the first of some forms that no other is called by, or else by the last."""
    cited = {each.document: each for each in citations}
    names: dict[str, str] = {}
    for form in forms:
        called = {document: form(each) for document, each in cited.items()}
        known = Counter(called.values())
        names |= {
            document: name
            for document, name in called.items()
            if document not in names and (known[name] == 1 or form is forms[-1])
        }
    return {document: names[document] for document in cited}


def _of_city(citation: Citation) -> str:
    return " ".join(filter(None, (citation.meeting.city, year_of(citation))))


def _of_city_if_known(citation: Citation) -> str:
    start = citation.meeting.start
    return " ".join(filter(None, (citation.meeting.city, str(start.year) if start else None))) or "…"


def _of_month(citation: Citation) -> str:
    start = citation.meeting.start
    return (
        f"{citation.meeting.city or ''} {start.month}/{start.year}".strip() if start else _of_city(citation)
    )


def _of_day(citation: Citation) -> str:
    start = citation.meeting.start
    return f"{citation.meeting.city or ''} {start:%d/%m/%Y}".strip() if start else _of_city(citation)
