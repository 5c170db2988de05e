"""The sections of overviews: what stands together, in which order, and whose own it is."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.lists.sections import PAGE, Sections
from knowledge.stores.tracking import Tracker
from knowledge.values.acts import Act, Deadline, Precision, Role
from knowledge.values.questions import Overview, OverviewKind, Period, Stage
from tests.support.answers import REGISTER, build_store, venues_of
from tests.support.builders import make_act, make_commitment
from tests.support.meetings import four_meetings

TODAY = date(2017, 7, 1)


def act_due(*days: date | None, responsible: str = "Honduras") -> Act:
    """Build an act with a commitment of a party for each day, or without one."""
    act = make_act(*((f"C{number}", f"Enviar la nota {number}.") for number in range(1, len(days) + 1)))
    due = [
        Deadline(text="a más tardar", start=day, end=day, precision=Precision.DAY) if day else Deadline()
        for day in days
    ]
    commitments = tuple(
        make_commitment(act, f"C{number}", responsible=(responsible,), deadline=deadline)
        for number, deadline in enumerate(due, 1)
    )
    return act.model_copy(update={"commitments": commitments})


def written(folder: Path, acts: tuple[Act, ...], overview: Overview) -> list[str]:
    """Write each section that has anything: its heading, its references, and whether it is its own."""
    store = build_store(folder, *acts)
    sections = Sections(store, REGISTER, venues_of(store), Tracker(store, REGISTER))
    found = []
    for section in sections.of(overview, TODAY):
        findings = [section.finding(each) for each in section.listing]
        headings = {str(finding.heading) for finding in findings}
        cited = ", ".join(str(finding.citation.reference) for finding in findings)
        if findings:
            found.append(f"{'' if section.is_own else '(shared) '}{' | '.join(sorted(headings))}: {cited}")
    return found


OVER, AHEAD, UNDATED = date(2017, 6, 15), date(2017, 7, 15), None
LONG_OVER = date(2016, 1, 22)


@pytest.mark.parametrize(
    ("overview", "sections"),
    [
        pytest.param(
            Overview(kind=OverviewKind.PENDING),
            ["Por vencer: C2", "Vencidos: C1", "Sin fecha: C3"],
            id="what is due next comes first, and nothing is long over",
        ),
        pytest.param(
            Overview(kind=OverviewKind.DEADLINES),
            ["Por vencer: C2", "Vencidos: C1"],
            id="only what has a day",
        ),
        pytest.param(
            Overview(kind=OverviewKind.PENDING, stage=Stage.UNDATED), ["Sin fecha: C3"], id="one stage"
        ),
        pytest.param(
            Overview(kind=OverviewKind.PENDING, stage=Stage.OVER), ["Vencidos: C1, C4"], id="all that is over"
        ),
        pytest.param(
            Overview(kind=OverviewKind.PENDING, period=Period(start=AHEAD, end=AHEAD)),
            ["Por vencer: C2"],
            id="of some days",
        ),
        pytest.param(
            Overview(kind=OverviewKind.PENDING, party="Honduras"),
            ["Por vencer: C2", "Vencidos: C1", "Sin fecha: C3", "Vencidos: C4"],
            id="a member's few that are long over",
        ),
        pytest.param(Overview(kind=OverviewKind.PENDING, party="México"), [], id="of a party that has none"),
    ],
)
def test_what_is_to_be_done_stands_by_its_day(
    tmp_path: Path, overview: Overview, sections: list[str]
) -> None:
    assert written(tmp_path, (act_due(OVER, AHEAD, UNDATED, LONG_OVER),), overview) == sections


def test_many_that_are_long_over_are_left_to_a_button(tmp_path: Path) -> None:
    acts = (act_due(*[LONG_OVER] * (PAGE + 1)),)

    assert written(tmp_path, acts, Overview(kind=OverviewKind.PENDING, party="Honduras")) == []


@pytest.mark.parametrize(
    ("responsible", "party", "sections"),
    [
        pytest.param(
            "Países Miembros", "Honduras", ["(shared) Comparte con ('Países Miembros',): C1"], id="a member"
        ),
        pytest.param("Países Miembros", "OIM", [], id="a body that is no member"),
        pytest.param("OIM", "OIM", ["Por vencer: C1"], id="a body's own"),
    ],
)
def test_a_member_shares_what_binds_all(
    tmp_path: Path, responsible: str, party: str, sections: list[str]
) -> None:
    acts = (act_due(AHEAD, responsible=responsible),)

    assert written(tmp_path, acts, Overview(kind=OverviewKind.PENDING, party=party)) == sections


def test_a_party_is_named_for_several_reasons(tmp_path: Path) -> None:
    bare = make_act(("C1", "Que Honduras envíe."), ("C2", "Gracias a Honduras."), ("C3", "Honduras propuso."))
    first, second, third = bare.provisions
    act = bare.model_copy(
        update={
            "provisions": (
                first,
                second.model_copy(update={"parties": {"Honduras": Role.THANKED}}),
                third.model_copy(update={"parties": {"Honduras": Role.PROPOSER}}),
            ),
            "commitments": (make_commitment(bare, "C1", responsible=("Honduras",)),),
        }
    )

    assert written(tmp_path, (act,), Overview(kind=OverviewKind.PARTY, party="Honduras")) == [
        "Le toca hacer: C1",
        "Pidió o propuso: C3",
        "Se le agradece: C2",
    ]


@pytest.mark.parametrize(
    ("overview", "sections"),
    [
        pytest.param(Overview(kind=OverviewKind.EVENTS), ["Próximos: C3"], id="what is ahead"),
        pytest.param(
            Overview(kind=OverviewKind.EVENTS, where="managua"),
            ["Ya celebrados: C3, C3"],
            id="told at a place",
        ),
        pytest.param(
            Overview(kind=OverviewKind.EVENTS, where="granada"),
            ["Próximos: C3", "Ya celebrados: C3, C3, C3"],
            id="held at a place where no meeting was",
        ),
        pytest.param(Overview(kind=OverviewKind.EVENTS, party="Canadá"), [], id="of a party that has none"),
        pytest.param(
            Overview(kind=OverviewKind.MEETINGS),
            ["2006 | 2010 | 2015 | 2017: ENC, ENC, ENC, ENC"],
            id="meetings",
        ),
        pytest.param(
            Overview(kind=OverviewKind.MEETINGS, where="managua"),
            ["2006 | 2015: ENC, ENC"],
            id="meetings at a place",
        ),
    ],
)
def test_events_and_meetings_are_those_of_their_places(
    tmp_path: Path, overview: Overview, sections: list[str]
) -> None:
    assert written(tmp_path, four_meetings(), overview) == sections
