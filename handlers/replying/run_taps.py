"""The data of buttons that run a command with words after it: «/pais Panamá»."""

import re
from typing import NamedTuple, Self

from handlers.button_data import read_data
from handlers.messages import Button

RUN = r"^x1:"
"""Prefix of such data."""

_FORM = re.compile(r"x1:(?P<command>[a-z_]+):(?P<words>.*)", re.DOTALL)
_LIMIT = 64  # bytes that Telegram takes


class RunTap(NamedTuple):
    """A tap that runs a command, by its first English name, with words after it."""

    command: str
    words: str

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
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
