"""Bodies called by one word of their names: «la del Grupo»."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import takewhile

from knowledge.language.folding import words

_JOINING = frozenset({"de", "del", "sobre", "para", "contra", "of", "on", "for", "against"})
"""Words after the head of a name."""

_BEFORE = frozenset({"de", "del", "of", "la", "el", "the"})


class ShortNames:
    """Find the short names of bodies; one that several bodies share counts for none.

    `forums` are forms of names, each with its body. `nouns` are words for a meeting, which are no short
    names, and `light` words that name nothing.
    """

    def __init__(
        self, forums: Iterable[tuple[str, str]], nouns: Container[str], light: Container[str]
    ) -> None:
        bodies: dict[str, set[str]] = {}
        for form, body in forums:
            name = words(form)
            leading = list(takewhile(lambda word: word not in _JOINING, name))
            # The head of a name is its first word in Spanish, and in English the last one before "on".
            if 1 < len(leading) < len(name):
                for word in {leading[0], leading[-1]}:
                    bodies.setdefault(word, set()).add(body)
        self._light = light
        self._bodies = {
            word: next(iter(having))
            for word, having in bodies.items()
            if len(having) == 1 and word not in nouns
        }

    def find(self, tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield the position and body of each short name: not «del grupo ad hoc»."""
        following = (*tokens[1:], "")
        for place, (before, word, after) in enumerate(zip(("", *tokens), tokens, following, strict=False)):
            ends = not after or after.isdigit() or after in self._light
            if word in self._bodies and before in _BEFORE and ends:
                yield place, self._bodies[word]
