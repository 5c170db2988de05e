"""Bodies whose acronym the act itself defines: «la Gerencia Técnica (GT) …; la GT enviará …»."""

import re
from collections.abc import Iterable, Iterator

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.cues import ActorCues
from knowledge.values.acts import GlossaryEntry, Meeting

_AFTER_HEAD = re.compile(r"\s(?:de|del|of|for|on|para|sobre|to)\s")
_EXPLAINED = re.compile(
    r"(?P<name>[A-ZÁÉÍÓÚÑ][a-zà-öø-ÿ]+(?:\s+(?:(?:de|del|la|el|las|los|y|of|the|and|for)\s+){0,2}"
    r"[A-ZÁÉÍÓÚÑ][a-zà-öø-ÿ]+){1,7})\s*\(\s*[“\"]?(?P<acronym>[A-ZÁÉÍÓÚÑ]{2,8})[”\"]?\s*\)"
)
_SHOUTED = r"(?![\w-]|\s+[A-ZÁÉÍÓÚÑ]{2,})"
"""Not after an acronym: more words in capitals, as in «SE ACUERDA»."""


class OwnNames:
    """Finds unregistered bodies whose acronym the act defines.

    The acronym becomes their name. Names of the meeting itself are left out.
    """

    def __init__(
        self,
        text: str,
        glossary: Iterable[GlossaryEntry],
        meeting: Meeting,
        register: PartyRegister,
        cues: ActorCues,
    ) -> None:
        nouns = {fold(name).split()[-1] for name in (*cues.bodies, *cues.institutions)}
        self._nouns = nouns | {noun + plural for noun in nouns for plural in ("s", "es")}
        title = fold(meeting.title or "")
        told = [(entry.acronym, entry.expansion) for entry in glossary if entry.reference]
        known = {acronym for acronym, _ in told}
        told += [each for each in _explained(text) if each[0] not in known]
        self._patterns = [
            (_pattern(acronym, expansion), acronym)
            for acronym, expansion in told
            if self._is_body(expansion)
            and fold(expansion) not in title
            and not register.find(acronym)
            and not register.find(expansion)
        ]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the start and end of each mention of such a body, and its acronym."""
        for pattern, name in self._patterns:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), name

    def _is_body(self, expansion: str) -> bool:
        """Tell whether a name is a body: "Joint Secretariat for Water", not «Plan de Acción de la Red»."""
        head = _AFTER_HEAD.split(expansion, maxsplit=1)[0]
        return not self._nouns.isdisjoint(fold(head).split())


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """Yield acronyms with the names before them, whatever their initials: «Ministry of Finance (SEFIN)»."""
    for match in _EXPLAINED.finditer(text):
        yield match["acronym"], " ".join(match["name"].split())


def _pattern(acronym: str, expansion: str) -> re.Pattern[str]:
    acronym = re.escape(acronym)
    words = r"\s+".join(map(re.escape, expansion.split()))
    return re.compile(rf"(?<![\w-])(?:{words}(?:\s*\(\s*[“\"]?{acronym}[”\"]?\s*\))?|{acronym}{_SHOUTED})")
