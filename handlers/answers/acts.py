"""What acts are called on buttons, where a whole citation doesn't fit."""

from collections import Counter
from collections.abc import Sequence

from knowledge.values.answers import Citation


def year_of(citation: Citation) -> str:
    """Return the year of a meeting; the name of its act, if it isn't known."""
    start = citation.meeting.start
    return str(start.year) if start else citation.document


def names_of_acts(citations: Sequence[Citation]) -> dict[str, str]:
    """Name acts by the years of their meetings, and by their cities too where two are of one year."""
    cited = {each.document: each for each in citations}
    years = Counter(map(year_of, cited.values()))
    return {
        document: year_of(each)
        if years[year_of(each)] == 1 or not each.meeting.city
        else f"{each.meeting.city} {year_of(each)}"
        for document, each in cited.items()
    }
