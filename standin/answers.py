"""The answer to a call, which may be pending: a long poll waits, and a slow server takes its time."""

import asyncio
import json
import time
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus

from standin.refusals import Json, RefusalError


@dataclass(frozen=True)
class Reply:
    """An HTTP status and the body that goes with it."""

    status: int
    body: Json

    @property
    def payload(self) -> bytes:
        """Return the body as sent."""
        return json.dumps(self.body, ensure_ascii=False).encode()


@dataclass(frozen=True)
class Answer:
    """A result, empty unless it arrives within `patience` seconds, that is held back for `delay` seconds."""

    result: Future[object] | Future[list[Json]]
    patience: float = 0.0
    delay: float = 0.0

    def wait(self) -> Reply:
        """Block until the reply is there."""
        time.sleep(self.delay)
        try:
            return _granted(self.result.result(self.patience))
        except RefusalError as refusal:
            return Reply(refusal.status, refusal.as_json())
        except (TimeoutError, CancelledError):
            self.result.cancel()
            return _granted([])

    async def arrive(self) -> Reply:
        """Wait for the reply without blocking the event loop."""
        await asyncio.sleep(self.delay)
        if not self.result.done():
            with suppress(RefusalError, TimeoutError):
                await asyncio.wait_for(asyncio.wrap_future(self.result), self.patience)
        return Answer(self.result).wait()


def _granted(result: object) -> Reply:
    return Reply(HTTPStatus.OK, {"ok": True, "result": result})
