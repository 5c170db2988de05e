import pytest

from knowledge.reading.files.tables import table_paragraphs

PAGE = [f"{number}. Agradecer a Honduras." for number in range(1, 20)]


@pytest.mark.parametrize(
    ("rows", "paragraphs"),
    [
        pytest.param([[["1."], ["Aceptar el informe."]]], ["1. Aceptar el informe."], id="numbers apart"),
        pytest.param([[["1"], ["Uno."]], [["2"], ["Dos."]]], ["1. Uno.", "2. Dos."], id="bare numbers"),
        pytest.param(
            [[["N.º"], ["Acuerdo"]], [["1"], ["Uno."]], [["2"], ["Dos.", "Más."]]],
            ["N.º │ Acuerdo", "1. Uno.", "2. Dos.", "Más."],
            id="numbers below headings",
        ),
        pytest.param(
            [[["1"], ["Uno."]], [[], ["Más."]], [["2"], ["Dos:"]], [[], ["Tres."]]],
            ["1. Uno.", " │ Más.", "2. Dos:", "Tres."],
            id="a sentence without its number",
        ),
        pytest.param(
            [[["a"], ["b"], ["c", "d"]], [["e"], None, ["f"]]], ["a │ b │ c ␤ d", "e │ 〃 │ f"], id="merged"
        ),
        pytest.param(
            [[PAGE, PAGE]], [f"{' ␤ '.join(PAGE)} │ {' ␤ '.join(PAGE)}"], id="two pages side by side"
        ),
        pytest.param([[["ST"], ["Informe"], ["15 de julio"]]], ["ST │ Informe │ 15 de julio"], id="data"),
        pytest.param([[["Inicio", "Documentos"], PAGE]], ["Inicio", "Documentos", *PAGE], id="a whole page"),
        pytest.param([[[" "], []], [["Final"]]], ["Final"], id="empty cells"),
    ],
)
def test_a_table_is_written_as_paragraphs(rows: list[list[list[str] | None]], paragraphs: list[str]) -> None:
    assert table_paragraphs(rows) == paragraphs
