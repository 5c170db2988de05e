"""What stands above an overview."""

from datetime import date

import pytest

from knowledge.lists.titles import joined, limits, named, title
from knowledge.stores.documents import Document
from knowledge.values.acts import Meeting
from knowledge.values.notices import notice
from knowledge.values.questions import Overview, OverviewKind, Period, Stage
from tests.support.builders import make_meeting

DAYS = Period(start=date(2017, 6, 20), end=date(2017, 6, 22))


def document(meeting: Meeting) -> Document:
    return Document(slug="crm", source="acta.txt", sha256="", language="es", meeting=meeting)


@pytest.mark.parametrize(
    ("fields", "count", "said"),
    [
        pytest.param({}, 2, "Pendientes: 2", id="of all"),
        pytest.param({}, 0, "No consta nada de eso en las actas que conozco.", id="nothing"),
        pytest.param({"party": "OIM"}, 2, "Pendientes de ('OIM',): 2", id="of a party"),
        pytest.param(
            {"party": "OIM"},
            0,
            "No consta nada pendiente de ('OIM',) en las actas que conozco.",
            id="nothing of it",
        ),
        pytest.param({"kind": OverviewKind.MEETINGS}, 3, "Reuniones: 3", id="meetings"),
        pytest.param({"stage": Stage.DONE}, 2, "Cumplidos: 2", id="what is done"),
        pytest.param({"stage": Stage.DONE, "party": "OIM"}, 1, "Cumplidos de ('OIM',): 1", id="by a party"),
        pytest.param({"stage": Stage.DONE}, 0, "Nada de eso está anotado como cumplido.", id="nothing done"),
    ],
)
def test_a_title_says_what_is_listed_and_how_much(fields: dict[str, object], count: int, said: str) -> None:
    overview = Overview.model_validate({"kind": OverviewKind.PENDING, **fields})

    assert str(title(overview, count)) == said


@pytest.mark.parametrize("kind", OverviewKind)
@pytest.mark.parametrize("count", [0, 1])
def test_every_list_of_a_party_has_a_title(kind: OverviewKind, count: int) -> None:
    if kind is OverviewKind.MEETINGS:
        return
    assert "OIM" in str(title(Overview(kind=kind, party="OIM"), count))


@pytest.mark.parametrize(
    ("fields", "acts", "place", "is_body", "said"),
    [
        pytest.param({}, 1, None, False, [], id="nothing"),
        pytest.param({"where": "x"}, 1, "Managua", False, ["Reunión: San Salvador"], id="one meeting"),
        pytest.param(
            {"where": "x"}, 2, "Managua", False, ["De 2 reunión", "Lugar: Managua"], id="several at a place"
        ),
        pytest.param({"where": "x"}, 0, "GRCM", True, ["Órgano: ('GRCM',)"], id="a body without meetings"),
        pytest.param(
            {"where": "x", "kind": OverviewKind.MEETINGS},
            2,
            "Managua",
            False,
            ["Lugar: Managua"],
            id="meetings",
        ),
        pytest.param({"period": DAYS}, 1, None, False, ["Fecha: "], id="days"),
        pytest.param({"held": DAYS}, 2, None, False, ["De 2 reunión", "Reuniones: "], id="days of meetings"),
    ],
)
def test_what_limits_a_list_is_said(
    fields: dict[str, object], acts: int, place: str | None, *, is_body: bool, said: list[str]
) -> None:
    overview = Overview.model_validate({"kind": OverviewKind.PENDING, **fields})
    found = [
        str(each) for each in limits(overview, [document(make_meeting())] * acts, place, is_body=is_body)
    ]

    assert len(found) == len(said)
    assert all(map(str.startswith, found, said)), found


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        pytest.param(make_meeting(city=None), "start", id="days alone"),
        pytest.param(make_meeting(start=None, end=None), "San Salvador", id="a place alone"),
        pytest.param(make_meeting(city=None, start=None, end=None), "acta.txt", id="neither"),
    ],
)
def test_a_meeting_has_a_name(meeting: Meeting, said: str) -> None:
    assert said in str(named(meeting, "acta.txt"))


def test_sentences_stand_on_one_line() -> None:
    assert str(joined([notice("uno"), notice("dos")])) == "uno · dos"
