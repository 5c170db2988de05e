"""Buttons that limit a list to the meetings of a year, or to a party."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from handlers.callbacks import Form, PageTap
from handlers.catalogue import Catalogue
from handlers.markup import bold
from handlers.messages import Button, Message
from knowledge.language.parties import PartyRegister
from knowledge.stores.documents import Document
from knowledge.values.notices import mark
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Overview, OverviewKind, Period

_WHICH_YEAR = mark("¿De las reuniones de qué año?")
_WHICH_PARTY = mark("¿De qué país u organismo?")
_YEARS_IN_A_ROW = 5
_PARTIES_IN_A_ROW = 2
_OF_PARTIES = frozenset(
    {OverviewKind.PENDING, OverviewKind.DEADLINES, OverviewKind.EVENTS, OverviewKind.PARTY}
)
_OFFERED = frozenset({PartyKind.COUNTRY, PartyKind.ORGANIZATION, PartyKind.OFFICE, PartyKind.NETWORK})

_Choice = tuple[str, dict[str, object]]
"""The label of a button, and the limits that it sets."""


def filters(overview: Overview, catalogue: Catalogue, *, several_acts: bool) -> Iterator[Button]:
    """Yield the buttons that limit a list, or take its limits away."""
    first = overview.model_copy(update={"page": 1})
    language = catalogue.language
    if several_acts:
        yield Button(catalogue.text(mark("Por año…")), str(PageTap(language, first, Form.MEETINGS)))
    if overview.kind in _OF_PARTIES:
        yield Button(catalogue.text(mark("Por país…")), str(PageTap(language, first, Form.PARTIES)))
    free = Overview(kind=overview.kind, party=overview.party if overview.kind is OverviewKind.PARTY else None)
    limited = overview.is_limited or overview.stage
    if limited or (overview.party and overview.kind is not OverviewKind.PARTY):
        yield Button(catalogue.text(mark("Quitar filtros")), str(PageTap(language, free)))


def offer_meetings(overview: Overview, documents: Iterable[Document], catalogue: Catalogue) -> Message:
    """Offer the years of meetings, newest first."""
    years = sorted({each.meeting.start.year for each in documents if each.meeting.start}, reverse=True)
    limited: list[_Choice] = [
        (str(year), {"held": Period(start=date(year, 1, 1), end=date(year, 12, 31)), "where": None})
        for year in years
    ]
    every: _Choice = (catalogue.text(mark("Todas")), {"held": None, "where": None})
    return _offer(_WHICH_YEAR, overview, [*limited, every], _YEARS_IN_A_ROW, catalogue)


def offered(register: PartyRegister) -> list[str]:
    """Return the parties to which a list can be limited, member countries first."""
    names = [*register.members, *(name for name, party in register.parties.items() if not party.member)]
    parties = register.parties
    return [name for name in names if parties[name].kind in _OFFERED and not parties[name].abroad]


def offer_parties(
    overview: Overview, register: PartyRegister, catalogue: Catalogue, count: Callable[[Overview], int]
) -> Message:
    """Offer the member countries of the forum, and the other parties whose list isn't empty.

    `count` returns the number of entries in a list.
    """
    first = overview.model_copy(update={"page": 1})
    listed = [
        name
        for name in offered(register)
        if name in register.members or count(first.model_copy(update={"party": name}))
    ]
    choices: list[_Choice] = [(catalogue.party(name), {"party": name}) for name in listed]
    if overview.kind is not OverviewKind.PARTY:
        choices.append((catalogue.text(mark("Todos")), {"party": None}))
    return _offer(_WHICH_PARTY, overview, choices, _PARTIES_IN_A_ROW, catalogue)


def _offer(
    question: str,
    overview: Overview,
    choices: Sequence[_Choice],
    in_a_row: int,
    catalogue: Catalogue,
) -> Message:
    buttons = [
        Button(label, str(PageTap(catalogue.language, overview.model_copy(update={**limits, "page": 1}))))
        for label, limits in choices
    ]
    rows = tuple(tuple(buttons[start : start + in_a_row]) for start in range(0, len(buttons), in_a_row))
    return Message(bold(catalogue.text(question)), rows)
