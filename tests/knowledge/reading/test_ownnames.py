import pytest

from tests.support.act_texts import PREAMBLE, act_of
from tests.support.duties import written


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param(
            [
                "Encargar a la Gerencia Técnica (GT) un plan de trabajo.",
                "La GT lo enviará antes del 1 de julio de 2008.",
            ],
            ["GT: plan de trabajo", "GT: enviarlo, 2008-07-01"],
            id="named by its acronym",
        ),
        pytest.param(
            [
                "Tomar nota del informe de la Secretaría Ejecutiva (SE).",
                "SE ACUERDA que la SE envíe el informe.",
            ],
            ["SE: enviar el informe"],
            id="an acronym that is a word in capitals, too",
        ),
        pytest.param(
            [
                "Tomar nota de lo dicho por la Superintendencia de Aduanas (SUNAT).",
                "La SUNAT enviará el plan, y se recomienda a la SUNAT revisarlo.",
            ],
            ["SUNAT: enviar el plan", "SUNAT: revisarlo"],
            id="one that does something in the act",
        ),
        pytest.param(
            [
                "Tomar nota de lo dicho por el Perú y el Servicio de Aduana del Ecuador (SENAE).",
                "Los datos serán enviados por el SENAE.",
            ],
            ["SENAE: enviar los datos"],
            id="the last of those named before it",
        ),
        pytest.param(
            ["Tomar nota del Plan de Trabajo (PT).", "El PT incluirá un anexo, y Honduras lo enviará."],
            ["Honduras: enviarlo"],
            id="no body",
        ),
        pytest.param(
            ["Solicitar a la Secretaría Técnica (ST) que publique el acta.", "La ST la traducirá."],
            ["ST: publicar el acta", "ST: traducirla"],
            id="one that a file knows",
        ),
    ],
)
def test_a_body_goes_by_the_acronym_that_the_act_gives_it(items: list[str], expected: list[str]) -> None:
    numbered = "\n\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    act = act_of(f"{PREAMBLE}CONCLUSIONES\n\n{numbered}\n")

    assert [written(each) for each in act.commitments] == expected
