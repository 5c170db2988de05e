import pytest

from knowledge.reading.files.runs import join_runs, raised, struck


@pytest.mark.parametrize(
    ("pieces", "joined"),
    [
        pytest.param(["a ", struck("Honduras"), " México"], "a México", id="between spaces"),
        pytest.param(["requisitos", struck(" que"), "los"], "requisitos los", id="it held the space"),
        pytest.param(["antes del ", struck("1 de mayo"), "."], "antes del.", id="before a full stop"),
        pytest.param(["3", struck("0"), "1 de mayo"], "31 de mayo", id="inside a word"),
        pytest.param(["3. ", struck("Encargar")], "", id="only a number is left"),
        pytest.param(["uno", struck("x"), "\ndos"], "uno\ndos", id="at a line break"),
        pytest.param(["3."], "3.", id="nothing struck"),
    ],
)
def test_struck_text_leaves_no_trace(pieces: list[str], joined: str) -> None:
    assert join_runs(pieces) == joined


@pytest.mark.parametrize(
    ("text", "before", "written"),
    [
        pytest.param("2", "2020", "²", id="after a year"),
        pytest.param("[12]", "informe", "¹²", id="in brackets"),
        pytest.param("1, 2", "informe", "¹²", id="two"),
        pytest.param("*", "informe", "⁎", id="a star"),
        pytest.param("a", "informe", "⁎", id="a letter"),
        pytest.param("er", "1", "er", id="an ordinal"),
        pytest.param("a", "1", "a", id="an ordinal of one letter"),
        pytest.param("2", "10 km", "2", id="a square"),
        pytest.param("ma.", "S", "ma.", id="an abbreviation"),
    ],
)
def test_raised_text_is_a_note_mark_or_text(text: str, before: str, written: str) -> None:
    assert raised(text, before) == written
