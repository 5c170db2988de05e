"""How good the answers are: python -m benchmarks.answers [--quick] [--floor] [--misses].

Prints, over the labelled questions of benchmarks/gold, the figures of benchmarks/scoring.py by set, language,
style and type; then with each part switched off, with what was learned held back, and for the peers.
--quick prints our own figures alone; with --floor a figure beyond benchmarks/floors.yaml ends it with
status 1; --misses lists what was answered wrong.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby
from pathlib import Path

from benchmarks.asking import Judged, Stores, ask_own, ask_peer
from benchmarks.held_back import ask_held_back
from benchmarks.labelled import (
    AUTHORS,
    CHECKS,
    DELEGATES,
    DEVELOPMENT,
    OTHER_ACTS,
    Labelled,
    load,
    open_stores,
)
from benchmarks.peers import PEERS
from benchmarks.scoring import FIGURES, is_miss, summarize
from benchmarks.tables import Row, shares
from knowledge.language.datafiles import load_yaml
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.values.base import Value

SETS: Mapping[str, Sequence[str]] = {
    "development": DEVELOPMENT,
    "other acts": OTHER_ACTS,
    "check": CHECKS,
    "delegates": DELEGATES,
    "authors": AUTHORS,
}
"""The labelled files by what they are used for, see benchmarks/gold/README.md."""


class Floors(Value):
    """The contents of floors.yaml: by row of the first table, what a figure may not fall below or exceed."""

    at_least: dict[str, dict[str, float]]
    at_most: dict[str, dict[str, float]]

    def breaches(self, rows: Iterable[Row]) -> Iterator[str]:
        """Name each figure that is beyond its floor."""
        for row in rows:
            for limits, sign in ((self.at_least, 1), (self.at_most, -1)):
                for name, limit in limits.get(row.name, {}).items():
                    if sign * row.figures[name] < sign * limit:
                        yield f"{row.name}: {name} is {row.figures[name]:.4f}, its floor {limit:.4f}"


def main() -> int:
    """Print the tables that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="our own figures alone")
    parser.add_argument("--floor", action="store_true", help="end with status 1 below benchmarks/floors.yaml")
    parser.add_argument("--misses", action="store_true", help="list what was answered wrong")
    arguments = parser.parse_args()
    chats = [chat for names in SETS.values() for name in names for chat in load(name)]
    with open_stores() as stores:
        judged = ask_own(chats, stores)
        by_set = list(_rows(judged, _set_and_sort))
        print(shares("set", FIGURES, by_set))
        if arguments.misses:
            print("\n".join(map(_miss, filter(lambda each: is_miss(each.judgement), judged))))
        if not arguments.quick:
            _print_all(judged, chats, stores)
    floors = load_yaml(Path(__file__).parent / "floors.yaml", Floors)
    breaches = list(floors.breaches(by_set)) if arguments.floor else []
    print("\n".join(breaches), file=sys.stderr, end="\n" if breaches else "")
    return int(bool(breaches))


def _print_all(judged: Sequence[Judged], chats: Sequence[Labelled], stores: Stores) -> None:
    single = [each for each in judged if len(each.chat.turns) == 1]
    answerable = [each for each in single if each.turn.is_answerable]
    print(shares("language", FIGURES, _rows(single, lambda each: each.chat.language)))
    print(shares("style", FIGURES, _rows(answerable, lambda each: each.chat.group)))
    print(shares("type", FIGURES, _rows(answerable, lambda each: each.chat.type or "")))
    out_of_scope = (each for each in single if not each.turn.is_answerable)
    print(shares("out of scope", FIGURES, _rows(out_of_scope, lambda each: each.chat.group)))
    print(shares("what was learned held back", FIGURES, _rows(ask_held_back(chats, stores), _set_and_sort)))
    without = (
        Row(f"without {part}", len(judged), _figures(ask_own(chats, stores, parts=parts)))
        for part, parts in _each_part_off()
    )
    print(shares("parts", FIGURES, (Row("all", len(judged), _figures(judged)), *without)))
    print(shares("peers", FIGURES[:3], _beside_peers(single, stores)))


def _each_part_off() -> Iterator[tuple[str, Parts]]:
    for part in fields(ALL_PARTS):
        yield part.name, replace(ALL_PARTS, **{part.name: False})


def _beside_peers(own: Sequence[Judged], stores: Stores) -> Iterator[Row]:
    """Compare the order of the provisions; peers can't keep silent, so that nothing else compares."""
    answerable = [each for each in own if each.turn.is_answerable]
    chats = [each.chat for each in answerable]
    ours = ask_own(chats, stores, parts=replace(ALL_PARTS, confidence=False, premises=False))
    for name, judged in (
        ("Acuerdos", answerable),
        ("Acuerdos, never silent", ours),
        *((name, ask_peer(chats, stores, make)) for name, make in PEERS.items()),
    ):
        yield Row(name, len(judged), _figures(judged))
        for language in ("es", "en"):
            of_language = [each for each in judged if each.chat.language == language]
            yield Row(f"{name}: {language}", len(of_language), _figures(of_language))


def _set_and_sort(judged: Judged) -> str:
    """Name the set of a question, and its language, or that it is out of scope or a turn of a dialogue."""
    file = judged.chat.id.split("/")[0]
    name = next(name for name, files in SETS.items() if file in files)
    if len(judged.chat.turns) > 1:
        return f"{name}: dialogues"
    return f"{name}: {judged.chat.language if judged.turn.is_answerable else 'out of scope'}"


def _rows(judged: Iterable[Judged], key: Callable[[Judged], str]) -> Iterator[Row]:
    for name, group in groupby(sorted(judged, key=key), key=key):
        members = list(group)
        if name:
            yield Row(name, len(members), _figures(members))


def _figures(judged: Iterable[Judged]) -> dict[str, float]:
    return summarize(each.judgement for each in judged)


def _miss(judged: Judged) -> str:
    failed = [name for name in ("r1_lenient", "abstain", "facts") if judged.judgement.get(name) is False]
    cited = " ".join(map(str, judged.given.references[:4])) or "nothing"
    wanted = " ".join((*judged.turn.expect, *map(repr, judged.turn.facts)))
    return f"{judged.chat.id} {judged.turn.q[:100]!r}: {', '.join(failed)}; wanted {wanted}, cited {cited}"


if __name__ == "__main__":
    sys.exit(main())
