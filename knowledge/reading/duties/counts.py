"""Read deadlines counted from the meeting, from a day, or back from an event."""

import re
from datetime import date

from knowledge.language.folding import fold
from knowledge.language.lengths import Length
from knowledge.reading.duties.timewordings import FoundDeadline, Reading, year_of
from knowledge.reading.duties.wordings import ARTICLES, DATE, EVENT
from knowledge.values.acts import Deadline, Precision

# «…, contados a partir de la aprobación»: a count that doesn't start at the meeting has no end date.
_COUNTED_FROM = re.compile(
    r"(?:\s*,?\s*(?:contad[oa]s?|a contar|counted|counting|calculated|starting)\s+|\s+)"
    r"(?:a partir del?|desde|despues del?|siguientes al?|posteriores al?|of|after|from|following|as of"
    r"|que (?:siguen|sigan|siguieren) al?|that follow"
    r"|de(?=\s+(?:(?:(?:la|su)\s+)?(?:recib|recep|notific|public|present|aprob)|\w+(?:[ai]d|rit|uest|ech|iert)[oa]s?\b)))"
    r"\s+(?P<what>[^,;.]+)"
)
_ACT = (
    r"(?:reunion|conferencia|sesion|acta|declaracion|resolucion|decision|meeting|conference|session|minutes"
    r"|declaration|resolution)"
)
_CLOSE = (
    r"(?:conclusion|fecha|clausura|celebracion|finalizacion|termino|cierre|firma|suscripcion|adopcion|aprobacion"
    r"|date|end|conclusion|close|closing|signing|signature|adoption|approval)"
)
# «notifique la presente Resolución dentro de los quince días siguientes a su adopción»
_OWN_DAY = re.compile(
    r"(?:su|la|its|the)\s+(?:adopcion|aprobacion|firma|suscripcion|adoption|approval|signature|signing)\b(?!\s+(?:del?|of)\s)"
)
_OF_ITSELF = re.compile(rf"\b(?:est[ae]|l?[ae]?l? ?presente|this|the present)\s+{_ACT}\b[^.;]*$")
_END = r"(?:conclusion|clausura|finalizacion|termino|cierre|close|closing)"
_THAT_DATE = re.compile(r"(?:esa|dicha|la misma|that|said) (?:misma )?(?:fecha|date)\b")
_DONE = r"(?:conclui|finaliz|termin|clausur|suscri|firm|adopt|aprob|celebr|realiz)"
_FROM_MEETING = re.compile(
    rf"(?:hoy|(?:la|esta|la presente) fecha\b(?! de)"
    rf"|(?:(?:la |el )?{_CLOSE} de |{_DONE}\w+ )?(?:esta|la presente) {_ACT}\b"
    rf"|{_DONE}\w+ la reunion\b(?! de)"
    rf"|(?:la |el )?{_CLOSE} de la reunion\b(?! de)|la reunion\b(?! de)"
    rf"|(?:la |el )?{_END}\b(?! (?:del?|of)\b)"
    rf"|today|(?:this|the present) date|(?:the {_CLOSE} of )?(?:this|the present) {_ACT}\b"
    rf"|(?:the {_CLOSE} of )?the meeting\b(?! of))"
)
_ARTICLE = re.compile(r"(?:el|la|los|las|su|sus|dich[oa]s?)\s")
_ARTICLE_AGAIN = re.compile(r"\s(?:el|la|los|las|un|una)\s(?=[a-z]{3})")
# Before an article: a preposition, a conjunction, or a participle («recibido el informe»).
_GOVERNS = re.compile(
    r"(?:\b(?:a|ante|con|de|desde|en|entre|o|para|por|que|segun|sobre|tras|y)|[ai]d[oa]s?)$"
)
_A_DATE = re.compile(rf"{ARTICLES}{{0,6}}(?P<date>{DATE}+)")
_AN_EVENT = re.compile(rf"(?:(?:la|el|the)\s+{_CLOSE}\s+(?:del?|of)\s+)?(?P<event>{EVENT}+)")

_LINK = r"(?:\s+(?:del?|al?|respecto\s+(?:del?|al?)|of|to))?"
_OPENING = (
    r"(?:\s+(?:(?:el|la|the|su|its)\s+)?(?:fecha|inicio|comienzo|apertura|inauguracion|celebracion|realizacion|date|start"
    r"|opening|beginning|commencement|holding)(?:\s+(?:previst|fijad|programad|establecid)a)?\s+(?:del?|para|of))*"
)
_TO_EVENT = re.compile(rf"{_LINK}{_OPENING}\s+(?P<event>{EVENT}+)")
_TO_DATE = re.compile(rf"{_LINK}\s+{ARTICLES}{{0,6}}(?P<date>{DATE}+)")
# «antes de la firma del acuerdo», "before its departure": no date is known.
_TO_CLAUSE = re.compile(r"(?:(?<=antes)\s+del?|(?<=before)|(?<=to)|(?<=of)|(?<=advance)\s+of)\s+[^,;.:\n]+")
_TO_ITSELF = re.compile(
    r"(?:del\s+|al\s+|(?:(?:de|a|of)\s+)?(?:la|el|su|dich[oa]|est[ea]|the|its|this|that|said)\s+)"
    r"(?:mism[oa]|fecha|actividad|evento|celebracion|realizacion|inicio|comienzo|apertura|inauguracion"
    r"|event|activity|date|start|opening|beginning|commencement)\b(?!\s+(?:del?|of)\s)"
)


