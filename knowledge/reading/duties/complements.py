"""Read the complement of a clause: who is asked, and where the action begins."""

import re

from knowledge.language.folding import fold
from knowledge.reading.duties.addressees import AddresseeReader
from knowledge.reading.duties.askednames import AskedNames
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cueforms import Form
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings, matches
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.thatclauses import Complement, Doing, ThatReader

_ADDRESS = frozenset({"a", "al", "en"})
_OF = frozenset({"de", "del", "of", "from", "a", "al"})
_HAVE = frozenset({"have", "has", "had", "are", "is"})
"""Verbs of a relative clause after "that": "those Member Countries that have not yet done so"."""
_LIKE_INFINITIVE = re.compile(r"\w+(?:ar|(?:[aei]r)(?:se|l[aeo]s?))")
_AGAIN = frozenset({"reiterar", "renovar", "reafirmar"})
_THE = frozenset({"the", "a", "an"})
_HELP_WITHIN = 4


class ComplementReader:
    """Reads the complements of cues and of «que»."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._help = frozenset(map(fold, cues.actors.help))
        self._others = AddresseeReader(around)
        self._named = AskedNames(around)
        self.that = ThatReader(around, cues)

    def of_ask(self, clause: Clause, topic: tuple[str, ...]) -> Complement:
        """Read «(solicitar) a la OIM que efectúe …», "(urge) Member Countries to follow up …"."""
        spanish = self._around.language == "es"
        found = self._spanish(clause, topic) if spanish else self._english(clause, topic)
        if (
            found.inferred
            and found.names
            and self._around.deciders.meeting.union({self._around.body}).issuperset(found.names)
        ):
            found = found._replace(names=self._another(clause) or found.names)
        if self._proposes_nothing(clause, found):
            return found._replace(doing=Doing.NONE)
        if not found.names and clause.head.refers:
            told = self._lists.names(clause.head.subject, clause.passage) if clause.head.subject else ()
            return found._replace(names=told or topic, inferred=bool(topic) and not told)
        return found

    def _another(self, clause: Clause) -> tuple[str, ...]:
        """Return the antecedent of "it" where the meeting asks: other parties named before the head."""
        speaking = {*self._around.deciders.speaking, self._around.body}
        passage = clause.passage
        before = [each for each in self._lists.all(passage) if each.end <= clause.head.start]
        named = (self._lists.names(each, passage) for each in reversed(before))
        return next((names for names in named if names and speaking.isdisjoint(names)), ())

    def _proposes_nothing(self, clause: Clause, found: Complement) -> bool:
        """Tell whether a request asks nobody to do anything: «pidió un minuto de silencio»."""
        if found.names or found.doing is not Doing.NOUN or clause.head.refers:
            return False
        noun = self._around.skip(clause.passage, found.verb, self._grammar.determiners)
        return self._verbs.verb_of_action(_word(clause.passage, noun, clause.end)) is None

    def _spanish(self, clause: Clause, topic: tuple[str, ...]) -> Complement:
        passage, end = clause.passage, clause.end
        start = self._around.skip(passage, clause.head.body, self._grammar.adverbs - _ADDRESS)
        if told := self._told(clause, topic):
            return Complement(told, *self._doing(clause, start))
        start = self._named.past_aside(passage, start, end)
        word, following = _word(passage, start, end), _word(passage, start + 1, end)
        if "que" in {word, following} and word in {"que", "a"}:
            return self._asked(clause, start + (1 if word == "que" else 2), topic)
        if word == "a" and self._is_infinitive(passage, start + 1):
            return Complement((), Doing.INFINITIVE, start + 1)
        if self._verbs.is_infinitive(word):
            return Complement((), Doing.INFINITIVE, start)
        if word in _ADDRESS:
            return self._addressed(clause, start + 1, topic)
        return self._thing(passage, start, end, topic)

    def _told(self, clause: Clause, topic: tuple[str, ...]) -> tuple[str, ...]:
        """Return the subject of a passive: «La OIM queda invitada a …», "IOM is invited to …"."""
        head = clause.head
        if head.cue is None or head.cue.form is not Form.PARTICIPLE:
            return ()
        if head.subject:
            return self._lists.names(head.subject, clause.passage, topic)
        return (head.worded,) if head.worded else ()

    def _asked(self, clause: Clause, start: int, topic: tuple[str, ...]) -> Complement:
        """Read the clause after «que»; «el llamado a que se respeten los derechos» asks nobody.

        A repeated call («reiterar el llamado a que …») binds nobody either, even if it names a party.
        """
        cue, calls = clause.head.cue, clause.passage.tokens[start - 2].word == "a"
        calls = calls and cue is not None and bool(cue.words.rest)
        again = cue is not None and cue.words.verb in _AGAIN
        if calls and (again or not self._lists.read(clause.passage, start)):
            return Complement((), Doing.NONE, clause.end)
        return self.that.asked(clause.passage, start, clause.end, topic)

    def _addressed(self, clause: Clause, start: int, topic: tuple[str, ...]) -> Complement:
        passage, end = clause.passage, clause.end
        listed = self._lists.read(passage, start)
        if listed and listed.end <= end:
            names = self._lists.names(listed, passage, topic)
            pronoun = any(token.party == "any" for token in listed.members)
            others = self._others.read(passage, listed.end, self._opener(clause, listed.end))
            return Complement((*names, *others), *self._doing(clause, listed.end), pronoun)
        start = self._around.skip(passage, start, self._grammar.determiners)
        made = self._named.after_members(passage, start, end)
        if made and passage.tokens[made].word in self._grammar.determiners:
            return Complement(self._named.worded(passage, start, made), Doing.NOUN, made)
        opener = self._opener(clause, start)
        thing = self._named.end(passage, start, end) if opener >= end else end
        if opener >= end:
            thing = min(thing, self._others.doing_after(passage, start + 1, end))
        if thing < end:
            return Complement(self._named.worded(passage, start, thing), Doing.NOUN, thing)
        return Complement(self._named.worded(passage, start, opener), *self._doing(clause, start))

    def _doing(self, clause: Clause, start: int) -> tuple[Doing, int]:
        """Find where the action begins after the addressee."""
        passage, end = clause.passage, clause.end
        opener = self._opener(clause, start)
        if start >= end:
            return Doing.NONE, end
        thing = self._after_noun(clause, start)
        if opener >= end or (thing > start and _word(passage, thing, end) in self._grammar.determiners):
            return Doing.NOUN, self._after_marks(passage, self._named.after_phrase(passage, thing, end), end)
        word, following = _word(passage, opener, end), _word(passage, opener + 1, end)
        if "que" in {word, following} and word in {"que", "a", "para"}:
            verb = opener + 1 + (word != "que")
            return (
                (Doing.FINITE, self.that.finite_verb(passage, verb, end)) if verb < end else (Doing.NONE, end)
            )
        if word in {"a", "al", "para", "to"}:
            noun = following in self._grammar.determiners and self._names_doing(passage, opener + 2, end)
            noun = noun or word == "al"
            doing = Doing.NOUN if noun else Doing.INFINITIVE
            return (doing, opener + 1) if opener + 1 < end else (Doing.NONE, end)
        after = clause.head.cue.words.after if clause.head.cue else ()
        if len(after) > 1 and matches(passage, opener, after):
            return Doing.INFINITIVE, opener + len(after)
        return (Doing.INFINITIVE if self._is_infinitive(passage, opener) else Doing.NOUN), opener

    def _after_noun(self, clause: Clause, start: int) -> int:
        """Step over the «de» after a noun cue: «Encargo al CTH de una regla común»."""
        named = clause.head.cue is not None and clause.head.cue.form is Form.NOUN
        return start + (named and _word(clause.passage, start, clause.end) in {"de", "del"})

    def _opener(self, clause: Clause, start: int) -> int:
        """Find the «que», «a», «para» or infinitive that opens the action, else the clause's end."""
        passage, end = clause.passage, clause.end
        cue = clause.head.cue.words if clause.head.cue else None
        whole, end = end, min(end, self._named.relative_after(passage, start, end))
        openers = [each for each in range(start, end) if self._may_open(passage, each, end)]
        after = cue.after if cue and len(cue.after) > 1 else ()
        for index in range(start, end):
            if after and matches(passage, index, after):
                return index
            if index in openers and not self._named.is_relative(
                passage, index, start, openers, cue and cue.introducer
            ):
                return index
            noun = index == start and passage.tokens[index].word in self._grammar.determiners
            if noun and not (cue and cue.introducer == "a"):
                return index
        return whole

    def _may_open(self, passage: Passage, index: int, end: int) -> bool:
        word, following = _word(passage, index, end), _word(passage, index + 1, end)
        noun = index + 2 if word == "a" and following in self._grammar.determiners else index + 1
        if (word == "al" or noun > index + 1) and self._names_doing(passage, noun, end):
            return True
        if word in {"a", "para"}:
            return following == "que" or self._is_infinitive(passage, index + 1) or index + 1 == end
        if word == "no":
            return self._verbs.is_infinitive(following)
        return word == "que" or (word not in self._grammar.prepositions and self._verbs.is_infinitive(word))

    def _names_doing(self, passage: Passage, index: int, end: int) -> bool:
        """Tell whether a word is a noun of action: «(exhortar a los países a) la designación de …»."""
        return self._verbs.verb_of_action(_word(passage, index, end)) is not None

    def _is_infinitive(self, passage: Passage, index: int) -> bool:
        """Tell whether a word is a known infinitive or ends like one; few nouns do after «a» and «para»."""
        index += index < len(passage.tokens) and passage.tokens[index].word == "no"
        if index >= len(passage.tokens) or passage.tokens[index].sort is not Sort.WORD:
            return False
        word = passage.tokens[index].word
        if word == "partir" and _word(passage, index + 1, len(passage.tokens)) in {"de", "del"}:
            return False  # «a partir del 1 de febrero»
        return self._verbs.is_infinitive(word) or _LIKE_INFINITIVE.fullmatch(word) is not None

    def _thing(self, passage: Passage, start: int, end: int, topic: tuple[str, ...]) -> Complement:
        """Read a request for a thing: «el apoyo de la OIM para …», «la elaboración del plan a la ST»."""
        helps = any(
            _word(passage, each, end) in self._help for each in range(start, min(end, start + _HELP_WITHIN))
        )
        prepositions = _OF if helps else {"a", "al", "from", "parte", "por", "by"}
        for index in range(start, end):
            if _word(passage, index, end) in prepositions:
                listed = self._lists.read(passage, index + 1)
                if listed and listed.end <= end:
                    return Complement(self._lists.names(listed, passage, topic), Doing.NOUN, start)
        return Complement((), Doing.NOUN if start < end else Doing.NONE, start)

    def _english(self, clause: Clause, topic: tuple[str, ...]) -> Complement:
        passage, end, head = clause.passage, clause.end, clause.head
        start = self._around.skip(passage, head.body, self._grammar.adverbs)
        if head.cue and head.cue.form is Form.NOUN:
            start += 1
        that = _word(passage, start, end) == "that"
        subject, rest = head.subject, head.cue.words.rest if head.cue else ()
        # "It is recommended that Ghana extend it"
        impersonal = (
            subject is not None and subject.members[0].party == "any" and (that or rest[-1:] == ("that",))
        )
        told = () if impersonal else self._told(clause, topic)
        if told:
            doing, verb = self._to(clause, start)
            of_it = doing is Doing.NOUN and _word(passage, verb, end) in self._grammar.prepositions
            return Complement(told, Doing.NONE if of_it else doing, verb)
        if that or impersonal:
            return self.that.asked(passage, start + that, end, topic)
        listed = self._lists.read(passage, start)
        if listed and listed.end <= end:
            names = self._lists.names(listed, passage, topic)
            pronoun = any(token.party == "any" for token in listed.members)
            relative = _word(passage, listed.end + 1, end) in _HAVE
            if _word(passage, listed.end, end) == "that" and not relative:
                asked = self.that.asked(passage, listed.end + 1, end, names)
                unreal = self._named.is_unreal(passage, listed.end, end)
                doing = Doing.NONE if unreal else asked.doing
                return asked._replace(names=() if unreal else names, doing=doing, inferred=pronoun)
            doing, verb = self._to(clause, listed.end)
            others = self._others.read(passage, listed.end, verb - 1) if doing is Doing.INFINITIVE else ()
            return Complement((*names, *others), doing, verb, inferred=pronoun)
        doing, verb = self._to(clause, start)
        if passage.raw(start).isupper() and _word(passage, start + 1, end) == "to" and start + 2 < end:
            doing, verb = Doing.INFINITIVE, start + 2  # "CARICOM to place it"
        if doing is Doing.INFINITIVE and verb - 1 > start:
            return Complement(self._named.worded(passage, start, verb - 1), doing, verb)
        return Complement((), doing, verb) if verb > start else self._thing(passage, start, end, topic)

    def _to(self, clause: Clause, start: int) -> tuple[Doing, int]:
        passage, end = clause.passage, clause.end
        cue = clause.head.cue
        opener = "with" if cue and cue.words.introducer == "with" else "to"
        if start >= end:
            return Doing.NONE, end
        for index in range(start, end):
            if _word(passage, index, end) not in {opener, "to"}:
                continue
            taken = "to" if opener == "with" and _word(passage, index, end) == "to" else opener
            verb = self._around.skip(passage, index + 1, self._grammar.adverbs)
            word = _word(passage, verb, end)
            if index + 1 == end:
                return Doing.NONE, end
            if taken == "with" and index == start and _word(passage, index + 1, end) in _THE:
                return Doing.NOUN, index + 1
            if (
                word.endswith("ing")
                if taken == "with"
                else index == start or self._around.opens_doing(passage, verb)
            ):
                return Doing.INFINITIVE, verb
        return Doing.NOUN, self._after_marks(passage, start, end)

    @staticmethod
    def _after_marks(passage: Passage, start: int, end: int) -> int:
        while start < end and passage.tokens[start].sort is Sort.MARK:
            start += 1
        return start


def _word(passage: Passage, index: int, end: int) -> str:
    return passage.tokens[index].word if index < min(end, len(passage.tokens)) else ""
