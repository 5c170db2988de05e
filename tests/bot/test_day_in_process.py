"""A day with the real process over HTTP, reached in either way, in both languages.

A delegate's first minute, cards and pages, what is kept and forgotten, what an officer marks, an act that is
uploaded and confirmed.
"""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

import pytest

from standin import Person, Standin
from tests.support.processes import SECONDS
from tests.support.reached import Deliver, by_polling, by_webhook

CORPUS = Path(__file__).parents[1] / "corpus"
PANAMA = Path(__file__).parents[1] / "conversations" / "secretaria" / "acta-2018.txt"
VERACRUZ = CORPUS / "unseen" / "grcm-2010-04-veracruz.html"

LOADING = 3 * SECONDS
"""Seconds that reading an act and building the base anew may take on a machine that does much else."""

Reached = Callable[..., AbstractContextManager[Deliver]]


class Words(NamedTuple):
    """What people say and read in one language, and whose numbers begin with what."""

    language: str
    people: int
    pending: str
    question: str
    asked: str
    country: str
    kept: str
    of_all: str
    share: str
    copy_link: str
    whole: str
    before: str
    by_party: str
    all_again: str
    done: str
    now: str
    shown: str
    undo: str
    undone: str
    remind: str
    calendar: str
    calendar_of: str
    disliked: str
    forget: str
    yes: str
    forgotten: str
    act: Path
    preview: str
    load: str
    loaded: str
    of_the_act: str


SPANISH = Words(
    "es",
    100,
    "pendientes",
    "¿Cuándo es el taller de pasaportes?",
    "¿Qué me toca?",
    "Panamá",
    "Pendientes de Panamá: ",
    "Pendientes: ",
    "Compartir",
    "Copiar enlace",
    "Texto completo",
    "◀ Anterior",
    "Por país…",
    "Quitar filtros",
    "/cumplida 24",
    "Ahora: ✅ cumplido",
    "✅ Cumplido el ",
    "↩️ Deshacer",
    "Deshecho",
    "/avisos Panamá y OIM, 7 días, 8:15",
    "/calendario Panamá",
    "Calendario de Panamá",
    "Lo siento.",
    "/borrar_mis_datos",
    "Sí, borrar",
    "Listo: borré",
    PANAMA,
    "Vista previa",
    "Cargar",
    "Base recargada: 2 actas",
    "Conclusión 2 · GRCM, Ciudad de Panamá",
)
ENGLISH = Words(
    "en",
    200,
    "pending",
    "When is the passport workshop?",
    "What do we have to do?",
    "Panama",
    "Pending for Panama: ",
    "Pending: ",
    "Share",
    "Copy link",
    "Full text",
    "◀ Previous",
    "By country…",
    "Remove filters",
    "/done 24",
    "Now: ✅ done",
    "✅ Done on ",
    "↩️ Undo",
    "Undone",
    "/reminders Panama and IOM, 7 days, 8:15",
    "/calendar Panama",
    "Calendar of Panama",
    "Sorry.",
    "/delete_my_data",
    "Yes, delete",
    "Done: I deleted",
    VERACRUZ,
    "Preview",
    "Load",
    "Base reloaded: 3 acts",
    "Conclusion 2 · RCGM, Veracruz",
)
ADMINS = f"{SPANISH.people},{ENGLISH.people}"


class Talk(NamedTuple):
    """A person who waits for each answer of a bot in another process."""

    standin: Standin
    deliver: Deliver
    person: Person

    def says(self, text: str, expected: str) -> None:
        """Write, and wait for an answer that has some words."""
        before = len(self.person.inbox)
        self.person.writes(text)
        self.deliver()
        self.standin.waits_until(
            lambda: len(self.person.inbox) > before and expected in self.person.inbox[-1].text, SECONDS
        )

    def taps(self, label: str, expected: str, seconds: float = SECONDS) -> None:
        """Press the newest button of a label, and wait until some message has words or a button."""
        self.person.taps(label)
        self.deliver()
        self.waits_for(expected, seconds)

    def waits_for(self, expected: str, seconds: float = SECONDS) -> None:
        """Wait until some message has words, or a button that is called so."""
        self.standin.waits_until(lambda: any(expected in each for each in self._read()), seconds)

    def _read(self) -> list[str]:
        labels = [button.text for message in self.person.inbox for row in message.buttons for button in row]
        return [*(message.text for message in self.person.inbox), *labels]


