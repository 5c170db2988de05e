"""Doings named by nouns, turned round into their verbs, with who does them left out."""

import pytest

from knowledge.reading.duties.nominals import lowered
from tests.support.duties import duties_in


@pytest.mark.parametrize(
    ("text", "commitments"),
    [
        pytest.param(
            "Encargar a la ST la elaboración de un documento.", ["ST: elaborar un documento"], id="de"
        ),
        pytest.param(
            "Encargar a la ST la revisión del plan de trabajo.", ["ST: revisar el plan de trabajo"], id="del"
        ),
        pytest.param(
            "Encargar a la ST la realización de un taller y de un foro.",
            ["ST: realizar un taller y de un foro"],
            id="two objects",
        ),
        pytest.param(
            "Encargar a la ST el registro de los casos y la presentación de un informe.",
            ["ST: registro de los casos y la presentación de un informe"],
            id="two nouns stay nouns",
        ),
        pytest.param(
            "Encargar a la OIM la redacción de un glosario.", ["OIM: redactar un glosario"], id="-cción"
        ),
        pytest.param("Encargar el mapeo a la OIM.", ["OIM: mapeo"], id="a noun whose verb no file has"),
        pytest.param("Encargar el monitoreo del plan a la OIM.", ["OIM: monitorear el plan"], id="-eo"),
        pytest.param(
            "Encomendar la redacción del manual a la OIM.",
            ["OIM: redactar el manual"],
            id="who is asked, behind",
        ),
        pytest.param(
            "Solicitar a la OIM el apoyo a la ST.", ["OIM: apoyo a la ST"], id="another is not who is asked"
        ),
        pytest.param("Encargar a la ST la agenda.", ["ST: agenda"], id="a noun of no doing"),
        pytest.param(
            "Solicitar el apoyo de la OIM para revisar la guía.",
            ["OIM: brindar apoyo para revisar la guía"],
            id="help of a party",
        ),
        pytest.param(
            "Elaboración, a cargo de México, de un manual.",
            ["México: elaborar un manual"],
            id="who does it, between",
        ),
        pytest.param(
            "Remisión por los Países Miembros de sus datos.", ["Países Miembros: remitir sus datos"], id="por"
        ),
    ],
)
def test_a_noun_of_a_doing_is_turned_round(text: str, commitments: list[str]) -> None:
    assert duties_in(text, "es") == commitments


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        pytest.param("El plan", "el plan", id="a word"),
        pytest.param("OIM y ACNUR", "OIM y ACNUR", id="an acronym"),
        pytest.param("A tiempo", "a tiempo", id="a letter"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_phrase_begins_small_unless_it_is_an_acronym(text: str, begun: str) -> None:
    assert lowered(text) == begun
