"""The stretches of time that a list falls into: what is ahead, what is over, and what has no day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.stores.order import Order
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, Period, Stage

RECENT = timedelta(days=60)
"""What has been over for no longer stands with what is to come."""

_UNDATED = notice(mark("Sin fecha"))
_DONE = notice(mark("Cumplidos"))


class Stretch(NamedTuple):
    """What ends in some days, or never (`dated` is False), listed in an order under a heading."""

    heading: Notice
    days: Period | None
    dated: bool | None
    order: Order


def stretches_of(overview: Overview, today: date, headings: tuple[Notice, Notice]) -> Iterator[Stretch]:
    """Yield the stretches of a list in order: what is ahead, what is over, and what has no day.

    Where nothing limits a list, what was over long ago is left out.
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
    """Return the days that two periods share; none if its end is before its start."""
    if one is None or other is None:
        return one or other
    return Period(
        start=max(filter(None, (one.start, other.start)), default=None),
        end=min(filter(None, (one.end, other.end)), default=None),
    )
