"""What was answered of late: who asks what somebody has just asked gets the same, without the work."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

KEPT = 256
LONGEST = 200
"""Characters of a text that may well be asked again; longer ones would only take memory."""


class RecentReplies:
    """Keep what was answered of late from what is loaded at one moment.

    An answer depends on what was asked, in which language, after what and on which day, all of which are
    arguments; on what is loaded; and on what officers have marked, which differs with `version`.
    """

    def __init__(self, version: Callable[[], Hashable]) -> None:
        self._version = version
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def reply(self, work: Callable[P, T], *asked: P.args, **named: P.kwargs) -> T:
        """Return what some work answers, or has answered of late; what it raises is kept for nobody."""
        if any(isinstance(each, str) and len(each) > LONGEST for each in asked):
            return work(*asked, **named)
        key = (work, self._version(), asked, tuple(named.items()))
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._kept[key] = work(*asked, **named)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        kept: T = self._kept[key]
        return kept
