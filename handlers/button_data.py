"""What the data of all buttons shares: how languages, acts and provisions stand in it, and how it is read."""

import re

from handlers.catalogue import LANGUAGES

LANGUAGE = rf"(?P<language>{'|'.join(LANGUAGES)})"
DOCUMENT = r"(?P<document>[a-z0-9~-]+)"
"""The name of an act as `shorten` writes it."""
REFERENCE = r"(?P<reference>[A-Z0-9.a-z]+)"


def read_data(form: re.Pattern[str], data: str) -> re.Match[str]:
    """Read what a button sent; raise ValueError on anything that doesn't have the form of what we wrote."""
    match = form.fullmatch(data)
    if match is None:
        message = "not one of our buttons"
        raise ValueError(message)
    return match
