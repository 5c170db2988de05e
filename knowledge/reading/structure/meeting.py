"""Read the meeting from an act's preamble: body, title, place, days, participants."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.language.countries import country_at_start
from knowledge.language.folding import fold, words
from knowledge.language.forum import Forum
from knowledge.language.parties import Mention, PartyRegister
from knowledge.reading.structure.meeting_dates import DateRange, find_date_ranges
from knowledge.reading.structure.preamble import Preamble
from knowledge.reading.structure.titles import titled_body
from knowledge.reading.structure.words import Structure
from knowledge.values.acts import Meeting
from knowledge.values.parties import PartyKind

_NAME = r"[^\W\d_a-zà-öø-ÿ][\w.’'-]*"
_NAMES = rf"{_NAME}(?: (?:(?:de|del|la|las|los|y|of|and) ){{0,2}}{_NAME})*"
_NAMES_AT_END = re.compile(rf"(?:(?:ciudad de|city of) )?(?:{_NAMES}, )*{_NAMES}$")
_COMMA = re.compile(r", ")
_BEFORE_CITY = re.compile(r"\b(?:en|in|at|sede|sede en) (?:la |the )?(?=[^\W\d_])")
_REPUBLIC = re.compile(r"(?:(?:la|the) )?(?:(?:República|Republic) (?:de|of) )?", re.IGNORECASE)
_CITY_WITHOUT_COUNTRY = re.compile(
    rf"\b(?:[Cc]iudad de|[Cc]ity of|en|in|at|sede(?: en)?) ({_NAMES})"
    r"(?=,? (?:los d[ií]as|el \d|on |del \d|\d))"
)
_CITY_PREFIX = re.compile(r"(?:la |the )?(?:ciudad de|city of) ", re.IGNORECASE)
_BETWEEN_PARTICIPANTS = re.compile(
    r"(?:[\s,;]|\b(?:y|e|and|el|la|los|las|the|de|del|of|gobiernos?|governments?)\b)*"
)
_FEWEST_AFTER_CUE = 2
_FEWEST_WITHOUT_CUE = 3
_CUE_REACH = 160
_MOST_CITY_WORDS = 5
_CITY_REACH = 120
_COUNTRY_REACH = 60


class Place(NamedTuple):
    """Where a meeting was, and where the text says so; the country is a canonical name."""

    city: str | None = None
    country: str | None = None
    position: int = 0


@dataclass(frozen=True)
class MeetingReader:
    """Read meetings, with the names that the forum's acts use."""

    register: PartyRegister
    forum: Forum
    structure: Structure

    def read(self, preamble: Preamble) -> Meeting:
        """Read the meeting; place and days from the lines below the title rather than from the prose.

        Several days count before a single one, which may be that of the adoption.
        """
        title = " ".join(line.text for line in preamble.title)
        heading = [line.text for line in (*preamble.title, *preamble.below)]
        prose = " ".join(line.text for line in preamble.prose)
        stamps = [line.text for line in preamble.stamps]
        days = _choose_days([" ".join(heading), prose, *stamps])
        place = self._place([*heading, *stamps], prose)
        participants = self._participants(prose)
        body = self._body(" ".join(heading)) or self._body(prose[:_CUE_REACH])
        return Meeting(
            body=body,
            title=title,
            city=place.city,
            country=place.country,
            start=days.start if days else None,
            end=days.end if days else None,
            participants=participants,
            absent_members=self._absent(body, participants),
        )

    def _absent(self, body: str | None, participants: Sequence[str]) -> tuple[str, ...]:
        if not participants or body not in self.forum.title_names:
            return ()
        return tuple(name for name in self.register.members if name not in participants)

    def unknown_body(self, preamble: Preamble) -> str | None:
        """Return the body that a title names, if nobody has described it."""
        lines = [line.text for line in (*preamble.title, *preamble.below)]
        return None if self._body(" ".join(lines)) else titled_body(lines, self.structure.body_nouns)

    def names_meeting(self, text: str) -> bool:
        """Tell whether a paragraph lists participants or says on which days the meeting was."""
        return bool(self._participants(text)) or any(days.has_several_days for days in find_date_ranges(text))

    def names_body(self, text: str) -> bool:
        """Tell whether a text names one of the forum's bodies, or another forum or organization."""
        return self._body(text) is not None

    def place_start(self, text: str) -> int | None:
        """Find where a text names a city and its country («Tela, República de Honduras»)."""
        place = self._place_with_country(text)
        return place.position if place else None

    def _place(self, heading: Sequence[str], prose: str) -> Place:
        for text in heading:
            place = self._place_with_country(text)
            if place:
                return place
        for match in _BEFORE_CITY.finditer(prose):
            place = self._place_with_country(prose[match.end() : match.end() + _CITY_REACH])
            if place and place.position == 0:
                return place
        matches = (_CITY_WITHOUT_COUNTRY.search(text) for text in (*heading, prose))
        return next((Place(_city(match[1])) for match in matches if match), Place())

    def _place_with_country(self, text: str) -> Place | None:
        for comma in _COMMA.finditer(text):
            country = self._country_at_start(text[comma.end() : comma.end() + _COUNTRY_REACH])
            match = _NAMES_AT_END.search(text, 0, comma.start())
            city = match[0].split(", ")[0] if match else ""
            others = {mention.name for mention in self._countries(city)} - {country}
            if country is None or match is None or others:
                continue
            prefix = _CITY_PREFIX.match(city)
            if prefix and not self._country_at_start(city[prefix.end() :]):
                city = city[prefix.end() :]
            if len(city.split()) <= _MOST_CITY_WORDS:
                return Place(_city(city), country, match.start())
        return None

    def _country_at_start(self, text: str) -> str | None:
        text = _REPUBLIC.sub("", text, count=1)
        known = next((mention.name for mention in self._countries(text)[:1] if mention.start == 0), None)
        return known or country_at_start(text)

    def _participants(self, prose: str) -> tuple[str, ...]:
        runs = self._country_runs(prose)
        folded = fold(prose)
        for run in runs:
            reach = folded[max(0, run[0].start - _CUE_REACH) : run[0].start]
            if len(run) >= _FEWEST_AFTER_CUE and any(
                cue in reach for cue in self.structure.folded_participation
            ):
                return _names(run)
        longest = max(runs, key=len, default=[])
        return _names(longest) if len(longest) >= _FEWEST_WITHOUT_CUE else ()

    def _country_runs(self, prose: str) -> list[list[Mention]]:
        runs: list[list[Mention]] = []
        for mention in self._countries(prose):
            gap = fold(prose[runs[-1][-1].end : mention.start]) if runs else None
            if gap is not None and _BETWEEN_PARTICIPANTS.fullmatch(gap):
                runs[-1].append(mention)
            else:
                runs.append([mention])
        return runs

    def _countries(self, text: str) -> list[Mention]:
        """List the members named; all countries where no members are known."""
        known = set(self.register.members)
        return [
            mention
            for mention in self.register.find(text)
            if self.register.parties[mention.name].kind is PartyKind.COUNTRY
            and (mention.name in known or not known)
        ]

    def _body(self, text: str) -> str | None:
        folded = f" {' '.join(words(text))} "
        for body in self.forum.title_words:
            if any(f" {' '.join(words(title))} " in folded for title in body.words):
                return body.name
        kinds = {PartyKind.FORUM, PartyKind.ORGANIZATION}
        mentions = (mention.name for mention in self.register.find(text))
        return next((name for name in mentions if self.register.parties[name].kind in kinds), None)


def slug_of(meeting: Meeting, fallback: str) -> str:
    """Name an act `<body>-<year>-<month>-<city>`, as far as they are known, else by `fallback`."""
    parts = [
        meeting.body,
        meeting.start and f"{meeting.start:%Y-%m}",
        meeting.city if meeting.body and meeting.start else None,
    ]
    named = [part for part in parts if part] if meeting.body and meeting.start else [fallback]
    return "-".join(words(" ".join(named).replace("-", " "))) or "acta"


def _choose_days(texts: Sequence[str]) -> DateRange | None:
    candidates = [days for text in texts for days in find_date_ranges(text)]
    several = (days for days in candidates if days.has_several_days)
    return next(several, candidates[0] if candidates else None)


def _city(written: str) -> str:
    return written.title() if written.isupper() else written[:1].upper() + written[1:]


def _names(run: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.name for mention in run))
