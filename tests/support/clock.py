"""A clock that stands still until a test moves it, or somebody waits."""

import asyncio
import dataclasses


@dataclasses.dataclass
class Clock:
    """Gives seconds since 1970, as `time.time` does."""

    now: float = 1_500_000_000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Advance the clock at once, without waiting."""
        self.now += seconds
        await asyncio.sleep(0)