def spend_the_first_minute(talk: Talk, words: Words) -> None:
    talk.says("/start", ", San Salvador, ")
    talk.taps(words.question, " 24 · ")
    talk.says(words.asked, "?")
    talk.taps(words.country, words.kept)
    talk.says(f"/{words.pending}", words.kept)
    talk.says("/16a", " 16.a · ")
    talk.taps(words.share, words.copy_link)
    link = talk.person.inbox[-1].button(words.copy_link).copy_text or ""
    talk.says(f"/start {link.partition('start=')[2]}", " 16.a · ")
    talk.says(words.question, " 24 · ")


def turn_cards_and_pages(talk: Talk, words: Words) -> None:
    talk.says("/16.a", " 16.a · ")
    talk.taps(words.whole, " 16 · ")
    talk.taps(words.before, " 15 · ")
    talk.says(f"/{words.pending}", words.of_all)
    talk.taps("2 ▶", "◀ 1")
    talk.taps(words.by_party, words.country)
    talk.taps(words.country, words.kept)
    talk.taps(words.all_again, words.of_all)
    entry = talk.person.inbox[-1].buttons[0][0].text
    talk.taps(entry, f" {entry} · ")


def choose_and_forget(talk: Talk, words: Words) -> None:
    talk.says(words.remind, "8:15")
    talk.says(words.calendar, words.calendar_of)
    assert talk.person.inbox[-1].document
    talk.says(words.question, " 24 · ")
    talk.taps("👎", words.disliked)
    talk.says(words.forget, "?")
    talk.taps(words.yes, words.forgotten)


def mark_what_was_done(officer: Talk, delegate: Talk, words: Words) -> None:
    officer.says(words.done, words.now)
    delegate.says("/24", words.shown)
    officer.taps(words.undo, words.undone)
    delegate.says("/24 2017", " 24 · ")
    assert words.shown not in delegate.person.inbox[-1].text


def load_an_act(officer: Talk, delegate: Talk, words: Words) -> None:
    officer.person.sends_document(words.act)
    officer.deliver()
    officer.waits_for(words.load, LOADING)
    assert any(words.preview in each.text for each in officer.person.inbox)
    officer.taps(words.load, words.loaded, LOADING)
    delegate.says(f"/conclusion 2 {words.of_the_act.rpartition(', ')[2]}", words.of_the_act)


@pytest.mark.parametrize("reached", [by_polling, by_webhook], ids=["polling", "webhook"])
def test_a_day_of_delegates_and_officers(data_folder: Path, reached: Reached) -> None:
    standin = Standin(time.time)
    for words in (SPANISH, ENGLISH):  # whose menus the bot sets at its start
        standin.person(words.people, "Ana", words.language)
    with reached(standin, data_folder, ACUERDOS_ADMINS=ADMINS) as deliver:

        def talk(words: Words, number: int) -> Talk:
            # Several people, since nobody is answered more than a dozen times in ten seconds.
            return Talk(standin, deliver, standin.person(words.people + number, "Ana", words.language))

        for words in (SPANISH, ENGLISH):
            spend_the_first_minute(talk(words, 1), words)
            turn_cards_and_pages(talk(words, 2), words)
            choose_and_forget(talk(words, 4), words)
            mark_what_was_done(talk(words, 0), talk(words, 3), words)
        for words in (SPANISH, ENGLISH):
            load_an_act(talk(words, 0), talk(words, 3), words)

    assert standin.refusals == []
    menus = {key[:2] for key in standin.world.profile if key[0] == "commands"}
    assert menus >= {("commands", "all_private_chats"), ("commands", "all_group_chats")}
