"""Stems: which forms of a word are one term."""

import pytest

from knowledge.language.stems import is_form, stems


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
        pytest.param("sent", "send", "en", id="an irregular English form"),
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


@pytest.mark.parametrize(
    ("word", "token", "expected"),
    [
        pytest.param("enviar", "envien", True, id="a Spanish form"),
        pytest.param("documento", "document", True, id="a cognate"),
        pytest.param("documento", "documents", True, id="a cognate with an English ending"),
        pytest.param("votar", "voting", True, id="one that lost its last letter"),
        pytest.param("enviar", "invitar", False, id="another word"),
        pytest.param("clase", "cla", False, id="less than a word"),
    ],
)
def test_a_form_is_known_in_either_language(word: str, token: str, *, expected: bool) -> None:
    assert is_form(word, token) is expected
