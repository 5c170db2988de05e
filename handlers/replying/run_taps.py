"""What a button sends back that runs a command with words after it: «/pais Panamá»."""

import re
from typing import NamedTuple, Self

from handlers.messages import Button

RUN = r"^x1:"
"""How such data begins."""

_FORM = re.compile(r"x1:(?P<command>[a-z_]+):(?P<words>.*)", re.DOTALL)
_LIMIT = 64  # bytes that Telegram takes


class RunTap(NamedTuple):
    """A tap that runs a command, by its first English name, with words after it."""

    command: str
    words: str

    @classmethod
    def parse(cls, data: str) -> Self:
        """Read what a button sent; raise ValueError on anything that we didn't write."""
        match = _FORM.fullmatch(data)
        if match is None:
            message = "not a button that runs a command"
            raise ValueError(message)
        return cls(match["command"], match["words"])

    def __str__(self) -> str:
        return f"x1:{self.command}:{self.words}"

    @property
    def fits(self) -> bool:
        """Whether a button can hold it."""
        return len(str(self).encode()) <= _LIMIT

    def button(self, label: str) -> Button:
        """Build the button."""
        return Button(label, str(self))
