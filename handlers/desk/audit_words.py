"""Word what an entry of the audit kept for undoing: how far commitments had come, which acts came."""

import json
from collections import Counter

from handlers.catalogue import Catalogue
from handlers.desk.tracking.words import STATES
from knowledge.values.tracking import Fulfilment

_NAMES = {each.value for each in Fulfilment}


def word(kept: str, catalogue: Catalogue) -> str:
    """Say what was kept as a person reads it; what is no JSON of ours is left as it is."""
    try:
        read = json.loads(kept)
    except ValueError:
        return kept
    if isinstance(read, list):
        return ", ".join(map(str, read))
    if not isinstance(read, dict):
        return kept
    counted = Counter(state for state in read.values() if state in _NAMES)  # the number of the change is none
    states = [(catalogue.text(STATES[Fulfilment(state)]), count) for state, count in counted.items()]
    return ", ".join(said if count == 1 else f"{count} × {said}" for said, count in states)
