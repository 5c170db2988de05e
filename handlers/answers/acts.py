"""Short names of acts for buttons, where a whole citation doesn't fit."""

from collections import Counter
from collections.abc import Sequence

from knowledge.values.answers import Citation


def year_of(citation: Citation) -> str:
    """Return the year of a meeting, or the name of its act if the year isn't known."""
    start = citation.meeting.start
    return str(start.year) if start else citation.document


def names_of_acts(citations: Sequence[Citation]) -> dict[str, str]:
    """Name acts by the years of their meetings, with the city where two share a year."""
    cited = {each.document: each for each in citations}
    years = Counter(map(year_of, cited.values()))
    return {
        document: year_of(each)
        if years[year_of(each)] == 1 or not each.meeting.city
        else f"{each.meeting.city} {year_of(each)}"
        for document, each in cited.items()
    }
