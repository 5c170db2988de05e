"""Understand a sentence: its language, what it names, how it asks, and its topic."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.frequencies import load_frequencies
from knowledge.language.ordinals import ORDINAL_WORDS
from knowledge.language.shouting import lowered
from knowledge.search.matching import Unit
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.asking import WHO, Asking, AskingReader
from knowledge.understanding.cognates import with_cognates
from knowledge.understanding.cues import FACET_OF, KIND_OF, Asked
from knowledge.understanding.meetings import MeetingFinder
from knowledge.understanding.mentions import Mention, MentionKind, find_mentions
from knowledge.understanding.named_meetings import ActsAtHand, NamedMeeting
from knowledge.understanding.periods import period_in
from knowledge.understanding.pointing import Pointing, PointingReader, words_between
from knowledge.understanding.reference_words import load_reference_words
from knowledge.understanding.references import ReferenceFinder, SpokenReference
from knowledge.understanding.tongue import is_foreign, language_of, load_other_languages
from knowledge.understanding.units import NamedParty, Phrase, Word, concepts_in, phrases_in
from knowledge.understanding.wording import Wording, WordReader
from knowledge.understanding.world import countries_of_the_world
from knowledge.values.acts import Role
from knowledge.values.questions import Facet, Period, QuestionKind

INTERROGATIVES = frozenset(
    {
        *("que", "cual", "cuales", "quien", "quienes", "cuando", "donde", "adonde", "como"),
        *("cuanto", "cuanta", "cuantos", "cuantas"),
        *("what", "which", "who", "whom", "when", "where", "why", "how"),
    }
)
"""Words that ask for more than a yes or no."""

_MOST_USUAL = 6.0
"""The highest frequency in word_frequencies.txt (Zipf scale)."""
_MUCH = frozenset({"cuanto", "cuanta", "much", "monto", "importe", "cuantia", "amount"})


class Question(NamedTuple):
    """A sentence as understood.

    `words` are its words with their typing errors corrected, and `units` what to search for; `verbs` are the
    units that only ask for a role. `asked` and `roles` are explained at `Asking`. `mentions` are what an
    answer must have; `parties` are canonical names. `asks` tells whether it has the form of a question.
    `about` is the text without the words that only say which meeting, in lower case if it is shouted, and
    `mended` the text with its typing errors corrected, which the positions in `references` refer to.
    `clauses` are the questions that it joins, if several: «¿cuándo es el taller | y dónde fue el primero?».
    """

    text: str
    about: str
    mended: str
    language: str
    kind: QuestionKind
    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    verbs: frozenset[Unit]
    asked: tuple[Asked, ...]
    roles: tuple[Role, ...]
    parties: tuple[str, ...]
    mentions: tuple[Mention, ...]
    references: tuple[SpokenReference, ...]
    meetings: tuple[NamedMeeting, ...]
    period: Period | None
    asks: bool
    is_foreign: bool
    clauses: tuple["Question", ...] = ()

    @property
    def topics(self) -> list[Unit]:
        """The topics of the question: neither light words nor verbs that ask for a role."""
        return [unit for unit in self.units if unit.is_topic]

    @property
    def own_topics(self) -> list[Unit]:
        """The topics that are no verbs asking for a role."""
        return [unit for unit in self.topics if unit not in self.verbs]

    def about_too(self, topics: Iterable[Unit]) -> "Question":
        """Return the question with further topics."""
        return self._replace(units=(*self.units, *topics))

    @property
    def tokens(self) -> list[str]:
        """The folded words, corrected."""
        return [word.best for word in self.words]

    @property
    def labels(self) -> tuple[str, ...]:
        """The words searched for."""
        return tuple(unit.label for unit in self.units)

    @property
    def facets(self) -> frozenset[Facet]:
        """What it wants to know; «cuánto» and «monto» ask for an amount, «cuántos» for a number."""
        facets = frozenset(FACET_OF[asked] for asked in self.asked if asked in FACET_OF)
        if Facet.HOW_MANY in facets and not _MUCH.isdisjoint(self.tokens):
            return facets - {Facet.HOW_MANY} | {Facet.HOW_MUCH}
        return facets

    def wants(self, *asked: Asked) -> bool:
        """Tell whether any of these kinds of answer is asked for."""
        return not frozenset(asked).isdisjoint(self.asked)

    @property
    def wants_somebody(self) -> bool:
        """Tell whether it asks for a party or a person."""
        return not WHO.isdisjoint(self.asked)


def unasked(language: str) -> Question:
    """Return an empty question, for a provision that is opened rather than asked about."""
    return Question(
        text="",
        about="",
        mended="",
        language=language,
        kind=QuestionKind.LOOKUP,
        words=(),
        units=(),
        verbs=frozenset(),
        asked=(),
        roles=(),
        parties=(),
        mentions=(),
        references=(),
        meetings=(),
        period=None,
        asks=False,
        is_foreign=False,
    )


class QuestionReader:
    """Understand sentences; `vocabulary` are further words that a typing error may hide."""

    def __init__(self, sources: Sources, vocabulary: Iterable[str], parts: Parts) -> None:
        self._index = sources.index
        self._languages = {each.language for each in sources.documents}
        self._register = sources.register
        self._lexicon = sources.lexicon
        self._usual = sources.lexicon.stop | sources.lexicon.light
        language = sources.data.language
        self._frequencies = load_frequencies(language)
        self._other_languages = load_other_languages(language)
        meetings = MeetingFinder.load(
            language,
            sources.forum_forms,
            sources.index.thesaurus,
            ActsAtHand(sources.documents, sources.acts_with, sources.title_of),
            sources.lexicon.stop,
            sources.register.vocabulary,
        )
        self._asking = AskingReader(sources.lexicon, language, sources.register)
        references = ReferenceFinder(load_reference_words(language))
        self._pointing = PointingReader(references, meetings)
        self._reader = WordReader(
            sources.index,
            sources.lexicon,
            {
                *vocabulary,
                *sources.register.vocabulary,
                *self._asking.vocabulary,
                *references.vocabulary,
                *ORDINAL_WORDS,
                *meetings.vocabulary,
            },
            frequencies=self._frequencies,
            names=countries_of_the_world().vocabulary,
            mends=parts.typing_errors,
        )

    def read(
        self, text: str, *, language: str, today: date, meeting: date | None, placed: bool = False
    ) -> Question:
        """Understand a sentence.

        `language` is the default for sentences that don't show their own; `meeting` is the day of the meeting
        under discussion, for days without a year. With `placed`, a place or year of a meeting means that
        meeting: «en Managua».
        """
        wording = self._reader.read(text)
        tokens = [word.best for word in wording.words]
        pointing = self._pointing.read(wording, placed=placed)
        concepts = concepts_in(wording.words, self._index, self._lexicon)
        parties = list(self._parties(wording.text, pointing, concepts))
        phrases = phrases_in(concepts, parties)
        asking = self._asking.read(tokens, phrases, parties, referred=pointing.words)
        spoken = [word.text for word in wording.words]
        told = language_of(spoken, self._lexicon, language)
        about = lowered(pointing.about or (wording.text if wording.is_hurried else text), self._frequencies)
        units = self._units(wording, phrases, asking, pointing, told)
        return Question(
            text=text,
            about=about,
            mended=wording.text,
            language=told,
            kind=_kind(asking.asked, pointing.references),
            words=wording.words,
            units=units,
            verbs=frozenset(filter(self._asking.is_role_verb, units)),
            asked=asking.asked,
            roles=asking.roles,
            parties=tuple(dict.fromkeys(party.name for party in parties)),
            mentions=tuple(self._mentions(wording, parties, pointing, asking.words)),
            references=pointing.references,
            meetings=pointing.meetings,
            period=period_in(about, today=today, meeting=meeting),
            asks="?" in text or bool(asking.asked) or not INTERROGATIVES.isdisjoint(tokens),
            is_foreign=is_foreign(spoken, self._lexicon, self._other_languages),
        )

    def _units(
        self,
        wording: Wording,
        phrases: Sequence[Phrase],
        asking: Asking,
        pointing: Pointing,
        language: str,
    ) -> tuple[Unit, ...]:
        """Return the units to search for, with cognates if acts are in other languages."""
        units = self._asking.units(wording.words, phrases, asking, referred=pointing.words)
        if not self._languages - {language}:
            return units
        return tuple(with_cognates(unit, self._index) for unit in units)

    def _mentions(
        self, wording: Wording, parties: Sequence[NamedParty], pointing: Pointing, asking: frozenset[int]
    ) -> Iterator[Mention]:
        """Yield what the words that neither point nor ask name, and the cities of meetings."""
        taken = pointing.words | asking
        corrected = {at for at, word in enumerate(wording.words) if word.text != word.best}
        # A correction doesn't make a name: «cachar» isn't Qatar.
        made = corrected - {at for each in parties for at in range(each.start, each.end)}
        named = [(each.name, each.start, each.end) for each in parties]
        yield from find_mentions(wording.text, named, taken | made, self._frequency)
        yield from _cities_of(pointing, wording.text)

    def _frequency(self, token: str) -> float:
        """Return the Zipf frequency of a folded word; those of the lexicon count as most frequent."""
        return _MOST_USUAL if token in self._usual else self._frequencies.of(token)

    def _parties(
        self, text: str, pointing: Pointing, concepts: Iterable[tuple[int, int]]
    ) -> Iterator[NamedParty]:
        """Yield the parties named, except inside something longer: «Ciudad de México».

        A name that is also an everyday word must be in capitals: «tell us» names no country.
        """
        longer = [place for place in concepts if place[1] - place[0] > 1]
        for mention in self._register.find(text, spoken=True):
            written = text[mention.start : mention.end]
            start, end = words_between(pointing.places, mention.start, mention.end)
            part = pointing.words.issuperset(range(start, end)) or any(
                left <= start and end <= right and right - left > end - start for left, right in longer
            )
            if not part and (written.isupper() or fold(written) not in self._lexicon.stop):
                yield NamedParty(start, end, mention.name)


def _cities_of(pointing: Pointing, text: str) -> Iterator[Mention]:
    """Yield the cities that may be those of meetings; if they aren't, the answer must have them."""
    places = pointing.places
    for meeting in pointing.meetings:
        if meeting.is_loose and meeting.cities:
            first, last = meeting.located[0], meeting.located[-1]
            wording = text[places[first][0] : places[last][1]]
            yield Mention(MentionKind.CITY, wording, fold(wording), first, last + 1)


def _kind(asked: Sequence[Asked], references: Container[SpokenReference]) -> QuestionKind:
    if asked:
        return KIND_OF[asked[0]]
    return QuestionKind.LOOKUP if references else QuestionKind.TOPIC
