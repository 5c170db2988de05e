"""Answer messages that point at provisions by number, or by their place next to the last answer."""

import re
from collections.abc import Iterable, Sequence

from knowledge.answering.listways import CERTAIN
from knowledge.answering.look_up import ReferenceResolver
from knowledge.answering.meeting import MeetingAnswerer
from knowledge.answering.quoting import Quoter
from knowledge.answering.steps import AGAIN, StepFinder
from knowledge.answering.turns import Reply, Turn, without_its_meeting
from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import nothing, other_meeting
from knowledge.language.folding import fold, words
from knowledge.language.parties import PartyRegister
from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.understanding.cues import Asked
from knowledge.understanding.followups import Step
from knowledge.understanding.intents import REFUSED
from knowledge.understanding.question import Question
from knowledge.understanding.references import SpokenReference
from knowledge.values.acts import Role
from knowledge.values.answers import Citation, Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference

MAX_ACTS = 20
"""Acts that are looked through for a provision, newest first."""

_OF_ONE = frozenset(
    {
        Asked.WHO,
        Asked.PERSON,
        Asked.HOLDER,
        Asked.ADDRESSEE,
        Asked.PLACE,
        Asked.DATE,
        Asked.DEADLINE,
        Asked.STATUS,
    }
)
"""What is asked of a provision in a word or two."""

_YOU = frozenset({"tu", "usted", "ustedes", "vos", "you", "your"})
_SAID_TO_US = 0.93
"""How like an example of small talk «¿dónde estás?» is, and «¿dónde es?» is not."""

_OF_YEAR = re.compile(r"\W*(?:(?:del?|of|from)\s+)?(?P<year>(?:19|20)\d\d)\b")

_OF_COUNTRY = re.compile(r"\W*(?:del?|of|from)\s+(?P<country>[^\d?!.,;]+?)\W*")

_FROM_WHERE = mark("¿A partir de cuál? Escriba el número de la conclusión.")
_NO_OTHER = mark("No hay ninguna más en esa dirección.")


