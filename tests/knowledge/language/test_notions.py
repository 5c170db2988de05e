"""The notions that have a rule of their own: the built-in thesaurus has them all."""

from knowledge.language.concepts import read_concepts
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.notions import Notion


def test_the_thesaurus_has_every_notion() -> None:
    assert {*Notion} <= {concept.id for concept in read_concepts(BUILT_IN.language / "concepts.txt")}
