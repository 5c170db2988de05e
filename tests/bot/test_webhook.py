"""The real process by webhook: who knows the secret is heard, once; anybody else is sent away."""

import json
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from knowledge.stores.answered import AnsweredStore
from knowledge.stores.state_store import StateStore
from standin import Standin
from tests.support.reached import SECONDS, deliver, listening


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
