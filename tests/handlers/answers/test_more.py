"""Many findings at once: a message shows three, and a button all of them in its place."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.answers.more import AT_ONCE, Shown, keep_for, show_first
from handlers.keyboards import keyboard_of
from handlers.services import Services
from knowledge.stores.kept_messages import KEPT, KeptMessages
from knowledge.values.answers import Answer
from standin import Message, Person, settle
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.grown_data import grow, take_over

FILE = Path("tests/corpus/development/grcm-2021-06-belize-city.txt")
MANY = 5


@pytest.fixture(scope="module")
def built_with_it(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def add(services: Services) -> None:
        services.base.load(lambda loader: loader.add(FILE))

    return grow(built_data, tmp_path_factory.mktemp("more"), add)


@pytest.fixture
def act(data_folder: Path, built_with_it: Path) -> Path:
    """Let an act have been loaded of which the tests show provisions, and return its file."""
    take_over(built_with_it, data_folder)
    return data_folder / "acts" / FILE.name


def answer_of(services: Services, language: str = "es") -> Answer:
    slug = FILE.stem
    cited = [each.reference for each in services.base.act(slug).provisions[1 : MANY + 1]]
    shown = [services.base.show(slug, reference, language=language) for reference in cited]
    findings = tuple(answer.findings[0] for answer in shown)
    return shown[0].model_copy(update={"findings": findings})


def first_of(services: Services, language: str = "es") -> Shown:
    return show_first(answer_of(services, language), services.renderer(language), services.base)


async def send(chat: Chat, services: Services, person: Person) -> Message:
    """Send the first findings as an answer does, and keep the rest."""
    (shown,) = first_of(services).messages
    await chat.ask(person, "/start")
    kept = first_of(services).kept
    assert kept
    await services.change(lambda state: KeptMessages(state).keep(kept, at=services.now()))
    await chat.application.bot.send_message(person.id, shown.markup, reply_markup=keyboard_of(shown))
    return person.inbox[-1]


async def tap_more(chat: Chat, person: Person, message: Message) -> str:
    tap = person.taps("Ver 2 más", message)
    await settle(chat.application, chat.standin)
    return tap.text


@pytest.mark.usefixtures("act")
async def test_three_are_shown_and_all_of_them_in_place(chat: Chat, services: Services) -> None:
    ana = chat.person()
    message = await send(chat, services, ana)
    assert message.text.count("Belize City, 9") == AT_ONCE
    before = len(ana.inbox)
    await tap_more(chat, ana, message)
    assert (ana.inbox[-1].text.count("Belize City, 9"), len(ana.inbox)) == (MANY, before)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda act, _clock: act.unlink(), id="withdrawn"),
        pytest.param(lambda act, _clock: _amend(act), id="amended"),
        pytest.param(lambda _act, clock: _wait(clock, KEPT + timedelta(days=1)), id="too-old"),
    ],
)
async def test_what_is_no_longer_so_is_not_shown(
    chat: Chat,
    services: Services,
    act: Path,
    clock: Clock,
    change: Callable[[Path, Clock], None],
) -> None:
    ana = chat.person()
    message = await send(chat, services, ana)
    change(act, clock)
    services.base.reload()
    assert "ya no está cargado" in await tap_more(chat, ana, message)


@pytest.mark.usefixtures("act")
def test_the_rest_says_nothing_of_who_asked_what(services: Services) -> None:
    answer = answer_of(services).model_copy(update={"question": "lo que pregunta Ana"})
    kept = keep_for(answer, services.renderer("es").messages(answer), services.base)
    assert "Ana" not in kept.model_dump_json()


def _amend(act: Path) -> None:
    act.write_text(act.read_text(encoding="utf-8") + "\nOtra línea.\n", encoding="utf-8")


def _wait(clock: Clock, time: timedelta) -> None:
    clock.now += time.total_seconds()
