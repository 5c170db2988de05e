"""Link the events of a sentence to its days, whatever the grammar."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.eventdays import EventDays
from knowledge.reading.duties.eventnames import EventMention
from knowledge.reading.duties.events import PART_OF
from knowledge.reading.duties.eventwords import BARE_PLACE, CITY, PLACE_AFTER
from knowledge.reading.duties.holdingwords import HoldingWords
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.timewordings import PHRASES
from knowledge.reading.duties.wordings import mask
from knowledge.reading.files.marks import ROW_CELL_END
from knowledge.values.acts import Precision

BAR = ROW_CELL_END.strip()
_CUT = re.compile(rf"(?:(?<!\b[Ss]t)(?<!\b[DdMm]r)\.|[;:{BAR}])\W|^\W+|\n")
_THAT = re.compile(r"\b(?:que|that|cuy[oa]s?|whose)\s")
_SMALL = re.compile(
    r"\b(?:el|la|los|las|su|sus|una?|unos|unas|del?|al?|en|para|por|con|como|y|dias?|semana|proxim[oa]s?|cada|dich[oa]s?"
    r"|the|its|their|an|of|in|at|on|for|from|to|by|as|and|next|week|\w+mente|\w+ly|again|also|nuevo|nuevamente)\b"
)
_OPENING_WORDS = 4
_PREPOSITION = re.compile(
    r"\b(?:del?|al?|en|para|por|con|sobre|segun|ante|of|for|to|at|in|on|by|with|about|before|antes|from)\b"
)
_ASIDE = re.compile(
    r",\s*(?:con|with|junto|together|en\s+(?:coordinacion|conjunto)|in\s+coordination)\b[^,]*(?:,|$)"
)
_RELATIVE = re.compile(
    r"\b(?:que|cuales?|which|that|(?:a|por)\s+\w+[aei]r(?:se)?|a\s+tener|to\s+be|to\s+take"
    r"|(?:previst|programad|agendad|fijad|convocad)[oa]s?|scheduled|planned|set)\b"
)
_ONE_OF = re.compile(
    r"(?:[:,]|\b(?:y|and))\s*(?P<one>(?:(?:el|la|the)\s+)?"
    r"(?:primer[oa]?|segund[oa]|tercer[oa]?|otr[oa]|un[oa]|first|second|third|other|one))"
    r",?\s+(?:en|in|at|el|on|del|from)\b(?:(?!\b(?:segund|otr|second|third|other))[^.;:])*$"
)
_SEVERAL = re.compile(r"\b(?:dos|tres|cuatro|two|three|four)\s+(?:\w+\s+){0,2}$")
# «…, a la que precede, el 17 de noviembre, una sesión»
_OF_ANOTHER = re.compile(
    r"\b(?:(?:al?|del?|en|con|por|ante)(?:\s+l[ao]s?|\s+el)?\s+(?:que|cual(?:es)?)|(?:in|to|of|at|by|before|after)\s+which)\b"
    r"[^,]*"
)
_BEGUN = re.compile(
    r"\b(?:con\s+inicio(?:\s+previsto)?\s+(?:para\s+)?el|(?:starting|beginning)(?:\s+on)?)\s*$"
)
_WINDOW = re.compile(r"\b(?:entre|between)(?:\s+(?:el|los|dias))*\s*$")
# «que cada municipio celebre talleres entre el 2 y el 20 de agosto»: one each within these days
_PLURAL = re.compile(r"\w+s\b")
_PLACED = r"(?:,?\s+(?:en|in|at)\s+[^,.;:]{2,40}(?:,\s+[^,.;:]{2,40})?)?"
_TIGHT = re.compile(
    rf"(?:\s+[a-z]+)?{PHRASES}{_PLACED}\s*,?\s*(?P<dated>\(|(?:de\s+)?los\s+(?:dias\s+)?|del|desde\s+el|con\s+fecha(?:\s+del?)?|from|on|of|)\s*"
)
_FIRMLY = frozenset({"(", "del", "de los", "de los dias", "con fecha", "con fecha de", "con fecha del"})


_POSSESSIVE = re.compile(r"[’']s?\s")
_NEXT_WORD = re.compile(r"\s+([a-z]+)\b")
_TAILED = re.compile(r"\s(?:of|on|for|to|and)\s|[A-Z]")
_BY_MEANS = re.compile(r"\b(?:por|mediante|by|via|through)\s+$")
_THE_CITY = re.compile(rf"\b(?:la ciudad de|the city of)\s+(?P<city>{CITY})")
_AT_ONCE = re.compile(r"\W*(?:en|in|at)\s")


@dataclass(frozen=True)
class Told:
    """A sentence that may tell of events, from character `start` of its paragraph on."""

    paragraph: Paragraph
    start: int
    text: str
    folded: str
    mentions: list[EventMention]
    bound: bool
    """Whether it is a row of a table of duties, whose single days are deadlines."""


class EventLinks:
    """Links events and days by the words between them and before them."""

    def __init__(self, register: PartyRegister, holding: HoldingWords, language: str) -> None:
        self._register = register
        self._holding = holding
        self._places = PlaceFinder(register)
        self._language = language

    def outer(self, text: str, mentions: Iterable[EventMention]) -> list[EventMention]:
        """Leave out means, and topics of other events: «por videoconferencia», «taller de capacitación»."""
        folded = fold(text)
        outer: list[EventMention] = []
        last: EventMention | None = None
        for each in mentions:
            if _BY_MEANS.search(folded, 0, each.start) or self._is_modifier(text, each):
                continue
            if last is None or not PART_OF.fullmatch(folded, last.end, each.noun):
                outer.append(each)
            last = each
        return outer

    def _is_modifier(self, text: str, mention: EventMention) -> bool:
        """Tell whether an event only modifies another noun: "the panel's findings", "mission statement"."""
        if _POSSESSIVE.match(text, mention.end):
            return True
        following = _NEXT_WORD.match(text, mention.end)
        tailed = _TAILED.search(text, mention.noun + 1, mention.end)
        if self._language != "en" or following is None or tailed:
            return False
        return not self._holding.may_follow(following[1])

    def named(self, told: Told, days: EventDays) -> EventMention | None:
        """Return the event of some days: the last one named before them, or the next after them."""
        for mention in reversed([each for each in told.mentions if each.end <= days.start]):
            if self._has(told, mention, days):
                return mention
            if BAR not in told.text and _CUT.search(told.text, mention.end, days.start):
                break
        after = (each for each in told.mentions if each.start >= days.end)
        return next((each for each in after if self._is_held_on(told, days, each)), None)

    def _has(self, told: Told, mention: EventMention, days: EventDays) -> bool:
        """Tell whether days after an event are its own: «la Reunión se fijó en Antigua, del 20 al 22»."""
        between, folded = told.text[mention.end : days.start], told.folded[mention.end : days.start]
        in_row = BAR in between
        of_body = self._is_party(told.text[mention.name : mention.end]) and between[:1] == " "
        if of_body and not self._holding.holds(folded):
            return False
        each_its_own = _WINDOW.search(folded) and _PLURAL.match(told.folded, mention.start)
        if each_its_own or self._is_parted(told, days, between):
            return False
        held = self._holding.holds(folded)
        opens = self._opens(told.folded[: mention.start], held=held)
        if opens or (self._governed(told, mention) and (days.several or not in_row)):
            in_month = days.time.precision is Precision.MONTH
            return not in_month or not opens or held or mention.coming or bool(BARE_PLACE.search(between))
        if in_row or days.time.precision is Precision.MONTH:
            return False
        attended = self._holding.attends(told.folded[: mention.start]) and _TIGHT.fullmatch(folded)
        told_of = held and _RELATIVE.search(folded)
        return bool(attended or told_of) or self._is_tight(folded, days)

    def _is_parted(self, told: Told, days: EventDays, between: str) -> bool:
        """Tell whether another action, day or event comes between an event and some days."""
        in_row = BAR in between
        another_day = not in_row and any(each.unit is Precision.DAY for each in find_dates(between))
        last_day = in_row and told.bound and not days.several
        if ";" in between or another_day or last_day or self._holding.is_of_else(between):
            return True
        aside = _OF_ANOTHER.search(fold(between))
        return aside is not None and not self._holding.holds(fold(between[aside.end() :]))

    def is_mentioned(self, told: Told, mention: EventMention, days: EventDays) -> bool:
        """Tell whether an event is neither held nor scheduled here: «para el simulacro del 6 de mayo»."""
        between, first = told.folded[mention.end : days.start], told.folded[mention.start : mention.noun]
        held = self._holding.holds(between) or self._governed(told, mention)
        opens = self._opens(told.folded[: mention.start], held=held)
        new = re.match(r"(?:una?|an?)\s", first) is not None
        return self._is_tight(between, days) and not (held or opens or new)

    @staticmethod
    def _is_tight(folded: str, days: EventDays) -> bool:
        """Tell whether days follow right after the event: «el simulacro del 6 de diciembre»."""
        if days.time.end is None:
            return _BEGUN.search(folded) is not None
        tight = None if _WINDOW.search(folded) else _TIGHT.fullmatch(folded)
        return tight is not None and (days.several or " ".join(tight["dated"].split()) in _FIRMLY)

    def one_of_several(self, told: Told, days: EventDays) -> tuple[EventMention, int] | None:
        """Return the mention of several events, one of which has these days, and where that one begins.

        «dos talleres: el primero en Piura, el 12 de julio, y el segundo en Loja, el 9 de agosto»
        """
        match = _ONE_OF.search(told.folded, 0, days.start)
        before = [each for each in told.mentions if match and each.end <= match.start()]
        if match is None or not before or self._holding.is_of_else(told.text[match.end() : days.start]):
            return None
        several = _SEVERAL.search(told.folded[: before[-1].noun])
        return (before[-1], match.start("one")) if several else None

    def is_all(self, told: Told, days: EventDays) -> bool:
        """Tell whether a sentence gives only place and time: «Lugar y fecha: Lima, 5 y 6 de mayo de 2018»."""
        label, _, before = told.text[: days.start].rpartition(":")
        start = len(told.text[: days.start]) - len(before)
        rest = told.text[days.end :]
        place = self._places.find(rest) if _AT_ONCE.match(told.folded, days.end) else None
        rest = rest[place[1] :] if place else rest
        placed = PLACE_AFTER.match(rest)
        rest = rest[placed.end("place") :] if placed else rest
        where = BARE_PLACE.fullmatch(before) is not None or self._is_direct(told, start, days.start)
        return where and self._is_direct(told, 0, len(label)) and not any(map(str.isalnum, rest))

    def placed(self, told: Told, mention: EventMention) -> str | None:
        """Return the place of an event without days: «La XXX Reunión se celebrará en Lima»."""
        opens = self._opens(told.folded[: mention.start], held=True)
        said = opens and self._holding.verb_in(told.folded[mention.end :], 0) == 0
        if not (said or self._governed(told, mention)) or self._holding.is_past(told.text):
            return None
        rest = told.text[mention.end :]
        place = self._places.find(rest)
        return place[2] if place and not self._holding.is_of_else(rest[: place[0]]) else None

    def _opens(self, before: str, *, held: bool) -> bool:
        """Tell whether an event is at the head of its clause, as its subject or alone."""
        last = _CUT.split(before)[-1]
        last = _THAT.split(last)[-1] if _THAT.search(last) else last
        if held:
            last = re.split(r",\s", last)[-1]
        words = last.split()
        if len(words) > _OPENING_WORDS or _PREPOSITION.search(last) or self._holding.is_of_else(last):
            return False
        return not words or self._language == "en" or not _SMALL.sub(" ", last).strip(" ,")

    def is_else(self, words: str) -> bool:
        """Tell whether words can't belong to the name of the event after them."""
        folded = fold(words)
        holds = self._holding.holds(folded) or bool(self._register.find(words))
        return holds or bool(_PREPOSITION.search(folded)) or self._holding.is_of_else(words)

    def _governed(self, told: Told, mention: EventMention) -> bool:
        """Tell whether a word of holding governs an event: «celebrar en Lima, el 5 de mayo, un taller»."""
        return any(
            self._is_direct(told, end, mention.start)
            for _, end in self._holding.find(told.folded[: mention.start])
            if not _CUT.search(told.folded, end, mention.start)
        )

    def _is_direct(self, told: Told, start: int, end: int) -> bool:
        """Tell whether only time, place and people come between a word of holding and its event."""
        text = told.text[start:end]
        spans = [
            (each.start - told.start - start, each.end - told.start - start)
            for each in told.paragraph.deadlines
            if start <= each.start - told.start and each.end - told.start <= end
        ]
        spans += [(date.start, date.end) for date in find_dates(text)]
        spans += [(party.start, party.end) for party in self._register.find(text)]
        place = self._places.find(text)
        spans += [place[:2]] if place else []
        rest = self._holding.without_nouns(
            fold(_ASIDE.sub(lambda cut: " " * len(cut[0]), mask(text, spans, " ")))
        )
        return not any(map(str.isalnum, _SMALL.sub(" ", rest)))

    def _is_held_on(self, told: Told, days: EventDays, mention: EventMention) -> bool:
        """Tell whether an event follows its days: «Fijar para la semana del 22 al 26 la visita»."""
        clause = _THAT.split(_CUT.split(told.folded[: days.start])[-1])[-1]
        opening = not _SMALL.sub(" ", clause).strip(" ,.")
        last = mention.start if opening else days.start
        return any(
            self._is_direct(told, end, mention.start)
            for _, end in self._holding.find(told.folded[:last])
            if not _CUT.search(told.folded, end, mention.start)
        )

    def _is_party(self, name: str) -> bool:
        return any((each.start, each.end) == (0, len(name)) for each in self._register.find(name))

    def place(self, told: Told, days: EventDays, start: int, end: int) -> str | None:
        """Return the place of an event: between its name and days, before the name, or after both."""
        named_first = end <= days.start
        between = told.text[end : days.start] if named_first else told.text[days.end : start]
        bare = BARE_PLACE.search(between) or PLACE_AFTER.match(told.text, days.end)
        if bare and not self._is_party(bare["city"] or bare["alone"]):
            return bare["place"]
        after = (place for place in (days.end, end) if _AT_ONCE.match(told.folded, place))
        city = _THE_CITY.search(between)
        if city:
            return city["city"]
        regions = [between, *(told.text[place:] for place in after)]
        held = [place for _, place in self._holding.find(told.folded[:start])]
        regions += [told.text[place:start] for place in held if self._is_direct(told, place, start)]
        found = (self._places.find(region) for region in regions)
        return next((each[2] for each in found if each), None)
