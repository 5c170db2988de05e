"""Acts of forums that only a forum.yaml describes."""

from pathlib import Path

import pytest

from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text
from knowledge.values.acts import Act
from knowledge.values.errors import UnreadableAct
from tests.support.act_texts import act_of
from tests.support.forums import FISHERIES, FISHERIES_ACT, forum_folder

UNNUMBERED = """CONSEJO DE PUERTOS DEL ISTMO

III REUNIÓN
Colón, Panamá, 3 y 4 de mayo de 2018

El Consejo, reunido los días 3 y 4 de mayo de 2018, con la participación de Costa Rica, Honduras y Panamá.

Encomendar a la Secretaría la revisión del protocolo.

Agradecer al Gobierno de Panamá por su hospitalidad.
"""


def read(folder: Path, description: str, text: str) -> Act:
    data = forum_folder(folder, description)
    return divide_text(text, source="acta.txt", sha256="", register=PartyRegister.load(data), data=data)


def test_an_act_is_read_by_the_names_of_its_forum(tmp_path: Path) -> None:
    act = read(tmp_path, FISHERIES, FISHERIES_ACT)
    assert act.slug == "cipa-2018-05-la-ceiba"
    assert act.meeting.absent_members == ("El Salvador", "Nicaragua", "República Dominicana")
    assert [commitment.responsible for commitment in act.commitments] == [
        ("SE",),
        ("Estados Miembros",),
        ("CD",),
    ]


def test_the_secretariat_of_another_body_is_not_the_forums() -> None:
    act = act_of(
        "COMITÉ ADUANERO DEL ISTMO\n\nColón, Panamá, 3 y 4 de mayo de 2018\n\nACUERDOS\n\n"
        "1. Encargar a la Secretaría la revisión del protocolo.\n\n"
        "2. Encargar a la Secretaría Técnica la impresión del protocolo.\n"
    )
    assert [each.responsible for each in act.commitments] == [("Secretaría",), ("ST",)]


@pytest.mark.parametrize(
    ("description", "adopting"),
    [
        pytest.param("name: Liga", (), id="nobody known"),
        pytest.param(
            "name: Liga\nbodies: [{name_es: Ministros}]\nadopts_recommendations: Ministros",
            ("Ministros",),
            id="as described",
        ),
    ],
)
def test_a_recommendation_falls_to_whoever_adopts(
    tmp_path: Path, description: str, adopting: tuple[str, ...]
) -> None:
    text = "LIGA\n\nLima, Perú, 3 y 4 de mayo de 2018\n\nRECOMENDACIONES\n\n1. Aprobar el plan de trabajo.\n"
    [commitment] = read(tmp_path, description, text).commitments
    assert commitment.responsible == adopting


@pytest.mark.parametrize(
    "heading",
    [
        "CONCLUSIONES DE LA CIPA",
        "RECOMENDACIONES AL CONSEJO DE MINISTROS",
        "Recomendaciones al Consejo de Ministros:",
    ],
)
def test_a_heading_may_say_whose_it_is(tmp_path: Path, heading: str) -> None:
    description = f"{FISHERIES}\nadopts_recommendations: Consejo de Ministros\n"
    text = FISHERIES_ACT.replace("ACUERDA", heading)
    letter = heading[0].upper()
    references = [str(provision.reference) for provision in read(tmp_path, description, text).provisions]
    assert references == ["ENC", f"{letter}1", f"{letter}2", f"{letter}3"]


def test_an_act_of_a_body_that_is_not_described_is_read_with_a_doubt(tmp_path: Path) -> None:
    act = read(tmp_path, FISHERIES, UNNUMBERED)
    assert [str(provision.reference) for provision in act.provisions] == ["ENC", "D1", "D2"]
    assert (act.slug, act.meeting.city, act.meeting.participants) == (
        "acta",
        "Colón",
        ("Costa Rica", "Honduras", "Panamá"),
    )
    assert any("CONSEJO DE PUERTOS DEL ISTMO" in str(doubt) for doubt in act.warnings)


def test_the_act_of_a_meeting_at_a_distance_is_read(tmp_path: Path) -> None:
    held = "Celebrada por videoconferencia, 3 y 4 de mayo de 2018"
    text = UNNUMBERED.replace("Colón, Panamá, 3 y 4 de mayo de 2018", held).replace(
        ", con la participación de Costa Rica, Honduras y Panamá", ""
    )
    act = read(tmp_path, FISHERIES, text)
    assert (act.meeting.city, act.meeting.participants) == (None, ())
    assert [each.action for each in act.commitments] == ["revisar el protocolo"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            UNNUMBERED.replace("3 y 4 de mayo de 2018", "mayo").replace("mayo, con", "mayo con"),
            "acta.txt se titula como de «CONSEJO DE PUERTOS DEL ISTMO»",
            id="without days",
        ),
        pytest.param(
            UNNUMBERED[: UNNUMBERED.index("Encomendar")] + "El clima fue agradable.\n",
            "acta.txt se titula como de «CONSEJO DE PUERTOS DEL ISTMO»",
            id="that binds nobody",
        ),
        pytest.param(
            "COMISIÓN ÍSTMICA DE PESCA Y ACUICULTURA\n\nACUERDA\n\nEncomendar a la SE el informe.\n",
            "acta.txt es de CIPA, pero no dice qué días fue la reunión",
            id="of a known body, without days",
        ),
    ],
)
def test_a_refusal_says_the_true_cause(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(UnreadableAct) as raised:
        read(tmp_path, FISHERIES, text)
    assert sentence in str(raised.value)
    assert "no hay" not in str(raised.value)


def test_once_described_its_act_is_read(tmp_path: Path) -> None:
    description = "name: Consejo de Puertos del Istmo\nmember_countries: [Costa Rica, Honduras, Panamá]\n"
    act = read(tmp_path, description, UNNUMBERED)
    assert act.meeting.body == "Consejo de Puertos del Istmo"


def test_a_numbered_act_of_an_unknown_body_is_read_with_a_doubt(tmp_path: Path) -> None:
    act = read(tmp_path, "name: Liga", FISHERIES_ACT)
    assert [str(doubt) for doubt in act.warnings if "titula" in str(doubt)] == [
        "El acta se titula como de «COMISIÓN ÍSTMICA DE PESCA Y ACUICULTURA», que forum.yaml no describe."
    ]
