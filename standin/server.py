"""The stand-in over HTTP on loopback, for end-to-end tests of the real process."""

import contextlib
import socket
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from standin.answers import Reply
from standin.api import Standin
from standin.bodies import read_call
from standin.calls import Target
from standin.refusals import RefusalError


class StandinServer:
    """A context manager that serves a stand-in in a thread of its own.

    Tests act through the stand-in's people while it is served. python-telegram-bot finds the server by
    `base_url=f"{server.origin}/bot"` and `base_file_url=f"{server.origin}/file/bot"`.
    """

    def __init__(self, standin: Standin) -> None:
        self._http = _HttpServer(standin)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def origin(self) -> str:
        """Return the server's address, such as "http://127.0.0.1:40001"."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._http.hang_up()
        self._http.server_close()
        self._thread.join()


class _HttpServer(ThreadingHTTPServer):
    """Keeps track of its open connections, so that closing doesn't wait for them."""

    daemon_threads = False

    def __init__(self, standin: Standin) -> None:
        self.standin = standin
        self.connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def hang_up(self) -> None:
        """Cut every connection, and end a waiting poll so that its thread ends."""
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        with self.standin.world.changed:
            self.standin.world.updates.end_poll("the server is closing")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request after another on one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _HttpServer

    def setup(self) -> None:
        """Remember the connection, so that closing the server can end it."""
        super().setup()
        self.server.connections.add(self.connection)

    def handle(self) -> None:
        """Answer until the client leaves or the server closes."""
        with contextlib.suppress(ConnectionError):  # the client left, or the server is closing
            super().handle()

    def finish(self) -> None:
        """Forget the connection."""
        self.server.connections.discard(self.connection)
        super().finish()

    def log_message(self, *_arguments: object) -> None:
        """Log nothing: request lines contain the token."""

    def do_GET(self) -> None:
        """Answer a call of the Bot API or the download of a file."""
        self._respond()

    def do_POST(self) -> None:
        """Answer a call of the Bot API."""
        self._respond()

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            target = Target.of(self.path)
            if target.is_file:
                content = self.server.standin.file(target.token, target.name)
                self._send(HTTPStatus.OK, "application/octet-stream", content)
                return
            call = read_call(target.name, self.path, self.headers.get("Content-Type", ""), body)
            reply = self.server.standin.answer(target.token, call).wait()
        except RefusalError as refusal:
            reply = Reply(refusal.status, refusal.as_json())
        self._send(reply.status, "application/json", reply.payload)

    def _send(self, status: int, content_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
