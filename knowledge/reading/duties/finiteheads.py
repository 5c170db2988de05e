"""Judge the finite verbs and participles of cues by the subjects that ask, pledge or agree."""

import re
from dataclasses import replace

from knowledge.language.verbs import is_future
from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.cueforms import CueMatch, Form
from knowledge.reading.duties.cues import Means
from knowledge.reading.duties.heads import Head, Move, Surroundings, head_of
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.subjects import Standing, Subject, SubjectFinder

_BE = frozenset({"is", "are", "be", "was", "were", "been", "being"})
_AUXILIARIES = frozenset({"will", "shall", "should", "must", "has", "have"})
_IMPERSONAL = frozenset({"se", "le", "les"})
_REFLEXIVE = frozenset({"se", "nos"})
_STRESSED_EARLY = re.compile(r"[áéó]\w{2}")
"""The noun «prórroga»; of the verb's forms, those with an accent have it at the end («prorrogó»)."""
_BETWEEN = frozenset({"instead", "then", "therefore", "thus", "accordingly", "entonces"})
_TO = frozenset({"a", "al"})
_AND = frozenset({"y", "e", "and"})
_TOLD = frozenset({"le", "les"})
_TO_WHOM = (
    ("al", "que"),
    ("a", "la", "que"),
    ("a", "quien"),
    ("a", "quienes"),
    ("al", "cual"),
    ("a", "la", "cual"),
)
_ANNOUNCING = frozenset({"en", "lo", "los", "las", "que", ":"})


