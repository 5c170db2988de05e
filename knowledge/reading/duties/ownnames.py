"""Bodies whose acronym the act itself defines: «la Gerencia Técnica (GT) …; la GT enviará …»."""

import re
from collections.abc import Iterable, Iterator

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.cues import Cues
from knowledge.values.acts import GlossaryEntry, Meeting

_AFTER_HEAD = re.compile(r"\s(?:de|del|of|for|on|para|sobre|to)\s")
_EXPLAINED = re.compile(
    r"(?P<name>[A-ZÁÉÍÓÚÑ][a-zà-öø-ÿ]+(?:\s+(?:(?:de|del|la|el|las|los|y|of|the|and|for)\s+){0,2}"
    r"[A-ZÁÉÍÓÚÑ][a-zà-öø-ÿ]+){1,7})\s*\(\s*[“\"]?(?P<acronym>[A-ZÁÉÍÓÚÑ]{2,8})[”\"]?\s*\)"
)
_JOINT = re.compile(r"\s(?:y|e|and)\s+(?:(?:del|de la|el|la|of the|the)\s+)?(?=[A-ZÁÉÍÓÚÑ])")
_IN_TITLE = re.compile(r"\w\s*\(\s*(?P<acronym>[A-ZÁÉÍÓÚÑ]{2,8})\s*\)")
_DOING = r"(?:(?:(?:l[aeo]s?|se l[aeo]s?) )?(?P<spanish>\w+rá)\b|(?:will|shall) (?P<english>[a-z]+)\b)"
_SHOUTED = r"(?![\w-]|\s+[A-ZÁÉÍÓÚÑ]{2,})"
"""Not after an acronym: more words in capitals, as in «SE ACUERDA»."""


class OwnNames:
    """Finds unregistered bodies whose acronym the act defines.

    The acronym becomes their name. That of the meeting itself counts only as the agent of a passive.
    """

    def __init__(
        self,
        text: str,
        glossary: Iterable[GlossaryEntry],
        meeting: Meeting,
        register: PartyRegister,
        cues: Cues,
        verbs: Verbs,
    ) -> None:
        self._states = cues.grammar.states
        self._verbs = verbs
        nouns = {fold(name).split()[-1] for name in (*cues.actors.bodies, *cues.actors.institutions)}
        self._nouns = nouns | {noun + plural for noun in nouns for plural in ("s", "es")}
        title = fold(meeting.title or "")
        told = [(entry.acronym, entry.expansion) for entry in glossary if entry.reference]
        known = {acronym for acronym, _ in told}
        told += [(each, self._last(name)) for each, name in _explained(text) if each not in known]
        unknown = [
            (acronym, expansion)
            for acronym, expansion in told
            if not register.find(acronym) and not any(each.start == 0 for each in register.find(expansion))
        ]
        self._patterns = [
            (_as_agent(acronym) if fold(expansion) in title else _pattern(acronym, expansion), acronym)
            for acronym, expansion in unknown
            if self._is_body(expansion) or self._acts(acronym, text)
        ]
        called = (match["acronym"] for match in _IN_TITLE.finditer(meeting.title or ""))
        self._patterns += [(_as_agent(each), each) for each in called if not register.find(each)]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the start and end of each mention of such a body, and its acronym."""
        for pattern, name in self._patterns:
            for match in pattern.finditer(text):
                yield match.start("name"), match.end("name"), name

    def _is_body(self, expansion: str) -> bool:
        """Tell whether a name is a body: "Joint Secretariat for Water", not «Plan de Acción de la Red»."""
        head = _AFTER_HEAD.split(expansion, maxsplit=1)[0]
        return not self._nouns.isdisjoint(fold(head).split())

    def _last(self, names: str) -> str:
        """Return the body that ends some words: «Perú y del Servicio de Aduana» → «Servicio de Aduana»."""
        for joint in _JOINT.finditer(names):
            if fold(names[joint.end() :]).split()[0] in self._nouns:
                return names[joint.end() :]
        return names

    def _acts(self, acronym: str, text: str) -> bool:
        """Tell whether an acronym does something in the act: «La SUNAT remitirá», "The CTU shall send"."""
        doing = re.compile(rf"\b(?:[Ll]a|[Ee]l|[Tt]he) {re.escape(acronym)} {_DOING}")
        verbs = (match["spanish"] or match["english"] for match in doing.finditer(text))
        return any((self._verbs.infinitive_of(fold(verb)) or verb) not in self._states for verb in verbs)


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """Yield acronyms with the names before them, whatever their initials: «Ministry of Finance (SEFIN)»."""
    for match in _EXPLAINED.finditer(text):
        yield match["acronym"], " ".join(match["name"].split())


def _pattern(acronym: str, expansion: str) -> re.Pattern[str]:
    acronym = re.escape(acronym)
    words = r"\s+".join(map(re.escape, expansion.split()))
    whole = rf"{words}(?:\s*\(\s*[“\"]?{acronym}[”\"]?\s*\))?"
    return re.compile(rf"(?<![\w-])(?P<name>{whole}|{acronym}{_SHOUTED})")


def _as_agent(acronym: str) -> re.Pattern[str]:
    """Match the meeting's own acronym as the agent of what others tell: «serán evaluados por el GTML»."""
    return re.compile(rf"\b(?:por (?:el|la)|by(?: the)?)\s+(?P<name>{re.escape(acronym)})(?![\w-])")
