"""How well the reader extracts labelled acts: python -m benchmarks.extraction [--misses].

The acts are in tests/corpus and benchmarks/gold/reading.

Prints, for each act and each folder: the F1 of provisions, commitments and dated events; the shares of
commitments with the right parties and with the right last day; the number of invented last days; the
milliseconds to read it, warm. Labels on which experts may differ (`borderline`) count neither way.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import words
from knowledge.language.parties import PartyRegister
from knowledge.reading import read_act
from knowledge.values.acts import Act, Commitment
from knowledge.values.errors import UnreadableAct

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
KINDS = Path(__file__).parent / "gold" / "reading"
_FIRST_WORDS = 3
_DATED = frozenset({"day", "week"})
Labels = Any


@dataclass
class Counts:
    """How many of one kind of thing are right, wrong and missing."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    def add(self, other: "Counts") -> None:
        """Add the counts of another."""
        self.right += other.right
        self.wrong += other.wrong
        self.missing += other.missing

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 if there is nothing to find and nothing found."""
        total = 2 * self.right + self.wrong + self.missing
        return 2 * self.right / total if total else 1.0

    @property
    def share(self) -> float:
        """The share of right ones among those found; 1 if none are."""
        judged = self.right + self.wrong
        return self.right / judged if judged else 1.0


@dataclass
class Score:
    """The figures of one act, or of several."""

    provisions: Counts = field(default_factory=Counts)
    commitments: Counts = field(default_factory=Counts)
    responsible: Counts = field(default_factory=Counts)
    deadlines: Counts = field(default_factory=Counts)
    invented: int = 0
    events: Counts = field(default_factory=Counts)
    milliseconds: float = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add the figures of another act."""
        for name in ("provisions", "commitments", "responsible", "deadlines", "events"):
            getattr(self, name).add(getattr(other, name))
        self.invented += other.invented
        self.milliseconds += other.milliseconds


