"""Tell questions whose answer lies in several meetings: «¿en qué reuniones se habló de visas?»."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold
from knowledge.language.phrases import PhraseMatch, Phrases
from knowledge.language.verbs import Verbs
from knowledge.understanding.named_meetings import load_meeting_words, plurals_of
from knowledge.values.base import Value


class Across(StrEnum):
    """What is wanted of several meetings."""

    MEETINGS = "meetings"
    TIMES = "times"
    FIRST = "first"
    LAST = "last"
    ENDS = "ends"
    COMPARISON = "comparison"
    BOTH = "both"
    TIMELINE = "timeline"
    ATTENDED = "attended"
    MISSED = "missed"
    KIND = "kind"
    DEEDS = "deeds"
    SAID = "said"


_HAVE = frozenset({"ha", "han"})
_GERUND = "ndo"
_SHORT = 3
"""Letters of a word that may stand twice for other reasons: «uno por uno», "day by day"."""


class _AcrossWords(Value):
    """The contents of across_words.yaml, where each field is explained."""

    in_meetings: tuple[str, ...]
    of_meetings: tuple[str, ...]
    times: tuple[str, ...]
    first: tuple[str, ...]
    firstly: tuple[str, ...]
    articles: tuple[str, ...]
    last: tuple[str, ...]
    ends: tuple[str, ...]
    compare: tuple[str, ...]
    timeline: tuple[str, ...]
    repeating: tuple[str, ...]
    going_on: tuple[str, ...]
    went_on: tuple[str, ...]
    changing: tuple[str, ...]
    how: tuple[str, ...]
    perfect: tuple[str, ...]
    doers: tuple[str, ...]
    everything: tuple[str, ...]
    deeds: tuple[str, ...]
    when: tuple[str, ...]
    attended: tuple[str, ...]
    missed: tuple[str, ...]
    nouns: tuple[str, ...]
    which: tuple[str, ...]
    hosting: tuple[str, ...]
    dealing: tuple[str, ...]
    agreed: tuple[str, ...]
    frames: tuple[str, ...]


class AcrossNamed(NamedTuple):
    """What is wanted of several meetings, and where the words stand that only say so.

    `taking_part` is what is said of taking part, ATTENDED or MISSED, and where. What is asked of a kind of
    meetings may be what these did, too, if it `may_be_done`: «¿qué reuniones aprobaron un plan?».
    """

    across: Across
    places: frozenset[int]
    taking_part: tuple[Across, frozenset[int]] | None = None
    may_be_done: bool = False


class _Cue(StrEnum):
    IN_MEETINGS = "in_meetings"
    OF_MEETINGS = "of_meetings"
    TIMES = "times"
    FIRST = "first"
    LAST = "last"
    ENDS = "ends"
    COMPARE = "compare"
    TIMELINE = "timeline"
    CHANGING = "changing"


_MEANINGS = (
    (_Cue.COMPARE, Across.COMPARISON),
    (_Cue.TIMELINE, Across.TIMELINE),
    (_Cue.CHANGING, Across.TIMELINE),
    (_Cue.TIMES, Across.TIMES),
    (_Cue.ENDS, Across.ENDS),
    (_Cue.FIRST, Across.FIRST),
    (_Cue.LAST, Across.LAST),
    (_Cue.IN_MEETINGS, Across.MEETINGS),
    (_Cue.OF_MEETINGS, Across.MEETINGS),
)
"""What each sort of phrase asks for; of several the first counts."""


class AcrossFinder:
    """Find what messages want of several meetings, by the phrases of across_words.yaml."""

    def __init__(self, spoken: _AcrossWords, verbs: Verbs, nouns: Iterable[str] = ()) -> None:
        self._verbs = verbs
        self._cues: Phrases[_Cue] = Phrases((phrase, cue) for cue in _Cue for phrase in getattr(spoken, cue))
        self._missed = _phrases(spoken.missed)
        self._attended = _phrases(spoken.attended)
        self._dealing = _phrases(spoken.dealing)
        self._agreed = _phrases(spoken.agreed)
        self._frames = _phrases(spoken.frames)
        self._nouns = _phrases((*spoken.nouns, *nouns))
        self._which = _phrases(spoken.which)
        self._hosting = _phrases(spoken.hosting)
        self._when = _phrases(spoken.when)
        self._firstly = frozenset(map(fold, spoken.firstly))
        self._articles = frozenset(map(fold, spoken.articles))
        self._perfect = _phrases(spoken.perfect)
        self._doers = _phrases(spoken.doers)
        self._everything = _phrases(spoken.everything)
        self._deeds = frozenset(map(fold, spoken.deeds))
        self._how = _phrases(spoken.how)
        self._repeating = frozenset(map(fold, spoken.repeating))
        self._going_on = frozenset(map(fold, spoken.going_on))
        self._went_on = frozenset(map(fold, spoken.went_on))

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "AcrossFinder":
        """Read across_words.yaml in a folder of data files; raise FaultyData on a mistake."""
        meetings = load_meeting_words(folder)
        nouns = {*map(fold, meetings.nouns)} - {*map(fold, meetings.acts)}
        spoken = load_yaml(folder / "across_words.yaml", _AcrossWords)
        return cls(spoken, Verbs.load(folder), nouns | plurals_of(nouns))

    @property
    def vocabulary(self) -> set[str]:
        """Words that a typing error may hide, folded."""
        return self._cues.vocabulary | self._dealing.vocabulary

    def find(self, tokens: Sequence[str]) -> AcrossNamed | None:
        """Return what folded words want of several meetings, or None."""
        asks_how = any(self._how.find(tokens))
        found = [match for match in self._cues.find(tokens) if asks_how or match.meaning is not _Cue.CHANGING]
        cues = {match.meaning for match in found}
        taken = _places(found)
        if in_a_row := self._in_a_row(tokens) | (self._went_on_in(tokens) if asks_how else set()):
            cues.add(_Cue.TIMELINE)
            taken |= in_a_row
        taking_part = self.taking_part(tokens, taken)
        dealing = _places(self._dealing.find(tokens)) - taken
        if not cues and (firstly := self._said_firstly(tokens)):
            return AcrossNamed(Across.FIRST, self._with_frames(tokens, firstly))
        if not cues:
            return self._besides(tokens)
        if cues == {_Cue.OF_MEETINGS} and not dealing and not taking_part:
            kind = self._besides(tokens) or AcrossNamed(Across.KIND, self._with_frames(tokens, taken))
            return kind._replace(may_be_done=True)
        if {_Cue.FIRST, _Cue.LAST} <= cues:
            cues.add(_Cue.ENDS)
        across = next(across for cue, across in _MEANINGS if cue in cues)
        return AcrossNamed(across, self._with_frames(tokens, taken | dealing), taking_part)

    def is_so_far(self, tokens: Sequence[str]) -> bool:
        """Tell whether folded words are in the perfect tense: none is in "how many pages may it have?"."""
        first = next((match.end for match in self._perfect.find(tokens)), len(tokens))
        verbs = self._verbs
        rest = tokens[first:]
        return "been" in rest or any(
            verbs.is_nonfinite(word) or verbs.base_of_irregular(word) for word in rest
        )

    def lists_deeds(self, tokens: Sequence[str], *, is_past: bool) -> bool:
        """Tell whether folded words begin with deeds in the plural, or ask for everything somebody did."""
        return not self._deeds.isdisjoint(tokens[:2]) or (is_past and any(self._everything.find(tokens)))

    def asks_for_doers(self, tokens: Sequence[str]) -> bool:
        """Tell whether folded words ask which parties, several of them, did something so far."""
        return self.is_so_far(tokens) and any(self._doers.find(tokens))

    def _in_a_row(self, tokens: Sequence[str]) -> set[int]:
        """Return where words without a phrase of their own say that something is wanted over the years."""
        rows = (
            {place, place + 1, place + 2}
            for place, (noun, between, again) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False))
            if (between in self._repeating and noun == again and len(noun) > _SHORT)
            or (noun in _HAVE and between in self._going_on and again.endswith(_GERUND))
        )
        return set().union(*rows)

    def _went_on_in(self, tokens: Sequence[str]) -> set[int]:
        """Return where a question how something went says so with a verb and a gerund."""
        return {
            each
            for place, (verb, after) in enumerate(pairwise(tokens))
            if verb in self._went_on and after.endswith(_GERUND)
            for each in (place, place + 1)
        }

    def _said_firstly(self, tokens: Sequence[str]) -> set[int]:
        """Return where a question for a time says "first" of a deed: "when was it first asked for?"."""
        if not any(self._when.find(tokens)):
            return set()
        return {
            place
            for place, (before, word) in enumerate(pairwise(tokens), 1)
            if word in self._firstly and before not in self._articles
        }

    def taking_part(
        self, tokens: Sequence[str], taken: AbstractSet[int] = frozenset()
    ) -> tuple[Across, frozenset[int]] | None:
        """Return whether folded words ask who took part or who didn't, and the places of those that do."""
        for across, phrases in ((Across.MISSED, self._missed), (Across.ATTENDED, self._attended)):
            if said := _places(phrases.find(tokens)) - taken:
                return across, self._with_frames(tokens, taken | said)
        return None

    def _besides(self, tokens: Sequence[str]) -> AcrossNamed | None:
        """Return what words without a phrase for several meetings may still want of them.

        That is which of a kind there are («¿cuáles fueron ordinarias?»), what was said of a topic, or, in the
        perfect tense, what somebody did.
        """
        nouns, which = _places(self._nouns.find(tokens)), _places(self._which.find(tokens))
        # «En la reunión de mayo, ¿qué grupo se creó?» asks for no meeting.
        asks_which = [place for place in nouns if tokens[place].endswith("s") or place - 1 in which]
        if which and (asks_which or any(min(which) < place for place in nouns)):
            return AcrossNamed(Across.KIND, self._with_frames(tokens, nouns | which))
        hosting = _places(self._hosting.find(tokens))
        if hosting and any(tokens[place].endswith("s") for place in nouns):
            return AcrossNamed(Across.KIND, self._with_frames(tokens, nouns | hosting))
        taking_part = self.taking_part(tokens)
        if taking_part and any(self._when.find(tokens)):
            return AcrossNamed(Across.MEETINGS, frozenset(), taking_part)
        if said := _places(self._dealing.find(tokens)) | _places(self._agreed.find(tokens)):
            return AcrossNamed(Across.SAID, self._with_frames(tokens, said))
        return AcrossNamed(Across.DEEDS, frozenset()) if self.is_so_far(tokens) else None

    def _with_frames(self, tokens: Sequence[str], taken: AbstractSet[int]) -> frozenset[int]:
        """Add the frames at the ends of a message and beside what was taken."""
        reached = {-1, len(tokens), *taken}
        frames = [range(match.start, match.end) for match in self._frames.find(tokens)]
        for each in (*frames, *reversed(frames)):
            if each.start - 1 in reached or each.stop in reached:
                reached.update(each)
        return frozenset(reached - {-1, len(tokens)})


def _phrases(spoken: Iterable[str]) -> Phrases[None]:
    return Phrases((fold(phrase), None) for phrase in spoken)


def _places(found: Iterable[PhraseMatch[_Cue] | PhraseMatch[None]]) -> set[int]:
    return {place for match in found for place in range(match.start, match.end)}
