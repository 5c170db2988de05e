"""How good the answers are, act by act: python -m benchmarks.answers [--quick] [--floor] [--misses [ACT…]].

Asks the labelled questions of benchmarks/gold and prints the figures of benchmarks/scoring.py by act, by
style and by kind of out-of-scope message; then those without each part of the search, and the peers'. Means
count each act alike. The weights in use were learned on these same questions: `make learn` prints how good
answers are on an act that nothing was learned from.

--quick prints our own figures alone; --floor exits with status 1 if a figure is beyond its limit in
benchmarks/floors.yaml; --misses lists the wrong answers, on the acts named or on all.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby
from pathlib import Path
from string import ascii_uppercase

from benchmarks.asking import Chats, Judged, Stores, ask_own, ask_peer
from benchmarks.collecting import RememberingEncoder
from benchmarks.labelled import data_of, load_all, open_stores
from benchmarks.peers import PEERS
from benchmarks.scoring import FIGURES, is_miss, summarize
from benchmarks.tables import Row, shares
from knowledge.language.datafiles import BUILT_IN, load_yaml
from knowledge.meaning.encoder import Encoder
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.values.base import Value

NOTE = """\
The weights in use were learned on these same questions: how good answers are on an act that nothing was
learned from, `make learn` prints. Means are of acts, each counting alike.
"""

MOST = 100
"""The most chats of an act, evenly chosen, that the parts and the peers are measured on."""


class Floors(Value):
    """The contents of floors.yaml: lower and upper limits of the figures, by row of the first table."""

    at_least: dict[str, dict[str, float]]
    at_most: dict[str, dict[str, float]]

    def breaches(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield a line for each figure beyond its limit, and for each missing row that has limits."""
        found = list(rows)
        for name in sorted({*self.at_least, *self.at_most} - {row.name for row in found}):
            yield f"{name}: no such row"
        for row in found:
            for limits, sign in ((self.at_least, 1), (self.at_most, -1)):
                for name, limit in limits.get(row.name, {}).items():
                    if sign * row.figures[name] < sign * limit:
                        yield f"{row.name}: {name} is {row.figures[name]:.4f}, its floor {limit:.4f}"


