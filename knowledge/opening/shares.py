"""Tell the share of a party in a distribution: «14 en la Argentina, 9 en Bolivia y 6 en el Paraguay»."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.language.folding import words
from knowledge.language.numbers import number_of
from knowledge.language.parties import PartyRegister

MOST_WORDS = 8
"""Words of one share: «Panamá aportará 8 000 dólares»."""

_BETWEEN = re.compile(r",(?!\d)|[;:()]|\.(?!\d)|\s(?:y|e|and)\s")
# An article, or a year.
_NO_FIGURE = re.compile(r"an?|una?|(?:19|20)\d\d")


class Share(NamedTuple):
    """A party and the words of an act that give its share, with a figure."""

    party: str
    words: str


def share_of(parties: tuple[str, ...], quote: str, register: PartyRegister) -> str | None:
    """Return the words that give the share of the party asked for, if a quotation shares something out."""
    shares = list(_shares(quote, register))
    own = [each for each in shares if each.party in parties]
    return own[0].words if len({each.party for each in shares}) > 1 and len(own) == 1 else None


def _shares(quote: str, register: PartyRegister) -> Iterator[Share]:
    """Yield the pieces of a text that name one party and one figure, and little else."""
    for piece in map(str.strip, _BETWEEN.split(quote)):
        said = words(piece)
        if len(said) > MOST_WORDS:
            continue
        named = {each.name for each in register.find(piece)}
        has_figure = any(number_of(each) is not None for each in said if not _NO_FIGURE.fullmatch(each))
        if len(named) == 1 and has_figure:
            yield Share(named.pop(), piece)