class FiniteHeadFinder:
    """Finds the heads of cues whose verb is finite or a participle."""

    def __init__(self, around: Surroundings, subjects: SubjectFinder) -> None:
        self._around = around
        self._subjects = subjects
        self._collective = around.grammar.collective | around.deciders.nouns
        self._bodies = {*around.deciders.speaking, around.body}

    def finite(self, passage: Passage, index: int, match: CueMatch) -> Head | None:
        """Read «se insta a …», «La Conferencia exhorta a …», "Canada undertakes to …"."""
        start = index
        while start and passage.tokens[start - 1].word in self._around.grammar.pronouns:
            start -= 1
        pronouns = {token.word for token in passage.tokens[start:index]}
        reflexive = bool(pronouns & _REFLEXIVE)
        if not self._is_indicative(passage, index) or (match.words.reflexive and not reflexive):
            return None
        subject = self._subjects.before(passage, start)
        refers = bool(pronouns & _TOLD)
        if reflexive and not match.words.reflexive and "se" in pronouns:
            addressed = self._addressed_before(passage, start) if match.means is Means.ASK else None
            if not (addressed or self._impersonal(passage, subject) or _opens_list(passage, match)):
                return None
            if addressed:
                return head_of(match, start, subject=addressed, refers=True)
            told = self._told(passage, start) if refers else None
            first = told.start - 1 if told else start
            return head_of(match, first, subject=told, refers=refers)
        if is_future(passage.raw(index)) and not (
            match.means is Means.PLEDGE or subject.standing is Standing.NONE
        ):
            return None
        ours = passage.raw(index).lower().endswith("mos") and match.means is Means.ASK
        # «…, por lo que encomendamos a la ST que …»
        found = head_of(match, start) if ours else self.said_by(passage, match, start, subject)
        asks = match.means is Means.ASK and found is not None and found.move is Move.ASK
        return replace(found, refers=True) if found and asks and refers else found

    def shared_passive(self, passage: Passage, index: int, match: CueMatch) -> Head | None:
        """Read the second of two passives: "Members were reminded of their dues and asked to pay them"."""
        shares = index > 0 and passage.tokens[index - 1].word == "and"
        shares = shares and self._around.verbs.is_participle(passage.tokens[index].word)
        if match.means is not Means.ASK or self._around.language != "en" or not shares:
            return None
        for be in range(index - 1, passage.sentence(index)[0], -1):
            is_told = self._around.verbs.is_participle(passage.tokens[be + 1].word)
            if passage.tokens[be].word in _BE and is_told:
                subject = self._subjects.before(passage, be)
                told = head_of(match._replace(form=Form.PARTICIPLE), index, subject=subject.parties)
                worded = "" if subject.parties else self._subjects.wordings.worded(passage, subject.start, be)
                return replace(told, worded=worded) if subject.parties or worded else None
        return None

    def _addressed_before(self, passage: Passage, verb: int) -> PartyList | None:
        """Read the antecedent of «…, al que se encomienda» and «…, a quien se solicita»."""
        words = [token.word for token in passage.tokens[max(0, verb - 3) : verb]]
        told = next((phrase for phrase in _TO_WHOM if tuple(words[-len(phrase) :]) == phrase), ())
        comma = verb - len(told) - 1
        if not told or comma < 1 or passage.tokens[comma].word != ",":
            return None
        first = passage.sentence(verb)[0]
        found = (self._around.lists.read(passage, each) for each in range(first, comma))
        return next((each for each in found if each and each.end == comma), None)

    def _told(self, passage: Passage, verb: int) -> PartyList | None:
        """Read the parties before a verb with «le»: «A México se le solicita …»."""
        first = passage.sentence(verb)[0]
        listed = self._around.lists.read(passage, first + 1) if passage.tokens[first].word in _TO else None
        return listed._replace(start=first + 1) if listed and listed.end == verb else None

    def _is_indicative(self, passage: Passage, index: int) -> bool:
        """Tell an indicative from a participle, a noun like it, and a subjunctive after «que»."""
        last = index - 1
        while last > 0 and passage.tokens[last].word in self._around.grammar.adverbs | _BETWEEN:
            last -= 1
        before = passage.tokens[index - 1].word if index else ""
        if (index and passage.tokens[last].word in _BE) or _STRESSED_EARLY.search(passage.raw(index).lower()):
            return False
        return before in _IMPERSONAL or not self._around.is_subjunctive(passage, index)

    def _impersonal(self, passage: Passage, subject: Subject) -> bool:
        """Tell impersonal «se insta a …», «por lo que se insta» from «el plan que se solicita»."""
        if subject.standing is Standing.NONE:
            return True
        first = passage.tokens[subject.start]
        if subject.link > 1 and passage.tokens[subject.link - 1].word == "lo":
            return passage.tokens[subject.link - 2].word == "por"
        if subject.standing is Standing.DEPENDENT:
            return subject.parties is None and passage.text[first.start].isupper()
        openers = self._around.grammar.phrase_openers | {"sobre", "respecto", "acerca"}
        return subject.standing is Standing.THING and first.word in openers

    def said_by(self, passage: Passage, match: CueMatch, start: int, subject: Subject) -> Head | None:
        """Judge a finite verb by its subject: the meeting binds others, a single party only itself."""
        if subject.standing is Standing.DEPENDENT:
            return None
        first = min(start, subject.start)
        collective = self._is_collective(passage, subject, start)
        shared = match.means is Means.ASK and self._is_of_one(passage, subject, start)
        if shared:
            return Head(Move.STATEMENT, first, match.end, match)
        if match.means in {Means.PLEDGE, Means.AGREE}:
            return self._pledged(passage, match, start, subject, collective=collective)
        return head_of(match, first) if collective else Head(Move.STATEMENT, first, match.end, match)

    def _is_of_one(self, passage: Passage, subject: Subject, start: int) -> bool:
        """Tell whether the subject shared with an earlier verb is a single party, not the meeting.

        «Guatemala informó de sus albergues y pidió apoyo» is no request of the meeting, unlike "They noted
        the delay, and urged …".
        """
        if subject.standing is not Standing.NONE or not start or passage.tokens[start - 1].word not in _AND:
            return False
        told = self._subjects.shared(passage, start)
        if told is None:
            return False
        speaks = (
            each.sort is Sort.MEETING
            or each.party in {*self._bodies, "any"}
            or self._around.lists.is_office(each.party)
            for each in told.members
        )
        return not any(speaks)

    def _asks_to_do(self, passage: Passage, index: int) -> bool:
        """Tell "is requested to publish" from "is requested to be revised", whose subject is a thing."""
        if self._around.language == "es":
            governs = index < len(passage.tokens) and passage.tokens[index].word == "a"
            return governs and self._around.is_infinitive_like(passage, index + 1)
        to = index - (passage.tokens[index - 1].word == "to")
        if to + 1 >= len(passage.tokens) or passage.tokens[to].word != "to":
            return False
        verb = passage.tokens[to + 1]
        return verb.sort is Sort.WORD and verb.word != "be"

    def _pledged(
        self, passage: Passage, match: CueMatch, start: int, subject: Subject, *, collective: bool
    ) -> Head | None:
        """Judge the subject of a pledge or agreement: parties, the meeting, or an officer by title."""
        parties = subject.parties
        if parties is None and subject.standing is Standing.NONE:
            parties = self._subjects.shared(passage, start)
        opening = passage.sentence(start)[0]
        titled = parties is None and (match.means is Means.PLEDGE or not collective)
        wordings = self._subjects.wordings
        worded = wordings.titled(passage, opening, start) if titled else ""
        if titled and not worded and subject.standing is Standing.THING and not collective:
            worded = wordings.worded(passage, subject.start, start)
        if subject.standing is Standing.THING and not (collective or worded):
            return None
        return replace(head_of(match, min(start, subject.start), subject=parties), worded=worded)

    def _is_collective(self, passage: Passage, subject: Subject, verb: int) -> bool:
        if subject.standing is Standing.NONE:
            return True
        words = {token.word for token in passage.tokens[subject.start : verb]}
        if words & self._around.grammar.some:
            return False
        if subject.parties and all(
            token.sort is Sort.MEETING or token.party in self._bodies or token.party == "any"
            for token in subject.parties.members
        ):
            return True
        if subject.parties is not None:
            return False
        return bool(words & self._collective) or self._is_in_title(passage, subject.start, verb)

    def _is_in_title(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether the act's title names the subject, like «la Comisión» or "SC12"."""
        grammar = self._around.grammar
        small = grammar.determiners | grammar.prepositions | grammar.pronouns | grammar.adverbs
        named = [each for each in range(start, end) if passage.tokens[each].word not in small]
        title = self._around.title_words
        return bool(named) and all(
            (passage.tokens[each].word in title and passage.raw(each)[0].isupper())
            or self._around.is_numbered(passage.raw(each))
            for each in named
        )

    def passive(self, passage: Passage, index: int, match: CueMatch) -> Head | None:
        """Read "X is invited to …", "it was agreed that …"."""
        be = index - 1
        while be > 0 and passage.tokens[be].word in self._around.grammar.adverbs | _BETWEEN:
            be -= 1
        if be < 0 or not (
            passage.tokens[be].word in _BE
            or self._around.verbs.infinitive_of(passage.tokens[be].word) in {"ser", "quedar"}
        ):
            return None
        while be > 0 and passage.tokens[be - 1].word in _AUXILIARIES | _BE:
            be -= 1
        subject = self._subjects.before(passage, be)
        if subject.standing is Standing.DEPENDENT:
            return None
        if match.means is Means.ASK:
            titled = subject.parties is None and self._asks_to_do(passage, match.end)
            wordings, first = self._subjects.wordings, subject.start
            worded = (
                (wordings.titled(passage, first, be) or wordings.worded(passage, first, be)) if titled else ""
            )
            told = bool(subject.parties or worded)
            found = head_of(match, subject.start, subject=subject.parties)
            return replace(found, worded=worded) if told else None
        return head_of(match, min(be, subject.start)) if match.means is Means.AGREE else None


def _opens_list(passage: Passage, match: CueMatch) -> bool:
    """Tell whether a cue opens a list of agreements: «…, para lo cual se conviene en lo siguiente:»."""
    rest = passage.tokens[match.end :]
    words = [token.word for token in rest]
    agrees = match.means is Means.AGREE and words[-1:] == [":"]
    return agrees and all(word in _ANNOUNCING or word.startswith("siguiente") for word in words)
