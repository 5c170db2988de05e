"""A bot that calls the stand-in directly, for tests of single methods."""

import dataclasses
from typing import Any

from standin import Standin
from standin.calls import Call, Upload


@dataclasses.dataclass
class BotCalls:
    standin: Standin

    def reply(self, method: str, given: dict[str, Any] | None = None, **files: Upload) -> dict[str, Any]:
        """Call a method, and return the whole body of the reply."""
        call = Call(method, given or {}, files)
        return dict(self.standin.answer(self.standin.token, call).wait().body)

    def result(self, method: str, given: dict[str, Any] | None = None, **files: Upload) -> Any:
        """Call a method that must succeed, and return its result."""
        body = self.reply(method, given, **files)
        assert body["ok"], body
        return body["result"]

    def refusal(self, method: str, given: dict[str, Any] | None = None, **files: Upload) -> str:
        """Call a method that must be refused as a bad request, and return the reason."""
        body = self.reply(method, given, **files)
        assert body["error_code"] == 400, body
        return str(body["description"]).removeprefix("Bad Request: ")
