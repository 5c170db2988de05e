"""The stretches of time in a list: future, past and undated."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.stores.order import Order
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, Period, Stage

RECENT = timedelta(days=60)
"""Past entries no older than this are listed with future ones."""

_UNDATED = notice(mark("Sin fecha"))
_DONE = notice(mark("Cumplidos"))


class Stretch(NamedTuple):
    """Entries that end within some days, or undated ones (`dated` is False), with a heading and an order."""

    heading: Notice
    days: Period | None
    dated: bool | None
    order: Order


def stretches_of(overview: Overview, today: date, headings: tuple[Notice, Notice]) -> Iterator[Stretch]:
    """Yield the stretches of a list in order: future, past and undated.

    Unless a list is limited, entries long past are left out.
    """
    ahead, over = headings
    yesterday = today - timedelta(days=1)
    undated = Stretch(_UNDATED, None, dated=False, order=Order.NEWEST_MEETING)
    to_come = Stretch(ahead, Period(start=today), None, Order.SOONEST)
    if overview.stage:
        yield {
            Stage.AHEAD: to_come,
            Stage.OVER: Stretch(over, Period(end=yesterday), None, Order.LATEST),
            Stage.UNDATED: undated,
            Stage.DONE: Stretch(_DONE, None, None, Order.NEWEST_MEETING),
        }[overview.stage]
        return
    yield to_come
    if not overview.is_limited:
        yield Stretch(over, Period(start=today - RECENT, end=yesterday), None, Order.LATEST)
    else:
        order = Order.SOONEST if overview.period else Order.NEWEST_MEETING
        yield Stretch(over, Period(end=yesterday), None, order)
    if overview.period is None:
        yield undated


def within(one: Period | None, other: Period | None) -> Period | None:
    """Return the days that two periods share; there are none if the result ends before it starts."""
    if one is None or other is None:
        return one or other
    return Period(
        start=max(filter(None, (one.start, other.start)), default=None),
        end=min(filter(None, (one.end, other.end)), default=None),
    )