def read_within(reading: Reading) -> FoundDeadline | None:
    """Read «en un plazo de 30 días», counted from the meeting or from a day given in the text."""
    length, text = reading.length(), fold(reading.text)
    counted = _COUNTED_FROM.match(text, reading.match.end())
    own = (
        counted is not None
        and _OWN_DAY.match(counted["what"])
        and _OF_ITSELF.search(text[: reading.match.start()])
    )
    if counted is None or own or _FROM_MEETING.match(counted["what"]):
        end = length.after(reading.meeting.end) if reading.meeting.end else None
        return _counted(reading, end, counted.end() if counted else 0)
    start = counted.start("what")
    stop = start + _nominal_end(counted["what"])
    if that := _THAT_DATE.match(counted["what"]):
        before = [each for each in reading.dates if each.end <= reading.match.start()]
        days = reading.place(before[-1]) if before else None
        return _counted(reading, length.after(days.last) if days else None, start + that.end())
    dated = _A_DATE.match(reading.match.string, start)
    event = _AN_EVENT.match(reading.match.string, start)
    mention = (
        reading.date_at(dated.start("date"))
        if dated
        else reading.date_of_event(event.end())
        if event
        else None
    )
    days = reading.place(mention) if mention and mention.unit is Precision.DAY else None
    if mention is None or days is None:
        return _counted(reading, None, stop)
    return _counted(reading, length.after(days.last), mention.end)


def read_later(reading: Reading) -> FoundDeadline:
    """Read «un mes después», counted from the day before it in the sentence, if there is one."""
    start = reading.match.start()
    before = [each for each in reading.dates if each.end <= start]
    mention = before[-1] if before else None
    apart = mention is None or re.search(r"[.]\s", reading.text[mention.end : start]) is not None
    days = None if apart or mention is None or mention.unit is not Precision.DAY else reading.place(mention)
    return _counted(reading, reading.length().after(days.last) if days else None, 0)


def _nominal_end(what: str) -> int:
    """Return where the noun of a count's start ends: «la publicación de esta Decisión (el reglamento)»."""
    if not _ARTICLE.match(what):
        return len(what)
    ends = (
        each.start() for each in _ARTICLE_AGAIN.finditer(what) if not _GOVERNS.search(what[: each.start()])
    )
    return next(ends, len(what))


def _counted(reading: Reading, end: date | None, stop: int) -> FoundDeadline:
    inferred = ("deadline.end",) if end else ()
    return reading.found(Deadline(end=end, precision=Precision.RELATIVE), inferred=inferred, end=stop)


def read_ahead(reading: Reading) -> FoundDeadline:
    """Read «con un mes de antelación al taller del 20 de mayo», «72 horas antes de la reunión»."""
    return _ahead(reading, reading.length())


def _ahead(reading: Reading, length: Length) -> FoundDeadline:
    masked, end = reading.match.string, reading.match.end()
    to_event, to_date = _TO_EVENT.match(masked, end), _TO_DATE.match(masked, end)
    if to_date:
        return _back_from(reading, length, to_date.start("date"))
    if to_event is None:
        clause = _TO_CLAUSE.match(masked, end)
        undated = clause and not _TO_ITSELF.match(masked[end : clause.end()].strip())
        found = reading.found(Deadline(precision=Precision.RELATIVE), end=clause.end() if clause else 0)
        return found if undated else found._replace(ahead=length)
    position = to_event.start("event")
    event = next(each for each in reading.events if each.start <= position < each.end)
    mention = reading.date_of_event(to_event.end())
    if mention:
        return _back_from(reading, length, mention.start)
    found = reading.found(Deadline(precision=Precision.RELATIVE), end=event.end)
    return found._replace(ahead=length, event=reading.text[event.name : event.end])


def read_eve(reading: Reading) -> FoundDeadline | None:
    """Read «a más tardar el día anterior a la reunión», "by the day before the workshop"."""
    masked, end = reading.match.string, reading.match.end()
    if not (_TO_EVENT.match(masked, end) or _TO_DATE.match(masked, end)):
        return None
    return _ahead(reading, Length(1, "day", working=False))


def _back_from(reading: Reading, length: Length, position: int) -> FoundDeadline:
    """Count back from a day; a month or longer gives no end date."""
    mention = reading.date_at(position)
    days = reading.place(mention) if mention.unit is Precision.DAY else None
    end = length.before(days.first) if days else None
    inferred = ("deadline.end", *year_of(days)) if end and days else ()
    return reading.found(Deadline(end=end, precision=Precision.RELATIVE), inferred=inferred, end=mention.end)
