"""Leave out what is said around a question: «disculpe la molestia», "I have to brief the minister".

It belongs to what nobody asks, and read with the question it hides from the encoder what isn't answered.
"""

from collections.abc import Sequence

from knowledge.understanding.intents import IntentFinder
from knowledge.understanding.question import Question

CHATTER = -2.0
"""How much a sentence is one for acts, below which it may be said around another."""

_LESS = 1.5
"""How much less it is so than the sentence that is most."""


def without_chatter(readings: Sequence[Question], intents: IntentFinder) -> tuple[Question, ...]:
    """Return the readings of a message that have no chatter in them, the longest first.

    `readings` are those of a message, all of it first; they are returned as they are if none is chatter.
    What has a question mark is none.
    """
    parts = {each.text: intents.for_acts(each.about) for each in readings[1:]}
    limit = min(CHATTER, max(parts.values(), default=0.0) - _LESS)
    chatter = [text for text, for_acts in parts.items() if for_acts < limit and "?" not in text]
    kept = [each for each in readings if not any(text in each.text for text in chatter)]
    return tuple(sorted(kept, key=lambda each: -len(each.text))) if chatter and kept else tuple(readings)
