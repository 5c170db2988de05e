"""Callback data: what we write we read back, and nothing else."""

from datetime import date

import pytest

from handlers.callbacks import Action, PageTap, Tap, parse_tap, shorten
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.values.questions import Overview, OverviewKind, Period, Stage
from knowledge.values.references import Reference

REFERENCE = Reference.parse("C16.a")


@pytest.mark.parametrize(
    "document",
    [
        pytest.param("grcm-2017-06-san-salvador", id="usual"),
        pytest.param("crm-2019-11-" + "-".join(["villa"] * 20), id="long"),
    ],
)
def test_a_tap_is_read_back_and_fits_into_64_bytes(document: str) -> None:
    data = str(Tap(Action.WHOLE, "es", document, REFERENCE))
    assert len(data.encode()) <= 64
    assert Tap.parse(data) == Tap(Action.WHOLE, "es", shorten(document), REFERENCE)


def test_long_names_that_begin_alike_stay_apart() -> None:
    one, other = ("crm-2019-11-" + "-".join(["villa"] * 20) + end for end in ("-alta", "-baja"))
    assert shorten(one) != shorten(other)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("", id="empty"),
        pytest.param("1:show:es:grcm-2017", id="truncated"),
        pytest.param("2:show:es:grcm-2017:C1", id="another-version"),
        pytest.param("1:drop:es:grcm-2017:C1", id="unknown-action"),
        pytest.param("1:show:fr:grcm-2017:C1", id="unknown-language"),
        pytest.param("1:show:es:grcm-2017:X9", id="no-reference"),
        pytest.param("1:show:es:../../etc:C1", id="path"),
        pytest.param("1:show:es:grcm-2017:C1; DROP TABLE", id="sql"),
    ],
)
def test_other_data_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Tap.parse(data)


@pytest.mark.parametrize(
    "overview",
    [
        pytest.param(Overview(kind=OverviewKind.PENDING), id="all"),
        pytest.param(Overview(kind=OverviewKind.EVENTS, page=3), id="third-page"),
        pytest.param(
            Overview(kind=OverviewKind.DEADLINES, period=Period(end=date(2017, 7, 31))), id="open-period"
        ),
        pytest.param(
            Overview(kind=OverviewKind.EVENTS, where="managua", held=Period(start=date(2015, 1, 1))),
            id="meetings-at-a-place",
        ),
        pytest.param(Overview(kind=OverviewKind.PENDING, stage=Stage.OVER), id="what-is-over"),
    ],
)
def test_a_page_is_read_back(overview: Overview) -> None:
    assert parse_tap(str(PageTap("en", overview))) == PageTap("en", overview)


def test_the_page_of_any_party_and_period_fits_into_64_bytes() -> None:
    days = Period(start=date(2017, 7, 1), end=date(2017, 7, 31))
    for party in PartyRegister.load(BUILT_IN).parties:
        overview = Overview(
            kind=OverviewKind.DEADLINES,
            party=party,
            period=days,
            where="grcm-2017-06-san-salvador",
            held=days,
            stage=Stage.OVER,
            page=9999,
        )
        assert len(str(PageTap("es", overview)).encode()) <= 64


def test_no_two_parties_have_the_same_short_name() -> None:
    parties = PartyRegister.load(BUILT_IN).parties
    assert len({shorten(name) for name in parties}) == len(parties)
