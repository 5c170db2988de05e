"""The message catalogue, with dates, lists and names in the reader's language."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from textwrap import shorten

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list

from handlers.distances import whole_units
from handlers.markup import legible
from handlers.translations import translations
from knowledge.language.datafiles import DataFolders
from knowledge.language.forum import Forum, load_forum
from knowledge.language.parties import PartyRegister
from knowledge.values.acts import Deadline, Event, Meeting, Precision
from knowledge.values.answers import Citation
from knowledge.values.notices import Notice, Parameter, counted, mark
from knowledge.values.parties import Party, PartyKind
from knowledge.values.questions import Period
from knowledge.values.references import Reference, Section

LANGUAGES = ("es", "en")
"""Languages of the interface; the first is the language of the source texts."""

WORDING = 100
"""Characters of an act's own wording of a deadline; the quotation has it in full."""

_IN_SENTENCES = {
    Section.CONCLUSION: mark("la conclusión {number}"),
    Section.RECOMMENDATION: mark("la recomendación {number}"),
    Section.AGREEMENT: mark("el acuerdo {number}"),
    Section.PARAGRAPH: mark("el párrafo {number}"),
    Section.PREAMBLE: mark("el encabezado"),
}
_CONSULATE = mark("las autoridades del lugar o el consulado de su país")
_LONG = frozenset({PartyKind.COUNTRY, PartyKind.GROUP})
"""Parties without an acronym."""
_Y_BEFORE_I = re.compile(r"\by(?= h?[ií](?![aeo]))", re.IGNORECASE)
_CONTRACTED = ((re.compile(r"\bde el\b"), "del"), (re.compile(r"\ba el\b"), "al"))
_DAYS_COUNTED = 60  # nearer than this, people count days; farther, months and years
_MONTHS_A_YEAR, _MONTHS_A_HALF, _MONTHS_A_QUARTER = 12, 6, 3
_SKELETONS = {Precision.MONTH: "yMMMM", Precision.QUARTER: "yQQQQ", Precision.YEAR: "y"}
_SECTIONS = {
    Section.CONCLUSION: mark("Conclusión"),
    Section.RECOMMENDATION: mark("Recomendación"),
    Section.AGREEMENT: mark("Acuerdo"),
    Section.PARAGRAPH: mark("Párrafo"),
    Section.PREAMBLE: mark("Encabezado"),
}


