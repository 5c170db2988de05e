from datetime import date

import pytest

from handlers.reports.passages import Aspect, Locator
from knowledge.language.parties import PartyRegister
from knowledge.values.acts import Act, Deadline, Precision
from tests.support.builders import make_act, make_commitment, make_event

ENC = "Reunión del GRCM en San Salvador, del 20 al 22 de junio de 2017, con México y Panamá."
C1 = "Instar a México a remitir sus\naportes a la OIM a más tardar el 15 de julio."
C2 = "Celebrar un taller  regional en Colón el 3 de agosto de 2017, que organiza la sede local."


@pytest.fixture
def act() -> Act:
    act = make_act(("ENC", ENC), ("C1", C1), ("C2", C2))
    deadline = Deadline(text="a más tardar el 15 de julio", end=date(2017, 7, 15), precision=Precision.DAY)
    commitments = (
        make_commitment(act, "C1", responsible=("México",), deadline=deadline),
        make_commitment(act, "C2", responsible=("sede local",)),
    )
    event = make_event("C2", place="Colón", start=date(2017, 8, 3), precision=Precision.DAY)
    return act.model_copy(update={"commitments": commitments, "events": (event,)})


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        pytest.param(Aspect.RESPONSIBLE, ["México", "sede local"], id="responsible"),
        pytest.param(Aspect.PARTY, ["GRCM", "México", "Panamá", "OIM"], id="party"),
        pytest.param(
            Aspect.DATE,
            ["20 al 22 de junio de 2017", "a más tardar el 15 de julio", "3 de agosto de 2017"],
            id="date",
        ),
        pytest.param(Aspect.EVENT, ["taller  regional"], id="event"),
        pytest.param(Aspect.PLACE, ["San Salvador", "Colón"], id="place"),
        pytest.param(Aspect.DUTY, [C1, C2], id="duty"),
    ],
)
def test_what_was_read_is_found_where_it_stands(
    act: Act, register: PartyRegister, aspect: Aspect, words: list[str]
) -> None:
    passages = Locator(act, register).passages()

    assert [act.text[each.start : each.end] for each in passages if each.aspect is aspect] == words


def test_what_the_text_does_not_say_has_no_place(act: Act, register: PartyRegister) -> None:
    locator = Locator(act, register)
    elsewhere = make_commitment(act, "C1", deadline=Deadline(text="en mayo"))

    assert locator.deadline(elsewhere) is None
    assert locator.event(make_event("C1")) is None
    assert [locator.is_in_preamble(name) for name in ("Panamá", "Belice")] == [True, False]
