"""How well openings tell what was asked: python -m benchmarks.openings [--misses [ACT…]].

For each labelled question that asks when, by when, who, to whom, where, how many or how much, writes the
opening of the right provision, which has to state the asked fact: days are compared as days, parties by their
names in the register. Prints the shares by act and by facet, how many of the openings written state it
(right), and how many contradict their quotation by a party, day or figure that isn't in it. --misses lists
openings that fail either way.
"""

import argparse
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from benchmarks.facts import FactComparer
from benchmarks.labelled import TODAY, Labelled, Turn, act_files, build, data_of, load_all
from benchmarks.tables import Row, shares
from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import load_catalogues
from knowledge.citing.findings import FindingWriter
from knowledge.language.dates import find_dates
from knowledge.language.lengths import find_lengths
from knowledge.language.people import PeopleFinder
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.opening.openings import OpeningWriter
from knowledge.ranking.close_reading import CloseReader
from knowledge.ranking.meanings import Meaning
from knowledge.reading.duties.cues import Cues
from knowledge.search.matching import Unit
from knowledge.search.parts import ALL_PARTS
from knowledge.search.sources import Sources
from knowledge.understanding.cues import Asked as AskedFor
from knowledge.understanding.message import MessageReader
from knowledge.understanding.question import Question
from knowledge.values.acts import Role
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.questions import Facet, QuestionKind
from knowledge.values.references import Reference

FACETS: Mapping[str, frozenset[Facet]] = {
    "when": frozenset({Facet.WHEN}),
    "event": frozenset({Facet.WHEN, Facet.WHERE}),
    "frequency": frozenset({Facet.WHEN}),
    "deadline": frozenset({Facet.BY_WHEN}),
    "who": frozenset({Facet.WHO}),
    "responsible": frozenset({Facet.WHO}),
    "country": frozenset({Facet.WHO}),
    "next_host": frozenset({Facet.WHO, Facet.WHERE}),
    "to_whom": frozenset({Facet.TO_WHOM}),
    "where": frozenset({Facet.WHERE}),
    "place": frozenset({Facet.WHERE}),
    "how_many": frozenset({Facet.HOW_MANY}),
    "count": frozenset({Facet.HOW_MANY}),
    "how_much": frozenset({Facet.HOW_MUCH}),
    "amount": frozenset({Facet.HOW_MUCH}),
}
"""The facets that each type of labelled question asks for; other types ask for no single fact."""

COLUMNS = ("told", "silent", "right", "contradict")

_LOOSE = frozenset({"event", "responsible", "country", "place"})
"""Types that tell what a question is about rather than what it asks for."""
_MEASURED = frozenset(facet for facets in FACETS.values() for facet in facets)
_TIMES = frozenset({Facet.WHEN, Facet.BY_WHEN})
_FIGURES = frozenset({Facet.HOW_MANY, Facet.HOW_MUCH})
_PEOPLE = frozenset({Facet.WHO, Facet.TO_WHOM})


class Asked(NamedTuple):
    """A question as openings see it, asking for the facets of its label."""

    text: str
    about: str
    language: str
    asked: tuple[AskedFor, ...]
    facets: frozenset[Facet]
    roles: tuple[Role, ...]
    parties: tuple[str, ...]
    units: tuple[Unit, ...]
    own_topics: Sequence[Unit]
    clauses: tuple[Question, ...]

    def about_too(self, topics: Iterable[Unit]) -> Self:
        """Return the question with further topics."""
        return self._replace(units=(*self.units, *topics))

    @classmethod
    def of(cls, read: Question, facets: frozenset[Facet]) -> Self:
        """Take everything but the facets from a question as it was read."""
        return cls(
            read.text,
            read.about,
            read.language,
            read.asked,
            facets,
            read.roles,
            read.parties,
            read.units,
            read.own_topics,
            read.clauses,
        )


class Opened(NamedTuple):
    """A question, the opening before the quotation that answers it, and how that is judged."""

    chat: Labelled
    facets: frozenset[Facet]
    finding: Finding
    opening: str
    told: bool
    contradictions: tuple[str, ...]

    @property
    def turn(self) -> Turn:
        """The question."""
        return self.chat.turns[0]


