"""Provisions that messages name."""

from pathlib import Path

import pytest

from knowledge.answering.look_up import ReferenceResolver, total
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold
from knowledge.search.sources import Sources
from knowledge.understanding.reference_words import load_reference_words
from knowledge.understanding.references import LAST, ReferenceFinder, SpokenReference
from knowledge.values.references import Section
from tests.support.act_texts import PREAMBLE, SMALL_ACT, act_of
from tests.support.answers import open_sources


def spoken(section: Section | None, number: int, letter: str | None = None) -> SpokenReference:
    return SpokenReference(section, number, letter, 0, 0)


@pytest.mark.parametrize(
    ("named", "reference"),
    [
        pytest.param(spoken(Section.CONCLUSION, 3), "C3", id="a conclusion"),
        pytest.param(spoken(None, 3), "C3", id="without a section"),
        pytest.param(spoken(None, 4, "b"), "C4.b", id="a sub-item"),
        pytest.param(spoken(Section.RECOMMENDATION, 1), "R1", id="a recommendation"),
        pytest.param(spoken(Section.CONCLUSION, LAST), "C6", id="the last"),
        pytest.param(spoken(None, LAST), "C6", id="the last without a section"),
        pytest.param(spoken(Section.CONCLUSION, 7), None, id="a number too high"),
        pytest.param(spoken(Section.CONCLUSION, 3, "a"), None, id="a letter that isn't there"),
        pytest.param(spoken(Section.AGREEMENT, 1), None, id="a section that isn't there"),
    ],
)
def test_what_is_named_is_found_in_the_act(
    sources: Sources, named: SpokenReference, reference: str | None
) -> None:
    found = ReferenceResolver(sources.store).resolve(named, sources.documents[0])

    assert (str(found) if found else None) == reference


@pytest.mark.parametrize(
    ("named", "reference"),
    [
        pytest.param(spoken(Section.AGREEMENT, 3), "C3", id="what the act calls otherwise"),
        pytest.param(spoken(Section.AGREEMENT, 4, "b"), "C4.b", id="a sub-item"),
        pytest.param(spoken(Section.AGREEMENT, 99), None, id="a number too high"),
        pytest.param(spoken(Section.RECOMMENDATION, 9), None, id="a recommendation is nothing else"),
    ],
)
def test_an_act_need_not_be_asked_in_its_own_terms(
    sources: Sources, named: SpokenReference, reference: str | None
) -> None:
    found = ReferenceResolver(sources.store).find(named, sources.documents)

    assert (str(found[1]) if found else None) == reference


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        pytest.param(spoken(Section.CONCLUSION, 45), "{act} tiene", id="a number"),
        pytest.param(spoken(None, 4, "f"), "C4 tiene los incisos «a» a «b».", id="a letter too far"),
        pytest.param(spoken(None, 3, "a"), "C3 no tiene incisos.", id="a letter where there are none"),
    ],
)
def test_what_isnt_there_is_corrected(sources: Sources, named: SpokenReference, sentence: str) -> None:
    corrected = ReferenceResolver(sources.store).correct(named, sources.documents[0])

    assert sentence in f"{corrected.msgid} {corrected}"


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        pytest.param(spoken(None, 4, "f"), "«b» en el acta del", id="a letter too far"),
        pytest.param(spoken(None, 3, "a"), "no tiene incisos en el acta del", id="no letters"),
    ],
)
def test_above_what_another_act_has_the_act_is_named(
    sources: Sources, named: SpokenReference, sentence: str
) -> None:
    corrected = ReferenceResolver(sources.store).correct(named, sources.documents[0], names_act=True)

    assert sentence in str(corrected)


@pytest.mark.parametrize(
    ("section", "number"),
    [pytest.param(Section.CONCLUSION, 6, id="many"), pytest.param(Section.RECOMMENDATION, 1, id="one")],
)
def test_provisions_are_counted_by_section(sources: Sources, section: Section, number: int) -> None:
    document = sources.documents[0]

    assert ReferenceResolver(sources.store).numbering(document.slug)[section] == number
    assert total(document, section, number).count == number


CHAPTERS = f"""\
{PREAMBLE.replace("2008", "2007").replace("Tela", "Yoro")}CONCLUSIONES

A. Cuotas

1. Instar a Canadá a pagar su cuota.

2. Pedir a la ST un informe.

B. Visas

1. Pedir a Honduras un plan.

2. Pedir a Canadá lo siguiente:

a) un registro;

b) un taller.
"""


@pytest.mark.parametrize(
    ("named", "reference"),
    [
        pytest.param("conclusión B.2", "C2.b", id="as the act prints it"),
        pytest.param("la A.2", "C1.b", id="a letter that is a section's mark elsewhere"),
        pytest.param("B.2.b", "C2.b.b", id="a letter below it"),
        pytest.param("2 de la parte B", "C2.b", id="in words"),
        pytest.param("C2.b", "C2.b", id="as the commands print it"),
        pytest.param("2 de la parte C", None, id="of a chapter that isn't there"),
        pytest.param("la 4.b", "C4.b", id="of the newest act, which has no chapters"),
        pytest.param("b de la 4", "C4.b", id="of that, in words"),
        pytest.param("2 del capítulo 4", None, id="a sub-item is no item of a chapter"),
    ],
)
def test_an_item_of_a_chapter_is_found_by_its_number_in_the_act(
    tmp_path: Path, named: str, reference: str | None
) -> None:
    chapters = act_of(CHAPTERS).model_copy(update={"sha256": "1" * 64})
    sources = open_sources(tmp_path, act_of(SMALL_ACT), chapters)
    spoken_of = ReferenceFinder(load_reference_words(BUILT_IN.language)).find(fold(named))

    found = ReferenceResolver(sources.store).find(spoken_of[0], sources.documents)

    assert (str(found[1]) if found else None) == reference
