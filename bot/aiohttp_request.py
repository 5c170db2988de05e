"""Call Telegram through aiohttp, which takes a fifth of the processor time of httpx per call."""

from urllib.request import getproxies

import aiohttp
import httpx
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

_PROXIES = frozenset({"http", "https", "all"})


class AiohttpRequest(HTTPXRequest):
    """Make calls without files through aiohttp, unless the environment sets a proxy.

    Other calls are left to PTB's own request: httpx supports more kinds of proxies, and applies its timeout
    to each part of a file, not to the whole.
    """

    def __init__(
        self,
        *,
        connections: int = 1,
        read_timeout: float = 5.0,
        connect_timeout: float = 5.0,
        pool_timeout: float = 1.0,
    ) -> None:
        super().__init__(
            connections, read_timeout, connect_timeout=connect_timeout, pool_timeout=pool_timeout
        )
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    async def initialize(self) -> None:
        """Open the session; see BaseRequest.initialize."""
        await super().initialize()
        if self._session or not _PROXIES.isdisjoint(getproxies()):
            return
        self._session = aiohttp.ClientSession(
            # The same certificates as httpx: a container may have none of its own.
            connector=aiohttp.TCPConnector(limit=self._connections, ssl=httpx.create_ssl_context()),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close the session; see BaseRequest.shutdown."""
        if self._session:
            await self._session.close()
            self._session = None
        await super().shutdown()

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
        """Make the request; see BaseRequest.do_request.

        Raises:
            NetworkError: on an error of aiohttp or httpx; its subclass TimedOut if the answer took too long.
        """
        if self._session is None or request_data is None or request_data.contains_files:
            return await super().do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
        timeout = self._timeout(read_timeout, connect_timeout, pool_timeout)
        try:
            async with self._session.request(
                method, url, data=request_data.json_parameters, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error

    def _timeout(
        self, read: ODVInput[float], connect: ODVInput[float], pool: ODVInput[float]
    ) -> aiohttp.ClientTimeout:
        """Return the timeouts of a call; after waiting for a connection, it may have to open a new one."""
        usual = self._client.timeout
        connect = usual.connect if isinstance(connect, DefaultValue) else connect
        pool = usual.pool if isinstance(pool, DefaultValue) else pool
        return aiohttp.ClientTimeout(
            total=None,
            connect=None if connect is None or pool is None else connect + pool,
            sock_connect=connect,
            sock_read=usual.read if isinstance(read, DefaultValue) else read,
        )
