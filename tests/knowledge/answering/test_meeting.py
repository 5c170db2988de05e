"""Questions about a meeting itself, and those that only sound like one."""

from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import ask, cited, respond_from, said

ACT = """REGIONAL CONFERENCE ON MIGRATION (RCM)
Third meeting of the Ad Hoc Group
Vancouver, Canada, 7 and 8 March 2023

The Ad Hoc Group met in Vancouver, Canada, on 7 and 8 March 2023 under the chairmanship of Mr. Archambault.
Delegates from Belize, Canada and Panama took part, and UNHCR attended as an observer.

CONCLUSIONS

1. The Group took note that the glossary of terms had been endorsed.

2. Guatemala and IOM will carry out the survey in the Dry Corridor between August and October 2023.

3. At the invitation of Honduras, the fourth meeting of the Group will be in Comayagua in February 2024.

4. Honduras and Panama undertook to submit the first version of the maps to the RCGM within 90 days.
"""


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(Path(tmp_path_factory.mktemp("meeting")), act_of(ACT))


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("where was the meeting held?", "ENC", id="where it was"),
        pytest.param("who chaired the meeting in Vancouver?", "ENC", id="who chaired it"),
        pytest.param("where will the fourth meeting of the Group be held?", "C3", id="another one"),
        pytest.param("where was meeting 3 held?", "ENC", id="its number"),
        pytest.param("where will the Group meet?", "C3", id="no meeting lies ahead of its act"),
        pytest.param("glosary - endorsd or not??", "C1", id="endorsed, of one document"),
        pytest.param("¿quiénes hacen la encuesta del Corredor Seco?", "C2", id="a translated name"),
        pytest.param("one more thing, when is the survey?", "C2", id="a word like a grave deed"),
        pytest.param("¿cuándo se presenta al GRCM la primera versión de los mapas?", "C4", id="no GRCM"),
    ],
)
def test_what_sounds_like_the_meeting_is_told_apart(
    responder: Responder, question: str, reference: str
) -> None:
    assert cited(ask(responder, question))[:1] == [reference]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("how many conclusions did the meeting adopt?", id="adopted"),
        pytest.param("¿cuántos acuerdos tomó la reunión de Vancouver?", id="called otherwise"),
    ],
)
def test_what_a_meeting_resulted_in_is_counted(responder: Responder, question: str) -> None:
    assert [each.count for each in ask(responder, question).lead] == [4]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿cuándo es la 7.ª reunión?", id="an ordinal with its point"),
        pytest.param("¿cuándo es la 7ª reunión?", id="an ordinal"),
        pytest.param("when was meeting 12?", id="a number"),
    ],
)
def test_the_meeting_of_another_number_isnt_told_of(responder: Responder, question: str) -> None:
    assert "ENC" not in cited(ask(responder, question))


ABSENT = """GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Liberia, Costa Rica, 19 y 20 de noviembre de 2013

El Grupo se reunió en Liberia, Costa Rica, los días 19 y 20 de noviembre de 2013,
con la participación de {came}.

CONCLUSIONES

1. Crear un comité sobre mujeres migrantes, coordinado por El Salvador.

2. Pedir al ACNUR un informe sobre las solicitudes de asilo, que financiará Canadá.
"""
ALL_BUT_ONE = (
    "Belice, Costa Rica, El Salvador, Estados Unidos, Guatemala, Honduras, México, Nicaragua, Panamá y "
    "República Dominicana"
)
ALL = f"Canadá, {ALL_BUT_ONE}"


@pytest.mark.parametrize(
    ("came", "messages", "told"),
    [
        pytest.param(ALL_BUT_ONE, ["¿quién faltó?"], "no nombra a", id="who was missing"),
        pytest.param(ALL_BUT_ONE, ["which countries were missing?"], "no nombra a", id="in English"),
        pytest.param(ALL_BUT_ONE, ["¿quién no fue a la última?"], "no nombra a", id="who did not go"),
        pytest.param(ALL_BUT_ONE, ["who missed the last one?"], "no nombra a", id="who missed the last"),
        pytest.param(
            ALL_BUT_ONE,
            ["¿quién financia el informe sobre asilo?", "which countries were missing?"],
            "no nombra a",
            id="whatever was shown before",
        ),
        pytest.param(ALL, ["¿quién faltó a la reunión de Liberia?"], "nombra a todos", id="nobody was"),
    ],
)
def test_who_was_missing_is_told_by_the_preamble(
    tmp_path: Path, came: str, messages: list[str], told: str
) -> None:
    answer = ask(respond_from(tmp_path, act_of(ABSENT.format(came=came))), *messages)

    assert cited(answer) == ["ENC"]
    assert told in said(answer)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿Cuándo fue la reunión de Liberia y quién coordina el comité?", id="in one sentence"),
        pytest.param("¿Cuándo fue la reunión de Liberia? ¿Quién coordina el comité?", id="in two"),
    ],
)
def test_what_else_is_asked_is_answered_too(tmp_path: Path, question: str) -> None:
    answer = ask(respond_from(tmp_path, act_of(ABSENT.format(came=ALL))), question)

    assert cited(answer) == ["ENC", "C1"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("lista las recomendaciones", ["recomendación"], id="of one section"),
        pytest.param("list all the conclusions", ["conclusión"], id="of the other, in English"),
        pytest.param(
            "lista las conclusiones y recomendaciones", ["conclusión", "recomendación"], id="of all"
        ),
    ],
)
def test_sections_that_are_not_asked_for_are_not_counted(
    tmp_path: Path, question: str, told: list[str]
) -> None:
    lead = ask(respond_from(tmp_path, act_of(SMALL_ACT)), question).lead

    assert [
        word for word in ("conclusión", "recomendación") if word in " ".join(each.msgid for each in lead)
    ] == told
