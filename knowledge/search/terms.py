"""What a text is found by: exact words, stems, concepts of the thesaurus, and parties.

A term is a text with the mark of its sort in front, so that all sorts share one index:

====================== ========================================================
w:talleres             the folded word
es:taller              its stem by the rules of a language
c:presupuesto          a concept of the thesaurus, named by its first variant
p:Costa Rica           a party, by whatever name the text calls it
r:proposer:Costa Rica  a party in a role
====================== ========================================================
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.language.folding import words
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.search.askers import askers_in
from knowledge.search.lexicon import Lexicon
from knowledge.search.stems import stems
from knowledge.search.thesaurus import Thesaurus
from knowledge.values.acts import Meeting, Role


def exact(word: str) -> str:
    """Return the term of a folded word itself."""
    return f"w:{word}"


def stemmed(word: str, language: str) -> list[str]:
    """Return the terms of a folded word's stems."""
    return [f"{language}:{each}" for each in stems(word, language)]


def of_concept(concept: str) -> str:
    """Return the term of a concept."""
    return f"c:{concept}"


def of_party(name: str) -> str:
    """Return the term of a party."""
    return f"p:{name}"


def party_of(term: str) -> str | None:
    """Return the party whose term it is, or None for other terms."""
    return term[2:] if term.startswith("p:") else None


def is_stem(term: str) -> bool:
    """Tell whether a term is a stem."""
    return term.startswith(("es:", "en:"))


def is_concept(term: str) -> bool:
    """Tell whether a term is a concept of the thesaurus."""
    return term.startswith("c:")


def is_party(term: str) -> bool:
    """Tell whether a term is a party, in a role or not."""
    return term.startswith(("p:", "r:"))


def is_role(term: str) -> bool:
    """Tell whether a term is a party in a role."""
    return term.startswith("r:")


def of_role(role: Role, name: str) -> str:
    """Return the term of a party in a role."""
    return f"r:{role}:{name}"


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
        return Counter(self._terms(text, language))

    def askers(self, text: str, language: str) -> Iterator[tuple[Role, str]]:
        """Yield the parties that ask or propose something in a text."""
        return askers_in(text, language, self.register, self.thesaurus)

    def tells_time(self, text: str) -> bool:
        """Tell whether a text says by when in any words: «a la brevedad», «antes de la próxima reunión»."""
        return bool(self.deadlines.find(text, meeting=_ANY_MEETING))

    def names_person(self, text: str) -> bool:
        """Tell whether a text names a person by a title: «el señor Luis Pérez»."""
        return any(True for _ in self.people.find(text))

    def _terms(self, text: str, language: str) -> Iterator[str]:
        tokens = words(text)
        for token in tokens:
            if token not in self.lexicon.stop:
                yield exact(token)
                yield from stemmed(token, language)
        for match in self.thesaurus.find(tokens, language, narrower=True):
            yield from map(of_concept, match.concepts)
        for mention in self.register.find(text):
            yield of_party(mention.name)
