"""Find where a later meeting takes a provision up again, once for all provisions of a base."""

from collections.abc import Mapping
from itertools import combinations

import numpy as np
import numpy.typing as npt

from knowledge.meaning.counterparts import Counterparts, Numbers
from knowledge.meaning.packing import Packed

ALIKE = 0.65
"""Likeness from which two provisions, each the likest to the other in its act, deal with one matter.

Of 277 labelled provisions for which one of a later meeting is found so, it is a right one for 95 %; from .6
on, for 92 %. Whether the same parties are named makes no difference.
"""

MOST = 20_000
"""The most provisions that are compared, each with each: some seconds on two cores."""

NONE = -1


def find_successors(
    wholes: Packed, acts: Numbers, languages: Mapping[int, str], is_compared: npt.NDArray[np.bool_]
) -> Numbers:
    """Return for each provision the one that takes it up in the newest act that does, or NONE.

    `acts` are the acts of the provisions, numbered from 0 in the order of their meetings, and `languages`
    theirs; a preamble, say, is compared with nothing.
    """
    successors = np.full(len(acts), NONE, np.int32)
    if len(languages) < 2 or len(acts) > MOST:  # noqa: PLR2004  one act has no later one
        return successors
    counterparts = Counterparts(wholes, acts, languages)
    numbers = [np.flatnonzero((acts == act) & is_compared).astype(np.int32) for act in sorted(languages)]
    having = [(own, counterparts.rows(own)) for own in numbers if len(own)]
    for (own, rows), (others, later) in combinations(having, 2):
        likeness = rows @ later.T
        nearest, back = likeness.argmax(axis=1), likeness.argmax(axis=0)
        places = np.arange(len(own))
        is_mutual = (back[nearest] == places) & (likeness[places, nearest] >= ALIKE)
        successors[own[is_mutual]] = others[nearest[is_mutual]]
    return successors
