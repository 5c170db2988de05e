"""What a paragraph takes from those above it, and from how the whole act is written."""

from tests.support.act_texts import PREAMBLE, act_of
from tests.support.duties import written

_WITHOUT_ACCENTS = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")


def test_paragraphs_below_a_sub_item_that_ends_in_a_colon_are_its_list() -> None:
    act = act_of(
        f"{PREAMBLE}CONCLUSIONES\n\n1. Sobre la página web:\n\na) Aprobar el diseño.\n\n"
        "b) Solicitar a la ST:\n\nactualizar el directorio antes del 5 de julio de 2008;\n\n"
        "traducir la portada.\n\n2. Agradecer a Honduras su hospitalidad.\n"
    )

    assert [written(each) for each in act.commitments] == [
        "ST: actualizar el directorio, 2008-07-05",
        "ST: traducir la portada",
    ]


def test_futures_of_an_act_without_accents_bind() -> None:
    text = (
        f"{PREAMBLE}CONCLUSIONES\n\n1. La ST enviará el informe antes del 5 de julio de 2008; Belice y "
        "Panamá aplicarán la guía, y México mantendrá informada a la ST.\n\n"
        "2. Los países para los que compra equipos la ST preparan sus listas.\n"
    )

    act = act_of(text.translate(_WITHOUT_ACCENTS))

    assert [written(each) for each in act.commitments] == [
        "ST: enviar el informe, 2008-07-05",
        "Belice, Panamá: aplicar la guia",
        "México: mantener informada a la ST",
    ]


def test_a_sentence_that_ends_in_agree_opens_agreements() -> None:
    act = act_of(
        "BOARD OF WATER UTILITIES\nLima, Peru, 4 March 2019\n\nThe members of the Board, having met in Lima, "
        "AGREE:\n\n1. To adopt the plan.\n2. To ask the TS to circulate the budget by 30 April 2019.\n"
    )

    assert [str(each.reference) for each in act.provisions][1:] == ["A1", "A2"]
