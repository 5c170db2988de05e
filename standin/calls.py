"""One call of a method: its parameters, in whichever form they came, and the files with it."""

import json
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from standin.refusals import Json, not_found, refuse

_METHOD_PATH = re.compile(r"/bot(?P<token>[^/]+)/(?P<name>\w+)")
_FILE_PATH = re.compile(r"/file/bot(?P<token>[^/]+)/(?P<name>.+)")


@dataclass(frozen=True)
class Target:
    """What a URL names: a token, and a method or a file."""

    token: str
    name: str
    is_file: bool

    @classmethod
    def of(cls, url: str) -> "Target":
        """Read a URL such as "/bot<token>/getMe" or "/file/bot<token>/documents/7", with any origin.

        Raises:
            RefusalError: it names neither.
        """
        path = unquote(urlsplit(url).path)
        match = _METHOD_PATH.fullmatch(path) or _FILE_PATH.fullmatch(path)
        if match is None:
            raise not_found()
        return cls(match["token"], match["name"], match.re is _FILE_PATH)


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    mime_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Call:
    """A call of a method; parameters are strings (from a form) or JSON values (from a JSON body)."""

    method: str
    parameters: Json = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a parameter as text; empty if it is missing."""
        value = self.parameters.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        """Return a parameter as an integer, or the default if it is missing or isn't one."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """Tell whether a parameter is "true", "yes" or "1", as Telegram reads flags."""
        return self.text(name).lower() in ("true", "yes", "1")

    def data(self, name: str, refusal: str) -> object:
        """Return a parameter decoded from JSON; None if it is missing or empty.

        Raises:
            RefusalError: it isn't JSON; `refusal` is Telegram's wording for that.
        """
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            refuse(refusal)
