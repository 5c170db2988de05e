from pathlib import Path

import pytest

from knowledge.values.questions import Facet
from tests.support.openings import open_provision, opened

FIGURES = "UNICEF formará a sesenta funcionarios, con US$12,500, y atenderá a 300 familias durante dos años."
HOW_MANY, HOW_MUCH = frozenset({Facet.HOW_MANY}), frozenset({Facet.HOW_MUCH})


@pytest.mark.parametrize(
    ("text", "question", "facets", "lines"),
    [
        pytest.param(
            FIGURES, "¿A cuántos funcionarios formará?", HOW_MANY, ["sesenta funcionarios"], id="counted"
        ),
        pytest.param(FIGURES, "¿Cuánto dinero destina?", HOW_MUCH, ["US$12,500"], id="a sum"),
        pytest.param(
            "Argentina, Chile, Perú ┆ 18.800", "¿Cuánto aporta Chile?", HOW_MUCH, ["18.800"], id="of a row"
        ),
        pytest.param(
            "Chile ┆ 18.800 ┆ 12.000", "¿Cuánto aporta Chile?", HOW_MUCH, [], id="two columns of a row"
        ),
        pytest.param(
            "Panamá acogerá en David, del 2 al 4 de julio de 2019, el Taller sobre Visas.",
            "¿Cuánto dura el taller?",
            HOW_MUCH,
            ["time"],
            id="how long, by its days",
        ),
        pytest.param(FIGURES, "¿Cuántas vacunas hay?", HOW_MANY, [], id="what isn't counted"),
        pytest.param(FIGURES, "¿A cuánta gente formará?", HOW_MANY, ["sesenta funcionarios"], id="people"),
        pytest.param(
            "Presentar el informe del seminario dentro de los 45 días siguientes.",
            "¿Cuántas personas asistieron al seminario?",
            HOW_MANY,
            [],
            id="days are no people",
        ),
        pytest.param(
            "El ingreso de observadores obtuvo tres votos a favor.",
            "¿Cuántos observadores ingresaron?",
            HOW_MANY,
            [],
            id="another noun than the one that the act has, too",
        ),
        pytest.param(
            "La OIM impartirá dos cursos para los consulados.",
            "¿Cuántos cupos hay en los cursos?",
            HOW_MANY,
            [],
            id="what the question names is counted, and not what it asks for",
        ),
        pytest.param(
            "UNICEF imprimirá 500 ejemplares de la guía.",
            "¿Cuántos libritos se imprimen?",
            HOW_MANY,
            ["500 ejemplares"],
            id="pieces of whatever is asked",
        ),
        pytest.param(
            "La OIM ayudó a 214 personas, de las cuales 61 eran menores.",
            "¿A cuántas mujeres ayudó?",
            HOW_MANY,
            [],
            id="people of another sort",
        ),
        pytest.param(
            "Lamentar la muerte de nueve personas en el naufragio; la Armada rescató a los sobrevivientes.",
            "¿Cuántos sobrevivientes rescató la Armada?",
            HOW_MANY,
            [],
            id="those who died are no survivors",
        ),
        pytest.param(
            "Panamá aportará ocho becas en 2024, doce en 2025.",
            "¿Cuántas becas aportará Panamá en 2025?",
            HOW_MANY,
            [],
            id="another year's",
        ),
        pytest.param(
            "La ST imprimirá 500 guías para el taller.",
            "¿Cuánto cuesta imprimir las guías?",
            HOW_MUCH,
            [],
            id="a number is no price",
        ),
        pytest.param(
            "Agradecer a Canadá la donación de CAD 250,000.",
            "¿Cuánto donó Canadá?",
            HOW_MUCH,
            ["CAD 250,000"],
            id="a currency by its code",
        ),
        pytest.param(
            "Encargar un estudio sobre el costo de las remesas, que hoy promedia 6.4 por ciento, para "
            "reducirlo a menos del tres por ciento.",
            "¿Cuánto promedia hoy el costo de las remesas?",
            HOW_MUCH,
            ["6.4 por ciento"],
            id="the figure beside the words of the question",
        ),
        pytest.param(
            "Difundir las campañas “Voz propia” y “Sin fronteras”.",
            "¿Cuáles campañas se difunden?",
            frozenset({Facet.ALL}),
            ["('Voz propia', 'Sin fronteras')"],
            id="titles",
        ),
    ],
)
def test_figures_and_lists_are_told_as_the_act_words_them(
    tmp_path: Path, text: str, question: str, facets: frozenset[Facet], lines: list[str]
) -> None:
    finding = open_provision(tmp_path, ("C1", text), question=question, facets=facets)
    assert opened(finding) == lines
