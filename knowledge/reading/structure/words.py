"""The words that identify the parts of an act, from structure.yaml."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold, words
from knowledge.language.forum import Forum
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.columns import ColumnWords
from knowledge.values.base import Value


class Part(StrEnum):
    """The kinds of parts of an act; explained in structure.yaml."""

    CONCLUSION = "conclusion"
    RECOMMENDATION = "recommendation"
    AGREEMENT = "agreement"
    DECLARATION = "declaration"
    RECITAL = "recital"
    ANNEX = "annex"


OPERATIVE = frozenset({Part.CONCLUSION, Part.RECOMMENDATION, Part.AGREEMENT})
"""Parts whose items say what is to be done."""
_LONGEST_NAME = 4
_GOVERNED = frozenset({"que", "a", "to", "that"})
_BEFORE_OWNER = frozenset({"a", "al", "de", "del", "la", "las", "los", "el", "of", "to", "for", "the"})
_SHORTEST_LONGER = 2
_SENTENCE_END = re.compile(r"[.,;:]\s*$")
_GENDER = re.compile(r"[oa]$")
_AT = frozenset({"en", "in", "at"})
_AND = frozenset({"y", "e", "and"})
_PARTICIPLE_ENDINGS = ("ados", "adas", "idos", "idas", "ed", "taken", "reached", "made")
_GOES_ON = re.compile(r"[,;](?: (?:y|e|and))?\s*$")
_ADVERB_ENDINGS = ("mente", "ly")
_GERUND_ENDINGS = ("ando", "endo", "ing")
_ARTICLES = ("los", "las", "the")


class HeadingWords(Value):
    """The titles of one kind of part."""

    section: Part
    titles: tuple[str, ...]


class Structure(Value):
    """The words of structure.yaml, where each field is explained."""

    headings: tuple[HeadingWords, ...]
    divisions: tuple[str, ...]
    agenda_items: tuple[str, ...]
    stamps: tuple[str, ...]
    site_labels: tuple[str, ...]
    unfinished: tuple[str, ...]
    of_agenda: tuple[str, ...]
    hyphenated: tuple[str, ...]
    closing: tuple[str, ...]
    endings: tuple[str, ...]
    participation: tuple[str, ...]
    meeting_together: tuple[str, ...]
    officers: tuple[str, ...]
    joining: tuple[str, ...]
    absence: tuple[str, ...]
    before_countries: frozenset[str]
    between_countries: frozenset[str]
    recommending: tuple[str, ...]
    resolutions: frozenset[str]
    resolving: frozenset[str]
    communiques: frozenset[str]
    recital_openings: frozenset[str]
    bodies: tuple[str, ...]
    meetings: tuple[str, ...]
    upcoming: tuple[str, ...]
    venues: tuple[str, ...]
    instruments: tuple[str, ...]
    commonest: dict[str, tuple[str, ...]]
    columns: ColumnWords
    acronyms: tuple[str, ...] = ()
    adopting: tuple[str, ...] = ()

    @cached_property
    def parts_by_title(self) -> dict[tuple[str, ...], Part]:
        """The part that each title opens, by its folded words."""
        return {tuple(words(title)): group.section for group in self.headings for title in group.titles}

    def names_resolution(self, line: str) -> bool:
        """Tell whether a line names a resolution or declaration: «RESOLUCIÓN 4(XI)», "JOINT DECLARATION".

        A name with its subject is longer: «RESOLUCIÓN SOBRE …», "Decision V/3. Wetlands".
        """
        title = words(line)
        opens = title[:1] and title[0] in self.folded_resolutions
        if len(title) > _LONGEST_NAME:
            numbered = any(map(str.isdigit, " ".join(line.split()[1:2])))
            return bool(opens) and (line.isupper() or (numbered and not _SENTENCE_END.search(line)))
        return bool(opens) or (line.isupper() and title[-1:] != [] and title[-1] in self.folded_resolutions)

    def names_communique(self, line: str) -> bool:
        """Tell whether a line is the title of a communiqué, which tells what was agreed."""
        return line.isupper() and not set(words(line)).isdisjoint(map(fold, self.communiques))

    def resolves(self, line: str) -> bool:
        """Tell whether a heading has a verb of resolving: «ACUERDA:», "Agreed points"."""
        return not self.folded_resolving.isdisjoint(words(line))

    @cached_property
    def folded_resolutions(self) -> frozenset[str]:
        """The names of resolutions, folded."""
        return frozenset(map(fold, self.resolutions))

    @cached_property
    def folded_resolving(self) -> frozenset[str]:
        """The verbs of resolving, folded."""
        return frozenset(map(fold, self.resolving))

    def part_of(self, title: Sequence[str]) -> Part | None:
        """Return the part that folded words open, with or without its owner: «Conclusiones del GRCM»."""
        part = self.parts_by_title.get(tuple(title)) or self._longer_part(title) or self._governing(title)
        if part:
            return part
        for owner in self._owners:
            rest = list(title[: -len(owner)])
            if list(title[-len(owner) :]) == owner and rest and rest[-1] in _BEFORE_OWNER:
                while rest and rest[-1] in _BEFORE_OWNER:
                    rest.pop()
                part = self.parts_by_title.get(tuple(rest))
                return part if part in OPERATIVE else None
        return None

    def _governing(self, title: Sequence[str]) -> Part | None:
        """Return the part opened by a verb with a linking word: «Acuerdan que:», "Agree to:"."""
        governs = len(title) == _SHORTEST_LONGER and title[1] in _GOVERNED
        part = self.parts_by_title.get(tuple(title[:1])) if governs else None
        return part if part is Part.AGREEMENT else None

    def _longer_part(self, title: Sequence[str]) -> Part | None:
        """Return the part opened by a longer title: «Acuerdos adoptados», «Acuerdos y compromisos»."""
        part = self.parts_by_title.get(tuple(title[:1]))
        if part not in OPERATIVE or not (_SHORTEST_LONGER <= len(title) <= _LONGEST_NAME):
            return None
        if title[1] in _AND:
            return part if self.parts_by_title.get(tuple(title[2:])) in OPERATIVE else None
        return part if len(title) == _SHORTEST_LONGER and title[1].endswith(_PARTICIPLE_ENDINGS) else None

    @cached_property
    def _owners(self) -> tuple[list[str], ...]:
        return tuple(map(words, (*self.acronyms, *self.adopting)))

    @cached_property
    def _stamp_words(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(words(stamp)) for stamp in self.stamps)

    def is_stamp(self, text: str) -> bool:
        """Tell whether a line is a stamp, in one language or in two («Versión final / Final version»)."""
        return all(tuple(words(twin)) in self._stamp_words for twin in text.split("/"))

    @cached_property
    def division_words(self) -> frozenset[str]:
        """The names of an act's divisions before their numbers, folded."""
        return frozenset(map(fold, self.divisions))

    @cached_property
    def body_nouns(self) -> frozenset[str]:
        """The words of bodies' names, folded."""
        return frozenset(word for noun in self.bodies for word in words(noun))

    @cached_property
    def venue_words(self) -> frozenset[str]:
        """The words of venues' names, folded."""
        return frozenset(word for noun in self.venues for word in words(noun))

    @cached_property
    def instrument_words(self) -> frozenset[str]:
        """The words of treaties' and plans' names, folded."""
        return frozenset(word for noun in self.instruments for word in words(noun))

    @cached_property
    def commonest_words(self) -> dict[str, frozenset[str]]:
        """The commonest words of each language, folded."""
        return {
            language: frozenset(word for each in commonest for word in words(each))
            for language, commonest in self.commonest.items()
        }

    @cached_property
    def unfinished_words(self) -> frozenset[str]:
        """The words that can't end an item, folded."""
        return frozenset(word for phrase in self.unfinished for word in words(phrase))

    @cached_property
    def agenda_words(self) -> tuple[list[str], ...]:
        """The words after the number of an agenda item, folded."""
        return tuple(map(words, self.of_agenda))

    @cached_property
    def _closing_words(self) -> frozenset[tuple[str, ...]]:
        adopting = (f"{article} {name}" for name in self.adopting for article in _ARTICLES)
        return frozenset(tuple(words(phrase)[:2]) for phrase in (*self.closing, *adopting))

    def closes_list(self, start: list[str]) -> bool:
        """Tell whether a paragraph's first two folded words close the list above it."""
        return not self._closing_words.isdisjoint({tuple(start[:1]), tuple(start)})

    @cached_property
    def folded_participation(self) -> tuple[str, ...]:
        """The words before a list of participants, folded."""
        return tuple(map(fold, self.participation))

    @cached_property
    def meeting_nouns(self) -> frozenset[str]:
        """The nouns for a meeting, folded."""
        return frozenset(map(fold, self.meetings))

    @cached_property
    def folded_joining(self) -> tuple[str, ...]:
        """The words after countries that also took part, folded."""
        return tuple(map(fold, self.joining))

    @cached_property
    def folded_absence(self) -> tuple[str, ...]:
        """The words before or after countries that were absent, folded."""
        return tuple(map(fold, self.absence))

    def announces(self, text: str) -> bool:
        """Tell whether a text announces a future meeting."""
        folded = fold(text)
        return any(fold(cue) in folded for cue in self.upcoming)

    @cached_property
    def folded_recommending(self) -> tuple[str, ...]:
        """The words in a sentence that introduces recommendations, folded."""
        return tuple(map(fold, self.recommending))

    @cached_property
    def _ending_words(self) -> tuple[list[str], ...]:
        return tuple(words(phrase) for phrase in self.endings)

    def ends_act(self, text: str) -> bool:
        """Tell whether a paragraph's first words end the act."""
        start = words(text[:60])
        return any(start[: len(phrase)] == phrase for phrase in self._ending_words)

    @cached_property
    def _adoption_words(self) -> frozenset[str]:
        return frozenset(_GENDER.sub("", phrase[0]) for phrase in self._ending_words if phrase[-1] in _AT)

    def tells_adoption(self, text: str) -> bool:
        """Tell whether the words before a date say that an act was adopted: "Adopted at Bali on this …"."""
        return any(_GENDER.sub("", word) in self._adoption_words for word in words(text)[:1])

    @cached_property
    def _recital_words(self) -> tuple[list[str], ...]:
        return tuple(
            words(title) for group in self.headings if group.section is Part.RECITAL for title in group.titles
        )

    def is_recital(self, text: str) -> bool:
        """Tell whether a paragraph is a recital («Considerando que …», "Deeply concerned by …,")."""
        start = words(text[:60])
        if any(start[: len(title)] == title for title in self._recital_words):
            return True
        while start and start[0].endswith(_ADVERB_ENDINGS):
            start = start[1:]
        goes_on = bool(_GOES_ON.search(text))
        return (
            goes_on
            and bool(start)
            and (start[0] in self._recital_openings or start[0].endswith(_GERUND_ENDINGS))
        )

    @cached_property
    def _recital_openings(self) -> frozenset[str]:
        return frozenset(map(fold, self.recital_openings))


def structure_of(folder: Path, forum: Forum, register: PartyRegister) -> Structure:
    """Read structure.yaml; add the forum's acronyms and the names of those who adopt its recommendations.

    Raises:
        FaultyData: the file has a mistake.
    """
    acronyms = (written for name in forum.title_names for written in register.written(name))
    return load_structure(
        folder, tuple(sorted(filter(str.isupper, acronyms))), register.written(forum.adopting)
    )


@lru_cache(maxsize=4)
def load_structure(folder: Path, acronyms: tuple[str, ...] = (), adopting: tuple[str, ...] = ()) -> Structure:
    """Read structure.yaml in a folder of data files; raise FaultyData on a mistake."""
    read = load_yaml(folder / "structure.yaml", Structure)
    return read.model_copy(update={"acronyms": acronyms, "adopting": adopting})
