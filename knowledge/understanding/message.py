"""Read a message once: its language, and the sentences that may be its question."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from knowledge.language.folding import WORD, close_ordinals, fold
from knowledge.language.tenses import Tense, tense_of
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.across import Across, AcrossFinder, AcrossNamed
from knowledge.understanding.asking import WHO
from knowledge.understanding.cues import Asked
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.periods import find_periods
from knowledge.understanding.question import Question, QuestionReader
from knowledge.understanding.sentences import joined_in, readings_of
from knowledge.understanding.units import LIGHT
from knowledge.values.questions import Period

A_YEAR = 366
"""Days of the longest year."""

_WHO = frozenset({Asked.WHO, Asked.PERSON, Asked.HOLDER})
_FOR = frozenset({"por", "de", "for", "from"})


class AcrossAsked(NamedTuple):
    """What a message asks about several meetings.

    `topic` is the message without the words that only ask so and without the days of `period`; `placed` is
    the topic with each place or year of a meeting read as that meeting, and `compared` what is left without
    those. `taking_part` is set if the topic is just a party whose attendance or absence is asked about.
    `is_so_far` marks the perfect tense («¿qué ha prometido?»), and `of_years` a period of more than a year.
    `may_be_done` says that a kind of meetings may be asked about for what they did.
    """

    across: Across
    topic: Question
    placed: Question
    compared: Question
    period: Period | None
    taking_part: Across | None = None
    is_so_far: bool = False
    of_years: bool = False
    may_be_done: bool = False


class Message(NamedTuple):
    """A message as understood.

    `whole` is all of it read as one sentence; `readings` are the parts that may be its question, `whole`
    first; `questions` are the shortest of them that ask, or the whole message if none does. `attendance` is
    what is left of «¿estuvo Belice?» without its verb, if the message asks that.
    """

    whole: Question
    readings: tuple[Question, ...]
    questions: tuple[Question, ...]
    asked_across: AcrossAsked | None = None
    attendance: Question | None = None


class MessageReader:
    """Read messages for one store."""

    def __init__(self, sources: Sources, parts: Parts) -> None:
        self._across = AcrossFinder.load(sources.data.language)
        vocabulary = FollowUps.load(sources.data.language).vocabulary | self._across.vocabulary
        self._reader = QuestionReader(sources, vocabulary, parts)
        self._parts = parts

    def read(
        self, text: str, *, language: str, today: date, meeting: date | None, placed: bool = False
    ) -> Message:
        """Understand a message.

        `language` is the default for messages that don't show their own; `meeting` is the day of the meeting
        under discussion, for days without a year. `placed` takes a place or year as that of a meeting.
        """
        text = close_ordinals(text)
        read = partial(self._reader.read, today=today, meeting=meeting, placed=placed)
        whole = self._with_clauses(read(text, language=language), read)
        across = self._asked_across(whole, today, meeting)
        attendance = self._attendance(whole, today, meeting)
        spoken = readings_of(text) if self._parts.sentences else [text]
        if len(spoken) == 1:
            return Message(whole, (whole,), _joined(whole), across, attendance)
        parts = [read(each, language=whole.language)._replace(language=whole.language) for each in spoken[1:]]
        parts = [self._with_clauses(each, read) for each in parts]
        asks = [each for each in parts if each.asks and (each.units or each.meetings)]
        asking = tuple(each for each in asks if not any(_is_within(other, each) for other in asks))
        # What goes before a question may be its topic, what comes after is said besides.
        if across and len(asking) == 1 and text.startswith(asking[0].text):
            across = self._asked_across(asking[0], today, meeting) or across
        readings = (whole, *(each for each in parts if each.units))
        questions = tuple(one for each in asking or (whole,) for one in _joined(each))
        return Message(whole, readings, questions, across, attendance)

    def _with_clauses(self, question: Question, read: Callable[..., Question]) -> Question:
        """Read the questions joined in one sentence."""
        pieces = joined_in(question.text) if self._parts.sentences and question.asks else []
        if len(pieces) <= 1:
            return question
        clauses = (
            read(each, language=question.language)._replace(language=question.language) for each in pieces
        )
        return question._replace(clauses=tuple(clauses))

    def _attendance(self, whole: Question, today: date, meeting: date | None) -> Question | None:
        """Return the rest of a message that only asks if a party came: «¿asistió Panamá o no?»; or None."""
        found = self._across.taking_part(whole.tokens) or self._taking_part_around(whole)
        places = _places(whole)
        if found is None or not places or not whole.parties or (whole.asked and not _asks_who_for(whole)):
            return None
        rest = _without(whole.text, [places[place] for place in found[1]])
        topic = self._reader.read(rest, language=whole.language, today=today, meeting=meeting)
        return topic._replace(text=whole.text, language=whole.language)

    def _taking_part_around(self, whole: Question) -> tuple[Across, frozenset[int]] | None:
        """Read "was Belize there", with its verb on both sides of the party."""
        named = {at for each in whole.mentions for at in range(each.start, each.end)}
        others = [place for place in range(len(whole.tokens)) if place not in named]
        found = self._across.taking_part([whole.tokens[place] for place in others])
        if found is None or not named:
            return None
        taken = frozenset(others[place] for place in found[1])
        return (found[0], taken) if min(taken) < min(named) and max(named) < max(taken) else None

    def _asked_across(self, whole: Question, today: date, meeting: date | None) -> AcrossAsked | None:
        """Read what a message asks about several meetings, if anything."""
        named = self._across.find(whole.tokens)
        places = _places(whole)
        spoken = {at for place in (named.places if named and places else ()) for at in range(*places[place])}
        dated = find_periods(whole.text, today=today, meeting=meeting)
        # «Año por año» says how, and names no days.
        period = next((each for each in dated if not spoken.issuperset(range(each.start, each.end))), None)
        of_years = period is not None and _spans_years(period.period)
        is_past = tense_of(whole.text) is Tense.PAST
        is_bare = not (named or whole.asked) and self._across.lists_deeds(whole.tokens, is_past=is_past)
        if named is None and (of_years or (is_bare and whole.parties)):
            named = AcrossNamed(Across.DEEDS, frozenset())  # «¿qué ofreció Canadá desde 2010?»
        if (named is None or named.across is Across.SAID) and not of_years and len(whole.meetings) > 1:
            named = AcrossNamed(Across.BOTH, frozenset())  # «la cuota en Halifax y en Belmopán»
        if named is None or not places:
            return None
        are_several = self._across.asks_for_doers(whole.tokens)
        if named.across is Across.DEEDS and (are_several or (of_years and not WHO.isdisjoint(whole.asked))):
            named = AcrossNamed(Across.SAID, frozenset())  # «¿quién ha presidido la red desde 2013?»
        read = partial(self._reader.read, language=whole.language, today=today, meeting=meeting)
        is_so_far = is_bare or self._across.is_so_far(whole.tokens)
        if named.across is Across.SAID and not (of_years or are_several or is_so_far):
            return None
        for taking_part, taken in (
            *((named.taking_part,) if named.taking_part else ()),
            (None, named.places),
        ):
            kept = _without(whole.text, [places[place] for place in taken])
            topic = read(_without(kept, [(period.start, period.end)]) if period else kept)
            if not whole.meetings:
                # Without its first word, «evolución de las cuotas» seems to be about a meeting.
                topic = topic._replace(meetings=())
            if taking_part is None or _is_party(topic):
                break
        if taking_part is None and not named.places and named.across is Across.MEETINGS:
            return None  # «¿cuándo fue el taller?» is of no party
        placed = read(kept, placed=True)
        return AcrossAsked(
            named.across,
            topic._replace(language=whole.language),
            placed,
            read(placed.about)._replace(language=whole.language),
            period.period if period else None,
            taking_part,
            is_so_far,
            of_years,
            named.may_be_done,
        )


def _joined(question: Question) -> tuple[Question, ...]:
    """Return the questions joined in one sentence, if each has a topic of its own."""
    clauses = question.clauses
    are_all = clauses and all(each.asks and (each.topics or each.meetings) for each in clauses)
    return clauses if are_all else (question,)


def _places(question: Question) -> list[tuple[int, int]]:
    """Return the position of each word in a question's text; an empty list if they don't match."""
    places = [(match.start(), match.end()) for match in WORD.finditer(fold(question.text))]
    return places if len(places) == len(question.words) else []


def _spans_years(period: Period) -> bool:
    """Tell whether a period is longer than a year, or open."""
    if period.start is None or period.end is None:
        return True
    return (period.end - period.start).days > A_YEAR


def _is_party(topic: Question) -> bool:
    """Tell whether a topic is just one party."""
    others = (unit for unit in topic.units if not unit.names_party)
    return len(topic.parties) == 1 and all(unit.weight <= LIGHT for unit in others)


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Blank out ranges of characters in a text."""
    for start, end in stretches:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _is_within(inner: Question, outer: Question) -> bool:
    return inner.text != outer.text and inner.text in outer.text


def _asks_who_for(question: Question) -> bool:
    """Tell whether a question asks who represented a party: «¿quién asistió por México?»."""
    before = {question.tokens[each.start - 1] for each in question.mentions if each.start}
    return _WHO.issuperset(question.asked) and not _FOR.isdisjoint(before)
