"""How sentences ask, for whom, and in which role."""

import pytest

from knowledge.search.sources import Sources
from knowledge.understanding.cues import Asked
from knowledge.values.acts import Role
from knowledge.values.questions import QuestionKind
from tests.support.answers import read_question


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("¿cuándo es el taller?", {Asked.DATE}, id="a date"),
        pytest.param("¿cuál fue la fecha del taller?", {Asked.DATE}, id="a date by its noun"),
        pytest.param("what were the dates of the workshop?", {Asked.DATE}, id="the same in English"),
        pytest.param("¿hasta cuándo se paga?", {Asked.DEADLINE}, id="a deadline"),
        pytest.param("where is the workshop?", {Asked.PLACE}, id="a place"),
        pytest.param("¿cuántos funcionarios irán?", {Asked.COUNT}, id="a number"),
        pytest.param("¿por qué se aplazó?", {Asked.REASON}, id="a reason"),
        pytest.param("¿quién paga el taller?", {Asked.WHO}, id="a party"),
        pytest.param("¿quién lo organiza y cuándo?", {Asked.WHO, Asked.DATE}, id="two facts"),
        pytest.param("¿a quién se envía el informe?", {Asked.WHO, Asked.ADDRESSEE}, id="a recipient"),
        pytest.param("who gets the report?", {Asked.WHO, Asked.ADDRESSEE}, id="who receives"),
        pytest.param("who gets to choose the venue?", {Asked.WHO}, id="who may do it"),
        pytest.param("¿a quién le toca pagar?", {Asked.WHO}, id="whose turn it is"),
        pytest.param("¿qué estudio dice cuánto ganan?", set(), id="a question within a clause"),
        pytest.param("¿qué guía es para quienes huyen?", set(), id="people pointed back to"),
        pytest.param("el taller de pasaportes", set(), id="a topic"),
    ],
)
def test_what_is_asked_is_told_by_its_words(sources: Sources, text: str, asked: set[Asked]) -> None:
    assert set(read_question(sources, text).asked) == asked


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("¿qué propuso Panamá?", (Role.PROPOSER,), id="who proposes"),
        pytest.param("¿quién financia el taller?", (Role.SUPPORTER,), id="who pays"),
        pytest.param("¿qué tiene que hacer México?", (Role.RESPONSIBLE,), id="who has to"),
        pytest.param("¿qué tenía que hacer México?", (Role.RESPONSIBLE,), id="who had to"),
        pytest.param("what did Mexico have to do?", (Role.RESPONSIBLE,), id="who did have to"),
        pytest.param("Mexico had to do what?", (Role.RESPONSIBLE,), id="who had to, in English"),
        pytest.param("¿qué se solicitó a la RROCM?", (Role.RESPONSIBLE,), id="whoever is asked has to"),
        pytest.param("¿cuándo es el taller?", (), id="none"),
    ],
)
def test_a_role_is_asked_for_by_its_verb(sources: Sources, text: str, roles: tuple[Role, ...]) -> None:
    assert read_question(sources, text).roles == roles


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("¿qué hacen México y Canadá?", ("México", "Canadá"), id="two"),
        pytest.param("¿dónde queda la Ciudad de México?", (), id="part of another name"),
        pytest.param("did the US ask for anything?", ("Estados Unidos",), id="a pronoun in capitals"),
        pytest.param("can you tell us more?", (), id="the pronoun"),
    ],
)
def test_parties_are_named_by_any_of_their_names(
    sources: Sources, text: str, parties: tuple[str, ...]
) -> None:
    assert read_question(sources, text).parties == parties


def test_typing_errors_are_mended(sources: Sources) -> None:
    assert "pasaportes" in read_question(sources, "taler de pasaprotes").tokens


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param("cuadno es el tayer", "cuando es el taller", id="several"),
        pytest.param("¿dónde es el tayer?", "¿dónde es el tayer?", id="one, which may be a rare word"),
        pytest.param("¿dónde es el taller?", "¿dónde es el taller?", id="none"),
    ],
)
def test_what_is_asked_is_mended_where_several_words_are(sources: Sources, text: str, about: str) -> None:
    assert read_question(sources, text).about == about


@pytest.mark.parametrize(
    ("text", "kind", "asks"),
    [
        pytest.param("conclusión 3", QuestionKind.LOOKUP, False, id="a reference"),
        pytest.param("¿cuándo es?", QuestionKind.DATE, True, id="a question"),
        pytest.param("cuando es el taller", QuestionKind.DATE, True, id="a question without marks"),
        pytest.param("pasaportes", QuestionKind.TOPIC, False, id="a topic"),
    ],
)
def test_a_question_has_a_kind_and_a_form(
    sources: Sources, text: str, kind: QuestionKind, *, asks: bool
) -> None:
    question = read_question(sources, text)

    assert (question.kind, question.asks) == (kind, asks)


def test_another_language_is_noticed(sources: Sources) -> None:
    assert read_question(sources, "quand est l'atelier sur les passeports ?").is_foreign
