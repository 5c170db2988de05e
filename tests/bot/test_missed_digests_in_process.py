"""The real process after days of absence: one digest tells what was missed, where its hour has come."""

import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from knowledge.stores.state_store import StateStore
from knowledge.stores.subscriptions import SubscriptionStore
from standin import Standin, StandinServer
from tests.support.due_digests import act_due_on, subscribe, zone_where_it_is_noon
from tests.support.processes import SECONDS
from tests.support.started_again import started

AT_NIGHT = 2


def test_after_days_of_absence_one_digest_comes_where_its_hour_has_come(data_folder: Path) -> None:
    standin = Standin(time.time)
    away, asleep, other = (standin.person(100 + number, "Ana", "es") for number in range(3))
    today = datetime.now(ZoneInfo(zone_where_it_is_noon())).date()
    missed = act_due_on(today + timedelta(days=5)).replace("Tela", "Trujillo")
    (data_folder / "acts" / "otra.txt").write_text(missed, encoding="utf-8")
    subscribe(data_folder, standin, [away, asleep, other])
    night = zone_where_it_is_night()
    with closing(StateStore.open(data_folder / "state.db")) as state:
        store = SubscriptionStore(state)
        change(store, away.id, told=today - timedelta(days=4))
        change(store, asleep.id, zone=night, told=datetime.now(ZoneInfo(night)).date() - timedelta(days=1))
    with (
        StandinServer(standin) as server,
        started(data_folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token),
    ):
        standin.waits_until(lambda: away.inbox and other.inbox, SECONDS)
    assert [len(each.inbox) for each in (away, asleep, other)] == [1, 0, 1]
    assert ("En 5 días (demorado)" in away.inbox[0].text, "En 7 días" in away.inbox[0].text) == (True, True)
    assert "demorado" not in other.inbox[0].text


def change(store: SubscriptionStore, chat: int, **changes: object) -> None:
    wanted = store.of_chat(chat)
    assert wanted
    store.drop(chat)  # else how far it has been told would stay
    store.keep(wanted.model_copy(update=changes))


def zone_where_it_is_night() -> str:
    """Name a zone in which it is too early for anybody's reminders."""
    east = (AT_NIGHT - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-east:+d}" if east else "Etc/GMT"
