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
        pytest.param(FIGURES, "¿Cuántas vacunas hay?", HOW_MANY, [], id="what isn't counted"),
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
