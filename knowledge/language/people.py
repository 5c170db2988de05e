"""Find the people named in acts by the titles before their names."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.language.datafiles import read_lines
from knowledge.language.folding import fold

_PARTICLE = "(?:del?|la|das?|dos?|van|von|der|den|ten)"
_CAPITALIZED = r"[^\W\d_a-zà-ÿ][\w'’-]*"
_INITIAL = r"[^\W\d_a-zà-ÿ]\."
_SURNAME = r"(?=\w*[a-zà-ÿ])[^\W\d_a-zà-ÿ][\w'’-]+"
"""Not in capitals throughout, where a whole sentence may be."""


class PeopleFinder:
    """Find people by the titles in honorifics.txt."""

    def __init__(self, folder: Path) -> None:
        titles = sorted((title for _, title in read_lines(folder / "honorifics.txt")), key=len, reverse=True)
        title = "|".join(map(re.escape, titles))
        name = rf"{_CAPITALIZED}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_CAPITALIZED})+"
        self._named = re.compile(rf"\b(?i:{title})\b\.?\s+(?P<name>{name})")
        self._titles = frozenset(map(fold, titles))
        more = rf"(?:\s+(?:{_INITIAL}\s+)?(?:{_PARTICLE}\s+){{0,2}}{_SURNAME}){{0,4}}"
        called = rf"(?P<name>(?:{_INITIAL}\s+){{0,2}}{_SURNAME}{more})"
        self._called = re.compile(rf"\b(?P<title>(?i:{title}))\b\.?\s+(?:(?i:{title})\b\.?\s+)?{called}")

    def names_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the positions and names of people with titles."""
        for match in self._named.finditer(text):
            yield match.start("name"), match.end("name"), match["name"]

    def titled_in(self, text: str, offices: Collection[str] = ()) -> Iterator[tuple[int, int]]:
        """Yield the positions of people with their titles: «la Sra. Wynter», "Mr. J. Smith"; not "Mr. Chair".

        Titles that are among the folded `offices` need two names: «Embajador Luis Paz», not «Ministra
        Consejera».
        """
        for match in self._called.finditer(text):
            title, names = fold(match["title"]), fold(match["name"]).split()
            is_office = names[0] in self._titles or not set(offices).isdisjoint(names)
            if not is_office and (len(names) > 1 or title not in offices):
                yield match.start(), match.end()

    def find(self, text: str) -> Iterator[str]:
        """Yield the names of people in a text: «el señor Luis Pérez» names «Luis Pérez»."""
        for match in self._named.finditer(text):
            yield match["name"]

    def is_titled(self, name: str) -> bool:
        """Tell whether a name is of a person with a title."""
        match = self._called.match(name)
        return match is not None and match.end() == len(name)
