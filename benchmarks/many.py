"""How good answers are with the acts of many years loaded at once: python -m benchmarks.many [--misses].

Prints, for each base of benchmarks/gold/many, the share of right answers to each group of questions, to turns
of dialogues, and to commands. The README there says what counts as right.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.labelled import ACTS, BUILT_IN_ACT, GOLD
from benchmarks.tables import Row, shares
from bot.services import open_loader, open_services
from bot.settings import Settings
from handlers.catalogue import LANGUAGES
from handlers.commands import request_in
from handlers.lists.requests import Asked, ask_base
from handlers.services import Services
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold
from knowledge.values.answers import Answer, Outcome

MANY = GOLD / "many"
TODAY = {
    "ten": date(2023, 11, 1),
    "seven": date(2024, 7, 1),
    "six": date(2022, 10, 15),
    "other_ten": date(2023, 10, 1),
    "nine": date(2024, 7, 15),
    "other_nine": date(2022, 1, 10),
    "other_six": date(2021, 1, 15),
    "eight": date(2021, 8, 15),
    "other_eight": date(2023, 9, 1),
    "third_eight": date(2023, 9, 1),
    "fourth_eight": date(2023, 9, 1),
    "fifth_eight": date(2023, 9, 1),
    "sixth_eight": date(2023, 9, 1),
}
UNREAD = frozenset({"sixth_eight"})
"""Bases that nothing is learned from, so that their figures stay those of authors unknown to the program."""

ABSTAIN = ["abstain"]
Labels = dict[str, Any]


def main() -> None:
    """Print a table for each base."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what was answered wrong")
    misses = parser.parse_args().misses
    for folder in sorted(path for path in MANY.iterdir() if path.is_dir()):
        counts: dict[str, list[bool]] = {}
        with opened(folder) as services:
            for group, asked, is_right in judged(folder, services, TODAY[folder.name]):
                counts.setdefault(group, []).append(is_right)
                if misses and not is_right:
                    print(f"{folder.name} {group}: {asked}")
        rows = [Row(group, len(hits), {"right": sum(hits) / len(hits)}) for group, hits in counts.items()]
        print(shares(f"{folder.name} acts", ["right"], rows), flush=True)


@contextmanager
def opened(folder: Path) -> Iterator[Services]:
    """Open the services on the acts of a base, without the shipped act unless it is one of them."""
    acts = acts_of(folder)
    with tempfile.TemporaryDirectory() as place:
        forum = Path(place) / "forum"
        shutil.copytree(BUILT_IN.forum, forum, ignore=shutil.ignore_patterns("acts"))
        settings = Settings(data=Path(place) / "data", forum=forum)
        open_loader(settings).add(*acts)
        with open_services(settings) as services:
            yield services


def acts_of(folder: Path) -> list[Path]:
    """List the acts of a base: the files beside its questions, else those that right answers cite."""
    if beside := sorted(folder.glob("*.txt")):
        return beside
    keys = {
        key
        for line in _lines(folder / "questions.jsonl")
        for key in (*line["expect"], *line.get("also_ok", []))
    }
    slugs = sorted({key.partition("#")[0] for key in keys} - {*ABSTAIN})
    shipped = BUILT_IN.forum / "acts" / f"{BUILT_IN_ACT}.txt"
    return [shipped if slug == BUILT_IN_ACT else ACTS / f"{slug}.txt" for slug in slugs]


def questions_of(folder: Path) -> list[str]:
    """List the questions on a base."""
    return [line["q"] for line in _lines(folder / "questions.jsonl")]


def questions_on(folder: Path) -> list[Labels]:
    """List the labelled questions on a base."""
    return _lines(folder / "questions.jsonl")


def learned_from() -> list[Path]:
    """List the folders of the bases that may be learned from."""
    return sorted(path for path in MANY.iterdir() if path.is_dir() and path.name not in UNREAD)


def looking_across() -> Iterator[tuple[str, bool]]:
    """Yield each question on those bases, and whether its answer lies in several meetings."""
    for folder in learned_from():
        for line in questions_on(folder):
            yield line["q"], line["group"] == "across"


def judged(folder: Path, services: Services, today: date) -> Iterator[tuple[str, str, bool]]:
    """Yield the group of each question, turn and command, its text, and whether it is answered right."""
    for line in _lines(folder / "questions.jsonl"):
        (answer,) = _converse(services, [line["q"]], today)
        yield line["group"], line["q"], _is_right(line, answer, services, today)
    for line in _lines(folder / "dialogues.jsonl"):
        turns = line["turns"]
        for turn, answer in zip(
            turns, _converse(services, [each["q"] for each in turns], today), strict=True
        ):
            yield "dialogues", turn["q"], _is_right(turn, answer, services, today)
    for line in _lines(folder / "commands.jsonl"):
        (answer,) = _converse(services, [line["q"]], today)
        text = _text(answer, services, today)
        yield (
            "commands",
            line["q"],
            all(_plain(each) in text for each in line["must"])
            and not any(_plain(each) in text for each in line["must_not"]),
        )


def _is_right(line: Labels, answer: Answer, services: Services, today: date) -> bool:
    got = [finding.citation.key for finding in answer.findings]
    expected, also = line["expect"], line.get("also_ok", [])
    if expected == ABSTAIN:
        return not got or got[0] in also
    if line.get("right_by") == "facts":
        text = _text(answer, services, today)
        return all(_plain(fact) in text for fact in line.get("facts", []))
    asks_back = answer.outcome is Outcome.AMBIGUOUS and not set(expected).isdisjoint(got)
    allowed = expected if line.get("group") == "several" else [*expected, *also]
    is_first = bool(got) and got[0] in allowed
    has_all = not line.get("need_all") or set(expected) <= set(got)
    return (is_first or asks_back) and has_all


def _converse(services: Services, messages: list[str], today: date) -> list[Answer]:
    answers: list[Answer] = []
    focus: str | None = None
    for message in messages:
        request, words = request_in(message) or (ask_base, message)
        answer, focus = request(services.base, Asked(words, today, LANGUAGES[0], focus))
        answers.append(answer)
    return answers


def _text(answer: Answer, services: Services, today: date) -> str:
    return _plain(services.renderer(answer.language, today).text(answer))


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def _lines(path: Path) -> list[Labels]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
