"""Learn the weights from all labelled sets: python -m benchmarks.learn [--check] [--on DAY] [--own FOLDER].

Prints how good answers are on each act by weights learned from the others and, for the shipped act, on each
author's questions by weights learned without them. Then learns from all sets, and writes to
knowledge/data/learned/: weights.yaml, and intents.npz with the vectors of the examples in intents.yaml, the
directions of messages that acts answer and of those that want something of the bot itself, and, from
benchmarks/gold/many, the direction of those whose answer lies in several meetings. Which provisions deal with
a topic is learned from those, too. There are two models: with the sentence encoder, and by words alone.

Three limits are chosen by rule, the first two on held-out examples:

enough  the highest sureness that at most REFUSED of the right answers don't reach
sure    the lowest from which on RIGHT of the answers are right, and at least LEAST_SURE more than `enough`
intent  the least likeness to an example in intents.yaml that at most LOST of the answerable questions reach

An act counts by its turns, up to 60, so that neither the largest nor the smallest one decides.

--own names a forum's folder or a bot's data folder, and adds the golden questions in it that no labelled set
has to the sets of their acts.

--check writes nothing, and exits with status 1 if the files differ from what is learned anew by more than
the different rounding of another processor explains: see TOLERANCE.
"""

import argparse
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

from benchmarks.collecting import RememberingEncoder, collect
from benchmarks.holding_out import (
    FIGURES,
    Chats,
    choose_enough,
    choose_sure,
    count_by_act,
    hold_out_acts,
    hold_out_authors,
    quantile,
    rows,
)
from benchmarks.labelled import BUILT_IN_ACT, ActSource, act_sources, load_all, open_stores
from benchmarks.learning import Example, fit_ranking, fit_sureness
from benchmarks.many import looking_across
from benchmarks.own import NONE, read_own
from benchmarks.relevance import collect_topics, fit_relevance
from benchmarks.scope import (
    Direct,
    direct,
    direct_across,
    encode_intents,
    open_intents,
    point,
    single_turns,
)
from benchmarks.tables import Row, shares
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vectors
from knowledge.ranking.meanings import FILE_NAME, load_learned
from knowledge.ranking.weights import Model, Ranking, Relevance, Sureness, Weights, load_weights
from knowledge.understanding.intents import IntentFinder

MOST = 500
"""The most chats of an act, evenly chosen, that are learned from: more wouldn't add to its weight."""

REFUSED = 0.025
RIGHT = 0.9
LEAST_SURE = 0.1
LOST = 0.002

TOLERANCE = 0.6
"""Share of a weight, or of 1 if it is less, by which it may differ from what is learned anew.

With noise of a hundredth in each vector, more than any processor's rounding, the weight of a sign that few
examples have moved by half, as one of them got another first candidate; the others by less than a tenth.
"""

LIMITS = (".enough", ".sure", "meaning.intent", "words.intent")
LIMIT_TOLERANCE = 0.05
"""By how much a limit may differ: it is the score of one example, and moves with it."""

LEAST_ALIKE = 0.98
"""The least cosine between the vectors in intents.npz and those made anew."""

WIDTH = 110
"""Characters of a line of the comment on top of weights.yaml."""

NAMES = ("meaning", "words")

Arrays = Mapping[str, np.ndarray]


class Learned(NamedTuple):
    """One model, its tables of figures, a line that sums them up, and the contents of intents.npz."""

    model: Model
    tables: str
    summary: str
    arrays: Arrays


