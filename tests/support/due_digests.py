"""People whose digest is due today, by the real clock."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from babel.dates import format_date

from bot.services import open_services
from bot.settings import Settings
from knowledge.stores.state_store import StateStore
from knowledge.stores.subscriptions import SubscriptionStore
from knowledge.values.subscriptions import Subscription
from standin import Person, Standin


def act_due_on(day: date) -> str:
    due, met = (format_date(each, "d 'de' MMMM 'de' y", "es") for each in (day, day - timedelta(days=30)))
    return f"""\
REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, {met}

CONCLUSIONES

1. Que los Países Miembros remitan el informe a más tardar el {due}.
"""


def zone_where_it_is_noon() -> str:
    """Return the name of a time zone in which it is noon, so that midnight is far."""
    hours = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


def subscribe(folder: Path, standin: Standin, people: list[Person], *, language: str = "es") -> date:
    """Make a digest due for people, seven days before an act's deadline; return the date in their zone."""
    for person in people:
        person.writes("hola")
    standin.take_updates()
    everybody = Subscription(chat_id=0, language=language, zone=zone_where_it_is_noon(), told=date.min)
    today = everybody.today(datetime.now(UTC))
    (folder / "acts" / "acta.txt").write_text(act_due_on(today + timedelta(days=7)))
    with open_services(Settings(_env_file=None, data=folder, encoder=False)) as services:
        services.base.reload()
    with closing(StateStore.open(folder / "state.db")) as state:
        for person in people:
            told = today - timedelta(days=1)
            SubscriptionStore(state).keep(everybody.model_copy(update={"chat_id": person.id, "told": told}))
    return today


def digests(person: Person) -> list[bool]:
    """Tell, for each digest that a person got, whether it was marked as a possible duplicate."""
    return ["En 7 días (demorado)" in each.text for each in person.inbox if "En 7 días" in each.text]
