"""Groups that an act names by their members: «un grupo integrado por México y Belice»."""

from knowledge.reading.duties.actors import PartyList, PartyLists
from knowledge.reading.duties.passages import Passage


def group_before(lists: PartyLists, passage: Passage, first: int, end: int) -> PartyList | None:
    """Return the members of the group that is named right before a token of a sentence, or None.

    A comma may stand between: «El panel, compuesto por Belice y Guatemala, (seleccionará)». The list starts
    where the words for the group do; `first` is the first token of the sentence.
    """
    start = first
    for index in range(first, end):
        start = index + 1 if passage.tokens[index].word in {";", ":"} else start
        after = lists.made_up.after(passage, index)
        listed = lists.read(passage, after) if after else None
        if listed and (listed.end == end or passage.words(listed.end, end) == ","):
            return listed._replace(start=start)
    return None
