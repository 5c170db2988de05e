"""Cache recent answers, so that a question just asked by somebody else is answered at no cost."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

KEPT = 256
LONGEST = 200
"""Characters of a text that is likely to be asked again; caching longer ones would waste memory."""


class RecentReplies:
    """Cache recent answers from one snapshot of the base.

    An answer depends on the question, language, context and day, which are all arguments; on the loaded base;
    and on the officers' marks, whose version `version` returns.
    """

    def __init__(self, version: Callable[[], Hashable]) -> None:
        self._version = version
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def reply(self, work: Callable[P, T], *asked: P.args, **named: P.kwargs) -> T:
        """Return the result of some work, cached or fresh; exceptions are not cached."""
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
