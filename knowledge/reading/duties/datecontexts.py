"""Words before a date that rule out a deadline: those of a period, a past day, a document, an event."""

import re

from knowledge.language.folding import fold
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.timewordings import PHRASES, Reading
from knowledge.reading.duties.wordings import EVENT, any_of, participle_pattern, words_pattern
from knowledge.values.acts import Precision

_OF_WHAT = re.compile(r"\b(?:del?|of)(?:\s+[\w-]+){1,5}\s*$")
# «que sea enviada», «deberá ser aprobado», "to be adopted": still to come.
_TO_BE = re.compile(r"(?<!\w)(?:sean?|seran?|ser|esten?|estaran?|queden?|be|being)(?:\s+\w+ly)?\s+$")
# «lo que se acordó el 5 de mayo», not «solicitó reunirse el 5 de mayo»
_PRETERITE = re.compile(r"(?<!\w)\w{2,}(?:ó|aron|ieron)\s+(?:(?!\w+[aei]r(?:se)?\s|que\s)\w+\s+)?$")
# «four cranes having been found dead in July», «habiéndose agotado en marzo»
_PERFECT = re.compile(r"\b(?:having|habiendose|habiendo)\b[^,]*$")
_DESCRIBED = re.compile(
    r"(?<!\w)(?!(?:el|la|los|las|una?|sus?|de|del|en|a|al|por|con|para|the|of|in|to|by|for|be|been|being|is|are|was|were|sean?|ser|ser[aá]n?|sido)\s)\w+\s+"
    r"\w+(?:[ai]d[oa]s|ed)\s+$"
)
"""«migrantes extrarregionales detenidos o asegurados», not «los consulados»."""
_CONDITION = re.compile(
    r"(?<!\w)(?:si(?!\s+(?:es|fuera|fuese)\s+(?:posible|necesario))|en caso de que|siempre que"
    r"|a condicion de que|if(?!\s+(?:possible|necessary|needed|required))|unless|provided that"
    r"|on condition that)(?!\w)"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:ser\w*|sean?|est[ae]\w*|qued\w+|ten\w+|tien\w+|hab\w+|una vez|be|been|being|once|have)"
    r"(?:\s+\w+){0,3}\s+$"
)
_DATING = frozenset({"el", "los", "en", "on", "in", "del"})
# «la agenda del taller sobre protección, del 6 al 7 de julio»
_OF_EVENT = re.compile(rf"(?P<of>\w+)\s+(?:del?|of|for|para|sobre|about)\s+{EVENT}+{PHRASES}\s*,?\s*\(?$")
# «ser sede de la reunión», «la celebración del taller»: the event itself is due.
_HOLDING = re.compile(
    r"(?:sede|anfitrion\w*|host|venue|celebracion|realizacion|organizacion|convocatoria|holding|hosting|organization)"
)


class DateContexts:
    """Finds such contexts by the words of deadlines.yaml and events.yaml."""

    def __init__(self, cues: Cues) -> None:
        wordings = cues.deadlines
        self._past = re.compile(any_of(map(participle_pattern, cues.events.past)))
        dated = any_of(map(participle_pattern, wordings.dated))
        self._dated = re.compile(rf"{dated}\s*$")
        self._not_after = re.compile(rf"{any_of(map(words_pattern, wordings.not_after))}\s*$")
        self._lasting = re.compile(any_of(map(participle_pattern, wordings.lasting)))
        self._period = re.compile(rf"{any_of(map(words_pattern, wordings.period_nouns))}\s*$")

    def is_lasting(self, reading: Reading) -> bool:
        """Tell whether a date limits a duration: «prorrogar el plan hasta 2021»."""
        before = re.split(r"[,;.]\s", _before(reading))[-1]
        return self._lasting.search(before) is not None

    def is_barred(self, reading: Reading) -> bool:
        """Tell whether the words before a date rule out a deadline: «correspondiente al período …»."""
        return self._not_after.search(_before(reading)) is not None

    def is_covered(self, reading: Reading, unit: Precision) -> bool:
        """Tell whether a date is the period of a thing: «el presupuesto de la ST para 2009»."""
        before = _before(reading)
        if unit is Precision.YEAR:
            before = _OF_WHAT.sub("", before)
        return unit is not Precision.DAY and self._period.search(before) is not None

    def is_past(self, reading: Reading) -> bool:
        """Tell whether a participle or past tense just before claims the date («celebrado en Miami el …»)."""
        sentence = re.split(r"[;.]\s|, y ", _before(reading))[-1]
        told = self._past.finditer(sentence)
        if _PERFECT.search(sentence):
            return True
        return any(not _TO_BE.search(sentence[: match.start()]) for match in told)

    @staticmethod
    def is_of_done(reading: Reading, unit: Precision) -> bool:
        """Tell whether the year belongs to a participle: «migrantes asegurados durante 2003»."""
        before = _before(reading)
        described = _DESCRIBED.search(before) if unit is Precision.YEAR else None
        return described is not None and not _AHEAD.search(before[: described.start()])

    def is_of_document(self, reading: Reading) -> bool:
        """Tell «la nota enviada el 5 de mayo», a past date, from «que sea enviada el 5 de mayo»."""
        if reading.opening not in _DATING:
            return False
        before = _before(reading)
        dated = self._dated.search(before)
        told = _PRETERITE.search(reading.text[: reading.match.start()])
        return told is not None or (dated is not None and not _TO_BE.search(before[: dated.start()]))

    @staticmethod
    def is_of_event(reading: Reading) -> bool:
        """Tell whether dates are those of an event: «circular la agenda del taller del 6 al 7 de julio»."""
        found = _OF_EVENT.search(reading.match.string[: reading.match.start()])
        return reading.opening in _DATING and found is not None and not _HOLDING.fullmatch(found["of"])


def _before(reading: Reading) -> str:
    return fold(reading.text[: reading.match.start()])


def is_conditional(before: str) -> bool:
    """Tell whether a date is part of a condition, by the folded words before it: "if six have replied by"."""
    sentence = re.split(r"[;.]\s", before)[-1]
    told = list(_CONDITION.finditer(sentence))
    return bool(told) and "," not in sentence[told[-1].end() :].lstrip(" ,")
