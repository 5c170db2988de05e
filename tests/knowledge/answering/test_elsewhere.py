"""What other meetings have, where the one named has nothing in the words of the question."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.meaning.encoder import Encoder
from knowledge.reading import read_act
from knowledge.values.acts import Act
from knowledge.values.answers import Outcome
from tests.support.answers import REGISTER, ask, respond_from
from tests.support.builders import make_act, make_meeting

MANY = Path("benchmarks/gold/many")


def act_of(year: int, city: str, *texts: str, language: str = "es") -> Act:
    day, slug = date(year, 6, 1), f"grcm-{year}"
    numbered = [(f"C{number}", text) for number, text in enumerate(texts, 1)]
    meeting = make_meeting(city=city, country=None, start=day, end=day, body="GRCM")
    act = make_act(("ENC", f"Reunión de {city}."), *numbered, slug=slug, sha256=slug, meeting=meeting)
    return act.model_copy(update={"language": language})


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Responder:
    acts = (
        act_of(2008, "Halifax", "To raise the annual fee to US$5,500.", "To thank Canada.", language="en"),
        act_of(2014, "Managua", "Aumentar la cuota anual a US$7,000.", "Publicar el anuario estadístico."),
        act_of(
            2019,
            "Miami",
            "The annual fee stays frozen at US$7,000.",
            "To study recruiters.",
            language="en",
        ),
    )
    return respond_from(Path(tmp_path_factory.mktemp("elsewhere")), *acts, encoder=encoder)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿qué se dijo del anuario estadístico en Miami?", id="by its city"),
        pytest.param("¿qué se dijo del anuario estadístico en la de 2019?", id="by its year"),
        pytest.param("¿qué se dijo del anuario estadístico en la reunión de junio de 2019?", id="month"),
    ],
)
def test_what_the_meeting_named_lacks_is_offered_of_others(responder: Responder, question: str) -> None:
    answer = ask(responder, question)
    assert answer.outcome is Outcome.NOTHING
    assert [each.citation.key for each in answer.suggestions] == ["grcm-2014#C2"]
    assert str(answer.lead[0].parameters["year"]) == "2019"


def test_what_is_said_alike_in_the_meeting_named_is_shown_from_there(responder: Responder) -> None:
    answer = ask(responder, "¿qué se acordó sobre cuotas en la de 2019?")
    assert [each.citation.key for each in answer.findings] == ["grcm-2019#C1"]


def test_what_the_meeting_named_has_of_a_bare_topic_is_shown(tmp_path: Path, encoder: Encoder) -> None:
    slugs = "crm-2015-11-puerto-plata", "grcm-2005-06-liberia", "crm-2021-10-washington"
    acts = [read_act(MANY / "other_nine" / f"{slug}.txt", register=REGISTER) for slug in slugs]
    answer = ask(respond_from(tmp_path, *acts, encoder=encoder), "cuotas según la última")
    assert {each.citation.document for each in answer.findings} == {"crm-2021-10-washington"}
