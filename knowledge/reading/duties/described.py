"""Read descriptions that restrict a set of parties: «los países que adeudan cuotas»."""

import re

from knowledge.language.numbers import number_of
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases

_RELATIVES = frozenset({"que", "that", "which", "who"})
_OWNING = frozenset({"cuyo", "cuya", "cuyos", "cuyas", "whose"})
_HAVE = frozenset(
    {"han", "hayan", "ha", "haya", "have", "has", "had", "are", "is", "were", "was", "do", "did"}
)
_BE = frozenset({"are", "is", "were", "was", "son", "quedan", "fueron"})
_HAVING = frozenset({"con", "with", "in"})
_IN = "en"
_OF = frozenset({"de", "of"})
_YET = frozenset({"aun", "todavia", "ya", "no", "asi", "yet", "not", "still", "only", "just", "so"})
_UNDONE = frozenset({"yet", "failed", "wish", "wishing", "able", "unable", "willing"})
"""Before "to" and an action not yet done, in a description: "that have yet to ratify it"."""
_THOSE = frozenset({"los", "las", "aquellos", "aquellas", "those"})
_POINTING = frozenset({"dichos", "dichas", "esos", "esas", "tales", "aquellos", "those", "these", "such"})
_WHOEVER = frozenset({"quien", "quienes"})
_ADJECTIVE = re.compile(
    r"\w{3,}(?:[ai]d|iz|ari|ori|iv|ic|ster|in)[oa]s|\w{3,}(?:ant|ent)es|\w{2,}ales|piloto"
)
_LIKE_INFINITIVE = re.compile(r"\w+(?:ar|(?:[aei]r)(?:se|l[aeo]s?))")
_MANNER = frozenset(
    {"manera", "forma", "modo", "conformidad", "acuerdo", "inmediato", "oficio", "nuevo", "parte"}
)
"""Nouns of manner after «de»: «remitir a los países de manera oportuna»."""
_STANDINGS = frozenset({"mora", "deuda", "transito", "desarrollo"})
"""Nouns of a status after «en»: «los países en mora»."""
_LIKE_SMALL = frozenset({"de", "este", "una"})
_ARTICLE = re.compile(r"(?:l[ao]s|the|those|aquell[oa]s|est[oa]s)\s+", re.IGNORECASE)
_PLURAL = ("an", "aron", "ieron")
_LONGEST = 18
_NOUN_WITHIN = 2
_ADJECTIVE_REACH = 7


