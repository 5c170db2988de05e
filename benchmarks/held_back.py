"""Answer each fold of the labelled questions with a confidence learned from the other folds."""

from collections.abc import Sequence

from benchmarks.asking import Judged, Stores, ask_own
from benchmarks.calibration import FOLDS, SURE, choose_threshold, collect, fit, predict
from benchmarks.labelled import Labelled
from knowledge.answering.confidence import Confidence


def ask_held_back(chats: Sequence[Labelled], stores: Stores) -> list[Judged]:
    """Ask our own system; what it is told of being sure comes from other questions than those it is asked."""
    examples = collect()
    names = sorted(examples[0].signs)
    fold_of = {chat.id: place % FOLDS for place, chat in enumerate(chats)}
    judged: list[Judged] = []
    for fold in range(FOLDS):
        others = [each for each in examples if fold_of[each.chat] != fold]
        bias, weights = fit(others, names)
        enough = choose_threshold(others, predict((bias, weights), others, names))
        confidence = Confidence(
            bias=bias,
            weights=dict(zip(names, map(float, weights), strict=True)),
            enough=enough,
            sure=min(enough + SURE, 0.9),
        )
        own = [chat for chat in chats if fold_of[chat.id] == fold]
        judged += ask_own(own, stores, confidence=confidence)
    return judged