class Bench:
    """Writes openings for the provisions of one act, and compares them with facts and quotations."""

    def __init__(self, act: str, folder: Path) -> None:
        data = data_of(act)
        encoder = Encoder()
        store = build(folder / f"{act}.db", [act_files()[act]], data, encoder)
        vectors = PassageVectors.open(store.database, encoder.version)
        sources = Sources(store, data, encoder, vectors)
        reader = CloseReader(sources, Meaning.open(encoder, vectors, data.learned))
        self._register = sources.register
        self._slug = store.documents()[0].slug
        self._meeting = store.documents()[0].meeting
        self._known = {str(each.reference): each.text for each in store.provisions(self._slug)}
        self._findings = FindingWriter(store, sources.index)
        self._facts = FactComparer(sources.register, Cues.load(data.language), PeopleFinder(data.language))
        self._reader = MessageReader(sources, ALL_PARTS)
        self._writer = OpeningWriter(sources, reader.span_of)
        self._catalogues = load_catalogues(data)

    def open(self, chats: Iterable[Labelled]) -> Iterator[Opened]:
        """Yield the opening for each question that asks for a fact."""
        for chat in chats:
            turn = chat.turns[0]
            if chat.is_dialogue or not turn.is_answerable or turn.expect[0] not in self._known:
                continue
            question = self._question(chat)
            facts = self._wanted(chat, question.facets)
            if facts:
                yield self._opened(chat, question, facts)

    def _opened(self, chat: Labelled, question: Asked, facts: Sequence[str]) -> Opened:
        turn = chat.turns[0]
        reference = Reference.parse(turn.expect[0])
        finding = self._findings.write(self._slug, reference, turn.q.split())
        finding = self._writer.open(question, finding, alone=True)
        opening = self._rendered(finding, question.language)
        return Opened(
            chat,
            question.facets,
            finding,
            opening,
            all(self._facts.tells(opening, fact, finding) for fact in facts),
            tuple(self._facts.contradicting(opening, finding, self._source(finding))),
        )

    def _question(self, chat: Labelled) -> Asked:
        read = self._reader.read(
            chat.turns[0].q, language=chat.language, today=TODAY, meeting=self._meeting.start
        ).whole
        facets = FACETS.get(chat.type or "", read.facets if chat.type is None else frozenset())
        if chat.type in _LOOSE:
            facets = read.facets & _MEASURED
        addressed = read.facets & {Facet.TO_WHOM} if Facet.WHO in facets else frozenset()
        return Asked.of(read, facets | addressed)

    def _wanted(self, chat: Labelled, facets: frozenset[Facet]) -> list[str]:
        """Return the facts of a question that it asks for, without parties it names itself."""
        turn = chat.turns[0]
        if turn.fact:
            return [turn.fact] if facets & (_TIMES | _FIGURES | _PEOPLE | {Facet.WHERE}) else []
        named = {mention.name for mention in self._register.find(turn.q, spoken=True)}
        return [
            fact
            for fact in turn.facts
            if self._is_of(fact, facets)
            and not {mention.name for mention in self._register.find(fact)} & named
        ]

    def _is_of(self, fact: str, facets: frozenset[Facet]) -> bool:
        if find_dates(fact) or find_lengths(fact):
            return bool(facets & _TIMES)
        if re.search(r"\d", fact):
            return bool(facets & _FIGURES)
        if self._register.find(fact):
            return bool(facets & _PEOPLE)
        capitals = [word for word in fact.split() if word[:1].isupper()]
        return Facet.WHERE in facets and len(capitals) * 2 >= len(fact.split())

    def _source(self, finding: Finding) -> str:
        """Return the quotation and its lead-in."""
        parent = finding.citation.reference.parent
        return " ".join((finding.quote, self._known.get(str(parent), "") if parent else ""))

    def _rendered(self, finding: Finding, language: str) -> str:
        answer = Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND,
            kind=QuestionKind.LOOKUP,
            findings=(finding,),
        )
        text = AnswerRenderer(self._catalogues[language], TODAY).text(answer)
        return text.partition("«" + finding.quote)[0].strip() if finding.opening else ""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", nargs="*", metavar="ACT", help="list what isn't told or contradicts")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        by_act = {act: list(Bench(act, Path(folder)).open(chats)) for act, chats in load_all().items()}
    listed = () if arguments.misses is None else arguments.misses or by_act
    for each in (each for act in listed for each in by_act[act]):
        if not each.told or each.contradictions:
            print(_line(each))
    by_facet = defaultdict(list)
    for each in (each for opened in by_act.values() for each in opened):
        by_facet["+".join(sorted(each.facets))].append(each)
    print(shares("act", COLUMNS, _rows(by_act)))
    print(shares("facets", COLUMNS, _rows(by_facet)))


def _rows(groups: Mapping[str, list[Opened]]) -> Iterator[Row]:
    for name, opened in (*groups.items(), ("all", [each for group in groups.values() for each in group])):
        yield Row(
            name,
            len(opened),
            {
                "told": _share(each.told for each in opened),
                "silent": _share(not each.opening for each in opened),
                "right": _share(each.told for each in opened if each.opening),
                "contradict": _share(bool(each.contradictions) for each in opened),
            },
        )


def _share(judged: Iterable[bool]) -> float:
    counted = list(judged)
    return sum(counted) / len(counted) if counted else 0.0


def _line(each: Opened) -> str:
    said = " / ".join(each.opening.splitlines())
    mark = f" CONTRADICTS {', '.join(each.contradictions)}" if each.contradictions else ""
    fact = each.turn.fact or each.turn.facts
    return (
        f"{each.chat.document} {each.chat.id} {each.turn.expect[0]} {each.turn.q!r} {fact} → {said!r}{mark}"
    )


if __name__ == "__main__":
    main()
