"""Find heads by the cues of duties.yaml and courtesies.yaml."""

from collections.abc import Sequence

from knowledge.reading.duties.cueforms import CueForms, CueMatch, Form
from knowledge.reading.duties.cues import Means
from knowledge.reading.duties.finiteheads import FiniteHeadFinder
from knowledge.reading.duties.heads import Head, Move, Surroundings, head_of, matches
from knowledge.reading.duties.passages import Passage
from knowledge.reading.duties.subjects import Standing, Subject, SubjectFinder

_HAVE = frozenset({"has", "have", "ha", "han", "hemos"})
_GOVERNING = frozenset({Move.THAT, Move.DUTY, Move.PURPOSE})
_INTRODUCED_WITHIN = 30
_LONGEST_ASIDE = 12
_LONGEST_OFFICE = 6
_FOLLOWED = {
    "a": {"a", "para"},
    "que": {"que", "para"},
    "para": {"para", "a"},
    "to": {"to"},
    "with": {"with"},
}
_AS = frozenset({"como", "as"})
_TO = frozenset({"a", "al"})
_ADDRESSING = frozenset({"a", "al", "to", "for"})
_NOT = frozenset({"no", "tampoco", "nunca", "not", "never"})


class CueHeadFinder:
    """Finds the heads that cues open."""

    def __init__(self, around: Surroundings, forms: CueForms, subjects: SubjectFinder) -> None:
        self._around = around
        self._forms = forms
        self._subjects = subjects
        self._finite = FiniteHeadFinder(around, subjects)

    def at(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Return the head at a token, or None."""
        for match in self._forms.at(passage, index, self._around.language):
            head = self._head(passage, index, match, heads)
            if head and not (
                heads and head.start <= heads[-1].start
            ):  # like "adopted" in "the decisions adopted"
                return head
        return None

    def begins_anew(self, passage: Passage, index: int) -> bool:
        """Tell whether a verb after «y» thanks, notes or opens a new request."""
        index = self._around.skip(passage, index, self._around.grammar.adverbs)
        courteous = index < len(passage.tokens) and any(
            match.means is Means.THANK and match.form is Form.BARE
            for match in self._forms.at(passage, index, self._around.language)
        )
        return courteous or self.asks_anew(passage, index)

    def asks_anew(self, passage: Passage, index: int) -> bool:
        """Tell whether a verb after «y» opens a new request instead of continuing the duty before it.

        «Exhortar a los países a pagar sus cuotas y solicitar a la ST que …» does; «(exhortar a los países)
        a consultar a las redes y solicitar a la OIM su apoyo» is one duty of the countries.
        """
        index = self._around.skip(passage, index, self._around.grammar.adverbs)
        if index >= len(passage.tokens):
            return False
        language = self._around.language
        for match in self._forms.at(passage, index, language):
            if match.means is not Means.ASK or match.form not in {Form.BARE, Form.FINITE}:
                continue
            addressed = match.end < len(passage.tokens) and passage.tokens[match.end].word in _TO
            listed = self._around.lists.read(passage, match.end + addressed)
            called = language == "en" and passage.raw(match.end).isupper()
            if called and passage.raw(match.end + 1) == "to":
                return True  # "and requested CARICOM to place it on the agenda"
            if listed is None and addressed and self._wants_of_named(passage, match.end + 1):
                return True
            if listed is None or addressed is not (language == "es"):
                continue
            following = [token.word for token in passage.tokens[listed.end : listed.end + 3]]
            opens = following[:1] and following[0] in {"que", "a", "para", "to", "with"}
            if opens or any(self._around.verbs.verb_of_action(word) for word in following):
                return True
        return False

    def _wants_of_named(self, passage: Passage, index: int) -> bool:
        """Tell whether an unregistered party is asked: «(y solicitar al) Tesorero que notifique»."""
        near = range(index, min(len(passage.tokens) - 1, index + _LONGEST_OFFICE))
        que = next((each for each in near if passage.tokens[each].word == "que"), None)
        if que is None or que == index or not passage.raw(index)[0].isupper():
            return False
        verb = self._around.skip(passage, que + 1, self._around.grammar.pronouns)
        return self._around.is_subjunctive(passage, verb)

    def _head(self, passage: Passage, index: int, match: CueMatch, heads: Sequence[Head]) -> Head | None:
        if not self._introduced(passage, match):
            return None
        if self._is_denied(passage, index):
            # «a no admitir cisternas», «que no admitan cisternas» belong to the head before.
            said = bool(heads) and heads[-1].start >= passage.sentence(index)[0]
            governed = said and (match.form is Form.BARE or self._around.is_subjunctive(passage, index))
            return None if governed else Head(Move.STATEMENT, index, match.end, match)
        if match.form is Form.NOUN:
            return head_of(match, index) if self._names_item(passage, index, match, heads) else None
        perfect = index > 0 and passage.tokens[index - 1].word in _HAVE
        if match.form is Form.FINITE or (perfect and match.form is Form.PARTICIPLE):
            # «Que se reconozca …» only thanks
            governed = self._is_governed(passage, index, heads) and not (
                heads[-1].agentless and match.means in {Means.THANK, Means.NOTE}
            )
            passive = None if governed else self._finite.shared_passive(passage, index, match)
            return passive or (None if governed else self._finite.finite(passage, index - perfect, match))
        if match.form is Form.PARTICIPLE:
            return self._finite.passive(passage, index, match)
        return self._opening(passage, index, match, heads)

    def _is_denied(self, passage: Passage, index: int) -> bool:
        """Tell whether a verb is negated: «No corresponde a la Conferencia …», "did not request"."""
        before = index - 1
        while before >= 0 and passage.tokens[before].word in self._around.grammar.pronouns:
            before -= 1
        return before >= 0 and passage.tokens[before].word in _NOT

    def _names_item(self, passage: Passage, index: int, match: CueMatch, heads: Sequence[Head]) -> bool:
        """Tell whether a noun opens an item: «Solicitud a la OIM de …», not inside a sentence.

        Another item may follow «y»: «Agradecimiento a México, y encargo a la ST de …».
        """
        first = passage.sentence(index)[0]
        is_first = all(
            token.word in self._around.grammar.determiners for token in passage.tokens[first:index]
        )
        after_comma = index - 2 >= first and passage.tokens[index - 2].word == ","
        goes_on = (bool(heads) and heads[-1].start >= first) or after_comma
        joined = goes_on and self._around.opens(passage, index, heads)
        if not (is_first or joined):
            return False
        if match.means is not Means.ASK:
            return True
        following = [token.word for token in passage.tokens[match.end : match.end + 2]]
        if not following or following[0] not in _ADDRESSING:
            return False
        worded = is_first and (following[0] == "al" or following[-1] in self._around.grammar.determiners)
        return worded or self._around.lists.read(passage, match.end + 1) is not None

    def _opening(self, passage: Passage, index: int, match: CueMatch, heads: Sequence[Head]) -> Head | None:
        """Read an infinitive or gerund at the start of a clause, or "We urge"."""
        start = index
        if self._around.language == "en" and index and passage.tokens[index - 1].word == "to":
            start -= 1
        if heads and start < heads[-1].body:
            return None  # the "to" of "We undertake, each in our own country, to ratify it"
        if start < index and self._is_asked(passage, start, heads):
            return None
        if self._around.opens(passage, start, heads):
            refers = match.means is Means.DECIDE and self._refers(passage, match)
            if not refers and self._depends(passage, index, match, heads):
                return None
            return head_of(match, start, refers=refers)
        we = index > 0 and passage.tokens[index - 1].word == "we"
        if match.form is Form.BARE and self._around.language == "en" and (we or not heads):
            return self._we(passage, index, match)
        return None

    @staticmethod
    def _is_asked(passage: Passage, to: int, heads: Sequence[Head]) -> bool:
        """Tell whether "to" opens the request after an aside: "Invites IOM, together with UNHCR, to …"."""
        if not heads or heads[-1].move is not Move.ASK or heads[-1].start < passage.sentence(to)[0]:
            return False
        between = {token.word for token in passage.tokens[heads[-1].body : to]}
        return passage.tokens[to - 1].word == "," and between.isdisjoint({"to", "that"})

    @staticmethod
    def _refers(passage: Passage, match: CueMatch) -> bool:
        """Tell whether a cue has a pronoun as its object: «aceptarlo», "accept it"."""
        following = passage.tokens[match.end] if match.end < len(passage.tokens) else None
        return match.refers or (following is not None and following.party == "any")

    def _is_governed(self, passage: Passage, index: int, heads: Sequence[Head]) -> bool:
        """Tell whether the head before governs the verb: «Que los Viceministros aprueben …»."""
        if not heads or heads[-1].move not in _GOVERNING:
            return False
        between = passage.tokens[heads[-1].body : index]
        return all(token.word in self._around.grammar.pronouns for token in between)

    def _we(self, passage: Passage, index: int, match: CueMatch) -> Head | None:
        """Read an English verb right after its subject: "We urge …", "They agree to …"."""
        if index > 0 and passage.tokens[index - 1].word == "we":
            return self._finite.said_by(passage, match, index, Subject(Standing.THING, index - 1))
        subject = self._subjects.before(passage, index)
        adjacent = subject.parties is not None and subject.parties.end == index
        return self._finite.said_by(passage, match, index, subject) if adjacent else None

    def _introduced(self, passage: Passage, match: CueMatch) -> bool:
        """Tell whether the cue's introducer follows: «designar a X para …», not «designar a X como …»."""
        words = match.words
        if match.means is not Means.ASK or not words.after or words.cue.means is not Means.ASK:
            return True
        if not self._forms.is_shared(words):
            return True
        _, last = passage.sentence(match.end - 1)
        last = min(last, match.end + _INTRODUCED_WITHIN + self._aside(passage, match.end))
        last = next((each for each in range(match.end, last) if passage.tokens[each].word in _AS), last)
        first = match.end
        if words.introducer in {"a", "para"} and passage.tokens[first].word not in _TO:
            # «Se designó secretaria a la señora Paz»
            first = next((each for each in range(first, last) if passage.tokens[each].word in _TO), first)
        near = range(first + 1, last)
        if len(words.after) > 1:
            return any(matches(passage, each, words.after) for each in near)
        wanted = _FOLLOWED.get(words.introducer, {words.introducer})
        return any(passage.tokens[each].word in wanted for each in near)

    def _aside(self, passage: Passage, start: int) -> int:
        """Return the length of an aside after a party: "IOM, together with UNHCR, to …"."""
        listed = self._around.lists.read(passage, start)
        if listed is None or listed.end >= len(passage.tokens) or passage.tokens[listed.end].word != ",":
            return 0
        near = range(listed.end + 1, min(len(passage.tokens), listed.end + _LONGEST_ASIDE))
        return next((each + 1 - listed.end for each in near if passage.tokens[each].word == ","), 0)

    def _depends(self, passage: Passage, index: int, match: CueMatch, heads: Sequence[Head]) -> bool:
        """Tell whether an infinitive continues another: «para revisar y aprobar el acta»."""
        if index == 0 or not self._around.joins(passage, index - 1) or match.form is not Form.BARE:
            return False
        if match.means in {Means.THANK, Means.NOTE}:
            return False
        addressed = (
            passage.tokens[match.end].word in {"a", "al"} if match.end < len(passage.tokens) else False
        )
        if self.asks_anew(passage, index):
            return False
        if match.means is Means.ASK and (addressed or match.refers or self._around.language == "en"):
            return False
        return self._around.follows_infinitive(passage, index, heads)
