"""Divide a row of tasks among its parties: «Belice: 15 de mayo; Panamá: 31 de mayo»."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_BETWEEN = re.compile(r"\s*[;/]\s*|\.\s+(?=[A-ZÁÉÍÓÚÑ])|,\s+(?=[A-ZÁÉÍÓÚÑ][^,:]*:)")
_WHO_BY_WHEN = re.compile(r"(?P<who>[^:]{2,60}?)\s*(?::|\((?=[^()]*\)$))\s*(?P<when>[^()]+)\)?")
_DOER = re.compile(r"\s*\((?P<who>[^()]{2,60})\)")
_JOINER = re.compile(r"^(?:[\s,;.]|(?:y|e|and)\s)+|[\s,;.]+$")
_FEWEST = 2


class Share(NamedTuple):
    """The action and the deadline of some parties of a row."""

    names: tuple[str, ...]
    action: str
    due: str


def shares_of(
    action: str, told: Sequence[str], due: str, parties: Callable[[str], tuple[str, ...]]
) -> list[Share]:
    """Return the shares of the parties `told` in a row, or none if it is one task of all.

    `parties` returns the parties of a text that consists only of their names.
    """
    dated = [_WHO_BY_WHEN.fullmatch(each.strip(" .")) for each in _BETWEEN.split(due)]
    named = [(parties(each["who"]), each["when"]) for each in dated if each]
    if len(named) == len(dated) >= _FEWEST and all(names for names, _ in named):
        return [Share(names, action, when) for names, when in named]
    done: list[Share] = []
    start = 0
    for each in _DOER.finditer(action):
        names = parties(each["who"])
        if names and {*names} <= {*told}:
            done.append(Share(names, _JOINER.sub("", action[start : each.start()]), due))
            start = each.end()
    whole = {name for share in done for name in share.names} == {*told} and not _JOINER.sub(
        "", action[start:]
    )
    return done if whole and len(done) >= _FEWEST and all(share.action for share in done) else []
