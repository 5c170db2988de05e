"""Resolve «hacerlo» and "do so" by the description of the responsible parties."""

import re

from knowledge.language.folding import fold
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.duties import Part

_PRO_FORM = re.compile(r"(?:do so|hacerlo)\b(?!\s+(?:llegar|saber|constar|del?)\b)\s*")
_WISHED = re.compile(
    r"\b(?:wish|want|intend|plan|need|propose)\s+to\s+(?P<doing>[a-z]+\s.+)$"
    r"|\bque\s+(?:dese|quier|pretend|tengan intenci[oó]n de|prev)\w*\s+(?P<haciendo>\w+r\s.+)$"
)
_UNDONE = re.compile(
    r"\b(?:have|has)\s+not\s+(?:yet\s+)?(?P<done>(?!yet\b)\w+)(?:\s+(?P<thing>.+))?$"
    r"|\bque\s+(?:a[uú]n\s+|todav[ií]a\s+)?no\s+(?:han?|hayan?|hubier[ae]n?)\s+(?P<hecho>\w+d[oa])(?:\s+(?P<cosa>.+))?$"
)


class ProForms:
    """Replaces pro-forms by their antecedents."""

    def __init__(self, verbs: Verbs) -> None:
        self._verbs = verbs

    def resolved(self, action: str, part: Part) -> str:
        """Turn "do so" into "name an officer", of "countries that have not yet named an officer"."""
        told = _PRO_FORM.match(action)
        if told is None or part.verb <= part.clause.lead:
            return action
        passage = part.clause.passage
        before = passage.words(part.clause.lead, part.verb)
        meant = self._meant(before)
        return f"{meant} {action[told.end() :]}".rstrip() if meant else action

    def _meant(self, text: str) -> str:
        text = re.sub(
            r",?\s+(?:(?:is|are|was|were|be|being|will|shall|should|must|deber\w+|debe[nr]?)\b.*|a|(?:a\s+)?que(?:\s+l[aeo]s?)?|to)$",
            "",
            text,
        )
        if wished := _WISHED.search(text):
            return wished["doing"] or wished["haciendo"]
        undone = _UNDONE.search(text)
        if undone is None:
            return ""
        verb = self._verbs.verb_of_participle(fold(undone["done"] or undone["hecho"]))
        return f"{verb} {undone['thing'] or undone['cosa'] or ''}".rstrip()
