import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.values.acts import Role
from tests.support.builders import make_act, make_meeting

FINDER = act_finder(PartyRegister.load(BUILT_IN))


def roles_in(reference: str, text: str, *, language: str = "es") -> dict[str, Role]:
    [provision] = FINDER.fill(make_act((reference, text), language=language)).provisions
    return provision.parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Solicitar a la ST que remita el informe a la OIM, con el apoyo de Canadá.",
            {"ST": Role.RESPONSIBLE, "OIM": Role.RECIPIENT, "Canadá": Role.SUPPORTER},
            id="a duty",
        ),
        pytest.param("Agradecer a Costa Rica por su informe.", {"Costa Rica": Role.THANKED}, id="thanked"),
        pytest.param(
            "Agradecer y aceptar el informe de la ST.",
            {"ST": Role.THANKED},
            id="whose report it is is thanked",
        ),
        pytest.param(
            "Felicitar al señor Pérez por su labor en la ST.",
            {"ST": Role.MENTIONED},
            id="a person is thanked",
        ),
        pytest.param(
            "Tomar nota de los cambios solicitados por las delegaciones de Canadá y Estados Unidos.",
            {"Canadá": Role.REQUESTER, "Estados Unidos": Role.REQUESTER},
            id="by whom it was asked",
        ),
        pytest.param(
            "Tomar nota de la solicitud de la RROCM de aprobar el mecanismo.",
            {"RROCM": Role.REQUESTER},
            id="whose request it is",
        ),
        pytest.param(
            "Tomar nota de la propuesta elaborada por Panamá.", {"Panamá": Role.PROPOSER}, id="proposer"
        ),
        pytest.param("Nicaragua propuso un cambio.", {"Nicaragua": Role.PROPOSER}, id="who says so"),
        pytest.param("Lamentar la ausencia de Belice en esta reunión.", {"Belice": Role.ABSENT}, id="absent"),
        pytest.param(
            "Agradecer el informe sobre la participación de la PPT en la reunión.",
            {"PPT": Role.PARTICIPANT},
            id="participant",
        ),
        pytest.param(
            "Agradecer a México por el taller que se realizará en San José, Costa Rica, el 5 de "
            "julio de 2017.",
            {"México": Role.ORGANIZER, "Costa Rica": Role.HOST},
            id="organizer and host",
        ),
        pytest.param(
            "Aprobar el “Convenio entre la OIM y la PPT”.",
            {"OIM": Role.MENTIONED, "PPT": Role.MENTIONED},
            id="only named in a title",
        ),
        pytest.param(
            "Agradecer a la OIM por su informe y solicitar a la OIM que lo publique.",
            {"OIM": Role.RESPONSIBLE},
            id="the strongest role wins",
        ),
        pytest.param(
            "Reiterar la importancia de que Belice y Nicaragua participen. Se le solicita a la "
            "PPT enviar una nota a "
            "estos países.",
            {"Belice": Role.RECIPIENT, "Nicaragua": Role.RECIPIENT, "PPT": Role.RESPONSIBLE},
            id="these countries are the ones named before",
        ),
    ],
)
def test_a_party_has_the_role_that_the_words_give_it(text: str, expected: dict[str, Role]) -> None:
    assert roles_in("C1", text) == expected


def test_the_preamble_names_who_takes_part_and_who_is_host() -> None:
    text = (
        "El Grupo, reunido en San Salvador, El Salvador, con la participación de Canadá y El "
        "Salvador, y con la "
        "presencia de la OIM en calidad de observador."
    )
    meeting = make_meeting(country="El Salvador", participants=("Canadá", "El Salvador"))

    [provision] = FINDER.fill(make_act(("ENC", text), meeting=meeting)).provisions

    assert provision.parties == {
        "El Salvador": Role.HOST,
        "Canadá": Role.PARTICIPANT,
        "OIM": Role.PARTICIPANT,
    }
