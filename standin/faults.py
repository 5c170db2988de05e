"""Faults that a test orders: refusals and delays for the next calls of a method."""

from collections import defaultdict, deque
from dataclasses import dataclass, field

from standin.refusals import RefusalError


@dataclass(frozen=True)
class Fault:
    """A fault of a call, to one chat or any: it is refused, or carried out but answered late."""

    refusal: RefusalError | None = None
    delay: float = 0.0
    chat_id: int | None = None


@dataclass
class Faults:
    """The faults still to come, by method."""

    _ordered: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def order(self, method: str, fault: Fault, times: int = 1) -> None:
        """Give the next calls of a method a fault."""
        self._ordered[method.lower()].extend([fault] * times)

    def next(self, method: str, chat_id: int) -> Fault:
        """Take the next fault ordered for a call, or one without effect if there is none."""
        ordered = self._ordered[method.lower()]
        fault = next((each for each in ordered if each.chat_id in {None, chat_id}), None)
        if fault is None:
            return Fault()
        ordered.remove(fault)
        return fault
