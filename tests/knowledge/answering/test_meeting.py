"""Questions about a meeting itself, and those that only sound like one."""

from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import ask, cited, respond_from

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