class DescriptionFinder:
    """Finds the words before and after the name of a set that restrict it."""

    def __init__(self, cues: Cues, verbs: Verbs) -> None:
        self._verbs = verbs
        self._grammar = cues.grammar
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)
        self._helped = WordPhrases(cues.actors.supported_by)
        self._between = cues.grammar.adverbs | cues.grammar.pronouns | _YET

    def start(self, passage: Passage, first: int, members: int) -> int:
        """Return the token of «tres» or «algunos» before a set; `first` if all its `members` are meant."""
        if first == 0 or first in passage.sentence_starts:
            return first
        word = passage.tokens[first - 1].word
        count = number_of(word)
        some = word in self._grammar.some or (count is not None and 1 < count != members)
        some = some or (word in _POINTING and self._told_some(passage, first - 1))
        governed = first > 1 and passage.tokens[first - 2].word in self._grammar.determiners
        return first - 1 if some or (governed and self.is_modifier(passage, first - 1)) else first

    def _told_some(self, passage: Passage, end: int) -> bool:
        """Tell whether part of a set is named before a token: "eleven Member States (…; those States)"."""
        return any(
            passage.tokens[each + 1].sort is Sort.PARTY
            and (number_of(passage.tokens[each].word) or passage.tokens[each].word in self._grammar.some)
            for each in range(end - 1)
        )

    def is_modifier(self, passage: Passage, index: int) -> bool:
        """Tell whether a token can modify the noun of a set: "pilot" in "the pilot countries"."""
        token = passage.tokens[index]
        small = self._grammar.determiners | self._grammar.prepositions | self._grammar.joiners
        small |= self._grammar.subordinators
        plain = (
            token.sort is Sort.WORD
            and token.word != "own"
            and number_of(token.word) is None
            and token.word not in small
        )
        return plain and not token.word.endswith("ly") and passage.raw(index).islower()

    def end(self, passage: Passage, start: int) -> int:
        """Return the token after a description that begins at `start`, or `start` if none does."""
        limit = min(passage.sentence(start - 1)[1], start + _LONGEST)
        if start >= limit or passage.tokens[start].sort is not Sort.WORD:
            return start
        word = passage.tokens[start].word
        if word in _RELATIVES | _OWNING:
            return self._after_clause(passage, start, limit)
        if _ADJECTIVE.fullmatch(word) and self._verbs.infinitive_of(word) is None:
            goes_on = start + 1 < limit and passage.tokens[start + 1].word in self._grammar.prepositions
            reach = min(limit, start + _ADJECTIVE_REACH)
            return (self._stop(passage, start + 1, reach) if goes_on else None) or start + 1
        return self._after_phrase(passage, start, limit)

    def unnamed(self, passage: Passage, position: int) -> tuple[int, int] | None:
        """Return the first and the end token of «quienes adeuden cuotas», "those who owe" at a position."""
        tokens = passage.tokens
        asked = position > 1 and tokens[position - 1].word in {"a", "al"}
        asked = asked and self._verbs.is_form(tokens[position - 2].word)
        if not (position in passage.sentence_starts or asked) or position + 2 >= len(tokens):
            return None
        those = tokens[position].word in _THOSE and tokens[position + 1].word in _RELATIVES
        if not those and tokens[position].word not in _WHOEVER:
            return None
        limit = min(passage.sentence(position)[1], position + _LONGEST)
        start = position + those
        end = self._after_clause(passage, start, limit)
        return (position, end) if end > start else None

    def worded(self, passage: Passage, first: int, end: int) -> str:
        """Return the words of a description without its article, worded as within a sentence."""
        text = " ".join(passage.words(first, end).split())
        headed = passage.tokens[first].word in _THOSE  # «los que adeudan», "those who owe"
        article = None if headed else _ARTICLE.match(text)
        bare = text[article.end() :] if article else text
        named = bare.split()[1][:1].isupper()  # «Países Miembros en mora»
        opens = first in passage.sentence_starts and bare == text and not named
        return bare[:1].lower() + bare[1:] if opens else bare

    def _after_clause(self, passage: Passage, start: int, limit: int) -> int:
        """Step over a relative clause with its verb, if more of the sentence follows."""
        verb = self._skip(passage, start + 1, limit)
        if passage.tokens[start].word in _OWNING:
            verb = next((each for each in range(verb, limit) if self._is_said(passage, each)), limit)
        wished = verb < limit and self._verbs.is_subjunctive(passage.tokens[verb].word)
        free = wished and self._opens_sentence(passage, start)
        if verb >= limit or not (free or self._is_said(passage, verb)) or self._obliges(passage, verb):
            return start
        return self._stop(passage, verb + 1, limit) or start

    def _opens_sentence(self, passage: Passage, start: int) -> bool:
        """Tell «Los países que reciban solicitudes (deberán …)» from «(pedir) a los países que reciban»."""
        first = passage.sentence(start - 1)[0]
        return all(token.word in self._grammar.determiners for token in passage.tokens[first : start - 1])

    def _after_phrase(self, passage: Passage, start: int, limit: int) -> int:
        """Step over «con cuotas atrasadas», «de origen y destino», "in arrears", if a verb follows."""
        word, following = passage.tokens[start].word, start + 1
        small = self._grammar.determiners | self._grammar.prepositions
        if following >= limit or passage.tokens[following].sort is not Sort.WORD:
            return start
        noun = passage.tokens[following].word
        if noun in small or not passage.raw(following)[0].islower() or self._helped.after(passage, start):
            return start
        near = passage.tokens[following : following + _NOUN_WITHIN]
        having = word in _HAVING and any(each.word.endswith("s") for each in near)
        having = having or (word == _IN and noun in _STANDINGS)
        of = word in _OF and noun not in _MANNER and not self._verbs.is_infinitive(noun)
        return (self._stop(passage, following + 1, limit) if having or of else None) or start

    def _skip(self, passage: Passage, index: int, limit: int) -> int:
        while index < limit and passage.tokens[index].word in self._between:
            index += 1
        return index

    def _is_said(self, passage: Passage, index: int) -> bool:
        """Tell the verb of a relative clause from the subjunctive of a request: «que remitan»."""
        if passage.tokens[index].sort is not Sort.WORD:
            return False
        word, verbs = passage.tokens[index].word, self._verbs
        known = verbs.infinitive_of(word) is not None or word.endswith(_PLURAL)
        spanish = known and not verbs.is_subjunctive(word)
        english = verbs.is_base(word) or verbs.base_of_finite(word) is not None
        whoever = passage.tokens[index - 1].word in _WHOEVER
        wishes = word in _UNDONE or verbs.infinitive(word) in self._grammar.wishes
        told = word in _HAVE or spanish or english or whoever or wishes
        return told or verbs.is_coming(passage.raw(index))

    def _obliges(self, passage: Passage, verb: int) -> bool:
        """Tell whether a relative clause states a duty: «los países que deben remitir»."""
        after = self._auxiliaries.after(passage, verb)
        return after is not None and after < len(passage.tokens) and self._is_doing(passage, after)

    def _is_doing(self, passage: Passage, index: int) -> bool:
        word = passage.tokens[index].word
        return self._verbs.is_infinitive(word) or self._verbs.is_base(word)

    def _stop(self, passage: Passage, start: int, limit: int) -> int | None:
        """Return where the sentence continues with what the described parties do or are asked to do."""
        for index in range(start, limit):
            if passage.tokens[index].word in {";", ":"}:
                return None
            comma = passage.tokens[index].word == "," and index + 1 < limit
            if self._goes_on(passage, index + comma):
                return self._before_pronouns(passage, start, index)
        return None

    def _before_pronouns(self, passage: Passage, start: int, verb: int) -> int:
        while verb > start and passage.tokens[verb - 1].word in self._grammar.pronouns | {"no"}:
            verb -= 1
        return verb

    def _opens_doing(self, word: str) -> bool:
        """Tell whether a word after «a» opens an action: «a pagarlas», «a que paguen», «al pago»."""
        infinitive = self._verbs.is_infinitive(word) or bool(_LIKE_INFINITIVE.fullmatch(word))
        return word == "que" or infinitive or bool(self._verbs.verb_of_action(word))

    def _goes_on(self, passage: Passage, index: int) -> bool:
        tokens, count = passage.tokens, len(passage.tokens)
        word, before = tokens[index].word, tokens[index - 1].word
        undone = before in _UNDONE and tokens[index - 2].word != "so"
        following = self._skip(passage, index + 1, count)
        if following >= count:
            return False
        if word in {"a", "al", "para"}:
            return self._opens_doing(tokens[following].word)
        if word == "que":
            return self._verbs.is_subjunctive(tokens[following].word)
        if word == "to":
            return not undone and self._verbs.is_base(tokens[following].word)
        if word in _BE:
            return self._verbs.is_nonfinite(tokens[following].word)
        governs = before in self._grammar.pronouns or tokens[index + 1].word in self._grammar.determiners
        subjunctive = governs and self._verbs.is_subjunctive(word)
        coming = tokens[index].sort is Sort.WORD and self._verbs.is_coming(passage.raw(index))
        named = coming and passage.raw(index)[0].isupper()
        obliged = self._auxiliaries.after(passage, index) is not None
        # «(a los gobiernos locales de) Danlí y Trojes adoptar medidas»
        bare = self._verbs.is_infinitive(word) and passage.raw(index - 1)[:1].isupper()
        return obliged or bare or (coming and not named) or (subjunctive and word not in _LIKE_SMALL)