class PointedAnswerer:
    """Answer turns that point at provisions; each method returns None if the turn doesn't point that way."""

    def __init__(
        self,
        sources: Sources,
        steps: StepFinder,
        resolver: ReferenceResolver,
        findings: FindingWriter,
        quoter: Quoter,
        meeting: MeetingAnswerer,
    ) -> None:
        self._sources = sources
        self._steps = steps
        self._resolver = resolver
        self._quoter = quoter
        self._findings = findings
        self._meeting = meeting

    def step(self, turn: Turn) -> Reply | None:
        """Follow a message that only steps from the last answer: «la siguiente»."""
        question, last = turn.message.whole, turn.last
        if last and last.is_of_meetings and question.meetings:
            return None  # «¿y la anterior?» is that of the meeting before
        step = self._steps.step(question)
        if last is None:
            # Of several acts «la última» is the newest.
            is_meeting = turn.scope.documents and len(self._sources.documents) > 1
            is_lost = step and not is_meeting
            return Reply(nothing(question, (notice(_FROM_WHERE),)), question) if is_lost else None
        carried = question._replace(text=last.text, asked=last.asked, roles=last.roles, units=last.units)
        if step in AGAIN:
            if step is not Step.MORE:
                carried = carried._replace(language=step.value[-2:])
            return Reply(self._quoter.shown(carried, last.document, last.shown), carried)
        target = self._steps.target(question, step, last)
        if target is None:
            return Reply(nothing(question, (notice(_NO_OTHER),)), question) if step else None
        if self._sources.store.provision(last.document, target) is None:
            return Reply(nothing(question, (self._missing(last.document, target),)), question)
        answer = self._quoter.shown(carried._replace(asked=(), roles=()), last.document, (target,))
        # What stands beside an answer needn't be on its topic: what is asked then is asked of that.
        return Reply(answer, carried if step is Step.OTHER else question._replace(units=()))

    def same_of_another_meeting(self, turn: Turn) -> Reply | None:
        """Show the same number in another act: «¿y en la de 2015?» after «conclusión 5».

        A question about the meeting itself is answered for the other meeting, too.
        """
        last, document = turn.last, turn.scope.document
        question = turn.message.whole
        if not turn.goes_to_another_meeting or last is None or document is None:
            return None
        if question.asked or question.references or not (last.is_look_up or last.is_of_the_meeting):
            return None
        there = [own for each in last.shown if (own := self._same_in(document, each))]
        if not there:
            return Reply(nothing(question, (self._missing(document.slug, last.first),)), question)
        carried = turn.questions[0] if last.is_of_the_meeting else question
        told = self._meeting.answer(carried, document) if last.is_of_the_meeting else None
        return Reply(told or self._quoter.shown(carried, document.slug, there), carried)

    def _same_in(self, document: Document, reference: Reference) -> Reference | None:
        """Return the provision of another act with the same number, be it a conclusion or an agreement."""
        if self._sources.store.provision(document.slug, reference):
            return reference
        found = self._resolver.find(_spoken(reference), [document], is_act_named=True)
        return found[1] if found else None

    def asked_of_shown(self, turn: Turn) -> Reply | None:
        """Answer a question without a topic from the provision just opened: «¿y quién?».

        A provision opened by number, or by a button, leaves no words to search by.
        """
        question, last = turn.message.whole, turn.last
        if not turn.follows or last is None or not last.is_look_up or len(last.references) != 1:
            return None
        named = [unit for unit in question.topics if unit not in question.verbs]
        if named or question.references or question.period or turn.leaves_for_another_meeting:
            return None
        here = self._sources.store.provision(last.document, last.first)
        if here is None or not self._asks_of_one(question) or turn.intent.likeness >= _SAID_TO_US:
            return None
        of_whom = question.roles or ((Role.RESPONSIBLE,) if Asked.WHO in question.asked else ())
        answer = self._quoter.shown(question._replace(roles=of_whom), last.document, last.shown)
        return Reply(answer, question._replace(asked=(), roles=(), units=()))

    def _asks_of_one(self, question: Question) -> bool:
        """Tell whether one provision is asked about: «¿qué plazo tiene?», unlike «¿qué plazos hay?»."""
        asked, tokens = _OF_ONE & set(question.asked), words(question.text)
        if not asked or not _YOU.isdisjoint(tokens):
            return False
        stop = self._sources.lexicon.stop
        is_plural = any(token.endswith("s") and token not in stop for token in tokens)
        return not (is_plural and asked <= {Asked.DEADLINE, Asked.DATE})

    def referred_to(self, turn: Turn) -> Reply | None:
        """Show the provisions that a message names by number, and correct numbers that the act lacks.

        A number that only another act has is shown from that act.
        """
        question = turn.message.whole
        # «Conclusion 16a of 2017» is like an order only for its words.
        country = _country_named(question, self._sources.register)
        is_bare = country is not None or not without_its_meeting(question).units
        refused = not is_bare and turn.is_intended and turn.intent.intent in REFUSED
        refused &= not question.wants(Asked.FULFILMENT)
        if not question.references or refused or _are_figures_beside(turn):
            return None
        year = None if turn.scope.documents else _year_named(question)
        of_year = tuple(each for each in self._sources.documents if year and _is_of(each, year))
        if turn.scope.is_other or (year and not of_year):
            return Reply(nothing(question, other_meeting(self._sources.documents)), question)
        if not self._sources.documents:
            return None
        named, question = self._acts_meant(turn, question, of_year)
        acts = dict.fromkeys((*named, *self._sources.documents[:MAX_ACTS]))
        document = next(iter(acts))
        found, corrections = [], list[Notice]()
        for spoken in question.references:
            where = self._resolver.find(spoken, [*acts][:MAX_ACTS], is_act_named=bool(named))
            if where is None or not self._is_expected(spoken, where[0], acts, named):
                corrected = self._resolver.correct(spoken, document, names_act=where is not None)
                corrections += () if corrected in corrections else (corrected,)
            if where:
                act, reference = where
                found.append(self._findings.write(act.slug, reference, question.labels))
        if not found and _is_other_figure(question, turn):
            return None
        if not found:
            return Reply(nothing(question, corrections), question)
        answer = self._quoter.found(question, found)
        told = {"lead": tuple(corrections), "also": self._also(turn, question, found)}
        # A number is all that was asked for, so the next message goes on from the provision alone.
        return Reply(answer.model_copy(update=told), without_its_meeting(question))

    def _also(self, turn: Turn, question: Question, found: Sequence[Finding]) -> tuple[Citation, ...]:
        """Cite the same number in the other acts that the named meeting may have."""
        if len(found) != 1 or len(question.references) != 1 or turn.scope.is_carried:
            return ()
        others = [each for each in turn.scope.documents if each.slug != found[0].citation.document]
        there = (self._resolver.find(question.references[0], [each], is_act_named=True) for each in others)
        return tuple(
            self._findings.write(act.slug, reference).citation for act, reference in filter(None, there)
        )

    def _acts_meant(
        self, turn: Turn, question: Question, of_year: Sequence[Document]
    ) -> tuple[Sequence[Document], Question]:
        """Return the acts that a message names, if any, and the question without their names."""
        if of_year:
            return of_year, without_its_meeting(question)
        country = _country_named(question, self._sources.register)
        there = [each for each in self._sources.documents if country and each.meeting.country == country]
        if there and (turn.scope.is_carried or not turn.scope.documents):
            return there, question._replace(units=())
        bare = without_its_meeting(question)
        if turn.scope.likely and not turn.scope.documents and not bare.topics:
            return turn.scope.likely, bare  # «16a 2017»: the year can be of nothing else
        return turn.scope.documents[:1], question

    def _is_expected(
        self, spoken: SpokenReference, act: Document, acts: Iterable[Document], named: Sequence[Document]
    ) -> bool:
        """Tell whether a provision may be shown from another act than the first without a comment.

        «Acuerdo 6» can only be in an act with agreements; no need to say that the newest has conclusions.
        """
        first = next(iter(acts))
        is_free = not named and self._resolver.calls_otherwise(spoken, first)
        return act == first or spoken.is_own or is_free

    def _missing(self, document: str, reference: Reference) -> Notice:
        """Say which numbers an act has, if it lacks the one asked for."""
        return self._resolver.correct(_spoken(reference), self._sources.document(document))


