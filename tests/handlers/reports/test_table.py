import pytest

from handlers.reports.table import Column, printable, table

COLUMNS = (Column("Ref."), Column("Quién", 1), Column("Qué", 2))
ROWS = (
    ("C1", "Secretaría Técnica", "circular el informe de labores entre los países que no asistieron"),
    ("C16.a", "México", "enviar"),
)


@pytest.mark.parametrize("width", [pytest.param(width, id=str(width)) for width in (20, 36, 46, 60, 80, 200)])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    lines = list(table(COLUMNS, ROWS, width))

    assert max(map(len, lines)) <= width
    assert {word for row in ROWS for cell in row for word in cell.split()} <= set(" ".join(lines).split())


def test_columns_stand_below_their_titles() -> None:
    assert list(table(COLUMNS, ROWS, 60)) == [
        "Ref.   Quién              Qué",
        "─────  ─────────────────  ──────────────────────────────────",
        "C1     Secretaría         circular el informe de labores",
        "       Técnica            entre los países que no asistieron",
        "C16.a  México             enviar",
    ]


def test_a_column_may_be_empty() -> None:
    assert list(table((Column(""), Column("Qué", 1)), [("", "enviar")], 40)) == [
        "   Qué",
        "─  ──────",
        "   enviar",
    ]


def test_a_narrow_terminal_shows_cells_one_beneath_the_other() -> None:
    assert list(table(COLUMNS, ROWS[1:] * 2, 21))[:3] == [
        "Ref.   Quién   Qué",
        "─────  ──────  ──────",
        "C16.a  México  enviar",
    ]
    assert list(table(COLUMNS, ROWS, 30))[-3:] == ["Ref. C16.a", "  Quién: México", "  Qué: enviar"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("dos\nlíneas", "dos líneas", id="line-end"),
        pytest.param("\x1b[31mrojo\x1b[0m", "[31mrojo [0m", id="escape-codes"),
        pytest.param("a\u202eb\x07", "a b", id="direction-and-bell"),
        pytest.param("año · «ñ»", "año · «ñ»", id="plain"),
    ],
)
def test_a_text_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown
