"""Read the meeting from an act's preamble: body, title, place, days, participants."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.language.folding import fold, words
from knowledge.language.forum import Forum
from knowledge.language.parties import Mention, PartyRegister
from knowledge.reading.files.marks import CELL_END
from knowledge.reading.structure.meeting_dates import DateRange, find_date_ranges
from knowledge.reading.structure.meeting_places import PlaceReader
from knowledge.reading.structure.participants import ParticipantReader
from knowledge.reading.structure.preamble import Preamble
from knowledge.reading.structure.titles import titled_body
from knowledge.reading.structure.words import Structure
from knowledge.values.acts import Meeting
from knowledge.values.parties import PartyKind

_CUE_REACH = 160
_PROSE = 1
_ANNOUNCED = 80
_MOST_OF_LINE = 0.7
_SALUTATION = re.compile(
    r"\b(?:dear\s|estimad[oa]s?\b|distinguid[oa]s?\s|excelent[ií]sim|your excellenc)[^.]{0,60}[,:]",
    re.IGNORECASE,
)
"""The salutation of a letter."""
_MEETING_OF = re.compile(r"\b(?:reuni[oó]n|sesi[oó]n|meeting|session)\b", re.IGNORECASE)
_LISTING = re.compile(r"[\s,]*(?:(?:y|e|and|&)\s+)?(?:(?:el|la|los|las|the)\s+)?")
"""The separator between the names of a list."""


@dataclass(frozen=True)
class MeetingReader:
    """Reads meetings from preambles, with the names that the forum's acts use."""

    register: PartyRegister
    forum: Forum
    structure: Structure

    def read(self, preamble: Preamble, join: Callable[[list[str]], str] = " ".join) -> Meeting:
        """Read the meeting; its place and days rather from the lines below the title than from the prose.

        Several days are preferred to a single one, which may be that of the adoption. `join` joins lines
        into a paragraph.
        """
        title = " ".join(line.text for line in preamble.title)
        heading = [line.text for line in (*preamble.title, *preamble.below)]
        prose = join([line.text for line in preamble.prose])
        held = next(iter(find_date_ranges(prose)), None)
        letter = held is not None and any(map(_SALUTATION.search, (*heading, prose)))
        if letter:
            heading = [text for text in heading if not find_date_ranges(text)]  # no letter's date
        stamps = [line.text for line in preamble.stamps]
        days, source = self._days([" ".join(heading), prose, *stamps])
        days_at = days.position if days and source == _PROSE else None
        place = self._places.read([*heading, *stamps], prose, days_at)
        below = _sentences(line.text for line in (*preamble.below, *preamble.title))
        body = self._told_body(prose, held.position) if held and letter else None
        body = body or self._body(" ".join(heading)) or self._body(prose[:_CUE_REACH])
        if body == self.forum.short("es"):
            body = next(filter(None, map(self._network, heading)), body)
        body = body or next(filter(None, map(self._own_body, re.split(r"[.;:]\s", prose))), None)
        participants = self._who.took_part(prose) or self._who.took_part(below)
        if not participants and body not in self.forum.title_names:
            labelled = " ".join(line.text for line in preamble.below if self._who.opens_list(line.text))
            dated = [line.text for line in preamble.below if find_date_ranges(line.text)]
            told = (prose, labelled, *(text for text in dated if text.endswith(".")))
            found = (self._who.took_part(text, abroad=True) for text in told)
            participants = next(filter(None, found), ())
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

    def completed(self, meeting: Meeting, closing: str) -> Meeting:
        """Add days and place from the act's closing words if it has no days yet: «Dada en Copán, el 9 …»."""
        days = next(iter(find_date_ranges(closing)), None)
        if meeting.start or days is None:
            return meeting
        place = self._places.read([], closing, days.position)
        known = {"city": meeting.city or place.city, "country": meeting.country or place.country}
        return meeting.model_copy(update={**known, "start": days.start, "end": days.end})

    def _days(self, texts: Sequence[str]) -> tuple[DateRange | None, int]:
        """Choose the meeting's days, and return them with the index of their text.

        The latest in a text are the meeting's, since it may recall an earlier one, unless it announces them.
        """
        found = [(days, place) for place, text in enumerate(texts) for days in find_date_ranges(text)]
        candidates = [each for each in found if each[0].has_several_days] or found[:1]
        if not candidates:
            return None, 0
        first = candidates[0]
        held = [
            (days, place)
            for days, place in candidates
            if place == first[1] and not self.structure.announces(texts[place][: days.position][-_ANNOUNCED:])
        ]
        return max(held or [first], key=lambda each: each[0].start)

    def _absent(self, body: str | None, participants: Sequence[str]) -> tuple[str, ...]:
        if not participants or body not in self.forum.title_names:
            return ()
        return tuple(name for name in self.register.members if name not in participants)

    def unknown_body(self, preamble: Preamble) -> str | None:
        """Return the body that a title names, if it isn't described in the data."""
        lines = [line.text for line in (*preamble.title, *preamble.below)]
        return None if self._body(" ".join(lines)) else titled_body(lines, self.structure.body_nouns)

    def lists_participants(self, text: str) -> bool:
        """Tell whether a paragraph lists participants."""
        return bool(self._who.took_part(text))

    def tells_days(self, text: str) -> bool:
        """Tell whether a paragraph has a range of days."""
        return any(days.has_several_days for days in find_date_ranges(text))

    def opens_act(self, text: str) -> bool:
        """Tell whether a paragraph has the meeting's days and its participants, members or not."""
        return bool(find_date_ranges(text)) and bool(self._who.took_part(text, abroad=True))

    def names_body(self, text: str) -> bool:
        """Tell whether a text names one of the forum's bodies, or another forum or organization."""
        return self._body(text) is not None

    def place_start(self, text: str) -> int | None:
        """Return where a text names a city with its country («Tela, República de Honduras»), or with days."""
        return self._places.start(text)

    @cached_property
    def _who(self) -> ParticipantReader:
        return ParticipantReader(self.register, self.structure)

    @cached_property
    def _places(self) -> PlaceReader:
        return PlaceReader(self.structure, self._countries)

    def _countries(self, text: str) -> list[Mention]:
        return self._who.countries(text)

    def _own_body(self, text: str) -> str | None:
        folded = f" {' '.join(words(text))} "
        for body in self.forum.title_words:
            if any(f" {' '.join(words(title))} " in folded for title in body.words):
                return body.name
        return None

    def _told_body(self, prose: str, days_at: int) -> str | None:
        """Return the body whose meeting a letter mentions before its days: "meeting of the RCGM, held …"."""
        told = _MEETING_OF.split(prose[max(0, days_at - _CUE_REACH) : days_at])[-1]
        return self._own_body(told)

    def _body(self, text: str) -> str | None:
        own = self._own_body(text)
        if own:
            return own
        kinds = {PartyKind.FORUM, PartyKind.ORGANIZATION}
        found = self.register.find(text)
        joining = self._joining(text, found)
        beside = {each.name for each in found if _is_beside(text, each)}  # «con la Organización … (OPS)»
        named = (each for each in found if each not in joining and each.name not in beside)
        met = (
            each.name for each in named if each.start == 0 or self.register.parties[each.name].kind in kinds
        )
        return next(
            (name for name in met if self.register.parties[name].kind in {*kinds, PartyKind.NETWORK}), None
        )

    def _network(self, line: str) -> str | None:
        """Return the network that a line of a title, below the forum's name, consists of."""
        for named in self.register.find(line):
            whole = named.end - named.start > _MOST_OF_LINE * len(line.strip())
            if whole and self.register.parties[named.name].kind is PartyKind.NETWORK:
                return named.name
        return None

    def _joining(self, text: str, named: Sequence[Mention]) -> set[Mention]:
        """Find the parties that a sentence says attended: "IOM and ILO attended as observers"."""
        folded, joining = fold(text), set[Mention]()
        came, after = False, len(text)
        for each in reversed(named):
            between = folded[each.end : after]
            comes = between.lstrip().startswith(self.structure.folded_joining)
            came = comes or (came and _LISTING.fullmatch(between) is not None)
            joining |= {each} if came else set()
            after = each.start
        return joining


def _sentences(lines: Iterable[str]) -> str:
    """Join lines as sentences, except lines that end in a comma and table rows: a list goes on there."""
    joined = ""
    for line in lines:
        goes_on = line.endswith(",") or CELL_END.strip() in line
        joined += f"{line} " if goes_on else f"{line}. "
    return joined


def _is_beside(text: str, mention: Mention) -> bool:
    """Tell whether an organization only takes part: «con la OIM y el ACNUR como observadores»."""
    phrase = fold(re.split(r"[,;(]", text[: mention.start])[-1]).split()
    return not {"with", "con"}.isdisjoint(phrase)


def slug_of(meeting: Meeting, fallback: str) -> str:
    """Return an act's slug: `<body>-<year>-<month>-<city>`, or `fallback` without body or date."""
    parts = [
        meeting.body,
        meeting.start and f"{meeting.start:%Y-%m}",
        meeting.city if meeting.body and meeting.start else None,
    ]
    named = [part for part in parts if part] if meeting.body and meeting.start else [fallback]
    return "-".join(words(" ".join(named).replace("-", " "))) or "acta"