class Catalogue:
    """Word everything a person reads, in one language.

    Every text may have placeholders for the forum's own words: its name `{forum}`, whom to contact
    `{help_contact}`, and examples for commands, `{country}`, `{body}` and `{acronym}`.
    """

    def __init__(self, language: str, register: PartyRegister, forum: Forum) -> None:
        self.language = language
        self.forum = forum.called(language)
        self.examples = forum.examples.in_(language)
        self._register = register
        self._translations = translations(language)
        self._filled: dict[str, str] = {}
        self._filled |= {
            "forum": self.forum,
            "help_contact": forum.help_contact.in_(language) if forum.help_contact else self.text(_CONSULATE),
            "country": self._first(party for party in register.parties.values() if party.member),
            "body": self._first(
                party for party in register.parties.values() if party.kind is PartyKind.ORGANIZATION
            ),
            "acronym": self._first(
                party for party in register.parties.values() if party.kind not in _LONG and party.full
            ),
        }

    def _first(self, parties: Iterable[Party]) -> str:
        return next((self.party(party.name) for party in parties), "…")

    def text(self, msgid: str, **parameters: Parameter) -> str:
        """Translate a source text, and fill its placeholders."""
        return self._translations.gettext(msgid).format(**self._shown(parameters))

    def count(self, singular: str, plural: str, number: int) -> str:
        """Translate a source text with a plural; the number fills `{number}`."""
        return self.notice(counted((singular, plural), number))

    def notice(self, notice: Notice) -> str:
        """Word a notice as a sentence: «La conclusión 26 no fija un plazo.»."""
        if notice.plural is None or notice.count is None:
            wording = self._translations.gettext(notice.msgid)
        else:
            wording = self._translations.ngettext(notice.msgid, notice.plural, notice.count)
        sentence = wording.format(**self._shown(notice.parameters))
        if any(isinstance(value, Reference) for value in notice.parameters.values()):
            for apart, together in _CONTRACTED:
                sentence = apart.sub(together, sentence)
            sentence = sentence[:1].upper() + sentence[1:]
        return sentence

    def _shown(self, parameters: dict[str, Parameter]) -> dict[str, str]:
        return self._filled | {name: self._show(value) for name, value in parameters.items()}

    def _show(self, value: Parameter) -> str:
        match value:
            case Notice():
                return self.notice(value)
            case Reference():
                return self._in_sentence(value)
            case date():
                return self.day(value)
            case Period():
                return self.period(value)
            case tuple():
                return self.parties(value)
            case _:
                return legible(str(value))  # it may be the name of a file

    def day(self, day: date) -> str:
        """Write a day in full: «15 de julio de 2017»."""
        return format_date(day, "long", locale=self.language)

    def days(self, start: date, end: date) -> str:
        """Write a range of days in full: «18–22 de septiembre de 2017»."""
        return (
            self.day(start) if start == end else format_interval(start, end, "yMMMMd", locale=self.language)
        )

    def period(self, period: Period) -> str:
        """Write a period: «2012», «octubre de 2012», «18–22 de septiembre de 2017», «desde 2019»."""
        start, end = period.start, period.end
        if start and end:
            for precision, unit in ((Precision.YEAR, "year"), (Precision.MONTH, "month")):
                if _begins(start, unit) and _begins(end + timedelta(days=1), unit):
                    return self._units(start, end, precision)
            return self.days(start, end)
        if start:
            day = str(start.year) if _begins(start, "year") else self.day(start)
            return self.text(mark("desde {day}"), day=day)
        if end:
            day = str(end.year) if _begins(end + timedelta(days=1), "year") else self.day(end)
            return self.text(mark("hasta {day}"), day=day)
        return ""

    def _units(self, start: date, end: date, precision: Precision) -> str:
        """Write whole years or months."""
        if precision is Precision.YEAR:
            return "–".join(dict.fromkeys((str(start.year), str(end.year))))
        written = self.time(start, end, precision)
        return written[:1].lower() + written[1:] if self.language == "es" else written

    def language_name(self, language: str) -> str:
        """Write the name of a language: «inglés»."""
        return str(Locale(self.language).languages[language])

    def knows(self, party: str) -> bool:
        """Tell whether a name is in the register, not only the wording of an act."""
        return party in self._register.parties

    def party(self, name: str) -> str:
        """Write a party's name; if it isn't in the register, as the act has it."""
        party = self._register.parties.get(name)
        return party.english if party and self.language == "en" else name

    def parties(self, names: tuple[str, ...]) -> str:
        """Write a list of parties: «Canadá, México y OIM»."""
        listed = format_list([self.party(name) for name in names], locale=self.language)
        return _Y_BEFORE_I.sub("e", listed) if self.language == "es" else listed

    def reference(self, reference: Reference, printed: str | None = None) -> str:
        """Write a reference in words, with the number as `printed` in the act if given: «Conclusión 16.a»."""
        section = self.text(_SECTIONS[reference.section])
        if reference.number is None:
            return section
        letter = f".{reference.letter}" if reference.letter else ""
        return f"{section} {printed or f'{reference.number}{letter}'}"

    def provision(self, citation: Citation) -> str:
        """Write the cited provision: «Conclusión 16.a», «Conclusión II.2»."""
        return self.reference(citation.reference, citation.printed)

    def _in_sentence(self, reference: Reference) -> str:
        letter = f".{reference.letter}" if reference.letter else ""
        return self.text(_IN_SENTENCES[reference.section], number=f"{reference.number}{letter}")

    def meeting(self, meeting: Meeting) -> str:
        """Write a meeting in short: «GRCM, San Salvador, 20–22 jun 2017»."""
        when = _days(meeting.start, meeting.end or meeting.start, self.language) if meeting.start else None
        parts = (self.party(meeting.body) if meeting.body else None, meeting.city, when)
        return ", ".join(part for part in parts if part)

    def citation(self, citation: Citation) -> str:
        """Write a citation: «Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017»."""
        return f"{self.provision(citation)} · {self.meeting(citation.meeting)}"

    def deadline(self, deadline: Deadline) -> str:
        """Write a deadline as days, or in the act's own words if it has no day or is a whole year."""
        words = shorten(deadline.text or "", WORDING, placeholder="…")
        if deadline.precision is Precision.RECURRING:
            return self.text(mark("Periodicidad: «{words}»"), words=words)
        all_year = deadline.precision is Precision.YEAR and deadline.start is not None and deadline.text
        if deadline.end is None or all_year:
            return self.text(mark("Plazo: «{words}»"), words=words)
        single_day = deadline.precision is Precision.DAY and deadline.start == deadline.end
        if single_day or deadline.precision is Precision.RELATIVE or deadline.start is None:
            return self.text(mark("Hasta el {day}"), day=deadline.end)
        return self.time(deadline.start, deadline.end, deadline.precision)

    def time(self, start: date, end: date, precision: Precision) -> str:
        """Write a time no more exactly than it is known: «18–22 de septiembre de 2017», «2019»."""
        months = (end.year - start.year) * _MONTHS_A_YEAR + end.month - start.month + 1
        if precision is Precision.HALF and months == _MONTHS_A_HALF:
            half = (
                mark("Primer semestre de {year}") if start.month == 1 else mark("Segundo semestre de {year}")
            )
            return self.text(half, year=start.year)
        if precision is Precision.HALF or (precision is Precision.QUARTER and months > _MONTHS_A_QUARTER):
            precision = Precision.MONTH
        skeleton = _SKELETONS.get(precision)
        if skeleton is None:
            return self.days(start, end)
        if months == 1 or precision is not Precision.MONTH:
            return _capital(format_skeleton(skeleton, end, locale=self.language))
        return _capital(format_interval(start, end, skeleton, locale=self.language))

    def event_time(self, event: Event) -> str | None:
        """Write when an event takes place, without the year if it is inferred; None if no day is known."""
        if event.start is None:
            return None
        end = event.end or event.start
        if "year" not in event.inferred:
            return self.time(event.start, end, event.precision)
        if event.precision in {*_SKELETONS, Precision.HALF}:
            months = (format_date(day, "LLLL", locale=self.language) for day in (event.start, end))
            return _capital("–".join(dict.fromkeys(months)))
        return str(format_interval(event.start, end, "MMMMd", locale=self.language))

    def distance(self, day: date, today: date) -> str:
        """Say how far a last day is from today: «vence en 12 días», «venció hace 9 años»."""
        days = (day - today).days
        if days == 0:
            return self.text(mark("vence hoy"))
        if 0 < days < _DAYS_COUNTED:
            return self.count("vence en {number} día", "vence en {number} días", days)
        if -_DAYS_COUNTED < days < 0:
            return self.count("venció hace {number} día", "venció hace {number} días", -days)
        interval = whole_units(day, today, self.language)
        return (
            self.text(mark("vence {interval}"), interval=interval)
            if days > 0
            else self.text(mark("venció {interval}"), interval=interval)
        )


# Every shown provision cites its meeting, and meetings are few.
@lru_cache(maxsize=256)
def _days(start: date, end: date, language: str) -> str:
    return str(format_interval(start, end, "yMMMd", locale=language))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _begins(day: date, unit: str) -> bool:
    """Tell whether a day is the first of a year or month."""
    return day.day == 1 and (unit == "month" or day.month == 1)


def load_catalogues(data: DataFolders) -> dict[str, Catalogue]:
    """Build the catalogue of every language of the interface."""
    return catalogues_of(PartyRegister.load(data), load_forum(data))


@lru_cache(maxsize=2)
def catalogues_of(register: PartyRegister, forum: Forum) -> dict[str, Catalogue]:
    """Build the catalogue of every language of the interface, for one forum."""
    return {language: Catalogue(language, register, forum) for language in LANGUAGES}
