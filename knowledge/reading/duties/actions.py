"""Word the action of a duty as a short phrase with the verb in the infinitive."""

import re
from collections.abc import Iterable

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.nominals import NominalReader, lowered
from knowledge.reading.duties.performers import PerformerFinder
from knowledge.reading.duties.proforms import ProForms
from knowledge.reading.duties.secondpassives import SecondPassives
from knowledge.reading.duties.thatclauses import Doing
from knowledge.reading.duties.things import ThingReader
from knowledge.values.acts import CommitmentKind

_LONGEST = 240
_ACCENTED = str.maketrans("aei", "áéí")
# Clauses after the object that only explain it.
_TAIL = re.compile(
    r"(?:,\s+(?:(?:el|la|lo|los|las)\s+cual(?:es)?|que|which|abiert[oa]s?|cuy[oa]s?|whose)\b"
    r"|(?<!\bque),?\s+(?:y\s+)?"
    r"(?:a cuyo efecto|a tal efecto|para lo cual|para cuy[oa]|to which end|to that end)\b"
    r"|,\s+(?:[\w-]+\s+){1,5}?(?:having|being)\b"
    r"|,\s+an?\s+(?:\w+\s+){1,3}of\s+which\b"
    r"|,\s+(?:debiendo\b|\w+s\s+que\s+(?:habrán|deberán|serán|se)\b)"
    r"|(?<!d[oa])(?<!d[oa]s)\s+y\s+\w+[ai]d[oa]s?\s+por\s+(?:el|la|los|las|[A-Z])\b"
    r"|\s+and\s+\w+ed\s+by\s+(?:the\s+)?[A-Z]"
    r"|,?\s+(?:a fin de|con (?:el|la) (?:fin|objeto|objetivo|finalidad) de|con base en|de conformidad con"
    r"|teniendo en cuenta|tomando en cuenta|bearing in mind|in order to|taking into account"
    r"|with a view to)\b).*",
    re.DOTALL,
)
_LOOSE = re.compile(
    r"^[\s,;:.]+|(?<![\s,;:.])(?:[\s,;:.]"
    r"|,\s(?:(?:la|el|las|los)\sprimer[oa]s?|the\sfirst)(?=[\s,;:.]*$)"
    r"|(?:\scon)?,?\s(?:al menos|por lo menos|como mínimo|at least)(?=[\s,;:.]*$)"
    r"|\s(?:y|e|and)(?:\s(?:que|a|en|that|to))?(?=[\s,;:.]*$)|\s(?:al?|to|en|within)(?=[\s,;:.]*$))+$|(?<=,)\s*,|\s+(?=,)"
)
# The name of a day, in apposition: «antes del 20 de junio, Día Mundial de los Refugiados».
_NAMED_DAY = re.compile(
    r",\s+(?:(?:[A-Z][\w’']*\s+)+Day\b|Día(?:\s+(?:[A-ZÁÉÍÓÚ][\wáéíóúñ]*|del?|las?|los|contra|sobre))+)(?=[,.;]|$)"
)
_PARTICLES = frozenset({"out", "up", "over", "down"})
"""Particles of verbs like "carry out" and "draw up"."""
_NOT = frozenset({"no", "not", "never", "nunca"})
_TO_AN_EVENT = frozenset({"a", "al", "an", "the"})
"""Words before a noun without a verb: «invitó a las delegaciones a una visita», "invited … to a workshop"."""
_OBJECT_INSIDE = re.compile(r"(?:antelaci[oó]n|anticipaci[oó]n)\s+(?:la|el|las|los|una?)\s")
"""«(convocará) con treinta días de anticipación la reunión de expertos, que tendrá lugar …»"""
_WINDOW = re.compile(r"\b(?:antes del?|before)\b[^;.]*\b(?:ni|nor)\b")
_CALLED = re.compile(r"\s*\([A-ZÁÉÍÓÚÑ]{2,8}\)")
"""The acronym after a party that is cut: «a cargo de la Secretaría Técnica (ST)»."""
_JOIN_AT_END = re.compile(r"\s+(?:y|e|and)\s*$")
_AND_WITH = re.compile(
    r"\s+(?:y|e|and)\s+"
    rf"(?=(?:con|por|según|sin|with|under|by|subject|without|(?:en|in)(?!\s+(?:{MONTH_PATTERN})\b))\s)",
    re.IGNORECASE,
)
_JOINS = frozenset({"y", "e", "and"})
_PARTICIPLES = tuple(stem + ending for stem in "dt" for ending in ("o", "a", "os", "as"))


