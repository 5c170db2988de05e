"""The facts in openings and quotations, compared: days as days, parties by their names in the register."""

import re
from collections.abc import Iterator

from knowledge.language.dates import find_dates
from knowledge.language.folding import words
from knowledge.language.numbers import number_of
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.passagereader import PassageReader
from knowledge.reading.duties.passages import Sort
from knowledge.values.answers import Fact, Finding

_TELLING = 3
"""The least characters of a figure that counts; words for figures need more."""


class FactComparer:
    """Compare facts by the names of one forum."""

    def __init__(self, register: PartyRegister, cues: Cues, people: PeopleFinder) -> None:
        self._register = register
        self._passages = PassageReader(register, cues.of_forum(register).actors, people)

    def tells(self, opening: str, fact: str, finding: Finding) -> bool:
        """Tell whether an opening states a fact: in its words, or as the same days, parties or figures."""
        if _folded(fact) in _folded(opening):
            return True
        dates = self._days(_whole(fact, finding.quote), finding)
        if dates:
            shown = self._days(opening, finding)
            facts = {each for each in finding.opening if isinstance(each, Fact)}
            ends = [finding.deadline.end] if finding.deadline and Fact.DEADLINE in facts else []
            ends += [finding.event.end] if finding.event and facts & {Fact.TIME, Fact.PLACE} else []
            shown |= {(end.isoformat()[:7], end.isoformat()[8:]) for end in ends if end}
            return dates <= shown
        named = self._named(fact)
        if named:
            # What stands in guillemets is quoted to the reader: it isn't the title of anything.
            return named <= self._named(re.sub("[«»]", " ", opening))
        figures = _figures(fact)
        return bool(figures) and figures <= _figures(opening)

    def _named(self, text: str) -> set[str]:
        """Return the parties in a text, also those not named: «cada país» are the members."""
        return {token.party for token in self._passages.read(text).tokens if token.sort is Sort.PARTY}

    def _days(self, text: str, finding: Finding) -> set[tuple[str, str]]:
        start = finding.citation.meeting.start
        found = (mention.days(start) for mention in find_dates(text)) if start else ()
        return {(days.last.isoformat()[:7], days.last.isoformat()[8:]) for days in found if days}

    def contradicting(self, opening: str, finding: Finding, source: str) -> Iterator[str]:
        """Yield each party, day and figure in an opening that is neither in its `source` nor inferred."""
        told = [
            line
            for line in opening.splitlines()
            if not re.search(r"«|deduce|contando|según|deduced|counting", line)
        ]
        text = re.sub(r" · (?:venció|vence|hoy|en |hace |expired|due|in |was ).*", "", "\n".join(told))
        for mention in self._register.find(text):
            known = {each.name for each in self._register.find(source)} | self._named(source)
            # «Liberia, Guanacaste» is a city, in the words of the quotation.
            is_known = mention.name in known or text[mention.start : mention.end] in source
            if not is_known and "responsible" not in finding.inferred:
                yield mention.name
        known_days = self._days(source, finding)
        for month, day in self._days(text, finding) if not finding.inferred else ():
            if (month, day) not in known_days and not re.search(r"\d\.(?:er|º)|\d(?:st|nd|rd|th) q", text):
                yield f"{month}-{day}"
        parts = {part for figure in _figures(source) for part in (figure, figure.lstrip("0"))}
        for figure in _figures(text):
            if figure not in parts and not re.fullmatch(r"20\d\d", figure) and len(figure) >= _TELLING:
                yield figure


def _whole(fact: str, quote: str) -> str:
    """Complete a fact to the dates of its quotation that it has a part of, as «quincena de mayo»."""
    start = quote.find(fact)
    end = start + len(fact)
    cut = [each for each in find_dates(quote) if start >= 0 and each.start < end and each.end > start]
    return quote[min([start, *(each.start for each in cut)]) : max(each.end for each in cut)] if cut else fact


def _folded(text: str) -> str:
    return " ".join(words(text))


def _figures(text: str) -> set[str]:
    return {re.sub(r"[.,]", "", figure).strip() for figure in re.findall(r"\d[\d.,]*", text)} | {
        str(number) for word in words(text) if (number := number_of(word)) and len(word) > _TELLING
    }
