"""The menu of /avisos: a chat's reminders, buttons to change them, and the next dates."""

from collections.abc import Iterable, Sequence
from datetime import time

from babel.dates import format_time, get_timezone_location
from babel.lists import format_list

from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.lists.filters import offered
from handlers.markup import bold, escape
from handlers.messages import Button, Keyboard, Message
from handlers.reminders.taps import Action, ReminderTap
from knowledge.language.parties import PartyRegister
from knowledge.values.dated import Dated
from knowledge.values.notices import mark
from knowledge.values.subscriptions import DAYS_BEFORE, Subscription

TIMES = tuple(time(hour) for hour in (6, 7, 8, 9, 12, 15, 18, 20))
"""Times that buttons offer; others are typed."""

SHORT_NAME = 22
_IN_A_ROW = {"parties": 2, "times": 4, "zones": 2}
_TITLE = mark("Avisos")
_OF = mark("<b>De:</b> {parties}")
_WHEN = mark("<b>Cuándo:</b> {days}, a las {time}")
_NEVER = mark("<b>Cuándo:</b> nunca; elija cuántos días antes")
_ZONE = mark("<b>Zona horaria:</b> {zone}")
_NEXT = mark("<b>Lo próximo:</b>")
_NOTHING_NEXT = mark("Por ahora no viene nada con fecha.")
_ONE = mark("Es un solo mensaje al día, y solo si hay algo.")
_EVERYTHING = mark("todo el foro")
_SAME_DAY = mark("el mismo día")
_NO_REMINDERS = mark("Este chat no recibe avisos. ¿De qué quiere que le avise?")
_TYPED = mark("También puede escribir, por ejemplo: /avisos {country}")


def offer_reminders(catalogue: Catalogue, country: str | None) -> Message:
    """Offer reminders to a chat that has none; its country first, if known."""
    rows = []
    if country:
        label = catalogue.text(mark("Mi país: {party}"), party=(country,))
        rows.append((_button(label, Action.PARTY, shorten(country, SHORT_NAME)),))
    rows += [
        (_button(catalogue.text(mark("Todo el foro")), Action.ALL),),
        (_button(catalogue.text(mark("Elegir países u organismos…")), Action.PARTIES),),
    ]
    lines = [escape(catalogue.text(_NO_REMINDERS)), escape(catalogue.text(_TYPED))]
    return Message("\n".join(lines), tuple(rows))


def show_reminders(catalogue: Catalogue, wanted: Subscription, coming: Sequence[Dated]) -> Message:
    """Show the reminders of a chat, with buttons to change them."""
    lines = [
        bold(catalogue.text(_TITLE)),
        catalogue.text(_OF, parties=escape(_parties(catalogue, wanted))),
        _when(catalogue, wanted),
        catalogue.text(_ZONE, zone=escape(zone_name(catalogue, wanted.zone))),
        escape(catalogue.text(_ONE)),
        "",
        *_coming(catalogue, coming),
    ]
    days = tuple(
        _toggle(_days_label(catalogue, days), days in wanted.days_before, days) for days in DAYS_BEFORE
    )
    rows = (
        days,
        (
            _button(catalogue.text(mark("De quién…")), Action.PARTIES),
            _button(catalogue.text(mark("Hora…")), Action.TIMES),
            _button(catalogue.text(mark("Zona horaria…")), Action.ZONES),
        ),
        (_button(catalogue.text(mark("Quitar los avisos")), Action.OFF),),
    )
    return Message("\n".join(lines), rows)


def choose_parties(catalogue: Catalogue, register: PartyRegister, chosen: Iterable[str]) -> Message:
    """Offer the parties of the forum, with a tick on the chosen ones."""
    marked = set(chosen)
    buttons = [
        _button(_ticked(catalogue.party(name), name in marked), Action.PARTY, shorten(name, SHORT_NAME))
        for name in offered(register)
    ]
    every = _button(catalogue.text(mark("Todo el foro")), Action.ALL)
    return _choice(catalogue, mark("¿De qué países u organismos?"), [*buttons, every], "parties")


def choose_time(catalogue: Catalogue) -> Message:
    """Offer times of the day."""
    buttons = [_button(_time(catalogue, at), Action.TIME, f"{at:%H:%M}") for at in TIMES]
    return _choice(catalogue, mark("¿A qué hora? También: /avisos 7:30"), buttons, "times")


def choose_zone(catalogue: Catalogue, zones: Iterable[str]) -> Message:
    """Offer time zones."""
    buttons = [_button(zone_name(catalogue, zone), Action.ZONE, zone) for zone in zones]
    return _choice(catalogue, mark("¿Qué zona horaria? También: /avisos hora de {country}"), buttons, "zones")


def zone_name(catalogue: Catalogue, zone: str) -> str:
    """Write a time zone as people call it: «hora de Costa Rica»."""
    if zone.startswith("Etc/"):
        name = zone.removeprefix("Etc/")
        turned = name.translate(str.maketrans("+-", "-+"))  # the tz database has the signs reversed
        return turned.replace("GMT", "UTC")
    return str(get_timezone_location(zone, locale=catalogue.language))


def _choice(catalogue: Catalogue, question: str, buttons: Sequence[Button], kind: str) -> Message:
    width = _IN_A_ROW[kind]
    rows: Keyboard = tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
    back = (_button(catalogue.text(mark("◀ Volver")), Action.MENU),)
    return Message(escape(catalogue.text(question)), (*rows, back))


def _parties(catalogue: Catalogue, wanted: Subscription) -> str:
    return catalogue.parties(wanted.parties) if wanted.parties else catalogue.text(_EVERYTHING)


def _when(catalogue: Catalogue, wanted: Subscription) -> str:
    before = sorted((days for days in wanted.days_before if days), reverse=True)
    told = []
    if before:
        listed = format_list([str(days) for days in before], locale=catalogue.language)
        told.append(
            catalogue.text(mark("{days} días antes"), days=listed)
            if before != [1]
            else catalogue.text(mark("un día antes"))
        )
    if 0 in wanted.days_before:
        told.append(catalogue.text(_SAME_DAY))
    if not told:
        return catalogue.text(_NEVER)
    days = format_list(told, locale=catalogue.language)
    return catalogue.text(_WHEN, days=escape(days), time=_time(catalogue, wanted.at))


def _coming(catalogue: Catalogue, coming: Sequence[Dated]) -> list[str]:
    if not coming:
        return [escape(catalogue.text(_NOTHING_NEXT))]
    named = ((each.start, each.finding.citation.reference) for each in coming)
    lines = [f"• {escape(catalogue.day(day))} · {escape(catalogue.reference(cited))}" for day, cited in named]
    return [catalogue.text(_NEXT), *lines]


def _days_label(catalogue: Catalogue, days: int) -> str:
    return catalogue.count("{number} día", "{number} días", days) if days else catalogue.text(mark("Ese día"))


def _toggle(label: str, is_chosen: bool, days: int) -> Button:  # noqa: FBT001
    return _button(_ticked(label, is_chosen), Action.DAYS, str(days))


def _ticked(label: str, is_chosen: bool) -> str:  # noqa: FBT001
    return f"✓ {label}" if is_chosen else label


def _time(catalogue: Catalogue, at: time) -> str:
    return str(format_time(at, "short", locale=catalogue.language))


def _button(label: str, action: Action, argument: str = "") -> Button:
    return Button(label, str(ReminderTap(action, argument)))
