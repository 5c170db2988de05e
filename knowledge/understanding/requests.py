"""What the words after a command ask for: «/pendientes México», «/plazos julio de 2017», «/pais panma»."""

from datetime import date

from knowledge.language.folding import words
from knowledge.language.forum import Forum
from knowledge.language.parties import PartyRegister
from knowledge.understanding.periods import period_in
from knowledge.understanding.world import countries_of_the_world
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Overview, OverviewKind

_NOT_UNDERSTOOD = mark("No entiendo «{words}»: escriba un país, un organismo o unas fechas.")
_NOT_A_PARTY = mark("No conozco a «{words}» entre los países y organismos del foro ({forum}).")
_NOT_A_MEMBER = mark("{words} no es miembro del foro ({forum}); sus actas no le piden nada.")


class RequestReader:
    """Read requests for overviews."""

    def __init__(self, register: PartyRegister, forum: Forum) -> None:
        self._register = register
        self._forum = forum

    def read(
        self, kind: OverviewKind, request: str, *, today: date, meeting: date | None
    ) -> Overview | Notice:
        """Read what follows a command, or say why it cannot be read.

        A month without year is that after `meeting`.
        """
        if not request.strip():
            return Overview(kind=kind)
        party = self._register.closest(request)
        if party:
            return self._of_party(kind, party)
        period = period_in(request, today=today, meeting=meeting)
        if period and kind is not OverviewKind.PARTY:
            return Overview(kind=kind, period=period)
        if any(countries_of_the_world().find(words(request))):
            return notice(_NOT_A_MEMBER, words=request, forum=(self._forum.short("es"),))
        complaint = _NOT_A_PARTY if kind is OverviewKind.PARTY else _NOT_UNDERSTOOD
        return notice(complaint, words=request, forum=(self._forum.short("es"),))

    def _of_party(self, kind: OverviewKind, name: str) -> Overview | Notice:
        party = self._register.parties[name]
        if party.kind is PartyKind.COUNTRY and not party.member:
            return notice(_NOT_A_MEMBER, words=name, forum=(self._forum.short("es"),))
        return Overview(kind=kind, party=name)