def main() -> None:
    """Print the figures of the labelled acts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what was missed, wrong or invented")
    misses = parser.parse_args().misses
    register = PartyRegister.load(BUILT_IN)
    print(f"{'':38}{'prov.':>7}{'comm.':>7}{'resp.':>7}{'dead.':>7}{'inv.':>6}{'events':>8}{'ms':>7}")
    folders = (path for place in (CORPUS, KINDS) for path in sorted(place.iterdir()) if path.is_dir())
    for folder in folders:
        together, count = Score(), 0
        for name, labels, act, milliseconds in _read(folder, register):
            score = judge(labels, act) if act else _missed(labels)
            score.milliseconds = milliseconds
            print(_row(name, score))
            for miss in score.misses if misses else ():
                print(f"    {miss}")
            together.add(score)
            count += 1
        if not count:
            continue
        together.milliseconds /= count
        print(_row(f"= {folder.name}, {count} acts", together), end="\n\n")


def _read(folder: Path, register: PartyRegister) -> Iterator[tuple[str, Labels, Act | None, float]]:
    """Read each labelled act twice, the second time with everything compiled; None if it is refused."""
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        source = next(each for each in folder.glob(f"{name}.*") if each != path)
        labels = json.loads(path.read_text(encoding="utf-8"))
        try:
            read_act(source, register=register)
        except UnreadableAct:
            yield f"{name} (refused)", labels, None, 0
            continue
        started = time.perf_counter()
        act = read_act(source, register=register)
        yield act.slug, labels, act, (time.perf_counter() - started) * 1000


def _row(name: str, score: Score) -> str:
    return (
        f"{name:38}{score.provisions.f1:7.3f}{score.commitments.f1:7.3f}{score.responsible.share:7.3f}"
        f"{score.deadlines.share:7.3f}{score.invented:6}{score.events.f1:8.3f}{score.milliseconds:7.0f}"
    )


def judge(labels: Labels, act: Act) -> Score:
    """Compare what was read of an act with its labels."""
    score = Score()
    _judge_provisions(labels["provisions"], act, score)
    _judge_commitments(labels["commitments"], act.commitments, score)
    _judge_events(labels["events"], act, score)
    return score


def _missed(labels: Labels) -> Score:
    """Count all labels of a refused act as missing."""
    score = Score()
    score.provisions.missing = sum(each["kind"] != "closing" for each in labels["provisions"])
    score.commitments.missing = sum(not each["borderline"] for each in labels["commitments"])
    score.events.missing = sum(
        bool(each["start"]) and each["precision"] in _DATED for each in labels["events"]
    )
    return score


def _judge_provisions(labels: Sequence[Labels], act: Act, score: Score) -> None:
    wanted = {label["ref"]: label["first_words"] for label in labels if label["kind"] != "closing"}
    found = {str(each.reference): each.text for each in act.provisions if str(each.reference) != "ENC"}
    for reference, first in wanted.items():
        same = words(found.get(reference, ""))[:_FIRST_WORDS] == words(first)[:_FIRST_WORDS]
        score.provisions.right += same
        score.provisions.missing += not same
        if not same:
            score.misses.append(f"{reference}: provision «{first}»")
    score.provisions.wrong += len(found.keys() - wanted.keys())


def _judge_commitments(labels: Sequence[Labels], found: Sequence[Commitment], score: Score) -> None:
    """Pair each label with the commitment of its provision that shares most parties, then most words."""
    left = list(found)
    for label in sorted(labels, key=lambda each: bool(each["borderline"])):
        said = max(
            (each for each in left if _fits(label, each)),
            key=lambda each: _likeness(label, each),
            default=None,
        )
        if said:
            left.remove(said)
            score.commitments.right += not label["borderline"]
            _judge_details(label, said, score)
        elif not label["borderline"]:
            score.commitments.missing += 1
            score.misses.append(f"{label['ref']}: missing «{label['action']}»")
    doubtful = {label["ref"] for label in labels if label["borderline"]}
    for each in left:
        if str(each.reference) not in doubtful:
            score.commitments.wrong += 1
            score.misses.append(f"{each.reference}: invented «{each.action}»")


def _judge_details(label: Labels, said: Commitment, score: Score) -> None:
    if label["responsible"] and "responsible" not in label["inferred"]:
        same = {*label["responsible"]} == {*said.responsible}
        score.responsible.right += same
        score.responsible.wrong += not same
        if not same:
            score.misses.append(f"{label['ref']}: responsible {label['responsible']}, not {said.responsible}")
    wanted, end = label["deadline"]["end"], str(said.deadline.end or "")
    if wanted:
        score.deadlines.right += end == wanted
        score.deadlines.wrong += end != wanted
    else:
        score.invented += bool(end)
    if end != (wanted or ""):
        score.misses.append(f"{label['ref']}: until {wanted or 'no day'}, not {end or 'no day'}")


def _fits(label: Labels, commitment: Commitment) -> bool:
    if str(commitment.reference) != label["ref"]:
        return False
    free = not label["responsible"] or "responsible" in label["inferred"]
    return free or bool({*label["responsible"]} & {*commitment.responsible})


def _likeness(label: Labels, commitment: Commitment) -> tuple[int, int]:
    return (
        len({*label["responsible"]} & {*commitment.responsible}),
        len({*words(label["action"])} & {*words(commitment.action)}),
    )


def _judge_events(labels: Sequence[Labels], act: Act, score: Score) -> None:
    found = [(str(event.reference), str(event.start)) for event in act.events]
    for label in labels:
        if label["start"] and label["precision"] in _DATED:
            right = (label["ref"], label["start"]) in found
            score.events.right += right
            score.events.missing += not right
            if not right:
                score.misses.append(f"{label['ref']}: event «{label['name']}», {label['start']}")
    labelled = {label["ref"] for label in labels}
    score.events.wrong += sum(reference not in labelled for reference, _ in found)


if __name__ == "__main__":
    main()
