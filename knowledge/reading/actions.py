"""Word what has to be done as a short phrase with the verb in the infinitive."""

import re
from collections.abc import Iterable

from knowledge.language.folding import fold
from knowledge.language.verbs import Verbs
from knowledge.reading.complements import Doing
from knowledge.reading.cues import Grammar
from knowledge.reading.duties import Duty, Part

_LONGEST = 240
_ACCENTED = str.maketrans("aei", "áéí")
# What comes after the thing to be done and only explains it.
_TAIL = re.compile(
    r"(?:,\s+(?:(?:el|la|lo|los|las)\s+cual(?:es)?|que|which|abiert[oa]s?)\b"
    r"|,?\s+(?:a fin de|con (?:el|la) (?:fin|objeto|objetivo|finalidad) de|con base en|de conformidad con"
    r"|teniendo en cuenta|tomando en cuenta|bearing in mind|in order to|taking into account"
    r"|with a view to)\b).*",
    re.DOTALL,
)
_LOOSE = re.compile(r"^[\s,;:.]+|[\s,;:.]+$|(?<=,)\s*,")
_AND = {"es": " y ", "en": " and "}


class ActionWriter:
    """Writes actions in the language of the act."""

    def __init__(self, verbs: Verbs, grammar: Grammar) -> None:
        self._verbs = verbs
        self._grammar = grammar

    def write(self, duty: Duty, cuts: Iterable[tuple[int, int]], language: str) -> str:
        """Word a duty; `cuts` are characters of its passage to leave out (deadlines, helpers)."""
        parts = [self._part(part, list(cuts)) for part in duty.parts]
        action = _AND[language].join(part for part in parts if part)
        if len(action) > _LONGEST:
            action = action[:_LONGEST].rsplit(" ", 1)[0] + "…"
        return action

    def _part(self, part: Part, cuts: list[tuple[int, int]]) -> str:
        passage = part.clause.passage
        if part.verb >= part.clause.end:
            return ""
        start, end = passage.tokens[part.verb].start, passage.tokens[part.clause.end - 1].end
        verb, thing, start = self._verb(part, start)
        rest = _without(passage.text, start, end, cuts)
        text = _TAIL.sub("", f"{verb}{thing}{rest}")
        text = _LOOSE.sub("", " ".join(text.split()))
        return text if text[:2].isupper() else text[:1].lower() + text[1:]

    def _verb(self, part: Part, start: int) -> tuple[str, str, int]:
        """Return the verb as an infinitive, the subject of a passive, and where the rest begins."""
        passage, index = part.clause.passage, part.verb
        raw = passage.raw(index)
        if part.doing is not Doing.FINITE:
            if part.doing is Doing.NOUN and passage.tokens[index].word in self._grammar.determiners:
                return "", "", passage.tokens[index].end
            return "", "", start
        passive = self._passive(part)
        if passive:
            return passive
        end = passage.tokens[index].end
        if self._verbs.is_base(fold(raw)) or fold(raw).endswith("r"):
            return raw, "", end
        return self._with_pronouns(part, self._verbs.infinitive(raw)), "", end

    def _passive(self, part: Part) -> tuple[str, str, int] | None:
        """Turn «el informe será remitido a la ST» round into «remitir el informe a la ST»."""
        passage, index = part.clause.passage, part.verb
        if (
            passage.tokens[index].word not in {"sera", "seran", "sea", "sean", "be"}
            or index + 1 >= part.clause.end
        ):
            return None
        verb = self._verbs.verb_of_participle(passage.tokens[index + 1].word)
        head = part.clause.head
        first = head.start + (passage.tokens[head.start].word in {"que", "that"})
        subject_end = next(
            each
            for each in range(first, index + 1)
            if each == index or passage.tokens[each].word in {"will", "shall", "should"}
        )
        thing = passage.words(first, subject_end)
        thing = thing[:1].lower() + thing[1:] if not thing[:2].isupper() else thing
        return verb, f" {thing}" if thing else "", passage.tokens[index + 1].end

    def _with_pronouns(self, part: Part, infinitive: str) -> str:
        passage, index = part.clause.passage, part.verb
        pronouns: list[str] = []
        while index > part.clause.head.start and passage.tokens[index - 1].word in self._grammar.pronouns:
            index -= 1
            pronouns.insert(0, passage.tokens[index].word)
        if part.clause.head.agentless and pronouns[:1] == ["se"]:
            pronouns = pronouns[1:]
        if len(pronouns) > 1:
            infinitive = infinitive[:-2] + infinitive[-2].translate(_ACCENTED) + infinitive[-1]
        return infinitive + "".join(pronouns)


def _without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    kept = []
    for first, last in sorted(cuts):
        if start <= first and last <= end:
            kept.append(text[start:first].rstrip(" ,"))
            start = last
    kept.append(text[start:end])
    return "".join(kept)
