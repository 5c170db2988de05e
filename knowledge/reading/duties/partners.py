"""Find the recipients and supporters of an action."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.labels import LabelKind, field_end
from knowledge.reading.duties.passages import Passage, WordPhrases

_FOR = frozenset({"a", "al", "ante", "entre", "to", "before", "among"})
_NOT_FOR = frozenset(
    {"respecto", "cuanto", "debido", "gracias", "conforme", "frente", "apoyo", "regard", "respect"}
)
_TAKEN_UP = frozenset(
    {
        "consideracion",
        "comentarios",
        "aprobacion",
        "conocimiento",
        "revision",
        "disposicion",
        "consideration",
        "approval",
        "disposal",
    }
)
_OF = frozenset({"de", "del", "of", "from", "por", "by", "con", "with"})
_SHARED = frozenset({"share", "compartir", "consult"})
_TOLD = frozenset({"notify", "inform", "send", "provide", "give", "assist", "invite", "advise"})
_BETWEEN = frozenset({"entre", "among"})
_OTHERS = re.compile(r"\s+(?:y|e|and)\s+(?:otr[oa]s|demás|other)\b[^,.;]*")
_ACRONYM = re.compile(r"\s*\([^()]{1,12}\)")
_ADJECTIVES = 4


class Partners(NamedTuple):
    """Canonical names, and the characters of the passage that name the helpers."""

    recipients: tuple[str, ...]
    supporters: tuple[str, ...]
    helping: tuple[tuple[int, int], ...]


class PartnerFinder:
    """Finds recipients and supporters in a stretch of a passage."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._lists = around.lists
        self._grammar = around.grammar
        self._supported_by = WordPhrases(cues.actors.supported_by)

    def find(self, passage: Passage, start: int, end: int, doers: tuple[str, ...] = ()) -> Partners:
        """Find recipients and supporters between two tokens, without the `doers`."""
        supporters: dict[str, None] = {}
        helping: list[tuple[int, int]] = []
        for index in range(start, end):
            listed = self._supporters_at(passage, index, end)
            if listed:
                supporters.update(dict.fromkeys(self._lists.names(listed, passage)))
                helping.append((passage.tokens[index].start, self._end(passage, listed)))
        for named, place in self._labelled(passage, start, end):
            supporters.update(dict.fromkeys(named))
            helping.append(place)
        recipients: dict[str, None] = {}
        for index in range(start, end):
            listed = self._recipients_at(passage, index, end)
            at = passage.tokens[index].start
            if listed and not any(first <= at < last for first, last in helping):
                recipients.update(dict.fromkeys(self._lists.names(listed, passage)))
        return Partners(_others(recipients, doers), _others(supporters, doers), tuple(helping))

    def _labelled(
        self, passage: Passage, start: int, end: int
    ) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
        """Read «(Apoya: OIM)»: the names, and the characters with the brackets around them."""
        for label in passage.labels:
            token = next(
                (each for each in range(start, end) if passage.tokens[each].start >= label.end), None
            )
            if label.kind is not LabelKind.SUPPORT or token is None:
                continue
            listed = self._lists.read(passage, token)
            if listed:
                last = passage.tokens[listed.end - 1].end
                closed = field_end(passage.text, label, len(passage.text))
                bracketed = closed < len(passage.text)
                place = (label.start - bracketed, closed + 1 if bracketed else last)
                yield self._lists.names(listed, passage), place

    @staticmethod
    def _end(passage: Passage, listed: PartyList) -> int:
        """Return where the list ends, with its acronym and «y otros actores claves» after it."""
        end = passage.tokens[listed.end - 1].end
        acronym = _ACRONYM.match(passage.text, end)
        end = acronym.end() if acronym else end
        others = _OTHERS.match(passage.text, end)
        return others.end() if others else end

    def _supporters_at(self, passage: Passage, index: int, end: int) -> PartyList | None:
        position = self._supported_by.after(passage, index)
        if position is None:
            return None
        for each in range(position, min(end, position + _ADJECTIVES)):
            listed = self._lists.read(passage, each)
            if listed and listed.end <= end and (each == position or passage.tokens[each].word in _OF):
                return listed
        return None

    def _recipients_at(self, passage: Passage, index: int, end: int) -> PartyList | None:
        word = passage.tokens[index].word
        before = passage.tokens[index - 1].word if index else ""
        addressed = word in _FOR and before not in _NOT_FOR
        shared = word in {"with", "con"} and any(token.word in _SHARED for token in passage.tokens[:index])
        taken_up = word in _OF and before in _TAKEN_UP
        if not (addressed or shared or taken_up or word in _TOLD):
            return None
        listed = self._lists.read(passage, index + 1)
        if listed is None or listed.end > end or (word in _BETWEEN and len(listed.members) > 1):
            return None
        return listed


def _others(names: dict[str, None], doers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in doers)
