"""A question as openings see it."""

from typing import NamedTuple

from knowledge.search.matching import Unit
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.values.acts import Role
from knowledge.values.questions import Facet

_FACETS = {
    Asked.DEADLINE: Facet.BY_WHEN,
    Asked.DATE: Facet.WHEN,
    Asked.PLACE: Facet.WHERE,
    Asked.COUNT: Facet.HOW_MANY,
    Asked.WHO: Facet.WHO,
    Asked.COUNTRY: Facet.WHO,
    Asked.ORGANIZATION: Facet.WHO,
    Asked.PERSON: Facet.WHO,
    Asked.HOLDER: Facet.WHO,
    Asked.ADDRESSEE: Facet.TO_WHOM,
    Asked.LIST: Facet.ALL,
    Asked.REASON: Facet.WHY,
    Asked.STATUS: Facet.STATUS,
    Asked.DEFINITION: Facet.MEANING,
}


class AskedQuestion(NamedTuple):
    """A question cut down to what openings need."""

    text: str
    language: str
    facets: frozenset[Facet]
    roles: tuple[Role, ...]
    parties: tuple[str, ...]
    units: tuple[Unit, ...]

    @classmethod
    def of(cls, question: Question) -> "AskedQuestion":
        """Read a question."""
        return cls(
            text=question.text,
            language=question.language,
            facets=frozenset(_FACETS[asked] for asked in question.asked if asked in _FACETS),
            roles=question.roles,
            parties=question.parties,
            units=question.units,
        )