def main() -> int:
    """Learn, print, and write or check."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare with the files, and write nothing")
    parser.add_argument("--on", type=date.fromisoformat, default=datetime.now(UTC).date(), help="the day")
    parser.add_argument("--own", type=Path, metavar="FOLDER", help="with the golden questions in a folder")
    arguments = parser.parse_args()
    own = read_own(arguments.own) if arguments.own else NONE
    labelled = {act: chats[:: 1 + len(chats) // MOST] for act, chats in load_all().items()}
    chats, acts = own.beside(labelled), own.acts | act_sources()
    one = partial(learn, chats=chats, acts=acts, with_authors=not arguments.check)
    with ProcessPoolExecutor(len(NAMES)) as processes:
        both = dict(zip(NAMES, processes.map(one, NAMES), strict=True))
    print("".join(each.tables for each in both.values()))
    weights = Weights(**{name: each.model for name, each in both.items()})
    arrays = both["meaning"].arrays
    if not arguments.check:
        comment = header(chats, arguments.on, [each.summary for each in both.values()])
        write(BUILT_IN.learned, comment, weights, arrays)
        return 0
    faults = list(differences(BUILT_IN.learned, weights, arrays))
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return int(bool(faults))


def learn(name: str, chats: Chats, acts: Mapping[str, ActSource], *, with_authors: bool = True) -> Learned:
    """Learn one model from all examples, and choose its limits on held-out ones.

    No limit depends on the figures with authors held out, so a check skips them.
    """
    encoder = RememberingEncoder() if name == "meaning" else None
    toward = partial(direct, encoder) if encoder else None
    arrays = _arrays(encoder, chats) if encoder else {}
    intents = open_intents(encoder)
    intent = choose_intent(intents, chats)
    with tempfile.TemporaryDirectory() as folder, open_stores(encoder, acts) as stores:
        np.savez(Path(folder) / FILE_NAME, allow_pickle=False, **arrays)
        examples = collect(chats, stores, encoder, Path(folder), intent, acts)
        model, tables, summary = _fit(name, examples, chats, toward, intent, with_authors=with_authors)
        model, relevance = _with_relevance(name, model, encoder)
    told = shares(f"{name}: taken for small talk and the like", ["share"], _taken(intents, chats, intent))
    return Learned(model, f"{tables}\n{relevance}\n{told}\n", summary, arrays)


def _arrays(encoder: Encoder, chats: Chats) -> dict[str, Vectors]:
    """Learn the contents of intents.npz."""
    return {
        "intents": encode_intents(encoder),
        **direct(encoder, chats)._asdict(),
        "across": direct_across(encoder, looking_across()),
    }


def _fit(
    name: str,
    examples: Sequence[Example],
    chats: Chats,
    toward: Direct | None,
    intent: float,
    *,
    with_authors: bool,
) -> tuple[Model, str, str]:
    """Fit a model to all examples, with limits chosen on held-out ones."""
    held = hold_out_acts(examples, chats, toward)
    enough = round(choose_enough(held, REFUSED), 3)
    sure = round(min(max(choose_sure(held, enough, RIGHT), enough + LEAST_SURE), 1.0), 3)
    acts = rows(held, enough)
    table = shares(f"{name}: act held out", FIGURES, acts)
    if with_authors:
        authors = rows(hold_out_authors(examples, chats, toward, BUILT_IN_ACT), enough)
        table += "\n" + shares(f"{name}: author held out", FIGURES, authors[:1])
    point(examples, toward(chats) if toward else None)
    ranking = fit_ranking(examples)
    sureness = fit_sureness(examples, ranking).model_copy(update={"enough": enough, "sure": sure})
    mean = ", ".join(f"{figure} {100 * value:.1f} %" for figure, value in acts[-1].figures.items())
    summary = f"{name}: {mean} (mean of acts, each held out)"
    return _unrelated(ranking, sureness, intent), table, summary


def _unrelated(ranking: Ranking, sureness: Sureness, intent: float) -> Model:
    """Return a model that doesn't tell yet what deals with a topic."""
    none = Relevance(bias=0.0, weights={}, enough=1.0, sure=1.0)
    return Model(ranking=ranking, sureness=sureness, relevance=none, intent=intent)


