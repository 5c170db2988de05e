"""A provision quoted alone tells where a later meeting takes it up again."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.meaning.encoder import Encoder
from knowledge.values.answers import Citation
from knowledge.values.references import Reference
from tests.support.answers import respond_from
from tests.support.builders import make_act, make_meeting

TODAY = date(2020, 1, 1)
TEXTS = {
    2010: ("Aumentar la cuota anual a US$5,500.", "Agradecer a Honduras su hospitalidad."),
    2014: ("Crear un registro público de reclutadores.", "Abrir un albergue en la frontera."),
    2018: ("Publicar el boletín.", "Aumentar la cuota anual a US$7,000."),
}


@pytest.fixture
def responder(tmp_path: Path, encoder: Encoder) -> Responder:
    acts = (
        make_act(
            *((f"C{number}", text) for number, text in enumerate(texts, 1)),
            slug=f"grcm-{year}",
            sha256=str(year),
            meeting=make_meeting(start=date(year, 6, 1), end=date(year, 6, 1)),
        )
        for year, texts in TEXTS.items()
    )
    return respond_from(tmp_path, *acts, encoder=encoder)


def cited(later: Citation | None) -> str | None:
    return later.key if later else None


@pytest.mark.parametrize(
    ("question", "later"),
    [
        pytest.param("conclusión 1 de 2010", "grcm-2018#C2", id="by its number"),
        pytest.param("conclusión 2 de 2010", None, id="taken up by none"),
        pytest.param("conclusión 2 de 2018", None, id="the newest"),
    ],
)
def test_what_is_quoted_alone_tells_its_successor(
    responder: Responder, question: str, later: str | None
) -> None:
    answer, _ = responder.ask(question, today=TODAY, language="es")
    assert cited(answer.later) == later


def test_a_button_opens_it_with_its_successor(responder: Responder) -> None:
    shown = responder.show("grcm-2010", Reference.parse("C1"), language="es")
    assert cited(shown.later) == "grcm-2018#C2"


def test_without_vectors_none_is_told(tmp_path: Path) -> None:
    act = make_act(("C1", "Pagar la cuota."), slug="grcm-2010", meeting=make_meeting(start=date(2010, 6, 1)))
    assert respond_from(tmp_path, act).show("grcm-2010", Reference.parse("C1"), language="es").later is None
