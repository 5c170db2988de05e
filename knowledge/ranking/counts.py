"""Check that a provision says how many or how much: a figure beside what is counted, or a sum of money."""

import re
from collections.abc import Iterator, Sequence

from knowledge.language.folding import fold, words
from knowledge.language.months import month_number
from knowledge.language.numbers import number_of
from knowledge.language.stems import LANGUAGES, stems
from knowledge.ranking.views import ProvisionView
from knowledge.search.flags import Holds
from knowledge.search.sources import Sources
from knowledge.understanding.cues import load_cues, word_terms
from knowledge.understanding.question import Question

_MONEY = re.compile(
    r"[$€£%]|\b(?:us|usd|eur)\b"
    r"|\b(?:dolares|dollars|euros|pesos|cents?|centavos|por ciento|per ?cent|percent)\b"
)
_MANY = frozenset({"cuantos", "cuantas", "many"})
_MUCH = frozenset({"cuanto", "cuanta", "much"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_MONTHS = frozenset({"de", "of", "y", "al", "and", "to"})


class CountChecker:
    """Check provisions for the number or amount that a question asks for."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        cues = load_cues(sources.data.language)
        self._counted, self._lasting = cues.counted, cues.lasting

    def tells(self, question: Question, view: ProvisionView) -> bool:
        """Tell whether a provision has the kind of number or amount that a question asks for."""
        tokens = question.tokens
        place = next((at for at, token in enumerate(tokens) if token in _MANY | _MUCH), None)
        if place is None:
            return bool(view.numbers)
        said = fold(view.text)
        if tokens[place] in _MUCH and self._asks_length(tokens):
            return view.tells_length
        if tokens[place] in _MUCH:
            return _MONEY.search(said) is not None
        return _counts(words(said)) or self._lists(self._noun(tokens, place), view)

    def _asks_length(self, tokens: Sequence[str]) -> bool:
        """Tell «¿cuánto dura?» from «¿cuánto cuesta?»."""
        return any(not self._lasting.isdisjoint(word_terms(token)) for token in tokens)

    def _noun(self, tokens: Sequence[str], place: int) -> str:
        """Return what is counted: the first content word after the question word."""
        stop = self._sources.lexicon.stop
        return next((token for token in tokens[place + 1 :] if token not in stop), "")

    def _lists(self, noun: str, view: ProvisionView) -> bool:
        """Tell whether a provision answers by listing: parties of a kind, or sub-items."""
        kinds = {
            self._counted[f"{language}:{stem}"]
            for language in LANGUAGES
            for stem in stems(noun, language)
            if f"{language}:{stem}" in self._counted
        }
        register = self._sources.register.parties
        if not kinds:
            return bool(view.holds & Holds.HAS_SUB_ITEMS)
        return sum(register[name].kind in kinds for name in view.parties if name in register) > 1


def _counts(tokens: Sequence[str]) -> bool:
    """Tell whether any figure counts something instead of being part of a date: «quince funcionarios»."""
    return any(not _is_of_date(tokens[place + 1 :]) for place in _figures(tokens))


def _is_of_date(after: Sequence[str]) -> bool:
    """Tell whether the first word after a figure, other figures aside, is a month: «y 18 de junio»."""
    first = next((token for token in after if token not in _BEFORE_MONTHS and number_of(token) is None), None)
    return first is not None and month_number(first) is not None


def _figures(tokens: Sequence[str]) -> Iterator[int]:
    """Yield the positions of figures, in digits or words, except years, «un» and "a"."""
    for place, token in enumerate(tokens):
        if _YEAR.fullmatch(token):
            continue
        number = number_of(token)
        if token.isdigit() or (number is not None and number > 1 and len(token) > 1):
            yield place
