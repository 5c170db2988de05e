"""The real process by webhook: who knows the secret is heard, once; anybody else is sent away."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from knowledge.stores.answered import AnsweredStore
from knowledge.stores.state_store import StateStore
from standin import Standin
from tests.bot.conftest import Run
from tests.support.processes import SECONDS
from tests.support.reached import Post, deliver, listening


class Words(NamedTuple):
    """What people write and read in one language; `cited` with a space for the number."""

    language: str
    question: str
    cited: str
    other: str
    nothing: str
    hello: str


SPANISH = Words("es", "¿Cuándo es el taller de pasaportes?", "Conclusión {}", "16a", "No consta.", "/ayuda")
ENGLISH = Words("en", "When is the passport workshop?", "Conclusion {}", "16a", "Not on record.", "/help")
BOTH = pytest.mark.parametrize("words", [SPANISH, ENGLISH], ids=["spanish", "english"])


@BOTH
def test_who_knows_the_secret_is_answered_and_anybody_else_is_not(data_folder: Path, words: Words) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", words.language)
    with listening(standin, data_folder) as post:
        ana.writes(words.question)
        (update,) = standin.take_updates()
        body = json.dumps(update).encode()
        assert [post(body, secret="wrong"), post(body, secret=""), post(body, method="GET")] == [
            403,
            403,
            405,
        ]
        assert post(body) == 200
        standin.waits_until(lambda: ana.inbox, SECONDS)
    assert [words.cited.format(24) in message.text for message in ana.inbox] == [True]


BROKEN = {"update_id": 900, "callback_query": {"id": "1", "data": "a secret"}}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param({"body": b"x", "secret": "wrong"}, 403, id="wrong-secret"),
        pytest.param({"body": b"x", "secret": ""}, 403, id="no-secret"),
        pytest.param({"body": b"x" * 5_000_000, "secret": "wrong"}, 403, id="five-megabytes-of-a-stranger"),
        pytest.param({"body": b"", "method": "GET"}, 405, id="get"),
        pytest.param({"body": b" " * 5_000_000}, 413, id="five-megabytes"),
        pytest.param({"body": b"<html>"}, 400, id="no-json"),
        pytest.param({"body": b"\xff"}, 400, id="no-text"),
        pytest.param({"body": b"[" * 100_000}, 400, id="nested"),
        pytest.param({"body": b"[]"}, 400, id="no-update"),
        pytest.param({"body": b'{"update_id": "7"}'}, 400, id="no-number"),
        pytest.param({"body": json.dumps(BROKEN).encode()}, 200, id="unreadable"),
    ],
)
def test_what_is_no_update_of_telegram_s_is_refused(
    listener: Post, sent: dict[str, Any], status: int
) -> None:
    assert listener(**sent) == status


@pytest.fixture(scope="module")
def listener(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    folder = Path(shutil.copytree(built_data, tmp_path_factory.mktemp("listener") / "data"))
    with listening(Standin(time.time), folder) as post:
        yield post


def test_an_update_that_is_delivered_twice_is_answered_once(data_folder: Path) -> None:
    standin = Standin(time.time)
    ana, ben = standin.person(7, "Ana", "es"), standin.person(8, "Ben", "es")
    with listening(standin, data_folder) as post:
        ana.writes(SPANISH.question)
        (update,) = standin.take_updates()
        assert [post(json.dumps(update).encode()) for _ in range(3)] == [200, 200, 200]
        post(json.dumps(BROKEN).encode())
        ben.writes(SPANISH.question)
        deliver(standin, post)
        standin.waits_until(lambda: ben.inbox, SECONDS)
    assert len(ana.inbox) == 1


def test_without_a_secret_nobody_listens(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456789:" + "A" * 35)
    monkeypatch.setenv("ACUERDOS_WEBHOOK_URL", "https://acuerdos.example/hook")
    status, _, complaint = run("run")
    assert (status, "ACUERDOS_WEBHOOK_SECRET" in complaint) == (78, True)


@BOTH
def test_any_chat_and_groups_are_served_by_webhook(data_folder: Path, words: Words) -> None:
    standin = Standin(time.time)
    ana, ben = (standin.person(number, "Ana", words.language) for number in (7, 8))
    with listening(standin, data_folder) as post:
        typed, empty = ana.queries("24"), ben.queries("")
        group = standin.group("Delegados", [ana, ben])
        deliver(standin, post)
        standin.waits_until(lambda: typed.is_answered and empty.is_answered and group.inbox, SECONDS)
        ana.chooses(typed.results[0], group)
        group.promotes_bot()
        ana.writes(words.question, group)
        asked = ana.writes(f"@AcuerdosBot {words.question}", group)
        deliver(standin, post)
        standin.waits_until(lambda: len(group.inbox) == 2, SECONDS)
        thanked = ben.writes("Gracias, thanks", group, reply_to=group.inbox[-1])
        deliver(standin, post)
        standin.waits_until(lambda: thanked.reaction, SECONDS)
        upgraded = group.becomes_supergroup()
        ben.writes("/pending@AcuerdosBot", upgraded)
        deliver(standin, post)
        standin.waits_until(lambda: upgraded.inbox, SECONDS)

    assert typed.results[0].title.startswith(words.cited.format(24))
    assert typed.is_personal
    assert (empty.results, empty.button.startswith(words.nothing)) == (
        [],
        True,
    )  # all deadlines are long over
    assert words.hello in group.inbox[0].text
    assert (group.inbox[1].reply_to, words.cited.format(24) in group.inbox[1].text) == (asked, True)
    assert standin.refusals == []


def wait_until_kept(folder: Path) -> None:
    """Wait until it is written down which answer is whose: that comes after the answer."""
    patience = time.monotonic() + SECONDS
    with closing(StateStore.open(folder / "state.db")) as state:
        while not AnsweredStore(state).of_chat(7, since=datetime.min.replace(tzinfo=UTC)):
            assert time.monotonic() < patience
            time.sleep(0.01)


@BOTH
def test_an_edited_question_changes_its_answer_also_after_a_restart(data_folder: Path, words: Words) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", words.language)
    with listening(standin, data_folder) as post:
        question = ana.writes(words.question)
        deliver(standin, post)
        standin.waits_until(lambda: ana.inbox, SECONDS)
        wait_until_kept(data_folder)
    (answer,) = ana.inbox
    with listening(standin, data_folder) as post:
        ana.edits(question, words.other)
        deliver(standin, post)
        standin.waits_until(lambda: words.cited.format("16.a") in answer.text, SECONDS)
        ana.edits(question, "/start")
        ana.writes("/start")
        deliver(standin, post)
        standin.waits_until(lambda: len(ana.inbox) > 1, SECONDS)
    assert len(ana.inbox) == 2
    assert words.cited.format("16.a") in answer.text
