from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.verbs import Verbs, is_future
from knowledge.values.errors import FaultyData

VERBS = Verbs.load(BUILT_IN.language)


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        pytest.param("remitan", "remitir", id="regular subjunctive"),
        pytest.param("convoque", "convocar", id="spelling changes before e"),
        pytest.param("armonicen", "armonizar", id="z becomes c"),
        pytest.param("proteja", "proteger", id="g becomes j"),
        pytest.param("establezca", "establecer", id="zc"),
        pytest.param("incluya", "incluir", id="y between vowels"),
        pytest.param("promuevan", "promover", id="irregular subjunctive of the file"),
        pytest.param("harán", "hacer", id="irregular future"),
        pytest.param("sostendrán", "sostener", id="irregular future of a compound"),
        pytest.param("re-elaborará", "re-elaborar", id="unknown verb in the future"),
        pytest.param("enviaría", "enviar", id="conditional"),
        pytest.param("tendrían", "tener", id="irregular conditional"),
        pytest.param("re-elaborarían", "re-elaborar", id="unknown verb in the conditional"),
        pytest.param("zonifiquen", "zonificar", id="unknown verb in -ar"),
        pytest.param("abonaran", "abonar", id="unknown verb in the past subjunctive"),
    ],
)
def test_a_form_is_read_back_to_its_infinitive(form: str, infinitive: str) -> None:
    assert VERBS.infinitive(form) == infinitive


@pytest.mark.parametrize(
    ("word", "future"),
    [
        pytest.param("enviará", True, id="one"),
        pytest.param("sostendrán", True, id="several"),
        pytest.param("Canadá", False, id="a country"),
        pytest.param("Panamá", False, id="another country"),
        pytest.param("para", False, id="a preposition"),
    ],
)
def test_a_future_is_told_by_its_ending(word: str, *, future: bool) -> None:
    assert is_future(word) is future


def test_pronouns_may_hang_on_an_infinitive() -> None:
    assert VERBS.is_infinitive("remitirlos")
    assert not VERBS.is_infinitive("taller")


def test_a_line_that_is_no_verb_is_reported_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "verbs_es.txt").write_text("remitir\ncasa\n")
    (tmp_path / "verbs_en.txt").write_text("send\n")

    with pytest.raises(FaultyData, match=r"verbs_es\.txt, línea 2"):
        Verbs.load(tmp_path)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        pytest.param("entrega", "entregar", id="from the file"),
        pytest.param("diseno", "diseñar", id="a letter that folding changes"),
        pytest.param("adiestramiento", "adiestrar", id="by rule"),
        pytest.param("departamento", None, id="no doing"),
        pytest.param("elaboracion", "elaborar", id="another rule"),
    ],
)
def test_a_noun_names_the_doing_of_a_verb(noun: str, verb: str | None) -> None:
    assert VERBS.verb_of_action(noun) == verb


@pytest.mark.parametrize(
    ("word", "conditional"),
    [
        pytest.param("enviaría", True, id="one"),
        pytest.param("tendrían", True, id="several, irregular"),
        pytest.param("secretaría", False, id="a noun"),
        pytest.param("enviaria", False, id="without its accent"),
    ],
)
def test_a_conditional_is_told_by_its_verb(word: str, *, conditional: bool) -> None:
    assert VERBS.is_conditional(word) is conditional


@pytest.mark.parametrize(
    ("word", "infinitive"),
    [
        pytest.param("Publíquese", "publicar", id="a verb in -ar"),
        pytest.param("remítase", "remitir", id="a verb in -ir"),
        pytest.param("publicase", None, id="a past subjunctive"),
        pytest.param("publique", None, id="without its pronoun"),
        pytest.param("instálase", None, id="an indicative"),
        pytest.param("créase", None, id="an indicative, or a subjunctive of another verb"),
    ],
)
def test_an_imperative_is_told_by_its_accent(word: str, infinitive: str | None) -> None:
    assert VERBS.of_imperative(word) == infinitive


def test_a_doubled_letter_of_an_english_past_is_written_once() -> None:
    assert VERBS.verb_of_participle("fitted") == "fit"


def test_a_noun_without_a_verb_is_reported_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "verbs_es.txt").write_text("remitir\n")
    (tmp_path / "verbs_en.txt").write_text("send\n")
    (tmp_path / "nouns_es.txt").write_text("entrega entregar\ncasa\n")

    with pytest.raises(FaultyData, match=r"nouns_es\.txt, línea 2"):
        Verbs.load(tmp_path)
