"""The share of a party where something is shared out."""

import pytest

from knowledge.opening.shares import share_of
from tests.support.answers import REGISTER

STATIONS = "Instalar 42 estaciones: 14 en Guatemala, 11 en Honduras y nueve en Belice."


@pytest.mark.parametrize(
    ("parties", "quote", "share"),
    [
        pytest.param(("Honduras",), STATIONS, "11 en Honduras", id="in a list"),
        pytest.param(("Belice",), STATIONS, "nueve en Belice", id="in words"),
        pytest.param(("Panamá",), STATIONS, None, id="of whom nothing is said"),
        pytest.param((), STATIONS, None, id="of nobody in particular"),
        pytest.param(("Honduras", "Belice"), STATIONS, None, id="of two"),
        pytest.param(
            ("México",),
            "Canadá aportará US$ 8,000.50; México, US$ 2,500.",
            None,
            id="apart from its figure",
        ),
        pytest.param(
            ("Canadá",),
            "Canadá aportará US$ 8,000.50 y México pondrá US$ 2,500.",
            "Canadá aportará US$ 8,000.50",
            id="with a verb, and thousands",
        ),
        pytest.param(
            ("Panamá",),
            "Panamá acogerá 3 cursos, con la participación de todos los países.",
            None,
            id="one party alone",
        ),
        pytest.param(
            ("Panamá",), "La reunión de Panamá 2017, y la de Honduras 2018.", None, id="years are no shares"
        ),
        pytest.param(("Panamá",), "Un curso en Panamá y una visita a Honduras.", None, id="nor are articles"),
    ],
)
def test_the_share_of_the_party_asked_for_is_told(
    parties: tuple[str, ...], quote: str, share: str | None
) -> None:
    assert share_of(parties, quote, REGISTER) == share
