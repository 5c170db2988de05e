"""Find heads where no finite verb binds: "The TS to complete …", «Compromiso de México de enviar …»."""

from collections.abc import Sequence

from knowledge.language.folding import fold
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import BINDING, Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases
from knowledge.reading.duties.subjects import SubjectFinder

_AND = frozenset({"y", "e", "and"})
_LINKS = frozenset({"de", "a", "para", "to"})
_DESCRIBED_WITHIN = 8
_OBLIGING = frozenset({"debiendo", "correspondiendo"})
_ACTING = frozenset({"act", "express", "note", "thank", "say", "state", "observe", "agree"})
_PERFORMER_WITHIN = 14
_OWNING = frozenset({"de", "del", "of", "by"})
_OF = frozenset({"de", "del"})
_RESPONSIBLE = frozenset(
    {"responsible", "charge", "responsable", "responsables", "encargado", "encargada", "encargara"}
)


class VerblessHeadFinder:
    """Finds the heads of duties whose only verb is that of the action."""

    def __init__(self, around: Surroundings, subjects: SubjectFinder, cues: Cues) -> None:
        self._around = around
        self._subjects = subjects
        self._grammar = around.grammar
        self._help = WordPhrases(cues.actors.help)
        self._in_charge = WordPhrases(cues.actors.in_charge)
        told = (*(each.cue for each in cues.courtesies.es), *cues.actors.telling_deeds)
        self._done = frozenset(fold(each).split()[0] for each in told)
        self._pledges = frozenset(map(fold, cues.actors.pledges))

    def charged(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a party and an infinitive: "The TS to complete it", «México: enviar sus datos»."""
        if passage.tokens[index].word not in {"to", "a", ":"}:
            return None
        first = passage.sentence(index)[0]
        if any(head.start >= first for head in heads):
            return None
        listed = self._subjects.opening(passage, first, index)
        verb = self._around.skip(passage, index + 1, self._grammar.adverbs)
        if verb >= len(passage.tokens):
            return None
        if listed is None:
            return self._charged_by_office(passage, first, index, verb)
        if listed.end != index and not self._follows_aside(passage, listed.end, index):
            return None
        does = self._around.opens_doing(passage, verb) or (
            passage.tokens[index].word == ":" and self._names_doing(passage, verb)
        )
        return Head(Move.DUTY, listed.start, verb, subject=listed) if does else None

    def _charged_by_office(self, passage: Passage, first: int, to: int, verb: int) -> Head | None:
        """Read "The Clerk to obtain a date", with an unregistered party."""
        if passage.tokens[to].word != "to" or not self._around.opens_doing(passage, verb):
            return None
        before = [token.word for token in passage.tokens[first:to]]
        verbs = self._around.verbs
        told = any(word in self._grammar.subordinators or verbs.is_form(word) for word in before)
        worded = "" if told else self._subjects.wordings.worded(passage, first, to)
        return Head(Move.DUTY, first, verb, worded=worded) if worded else None

    def _names_doing(self, passage: Passage, index: int) -> bool:
        """Tell whether a noun of action is at a token: «(Paraguay:) provisión de lectores»."""
        noun = self._around.skip(passage, index, self._grammar.determiners)
        known = noun < len(passage.tokens) and self._around.verbs.verb_of_action(passage.tokens[noun].word)
        return bool(known)

    def set_apart(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a passive added to a duty: "…, the exact dates to be communicated by 1 March"."""
        tokens = passage.tokens
        be = index + 1 < len(tokens) and tokens[index].word == "to" and tokens[index + 1].word == "be"
        if not be or not heads or heads[-1].move not in BINDING | {Move.EVENT}:
            return None
        near = range(index - 1, max(heads[-1].body, index - _PERFORMER_WITHIN), -1)
        comma = next((each for each in near if tokens[each].sort is Sort.MARK), None)
        if comma is None or tokens[comma].word != "," or comma + 2 >= index:
            return None
        known = index + 2 < len(tokens) and self._around.verbs.is_participle(tokens[index + 2].word)
        opens = tokens[comma + 1].word in self._grammar.determiners
        # Without a deadline of its own it is only a condition.
        return Head(Move.PURPOSE, comma + 1, index + 1, agentless=True) if known and opens else None

    def obliged(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read «…, debiendo la ST circular los documentos», or «…, debiendo iniciarlo» of the same party."""
        if passage.tokens[index].word not in _OBLIGING or index == 0:
            return None
        goes_on = bool(heads) and heads[-1].move in BINDING and heads[-1].start >= passage.sentence(index)[0]
        if goes_on and self._around.verbs.is_infinitive(passage.tokens[index + 1].word):
            return Head(Move.MORE, index, index + 1)
        listed = self._around.lists.read(passage, index + 1)
        does = listed is not None and self._around.opens_doing(passage, listed.end)
        return Head(Move.DUTY, index, listed.end, subject=listed) if listed and does else None

    def beside(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a gerund with its own subject: "…, Trinidad and Tobago bearing the expense"."""
        base = self._around.verbs.base_of_gerund(passage.tokens[index].word)
        owning = self._owning(passage, index)
        acts = base is not None and base not in self._grammar.states | _ACTING
        if not (acts or owning) or not heads:
            return None
        decided = heads[-1].move in BINDING | {Move.DECIDE, Move.EVENT}
        first = passage.sentence(index)[0]
        commas = (each for each in range(index - 1, first, -1) if passage.tokens[each].word == ",")
        comma = next(commas, None)
        bare = comma is not None and passage.tokens[comma + 1].word not in self._grammar.prepositions
        listed = self._around.lists.read(passage, comma + 1) if comma and bare and decided else None
        if listed is None or listed.end != index or heads[-1].start < first:
            return None
        return Head(Move.DUTY, listed.start, owning or index, subject=listed)

    @staticmethod
    def _owning(passage: Passage, index: int) -> int | None:
        """Return where the thing begins after "being responsible for", "being in charge of"."""
        words = [token.word for token in passage.tokens[index : index + 4]]
        if words[:1] != ["being"]:
            return None
        after = next((each for each, word in enumerate(words) if word in {"for", "of"}), None)
        return index + after + 1 if after and not _RESPONSIBLE.isdisjoint(words[1:after]) else None

    def _follows_aside(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether a phrase in commas follows: "Belize, with the support of IOM, to pilot it"."""
        tokens = passage.tokens
        closed = tokens[end - 1].word == "," or tokens[end].word == ":"
        commas = end > start + 2 and tokens[start].word == "," and closed
        return commas and tokens[start + 1].word in self._grammar.phrase_openers - {"to", "a"}

    def pledged(self, passage: Passage, index: int) -> Head | None:
        """Read «Compromiso de México de enviar sus datos», "Commitment of the TS to …"."""
        tokens = passage.tokens
        if tokens[index].word not in self._pledges or not self._introduces(passage, index):
            return None
        if index + 1 >= len(tokens) or tokens[index + 1].word not in _OWNING:
            return None
        listed = self._around.lists.read(passage, index + 2)
        if listed is None or listed.end + 1 >= len(tokens):
            return None
        if tokens[listed.end].word in _LINKS | {":"}:
            verb = listed.end + 1
        else:
            verb = self._after_description(passage, listed.end)
        does = self._around.opens_doing(passage, verb) or self._around.is_infinitive_like(passage, verb)
        does = does or bool(self._around.verbs.verb_of_action(tokens[verb].word))
        return Head(Move.DUTY, index, verb, subject=listed) if does else None

    def pledged_next(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read the next owner after «Queda a cargo de Belice el informe»: «, y de México la traducción»."""
        tokens = passage.tokens
        if (
            tokens[index].word not in _AND | {","}
            or not heads
            or heads[-1].start < passage.sentence(index)[0]
        ):
            return None
        owned = tokens[heads[-1].start : heads[-1].body]
        if heads[-1].move not in {Move.DUTY, Move.PLEDGE} or not any(
            each.word in self._pledges or (each.word in _OF and each is owned[0]) for each in owned
        ):
            return None
        owner = heads[-1].subject or self._around.lists.read(passage, heads[-1].body)
        if owner and index <= owner.end:
            return None  # «a cargo de Belice y de México»
        of = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].word in _AND)
        listed = (
            self._around.lists.read(passage, of + 1) if of < len(tokens) and tokens[of].word in _OF else None
        )
        if listed is None or listed.end + 1 >= len(tokens):
            return None
        thing = tokens[listed.end].word in self._grammar.determiners
        return Head(Move.DUTY, of, listed.end, subject=listed) if thing else None

    def _after_description(self, passage: Passage, index: int) -> int:
        """Step over a description of the parties: «los países con cuotas atrasadas de presentar …»."""
        tokens = passage.tokens
        for each in range(index, min(len(tokens) - 1, index + _DESCRIBED_WITHIN)):
            if tokens[each].sort is Sort.MARK:
                break
            if tokens[each].word in _LINKS and self._around.is_infinitive_like(passage, each + 1):
                return each + 1
        return index

    def performed(self, passage: Passage, index: int) -> Head | None:
        """Read a noun of action with its agent that opens an item: «Instalación, a cargo de México, de …».

        «Remisión trimestral de datos a la ST por los países» is one, too; but not «Presentación por la OIM de
        su informe», which reports, nor «Aprobación por los Ministros», which is done by saying it.
        """
        tokens = passage.tokens
        first = passage.sentence(index)[0]
        if index != self._around.skip(passage, first, self._grammar.determiners):
            return None
        helping = self._helping(passage, index)
        verb = self._around.verbs.verb_of_action(tokens[index].word)
        if helping:
            return Head(Move.DO, first, index, subject=helping)
        if verb is None:
            return None
        aside = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].word == ",")
        after = self._in_charge.after(passage, aside) if aside < len(tokens) else None
        listed = self._around.lists.read(passage, after) if after else None
        if listed is None and fold(verb) not in self._done:
            listed = self._performer(passage, index + 1)
        return Head(Move.DO, first, index, subject=listed) if listed else None

    def _helping(self, passage: Passage, index: int) -> PartyList | None:
        """Read the party that gives help: «Asistencia técnica de México a Belice para …»."""
        tokens, after = passage.tokens, self._help.after(passage, index)
        if after is None or after + 1 >= len(tokens) or tokens[after].word not in {"de", "del", "of"}:
            return None
        listed = self._around.lists.read(passage, after + 1)
        helps = listed and listed.end < len(tokens) and tokens[listed.end].word in {"a", "al", "to"}
        return listed if helps else None

    def _performer(self, passage: Passage, start: int) -> PartyList | None:
        """Read the parties after «por» or «por parte de», before any verb: «Entrega, por parte de X, …»."""
        tokens = passage.tokens
        end = passage.sentence(start - 1)[1]
        for index in range(start, min(end, start + _PERFORMER_WITHIN)):
            token = tokens[index]
            if token.word in self._grammar.subordinators | {":", ";"} or self._is_done(token.word):
                return None
            charged = self._in_charge.after(passage, index)
            listed = self._around.lists.read(passage, charged) if charged else None
            if listed:
                return listed
            if token.word == "por" and not self._is_done(tokens[index - 1].word):
                part = [each.word for each in tokens[index + 1 : index + 3]] == ["parte", "de"]
                listed = self._around.lists.read(passage, index + (3 if part else 1))
                if listed:
                    return listed
        return None

    def _is_done(self, word: str) -> bool:
        """Tell whether a word is a participle or finite verb, whose agent «por México» would be."""
        verbs = self._around.verbs
        if word in self._grammar.prepositions | self._grammar.determiners:
            return False
        return verbs.is_nonfinite(word) or (
            verbs.infinitive_of(word) is not None and verbs.verb_of_action(word) is None
        )

    def _introduces(self, passage: Passage, index: int) -> bool:
        """Tell whether a noun opens its sentence, after a copula at most: "It is the responsibility of …"."""
        before = passage.tokens[passage.sentence(index)[0] : index]
        small = self._grammar.determiners | {"it", "is", "a", "shall", "will", "be"}
        verbs = self._around.verbs
        return all(
            token.word in small
            or verbs.infinitive_of(token.word) in {"ser", "quedar", "estar"}
            or token.party == "any"
            for token in before
        )

    def another(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a second party of the verb before: «Belice se encarga de …, y Honduras de …»."""
        tokens = passage.tokens
        if tokens[index].word not in _AND or not heads or tokens[index - 1].sort is Sort.PARTY:
            return None
        if (
            heads[-1].move not in {Move.PLEDGE, Move.DUTY, Move.AGREE}
            or heads[-1].start < passage.sentence(index)[0]
        ):
            return None
        listed = self._around.lists.read(passage, index + 1)
        if listed is None or listed.end + 1 >= len(tokens) or tokens[index + 1].word in _OWNING | {"a", "al"}:
            return None
        governs = tokens[listed.end].word in {"de", "a", "to"}
        does = governs and self._around.opens_doing(passage, listed.end + 1)
        does = does or self._owns_too(passage, listed.end, heads[-1])
        return Head(Move.DUTY, index + 1, listed.end + 1, subject=listed) if does else None

    def _owns_too(self, passage: Passage, index: int, head: Head) -> bool:
        """Tell whether a thing follows as after the owner before: "(X is responsible for …) and Y for …"."""
        told = [token.word for token in passage.tokens[head.start : head.body]]
        same = passage.tokens[index].word == passage.tokens[head.body - 1].word and index > head.body
        thing = passage.tokens[index + 1].word in self._grammar.determiners
        return same and thing and not _RESPONSIBLE.isdisjoint(told)
