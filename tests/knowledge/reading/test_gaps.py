import pytest

from knowledge.reading.structure.gaps import Rows, mark_gaps


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("Uno dos   A\nTres      B\n\nFin", "Uno dos │ A\nTres │ B\n\nFin", id="gaps"),
        pytest.param("Uno   A\n\nDos   B", "Uno │ A\nDos │ B", id="blank lines between"),
        pytest.param("Uno   A\n      la B\nDos   C", "Uno │ A la B\nDos │ C", id="a cell that goes on"),
        pytest.param("Uno   A\nmás\nDos   C", "Uno más │ A\nDos │ C", id="a first cell that goes on"),
        pytest.param("Uno\tA\nDos\tB", "Uno │ A\nDos │ B", id="tabs"),
        pytest.param("Uno   A\nDos  B", "Uno   A\nDos  B", id="other columns"),
        pytest.param("Uno   A\n\f\nDos   B", "Uno   A\n\f\nDos   B", id="a page break"),
        pytest.param("Uno   A", "Uno   A", id="a single line"),
    ],
)
def test_lines_that_gaps_part_alike_are_rows(text: str, marked: str) -> None:
    assert mark_gaps(text, lambda rows, above: True) == marked  # noqa: ARG005 -- as `tells` is called


def test_lines_that_are_no_tasks_stay_as_they_are() -> None:
    text = "Por Honduras   Por México\nAna Ruiz       Luis Paz"

    assert mark_gaps(text, lambda rows, above: False) == text  # noqa: ARG005 -- as `tells` is called


def test_the_line_above_is_told() -> None:
    told: list[str] = []

    def tells(rows: Rows, above: str) -> bool:
        """Take note of what stands above."""
        told.append(above)
        return bool(rows)

    mark_gaps("Tareas\n\nUno   A\nDos   B", tells)

    assert told == ["Tareas"]
