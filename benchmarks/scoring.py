"""Judge answers against labelled turns, and add up the judgements."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from benchmarks.labelled import Turn
from knowledge.language.folding import fold
from knowledge.values.references import Reference

SHOWN = 3
"""How many of the first references `r3` looks at."""

FIGURES = ("r1", "r1_lenient", "r3", "facts", "facts_of_right", "abstain", "false_abstain")
"""What is counted, in the order of the tables.

============== ================================================================================
r1             an expected reference comes first; where all are needed, all are shown
r1_lenient     an expected or accepted reference comes first
r3             an expected or accepted reference is among the first three
facts          the answer's text holds every fact
facts_of_right the same, of the answers that are right by r1_lenient
abstain        nothing is cited where the acts answer nothing
false_abstain  nothing is cited though the acts answer
============== ================================================================================
"""

Judgement = Mapping[str, bool]


class Given(NamedTuple):
    """An answer: the references it cites, best first, and its whole text."""

    references: Sequence[Reference]
    text: str = ""


def judge(turn: Turn, given: Given) -> Judgement:
    """Return the figures that an answer counts for, and whether it is right by each."""
    cited = [str(reference) for reference in given.references]
    if not turn.is_answerable:
        return {"abstain": not cited}
    first = cited[0] if cited else None
    lenient = first in turn.right
    text = _plain(given.text)
    facts = all(_plain(fact) in text for fact in turn.facts)
    return {
        "r1": first in turn.expect and (not turn.need_all or set(turn.expect) <= set(cited)),
        "r1_lenient": lenient,
        "r3": bool(turn.right & set(cited[:SHOWN])),
        "facts": facts,
        **({"facts_of_right": facts} if lenient else {}),
        "false_abstain": not cited,
    }


def _plain(text: str) -> str:
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


def is_miss(judgement: Judgement) -> bool:
    """Tell whether an answer cites a wrong provision or none, cites when it shouldn't, or lacks a fact."""
    return not all(judgement.get(figure, True) for figure in ("r1_lenient", "abstain", "facts"))


def summarize(judgements: Iterable[Judgement]) -> dict[str, float]:
    """Return the share of each figure, from 0 to 1, among the turns that count for it."""
    counted: dict[str, list[bool]] = {}
    for judgement in judgements:
        for figure, value in judgement.items():
            counted.setdefault(figure, []).append(value)
    return {figure: sum(values) / len(values) for figure, values in counted.items()}