class ActionWriter:
    """Writes actions in the language of the act."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._auxiliary_words = {word for phrase in cues.actors.auxiliaries for word in fold(phrase).split()}
        self._not = "no " if around.language == "es" else "not "
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._nominals = NominalReader(around, cues)
        self._performers = PerformerFinder(around, cues, self._nominals)
        self._things = ThingReader(around, cues)
        self._second = SecondPassives(around.verbs)
        self._pro_forms = ProForms(around.verbs)

    def write(self, duty: Duty, cuts: Iterable[tuple[int, int]]) -> str:
        """Word a duty; `cuts` are characters of its passage to leave out (deadlines, helpers)."""
        asked = (cut for part in duty.parts for cut in self._nominals.asked(part, duty.names))
        left_out = [*cuts, *asked]
        parts = [self._part(part, left_out, nobody=not duty.names) for part in duty.parts]
        action = self._joined([part for part in parts if part])
        if len(action) > _LONGEST:
            action = action[:_LONGEST].rsplit(" ", 1)[0] + "…"
        return action

    def _joined(self, parts: list[str]) -> str:
        """Join parts with "and", «y», or «e» before an i."""
        action = "".join(parts[:1])
        for part in parts[1:]:
            spanish = " e " if re.match(r"h?i(?!e)", fold(part)) else " y "
            action += (spanish if self._around.language == "es" else " and ") + part
        return action

    def _part(self, part: Part, cuts: list[tuple[int, int]], *, nobody: bool) -> str:
        passage = part.clause.passage
        if part.model:
            return self._elided(part, part.model, cuts, nobody=nobody)
        if part.verb >= part.clause.end:
            return ""
        start, end = passage.tokens[part.verb].start, passage.tokens[part.clause.end - 1].end
        opening, start = self._opening(part, start, nobody=nobody)
        cuts = [*cuts, *self._performers.find(part, passive=self._passive(part) is not None)]
        text = _TAIL.sub("", opening + _without(passage.text, start, end, cuts))
        action = _LOOSE.sub("", " ".join(text.split()))
        if part.doing is Doing.FINITE and self._passive(part):
            action = self._second.turned(action, self._things.of(part, part.verb))
        action = self._pro_forms.resolved(action, part)
        first, _, rest = action.partition(" ")
        shouted = first.isupper() and self._verbs.is_form(fold(first))
        action = f"{first.lower()} {rest}" if shouted else lowered(action)
        return self._not + action if action and self._is_denied(part) else action

    def _is_denied(self, part: Part) -> bool:
        """Tell whether the verb is negated: «que no cobren», "shall not sell"."""
        passage, index = part.clause.passage, part.verb - 1
        rest = passage.words(part.verb, part.clause.end) if part.verb < part.clause.end else ""
        if _WINDOW.search(fold(rest)):
            return False  # «no publicará el acta antes del 2 ni después del 20 de mayo»
        small = self._grammar.pronouns | self._grammar.adverbs | self._auxiliary_words
        while part.doing in {Doing.FINITE, Doing.INFINITIVE} and index >= part.clause.lead:
            if passage.tokens[index].word in _NOT:
                return True
            if passage.tokens[index].word not in small:
                break
            index -= 1
        return False

    def _elided(self, part: Part, model: Part, cuts: list[tuple[int, int]], *, nobody: bool) -> str:
        """Word a part that leaves out its verb with the model's verb: «(enviar) el de 2019»."""
        passage, end = part.clause.passage, part.clause.end
        thing = ""
        if part.verb < end:
            first, last = passage.tokens[part.verb].start, passage.tokens[end - 1].end
            thing = _LOOSE.sub("", " ".join(_without(passage.text, first, last, cuts).split()))
        if not thing:
            return self._part(model, cuts, nobody=nobody)
        opening, _ = self._verb(model, 0, nobody=nobody)
        return lowered(f"{opening or model.clause.passage.raw(model.verb)} {thing}")

    def _opening(self, part: Part, start: int, *, nobody: bool) -> tuple[str, int]:
        """Return the opening of the action, and where the rest begins."""
        cue = part.clause.head.cue
        invites = cue is not None and cue.words.cue.kind is CommitmentKind.INVITATION
        attended = invites and part.clause.passage.tokens[part.verb].word in _TO_AN_EVENT
        if attended and part.doing in {Doing.NOUN, Doing.INFINITIVE}:
            return ("asistir " if self._around.language == "es" else "attend "), start
        return self._verb(part, start, nobody=nobody)

    def _verb(self, part: Part, start: int, *, nobody: bool) -> tuple[str, int]:
        """Return the opening of the action with its verb as an infinitive, and where the rest begins."""
        passage, index = part.clause.passage, part.verb
        if part.doing is Doing.NOUN:
            return self._nominals.turned(part)
        if part.doing is Doing.INFINITIVE:
            base = self._verbs.base_of_gerund(passage.tokens[index].word)
            return (base, passage.tokens[index].end) if base else ("", start)
        if part.doing is Doing.NONE:
            return "", start
        if part.doing is Doing.ROLE:
            return ("ser " if self._around.language == "es" else "be "), start
        if part.doing is Doing.HOST:
            return ("ser sede de " if self._around.language == "es" else "host "), start
        return self._passive(part) or self._things.relative(part) or self._finite(part, nobody=nobody)

    def _finite(self, part: Part, *, nobody: bool) -> tuple[str, int]:
        """Turn «lo presentarán» and «deberán enviarse los datos» into infinitives."""
        passage, index = part.clause.passage, part.verb
        raw, end = passage.raw(index), passage.tokens[index].end
        if ordered := self._verbs.of_imperative(raw):
            return ordered, end
        if self._around.language == "es" and part.clause.head.agentless and fold(raw).endswith("rse"):
            return f"{raw[:-2]} {self._things.of(part, index)}".rstrip(), end
        if self._around.language == "en":
            return self._verbs.base_of_gerund(fold(raw)) or self._verbs.base_of_third(fold(raw)) or raw, end
        if self._verbs.is_infinitive(fold(raw)) or fold(raw).endswith("r"):
            return raw, end
        return self._with_pronouns(part, self._verbs.infinitive(raw), nobody=nobody), end

    def _passive(self, part: Part) -> tuple[str, int] | None:
        """Turn «el informe será remitido a la ST» into «remitir el informe a la ST»."""
        passage, index, end = part.clause.passage, part.verb, part.clause.end
        tokens = passage.tokens
        if gapped := self._gapped(part):
            return f"{gapped} {self._things.of(part, index)}", tokens[index].end
        participle = index + 1
        if self._verbs.infinitive_of(tokens[index].word) == "poder":
            participle += 1
        if participle >= end:
            return None
        be = tokens[participle - 1].word
        if be not in {"ser", "be"} and self._verbs.infinitive_of(be) != "ser":
            return None
        word = tokens[participle].word
        if not (self._verbs.is_participle(word) or word.endswith(_PARTICIPLES)):
            return None
        thing = self._things.of(part, index)
        verb = self._verbs.verb_of_participle(word)
        particle = participle + 1 < end and be == "be" and tokens[participle + 1].word in _PARTICLES
        verb += f" {tokens[participle + 1].word}" if particle else ""
        return f"{verb} {thing}".rstrip(), tokens[participle + particle].end

    def _gapped(self, part: Part) -> str:
        """Return the verb of «(será traducido por X) y el folleto impreso por Y»."""
        head, word = part.clause.head, part.clause.passage.tokens[part.verb].word
        gaps = head.agentless and head.move is Move.DUTY and head.start < head.body == part.verb
        verb = self._verbs.verb_of_participle(word) if gaps else word
        return verb if verb != word and self._verbs.infinitive_of(word) is None else ""

    def _with_pronouns(self, part: Part, infinitive: str, *, nobody: bool) -> str:
        """Append the pronouns before a verb to its infinitive: «lo presentarán» → «presentarlo»."""
        passage, index = part.clause.passage, part.verb
        pronouns: list[str] = []
        while index > part.clause.head.start and passage.tokens[index - 1].word in self._grammar.pronouns:
            index -= 1
            pronouns.insert(0, passage.tokens[index].word)
        if pronouns[:1] == ["se"] and (part.clause.head.agentless or nobody):
            pronouns = pronouns[1:]
            goes_on = part.clause.head.agentless and part.clause.move is Move.MORE
            thing = "" if goes_on else self._things.of(part, index)
            infinitive = f"{infinitive} {thing}".rstrip()
        if len(pronouns) > 1:
            infinitive = infinitive[:-2] + infinitive[-2].translate(_ACCENTED) + infinitive[-1]
        return infinitive + "".join(pronouns)


def _without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """Leave out the cuts and the commas around them: «remitan, a más tardar el 15, información»."""
    kept, beside = "", False
    for first, stop in sorted(cuts):
        if start <= first < end and not (stop > end and _OBJECT_INSIDE.search(text, first, stop)):
            last = min(stop, end)  # «veinte días antes del Taller, que se realizará …»
            joined = beside and text[start:first].strip(" ,") in _JOINS  # «, con X y antes de mayo,»
            kept, beside = kept + (" " if joined else text[start:first]), True
            if text[last : last + 1] in {",", ";", ".", ""}:
                kept = _JOIN_AT_END.sub("", kept)  # «por escrito y con una antelación de diez días, de …»
            named = _NAMED_DAY.match(text, last, end)
            called = _CALLED.match(text, last, end)
            start = named.end() if named else called.end() if called else last
            goes_on = _AND_WITH.match(text, start, end) if kept.rstrip().endswith(",") else None
            if goes_on:  # «undertake, (within a year) and with the help of others, a study»
                start = goes_on.end()
            elif joined or kept.rstrip().endswith(","):
                kept = kept.rstrip(" ,") + " "
                start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    return kept + text[start:end]
