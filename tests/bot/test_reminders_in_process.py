"""The real process sends reminders over HTTP: one chat that Telegram refuses holds up nobody."""

import time
from pathlib import Path

from standin import Standin, StandinServer, flood
from tests.support.due_digests import digests, subscribe
from tests.support.processes import SECONDS
from tests.support.started_again import started

CHATS = 25


def test_a_chat_that_telegram_refuses_holds_up_neither_digests_nor_answers(data_folder: Path) -> None:
    standin = Standin(time.time)
    people = [standin.person(100 + number, "Ana", "es") for number in range(CHATS)]
    refused, asking, *_ = people
    subscribe(data_folder, standin, people)
    standin.fails("sendMessage", flood(600), times=9, chat_id=refused.id)
    with (
        StandinServer(standin) as server,
        started(data_folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token),
    ):
        asking.writes("¿Cuándo es el taller de pasaportes?")
        standin.waits_until(lambda: all(map(digests, people[1:])) and len(asking.inbox) > 1, SECONDS)
    assert [digests(person) for person in people] == [[], *[[False]] * (CHATS - 1)]
    assert sum(call.number("chat_id") == refused.id for call in standin.calls) == 1
    assert any("Conclusión 24" in each.text for each in asking.inbox)
