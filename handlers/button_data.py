"""Common parts of the data of all buttons: languages, acts and provisions, and how to parse it."""

import re

from handlers.catalogue import LANGUAGES

LANGUAGE = rf"(?P<language>{'|'.join(LANGUAGES)})"
DOCUMENT = r"(?P<document>[a-z0-9~-]+)"
"""The name of an act as `shorten` writes it."""
REFERENCE = r"(?P<reference>[A-Z0-9.a-z]+)"


def read_data(form: re.Pattern[str], data: str) -> re.Match[str]:
    """Parse the data of a button; raise ValueError if it doesn't have our format."""
    match = form.fullmatch(data)
    if match is None:
        message = "not one of our buttons"
        raise ValueError(message)
    return match
