"""The participants of a meeting, from the sentences of its act that list countries."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from knowledge.language.countries import without_long_forms
from knowledge.language.folding import fold, words
from knowledge.language.parties import Mention, PartyRegister
from knowledge.reading.files.marks import BULLET, CELL_END, INNER_BULLET
from knowledge.reading.structure.words import Structure
from knowledge.values.parties import PartyKind

_SENTENCE_END = re.compile(r"[.;](?=\s|$)")
_FEWEST_AFTER_CUE = 2
_FEWEST_WITHOUT_CUE = 3
_CUE_REACH = 160
_STANDS_FOR = re.compile(r"\b(?:de|del|of)(?: (?:la|los|las|the))?\s+$", re.IGNORECASE)
_TITLE = re.compile(rf"\s*(?:[,;]|\b(?:y|e|and)\b)[^:()]*{_STANDS_FOR.pattern}", re.IGNORECASE)
_MOST_TITLE_WORDS = 8
_OFFICERS_WITHIN = 6
"""Words before a list that may name officers: "The Bureau consisted of Brazil, Hungary and Kenya"."""
_SIGNS = f"{BULLET}{INNER_BULLET}{CELL_END.strip()}"
"""Signs of bullets and cells between the countries of a list."""


class _Run(NamedTuple):
    """Consecutive countries, with the folded words of their sentence before and after them."""

    names: tuple[str, ...]
    reach: str
    before: str
    after: str


@dataclass(frozen=True)
class ParticipantReader:
    """Reads lists of participants; `register` knows the forum's members."""

    register: PartyRegister
    structure: Structure

    def took_part(self, prose: str, *, abroad: bool = False) -> tuple[str, ...]:
        """Return the canonical names of the countries that took part, in the text's order.

        They are those listed after a cue («con la participación de»), else the longest list, with any added
        by another sentence («Costa Rica joined by video link»), but never absent ones. With `abroad`
        countries that aren't members count too.
        """
        runs = [run for run in self._runs(prose, abroad=abroad) if not self._were_absent(run)]
        listed = self._listed(runs)
        if listed is None:
            return ()
        joined = (run for run in runs if _starts_with_any(run.after, self.structure.folded_joining))
        return tuple(dict.fromkeys(name for run in (listed, *joined) for name in run.names))

    def opens_list(self, line: str) -> bool:
        """Tell whether a line's label before a colon announces participants: "Members present: Fiji, …"."""
        label, colon, _ = line.partition(":")
        said = words(label)
        return bool(colon) and any(
            said[place : place + len(cue)] == cue
            for cue in map(words, self.structure.participation)
            for place in range(len(said))
        )

    def _listed(self, runs: Sequence[_Run]) -> _Run | None:
        for run in runs:
            cued = any(cue in run.reach for cue in self.structure.folded_participation)
            met = _starts_with_any(run.after, map(fold, self.structure.meeting_together))
            if (cued or met) and len(run.names) >= _FEWEST_AFTER_CUE:
                return run
        longest = max(runs, key=lambda run: len(run.names), default=None)
        return longest if longest and len(longest.names) >= _FEWEST_WITHOUT_CUE else None

    def _were_absent(self, run: _Run) -> bool:
        """Tell whether countries were absent («con la ausencia de Belice») or are just officers."""
        if not set(run.before.split()[-_OFFICERS_WITHIN:]).isdisjoint(self._officers):
            return True
        return _starts_with_any(run.after, self.structure.folded_absence) or any(
            run.before.endswith(f"{cue} de") or run.before.endswith(cue)
            for cue in self.structure.folded_absence
        )

    def _runs(self, prose: str, *, abroad: bool) -> Iterator[_Run]:
        folded = fold(prose)
        for run in self._rows(self.countries(prose, abroad=abroad), prose):
            start, end = run[0].start, run[-1].end
            sentence = max((match.end() for match in _SENTENCE_END.finditer(prose, 0, start)), default=0)
            closing = _SENTENCE_END.search(prose, end)
            after = folded[end : closing.start() if closing else len(prose)]
            names = tuple(dict.fromkeys(mention.name for mention in run))
            reach = folded[max(0, start - _CUE_REACH) : start]
            yield _Run(names, reach, self._bare(folded[sentence:start]), after.strip(" ,"))

    @cached_property
    def _officers(self) -> frozenset[str]:
        """The folded nouns for a meeting's officers."""
        return frozenset(map(fold, self.structure.officers))

    @cached_property
    def _between(self) -> re.Pattern[str]:
        """The pattern of text between countries of one list: marks, an aside, small words."""
        known = _one_of(self.structure.between_countries)
        return re.compile(rf"(?:[\s,;{_SIGNS}]|\([^()]{{1,40}}\)|\b{known}\b)*")

    @cached_property
    def _leading(self) -> re.Pattern[str]:
        """The pattern of articles and nouns right before a list of countries."""
        return re.compile(rf"(?:\s+{_one_of(self.structure.before_countries)})*\s*$")

    def _bare(self, before: str) -> str:
        """Drop the articles and nouns right before a list: «con la ausencia de las delegaciones de»."""
        return self._leading.sub("", before)

    def _rows(self, mentions: Sequence[Mention], prose: str) -> list[list[Mention]]:
        rows: list[list[Mention]] = []
        for mention in mentions:
            between = prose[rows[-1][-1].end : mention.start] if rows else None
            gap = None if between is None else fold(without_long_forms(between))
            if gap is not None and (
                self._between.fullmatch(gap) or self._is_title(rows[-1][-1], mention, prose)
            ):
                rows[-1].append(mention)
            else:
                rows.append([mention])
        return rows

    def _is_title(self, before: Mention, after: Mention, prose: str) -> bool:
        """Tell whether two countries of a list are separated by a delegate's name and title.

        «Prime Minister of Belize; Dr. Ann Lee, Minister of Health of Canada»
        """
        between = prose[before.end : after.start]
        stands = _STANDS_FOR.search(prose[max(0, before.start - _CUE_REACH) : before.start])
        if stands is None or not _TITLE.fullmatch(between):
            return False
        small = self.structure.between_countries
        said = [word for word in re.findall(r"[^\W\d_]+", between) if fold(word) not in small]
        return 0 < len(said) <= _MOST_TITLE_WORDS and all(word[0].isupper() for word in said)

    def countries(self, text: str, *, abroad: bool = False) -> list[Mention]:
        """List the members that a text names; all countries if no members are known, or with `abroad`."""
        known = set(self.register.members)
        return [
            mention
            for mention in self.register.find(text)
            if self.register.parties[mention.name].kind is PartyKind.COUNTRY
            and (abroad or mention.name in known or not known)
        ]


def _one_of(written: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(re.escape(fold(word)) for word in written))})"


def _starts_with_any(text: str, cues: Iterable[str]) -> bool:
    return any(text.startswith(cue) for cue in cues)