def _spoken(reference: Reference) -> SpokenReference:
    return SpokenReference(reference.section, reference.number or 0, reference.letter, 0, 0)


def _are_figures_beside(turn: Turn) -> bool:
    """Tell whether the question is surely answered without its bare numbers: «mi hija cumple el 14»."""
    bare = all(each.section is None and not each.is_own for each in turn.message.whole.references)
    return bare and not turn.question.references and turn.is_told(CERTAIN)


def _is_other_figure(question: Question, turn: Turn) -> bool:
    """Tell whether figures name no provision («informe 5G»), since another surely answers."""
    folded = fold(question.mended)
    bare = all(folded[each.start].isdigit() for each in question.references)
    verdict = turn.searched.verdict if bare and question.topics else None
    return verdict is not None and verdict.is_sure


def _year_named(question: Question) -> int | None:
    """Return the year of the act, right after a number: «la 16a de 2017»."""
    folded = fold(question.mended)
    found = (_OF_YEAR.match(folded[each.end :]) for each in question.references)
    return next((int(match["year"]) for match in found if match), None)


def _country_named(question: Question, register: PartyRegister) -> str | None:
    """Return the country that a message ends with right after a number: «la 3 de Honduras»."""
    folded = fold(question.mended)
    found = (_OF_COUNTRY.fullmatch(folded[each.end :]) for each in question.references)
    return next((register.named(match["country"]) for match in found if match), None)


def _is_of(document: Document, year: int) -> bool:
    start = document.meeting.start
    return start is not None and start.year == year
