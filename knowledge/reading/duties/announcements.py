"""Find events by a name and days given for it, whatever the grammar of the sentence."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge.language.folding import fold, words
from knowledge.language.ordinals import ordinals_in
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.eventdays import EventDays, EventDaysFinder
from knowledge.reading.duties.eventlinks import BAR, EventLinks, Told
from knowledge.reading.duties.eventnames import EventMention, EventNouns
from knowledge.reading.duties.eventwords import EventWords, FoundEvent
from knowledge.reading.duties.gatherings import GatheringReader
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.holdingwords import HoldingWords
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.partners import PartnerFinder
from knowledge.reading.duties.passages import WordPhrases
from knowledge.reading.duties.timewordings import FoundDeadline
from knowledge.values.acts import Event, EventStatus, Meeting, Precision
from knowledge.values.references import Reference

_HEADING_WORDS = 8
_BEFORE_HOLDING = re.compile(r"\s+(?:(?:que|will|would|shall|is|are)\s+)?")
_BY = re.compile(r"\s+(?:por|by)\s+(?:(?:el|la|los|las|the)\s+)?")
# «Field exercise», "the control-room operators' course", "Preparedness Week"
_ENGLISH_NAME = re.compile(
    r"(?:^|\b[Tt]he\s+|\b[Aa]n?\s+)(?P<name>(?:(?!(?:[Tt]hat|[Tt]he|[Aa]n?|[Nn]ext|to|and|or)\s)[\w-]+[’']?\s+){1,3})$"
)
_CAPITALS = re.compile(r"(?<!^)(?P<name>(?:[A-Z][\w-]+\s+){1,3})$")
_ACCEPTED = re.compile(r"\b(?:acept|accept)")


class _Named(NamedTuple):
    """The name of an event and its characters from `start` up to `end` in the sentence.

    An event that is only `mentioned` is neither held nor scheduled there.
    """

    name: str
    start: int
    end: int
    mentioned: bool = False


class AnnouncementFinder:
    """Finds events that the readers of duties and announcements have missed."""

    def __init__(
        self,
        register: PartyRegister,
        cues: Cues,
        around: Surroundings,
        meeting: Meeting,
        holding: HoldingWords,
    ) -> None:
        events = cues.events
        self._around = around
        self._titled = frozenset(map(fold, events.titled))
        gathered = [noun for noun in events.nouns if noun not in events.collecting]
        nouns = (*gathered, *events.happenings, *events.titled)
        self._following = {value + 1 for value, _ in ordinals_in(words(meeting.title))}
        self._nouns = EventNouns(events.model_copy(update={"nouns": nouns}))
        self._days = EventDaysFinder(events.starting, meeting)
        self._holding = holding
        self._links = EventLinks(register, holding, around.language)
        self._writer = EventWords(register, cues)
        self._gatherings = GatheringReader(events, self._writer.places, holding)
        self._partners = PartnerFinder(around, cues)
        self._organized_by = WordPhrases((*events.organized_by, *cues.actors.in_charge))
        self._proposals = frozenset(map(fold, (*events.proposals, *cues.actors.offers)))

    def complete(
        self,
        paragraphs: Sequence[Paragraph],
        known: Sequence[Sequence[FoundEvent]],
        duties: Collection[Reference],
    ) -> list[list[FoundEvent]]:
        """List the events of each paragraph in order, `known` and newly found.

        A single day in a row of a table of `duties` is a deadline.
        """
        headings: dict[str, str] = {}
        completed = []
        for paragraph, found in zip(paragraphs, known, strict=True):
            reference = str(paragraph.reference)
            above = headings.get(reference) or headings.get(str(paragraph.reference.parent))
            bound = paragraph.reference in duties
            completed.append(self._completed(paragraph, found, above, bound=bound))
            heading = self._heading(paragraph)
            if heading:
                headings[reference] = heading
        return completed

    def _heading(self, paragraph: Paragraph) -> str | None:
        """Return the only event of a heading or lead-in: «Próxima sesión», "With regard to the workshop:"."""
        text = paragraph.passage.text.strip()
        if len(text.split()) > _HEADING_WORDS and not text.endswith(":"):
            return None
        mentions = self._links.outer(text, self._nouns.find(text))
        if len(mentions) != 1:
            return None
        return self._writer.name_of(text[mentions[0].name :], mentions[0].name, paragraph.deadlines)

    def _completed(
        self, paragraph: Paragraph, known: Sequence[FoundEvent], above: str | None, *, bound: bool
    ) -> list[FoundEvent]:
        found = list(known)
        for told in self._sentences(paragraph, bound=bound):
            for days in self._exact_first(told):
                same = next((each for each in found if _is_same(days, each)), None)
                named = self._named(told, days, above)
                if same:
                    place = self._links.place(told, days, named.start, named.end) if named else None
                    found[found.index(same)] = _refined(same, days, place)
                    continue
                if named and not any(each.start == told.start + named.start for each in found):
                    found.append(self._event(told, days, named))
            placed = None if found else self._next_placed(told)
            found += [placed] if placed else []
            above = self._last_name(told) or above
        return sorted(found, key=lambda each: each.start)

    def _exact_first(self, told: Told) -> list[EventDays]:
        found = self._days.find(told.text, _shifted(told.paragraph, told.start))
        return sorted(found, key=lambda each: each.time.precision is Precision.MONTH)

    def _sentences(self, paragraph: Paragraph, *, bound: bool) -> Iterator[Told]:
        passage = paragraph.passage
        starts = {0} if BAR in passage.text or not passage.tokens else passage.sentence_starts
        places = sorted(passage.tokens[index].start if index else 0 for index in starts)
        for start, end in zip(places, [*places[1:], len(passage.text)], strict=True):
            text = passage.text[start:end]
            found = (each for each in self._nouns.find(text) if self._is_called(text, each))
            yield Told(paragraph, start, text, fold(text), self._links.outer(text, found), bound)

    def _is_called(self, text: str, mention: EventMention) -> bool:
        """Tell whether a mention is an event, not a verb ("to exchange records") or an untitled noun."""
        verb = mention.start == mention.noun and text[: mention.noun].endswith((" to ", "To "))
        return not verb and not self._is_no_title(text, mention)

    def _is_no_title(self, text: str, mention: EventMention) -> bool:
        """Tell whether a noun like «semana» lacks a title: «la semana del 5», not «la Semana de la Niñez»."""
        noun = text[mention.noun :].split(maxsplit=1)[0].strip(".,;:")
        if fold(noun).removesuffix("s") not in self._titled:
            return False
        titled = mention.end > mention.noun + len(noun) or text[: mention.noun].split()[-1:]
        return not (noun[:1].isupper() and titled)

    def _last_name(self, told: Told) -> str | None:
        if not told.mentions:
            return None
        first = told.mentions[0]
        return self._writer.name_of(
            told.text[first.name :], told.start + first.name, told.paragraph.deadlines
        )

    def _named(self, told: Told, days: EventDays, above: str | None) -> _Named | None:
        """Return the event that some days belong to: named beside them, told by a verb, or `above`."""
        if not days.told and self._holding.is_past(told.text):
            return None
        mention = self._links.named(told, days)
        exact = days.time.precision is not Precision.MONTH
        if mention and (exact or self._writer.nouns.find(told.text[mention.start : mention.end])):
            whole = self._whole(told, mention)
            mentioned = self._links.is_mentioned(told, mention, days)
            return _Named(self._name(told, days, whole), whole.name, whole.end, mentioned)
        several = self._links.one_of_several(told, days)
        if several:
            return _Named(self._name(told, days, several[0]), several[1], several[1])
        return self._gathered(told, days, above) or (self._pointed(told, days, above) if above else None)

    def _gathered(self, told: Told, days: EventDays, above: str | None) -> _Named | None:
        """Name a meeting told by its verb, by the event `above` if the text gives it no name."""
        gathering = self._gatherings.find(told, days)
        if gathering is None:
            return None
        bare = len(gathering.name.split()) == 1
        return _Named(above if above and bare else gathering.name, gathering.start, gathering.end)

    def _pointed(self, told: Told, days: EventDays, above: str) -> _Named | None:
        """Name the event `above` if the sentence gives only place and time, or points back to it."""
        if self._links.is_all(told, days):
            return _Named(above, 0, 0)
        end = self._holding.pointing(told.folded[: days.start])
        if end is None or self._holding.is_of_else(told.text[end : days.start]):
            return None
        return _Named(above, 0, end)

    def _whole(self, told: Told, mention: EventMention) -> EventMention:
        """Extend an English event to the modifiers of its noun: "the control-room operators' course"."""
        before = told.text[: mention.name]
        match = _ENGLISH_NAME.search(before) or _CAPITALS.search(before)
        if self._around.language != "en" or match is None or self._links.is_else(match["name"]):
            return mention
        return mention._replace(name=match.start("name"))

    def _next_placed(self, told: Told) -> FoundEvent | None:
        """Return the next meeting if only its place is known, not its days."""
        for mention in told.mentions:
            ordinals = ordinals_in(words(told.text[mention.name : mention.noun]))
            if not mention.coming and self._following.isdisjoint(value for value, _ in ordinals):
                continue
            place = self._links.placed(told, mention)
            if place:
                start, end = told.start + mention.name, told.start + len(told.text)
                name = self._writer.name_of(told.text[mention.name : mention.end], start, ())
                event = Event(reference=told.paragraph.reference, name=name, place=place)
                return FoundEvent(event, start, end)
        return None

    def _name(self, told: Told, days: EventDays, mention: EventMention) -> str:
        after = told.text[mention.name :]
        name = after[: days.start - mention.name] if days.start > mention.end else after
        name = name[: self._holding.verb_in(fold(name), mention.end - mention.name)]
        return self._writer.name_of(name, told.start + mention.name, told.paragraph.deadlines)

    def _event(self, told: Told, days: EventDays, named: _Named) -> FoundEvent:
        paragraph, passage = told.paragraph, told.paragraph.passage
        start, end = told.start + named.start, told.start + max(days.end, named.end)
        count = len(passage.tokens)
        first = next((index for index, each in enumerate(passage.tokens) if each.start >= start), 0)
        last = next((index for index, each in enumerate(passage.tokens) if each.start >= end), count)
        lists = self._around.lists
        organizers = lists.named_after(self._organized_by, passage, first, count) or self._holders(
            told, named
        )
        before = told.folded[: named.start]
        offered = not self._proposals.isdisjoint(before.split()) and not _ACCEPTED.search(before)
        status = EventStatus.PROPOSED if offered else EventStatus.SCHEDULED
        if named.mentioned and not offered:
            status = EventStatus.REFERENCED
        event = Event(
            reference=paragraph.reference,
            name=named.name,
            place=self._links.place(told, days, named.start, named.end),
            start=days.time.start,
            end=days.time.end,
            precision=days.time.precision,
            organizers=organizers,
            supporters=self._partners.find(passage, first, last, organizers).supporters,
            status=status,
        )
        return FoundEvent(event, start, end)

    def _holders(self, told: Told, named: _Named) -> tuple[str, ...]:
        """Return the parties right before a verb of holding, «que el Perú organizará», or after «por»."""
        lists, passage = self._around.lists, told.paragraph.passage
        held = {start for start, _ in self._holding.find(told.folded)}
        for each in lists.all(passage):
            end = passage.tokens[each.end - 1].end - told.start
            gap = _BEFORE_HOLDING.match(told.folded, end) if 0 < end < len(told.folded) else None
            start = max(named.end, passage.tokens[each.start].start - told.start)
            by = _BY.fullmatch(told.folded, named.end, start)
            if by or (gap and gap.end() in held):
                return lists.names(each, passage)
        return ()


def _shifted(paragraph: Paragraph, start: int) -> list[FoundDeadline]:
    return [each._replace(start=each.start - start, end=each.end - start) for each in paragraph.deadlines]


def _is_same(days: EventDays, found: FoundEvent) -> bool:
    """Tell whether days overlap those of a known event."""
    event, time = found.event, days.time
    first, last = time.start or time.end, time.end or time.start
    begins, ends = event.start or event.end, event.end or event.start
    return bool(first and last and begins and ends and begins <= last and first <= ends)


def _refined(found: FoundEvent, days: EventDays, place: str | None) -> FoundEvent:
    """Give a known event its place and last day: «del 08.04.2019 al 12.04.2019»; an open start has no end."""
    event, time = found.event, days.time
    end = event.end
    if event.start == time.start and event.precision is time.precision:
        longer = time.end and end and end < time.end
        end = time.end if longer or time.end is None else end
    return replace(found, event=event.model_copy(update={"end": end, "place": event.place or place}))
