"""Find the verbs that may bind somebody: futures and verbs after an auxiliary, but no states or wishes."""

from knowledge.language.verbs import is_future
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases

_WISHES = frozenset({"appreciate", "hope", "like", "prefer", "want", "welcome", "wish"})
_EACH = frozenset({"each", "both", "jointly", "cada", "conjuntamente"})
"""Between an auxiliary and its verb: "shall each put forward"."""
_ITS = frozenset({"lo", "la", "los", "las"})
_WEIGHING = frozenset({"consider", "considerar"})
_GIVING = frozenset({"contribute", "contribuir"})
_AMOUNT_WITHIN = 4
_ASIDE_WITHIN = 6
_NEEDS = frozenset({"need", "needs", "have", "has", "had", "tiene", "tienen", "tendra", "tendran"})
_NOT = frozenset({"no", "not", "tampoco", "don't", "doesn't"})
"""Before a need, it binds nobody: "does not need to be amended", «no tiene que»; "shall not" forbids."""
_CALLING = ("denominar", "llamar")
"""How the futures of verbs of naming begin: «denominará»."""
_KNOWN_AS = (("known", "as"), ("referred", "to", "as"), ("conocido", "como"), ("conocida", "como"))
_CALLED = frozenset({("called",), ("denominado",), ("denominada",), ("llamado",), ("llamada",)})
_LONGEST_CALLED = 4
_UNREAL = frozenset({"was", "were", "should", "ought", "would", "must"})


class DutyVerbs:
    """Reads the verb of a duty at a token."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._state_participles = {self._verbs.participle(verb) for verb in cues.grammar.states}
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)
        self._effects = WordPhrases(cues.grammar.effects)
        self._announced = WordPhrases(cues.events.announced)
        self._holding = WordPhrases(cues.events.holding)

    def opened(self, passage: Passage, index: int) -> int | None:
        """Return the verb of a future or an auxiliary at a token, or None."""
        inverted = passage.tokens[index].word == "should" and index in passage.sentence_starts
        body = self._auxiliaries.after(passage, index) or index
        if inverted:
            return None  # "Should levels exceed the threshold, …"
        told = body > index and passage.tokens[index].word in _UNREAL and body < len(passage.tokens)
        if told and passage.tokens[body].word == "have" and self._is_perfect(passage, body + 1):
            return None  # "were to have installed it", "should have been paid"
        if body > index:
            if self._is_needless(passage, index, body):
                return None
            body = self._around.skip(passage, body, _EACH | self._grammar.adverbs)
            if self._only_wishes(passage, index, body):
                return None
        none = body >= len(passage.tokens) or (body == index and not self._is_future(passage, index))
        return None if none else body

    @staticmethod
    def _is_needless(passage: Passage, index: int, body: int) -> bool:
        """Tell whether a need is denied: "does not need to be amended", "will not have to pay"."""
        denied = index > 0 and passage.tokens[index - 1].word in _NOT and passage.tokens[index].word in _NEEDS
        later = [token.word for token in passage.tokens[body : body + 2]]
        return denied or (len(later) > 1 and later[0] in _NOT and later[1] in _NEEDS)

    def _is_perfect(self, passage: Passage, index: int) -> bool:
        """Tell "(should have) been paid" from "(should have) a plan"."""
        return index < len(passage.tokens) and self._verbs.is_participle(passage.tokens[index].word)

    def _only_wishes(self, passage: Passage, index: int, body: int) -> bool:
        """Tell "would like to host", and "Should funds allow", where no verb follows the auxiliary."""
        word = passage.tokens[body].word if body < len(passage.tokens) else ""
        third = self._verbs.base_of_third(word) is not None and not self._verbs.is_base(word)
        return third or (passage.tokens[index].word == "would" and word in _WISHES)

    def _is_future(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is a future, or «enviaría» in minutes, not a name like «Xicará»."""
        raw = passage.raw(index)
        named = raw[0].isupper() and index not in passage.sentence_starts
        if named or not (self._verbs.is_coming(raw) or self._is_unknown(passage, index)):
            return False
        return is_future(raw) or self._verbs.infinitive(raw) not in self._grammar.wishes

    def _is_unknown(self, passage: Passage, index: int) -> bool:
        """Tell a conditional of an unlisted verb in -ar («costearía») from a noun («comisaría»)."""
        if not passage.raw(index).lower().endswith(("aría", "arían")):
            return False
        before = passage.tokens[index - 1].word if index else ""
        return before not in (self._grammar.determiners - self._grammar.pronouns) | self._grammar.prepositions

    def is_passive(self, passage: Passage, body: int) -> bool:
        """Tell whether a verb is passive: «serán remitidas», "will be distributed"."""
        if body + 1 >= len(passage.tokens):
            return False
        verb, participle = passage.tokens[body].word, passage.tokens[body + 1].word
        if participle in self._state_participles:
            return False
        if verb == "be":
            return self._verbs.is_participle(participle)
        be = verb == "ser" or (self._verbs.infinitive_of(verb) == "ser" and is_future(passage.raw(body)))
        return be and self._verbs.verb_of_participle(participle) != participle

    def is_state(self, passage: Passage, body: int) -> bool:
        """Tell whether a verb states something: «será útil», not «será sede del taller»."""
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

    def announces(self, passage: Passage, index: int) -> bool:
        """Tell whether a future or an auxiliary at a token announces an event: "will be held"."""
        verb = self._auxiliaries.after(passage, index) or index
        return any(self._announced.after(passage, each) for each in {index, verb})

    def only_names(self, passage: Passage, body: int) -> bool:
        """Tell whether a verb says what something is called: «se denominará X», "shall be known as X"."""
        tokens = passage.tokens
        verb = self._verbs.infinitive_of(tokens[body].word) or tokens[body].word
        if tokens[body - 1].word == "se" and tokens[body].word.startswith(_CALLING):
            return self._opens_name(passage, body + 1)
        words = tuple(token.word for token in tokens[body + 1 : body + _LONGEST_CALLED])
        be = verb in {"be", "ser"}
        known = any(words[: len(each)] == each for each in _KNOWN_AS)
        return be and (known or (words[:1] in _CALLED and self._opens_name(passage, body + 2)))

    def _opens_name(self, passage: Passage, index: int) -> bool:
        """Tell whether a name in capitals or quotes begins at a token, after its article."""
        first = self._around.skip(passage, index, self._grammar.determiners)
        return first < len(passage.tokens) and (
            passage.tokens[first].sort is Sort.TITLE or passage.raw(first)[:1].isupper()
        )

    def _is_weighed(self, passage: Passage, index: int) -> bool:
        """Tell whether an action follows "consider", even after an aside: ", where appropriate, adopting"."""
        if index < len(passage.tokens) and passage.tokens[index].word == ",":
            near = range(index + 1, min(len(passage.tokens) - 1, index + _ASIDE_WITHIN))
            index = next((each + 1 for each in near if passage.tokens[each].word == ","), index)
        word = passage.tokens[index].word if index < len(passage.tokens) else ""
        return self._verbs.base_of_gerund(word) is not None or self._verbs.is_infinitive(word)

    @staticmethod
    def _is_amount(passage: Passage, index: int) -> bool:
        """Tell whether an amount follows: "CAD 50,000", «(con) 50.000 dólares»."""
        return any(passage.raw(each)[:1].isdigit() for each in range(index, index + _AMOUNT_WITHIN))
