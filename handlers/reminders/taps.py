"""The data of the buttons of /avisos: short, versioned, and never trusted."""

import re
from enum import StrEnum
from typing import NamedTuple, Self

from handlers.button_data import read_data

PATTERN = r"^rem1:"
"""Prefix of the data of these buttons."""

_FORM = re.compile(r"rem1:(?P<action>[a-z_]+)(?::(?P<argument>[\w~:/+-]{1,40}))?", re.ASCII)


class Action(StrEnum):
    """What a tap asks for: to choose a value, or a page of buttons to choose from."""

    MENU = "menu"
    PARTIES = "parties"
    PARTY = "party"
    ALL = "all"
    DAYS = "days"
    TIMES = "times"
    TIME = "time"
    ZONES = "zones"
    ZONE = "zone"
    OFF = "off"


class ReminderTap(NamedTuple):
    """A tap under /avisos; its argument is a party's short name, days, a time, or a time zone."""

    action: Action
    argument: str = ""

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(Action(match["action"]), match["argument"] or "")

    def __str__(self) -> str:
        return f"rem1:{self.action}" + (f":{self.argument}" if self.argument else "")
