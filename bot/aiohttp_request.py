"""Call Telegram through aiohttp, which takes a fifth of the processor time that httpx takes for a call."""

from urllib.request import getproxies

import aiohttp
import httpx
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

_PROXIES = frozenset({"http", "https", "all"})


class AiohttpRequest(HTTPXRequest):
    """Make the calls that carry no file through aiohttp, unless the environment names a proxy.

    The rest is left to PTB's own request: httpx knows more kinds of proxies, and limits how long each part of
    a file may take, not the whole.
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
        """Open what calls are made through; see BaseRequest.initialize."""
        await super().initialize()
        if self._session or not _PROXIES.isdisjoint(getproxies()):
            return
        self._session = aiohttp.ClientSession(
            # The same certificates as for the rest: a container may have none of its own.
            connector=aiohttp.TCPConnector(limit=self._connections, ssl=httpx.create_ssl_context()),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close it; see BaseRequest.shutdown."""
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
            NetworkError: by an error of aiohttp or httpx; TimedOut, too, if there was no answer in time.
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
        """Return for how long a call waits; whoever waits for a connection may have to make one then."""
        usual = self._client.timeout
        connect = usual.connect if isinstance(connect, DefaultValue) else connect
        pool = usual.pool if isinstance(pool, DefaultValue) else pool
        return aiohttp.ClientTimeout(
            total=None,
            connect=None if connect is None or pool is None else connect + pool,
            sock_connect=connect,
            sock_read=usual.read if isinstance(read, DefaultValue) else read,
        )
