"""List the terms of what acts say; needed to write the index, but not to answer from it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.search.askers import askers_in
from knowledge.search.lexicon import Lexicon
from knowledge.search.texts import terms_in
from knowledge.search.thesaurus import Thesaurus
from knowledge.values.acts import Meeting, Role

_ANY_MEETING = Meeting()


@dataclass(frozen=True)
class TermFinder:
    """List the terms of what acts say."""

    register: PartyRegister
    thesaurus: Thesaurus
    lexicon: Lexicon
    people: PeopleFinder
    deadlines: DeadlineFinder

    def count(self, text: str, language: str) -> Counter[str]:
        """Count the terms of a text in one language."""
        return Counter(
            terms_in(text, language, register=self.register, thesaurus=self.thesaurus, lexicon=self.lexicon)
        )

    def askers(self, text: str, language: str) -> Iterator[tuple[Role, str]]:
        """Yield the parties that ask or propose something in a text."""
        return askers_in(text, language, self.register, self.thesaurus)

    def tells_time(self, text: str) -> bool:
        """Tell whether a text says by when in any words: «a la brevedad», «antes de la próxima reunión»."""
        return bool(self.deadlines.find(text, meeting=_ANY_MEETING))

    def names_person(self, text: str) -> bool:
        """Tell whether a text names a person by a title: «el señor Luis Pérez»."""
        return any(True for _ in self.people.find(text))
