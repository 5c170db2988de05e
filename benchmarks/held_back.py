"""Answer each fold of the labelled questions with a confidence learned from the other folds."""

from collections.abc import Sequence

from benchmarks.asking import Judged, Stores, ask_own
from benchmarks.calibration import FOLDS, choose_threshold, collect, fit, learned, predict
from benchmarks.labelled import Labelled


def ask_held_back(chats: Sequence[Labelled], stores: Stores) -> list[Judged]:
    """Ask our own system; what it is told of being sure comes from other questions than those it is asked."""
    examples = collect()
    names = sorted(examples[0].signs)
    fold_of = {chat.id: place % FOLDS for place, chat in enumerate(chats)}
    judged: list[Judged] = []
    for fold in range(FOLDS):
        others = [each for each in examples if fold_of[each.chat] != fold]
        model = fit(others, names)
        enough = choose_threshold(others, predict(model, others, names))
        own = [chat for chat in chats if fold_of[chat.id] == fold]
        judged += ask_own(own, stores, confidence=learned(model, names, enough))
    return judged
