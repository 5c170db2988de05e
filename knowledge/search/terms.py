"""The terms of a text: exact words, stems, concepts of the thesaurus, and parties.

A term is a string with a prefix for its kind, so that all kinds share one index:

====================== ========================================================
w:talleres             a folded word
es:taller              its stem by the rules of a language
c:budget               a concept of the thesaurus, by its id
p:Costa Rica           a party, by whatever name the text calls it
r:proposer:Costa Rica  a party in a role
====================== ========================================================
"""

from knowledge.language.stems import stems
from knowledge.values.acts import Role


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
    """Return the party of a term, or None for other terms."""
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
