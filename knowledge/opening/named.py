"""Name the parties or people asked for: who does, requests, pays for or receives something; or nobody."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.language.tenses import Tense, tense_of
from knowledge.opening.choice import Question, StatementChooser
from knowledge.opening.eligible import NameChecker, is_named
from knowledge.opening.roles import AHEAD, ASKING, DOING, HELPING, LABELS, NEAR, PAST, PLAIN, TELLING
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.understanding.cues import Asked, load_cues
from knowledge.values.acts import Role
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.parties import PartyKind
from knowledge.values.statements import Statement

_MONEY = of_concept(Notion.FINANCE)
_PRAISE = of_concept(Notion.CONGRATULATE)
_BEING = frozenset(
    {"got", "gets", "es", "son", "fue", "fueron", "ser", "is", "are", "was", "were", "be", "been"}
)
_DONE = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ed")
_SPEAKING = frozenset({PartyKind.OFFICE, PartyKind.FORUM})
_POSTS = frozenset(map(of_concept, (Notion.HEAD, Notion.INTERIM)))
_BESIDE = 10
"""Words on each side of a person's name that may say who they are."""
_WITH = frozenset({"con", "with"})
_WHOM = frozenset({"quien", "quienes", "whom", "who"})
_ASKING_HEAD = 4
"""Words before a party that ask something of it: «se insta a los», "calls upon the"."""


class Named(NamedTuple):
    """The names asked for, the line that says them, and the statement that has them."""

    said: Notice
    names: tuple[str, ...]
    statement: Statement


