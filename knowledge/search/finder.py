"""List the terms of acts; needed to write the index, but not to answer from it."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from knowledge.language.lexicon import Lexicon
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.thesaurus import Thesaurus
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.search.askers import askers_in
from knowledge.search.texts import terms_in
from knowledge.values.acts import Meeting, Role

_ANY_MEETING = Meeting()
_KEPT = 8
"""Texts whose terms are cached, so that a lead-in isn't read again with each of its sub-items."""


class TermFinder:
    """List the terms of the texts of acts.

    `count` counts the terms of a text in a language, and `askers` lists the parties that request or propose
    something in it.
    """

    def __init__(
        self,
        register: PartyRegister,
        thesaurus: Thesaurus,
        lexicon: Lexicon,
        people: PeopleFinder,
        deadlines: DeadlineFinder,
    ) -> None:
        self.register = register
        self._thesaurus = thesaurus
        self._lexicon = lexicon
        self._people = people
        self._deadlines = deadlines
        self.count = lru_cache(maxsize=_KEPT)(self._count)
        self.askers = lru_cache(maxsize=_KEPT)(self._askers)

    def tells_time(self, text: str) -> bool:
        """Tell whether a text says by when in any words: «a la brevedad», «antes de la próxima reunión»."""
        return bool(self._deadlines.find(text, meeting=_ANY_MEETING))

    def names_person(self, text: str) -> bool:
        """Tell whether a text names a person by a title: «el señor Luis Pérez»."""
        return any(True for _ in self._people.find(text))

    def _count(self, text: str, language: str) -> Mapping[str, int]:
        return Counter(
            terms_in(text, language, register=self.register, thesaurus=self._thesaurus, lexicon=self._lexicon)
        )

    def _askers(self, text: str) -> tuple[tuple[Role, str], ...]:
        return tuple(askers_in(text, self.register, self._thesaurus))
