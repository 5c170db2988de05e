"""Grave deeds, which a provision has to say."""

from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.understanding.decisive import Decisive, DecisiveWords
from knowledge.values.errors import FaultyData

DEEDS = DecisiveWords.load(BUILT_IN.language)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("¿cuándo se canceló el taller?", [Decisive("canceló", "cancel")], id="another form"),
        pytest.param("¿Cuándo se CANCELÓ el taller?", [Decisive("CANCELÓ", "cancel")], id="as it was typed"),
        pytest.param("when was it put off?", [Decisive("put off", "postpone")], id="two words"),
        pytest.param("¿por qué expulsaron a Belice?", [Decisive("expulsaron", "expel")], id="a premise"),
        pytest.param("¿cuándo es el taller?", [], id="none"),
        pytest.param("one more thing", [], id="a usual word that begins like a form of «morir»"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_deed_is_found_in_any_form(question: str, expected: list[Decisive]) -> None:
    assert list(DEEDS.find(question)) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("El taller fue cancelado.", True, id="another form"),
        pytest.param("El taller se realizará en julio.", False, id="nothing of it"),
        pytest.param("Pagar las cuotas pendientes.", True, id="what may stand instead"),
    ],
)
def test_a_text_says_a_deed_in_any_form(text: str, *, says: bool) -> None:
    assert ("cancel" in DEEDS.said_in(text)) is says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Que no lleguen después de las seis de la tarde.", True, id="in words"),
        pytest.param("From 9:00 to 12:30, Managua time.", True, id="in digits"),
        pytest.param("A más tardar el 5 de mayo.", False, id="a day"),
    ],
)
def test_a_text_tells_an_hour(text: str, *, says: bool) -> None:
    assert ("hour" in DEEDS.said_in(text)) is says


def test_an_empty_variant_is_reported_with_its_line(tmp_path: Path) -> None:
    for name in ("verbs_es.txt", "verbs_en.txt", "nouns_es.txt"):
        (tmp_path / name).write_text((BUILT_IN.language / name).read_text("utf-8"), "utf-8")
    (tmp_path / "grave_deeds.txt").write_text("cancel: cancelar | call off\nvote: votar | | vote\n", "utf-8")

    with pytest.raises(FaultyData, match=r"grave_deeds\.txt, línea 2"):
        DecisiveWords.load(tmp_path)
