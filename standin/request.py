"""The stand-in inside the bot's own process, at python-telegram-bot's one seam: its request class."""

import asyncio
from http import HTTPStatus

from telegram.error import TimedOut
from telegram.request import BaseRequest, RequestData

from standin.api import Standin
from standin.calls import Call, Target, Upload
from standin.refusals import RefusalError


class StandinRequest(BaseRequest):
    """Carries the bot's calls to a stand-in instead of to a network.

    As on a slow network, a reply that takes longer than the read timeout raises TimedOut although the call
    was carried out; a delay known to be too long isn't waited for.
    """

    def __init__(self, standin: Standin, *, read_timeout: float = 5.0) -> None:
        self._standin = standin
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float:
        """Return the seconds to wait for a reply when a call names none."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open nothing: there is no connection."""

    async def shutdown(self) -> None:
        """Close nothing: there is no connection."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  Telegram takes GET and POST alike
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  nothing is written
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  nothing is connected
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  there is no pool
    ) -> tuple[int, bytes]:
        """Return the status and the body of the stand-in's reply."""
        try:
            target = Target.of(url)
            if target.is_file:
                return HTTPStatus.OK, self._standin.file(target.token, target.name)
        except RefusalError as refusal:
            return refusal.status, refusal.payload
        answer = self._standin.answer(target.token, _call(target.name, request_data))
        patience = read_timeout if isinstance(read_timeout, int | float) else self._read_timeout
        if answer.delay > patience:
            raise TimedOut
        try:
            reply = await asyncio.wait_for(answer.arrive(), patience)
        except TimeoutError as error:
            raise TimedOut from error
        return reply.status, reply.payload


def _call(method: str, data: RequestData | None) -> Call:
    if data is None:
        return Call(method)
    files = {
        name: Upload(filename, content if isinstance(content, bytes) else content.read(), mime_type)
        for name, (filename, content, mime_type) in data.multipart_data.items()
    }
    return Call(method, dict(data.json_parameters), files)
