"""The bodies that an act gives an acronym itself: «la Gerencia Técnica (GT) …; la GT enviará …»."""

import re
from collections.abc import Iterable, Iterator

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.cues import ActorCues
from knowledge.values.acts import GlossaryEntry, Meeting

_AFTER_HEAD = re.compile(r"\s(?:de|del|of|for|on|para|sobre|to)\s")
_SHOUTED = r"(?![\w-]|\s+[A-ZÁÉÍÓÚÑ]{2,})"
"""What may not follow an acronym: more words in capitals, as in «SE ACUERDA»."""


class OwnNames:
    """Finds the bodies that an act gives an acronym, and no file knows.

    The act's own acronym is their name. What the meeting itself is called is none of them.
    """

    def __init__(
        self, glossary: Iterable[GlossaryEntry], meeting: Meeting, register: PartyRegister, cues: ActorCues
    ) -> None:
        nouns = {fold(name).split()[-1] for name in (*cues.bodies, *cues.institutions)}
        self._nouns = nouns | {noun + plural for noun in nouns for plural in ("s", "es")}
        title = fold(meeting.title or "")
        self._patterns = [
            (_pattern(entry), entry.acronym)
            for entry in glossary
            if entry.reference
            and self._is_body(entry.expansion)
            and fold(entry.expansion) not in title
            and not register.find(entry.acronym)
            and not register.find(entry.expansion)
        ]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a text names one of them, and its acronym."""
        for pattern, name in self._patterns:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), name

    def _is_body(self, expansion: str) -> bool:
        """Tell «Gerencia Técnica» and "Joint Secretariat for Water" from «Plan de Acción de la Red»."""
        head = _AFTER_HEAD.split(expansion, maxsplit=1)[0]
        return not self._nouns.isdisjoint(fold(head).split())


def _pattern(entry: GlossaryEntry) -> re.Pattern[str]:
    acronym = re.escape(entry.acronym)
    words = r"\s+".join(map(re.escape, entry.expansion.split()))
    return re.compile(rf"(?<![\w-])(?:{words}(?:\s*\(\s*[“\"]?{acronym}[”\"]?\s*\))?|{acronym}{_SHOUTED})")
