"""Word what has to be done as a short phrase with the verb in the infinitive."""

import re
from collections.abc import Iterable

from knowledge.language.folding import fold
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.nominals import NominalReader, lowered
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases
from knowledge.reading.duties.proforms import ProForms
from knowledge.reading.duties.secondpassives import SecondPassives
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind

_LONGEST = 240
_ACCENTED = str.maketrans("aei", "áéí")
# What comes after the thing to be done and only explains it.
_TAIL = re.compile(
    r"(?:,\s+(?:(?:el|la|lo|los|las)\s+cual(?:es)?|que|which|abiert[oa]s?|cuy[oa]s?|whose)\b"
    r"|,?\s+(?:y\s+)?(?:a cuyo efecto|a tal efecto|para lo cual|para cuy[oa]|to which end|to that end)\b"
    r"|,\s+(?:[\w-]+\s+){1,5}?(?:having|being)\b"
    r"|(?<!d[oa])(?<!d[oa]s)\s+y\s+\w+[ai]d[oa]s?\s+por\s+(?:el|la|los|las|[A-Z])\b"
    r"|,?\s+(?:a fin de|con (?:el|la) (?:fin|objeto|objetivo|finalidad) de|con base en|de conformidad con"
    r"|teniendo en cuenta|tomando en cuenta|bearing in mind|in order to|taking into account"
    r"|with a view to)\b).*",
    re.DOTALL,
)
_LOOSE = re.compile(
    r"^[\s,;:.]+|(?<![\s,;:.])(?:[\s,;:.]"
    r"|,\s(?:(?:la|el|las|los)\sprimer[oa]s?|the\sfirst)(?=[\s,;:.]*$)"
    r"|(?:\scon)?,?\s(?:al menos|por lo menos|como mínimo|at least)(?=[\s,;:.]*$)"
    r"|\s(?:y|e|and)(?:\s(?:que|a|that|to))?(?=[\s,;:.]*$)|\s(?:al?|to)(?=[\s,;:.]*$))+$|(?<=,)\s*,|\s+(?=,)"
)
# What a day is called besides: «antes del 20 de junio, Día Mundial de los Refugiados».
_NAMED_DAY = re.compile(
    r",\s+(?:(?:[A-Z][\w’']*\s+)+Day\b|Día(?:\s+(?:[A-ZÁÉÍÓÚ][\wáéíóúñ]*|del?|las?|los|contra|sobre))+)(?=[,.;]|$)"
)
_PARTICLES = frozenset({"out", "up", "over", "down"})
"""Of verbs like "carry out" and "draw up"."""
_NOT = frozenset({"no", "not", "never", "nunca"})
_TO_AN_EVENT = frozenset({"a", "al", "an", "the"})
"""What stands for the verb in «invitó a las delegaciones a una visita», "invited members to a workshop"."""
_LINKS = frozenset({"que", "which", "that", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas"})
_ARTICLES = frozenset({"el", "la", "los", "las", "un", "una"})
_ENGLISH_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE = frozenset({"de", "del", "sobre", "para", "en", "of", "on", "for", "in"})
_WHICH = frozenset({"cual", "cuales", "que", "which"})
_WHOSE = {"cuyo": "su ", "cuya": "su ", "cuyos": "sus ", "cuyas": "sus ", "whose": "its "}
_OBJECT_INSIDE = re.compile(r"(?:antelaci[oó]n|anticipaci[oó]n)\s+(?:la|el|las|los|una?)\s")
"""«(convocará) con treinta días de anticipación la reunión de expertos, que tendrá lugar …»"""
_WINDOW = re.compile(r"\b(?:antes del?|before)\b[^;.]*\b(?:ni|nor)\b")
_THING_WITHIN = 10
_OPENING = frozenset({"el", "la", "los", "las", "un", "una", "al", "the", "a", "an"})
_CONTRACTING, _CONTRACTED = "al", "el"
_OWNED_WITHIN = 6
_BE = frozenset({"is", "are", "be"})
_JOINS = frozenset({"y", "e", "and"})
_BY = frozenset({"por", "by"})
_PARTICIPLES = tuple(stem + ending for stem in "dt" for ending in ("o", "a", "os", "as"))


class ActionWriter:
    """Writes actions in the language of the act."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)
        self._auxiliary_words = {word for phrase in cues.actors.auxiliaries for word in fold(phrase).split()}
        self._not = "no " if around.language == "es" else "not "
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._nominals = NominalReader(around, cues)
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
        cuts = [*cuts, *self._agent(part)]
        text = _TAIL.sub("", opening + _without(passage.text, start, end, cuts))
        action = _LOOSE.sub("", " ".join(text.split()))
        if part.doing is Doing.FINITE and self._passive(part):
            action = self._second.turned(action, self._thing(part, part.verb))
        action = self._pro_forms.resolved(action, part)
        first, _, rest = action.partition(" ")
        shouted = first.isupper() and self._verbs.is_form(fold(first))
        action = f"{first.lower()} {rest}" if shouted else lowered(action)
        return self._not + action if action and self._is_denied(part) else action

    def _is_denied(self, part: Part) -> bool:
        """Tell «que no cobren», "shall not sell": the words between a verb and what binds it deny it."""
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
        """Word a doing with the verb of another: «(enviar) el de 2019», or just as that one."""
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
        return self._passive(part) or self._relative(part) or self._finite(part, nobody=nobody)

    def _finite(self, part: Part, *, nobody: bool) -> tuple[str, int]:
        """Turn «lo presentarán» and «deberán enviarse los datos» into infinitives."""
        passage, index = part.clause.passage, part.verb
        raw, end = passage.raw(index), passage.tokens[index].end
        if ordered := self._verbs.of_imperative(raw):
            return ordered, end
        if self._around.language == "es" and part.clause.head.agentless and fold(raw).endswith("rse"):
            return f"{raw[:-2]} {self._thing(part, index)}".rstrip(), end
        if self._around.language == "en":
            return self._verbs.base_of_gerund(fold(raw)) or self._verbs.base_of_third(fold(raw)) or raw, end
        if self._verbs.is_infinitive(fold(raw)) or fold(raw).endswith("r"):
            return raw, end
        return self._with_pronouns(part, self._verbs.infinitive(raw), nobody=nobody), end

    def _relative(self, part: Part) -> tuple[str, int] | None:
        """Turn «el dictamen que rendirá la ST» and «cuyo informe entregará Canadá» round."""
        passage, head, index = part.clause.passage, part.clause.head, part.verb
        link = passage.tokens[head.start].word
        if head.subject and link == "lo" and passage.tokens[head.start + 1].word in _LINKS:
            return f"{self._verbs.infinitive(passage.raw(index))}lo", passage.tokens[index].end
        if head.subject is None or link not in _LINKS:
            return None
        if head.subject.start < index:
            return self._restricting(part)
        first, last, its = head.start + 1, index, "sus " if link.endswith("s") else "su "
        if not link.startswith("cuy"):
            near = range(head.start - 1, max(-1, head.start - _THING_WITHIN), -1)
            first = next((each for each in near if self._opens_thing(passage, each)), head.start)
            last, its = head.start, ""
        if first >= last:
            return None
        verb = self._verbs.infinitive(passage.raw(index))
        return f"{verb} {its}{lowered(passage.words(first, last))}", passage.tokens[index].end

    def _restricting(self, part: Part) -> tuple[str, int] | None:
        """Turn «el formato que la ST circulará», of which nothing follows but by when."""
        passage, start, index = part.clause.passage, part.clause.head.start, part.verb
        after = passage.tokens[index + 1] if index + 1 < part.clause.end else None
        follows = after and (after.sort is Sort.BACK or after.word in self._grammar.determiners)
        before = passage.tokens[start - 1]
        if before.sort is not Sort.WORD or follows or before.word in self._grammar.coordinators:
            return None
        words = [token.word for token in passage.tokens[:start]]
        near = range(start - 1, max(0, start - _THING_WITHIN), -1)
        first = next(
            (each for each in near if words[each] in _OPENING and words[each - 1] not in {"de", "of"}), None
        )
        if first is None:
            return None
        verb = self._verbs.infinitive(passage.raw(index)) if self._around.language == "es" else passage.raw(index)
        article = f"{_CONTRACTED} " if (whole := words[first] == _CONTRACTING) else ""
        thing = lowered(passage.words(first + whole, start))
        return f"{verb} {article}{thing}", passage.tokens[index].end

    def _opens_thing(self, passage: Passage, index: int) -> bool:
        """Tell the article of «el informe de la ST (que …)» from the one inside."""
        inside = index > 0 and passage.tokens[index - 1].word in _INSIDE
        articles = _ARTICLES if self._around.language == "es" else _ENGLISH_ARTICLES
        return passage.tokens[index].word in articles and not inside

    def _agent(self, part: Part) -> list[tuple[int, int]]:
        """Return the characters of «por la ST» in a passive, and of «a cargo de la ST»."""
        passage = part.clause.passage
        if owed := self._owner(part):
            return owed
        for index in range(part.verb, part.clause.end):
            after = self._nominals.in_charge.after(passage, index)
            listed = self._around.lists.read(passage, after) if after else None
            if listed:
                return [(passage.tokens[index].start, passage.tokens[listed.end - 1].end)]
        subject = part.clause.head.subject
        if subject and part.clause.move is Move.DUTY and subject.start > part.verb:
            late = part.clause.head.start == part.verb  # «Asumirá los gastos la OIM»
            first = subject.start if late else part.verb + 1
            return [(passage.tokens[first].start, passage.tokens[subject.end - 1].end)]
        performed = part.doing is Doing.NOUN and part.clause.head.subject is not None
        ordered = self._verbs.of_imperative(passage.raw(part.verb)) is not None
        governs = performed or ordered or self._passive(part) is not None
        done = performed and part.clause.move is Move.DO
        end = part.clause.end if done else self._around.agents.reach(passage, part.verb, part.clause.end)
        for index in range(part.verb, end) if governs else ():
            agent = self._around.agents.at(passage, index)
            if agent:
                return [(passage.tokens[index].start, passage.tokens[agent.end - 1].end)]
            acronym = self._nominals.by_acronym(passage, index) if passage.tokens[index].word in _BY else None
            if acronym:
                return [(passage.tokens[index].start, passage.tokens[acronym].end)]
        return []

    def _owner(self, part: Part) -> list[tuple[int, int]]:
        """Return the characters of "lies with the TS", «será responsabilidad de la ST» after what is to be done."""
        passage, subject = part.clause.passage, part.clause.head.subject
        told = part.clause.move is Move.DO and part.doing is Doing.NOUN
        if not told or subject is None or subject.start <= part.verb + 1:
            return []
        near = range(subject.start - 1, max(part.verb, subject.start - _OWNED_WITHIN), -1)
        verbs = [each for each in near if self._is_finite(passage, each)]
        if not verbs:
            return []
        first = verbs[0]
        first -= passage.tokens[first - 1].word in self._auxiliary_words
        return [(passage.tokens[first].start, passage.tokens[subject.end - 1].end)]

    def _is_finite(self, passage: Passage, index: int) -> bool:
        word, verbs = passage.tokens[index].word, self._verbs
        if word in self._grammar.prepositions | self._grammar.determiners:
            return False
        if self._around.language == "en":
            return word in _BE or verbs.base_of_third(word) is not None
        known = verbs.infinitive_of(word) is not None or verbs.is_coming(passage.raw(index))
        return known and passage.tokens[index - 1].word not in self._grammar.prepositions

    def _passive(self, part: Part) -> tuple[str, int] | None:
        """Turn «el informe será remitido a la ST» round into «remitir el informe a la ST»."""
        passage, index, end = part.clause.passage, part.verb, part.clause.end
        tokens = passage.tokens
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
        thing = self._thing(part, index)
        verb = self._verbs.verb_of_participle(word)
        particle = participle + 1 < end and be == "be" and tokens[participle + 1].word in _PARTICLES
        verb += f" {tokens[participle + 1].word}" if particle else ""
        return f"{verb} {thing}".rstrip(), tokens[participle + particle].end

    def _thing(self, part: Part, end: int) -> str:
        """Return what a passive is about: «el informe» in «que el informe sea remitido»."""
        passage = part.clause.passage
        tokens, first = passage.tokens, part.clause.head.start
        links = [
            each
            for each in range(first, end)
            if tokens[each].word in {"que", "that"} and (each == first or self._links(passage, each))
        ]
        first = links[-1] + 1 if links else first
        stops = [
            each
            for each in range(first, end)
            if tokens[each].word == "se" or self._is_auxiliary(passage, each)
        ]
        last = stops[0] if stops else end
        # «El estudio, que elaborará la OIM, será presentado»
        last = next((each for each in range(first, last) if tokens[each].word == ","), last)
        denying = _NOT if self._around.language == "en" else frozenset()  # "no child shall be interviewed"
        first = self._around.skip(passage, first, self._grammar.adverbs - denying)
        if first >= last and links and tokens[links[-1] - 1].word in _ARTICLES:
            return self._antecedent(passage, links[-1] - 1, links[-1] + 1)
        its = _WHOSE.get(tokens[first].word, "")
        if last > first and tokens[last - 1].word in _WHICH and not its:
            return self._antecedent(passage, first, last)
        thing = passage.words(first + bool(its), last)
        return its + (thing if first < last and tokens[first].sort is Sort.PARTY else lowered(thing))

    def _antecedent(self, passage: Passage, first: int, end: int) -> str:
        """Return what «las cuales», "a list of which" mean: the thing named before the comma."""
        comma = next((each for each in range(first, 0, -1) if passage.tokens[each].word == ","), first)
        near = range(comma - 1, max(-1, comma - _THING_WITHIN), -1)
        opening = next((each for each in near if self._opens_thing(passage, each)), None)
        if opening is None:
            return ""
        which = end - 1
        while which > first and passage.tokens[which - 1].word in _ARTICLES:
            which -= 1
        return lowered(f"{passage.words(first, which)} {passage.words(opening, comma)}".strip())

    def _links(self, passage: Passage, index: int) -> bool:
        """Tell the «que» of «acordaron que …» from one that describes: «la firma que audite las cuentas»."""
        before, verb = passage.tokens[index - 1], passage.tokens[index + 1].word
        known = self._verbs.infinitive_of
        article = index > 1 and passage.tokens[index - 2].word in self._grammar.determiners
        noun = before.sort is Sort.WORD and (article or known(before.word) is None)
        describes = noun and known(verb) not in {None, "ser"}
        return before.word != "," and not describes

    def _is_auxiliary(self, passage: Passage, index: int) -> bool:
        be = self._verbs.infinitive_of(passage.tokens[index].word) == "ser"
        return be or self._auxiliaries.after(passage, index) is not None

    def _with_pronouns(self, part: Part, infinitive: str, *, nobody: bool) -> str:
        """Hang the pronouns before a verb on its infinitive: «lo presentarán» → «presentarlo»."""
        passage, index = part.clause.passage, part.verb
        pronouns: list[str] = []
        while index > part.clause.head.start and passage.tokens[index - 1].word in self._grammar.pronouns:
            index -= 1
            pronouns.insert(0, passage.tokens[index].word)
        if pronouns[:1] == ["se"] and (part.clause.head.agentless or nobody):
            pronouns = pronouns[1:]
            goes_on = part.clause.head.agentless and part.clause.move is Move.MORE
            thing = "" if goes_on else self._thing(part, index)
            infinitive = f"{infinitive} {thing}".rstrip()
        if len(pronouns) > 1:
            infinitive = infinitive[:-2] + infinitive[-2].translate(_ACCENTED) + infinitive[-1]
        return infinitive + "".join(pronouns)


def _without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """Leave out some characters, and the commas around them: «remitan, a más tardar el 15, información»."""
    kept, beside = "", False
    for first, last in sorted(cuts):
        if start <= first < end and not (last > end and _OBJECT_INSIDE.search(text, first, last)):
            last = min(last, end)  # «veinte días antes del Taller, que se realizará …»
            joined = beside and text[start:first].strip(" ,") in _JOINS  # «, con X y antes de mayo,»
            kept, beside = kept + (" " if joined else text[start:first]), True
            named = _NAMED_DAY.match(text, last, end)
            start = named.end() if named else last
            if joined or kept.rstrip().endswith(","):
                kept = kept.rstrip(" ,") + " "
                start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    return kept + text[start:end]
