"""Others who are asked after «y», by the verb of asking before."""

import pytest

from tests.support.duties import duties_in, first_words

SPANISH: list[tuple[str, list[str]]] = [
    (
        (
            "Instar a la Alcaldía de Amapala a reparar el muelle antes del 1 de octubre, y a la "
            "Alcaldía de San Lorenzo a dragar el estero antes del 15 de octubre."
        ),
        [
            "Alcaldía de Amapala: reparar el muelle, 2019-10-01",
            "Alcaldía de San Lorenzo: dragar el estero, 2019-10-15",
        ],
    ),
    (
        (
            "Solicitar a México que envíe sus datos, y a la Alcaldía de Tela que publique los suyos en "
            "julio de 2019."
        ),
        ["México: enviar sus datos", "Alcaldía de Tela: publicar los suyos, 2019-07-31"],
    ),
    (
        (
            "Exhortar a la Cámara de Comercio a publicar sus tarifas y a la Federación de Ganaderos a "
            "respetar la veda."
        ),
        ["Cámara de Comercio: publicar sus tarifas", "Federación de Ganaderos: respetar la veda"],
    ),
    (
        "Invitar a la Red de Mujeres a presentar su informe, y al Colegio de Abogados a comentarlo.",
        ["Red de Mujeres: presentar su informe", "Colegio de Abogados: comentarlo"],
    ),
    (
        (
            "Instruir a la Gerencia Técnica para que exponga el plan, y al Tesorero Municipal para que "
            "pague la cuota."
        ),
        ["Gerencia Técnica: exponer el plan", "Tesorero Municipal: pagar la cuota"],
    ),
]

ENGLISH: list[tuple[str, list[str]]] = [
    (
        (
            "Ask the Mayor of Tela to dredge the creek by July 1, 2019, and the Mayor of Corozal to "
            "repair the pier."
        ),
        ["Mayor of Tela: dredge the creek, 2019-07-01", "Mayor of Corozal: repair the pier"],
    ),
    (
        "Request IOM to train the judges, and the Chamber of Commerce to publish its fees.",
        ["OIM: train the judges", "Chamber of Commerce: publish its fees"],
    ),
    (
        (
            "Urge the Port Authority to clear the quay and the Farmers Federation to respect the "
            "closed season."
        ),
        ["Port Authority: clear the quay", "Farmers Federation: respect the closed season"],
    ),
    (
        "Invite Mexico to send its data, and the Chamber of Mines to review it by June 1, 2020.",
        ["México: send its data", "Chamber of Mines: review it, 2020-06-01"],
    ),
    (
        "Urge the Bar Association to review the text and the Court Registry to publish it in July 2019.",
        ["Bar Association: review the text", "Court Registry: publish it, 2019-07-31"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_whoever_is_asked_next_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_whoever_is_asked_next_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
