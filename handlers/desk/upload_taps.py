"""The data of the buttons under the preview of files."""

import re
from enum import StrEnum
from typing import NamedTuple, Self

from handlers.button_data import read_data

UPLOAD = r"^u1:"
"""Prefix of the data of these buttons."""

_FORM = re.compile(r"u1:(?P<wish>[a-z]):(?P<tag>[0-9a-f]{12}):(?P<page>[1-9]\d{0,3})")


class Wish(StrEnum):
    """What a tap asks for: a view of the preview, or to load or discard the files."""

    SUMMARY = "s"
    COMMITMENTS = "c"
    DOUBTS = "d"
    CHANGES = "x"
    LOAD = "l"
    DISCARD = "n"


class UploadTap(NamedTuple):
    """A tap under the preview of a batch; its `tag` is that of the batch as it was shown."""

    wish: Wish
    tag: str
    page: int = 1

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(Wish(match["wish"]), match["tag"], int(match["page"]))

    def __str__(self) -> str:
        return f"u1:{self.wish}:{self.tag}:{self.page}"
