"""The stretches of time that a list falls into."""

from datetime import date

import pytest

from knowledge.lists.stretches import RECENT, stretches_of, within
from knowledge.values.notices import notice
from knowledge.values.questions import Overview, OverviewKind, Period, Stage

TODAY = date(2017, 7, 1)
YESTERDAY = date(2017, 6, 30)
HEADINGS = notice("lo que viene"), notice("lo que fue")


def written(overview: Overview) -> list[tuple[str, Period | None, bool | None]]:
    return [(str(each.heading), each.days, each.dated) for each in stretches_of(overview, TODAY, HEADINGS)]


AHEAD = ("lo que viene", Period(start=TODAY), None)
RECENTLY = ("lo que fue", Period(start=TODAY - RECENT, end=YESTERDAY), None)
OVER = ("lo que fue", Period(end=YESTERDAY), None)
UNDATED = ("Sin fecha", None, False)


@pytest.mark.parametrize(
    ("limits", "stretches"),
    [
        pytest.param({}, [AHEAD, RECENTLY, UNDATED], id="what was over long ago is left out"),
        pytest.param({"where": "managua"}, [AHEAD, OVER, UNDATED], id="of a meeting nothing is"),
        pytest.param({"period": Period(start=TODAY)}, [AHEAD, OVER], id="of some days what has none is"),
        pytest.param({"stage": Stage.AHEAD}, [AHEAD], id="ahead"),
        pytest.param({"stage": Stage.OVER}, [OVER], id="over"),
        pytest.param({"stage": Stage.UNDATED}, [UNDATED], id="without a day"),
        pytest.param({"stage": Stage.DONE}, [("Cumplidos", None, None)], id="done"),
    ],
)
def test_a_list_falls_into_stretches(
    limits: dict[str, object], stretches: list[tuple[str, Period | None, bool | None]]
) -> None:
    assert written(Overview.model_validate({"kind": OverviewKind.PENDING, **limits})) == stretches


MAY, JUNE = date(2017, 5, 1), date(2017, 6, 1)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param(None, None, None, id="no limit"),
        pytest.param(Period(start=MAY), None, Period(start=MAY), id="one limit"),
        pytest.param(Period(start=MAY), Period(start=JUNE), Period(start=JUNE), id="the later start"),
        pytest.param(Period(end=MAY), Period(end=JUNE), Period(end=MAY), id="the earlier end"),
        pytest.param(Period(start=MAY), Period(end=JUNE), Period(start=MAY, end=JUNE), id="both"),
        pytest.param(Period(start=JUNE), Period(end=MAY), Period(start=JUNE, end=MAY), id="nothing"),
    ],
)
def test_two_periods_share_their_days(
    one: Period | None, other: Period | None, shared: Period | None
) -> None:
    assert within(one, other) == shared
