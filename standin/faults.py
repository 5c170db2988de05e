"""Faults that a test orders: refusals and delays for the next calls of a method."""

from collections import defaultdict, deque
from dataclasses import dataclass, field

from standin.refusals import RefusalError


@dataclass(frozen=True)
class Fault:
    """What goes wrong with a call: it is refused, or it is carried out and answered late, or both."""

    refusal: RefusalError | None = None
    delay: float = 0.0


@dataclass
class Faults:
    """The faults still to come, by method."""

    _ordered: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def order(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of a method fail so."""
        self._ordered[method.lower()].extend([fault] * times)

    def next(self, method: str) -> Fault:
        """Take the fault for this call; one that does nothing if none is ordered."""
        ordered = self._ordered[method.lower()]
        return ordered.popleft() if ordered else Fault()
