"""What questions name and answers must have."""

import pytest

from knowledge.search.sources import Sources
from tests.support.answers import read_question


def mentioned(sources: Sources, text: str) -> list[tuple[str, str]]:
    return [(each.kind.value, each.value) for each in read_question(sources, text).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("¿Qué hará Canadá?", [("party", "Canadá")], id="a member"),
        pytest.param("¿qué dice la oea?", [("party", "OEA")], id="an acronym in small letters"),
        pytest.param("¿Qué hará Brasil?", [("country", "BR")], id="a country of others"),
        pytest.param("what will Brazil do?", [("country", "BR")], id="in English"),
        pytest.param("feria en Tegucigalpa", [("city", "tegucigalpa")], id="a city"),
        pytest.param("feria en tegucigalpa", [("city", "tegucigalpa")], id="in small letters"),
        pytest.param("¿es el 20 de julio?", [("day", "20 de julio")], id="a day"),
        pytest.param("taller de septiembre de 2018", [("day", "septiembre de 2018")], id="a month"),
        pytest.param("los 40 funcionarios", [("number", "40")], id="a number"),
        pytest.param("18,500 dólares", [("number", "18500")], id="a grouped number"),
        pytest.param("1.250.000 dólares", [("number", "1250000")], id="a number grouped by dots"),
        pytest.param("en 15, 200 y 3", [("number", "15"), ("number", "200"), ("number", "3")], id="a row"),
        pytest.param("los cuarenta funcionarios", [("number", "40")], id="a number in words"),
        pytest.param("el informe de Kurt", [("name", "kurt")], id="a name"),
        pytest.param(
            "¿irá Canadá el 20 de julio a Tegucigalpa?",
            [("party", "Canadá"), ("day", "20 de julio"), ("city", "tegucigalpa")],
            id="several",
        ),
    ],
)
def test_what_is_named_is_found_by_its_sort(
    sources: Sources, text: str, expected: list[tuple[str, str]]
) -> None:
    assert mentioned(sources, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("hoy es 10 de julio, ¿dónde es el taller?", id="the present day"),
        pytest.param("¿qué hay antes de agosto?", id="a limit"),
        pytest.param("conclusión 3", id="the number of a provision"),
        pytest.param("los dos países", id="a small number in words"),
        pytest.param("Pasaportes", id="a capital that begins the message"),
        pytest.param("Sí. Pasaportes", id="a capital that begins a sentence"),
        pytest.param("EL INFORME DE KURT", id="capitals throughout"),
        pytest.param("¿cuándo se puede cachar el informe?", id="no country that only a correction makes"),
        pytest.param("el plan de lima", id="a city's name that is a common word, in small letters"),
        pytest.param("South American invitation", id="a city's name that begins a longer one"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_words_name_nothing(sources: Sources, text: str) -> None:
    assert mentioned(sources, text) == []
