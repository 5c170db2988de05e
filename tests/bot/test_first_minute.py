"""The first minute with the real process over HTTP: menus, welcome, country, links, edits."""

import time
from pathlib import Path
from typing import NamedTuple

import pytest

from standin import Person, Standin, StandinServer
from tests.bot.test_process import SECONDS
from tests.support.started_again import started


class Words(NamedTuple):
    """What a person says and reads in one language."""

    language: str
    pending: str
    question: str
    asked: str
    country: str
    kept: str
    share: str
    copy_link: str


SPANISH = Words(
    "es",
    "pendientes",
    "¿Cuándo es el taller de pasaportes?",
    "¿Qué me toca?",
    "Panamá",
    "Pendientes de Panamá: ",
    "Compartir",
    "Copiar enlace",
)
ENGLISH = Words(
    "en",
    "pending",
    "When is the passport workshop?",
    "What do we have to do?",
    "Panama",
    "Pending for Panama: ",
    "Share",
    "Copy link",
)


class Talk(NamedTuple):
    """A person who waits for each answer of a bot in another process."""

    standin: Standin
    person: Person

    def says(self, text: str) -> str:
        return self._after(lambda: self.person.writes(text))

    def taps(self, label: str, *, answers: int = 1) -> str:
        return self._after(lambda: self.person.taps(label), answers)

    def _after(self, act: object, answers: int = 1) -> str:
        before = len(self.person.inbox)
        assert callable(act)
        act()
        self.standin.waits_until(lambda: len(self.person.inbox) >= before + answers, SECONDS)
        return self.person.inbox[-1].text


@pytest.mark.parametrize("words", [SPANISH, ENGLISH], ids=["spanish", "english"])
def test_a_delegate_s_first_minute(data_folder: Path, words: Words) -> None:
    standin = Standin(time.time)
    talk = Talk(standin, standin.person(7, "Ana", words.language))
    with (
        StandinServer(standin) as server,
        started(data_folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token),
    ):
        welcome = talk.says("/start")
        assert talk.taps(words.question, answers=2)
        assert " 24 · " in talk.person.inbox[-1].text
        talk.says(words.asked)
        assert talk.taps(words.country, answers=1).startswith(words.kept)
        assert talk.says(f"/{words.pending}").startswith(words.kept)
        assert " 16.a · " in talk.says("/16a")
        talk.taps(words.share)
        link = talk.person.inbox[-1].button(words.copy_link).copy_text or ""
        assert " 16.a · " in talk.says(f"/start {link.partition('start=')[2]}")
        edited = talk.person.writes(words.question)
        standin.waits_until(lambda: " 24 · " in talk.person.inbox[-1].text, SECONDS)
        shown = len(talk.person.inbox)
        talk.person.edits(edited, "16a")
        standin.waits_until(lambda: " 16.a · " in talk.person.inbox[-1].text, SECONDS)
    assert "San Salvador" in welcome
    assert len(talk.person.inbox) == shown
    assert standin.refusals == []
    menus = {key[:2] for key in standin.world.profile if key[0] == "commands"}
    assert menus == {("commands", "all_private_chats"), ("commands", "all_group_chats")}
