"""Find the subjects of passives and the antecedents of relatives: «el informe (que rendirá la ST)»."""

from collections.abc import Sequence

from knowledge.language.numbers import number_of
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.duties import Part
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.nominals import lowered
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases

_NOT = frozenset({"no", "not", "never", "nunca"})
_LINKS = frozenset({"que", "which", "that", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas"})
_ARTICLES = frozenset({"el", "la", "los", "las", "un", "una"})
_ENGLISH_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE = frozenset({"de", "del", "sobre", "para", "en", "of", "on", "for", "in"})
_WHICH = frozenset({"cual", "cuales", "que", "which"})
_WHOSE = {"cuyo": "su ", "cuya": "su ", "cuyos": "sus ", "cuyas": "sus ", "whose": "its "}
_THING_WITHIN = 10
_OF = frozenset({"de", "of"})
_ABOUT = frozenset({"para", "sobre", "por", "on", "about", "from"})
_OPENING = frozenset({"el", "la", "los", "las", "un", "una", "al", "the", "a", "an"})
_CONTRACTING, _CONTRACTED = "al", "el"


class ThingReader:
    """Reads the things that clauses are about."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._auxiliaries = WordPhrases(cues.actors.auxiliaries)

    def relative(self, part: Part) -> tuple[str, int] | None:
        """Turn «el dictamen que rendirá la ST» into «rendir el dictamen», and «cuyo informe entregará …»."""
        passage, head, index = part.clause.passage, part.clause.head, part.verb
        link = passage.tokens[head.start].word
        if head.subject and link == "lo" and passage.tokens[head.start + 1].word in _LINKS:
            return f"{self._verbs.infinitive(passage.raw(index))}lo", passage.tokens[index].end
        if not (head.subject or head.worded) or link not in _LINKS:
            return None
        if head.subject is None or head.subject.start < index:
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
        """Turn «el formato que la ST circulará» into «circular el formato», if no object follows the verb."""
        passage, start, index = part.clause.passage, part.clause.head.start, part.verb
        after = passage.tokens[index + 1] if index + 1 < part.clause.end else None
        follows = after and (after.sort is Sort.BACK or after.word in self._grammar.determiners)
        apart = passage.tokens[start - 1].word == ","
        start -= apart
        before = passage.tokens[start - 1]
        if before.sort is not Sort.WORD or follows or before.word in self._grammar.coordinators:
            return None
        words = [token.word for token in passage.tokens[:start]]
        near = range(start - 1, max(-1, start - _THING_WITHIN), -1)
        first = next((each for each in near if self._opens_restricted(words, each)), None)
        if not _OF.isdisjoint(words[-2:-1]) and words[-1].endswith("s") and not apart:
            first = start - 1  # «sobre la base de datos que cada Ministerio remitirá»
        if first is None or passage.tokens[first + 1].sort is Sort.PARTY:
            return None
        governs = first > 0 and (
            words[first - 1] in self._grammar.prepositions | _ABOUT
            or (first > 1 and self._verbs.is_infinitive(words[first - 1]))
        )
        if apart and (governs or words[first] == _CONTRACTING):
            return None  # «la inscripción en la Lista, que presentarán», whichever is meant
        verb = (
            self._verbs.infinitive(passage.raw(index))
            if self._around.language == "es"
            else passage.raw(index)
        )
        article = f"{_CONTRACTED} " if (whole := words[first] == _CONTRACTING) else ""
        thing = lowered(passage.words(first + whole, start))
        return f"{verb} {article}{thing}", passage.tokens[index].end

    @staticmethod
    def _opens_restricted(words: Sequence[str], index: int) -> bool:
        """Tell whether an article or number opens a thing, not one of another's: «el informe de la ST»."""
        inside = index > 0 and words[index - 1] in _OF
        counts = words[index].isalpha() and number_of(words[index]) is not None
        return (words[index] in _OPENING or counts) and not inside

    def _opens_thing(self, passage: Passage, index: int) -> bool:
        """Tell whether an article opens a thing, not one inside it: «el informe de la ST (que …)»."""
        inside = index > 0 and passage.tokens[index - 1].word in _INSIDE
        articles = _ARTICLES if self._around.language == "es" else _ENGLISH_ARTICLES
        return passage.tokens[index].word in articles and not inside

    def of(self, part: Part, end: int) -> str:
        """Return the subject of a passive: «el informe» in «que el informe sea remitido»."""
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
        last = next((each for each in range(first, last) if self._closes(passage, each, last)), last)
        last -= last > first and tokens[last - 1].word == "to"  # "the drawings to be supplied"
        denying = _NOT if self._around.language == "en" else frozenset()  # "no child shall be interviewed"
        first = self._around.skip(passage, first, self._grammar.adverbs - denying)
        if first >= last and links and tokens[links[-1] - 1].word in _ARTICLES | {","}:
            article = tokens[links[-1] - 1].word in _ARTICLES
            return self._antecedent(passage, links[-1] - article, links[-1] + 1)
        its = _WHOSE.get(tokens[first].word, "")
        if last > first and tokens[last - 1].word in _WHICH and not its:
            return self._antecedent(passage, first, last)
        thing = passage.words(first + bool(its), last)
        return its + (thing if first < last and tokens[first].sort is Sort.PARTY else lowered(thing))

    def _closes(self, passage: Passage, index: int, end: int) -> bool:
        """Tell whether a comma ends the thing, rather than one of a list: «niñas, niños y adolescentes»."""
        following = passage.raw(index + 1)
        number = following[:1].isdigit() and passage.tokens[index].end == passage.tokens[index + 1].start
        if passage.tokens[index].word != "," or number:  # "the balance of US$ 27,640"
            return False
        rest = {token.word for token in passage.tokens[index + 1 : end]}
        opener = passage.tokens[index + 1].word if index + 1 < end else ""
        listed = not rest.isdisjoint({"y", "e", "and"}) and "," not in rest
        other = self._grammar.phrase_openers | self._grammar.subordinators | self._grammar.determiners
        return not listed or opener in other or self._verbs.is_nonfinite(opener)

    def _antecedent(self, passage: Passage, first: int, end: int) -> str:
        """Return the antecedent of «las cuales», "a list of which": the thing before the comma."""
        comma = next((each for each in range(first - 1, 0, -1) if passage.tokens[each].word == ","), first)
        near = range(comma - 1, max(-1, comma - _THING_WITHIN), -1)
        opening = next((each for each in near if self._opens_thing(passage, each)), None)
        if opening is None:
            return ""
        which = end - 1
        while which > first and passage.tokens[which - 1].word in _ARTICLES:
            which -= 1
        return lowered(f"{passage.words(first, which)} {passage.words(opening, comma)}".strip())

    def _links(self, passage: Passage, index: int) -> bool:
        """Tell the conjunction of «acordaron que …» from the relative of «la firma que audite …»."""
        before, verb = passage.tokens[index - 1], passage.tokens[index + 1].word
        known = self._verbs.infinitive_of
        article = index > 1 and passage.tokens[index - 2].word in self._grammar.determiners
        noun = before.sort is Sort.WORD and (article or known(before.word) is None)
        describes = noun and known(verb) not in {None, "ser"}
        return before.word != "," and not describes

    def _is_auxiliary(self, passage: Passage, index: int) -> bool:
        be = self._verbs.infinitive_of(passage.tokens[index].word) == "ser"
        return be or self._auxiliaries.after(passage, index) is not None
