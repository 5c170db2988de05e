"""Find heads that no cue tells: futures and auxiliaries, «Que …», bare infinitives, second verbs, events."""

from collections.abc import Sequence

from knowledge.language.verbs import is_future
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.bareinfinitives import BareInfinitives
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.foundations import FoundationFinder
from knowledge.reading.duties.heads import COURTEOUS, Head, Move, Surroundings
from knowledge.reading.duties.latesubjects import LateSubjectFinder
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases
from knowledge.reading.duties.relativeheads import RelativeHeadFinder
from knowledge.reading.duties.secondverbs import continues
from knowledge.reading.duties.subjects import Standing, Subject, SubjectFinder

_THAT = frozenset({"que", "that"})
_WILL = frozenset({"will", "shall"})
_WISHES = frozenset({"appreciate", "hope", "like", "prefer", "want", "welcome", "wish"})
_EACH = frozenset({"each", "both", "jointly", "cada", "conjuntamente"})
"""Between an auxiliary and its verb: "shall each put forward"."""
_POSSESSIVE = ("'s", "’s")
_AND = frozenset({"y", "e", "and"})
_IS = frozenset({"is", "are", "es", "son", "constituye", "constituyen"})
_AGENT_WITHIN = 6
_ITS = frozenset({"lo", "la", "los", "las"})
_WEIGHING = frozenset({"consider", "considerar"})
_GIVING = frozenset({"contribute", "contribuir"})
_AMOUNT_WITHIN = 4
_UNREAL = frozenset({"was", "were", "should", "ought", "would", "must"})
_THING_WITHIN = 16
_SUBJUNCTIVES = frozenset({"sea", "sean"})
_WE = frozenset({"we", "nosotros", "nosotras"})