class NameFinder:
    """Finds the names that questions ask for."""

    def __init__(self, sources: Sources, chooser: StatementChooser) -> None:
        self._sources = sources
        self._chooser = chooser
        self._able = NameChecker(sources)
        cues = load_cues(sources.data.language)
        self._binding = cues.undertaking | cues.charged

    def who(self, question: Question, told: Sequence[Statement], language: str) -> Named | None:
        """Name who does the thing asked about, or return None if the provision doesn't tell for certain."""
        return self._who(question, told, language, passive=is_passive(question))

    def _who(
        self, question: Question, told: Sequence[Statement], language: str, *, passive: bool
    ) -> Named | None:
        """Name who does it; for a passive, the recipient, if there is one: «¿quién fue invitado?»."""
        able = [each for each in told if self._able.may_answer(question, each)]
        able = [each for each in able if not self._only_speaks(question, each, language)]
        asked = self._asked_roles(question)
        if asked & ASKING and is_passive(question):
            return self._likeliest(
                question, [each for each in able if each.role is Role.RESPONSIBLE], language
            )
        fitting = [each for each in able if each.role in {near for role in asked for near in NEAR[role]}]
        money = bool(asked & HELPING) and [unit for unit in question.units if _MONEY in unit.terms]
        if money and (paying := [each for each in able if self._pays(each, money, language)]):
            fitting = [each for each in paying if each.role is Role.PAYER] or paying
        elif asked & HELPING:
            helped = [_as_supporters(each) for each in told if each.supporters]
            fitting = fitting or [each for each in helped if self._able.may_answer(question, each)]
        if asked == {Role.RESPONSIBLE}:
            # Whoever has to confirm isn't the organizer: responsible parties come before the rest.
            fitting = [each for each in fitting if each.role is Role.RESPONSIBLE] or fitting
        if fitting:
            others = told if asked == {Role.RESPONSIBLE} else ()
            return self._likeliest(question, fitting, language, against=others)
        if money or asked & {*ASKING, Role.THANKED, Role.ABSENT}:
            return None
        goes_to = self.to_whom(question, told, language) if passive else None
        return goes_to or self._likeliest(question, able, language, against=told)

    def to_whom(self, question: Question, told: Sequence[Statement], language: str) -> Named | None:
        """Name the recipient, or who is asked to do something: «¿a quién se exhorta?»."""
        asked = self._asked_roles(question)
        if Role.THANKED in asked:
            return self._who(question, told, language, passive=False)
        duties = [each for each in told if each.role is Role.RESPONSIBLE]
        bound = [each for each in duties if self._able.may_answer(question, each)]
        if asked & ASKING:
            return self._likeliest(question, bound, language, bound=True)
        able = [each for each in told if set(each.recipients) - set(question.parties)]
        if not able and any(set(each.recipients) & set(question.parties) for each in duties):
            # The question names the recipient, so it asks who does it.
            return self._who(question, told, language, passive=False)
        doers = {each.agents for each in able}
        others = [each for each in duties if each.agents not in doers]
        chosen = self._chooser.choose(question, able, others, language, lambda each: each.recipients)
        asking = [each for each in bound if self._is_asking(question, each, language)]
        if not (asking or able or asked & HELPING):
            asking = [each for each in told if self._is_given(question, each, language)]
        if asking:
            return self._likeliest(question, asking, language, bound=True)
        if chosen is None:
            return None
        names = tuple(name for name in chosen.recipients if name not in question.parties)
        # In «después de esta reunión» the body that meets is no recipient.
        named = {each.name for each in self._sources.register.find(chosen.quote)} - set(question.parties)
        names = tuple(name for name in names if name in named or name not in self._sources.forums) or names
        label = PLAIN if self._able.kind_asked(question) else mark("Destinatario: {parties}")
        return Named(notice(label, parties=names), names, chosen)

    def _is_given(self, question: Question, statement: Statement, language: str) -> bool:
        """Tell whether a statement gives its agents the post or task that a question mentions.

        «Comisionar al Paraguay» answers «¿a quién mandaron a hablar con ellos?», but whoever sends something
        doesn't answer «¿a quién se envía?».
        """
        given = statement.role in {Role.CHOSEN, Role.RESPONSIBLE}
        able = given and self._able.may_answer(question, statement)
        return able and not self._is_due(question, statement, language)

    def _is_due(self, question: Question, statement: Statement, language: str) -> bool:
        """Tell whether a statement is a duty to do the very deed that a question mentions."""
        bound = statement.role is Role.RESPONSIBLE
        return bound and bool(self._chooser.spoken(question.units, statement.deed, language))

    @staticmethod
    def _asked_roles(question: Question) -> set[Role]:
        """Return the roles that decide who may be named."""
        tokens = words(question.text)
        if any(before in _WITH and after in _WHOM for before, after in pairwise(tokens)):
            return {Role.SUPPORTER}
        if Role.THANKED in question.roles and Asked.ADDRESSEE in question.asked:
            return {Role.THANKED}
        if {Role.ORGANIZER, Role.HOST} & set(question.roles):
            return set()  # whoever holds an event may be named as bound, thanked or offering
        return {role for role in question.roles if role in NEAR}

    def _is_asking(self, question: Question, statement: Statement, language: str) -> bool:
        """Tell whether a question has the verb by which a statement binds: «¿a quién se invita a seguir?»."""
        mentions = self._sources.register.find(statement.quote)
        first = mentions[0].start if mentions else len(statement.quote)
        opening = " ".join(statement.quote[:first].rpartition(",")[2].split()[-_ASKING_HEAD:])
        verbs = [unit for unit in question.units if not unit.names_party]
        return bool(self._chooser.spoken(verbs, opening, language))

    def _pays(self, statement: Statement, money: Sequence[Unit], language: str) -> bool:
        """Tell whether the agents of a statement pay: by their role, their deed, or what they offered."""
        if statement.role in {Role.OFFERER, Role.THANKED}:
            return bool(self._chooser.spoken(money, statement.quote, language))
        deed = statement.role in {Role.RESPONSIBLE, Role.DOER} and statement.deed
        return statement.role is Role.PAYER or bool(deed and self._chooser.spoken(money, deed, language))

    def _likeliest(
        self,
        question: Question,
        able: Sequence[Statement],
        language: str,
        *,
        bound: bool = False,
        against: Sequence[Statement] = (),
    ) -> Named | None:
        """Name the agents whose statement covers most of a question; of several, those in the likeliest role.

        Whoever still has to do a deed didn't do it in the past; `bound` says that the duty is asked about.
        If no statement covers any of the question, only agents without rivals may be meant.
        """
        tense = tense_of(question.text)
        binds = Role.RESPONSIBLE in question.roles or is_passive(question) or self._undertakes(question)
        order = PAST if tense is Tense.PAST and not (bound or binds) else AHEAD
        telling = self._telling(question, able, tense, language)
        doing = self._doing(question, telling, language)
        best = self._chooser.best(question, doing or telling, language)
        others = [each for each in against if each.agents and not doing]
        if not self._chooser.is_meant(question, best, others, language):
            return None
        guess = not any(self._chooser.weigh(question, each, language) for each in best)
        if guess and len({frozenset(each.agents) for each in best}) > 1:
            # For the future, only those who have to do something can be named.
            best = [each for each in best if each.role in order[0]] if tense is Tense.FUTURE else []
        if order is PAST:
            best = [each for each in best if not self._is_due(question, each, language)]
        for roles in order:
            fitting = [each for each in best if each.role in roles]
            if len({frozenset(each.agents) for each in fitting}) == 1:
                return self._named(question, fitting[0])
            if fitting:
                return None
        return None

    def _doing(self, question: Question, able: Sequence[Statement], language: str) -> Sequence[Statement]:
        """Return the statements whose deed is the verb of a question, or none if their agents differ.

        In «A hará el cuadro y B lo revisará» the second clause has few words of «¿quién revisa el cuadro?».
        """
        verb = [unit for unit in question.units if unit.weight > 1]
        doing = [
            each for each in able if each.role in DOING and self._chooser.spoken(verb, each.deed, language)
        ]
        return doing if len({frozenset(each.agents) for each in doing}) == 1 else ()

    def _telling(
        self, question: Question, able: Sequence[Statement], tense: Tense | None, language: str
    ) -> Sequence[Statement]:
        """Keep the statements that name somebody outright and cover some of the question, if any do.

        Whoever is thanked did it already, and a deed told in passing must be the one asked about.
        """
        if tense is Tense.FUTURE:
            able = [each for each in able if each.role is not Role.THANKED]
        outright = [each for each in able if self._is_outright(question, each, language)]
        spoken = [each for each in outright if self._chooser.weigh(question, each, language)]
        rest = [each for each in able if "responsible" not in each.inferred]
        return spoken or outright or [each for each in rest if not self._is_beside_another(question, each)]

    def _is_outright(self, question: Question, statement: Statement, language: str) -> bool:
        """Tell whether a statement says who does the deed asked about, not just who would have to."""
        if "responsible" in statement.inferred:
            asked = Role.RESPONSIBLE in question.roles or is_passive(question)
            return asked and bool(self._chooser.spoken(question.units, statement.deed, language))
        return statement.role is not Role.DOER or self._is_own(question, statement, language)

    def _is_beside_another(self, question: Question, statement: Statement) -> bool:
        """Tell whether a deed is told in passing in a clause that names others, who may be meant instead."""
        if statement.role is not Role.DOER:
            return False
        named = {each.name for each in self._sources.register.find(statement.about)}
        return bool(named - {*statement.agents, *question.parties})

    def _only_speaks(self, question: Question, statement: Statement, language: str) -> bool:
        """Tell whether a statement names who speaks in the act, not who acts: «el Pleno acuerda …»."""
        parties = self._sources.register.parties
        kinds = {parties[name].kind for name in statement.agents if name in parties}
        speaks = statement.role is Role.DOER and not statement.about and kinds <= _SPEAKING and bool(kinds)
        return speaks and not self._chooser.spoken(question.units, statement.deed, language)

    def holder(self, question: Question, quote: str, language: str) -> Notice | None:
        """Name the only person in a quotation, if a person or the holder of a post is asked for.

        The post, or another topic of the question, must stand near the name; the question can't name them.
        """
        posts = any(not _POSTS.isdisjoint(unit.terms) for unit in question.units)
        if not (posts or {Asked.PERSON, Asked.HOLDER} & set(question.asked)) or self._able.kind_asked(
            question
        ):
            return None
        people = list(self._sources.people.names_in(quote))
        if len({name for _, _, name in people}) != 1 or is_named(people[0][2], question):
            return None
        first, last, name = people[0]
        beside = (*quote[:first].split()[-_BESIDE:], *quote[last:].split()[:_BESIDE])
        topics = [unit for unit in question.units if unit.is_topic]
        told = self._chooser.spoken(topics, " ".join(beside), language)
        return notice(mark("Nombre: {person}"), person=name) if told else None

    def _is_own(self, question: Question, statement: Statement, language: str) -> bool:
        """Tell whether a question about the clause of a deed told in passing mentions the deed itself.

        A question in another language shares few words with the act, so it always passes.
        """
        if question.language != language:
            return True
        own = self._chooser.weigh(question, statement.model_copy(update={"about": ""}), language)
        return bool(own) or not self._chooser.weigh(question, statement, language)

    @staticmethod
    def _praises(question: Question) -> bool:
        return any(_PRAISE in unit.terms for unit in question.units)

    def _undertakes(self, question: Question) -> bool:
        """Tell whether a past verb asks about a duty: «¿quién quedó de enviarlo?», «¿a quién se encargó?»."""
        return not self._binding.isdisjoint(words(question.text))

    def _named(self, question: Question, statement: Statement) -> Named:
        names = self._able.names_of(statement)
        if self._able.people_in(statement).issuperset(names) and len(names) == 1:
            return Named(notice(mark("Nombre: {person}"), person=names[0]), names, statement)
        told = statement.role in TELLING or statement.role in question.roles
        label = LABELS.get(statement.role, PLAIN) if statement.role and told else PLAIN
        if statement.role is Role.THANKED and told and self._praises(question):
            label = mark("Se felicita a: {parties}")
        if statement.role is Role.RESPONSIBLE and "responsible" in statement.inferred:
            label = mark("Responsable, según el contexto: {parties}")
        return Named(notice(label, parties=names), names, statement)


def _as_supporters(statement: Statement) -> Statement:
    return statement.model_copy(update={"agents": statement.supporters, "role": Role.SUPPORTER})


def is_passive(question: Question) -> bool:
    """Tell whether a question is passive: "who is asked to …?", «¿quién fue encargado …?»."""
    tokens = words(question.text)
    return any(before in _BEING and after.endswith(_DONE) for before, after in pairwise(tokens))
