import pytest

from knowledge.reading.statements.figures import find_figures
from knowledge.values.statements import Measure


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("un saldo de US$38,450 al 31 de marzo", "es", [("US$38,450", Measure.MONEY)], id="sign"),
        pytest.param("por US$ 1.840.000, en cuotas", "es", [("US$ 1.840.000", Measure.MONEY)], id="points"),
        pytest.param(
            "con hasta 120,000 dólares canadienses",
            "es",
            [("hasta 120,000 dólares canadienses", Measure.MONEY)],
            id="the name of a currency",
        ),
        pytest.param(
            "25,000 lempiras y un fondo", "es", [("25,000 lempiras", Measure.MONEY)], id="any currency"
        ),
        pytest.param(
            "pledged 150,000 Canadian dollars",
            "en",
            [("150,000 Canadian dollars", Measure.MONEY)],
            id="a country's own",
        ),
        pytest.param("el 6.4 por ciento del monto", "es", [("6.4 por ciento", Measure.SHARE)], id="per cent"),
        pytest.param("one third of the fee", "en", [("one third", Measure.SHARE)], id="a fraction"),
        pytest.param("por dos años", "es", [("dos años", Measure.LENGTH)], id="a length of time"),
        pytest.param(
            "with 72 hours of notice", "en", [("72 hours", Measure.LENGTH)], id="hours are a length of time"
        ),
        pytest.param(
            "a no más de quince rescatistas por país",
            "es",
            [("no más de quince rescatistas por país", Measure.NUMBER)],
            id="at most, and per what",
        ),
        pytest.param(
            "donó seiscientos ejemplares", "es", [("seiscientos ejemplares", Measure.NUMBER)], id="hundreds"
        ),
        pytest.param("cuatro de sus estados", "es", [("cuatro de sus estados", Measure.NUMBER)], id="of its"),
        pytest.param(
            "nueve estaciones telemétricas en el río",
            "es",
            [("nueve estaciones telemétricas", Measure.NUMBER)],
            id="with its adjective",
        ),
        pytest.param(
            "cinco tripulantes fallecidos", "es", [("cinco tripulantes", Measure.NUMBER)], id="no more"
        ),
        pytest.param("el 5 de junio de 2018", "es", [], id="days are no figures"),
        pytest.param("el párrafo 17 de la misma", "es", [], id="numbers of paragraphs are none"),
        pytest.param("un fiscal y una policía", "es", [], id="articles are none"),
        pytest.param("Once the protocol is ready", "en", [], id="a word of the other language"),
        pytest.param("la guía “Diez pasos seguros”", "es", [], id="titles have none"),
    ],
)
def test_figures_are_found_with_what_they_count(
    text: str, language: str, expected: list[tuple[str, Measure]]
) -> None:
    assert [(each.figure.text, each.figure.measure) for each in find_figures(text, language)] == expected