def _with_relevance(name: str, model: Model, encoder: Encoder | None) -> tuple[Model, str]:
    """Add to a model what tells which provisions deal with a topic; return a table of its figures, too."""
    relevance, told = fit_relevance(collect_topics(Weights(meaning=model, words=model), encoder))
    table = shares(f"{name}: what deals with a topic, base held out", ["sure", "right", "listed"], told)
    return model.model_copy(update={"relevance": relevance}), table


def choose_intent(intents: IntentFinder, chats: Chats) -> float:
    """Return the likeness from which a message is taken for small talk and the like."""
    answerable = [(act, turn.q) for act, _, turn in single_turns(chats) if turn.is_answerable]
    likeness = [intents.nearest(text).likeness for _, text in answerable]
    counts = count_by_act([act for act, _ in answerable])
    # quantile counts from below; negated, it gives the likeness that only LOST exceed.
    return round(-quantile([-each for each in likeness], counts, LOST) + 0.001, 3)


def _taken(intents: IntentFinder, chats: Chats, intent: float) -> Iterator[Row]:
    """Yield the share of messages of each group that are taken for small talk and the like."""
    by_group: dict[str, list[bool]] = {}
    for _, chat, turn in single_turns(chats):
        group = "what an act answers" if turn.is_answerable else chat.group
        by_group.setdefault(group, []).append(intents.nearest(turn.q).likeness >= intent)
    for group, taken in sorted(by_group.items()):
        yield Row(group, len(taken), {"share": sum(taken) / len(taken)})


def header(chats: Chats, day: date, summaries: Sequence[str]) -> str:
    """Return the comment on top of weights.yaml."""
    sets = ", ".join(f"{act} ({len(labelled)})" for act, labelled in chats.items())
    lines = (
        f"Written by make learn on {day.isoformat()}; not to be edited.",
        f"From benchmarks/gold, by act and number of chats: {sets}.",
        *summaries,
    )
    wrapped = [each for line in lines for each in textwrap.wrap(line, WIDTH)]
    return "".join(f"# {each}\n" for each in wrapped)


def write(folder: Path, comment: str, weights: Weights, arrays: Arrays) -> None:
    """Write both files."""
    text = yaml.safe_dump(weights.model_dump(exclude_none=True), sort_keys=True)
    (folder / "weights.yaml").write_text(comment + text, encoding="utf-8")
    np.savez_compressed(folder / FILE_NAME, allow_pickle=False, **arrays)
    load_weights.cache_clear()
    load_learned.cache_clear()


def differences(folder: Path, weights: Weights, arrays: Arrays) -> Iterator[str]:
    """Yield a line for each figure in a folder's files that differs from what was learned anew."""
    kept = dict(_numbers(load_weights(folder).model_dump()))
    new = dict(_numbers(weights.model_dump()))
    for path in sorted({*kept, *new}):
        before, value = kept.get(path), new.get(path)
        if before is None or value is None or abs(value - before) > _tolerance(path, value):
            yield f"weights.yaml: {path} is {before}, but make learn gives {value}"
    with np.load(folder / FILE_NAME) as content:
        for name, array in arrays.items():
            if not _is_alike(content[name], array):
                yield f"{FILE_NAME}: {name} isn't what make learn gives"


def _tolerance(path: str, value: float) -> float:
    return LIMIT_TOLERANCE if path.endswith(LIMITS) else TOLERANCE * max(1.0, abs(value))


def _is_alike(kept: np.ndarray, new: np.ndarray) -> bool:
    if kept.shape != new.shape:
        return False
    one, other = np.atleast_2d(kept).astype(np.float64), np.atleast_2d(new).astype(np.float64)
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return bool(np.all((one * other).sum(axis=1) >= LEAST_ALIKE * lengths))


def _numbers(content: Mapping[str, object], path: str = "") -> Iterator[tuple[str, float]]:
    for name, value in content.items():
        if isinstance(value, dict):
            yield from _numbers(value, f"{path}{name}.")
        elif isinstance(value, int | float):
            yield f"{path}{name}", float(value)


if __name__ == "__main__":
    sys.exit(main())
