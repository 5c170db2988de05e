import pytest

from knowledge.reading.files.tables import table_paragraphs

PAGE = [f"{number}. Agradecer a Honduras." for number in range(1, 20)]


@pytest.mark.parametrize(
    ("rows", "paragraphs"),
    [
        pytest.param([[["1."], ["Aceptar el informe."]]], ["1. Aceptar el informe."], id="numbers apart"),
        pytest.param([[["ST"], ["Informe"], ["15 de julio"]]], ["ST │ Informe │ 15 de julio"], id="data"),
        pytest.param([[["Inicio", "Documentos"], PAGE]], ["Inicio", "Documentos", *PAGE], id="a whole page"),
        pytest.param([[[" "], []], [["Final"]]], ["Final"], id="empty cells"),
    ],
)
def test_a_table_is_written_as_paragraphs(rows: list[list[list[str]]], paragraphs: list[str]) -> None:
    assert table_paragraphs(rows) == paragraphs
