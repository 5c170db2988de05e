"""Match the cues of the cue files in all their forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.cues import Cue, Cues, Means
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.wordings import participle_pattern

_PARTY = "x"
_OBJECT = re.compile(r"(?P<verb>\w+(?:[aei]r|ndo))(?P<object>l[aeo]s?)")


_LONGEST_ASIDE = 12
_SAME = {
    "su": {"nuestro", "nuestra"},
    "sus": {"nuestros", "nuestras"},
    "their": {"our", "its"},
    "themselves": {"ourselves", "itself"},
}
"""Variants of a cue's word in other persons: «Reafirmamos nuestro compromiso», "We commit ourselves"."""


class Form(StrEnum):
    """The form of a cue's verb, or a noun in its place."""

    BARE = "bare"
    GERUND = "gerund"
    FINITE = "finite"
    NOUN = "noun"
    PARTICIPLE = "participle"


class CueWords(NamedTuple):
    """A cue taken apart: its verb, the words after the verb, and those after the party."""

    cue: Cue
    language: str
    verb: str
    reflexive: bool
    rest: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def introducer(self) -> str:
        """The word that opens the duty: «que», «a», "to", or nothing."""
        return self.after[-1] if self.after else ""


class CueMatch(NamedTuple):
    """A cue in a passage, up to token `end`; `refers` if its verb has an enclitic pronoun."""

    words: CueWords
    form: Form
    end: int
    refers: bool = False

    @property
    def means(self) -> Means:
        """The meaning of the cue."""
        return self.words.cue.means


class CueForms:
    """The cues by all forms of their verbs."""

    def __init__(self, cues: Cues, verbs: Verbs) -> None:
        self._forms: dict[str, list[tuple[CueWords, Form]]] = defaultdict(list)
        self._means: dict[tuple[str, ...], set[Means]] = defaultdict(set)
        for language in ("es", "en"):
            listed = [*getattr(cues.duties, language), *getattr(cues.courtesies, language)]
            for words in (_take_apart(cue, language) for cue in listed):
                self._means[language, words.verb, *words.rest].add(words.cue.means)
                for form, kind in _forms(words, verbs):
                    self._forms[form].append((words, kind))

    def is_shared(self, words: CueWords) -> bool:
        """Tell whether cues of different meanings share the words before the party, as with «designar»."""
        return len(self._means[words.language, words.verb, *words.rest]) > 1

    def _enclitic(self, word: str) -> str | None:
        """Return the infinitive of a verb with enclitic «se»: «encárgase», «invítase»."""
        finite = word.removesuffix("se")
        forms = self._forms.get(finite, ()) if finite != word else ()
        return next((words.verb for words, form in forms if form is Form.FINITE), None)

    def at(self, passage: Passage, index: int, language: str) -> Iterator[CueMatch]:
        """Yield the cues of a language at a token, longest first and nouns before verbs («encargo»)."""
        token = passage.tokens[index]
        if token.sort is not Sort.WORD:
            return
        word, refers = token.word, False
        if word not in self._forms and (hung := _OBJECT.fullmatch(word)):
            word, refers = hung["verb"], True
        if word not in self._forms and index in passage.sentence_starts and (bare := self._enclitic(word)):
            word = bare  # «Encárgase a la ST …», as resolutions say «Encargar a la ST …»
        matches = [
            CueMatch(words, form, end, refers)
            for words, form in self._forms.get(word, ())
            if words.language == language and (end := _end(words.rest, passage, index + 1)) is not None
        ]
        yield from sorted(matches, key=lambda each: (-len(each.words.rest), each.form is not Form.NOUN))


def _take_apart(cue: Cue, language: str) -> CueWords:
    first, *others = fold(cue.cue).split()
    reflexive = language == "es" and first.endswith("rse")
    before, after = (
        (others[: others.index(_PARTY)], others[others.index(_PARTY) + 1 :])
        if _PARTY in others
        else (others, [])
    )
    if language == "es" and before and before[-1] in {"a", "en"} and _PARTY in others:
        before = before[:-1]
    return CueWords(
        cue,
        language,
        first.removesuffix("se") if reflexive else first,
        reflexive,
        tuple(before),
        tuple(after),
    )


def _forms(words: CueWords, verbs: Verbs) -> Iterable[tuple[str, Form]]:
    if words.cue.opens_with == "noun":
        return [(words.verb, Form.NOUN)]
    if words.language == "en":
        english = verbs.english(words.verb)
        finite = {english.third, english.past}
        return [
            (english.base, Form.BARE),
            (english.gerund, Form.GERUND),
            *((form, Form.FINITE) for form in finite),
            (english.participle, Form.PARTICIPLE),
        ]
    spanish = verbs.spanish(words.verb)
    finite = {*spanish.present, spanish.present_we, *spanish.preterite, *spanish.subjunctive, *spanish.future}
    pronoun = "se" if words.reflexive else ""
    return [
        (spanish.infinitive + pronoun, Form.BARE),
        (spanish.gerund + pronoun, Form.GERUND),
        *((form, Form.FINITE) for form in finite),
        *((spanish.participle[:-1] + ending, Form.PARTICIPLE) for ending in ("o", "a", "os", "as")),
    ]


def _after_aside(passage: Passage, position: int) -> int:
    """Step over an aside between commas: «se comprometen, cada uno en su país, a remitir»."""
    tokens = passage.tokens
    if position >= len(tokens) or tokens[position].word != ",":
        return position
    near = range(position + 1, min(len(tokens), position + _LONGEST_ASIDE))
    return next((each + 1 for each in near if tokens[each].word == ","), position)


def _end(rest: tuple[str, ...], passage: Passage, position: int) -> int | None:
    """Return where a cue's words after its verb end, or None; an aside may precede the last."""
    if _stand(rest, passage, position):
        return position + len(rest)
    after = _after_aside(passage, position + len(rest) - 1)
    parted = _stand(rest[:-1], passage, position) and _stand(rest[-1:], passage, after)
    return after + 1 if parted else None


def _stand(rest: tuple[str, ...], passage: Passage, position: int) -> bool:
    here = passage.tokens[position : position + len(rest)]
    return len(here) == len(rest) and all(
        token.word == word
        or token.word in _SAME.get(word, ())
        or re.fullmatch(participle_pattern(word), token.word)
        for token, word in zip(here, rest, strict=True)
    )
