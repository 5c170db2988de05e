"""How words sound in Spanish."""

import pytest

from knowledge.language.sounds import sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("vaca", "baka", id="v and b, c and k"),
        pytest.param("hola", "ola", id="a silent h"),
        pytest.param("taller", "tayer", id="ll and y"),
        pytest.param("pasaporte", "pazaporte", id="s and z"),
        pytest.param("cena", "sena", id="c before e"),
        pytest.param("quien", "kien", id="qu"),
        pytest.param("gente", "jente", id="g before e"),
        pytest.param("guerra", "gerra", id="gu before e"),
        pytest.param("fotografia", "photografia", id="ph"),
        pytest.param("campo", "canbo", id="mp and nb"),
        pytest.param("carro", "caro", id="a doubled letter"),
    ],
)
def test_words_that_sound_alike_have_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("casa", "caso", id="another vowel"),
        pytest.param("chico", "sico", id="ch is no s"),
        pytest.param("gato", "jato", id="g before a is no j"),
    ],
)
def test_other_words_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)
