"""What acronyms stand for, by the acts first and then by the forum."""

import pytest

from knowledge.answering.glossary import GlossaryAnswerer
from knowledge.citing.findings import FindingWriter
from knowledge.search.sources import Sources
from knowledge.values.acts import GlossaryEntry
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from tests.support.answers import cited, open_sources, read_question, said
from tests.support.builders import make_act


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    act = make_act(("C1", "Crear el Fondo de Apoyo Mutuo (FAM)."), ("C2", "Agradecer a la OIM."))
    entry = GlossaryEntry(acronym="FAM", expansion="Fondo de Apoyo Mutuo", reference=Reference.parse("C1"))
    return open_sources(tmp_path_factory.mktemp("glossary"), act.model_copy(update={"glossary": (entry,)}))


@pytest.mark.parametrize(
    ("question", "language", "opening", "reference"),
    [
        pytest.param("¿qué significa FAM?", "es", "FAM: Fondo de Apoyo Mutuo", "C1", id="as the act has it"),
        pytest.param("fam = ?", "es", "FAM: Fondo de Apoyo Mutuo", "C1", id="by a sign"),
        pytest.param(
            "¿qué significa OIM?",
            "es",
            "OIM: Organización Internacional para las Migraciones",
            "C2",
            id="as the forum has it",
        ),
    ],
)
def test_an_acronym_is_explained(
    sources: Sources, question: str, language: str, opening: str, reference: str
) -> None:
    answerer = GlossaryAnswerer(sources, FindingWriter(sources.store, sources.index))
    answer = answerer.answer(read_question(sources, question, language=language))

    assert answer is not None
    assert answer.kind is QuestionKind.DEFINITION
    assert said(answer) == opening
    assert cited(answer) == [reference]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿qué hace el FAM?", id="something else is asked"),
        pytest.param("¿qué significa XYZ?", id="nobody knows it"),
        pytest.param("¿qué significa el fondo para los países?", id="no acronym"),
        pytest.param("¿qué significa ACNUR?", id="no act names it"),
    ],
)
def test_what_no_act_or_forum_abbreviates_is_left_to_others(sources: Sources, question: str) -> None:
    answerer = GlossaryAnswerer(sources, FindingWriter(sources.store, sources.index))

    assert answerer.answer(read_question(sources, question)) is None