class DutyHeadFinder:
    """Finds the head that a token makes without any cue."""

    def __init__(self, around: Surroundings, subjects: SubjectFinder, cues: Cues) -> None:
        self._around = around
        self._subjects = subjects
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._state_participles = {self._verbs.participle(verb) for verb in cues.grammar.states}
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)
        self._effects = WordPhrases(cues.grammar.effects)
        self._purposes = WordPhrases(cues.grammar.purposes)
        self._announced = WordPhrases(cues.events.announced)
        self._bare = BareInfinitives(around, cues)
        self._holding = WordPhrases(cues.events.holding)
        self._late = LateSubjectFinder(around, subjects)
        self._relatives = RelativeHeadFinder(around, FoundationFinder(around, cues))

    def announced(self, passage: Passage, index: int) -> Head | None:
        """Read the announcement of an event: «que se realizará», "to be held"."""
        verb = self._auxiliaries.after(passage, index)
        after = self._announced.after(passage, index)
        if after is None and verb is not None and verb < len(passage.tokens):
            after = self._announced.after(passage, verb)
        return Head(Move.EVENT, index, after) if after else None

    def purpose(self, passage: Passage, index: int) -> Head | None:
        """Read «a fin de que la ST lo publique», where someone's doing is the purpose."""
        after = self._purposes.after(passage, index)
        subject = self._around.lists.read(passage, after) if after else None
        return Head(Move.PURPOSE, index, subject.end, subject=subject) if subject else None

    def duty(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a future or auxiliary by its subject: «la ST enviará», "the PTP shall convene"."""
        body = self._opened(passage, index)
        if body is None:
            return None
        passive = self._is_passive(passage, body)
        state = not passive and self._is_state(passage, body)
        subject = self._subjects.before(passage, index, coming=True)
        if state or passage.tokens[subject.start].word in self._grammar.nothing:
            return None
        if subject.standing is Standing.PARTIES and passive:
            near = range(body, min(len(passage.tokens), body + _AGENT_WITHIN))
            done = self._is_near(passage, subject, index) and any(self._around.agents.at(passage, each) for each in near)
            return Head(Move.DUTY, subject.start, body, agentless=True) if done else None
        if subject.standing is Standing.PARTIES:
            return Head(Move.DUTY, subject.start, body, subject=subject.parties)
        itself = self._around.language == "es" and passage.tokens[body].word.endswith("rse")
        agentless = passive or itself or self._has_se(passage, index)
        if subject.standing is Standing.DEPENDENT:
            before = heads[-1].move if heads else None
            return self._relatives.at(passage, index, body, subject, agentless=agentless, before=before)
        if subject.standing is Standing.NONE:
            return self._subjectless(passage, index, body, heads, agentless=agentless)
        told = not passive and not self._has_se(passage, index)
        worded = self._subjects.wordings.worded(passage, subject.start, index) if told else ""
        agentless = agentless and not worded
        told = [head for head in heads if subject.start <= head.start and head.move in COURTEOUS]
        if told and any(token.word in _THAT for token in passage.tokens[told[0].body : index]):
            return None  # «Tomar nota de la solicitud de aclarar que todo insumo, …, deberá ser avalado por X»
        if agentless or worded:
            return Head(Move.DUTY, subject.start, body, agentless=agentless, worded=worded)
        joined = subject.start > passage.sentence(index)[0] and self._around.joins(passage, subject.start - 1)
        return Head(Move.STATEMENT, subject.start, body) if joined else None

    @staticmethod
    def _is_near(passage: Passage, subject: Subject, index: int) -> bool:
        """Tell parties right before their verb, or with an aside between commas."""
        if subject.parties is None:
            return False
        end, before = subject.parties.end, passage.tokens[max(0, subject.parties.start - 1)].word
        if before in _AND and subject.parties.start > passage.sentence(index)[0]:
            return False  # «la reunión entre CRM y CSM, …, deberá ser …»
        return end >= index - 1 or (passage.tokens[end].word == "," and passage.tokens[index - 1].word == ",")

    def coming(self, passage: Passage, index: int) -> int | None:
        """Return the verb that is still to be done at a token, of no state and no passive."""
        body = self._opened(passage, index)
        if body is None or self._is_passive(passage, body) or self._is_state(passage, body):
            return None
        return body

    def opens(self, passage: Passage, index: int) -> bool:
        """Tell whether a future or an auxiliary stands at a token."""
        return self._opened(passage, index) is not None

    def _opened(self, passage: Passage, index: int) -> int | None:
        """Return the verb of a future or after an auxiliary, or None if none stands at a token."""
        inverted = passage.tokens[index].word == "should" and index in passage.sentence_starts
        body = self._auxiliaries.after(passage, index) or index
        if inverted:
            return None  # "Should levels exceed the threshold, …"
        told = body > index and passage.tokens[index].word in _UNREAL and body < len(passage.tokens)
        if told and passage.tokens[body].word == "have" and self._is_perfect(passage, body + 1):
            return None  # "were to have installed it", "should have been paid"
        if body > index:
            body = self._around.skip(passage, body, _EACH | self._grammar.adverbs)
            if self._only_wishes(passage, index, body):
                return None
        none = body >= len(passage.tokens) or (body == index and not self._is_future(passage, index))
        return None if none else body

    def _is_perfect(self, passage: Passage, index: int) -> bool:
        """Tell "(should have) been paid" from "(should have) a plan"."""
        return index < len(passage.tokens) and self._verbs.is_participle(passage.tokens[index].word)

    def _only_wishes(self, passage: Passage, index: int, body: int) -> bool:
        """Tell "would like to host", and "Should funds allow", which no verb follows."""
        word = passage.tokens[body].word if body < len(passage.tokens) else ""
        third = self._verbs.base_of_third(word) is not None and not self._verbs.is_base(word)
        return third or (passage.tokens[index].word == "would" and word in _WISHES)

    def _is_future(self, passage: Passage, index: int) -> bool:
        """Tell «enviará», or «enviaría» in minutes, from names like «Xicará»."""
        raw = passage.raw(index)
        named = raw[0].isupper() and index not in passage.sentence_starts
        if named or not (self._verbs.is_coming(raw) or self._is_unknown(passage, index)):
            return False
        return is_future(raw) or self._verbs.infinitive(raw) not in self._grammar.wishes

    def _is_unknown(self, passage: Passage, index: int) -> bool:
        """Tell a conditional of a verb in -ar that no file has («costearía») from a noun («comisaría»)."""
        if not passage.raw(index).lower().endswith(("aría", "arían")):
            return False
        before = passage.tokens[index - 1].word if index else ""
        return before not in (self._grammar.determiners - self._grammar.pronouns) | self._grammar.prepositions

    def _is_passive(self, passage: Passage, body: int) -> bool:
        """Tell «serán remitidas» and "will be distributed"."""
        if body + 1 >= len(passage.tokens):
            return False
        verb, participle = passage.tokens[body].word, passage.tokens[body + 1].word
        if participle in self._state_participles:
            return False
        if verb == "be":
            return self._verbs.is_participle(participle)
        be = verb == "ser" or (self._verbs.infinitive_of(verb) == "ser" and is_future(passage.raw(body)))
        return be and self._verbs.verb_of_participle(participle) != participle

    def _is_state(self, passage: Passage, body: int) -> bool:
        """Tell «será útil», which states something, from «será sede del taller»."""
        word = passage.tokens[body].word
        conditional = self._verbs.is_conditional(passage.raw(body))
        verb = self._verbs.infinitive(word) if conditional else self._verbs.infinitive_of(word) or word
        its = passage.tokens[body - 1].word if body else ""
        if self._effects.after(passage, body, verb) and its not in _ITS:  # «las harán efectivas»
            return True
        if verb == "have" and body + 1 < len(passage.tokens) and passage.tokens[body + 1].sort is Sort.BACK:
            return False  # "the TS will have them translated"
        if verb in _GIVING and self._is_amount(passage, body + 1):
            return False  # "Canada would contribute CAD 50,000"
        if verb in _WEIGHING and self._is_weighed(passage, body + 1):
            return False  # "should consider adopting alternatives"
        return verb in self._grammar.states and self._holding.after(passage, body, verb) is None

    def _is_weighed(self, passage: Passage, index: int) -> bool:
        """Tell a doing after "consider", maybe behind an aside: ", where appropriate, adopting"."""
        if index < len(passage.tokens) and passage.tokens[index].word == ",":
            near = range(index + 1, min(len(passage.tokens) - 1, index + _AGENT_WITHIN))
            index = next((each + 1 for each in near if passage.tokens[each].word == ","), index)
        word = passage.tokens[index].word if index < len(passage.tokens) else ""
        return self._verbs.base_of_gerund(word) is not None or self._verbs.is_infinitive(word)

    @staticmethod
    def _is_amount(passage: Passage, index: int) -> bool:
        """Tell "CAD 50,000", «(con) 50.000 dólares»."""
        return any(passage.raw(each)[:1].isdigit() for each in range(index, index + _AMOUNT_WITHIN))

    def _has_se(self, passage: Passage, index: int) -> bool:
        while index and passage.tokens[index - 1].word in self._grammar.pronouns - {"se"}:
            index -= 1
        return index > 0 and passage.tokens[index - 1].word == "se"

    def _subjectless(
        self, passage: Passage, index: int, body: int, heads: Sequence[Head], *, agentless: bool
    ) -> Head | None:
        start = index
        while start and passage.tokens[start - 1].word in self._grammar.pronouns | self._grammar.adverbs:
            start -= 1
        joined = start > 0 and self._around.joins(passage, start - 1)
        late = None if joined or agentless else self._late.after(passage, index, body)
        if late and late.is_open:
            return None
        told = late.parties if late else None
        passive = bool(heads) and heads[-1].move is Move.DUTY and heads[-1].agentless
        if joined and not agentless and (passive or not continues(passage, index, heads)):
            told = self._shared(passage, start, body)
        if start and not (joined or agentless) and passage.tokens[start - 1].word == ":":
            told = self._told_before(passage, start, body)
        if told:
            return Head(Move.DUTY, start, body, subject=told)
        if joined and agentless and (self._is_of_state(passage, start, heads) or _happens(heads)):
            return None
        if joined and self._goes_on_saying(passage, index, heads):
            return None
        if joined and not agentless and continues(passage, index, heads):
            return Head(Move.MORE, start, body)
        ours = joined and passage.tokens[passage.sentence(index)[0]].word in _WE
        return Head(Move.DUTY, start, body, refers=not agentless, agentless=agentless, ours=ours)

    def _is_of_state(self, passage: Passage, start: int, heads: Sequence[Head]) -> bool:
        """Tell "Migration is a driver and must be addressed", which says how things are."""
        first = passage.sentence(start)[0]
        told = any(head.start >= first for head in heads)
        return not told and any(passage.tokens[each].word in _IS for each in range(first, start))

    def _shared(self, passage: Passage, start: int, body: int) -> PartyList | None:
        """Read who goes on after «y»: «México presentó el informe y lo circulará»."""
        told = self._subjects.shared(passage, start, coming=True)
        between = passage.tokens[told.end : start] if told else ()
        if told is None or any(token.word in self._grammar.subordinators for token in between):
            return None
        spanish = self._around.language == "es"
        several = len(told.members) > 1 or not spanish
        return told if not spanish or passage.raw(body).endswith("n") is several else None

    def _told_before(self, passage: Passage, start: int, body: int) -> PartyList | None:
        """Read who goes on after a colon: «El ACNUR se sumó a ello: costearía el alojamiento»."""
        told = self._subjects.opening(passage, passage.sentence(start)[0], start - 1)
        objects = (
            body + 1 < len(passage.tokens) and passage.tokens[body + 1].word in self._grammar.determiners
        )
        one = told is not None and len(told.members) == 1
        return told if objects and one is not passage.raw(body).endswith("n") else None

    def _goes_on_saying(self, passage: Passage, index: int, heads: Sequence[Head]) -> bool:
        """Tell a second verb of what is only said: "Noted that it has benefits and must be seen so"."""
        if not heads or heads[-1].move not in {Move.NOTE, Move.THANK, Move.STATEMENT}:
            return False
        if heads[-1].start < passage.sentence(index)[0]:
            return False
        between = passage.tokens[heads[-1].body : index]
        return bool(between) and between[0].word in _THAT

    def that(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read «Que X remitan» that opens an item or a sentence, or goes on with another."""
        if passage.tokens[index].word not in _THAT:
            return None
        subject = self._around.lists.read(passage, index + 1)
        if subject and passage.text.startswith(_POSSESSIVE, passage.tokens[subject.end - 1].end):
            subject = None
        capital = passage.text[passage.tokens[index].start].isupper()
        opens = index == 0 or (index in passage.sentence_starts and capital)
        joined = index > 0 and self._around.joins(passage, index - 1)
        goes_on = joined and bool(heads) and heads[-1].move in {Move.THAT, Move.ASK, Move.AGREE}
        if not (opens or goes_on):
            return None
        if subject:
            return Head(Move.THAT, index, subject.end, subject=subject)
        verb = self._around.skip(passage, index + 1, self._grammar.pronouns)
        agentless = opens and verb > index + 1 and self._around.is_subjunctive(passage, verb)
        if agentless:
            return Head(Move.THAT, index, index + 1, agentless=True)
        wanted = self._wanted(passage, index + 1) if opens else None
        return Head(Move.THAT, index, wanted, agentless=True) if wanted else None

    def _wanted(self, passage: Passage, start: int) -> int | None:
        """Return the verb of «(Que) las cuotas pendientes sean cubiertas», said of a thing."""
        for be in range(start + 1, min(passage.sentence(start)[1] - 1, start + _THING_WITHIN)):
            token, participle = passage.tokens[be], passage.tokens[be + 1].word
            if token.sort is Sort.MARK or token.word in self._grammar.subordinators:
                return None
            if token.word in _SUBJUNCTIVES:
                return be if self._verbs.verb_of_participle(participle) != participle else None
        return None

    def infinitive(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a bare infinitive that opens an item: «Realizar un foro», "To convene a workshop"."""
        tokens = passage.tokens
        first, end = passage.sentence(index)
        verb = index + 1 if tokens[index].word == "to" else index
        if all(token.sort is Sort.MARK for token in tokens[verb + 1 : end]):
            return None  # «Finance», a heading
        if verb >= len(tokens) or not self._around.opens(passage, index, heads):
            return None
        if self._goes_on_from(passage, first, index, heads):
            return None
        spanish = self._around.language == "es" and self._around.opens_doing(passage, verb)
        known = spanish or self._is_english_duty(passage, index, verb)
        earlier = [head for head in heads if head.start >= first]
        if not known or any(head.move not in COURTEOUS for head in earlier):
            return None
        if self._bare.goes_on(passage, first, index, earlier):
            return None
        if earlier and (
            not self._around.joins(passage, index - 1)
            or (
                passage.tokens[index - 2].word != ","
                and self._around.follows_infinitive(passage, index, heads)
            )
        ):
            return None
        return Head(self._bare.move_of(passage, verb), index, verb)

    def _goes_on_from(self, passage: Passage, first: int, index: int, heads: Sequence[Head]) -> bool:
        """Tell "We decline, as asked, to open the sessions" from "With regard to X, to hold a forum"."""
        if self._around.language != "en" or index == first:
            return False
        told = any(head.start >= first for head in heads)
        opens = passage.tokens[first].word in self._grammar.phrase_openers
        return not told and not opens and passage.tokens[index - 1].word == ","

    def _is_english_duty(self, passage: Passage, index: int, verb: int) -> bool:
        if not self._around.opens_doing(passage, verb):
            return False
        opens = passage.text[passage.tokens[index].start].isupper() and index in passage.sentence_starts
        following = passage.tokens[verb + 1].word if verb + 1 < len(passage.tokens) else ""
        return verb > index or (opens and following != "of")


def _happens(heads: Sequence[Head]) -> bool:
    return bool(heads) and heads[-1].move is Move.EVENT
