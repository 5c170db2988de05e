"""Read notes without a verb as duties: «Informe anual: Secretaría, 30 de junio»."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty, Frame, Part
from knowledge.reading.duties.eventnames import EventNouns
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage
from knowledge.reading.duties.thatclauses import Doing
from knowledge.reading.duties.timewordings import year_of
from knowledge.values.acts import CommitmentKind, Deadline, Meeting, Precision
from knowledge.values.references import Section

_OPENING = re.compile(r"\s*:\s+|\s+[–—-]\s+|\s*\(")
_BETWEEN = re.compile(r"\s*[,;()]\s*|\s+[–—-]\s+|\s*:\s+|$")
_LAST_FIELD = re.compile(r"(?:,|\s[–—-])\s+(?P<time>[^,:()–—]+?)\s*[.)]*$")
_SMALL = re.compile(r"\b(?:el|del?|la|los|las|en|para|by|on|in|the|of|due)\b|\W")
_EXACT = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.HALF})
_ADDRESSED = re.compile(
    r"(?:[^\W\d_]+\s+\d{1,3}\s*)?\((?:to|al?|para)\s+(?P<whom>[^()]{2,90})\)\s*[.:–—-]", re.IGNORECASE
)
_THAT = frozenset({"that", "que"})
_LONGEST = 40


class _Fields(NamedTuple):
    """The parts of a note: the tokens of its action, the parties, and the deadline."""

    first: int
    end: int
    names: tuple[str, ...]
    time: FoundDeadline | None


class NoteReader:
    """Reads paragraphs without a finite verb, and requests with an addressee at the head."""

    def __init__(self, around: Surroundings, cues: Cues, meeting: Meeting) -> None:
        self._around = around
        self._lists = around.lists
        self._meeting = meeting
        self._events = EventNouns(cues.events)
        courtesies = (*cues.courtesies.es, *cues.courtesies.en)
        told = (*(each.cue for each in courtesies), *cues.actors.telling_deeds)
        self._told = frozenset(fold(each).split()[0] for each in told)
        self._others = frozenset(map(fold, cues.events.holding_nouns))

    def read(
        self,
        passage: Passage,
        clauses: Sequence[Clause],
        deadlines: Sequence[FoundDeadline],
        section: Section,
        frame: Frame,
    ) -> list[Duty]:
        """Return the duty of a note, if the paragraph is one."""
        asked = self._asked(passage)
        if asked:
            return [self._duty(passage, asked, asked.names, inferred=False)]
        stated = all(clause.move is Move.STATEMENT for clause in clauses)
        if not stated or len(clauses) != 1 or len(passage.tokens) > _LONGEST:
            return []
        if frame.notes or frame.details or frame.thanks:
            return []
        found = self._assigned(passage, deadlines) or self._told_first(passage, deadlines)
        if found:
            return [self._duty(passage, found, found.names, inferred=False)]
        found = self._unassigned(passage, deadlines)
        return [self._duty(passage, found, self._implied(section, frame), inferred=True)] if found else []

    def addressed(self, passage: Passage) -> tuple[str, ...]:
        """Return the addressees at the head of a paragraph: «Recomendación 2 (a la ST). Que …»."""
        match = _ADDRESSED.match(passage.text)
        return self._lists.written(match["whom"]) or self._lists.called(match["whom"]) if match else ()

    def _asked(self, passage: Passage) -> _Fields | None:
        """Read the request to the addressees at the head of a paragraph."""
        names = self.addressed(passage)
        that = next((each for each, token in enumerate(passage.tokens) if token.word in _THAT), None)
        return _Fields(that, len(passage.tokens), names, None) if names and that is not None else None

    def _implied(self, section: Section, frame: Frame) -> tuple[str, ...]:
        return frame.names or self._around.deciders.implied(section)

    @staticmethod
    def _duty(passage: Passage, found: _Fields, names: tuple[str, ...], *, inferred: bool) -> Duty:
        clause = Clause(passage, Head(Move.DO, found.first, found.first), found.first, found.end)
        apart = (found.time,) if found.time else ()
        part = Part(clause, found.first, Doing.NOUN)
        return Duty(names, (part,), CommitmentKind.OBLIGATION, inferred, apart=apart)

    def _assigned(self, passage: Passage, deadlines: Sequence[FoundDeadline]) -> _Fields | None:
        """Read «Traducción del manual: OIM», «Informe anual (ST, 30 de junio)»."""
        opening = _OPENING.search(passage.text)
        if opening is None or not self._is_task(passage):
            return None
        names: list[str] = []
        time: FoundDeadline | None = None
        start = opening.end()
        for between in _BETWEEN.finditer(passage.text, start):
            field = passage.text[start : between.start()].strip(" .")
            told = self._time(passage, start, between.start(), deadlines) if field else None
            named = () if told else self._parties(passage, start, between.start())
            if field and not (told or named):
                return None
            names += named
            time = time or told
            start = between.end()
        exact = time is not None and time.deadline.precision in _EXACT
        if not names or not (exact or self._does(passage, 0)):
            return None
        return _Fields(0, _token(passage, opening.start()), tuple(dict.fromkeys(names)), time)

    def _told_first(self, passage: Passage, deadlines: Sequence[FoundDeadline]) -> _Fields | None:
        """Read «MEX: informe sobre trata – jul./19»."""
        opening, last = _OPENING.search(passage.text), _LAST_FIELD.search(passage.text)
        if opening is None or last is None or ":" not in opening[0] or last.start() < opening.end():
            return None
        names = self._parties(passage, 0, opening.start())
        time = self._time(passage, last.start("time"), last.end("time"), deadlines)
        first, end = _token(passage, opening.end()), _token(passage, last.start())
        if not names or time is None or time.deadline.precision not in _EXACT or first >= end:
            return None
        return _Fields(first, end, names, time)

    def _unassigned(self, passage: Passage, deadlines: Sequence[FoundDeadline]) -> _Fields | None:
        """Read a note without a party: «Pago de las cuotas, a más tardar el 31 de agosto»."""
        firm = next((each for each in deadlines if each.firm and each.deadline.end), None)
        if firm is None or not self._does(passage, 0) or not self._is_task(passage):
            return None
        finite = any(self._is_said(passage, each) for each in range(len(passage.tokens)))
        return None if finite else _Fields(0, len(passage.tokens), (), firm)

    def _is_said(self, passage: Passage, index: int) -> bool:
        word, verbs = passage.tokens[index].word, self._around.verbs
        known = verbs.infinitive_of(word) is not None or verbs.base_of_finite(word) is not None
        return known and verbs.verb_of_action(word) is None and word not in self._around.grammar.prepositions

    def _is_task(self, passage: Passage) -> bool:
        """Tell whether a note is a task, not an event and its place or an action of the meeting itself."""
        mention = next(iter(self._events.find(passage.text)), None)
        verb = self._around.verbs.verb_of_action(passage.tokens[0].word) if passage.tokens else None
        opens = mention is not None and len(passage.text[: mention.noun].split()) <= 1
        other = bool(passage.tokens) and passage.tokens[0].word in self._others
        return not (opens or other or (verb and fold(verb) in self._told))

    def _does(self, passage: Passage, first: int) -> bool:
        first = self._around.skip(passage, first, self._around.grammar.determiners)
        return first < len(passage.tokens) and bool(
            self._around.verbs.verb_of_action(passage.tokens[first].word)
        )

    def _parties(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """Return the parties of a field that consists only of them; an aside has no tokens."""
        if passage.text[:start].rstrip().endswith("("):
            return self._lists.written(passage.text[start:end])
        first, last = _token(passage, start), _token(passage, end)
        listed = self._lists.read(passage, first) if first < last else None
        rest = passage.text[passage.tokens[listed.end - 1].end : end].strip(" .") if listed else "-"
        return self._lists.names(listed, passage) if listed and listed.end <= last and not rest else ()

    def _time(
        self, passage: Passage, start: int, end: int, deadlines: Sequence[FoundDeadline]
    ) -> FoundDeadline | None:
        """Return the time of a field that consists only of it."""
        worded = next((each for each in deadlines if start <= each.start < end), None)
        if worded and not _SMALL.sub("", fold(passage.text[worded.end : end])):
            return worded
        field = passage.text[start:end]
        mention = next(iter(find_dates(field)), None)
        days = mention.days(self._meeting.start) if mention else None
        if mention is None or days is None:
            return None
        if _SMALL.sub("", fold(field[: mention.start] + field[mention.end :])):
            return None
        by_day = mention.unit is Precision.DAY and not mention.several
        deadline = Deadline(
            text=field[mention.start : mention.end],
            start=None if by_day else days.first,
            end=days.last,
            precision=mention.unit,
        )
        return FoundDeadline(start + mention.start, start + mention.end, deadline, year_of(days))


def _token(passage: Passage, place: int) -> int:
    return next(
        (index for index, token in enumerate(passage.tokens) if token.start >= place), len(passage.tokens)
    )
