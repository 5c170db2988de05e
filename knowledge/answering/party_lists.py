"""Lists of what a party does, asks, is thanked for or has to do."""

from datetime import date

from knowledge.answering.dated_lists import EVENTS
from knowledge.citing.replies import nothing
from knowledge.language.folding import words
from knowledge.lists.list_answers import DUE, ListAnswers, is_dated
from knowledge.opening.named import is_passive
from knowledge.stores.documents import Document
from knowledge.understanding.asking import WHO
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.values.acts import Role
from knowledge.values.answers import Answer
from knowledge.values.notices import mark, notice
from knowledge.values.questions import OverviewKind, QuestionKind

_OTHERWISE = frozenset(
    {Asked.DATE, Asked.PLACE, Asked.COUNT, Asked.PERSON, Asked.ADDRESSEE, Asked.DEFINITION}
)
"""What is asked of a party and is no list of what it does."""

_HOSTING = frozenset({Role.HOST, Role.ORGANIZER})
_LISTED = {
    Role.PROPOSER: mark("Solicitudes y propuestas de {parties}:"),
    Role.REQUESTER: mark("Solicitudes y propuestas de {parties}:"),
    Role.RESPONSIBLE: mark("Tareas de {parties}:"),
    Role.ORGANIZER: mark("Eventos que organiza: {parties}"),
    Role.HOST: mark("Eventos con sede u organización de {parties}:"),
    Role.SUPPORTER: mark("Con el apoyo de: {parties}"),
    Role.THANKED: mark("Agradecimientos a: {parties}"),
}
_ASKING = frozenset({Role.PROPOSER, Role.REQUESTER})
_NEVER_ASKED = mark("No consta ninguna solicitud ni propuesta de {parties}.")


class PartyLists(ListAnswers):
    """List what concerns a party, from the newest act that has any of it."""

    def concerning(self, question: Question, document: Document | None) -> Answer | None:
        """List what parties do, if a question asks nothing else of them, or return None."""
        parties = question.parties
        hosting = EVENTS if _HOSTING & set(question.roles) else frozenset()
        rest = [unit for unit in question.topics if not unit.names_party and not hosting & set(unit.terms)]
        if not parties or (rest and Asked.MENTION not in question.asked) or _OTHERWISE & set(question.asked):
            return None
        if question.period:
            return None  # «¿quién tiene la PPT el año que viene?»: what a party does is told without days
        asking = bool(_ASKING & set(question.roles))
        if asking and (WHO & set(question.asked) or is_passive(question)):
            return None  # «¿quién pidió lo de la OPS?», "what was PAHO asked for?": another did
        numbers = (
            self._gatherer.in_roles(parties, question.roles)
            if question.roles
            else self._gatherer.in_any_role(parties)
        )
        newest = self._gatherer.of_newest(numbers, document)
        if Role.THANKED in question.roles:
            newest = self._gatherer.saying(newest, question.verbs) or newest
        if not newest and _ASKING & set(question.roles):
            if any(len(self._gatherer.in_roles((name,), question.roles)) for name in parties):
                return None  # «¿qué pidió Canadá sobre la CSM?»: the others are what it is about
            return nothing(question, (notice(_NEVER_ASKED, parties=parties),))
        roles = [role for role in question.roles if role in _LISTED]
        lead = (notice(_LISTED[roles[0]], parties=parties),) if roles else ()
        return self._answer(question, newest, QuestionKind.PARTY, lead)

    def duties(self, question: Question, document: Document | None, today: date) -> Answer | None:
        """List what a party has to do, as /pendientes does, if a question asks just that, or return None."""
        parties, period = question.parties, question.period
        others = [
            unit
            for unit in question.topics
            if not (unit.names_party or DUE in unit.terms or all(map(is_dated, words(unit.label))))
        ]
        if len(parties) != 1 or Role.RESPONSIBLE not in question.roles or others:
            return None
        if (_OTHERWISE - {Asked.DEFINITION}) & set(question.asked) and not period:
            return None
        return self._overview(question, OverviewKind.PENDING, today, parties[0], document)