def main() -> int:
    """Print the requested tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="our own figures alone")
    parser.add_argument("--floor", action="store_true", help="end with status 1 below benchmarks/floors.yaml")
    parser.add_argument("--misses", nargs="*", metavar="ACT", help="list what was answered wrong")
    arguments = parser.parse_args()
    chats, encoder = load_all(), RememberingEncoder()
    with open_stores(encoder) as stores:
        judged = ask_own(chats, stores, encoder)
        rows = list(by_act(judged))
        print(NOTE)
        print(shares("act", FIGURES, rows))
        print("\n".join(letters(judged)))
        if arguments.misses is not None:
            print("\n".join(_misses(judged, arguments.misses)))
        if not arguments.quick:
            _print_all(judged, chats, stores, encoder)
    floors = load_yaml(Path(__file__).parent / "floors.yaml", Floors)
    breaches = list(floors.breaches(rows)) if arguments.floor else []
    print("\n".join(breaches), file=sys.stderr, end="\n" if breaches else "")
    return int(bool(breaches))


def _print_all(judged: Sequence[Judged], chats: Chats, stores: Stores, encoder: Encoder) -> None:
    single = [each for each in judged if not each.chat.is_dialogue]
    answerable = [each for each in single if each.turn.is_answerable]
    silent = [each for each in single if not each.turn.is_answerable]
    print(shares("language", FIGURES, _by(single, lambda each: each.chat.language)))
    print(shares("style", FIGURES, _by(answerable, lambda each: each.chat.group)))
    print(shares("out of scope", FIGURES, _by(silent, lambda each: each.chat.group)))
    print(shares("dialogues", FIGURES, _by(judged, lambda each: "turns" * each.chat.is_dialogue)))
    few = {act: list(labelled)[:: 1 + len(list(labelled)) // MOST] for act, labelled in chats.items()}
    without = (
        Row(f"without {part}", 0, _macro(ask_own(few, stores, encoder, parts=parts)))
        for part, parts in _each_part_off()
    )
    all_parts = Row("all", 0, _macro(ask_own(few, stores, encoder)))
    print(shares("parts, mean of acts", FIGURES, (all_parts, *without)))
    print(shares("peers, mean of acts", FIGURES[:3], _beside_peers(few, stores, encoder)))


def _each_part_off() -> Iterator[tuple[str, Parts]]:
    for part in fields(ALL_PARTS):
        yield part.name, replace(ALL_PARTS, **{part.name: False})


def _beside_peers(chats: Chats, stores: Stores, encoder: Encoder) -> Iterator[Row]:
    """Compare the order of the provisions alone: peers always answer, so no other figure is comparable."""
    asked = {
        act: [each for each in labelled if not each.is_dialogue and each.turns[0].is_answerable]
        for act, labelled in chats.items()
    }
    never_silent = replace(ALL_PARTS, confidence=False)
    yield Row("Acuerdos", 0, _macro(ask_own(asked, stores, encoder)))
    yield Row("Acuerdos, never silent", 0, _macro(ask_own(asked, stores, encoder, parts=never_silent)))
    for name, make in PEERS.items():
        yield Row(name, 0, _macro(ask_peer(asked, stores, make)))


def by_act(judged: Sequence[Judged]) -> Iterator[Row]:
    """Yield a row for each act, then the means of the CRM's acts, of other forums' acts, and of all."""
    yield from _by(judged, lambda each: each.chat.document)
    groups = {
        "mean of the CRM's acts": [each for each in judged if data_of(each.chat.document) == BUILT_IN],
        "mean of other forums' acts": [each for each in judged if data_of(each.chat.document) != BUILT_IN],
        "mean of acts": judged,
    }
    for name, members in groups.items():
        yield Row(name, len(members), _macro(members))


def _macro(judged: Iterable[Judged]) -> Mapping[str, float]:
    """Return the mean of the acts' figures."""
    acts = [
        summarize(each.judgement for each in members)
        for _, members in _grouped(judged, lambda each: each.chat.document)
    ]
    return {
        name: sum(found) / len(found)
        for name in FIGURES
        if (found := [figures[name] for figures in acts if name in figures])
    }


def _by(judged: Iterable[Judged], key: Callable[[Judged], str]) -> Iterator[Row]:
    for name, members in _grouped(judged, key):
        yield Row(name, len(members), _macro(members))


def _grouped(
    judged: Iterable[Judged], key: Callable[[Judged], str]
) -> Iterator[tuple[str, Sequence[Judged]]]:
    for name, group in groupby(sorted(judged, key=key), key=key):
        if name:
            yield name, list(group)


def letters(judged: Iterable[Judged]) -> Iterator[str]:
    """Yield a line for each answer whose reference is only wrong by its letter: forums number differently."""
    for each in judged:
        cited = [str(reference) for reference in each.given.references[:1]]
        wanted = {reference.lstrip(ascii_uppercase) for reference in each.turn.right}
        is_wrong = each.turn.is_answerable and cited and cited[0] not in each.turn.right
        if is_wrong and cited[0].lstrip(ascii_uppercase) in wanted - {""}:
            yield f"only the letter differs: {_miss(each)}"


def _misses(judged: Iterable[Judged], acts: Sequence[str]) -> Iterator[str]:
    for each in judged:
        if is_miss(each.judgement) and (not acts or each.chat.document in acts):
            yield _miss(each)


def _miss(judged: Judged) -> str:
    failed = [name for name in ("r1_lenient", "abstain", "facts") if judged.judgement.get(name) is False]
    cited = " ".join(map(str, judged.given.references[:4])) or "nothing"
    wanted = " ".join((*judged.turn.expect, *map(repr, judged.turn.facts)))
    return f"{judged.chat.id} {judged.turn.q[:100]!r}: {', '.join(failed)}; wanted {wanted}, cited {cited}"


if __name__ == "__main__":
    sys.exit(main())
