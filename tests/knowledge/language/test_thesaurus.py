"""The thesaurus: which words of a text stand for which notion."""

import pytest

from knowledge.language.concepts import Concept, Concepts
from knowledge.language.folding import words
from knowledge.language.thesaurus import Thesaurus


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Concepts(
        (
            Concept("finance", ("financiar", "poner la plata", "foot the bill")),
            Concept("event", ("evento",), ("taller", "=foro")),
            Concept("send", ("enviar", "send")),
            Concept("worker", ("=trabajadores",)),
            Concept("post", ("plaza",)),
            Concept("deadline", ("plazo",)),
            Concept("report", ("informe",)),
            Concept("victim", ("víctima",)),
            Concept("authority", ("authority",)),
            Concept("permit", ("authorize",)),
        )
    ).thesaurus


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        pytest.param("quién financió", ["finance"], id="another form of the word"),
        pytest.param("el financiamiento", ["finance"], id="a noun of a verb"),
        pytest.param("¿quién pone plata?", ["finance"], id="a phrase in another form, without its article"),
        pytest.param("who foots our bill", ["finance"], id="a phrase with another article"),
        pytest.param("la plata", [], id="part of a phrase"),
        pytest.param("poner", [], id="a phrase cut short"),
        pytest.param("qué eventos", ["event"], id="a plural"),
        pytest.param("the events", ["event"], id="a cognate in the plural"),
        pytest.param("the victims", ["victim"], id="a cognate with an ending of its own"),
        pytest.param("who sent it", ["send"], id="an irregular English form"),
        pytest.param("que envíe", ["send"], id="a subjunctive"),
        pytest.param("el taller", [], id="a kind of a notion is no name of it"),
        pytest.param("los trabajadores", ["worker"], id="an exact form"),
        pytest.param("que trabajen", [], id="no other form of an exact one"),
        pytest.param("las plazas", ["post"], id="a word of its own is no form of another"),
        pytest.param("the authorities", ["authority"], id="nor is its plural in -ies"),
    ],
)
def test_a_notion_is_found_by_any_of_its_variants(
    thesaurus: Thesaurus, text: str, concepts: list[str]
) -> None:
    found = [concept for match in thesaurus.find(words(text)) for concept in match.concepts]

    assert found == concepts


def test_a_match_tells_its_words(thesaurus: Thesaurus) -> None:
    (match,) = thesaurus.find(words("who will foot the bill now"))

    assert (match.start, match.end) == (2, 5)


def test_in_acts_a_kind_counts_as_its_notion(thesaurus: Thesaurus) -> None:
    matches = list(thesaurus.find(words("realizar un taller"), narrower=True))

    assert [match.concepts for match in matches] == [("event",)]
