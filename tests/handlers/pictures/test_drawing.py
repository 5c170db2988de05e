"""The picture itself: no taller than a phone shows, always the same, and of letters that the font has."""

from datetime import date

import pytest

from handlers.pictures.drawing import TALLEST, draw
from handlers.pictures.figures import Figures, Row, Subject, gather
from handlers.pictures.paper import WIDTH, cut, width_of, wrap
from handlers.pictures.signs import SIGNS
from handlers.services import Services
from knowledge.values.tracking import Standing

ODD = "Comité $x^2$ de Ñandúes 🎉 de 日本 & <b>Compañía</b>\n" * 3


@pytest.fixture
def figures(services: Services) -> Figures:
    base = services.base
    return gather(base, Subject(party=None, documents=base.documents()), date(2017, 7, 10))


def shape_of(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_it_is_the_same_each_time_and_no_taller_than_a_phone_shows(
    figures: Figures, services: Services
) -> None:
    rows = tuple(Row(counts=dict.fromkeys(SIGNS, n + 1), parties=(f"{n} {ODD}",)) for n in range(40))
    large = figures.model_copy(
        update={"moments": figures.moments * 6, "rows": rows, "totals": dict.fromkeys(SIGNS, 9)}
    )
    drawn = draw(large, services.catalogues["es"])
    width, height = shape_of(drawn)
    assert draw(large, services.catalogues["es"]) == drawn
    assert height / width <= (TALLEST + 40) / WIDTH
    assert len(drawn) < 200_000


def test_there_is_no_room_taken_by_what_is_not_there(figures: Figures, services: Services) -> None:
    alone = figures.model_copy(
        update={"moments": (), "rows": (), "totals": {Standing.DONE: 1}},
    )
    width, height = shape_of(draw(alone, services.catalogues["en"]))
    assert height < width / 2


@pytest.mark.parametrize(
    ("text", "lines", "told"),
    [
        pytest.param("San José", 1, ["San José"], id="fits"),
        pytest.param(
            "Grupo de Consulta sobre Migración", 2, ["Grupo de Consulta", "sobre Migración"], id="two"
        ),
        pytest.param("Red contra el Tráfico y la Trata", 1, ["Red contra el Tráfic…"], id="cut"),
        pytest.param("x" * 99, 2, ["xxxxxxxxxxxxxxxx…"], id="one-word"),
        pytest.param("", 2, [""], id="empty"),
    ],
)
def test_text_is_divided_by_its_width(text: str, lines: int, told: list[str]) -> None:
    divided = wrap(text, 130, 12, lines=lines)
    assert divided == told
    assert all(width_of(line, 12) <= 130 for line in divided)
    assert cut(text, 130, 12) == wrap(text, 130, 12, lines=1)[0]
