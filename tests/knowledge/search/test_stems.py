"""Stems: which forms of a word are one term."""

import pytest

from knowledge.search.stems import stems


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        pytest.param("capacitacion", "capacitaciones", "es", id="an action noun that lost its accent"),
        pytest.param("taller", "talleres", "es", id="a Spanish plural"),
        pytest.param("pidio", "pedir", "es", id="a form with another vowel"),
        pytest.param("propuso", "propone", "es", id="two irregular forms"),
        pytest.param("aprueba", "aprobado", "es", id="a diphthong"),
        pytest.param("workshops", "workshop", "en", id="an English plural"),
        pytest.param("financed", "financing", "en", id="English verb forms"),
    ],
)
def test_forms_of_a_word_share_a_stem(left: str, right: str, language: str) -> None:
    assert set(stems(left, language)) & set(stems(right, language))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("una", "unir", id="an article is no form of a verb"),
        pytest.param("migracion", "migrante", id="two words of one family"),
        pytest.param("secretaria", "seccion", id="two words"),
    ],
)
def test_other_words_share_none(left: str, right: str) -> None:
    assert not set(stems(left, "es")) & set(stems(right, "es"))
