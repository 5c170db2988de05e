import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.structure.language import language_of
from knowledge.reading.structure.words import load_structure
from knowledge.values.errors import UnreadableAct

STRUCTURE = load_structure(BUILT_IN.language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("1. Encomendar a la Secretaría la revisión del informe.", "es", id="Spanish"),
        pytest.param("1. Requests the Secretariat to circulate the report to members.", "en", id="English"),
        pytest.param("CONCLUSIONES", "es", id="nothing to tell"),
    ],
)
def test_the_language_of_an_act(text: str, language: str) -> None:
    assert language_of(text, STRUCTURE, source="acta.txt") == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("1. Pede à Secretaria que envie aos países o relatório do grupo.", "português", id="pt"),
        pytest.param("1. Prie le Secrétariat de transmettre le rapport aux États.", "français", id="fr"),
        pytest.param("1. Chiede alla Segreteria di inviare il rapporto della CI.", "italiano", id="it"),
        pytest.param("1. Bittet das Sekretariat, den Bericht an die Länder zu senden.", "Deutsch", id="de"),
    ],
)
def test_an_act_in_another_language_is_refused_for_that(text: str, language: str) -> None:
    with pytest.raises(UnreadableAct, match=rf"acta\.txt está en otro idioma \({language}\)"):
        language_of(text, STRUCTURE, source="acta.txt")
