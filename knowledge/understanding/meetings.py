"""Find the meetings that a message names: «la reunión de 2019», «la de Managua», «la penúltima»."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path

from knowledge.language.folding import fold
from knowledge.language.months import month_number
from knowledge.language.thesaurus import Thesaurus
from knowledge.stores.documents import Document
from knowledge.understanding.meeting_sentences import MeetingSentence, SentenceReader
from knowledge.understanding.named_meetings import (
    ActsAtHand,
    MeetingMatcher,
    MeetingWords,
    NamedMeeting,
    load_meeting_words,
)
from knowledge.understanding.positions import Position, Towards

_YEARS = range(1900, 2100)
_ARTICLES = frozenset({"la", "el", "los", "las", "the"})
_OF = frozenset({"de", "del", "of"})
_FROM = frozenset({"from"})
_ASKING = frozenset({"cuando", "donde", "when", "where"})
"""Words that ask about the future: "when is the next meeting?"."""
_BY = frozenset({("segun",), ("per",), ("according", "to")})
_OPENING = 2
"""How many words may surround a meeting in a message about nothing else: «y en», "and of"."""


class MeetingFinder:
    """Find the meetings that messages name.

    `forums` are the names of our forum and its bodies, each with its name in the register; «la de Managua»
    can only be a meeting whose act is at hand. `light` are the words that name nothing, and `names` those of
    the parties that the forum knows.
    """

    @classmethod
    def load(
        cls,
        folder: Path,
        forums: Iterable[tuple[str, str]],
        thesaurus: Thesaurus,
        at_hand: ActsAtHand,
        light: Container[str],
        names: Iterable[str] = (),
    ) -> "MeetingFinder":
        """Create a finder from meeting_words.yaml; raise FaultyData on a mistake there."""
        spoken = load_meeting_words(folder)
        sentences = SentenceReader(spoken, forums, thesaurus, at_hand, light, names)
        matcher = MeetingMatcher(thesaurus, at_hand.title_of)
        return cls(spoken, sentences, matcher, at_hand.documents, light)

    def __init__(
        self,
        spoken: MeetingWords,
        sentences: SentenceReader,
        matcher: MeetingMatcher,
        documents: Sequence[Document],
        light: Container[str],
    ) -> None:
        self._sentences = sentences
        self._acts = frozenset(map(fold, spoken.acts))
        self._links = frozenset(map(fold, spoken.links))
        self._at = frozenset(map(fold, spoken.at))
        self._stand_ins = frozenset(map(fold, spoken.stand_ins))
        self._before_stand_ins = frozenset(map(fold, spoken.before_stand_ins))
        self._documents = documents
        self._light = light
        self._matcher = matcher

    @property
    def vocabulary(self) -> set[str]:
        """Words that a typing error may hide."""
        return self._sentences.vocabulary

    def find(self, tokens: Sequence[str]) -> Iterator[NamedMeeting]:
        """Yield the meetings named in folded words."""
        sentence = self._sentences.read(tokens)
        linked = {
            place
            for place, token in enumerate(tokens)
            if token in self._links | self._stand_ins or token.isdigit() or month_number(token)
        }
        located = {place for each in sentence.places for place in range(each.start, each.end)}
        located |= {place for span in sentence.numbered for place in span}
        located |= {place for span in sentence.positions for place in span}
        located |= set(sentence.titled)
        located |= {place for each in sentence.themes for place in each.span} | set(sentence.shorts)
        for run in _runs(sentence.heads | located | linked):
            named = self._read(sentence, run)
            named = named._replace(is_at_hand=self._is_at_hand(named))
            if meant := self._meant(sentence, run, named):
                yield meant

    def _meant(self, sentence: MeetingSentence, run: range, named: NamedMeeting) -> NamedMeeting | None:
        """Return the meeting that a run of words names, or None.

        Without a noun for it, the meeting must be at hand: «la de Managua», «Managua 2015», «en la última». A
        place or year alone is loose.
        """
        is_all = self._is_all(sentence, run)
        if named.position and named.position.is_of_a_place and not (named.cities or named.countries):
            named = named._replace(position=None)
        if named.position and not self._is_counted(sentence, run, named, named.position, is_all=is_all):
            named = named._replace(position=None)
        if sentence.heads & set(run):
            return named if named.is_specific else None
        if not named.is_specific or not named.is_at_hand:
            return None
        is_stood_in_for = bool(named.acts or named.ordinals) or self._is_stood_in_for(sentence, run)
        if named.position or named.is_dated_and_placed or is_stood_in_for:
            return named
        if named.titled and named.is_described:
            return named  # «los viceministros en Mérida»
        is_loose = bool(named.cities or named.countries or named.years)
        return named._replace(is_loose=True) if is_loose else None

    def _is_at_hand(self, named: NamedMeeting) -> bool:
        return any(self._matcher.fits(named, each) for each in self._documents)

    def _is_all(self, sentence: MeetingSentence, run: range) -> bool:
        """Tell whether a message consists of a run, apart from light words: «¿y la anterior a esa?»."""
        around = (*sentence.tokens[: run.start], *sentence.tokens[run.stop :])
        return len(around) <= _OPENING and all(word in self._light for word in around)

    def _is_counted(
        self, sentence: MeetingSentence, run: range, named: NamedMeeting, position: Position, *, is_all: bool
    ) -> bool:
        """Tell whether a position is that of a meeting.

        «La última reunión de la red» is another body's, «¿cuándo es la siguiente?» asks about a future one,
        and «la última» may be anything, unless a preposition precedes it and nothing it may belong to
        follows.
        """
        span = next(each for each in sentence.positions if each.start in run)
        leads_on = position.is_relative and any(each.start >= span.stop for each in sentence.places)
        leads_on = leads_on and not self._is_of_what_follows(sentence, span, position)
        tokens = sentence.tokens
        to_come = position.towards is Towards.AFTER and not _ASKING.isdisjoint(tokens)
        if (is_all and not to_come) or (leads_on and named.is_described):
            return True
        is_last = run.stop == len(tokens)
        if self._sentences.names_meetings([tokens[place] for place in span]):
            return True  # «hace dos reuniones»
        leading = tokens[span.start] if tokens[span.start] in _ARTICLES else tokens[span.start - 1]
        if (
            leading in _ARTICLES
            and span.stop == run.stop
            and not is_last
            and tokens[run.stop] not in self._light
        ):
            return False  # «presentar al GRCM la primera versión»
        if (sentence.heads | set(sentence.titled)) & set(run):
            is_ours = bool({*sentence.forums, *sentence.titled} & set(run))
            belongs = not is_last and tokens[run[-1]] in _OF | _ARTICLES
            return position.towards is not Towards.AFTER and (is_ours or not belongs)
        if not position.is_relative and (
            (position.steps and span.start == 0)
            or (position.towards is Towards.FROM_OLDEST and span.start == 1 and tokens[0] in _ARTICLES)
        ):
            return True  # «penúltima: ¿quién pagó?», «la más antigua, ¿quién vino?»
        is_alone = is_last or span.stop < run.stop or tokens[run.stop] in self._light
        return not position.is_relative and is_alone and self._stands_in(tokens, span)

    def _stands_in(self, tokens: Sequence[str], span: range) -> bool:
        """Tell whether a position stands for a meeting after a preposition: «en la última»."""
        leads = span.start > 1 and tokens[span.start - 1] in self._stand_ins | _ARTICLES
        return leads and tokens[span.start - 2] in self._before_stand_ins

    def _years(self, sentence: MeetingSentence, run: range) -> set[str]:
        """Return the years of meetings: of «la CRM de 2019», but not of «¿qué hará la CRM en 2019?»."""
        tokens = sentence.tokens
        named = {tokens[place] for place in run}
        is_of_body = sentence.heads & set(run) and not self._sentences.heads & named
        return {
            tokens[place]
            for place in run
            if tokens[place].isdigit()
            and int(tokens[place]) in _YEARS
            and not (is_of_body and tokens[place - 1] in self._at)
        }

    def _is_of_what_follows(self, sentence: MeetingSentence, span: range, position: Position) -> bool:
        """Tell «la sede después de la de Managua», which the act of Managua itself has, from a meeting."""
        if position.towards is not Towards.AFTER or not span.start or span.start - 1 in sentence.heads:
            return False
        before = sentence.tokens[span.start - 1]
        return before not in self._light and before not in self._stand_ins | _ARTICLES

    def _is_stood_in_for(self, sentence: MeetingSentence, run: range) -> bool:
        """Tell whether a word of a run stands in for the meeting: «la de Managua», "the 2006 one"."""
        told = [sentence.tokens[place] for place in run]
        leads = any(
            word in self._stand_ins and after in _OF | _FROM | self._at for word, after in pairwise(told)
        )
        return leads or told[-1] in self._stand_ins - _ARTICLES

    def _read(self, sentence: MeetingSentence, run: range) -> NamedMeeting:
        """Read what the words of a run say about a meeting."""
        tokens = sentence.tokens
        named = [tokens[place] for place in run]
        here = [each for each in sentence.places if each.start in run]
        counting = {place for span in sentence.positions for place in span}
        # «Ago» is August in Spanish, but not in "two meetings ago".
        months = {tokens[place]: month_number(tokens[place]) for place in run if place not in counting}
        years = self._years(sentence, run)
        counted = {span: value for span, value in sentence.numbered.items() if span.start in run}
        spans = [tuple(tokens[each.start : each.end]) for each in here]
        when = (token for token in named if months.get(token) or token in years)
        themes = [each for each in sentence.themes if each.span.start in run]
        themed = (each.acts for each in themes)
        return NamedMeeting(
            years=frozenset(map(int, years)),
            months=frozenset(month for month in months.values() if month),
            cities=frozenset(each.city for each in here if each.city),
            countries=frozenset(each.country for each in here if each.country),
            bodies=frozenset(
                body for place, body in (*sentence.forums.items(), *sentence.shorts.items()) if place in run
            ),
            titled=frozenset(beginning for place, beginning in sentence.titled.items() if place in run),
            ordinals={value: " ".join(tokens[span.start : span.stop]) for span, value in counted.items()},
            numbered=frozenset(place for span in counted for place in span),
            position=next((each for span, each in sentence.positions.items() if span.start in run), None),
            span=run,
            located=range(here[0].start, here[0].end) if here else range(0),
            wording=frozenset((*spans, *((token,) for token in when))),
            is_ours=bool(set(sentence.forums) & set(run)) or bool(self._acts & set(named)),
            is_source=_is_source(tokens, run),
            is_several=not self._sentences.plurals.isdisjoint(named),
            acts=frozenset.intersection(*themed) if themes else frozenset(),
            is_topical=any(not each.is_titled for each in themes),
        )


def _is_source(tokens: Sequence[str], run: range) -> bool:
    """Tell whether a run names a source: «según la reunión de 2016» can only mean its act."""
    before = tuple(tokens[max(0, run.start - 2) : run.start])
    return before[-1:] in _BY or before in _BY


def _runs(places: Iterable[int]) -> Iterator[range]:
    """Join adjacent positions into ranges."""
    for _, group in groupby(enumerate(sorted(places)), key=lambda each: each[1] - each[0]):
        run = list(map(itemgetter(1), group))
        yield range(run[0], run[-1] + 1)
