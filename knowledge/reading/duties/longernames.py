"""Names in capitals that a country's name opens: "the Uganda Revenue Authority" isn't Uganda."""

import re
from collections.abc import Iterable, Iterator

from knowledge.language.folding import fold, words
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.passages import Sort
from knowledge.values.parties import PartyKind

_CAPITALISED = r"[A-ZÁÉÍÓÚÑ][a-zà-öø-ÿ][\w-]*"
_WORDS = rf"{_CAPITALISED}(?:\s+{_CAPITALISED})*"
_REST = re.compile(rf"\s+{_WORDS}(?:\s+(?:of|for|and)\s+(?:the\s+)?{_WORDS})*")
_THE = re.compile(r"\b[Tt]he\s+$")
_REACH = 5
_FEWEST_WORDS = 2


class LongerNames:
    """Finds such names; those with a noun of bodies are parties, others aren't told what they are."""

    def __init__(self, register: PartyRegister, nouns: Iterable[str]) -> None:
        self._register = register
        self._nouns = frozenset(fold(noun).split()[-1] for noun in nouns)

    def find(self, text: str) -> Iterator[tuple[int, int, Sort, str]]:
        """Yield the start and end of each such name, what it is, and its words if it is a party."""
        known = self._register.find(text)
        ends = [*(each.start for each in known[1:]), len(text)]
        for mention, end in zip(known, ends, strict=False):
            country = self._register.parties[mention.name].kind is PartyKind.COUNTRY
            rest = _REST.match(text, mention.end, end) if country else None
            if rest is None:
                continue
            following = words(rest[0])
            name = text[mention.start : rest.end()]
            if not self._nouns.isdisjoint(following):
                yield mention.start, rest.end(), Sort.PARTY, " ".join(name.split())
            elif len(following) >= _FEWEST_WORDS and _THE.search(
                text, max(0, mention.start - _REACH), mention.start
            ):
                yield mention.start, rest.end(), Sort.TITLE, ""
