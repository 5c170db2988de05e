"""Persons named in acts, known by the titles before their names."""

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.language.datafiles import read_lines

_PARTICLE = "(?:del?|la|das?|dos?|van|von|der|den|ten)"
_CAPITALIZED = r"[^\W\d_a-zà-ÿ][\w'’-]*"


class PeopleFinder:
    """Find persons by the titles of honorifics.txt."""

    def __init__(self, folder: Path) -> None:
        titles = sorted((title for _, title in read_lines(folder / "honorifics.txt")), key=len, reverse=True)
        title = "|".join(map(re.escape, titles))
        name = rf"{_CAPITALIZED}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_CAPITALIZED})+"
        self._named = re.compile(rf"\b(?i:{title})\b\.?\s+(?P<name>{name})")

    def names_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where persons with titles are named in a text, and their names."""
        for match in self._named.finditer(text):
            yield match.start("name"), match.end("name"), match["name"]

    def find(self, text: str) -> Iterator[str]:
        """Yield the names of persons in a text: «el señor Luis Pérez» names «Luis Pérez»."""
        for match in self._named.finditer(text):
            yield match["name"]
