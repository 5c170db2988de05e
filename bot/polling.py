"""Fetch updates so that nothing Telegram answers ends the polling for good."""

import logging
from http import HTTPStatus

from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from bot.aiohttp_request import AiohttpRequest
from bot.heartbeat import Heartbeat

_log = logging.getLogger(__name__)

_FATAL = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})
"""PTB takes these for a wrong token and stops polling; but the token was accepted at the start, so retry."""


class PollingRequest(AiohttpRequest):
    """Fetch readable updates, and note each answer from Telegram in the heartbeat."""

    def __init__(self, heartbeat: Heartbeat) -> None:
        super().__init__()
        self._heartbeat = heartbeat

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make the request; see BaseRequest.do_request."""
        status, content = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if status in _FATAL:
            _log.error("Telegram refuses to give updates (%d): trying again", status)
            return HTTPStatus.BAD_GATEWAY, content
        if status != HTTPStatus.OK:
            return status, content
        self._heartbeat.hear()
        return status, self._heartbeat.unreadable.leave_out(content)
