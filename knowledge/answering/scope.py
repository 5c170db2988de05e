"""Which meetings a question is about: some that are loaded, another, or any."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.language.folding import words
from knowledge.language.frequencies import OF_A_LANGUAGE, load_frequencies
from knowledge.language.months import month_number
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import exact, of_concept, of_party
from knowledge.stores.documents import Document
from knowledge.understanding.mentions import Mention, MentionKind
from knowledge.understanding.named_meetings import (
    MeetingMatcher,
    NamedMeeting,
    load_meeting_words,
    numbers_in,
)
from knowledge.understanding.positions import Towards
from knowledge.understanding.question import Question

_ARTICLES = frozenset({"la", "el", "los", "las", "the"})
_WHERE = frozenset({MentionKind.NAME, MentionKind.CITY})
_AT = frozenset({"de", "del", "en", "of", "in", "at"})
_YEAR = re.compile(r"(?:19|20)\d\d")


class Scope(NamedTuple):
    """The acts that a question is limited to, newest first; empty if it is limited to none.

    `is_other` marks a question about a meeting whose act isn't loaded, `is_whole` one about everything that a
    meeting decided. `likely` are acts that it may be limited to: «en Managua» may be where a workshop is.
    """

    documents: tuple[Document, ...] = ()
    is_other: bool = False
    is_whole: bool = False
    likely: tuple[Document, ...] = ()
    is_carried: bool = False

    @property
    def names_any(self) -> bool:
        """Whether a meeting is named, or may be."""
        return bool(self.documents or self.likely or self.is_other)

    @property
    def document(self) -> Document | None:
        """The newest of the acts named."""
        return self.documents[0] if self.documents else None


class ScopeFinder:
    """Find which meetings are named by body, place, month, year, ordinal and position («la última»)."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._matcher = MeetingMatcher(sources.index.thesaurus, sources.title_of)
        spoken = load_meeting_words(sources.data.language)
        self._results = {word for phrase in spoken.results for word in words(phrase)}
        self._nouns = {word for phrase in (*spoken.nouns, *spoken.acts) for word in words(phrase)}
        self._stand_ins = {word for phrase in spoken.stand_ins for word in words(phrase)}
        self._before_stand_ins = {word for phrase in spoken.before_stand_ins for word in words(phrase)}
        self._frequencies = load_frequencies(sources.data.language)
        self._forums = frozenset(map(of_party, sources.forum_names))

    def find(self, question: Question, shown: Sequence[str] = ()) -> Scope:
        """Find the meetings that a question names; `shown` are the acts that the chat was about."""
        fitting: list[Document] = []
        likely: list[Document] = []
        for named in question.meetings:
            found = self._acts_of(named, shown)
            if named.is_loose:
                likely += found
                continue
            if not found and (named.is_source or self._is_held(named)):
                # What another act says is not so by that of the meeting named.
                return Scope(is_other=True, is_whole=named.is_source or self._asks_for_all(question))
            fitting += found
        if not fitting and (
            elsewhere := [each for each in question.mentions if self._is_where(question, each)]
        ):
            is_whole = self._asks_for_all(question, besides=elsewhere)
            if is_whole or any(map(self._is_unknown, elsewhere)):
                return Scope(is_other=True, is_whole=is_whole)
        if not fitting and self._is_of_unknown_place(question.tokens):
            return Scope(is_other=True, is_whole=self._asks_for_all(question))
        documents = tuple(dict.fromkeys(fitting))
        is_whole = self._asks_for_all(question)
        return Scope(documents, is_whole=is_whole, likely=() if documents else tuple(dict.fromkeys(likely)))

    def _is_held(self, named: NamedMeeting) -> bool:
        """Tell whether a meeting without an act must be one of the forum's own."""
        if named.is_ours or named.position or not all(map(self._is_said, named.wording)):
            return True
        return bool(named.ordinals) and any(
            numbers_in(each.meeting.title) for each in self._sources.documents
        )

    def _asks_for_all(self, question: Question, besides: Sequence[Mention] = ()) -> bool:
        """Tell whether everything that a meeting decided is asked for; `besides` are words that name it."""
        asks_results = not self._results.isdisjoint(question.tokens)
        said = {word for each in besides for word in words(each.wording)}
        topics = (unit for unit in question.units if not said.issuperset(words(unit.label)))
        return asks_results and not any(map(self._is_topic, topics))

    def _is_unknown(self, mention: Mention) -> bool:
        """Tell whether no act has a name."""
        return not any(map(self._sources.index.has, map(exact, words(mention.value))))

    def _is_where(self, question: Question, mention: Mention) -> bool:
        """Tell whether a name says where a meeting was: «la reunión de La Habana»."""
        tokens = question.tokens
        if mention.kind not in _WHERE:
            return False
        # "The Chinandega meeting", but not "the Vice-Ministerial Meeting"
        is_name = any(self._frequencies.of(token) < OF_A_LANGUAGE for token in words(mention.wording))
        if is_name and mention.end < len(tokens) and tokens[mention.end] in self._nouns:
            return True
        before = mention.start - 1
        while before > 0 and tokens[before] in _ARTICLES:
            before -= 1
        if before < 1 or tokens[before] not in _AT:
            return False
        # «La 6 de la de La Habana»
        stands_in = tokens[before - 1] in self._stand_ins and (
            before == 1 or tokens[before - 2] in self._before_stand_ins
        )
        return stands_in or tokens[before - 1] in self._nouns

    def _is_of_unknown_place(self, tokens: Sequence[str]) -> bool:
        """Tell whether a meeting is named by a place that nobody knows and a year: «en la de tela 2018»."""
        for year in (place for place, token in enumerate(tokens) if _YEAR.fullmatch(token)):
            start = year
            while start > 1 and tokens[start - 1] not in _AT and not self._is_said([tokens[start - 1]]):
                start -= 1
            if 1 < start < year and tokens[start - 1] in _AT:
                before = tokens[max(0, start - 3) : start - 1]
                return before[-1] in self._stand_ins and before[0] in self._before_stand_ins
        return False

    def _acts_of(self, named: NamedMeeting, shown: Sequence[str]) -> list[Document]:
        """List the acts that a named meeting may have, newest first."""
        among = self._matcher.among(named, self._sources.documents)
        if named.position is None:
            return among
        # An act without a date has no place in the row.
        documents = [each for each in self._sources.documents if each.meeting.start]
        among = [each for each in among if each.meeting.start]
        towards, steps, many = named.position
        if towards is Towards.FROM_NEWEST:
            return among[steps : steps + many]
        if towards is Towards.FROM_OLDEST:
            return among[max(0, len(among) - steps - many) :][:many] if len(among) > steps else []
        anchors = [each.slug for each in among] if named.is_described else [*shown[:1]]
        if not anchors and not named.is_described:
            return documents[:1] if towards is Towards.BEFORE else []
        places = [place for place, each in enumerate(documents) if each.slug in anchors]
        if not places:
            return []
        # Documents stand newest first: earlier meetings come later.
        place = max(places) + steps if towards is Towards.BEFORE else min(places) - steps
        return [documents[place]] if 0 <= place < len(documents) else []

    def within(self, scope: Scope, besides: Collection[int] = ()) -> npt.NDArray[np.bool_] | None:
        """Mark the provisions of the acts that a question is limited to; return None for all.

        Those numbered in `besides` are left out, and if a meeting is named so are preambles, which only
        answer questions about the meeting itself.
        """
        index = self._sources.index
        if not scope.documents and not scope.is_other and not besides:
            return None
        marked = np.ones(len(index.document), np.bool_)
        if scope.documents:
            marked = np.isin(index.document, [index.document_of(each.slug) for each in scope.documents])
        if scope.documents or scope.is_other:
            marked &= ~index.is_preamble
        marked[list(besides)] = False
        return marked

    def _is_said(self, tokens: Sequence[str]) -> bool:
        """Tell whether an act has some words, or synonyms of them."""
        index = self._sources.index
        notions = (
            of_concept(concept)
            for match in index.thesaurus.find(tokens)
            if match.end - match.start == len(tokens)
            for concept in match.concepts
        )
        party = self._sources.register.named(" ".join(tokens))
        return (
            all(index.has(exact(token)) for token in tokens)
            or any(map(index.has, notions))
            or (party is not None and index.has(of_party(party)))
        )

    def _is_topic(self, unit: Unit) -> bool:
        """Tell whether a unit belongs to the topic, rather than naming the meeting."""
        return unit.is_topic and not self._identifies(unit)

    def _identifies(self, unit: Unit) -> bool:
        tokens = words(unit.label)
        return (
            not self._forums.isdisjoint(unit.terms)
            or all(token in self._results or token in self._nouns for token in tokens)
            or all(token.isdigit() or month_number(token) for token in tokens)
        )
