import pytest

from knowledge.reading.structure.item_marks import Mark, best_series, find_marks
from knowledge.reading.structure.lines import Layout, split_lines
from knowledge.reading.structure.mark_forms import MarkKind

LAYOUT = Layout(width=60, unfinished=frozenset({"capitulo", "de"}))


def numbers(*series: tuple[int, str, int]) -> list[Mark]:
    return [
        Mark(line, MarkKind.NUMBER, ordinal, style, f"{ordinal}{style}", "Texto", weight)
        for line, (ordinal, style, weight) in enumerate(series)
    ]


@pytest.mark.parametrize(
    ("line", "kind", "ordinal", "rest"),
    [
        ("12. Agradecer", MarkKind.NUMBER, 12, "Agradecer"),
        ("12.Agradecer", MarkKind.NUMBER, 12, "Agradecer"),
        ("3.- Agradecer", MarkKind.NUMBER, 3, "Agradecer"),
        ("3° Agradecer", MarkKind.NUMBER, 3, "Agradecer"),
        ("3º.- Agradecer", MarkKind.NUMBER, 3, "Agradecer"),
        ("3°.- Agradecer", MarkKind.NUMBER, 3, "Agradecer"),
        ("(3) Agradecer", MarkKind.NUMBER, 3, "Agradecer"),
        ("Art. 3 - Agradecer", MarkKind.NUMBER, 3, "Agradecer"),
        ("2.1 Agradecer", MarkKind.DECIMAL, 1, "Agradecer"),
        ("c) Agradecer", MarkKind.LETTER, 3, "Agradecer"),
        ("iv. Agradecer", MarkKind.ROMAN, 4, "Agradecer"),
        ("• Agradecer", MarkKind.BULLET, 0, "Agradecer"),
        ("- Agradecer", MarkKind.BULLET, 0, "Agradecer"),
    ],
)
def test_a_mark_is_read(line: str, kind: MarkKind, ordinal: int, rest: str) -> None:
    (mark,) = (found for found in find_marks(split_lines(line), LAYOUT) if found.kind is kind)

    assert (mark.ordinal, mark.rest) == (ordinal, rest)


@pytest.mark.parametrize("line", ["2007 de", "3.5 millones", "15 de enero", "c.f. el acta", "Agradecer 3. a"])
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert find_marks(split_lines(line), LAYOUT) == []


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        pytest.param("Fin de frase.\n4. Agradecer", 3, id="after a full stop, before a capital"),
        pytest.param("Fin de frase.\n4. agradecer", 2, id="before a small letter"),
        pytest.param("Sin punto final\n\n4. Agradecer", 3, id="after a blank line"),
        pytest.param("Sin punto final\n4. Agradecer", 1, id="in a paragraph"),
        pytest.param("CONCLUSIONES\n4. Agradecer", 3, id="below a heading"),
    ],
)
def test_the_weight_says_what_speaks_for_a_mark(text: str, weight: int) -> None:
    marks = find_marks(split_lines(text), LAYOUT)

    assert [mark.weight for mark in marks] == [weight]


@pytest.mark.parametrize("text", ["en el capítulo\n4. b) del plan", "la suma de\n4. Luego"])
def test_no_item_starts_in_the_middle_of_a_phrase(text: str) -> None:
    assert [mark for mark in find_marks(split_lines(text), LAYOUT) if mark.kind is MarkKind.NUMBER] == []


@pytest.mark.parametrize(
    ("candidates", "chosen"),
    [
        pytest.param([(1, ".", 3), (2, ".", 3), (3, ".", 3)], [0, 1, 2], id="all"),
        pytest.param([(1, ".", 3), (200, ".", 3), (2, ".", 3)], [0, 2], id="a number out of the series"),
        pytest.param([(1, ".", 3), (2, ".", 1), (2, ".", 3)], [0, 2], id="the more plausible of two"),
        pytest.param([(1, ".", 3), (2, ".", 3), (4, ".", 3), (5, ".", 3)], [0, 1, 2, 3], id="a gap"),
        pytest.param(
            [(1, ".", 3), (1, ")", 3), (2, ")", 3), (2, ".", 3), (3, ".", 3)], [0, 3, 4], id="one style"
        ),
        pytest.param(
            [(1, ".", 3), (2, ".", 3), (3, ")", 3), (4, ".", 3)], [0, 1, 2, 3], id="a slip of style"
        ),
        pytest.param([(7, ".", 1)], [], id="hardly anything"),
    ],
)
def test_of_all_series_the_longest_and_most_plausible_is_chosen(
    candidates: list[tuple[int, str, int]], chosen: list[int]
) -> None:
    assert [mark.line for mark in best_series(numbers(*candidates))] == chosen
