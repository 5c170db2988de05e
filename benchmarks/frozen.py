"""Show what a change does to answers: python -m benchmarks.frozen save FILE | diff FILE.

`save` writes the answers to all labelled turns to a file, a line of JSON each: references, outcome, and
the text before the first quotation. `diff` answers them again and prints each answer that differs, with
the expected references, and how many became right or wrong. Save before a change, and compare after it.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.asking import Answered, answer
from benchmarks.labelled import Turn, load_all, open_stores
from benchmarks.scoring import Given, is_miss, judge
from knowledge.meaning.encoder import Encoder
from knowledge.values.base import Value


class Frozen(Value):
    """The answer to one turn, as far as it takes to see that it changed."""

    outcome: str
    references: tuple[str, ...]
    opening: str
    is_right: bool


Answers = Mapping[str, Frozen]


def main() -> int:
    """Save answers, or show how they differ from saved ones."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=["save", "diff"])
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    if arguments.step == "diff" and not arguments.file.exists():
        print(f"{arguments.file} is missing: save answers before the change", file=sys.stderr)
        return 1
    encoder, chats = Encoder(), load_all()
    with open_stores(encoder) as stores:
        given = list(answer(chats, stores, encoder))
    after = {_key(each): freeze(each) for each in given}
    if arguments.step == "save":
        write(arguments.file, after)
    else:
        turns = {_key(each): each.turn for each in given}
        print("\n".join(changes(read(arguments.file), after, turns)))
    return 0


def freeze(answered: Answered) -> Frozen:
    """Keep the parts of an answer that are compared."""
    found = answered.answer.findings
    references = [finding.citation.reference for finding in found]
    quote = "«" + found[0].quote if found else ""
    return Frozen(
        outcome=answered.answer.outcome.value,
        references=tuple(map(str, references)),
        opening=(answered.text.partition(quote)[0] if quote else answered.text).strip(),
        is_right=not is_miss(judge(answered.turn, Given(references, answered.text))),
    )


def write(path: Path, answers: Answers) -> None:
    """Write answers, one turn to a line."""
    lines = (
        json.dumps({"turn": key, **each.model_dump()}, ensure_ascii=False) for key, each in answers.items()
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path) -> Answers:
    """Read saved answers."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {line.pop("turn"): Frozen.model_validate(line) for line in lines}


def changes(before: Answers, after: Answers, turns: Mapping[str, Turn]) -> Iterator[str]:
    """Yield each answer that changed, and last how many there are of each sort."""
    counts: Counter[str] = Counter()
    for key, now in after.items():
        then = before.get(key)
        if then is None or then == now:
            counts["new" if then is None else "the same"] += 1
            continue
        became = "another" if now.is_right == then.is_right else "right" if now.is_right else "wrong"
        counts[became] += 1
        yield f"{became}: {key} {turns[key].q!r}, wanted {' '.join(turns[key].expect)}"
        yield f"  - {_line(then)}"
        yield f"  + {_line(now)}"
    counts["gone"] = len(before.keys() - after.keys())
    yield ", ".join(f"{sort} {number}" for sort, number in sorted(counts.items()))


def _line(answered: Frozen) -> str:
    opening = " / ".join(answered.opening.split("\n"))
    return f"{answered.outcome} {' '.join(answered.references)} {opening}"


def _key(answered: Answered) -> str:
    return f"{answered.chat.id}:{answered.place}"


if __name__ == "__main__":
    sys.exit(main())
