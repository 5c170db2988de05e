"""The words of a sentence that may name a meeting: nouns, places, years, ordinals, positions, themes."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.ordinals import ordinals_in
from knowledge.language.phrases import Phrases
from knowledge.language.thesaurus import Thesaurus
from knowledge.understanding.named_bodies import ShortNames
from knowledge.understanding.named_meetings import ActsAtHand, MeetingWords, numbers_in, plurals_of
from knowledge.understanding.named_themes import Theme, ThemeFinder, ThemeWords, TitleThemes, TitleWords
from knowledge.understanding.places import Place, PlaceFinder
from knowledge.understanding.positions import Position, PositionFinder

_ARTICLES = frozenset({"la", "el", "the"})
_ROMAN_DIGITS = frozenset("ivxl")


class MeetingSentence(NamedTuple):
    """The words of a sentence, and the positions of what was found in them."""

    tokens: Sequence[str]
    forums: Mapping[int, str]
    heads: frozenset[int]
    places: Sequence[Place]
    numbered: Mapping[range, int]
    positions: Mapping[range, Position]
    titled: Mapping[int, str]
    themes: Sequence[Theme]
    shorts: Mapping[int, str]


class SentenceReader:
    """Find the parts of meeting names in sentences; the arguments are those of `MeetingFinder`."""

    def __init__(
        self,
        spoken: MeetingWords,
        forums: Iterable[tuple[str, str]],
        thesaurus: Thesaurus,
        at_hand: ActsAtHand,
        light: Container[str],
        names: Iterable[str],
    ) -> None:
        documents = at_hand.documents
        self._nouns = frozenset(map(fold, (*spoken.nouns, *spoken.acts)))
        self.plurals = plurals_of(self._nouns)
        results = frozenset(map(fold, spoken.results)) - self._nouns - self.plurals
        self.heads = self._nouns | self.plurals | results
        stand_ins = frozenset(map(fold, spoken.stand_ins))
        self._positions = PositionFinder(spoken.positions, self._nouns)
        forms = tuple(forums)
        self._forums = Phrases(forms)
        self._shorts = ShortNames(forms, self.heads, light)
        self._titles = TitleWords(map(at_hand.title_of, documents), (name for name, _ in forms))
        self._numbers = frozenset().union(*(numbers_in(each.meeting.title) for each in documents))
        self._themes = ThemeFinder(
            TitleThemes(documents, self._nouns | self.plurals, names, light),
            ThemeWords(self._nouns, stand_ins, frozenset(map(fold, spoken.before_stand_ins))),
            light,
            at_hand.speaking,
        )
        self._places = PlaceFinder(
            (each.meeting.city for each in documents),
            thesaurus,
            heads=self._nouns | stand_ins | self._positions.vocabulary,
            at=frozenset(map(fold, spoken.at)),
        )

    @property
    def vocabulary(self) -> set[str]:
        """Words that a typing error may hide."""
        return {*self._nouns, *self._positions.vocabulary}

    def names_meetings(self, tokens: Iterable[str]) -> bool:
        """Tell whether the words of a position name meetings themselves: «hace dos reuniones»."""
        return self._positions.is_of_meetings(tokens)

    def read(self, tokens: Sequence[str]) -> MeetingSentence:
        """Find the parts of meeting names in folded words."""
        forums = {
            place: match.meaning
            for match in self._forums.find(tokens)
            for place in range(match.start, match.end)
        }
        nouns = {place for place, token in enumerate(tokens) if token in self.heads}
        heads = frozenset(nouns | set(forums))
        numbered, positions = self._counted(tokens, heads)
        counted = {place for span in positions for place in span}
        titled = self._titles.find(tokens)
        places = [
            each
            for each in self._places.find(tokens, (nouns - set(forums)) | set(titled))
            # «La más antigua» is no city.
            if not counted & set(range(each.start, each.end))
        ]
        taken = {*counted, *forums, *(each for span in numbered for each in span)}
        taken |= {place for each in places for place in range(each.start, each.end)}
        themes = list(self._themes.find(tokens, taken))
        shorts = dict(self._shorts.find(tokens))
        return MeetingSentence(tokens, forums, heads, places, numbered, positions, titled, themes, shorts)

    def _counted(
        self, tokens: Sequence[str], heads: frozenset[int]
    ) -> tuple[dict[range, int], dict[range, Position]]:
        """Find the ordinals of meetings, and their positions where those don't overlap."""
        ordinals = {span: value for value, span in ordinals_in(tokens)}
        beside = {span for span in ordinals if span.stop in heads or span.start - 1 in heads}
        # «La I Reunión y la IV», «la 2 de la XI»
        left_out = {
            span
            for span, value in ordinals.items()
            if value in self._numbers
            and tokens[span.start - 1] in _ARTICLES
            and (beside or (len(tokens[span.start]) > 1 and _ROMAN_DIGITS.issuperset(tokens[span.start])))
        }
        numbered = {span: value for span, value in ordinals.items() if span in beside | left_out}
        positions = dict(self._positions.find(tokens))
        # «La primera reunión» is the oldest one at hand, unless an act is of the first of a series.
        numbered = {
            span: value
            for span, value in numbered.items()
            if value in self._numbers or not any(set(span) & set(other) for other in positions)
        }
        positions = {
            span: position
            for span, position in positions.items()
            if not any(set(span) & set(other) for other in numbered)
        }
        return numbered, positions
