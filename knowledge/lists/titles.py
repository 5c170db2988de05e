"""Titles of overviews: their contents, party, count and limits."""

from collections.abc import Iterator, Sequence

from knowledge.stores.documents import Document
from knowledge.values.acts import Meeting
from knowledge.values.notices import Notice, Parameter, counted, mark, mark_plural, notice
from knowledge.values.questions import Overview, OverviewKind, Period, Stage

_TITLES = {
    OverviewKind.PENDING: mark("Pendientes: {count}"),
    OverviewKind.DEADLINES: mark("Plazos: {count}"),
    OverviewKind.EVENTS: mark("Eventos: {count}"),
    OverviewKind.MEETINGS: mark("Reuniones: {count}"),
}
_TITLES_OF_PARTY = {
    OverviewKind.PENDING: mark("Pendientes de {party}: {count}"),
    OverviewKind.DEADLINES: mark("Plazos de {party}: {count}"),
    OverviewKind.EVENTS: mark("Eventos que organiza {party}: {count}"),
    OverviewKind.PARTY: mark("{party} en las actas: {count}"),
}
_NOTHING = {
    OverviewKind.DEADLINES: mark("No consta ningún plazo así en las actas que conozco."),
    OverviewKind.EVENTS: mark("No consta ningún evento así en las actas que conozco."),
}
_NOTHING_OF_THAT = mark("No consta nada de eso en las actas que conozco.")
_NOTHING_OF_PARTY = {
    OverviewKind.PENDING: mark("No consta nada pendiente de {party} en las actas que conozco."),
    OverviewKind.DEADLINES: mark("No constan plazos con fecha de {party} en las actas que conozco."),
    OverviewKind.EVENTS: mark("No constan eventos que organice {party} en las actas que conozco."),
    OverviewKind.PARTY: mark("No consta nada de {party} en las actas que conozco."),
}
_NOTHING_AT = {
    Stage.OVER: mark("No consta nada vencido en las actas que conozco."),
    Stage.AHEAD: mark("No consta nada por vencer en las actas que conozco."),
    Stage.UNDATED: mark("No consta nada sin fecha en las actas que conozco."),
}
_NOTHING_OF_PARTY_AT = {
    Stage.OVER: mark("No consta nada vencido de {party} en las actas que conozco."),
    Stage.AHEAD: mark("No consta nada por vencer de {party} en las actas que conozco."),
    Stage.UNDATED: mark("No consta nada sin fecha de {party} en las actas que conozco."),
}
_NOTHING_DONE = mark("Nada de eso está anotado como cumplido.")
_OF_MEETINGS = mark_plural("De {number} reunión", "De {number} reuniones")


def title(overview: Overview, count: int) -> Notice:
    """Return the title of an overview, with its count."""
    if overview.stage is Stage.DONE:
        return _done(overview, count)
    if overview.party is None:
        return notice(_TITLES[overview.kind] if count else _none(overview), count=count)
    said = _TITLES_OF_PARTY[overview.kind] if count else _none_of_party(overview)
    return notice(said, party=(overview.party,), count=count)


def _none(overview: Overview) -> str:
    if overview.stage and overview.kind is not OverviewKind.EVENTS:
        return _NOTHING_AT[overview.stage]
    return _NOTHING.get(overview.kind, _NOTHING_OF_THAT)


def _none_of_party(overview: Overview) -> str:
    if overview.stage and overview.kind is not OverviewKind.EVENTS:
        return _NOTHING_OF_PARTY_AT[overview.stage]
    return _NOTHING_OF_PARTY[overview.kind]


def _done(overview: Overview, count: int) -> Notice:
    if not count:
        return notice(_NOTHING_DONE)
    if overview.party is None:
        return notice(mark("Cumplidos: {count}"), count=count)
    return notice(mark("Cumplidos de {party}: {count}"), party=(overview.party,), count=count)


def limits(
    overview: Overview, acts: Sequence[Document], place: str | None, *, is_body: bool = False
) -> Iterator[Notice]:
    """Yield an overview's limits: its meetings (a single one by place and days) and its period."""
    if overview.kind is not OverviewKind.MEETINGS and (overview.where or overview.held):
        if len(acts) == 1:
            yield notice(mark("Reunión: {meeting}"), meeting=named(acts[0].meeting, acts[0].source))
        else:
            yield from _several(overview, acts, place, is_body=is_body)
    elif place:
        yield _place(place, is_body=is_body)
    if overview.period:
        yield notice(mark("Fecha: {days}"), days=overview.period)


def named(meeting: Meeting, source: str) -> Notice:
    """Name a meeting by its place and days, or by its file if the act has neither."""
    days = Period(start=meeting.start, end=meeting.end or meeting.start) if meeting.start else None
    if meeting.city and days:
        return notice(mark("{city}, {days}"), city=meeting.city, days=days)
    if days:
        return notice("{days}", days=days)
    return notice("{name}", name=meeting.city or source)


def joined(parts: Sequence[Notice]) -> Notice:
    """Join notices on one line."""
    parameters: dict[str, Parameter] = {f"part{place}": part for place, part in enumerate(parts)}
    return Notice(msgid=" · ".join(f"{{{name}}}" for name in parameters), parameters=parameters)


def _several(
    overview: Overview, acts: Sequence[Document], place: str | None, *, is_body: bool
) -> Iterator[Notice]:
    if acts:
        yield counted(_OF_MEETINGS, len(acts))
    if place:
        yield _place(place, is_body=is_body)
    if overview.held:
        yield notice(mark("Reuniones: {days}"), days=overview.held)


def _place(place: str, *, is_body: bool) -> Notice:
    if is_body:
        return notice(mark("Órgano: {body}"), body=(place,))
    return notice(mark("Lugar: {place}"), place=place)
