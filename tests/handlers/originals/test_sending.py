"""«Acta, p. 3»: the act itself, sent up to Telegram once, with the page of the provision."""

from pathlib import Path

import pytest

from handlers.services import Services
from standin import Message
from tests.support.chat import Chat

ACT = "grcm-2017-06-san-salvador.txt"


def sent(messages: list[Message]) -> list[tuple[str, str]]:
    return [(each.document.name, each.text) for each in messages if each.document]


@pytest.mark.parametrize(
    ("language", "label", "caption"),
    [
        pytest.param(
            "es", "Acta, p. 3", "Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017: página 3.", id="es"
        ),
        pytest.param(
            "en",
            "Act, p. 3",
            "Conclusion 16.a · RCGM, San Salvador, Jun 20\u2009–\u200922, 2017: page 3.",
            id="en",
        ),
    ],
)
async def test_a_delegate_gets_the_act_and_is_told_the_page(
    chat: Chat, services: Services, language: str, label: str, caption: str
) -> None:
    delegate = chat.person(language=language)
    await chat.ask(delegate, "/conclusion 16a")
    tap = await chat.tap(delegate, label)
    (document,) = services.base.documents()
    original = services.base.original(document)
    assert original
    assert (tap.is_answered, sent(delegate.inbox)) == (True, [(ACT, caption)])
    received = delegate.inbox[-1].document
    assert received
    assert received.content == original.read_bytes()


async def test_the_file_is_sent_up_once(chat: Chat) -> None:
    ana, luis = chat.person(7), chat.person(8)
    for person in (ana, luis):
        await chat.ask(person, "/conclusion 24")
        await chat.tap(person, "Acta, p. 5")
    first, second = (person.inbox[-1].document for person in (ana, luis))
    assert first
    assert second is first


async def test_a_copy_that_telegram_has_lost_is_sent_up_again(chat: Chat) -> None:
    delegate = chat.person()
    await chat.ask(delegate, "/conclusion 24")
    await chat.tap(delegate, "Acta, p. 5")
    chat.standin.world.documents.clear()
    tap = await chat.tap(delegate, "Acta, p. 5")
    assert tap.is_answered
    assert [name for name, _ in sent(delegate.inbox)] == [ACT, ACT]


async def test_an_act_that_was_taken_out_is_told_of(chat: Chat, services: Services) -> None:
    delegate = chat.person()
    await chat.ask(delegate, "/conclusion 24")
    services.base.load(lambda loader: loader.retire("grcm-2017-06-san-salvador"))
    tap = await chat.tap(delegate, "Acta, p. 5")
    assert "ya no está cargado" in tap.text
    assert sent(delegate.inbox) == []


async def test_a_file_that_was_changed_since_is_not_passed_off_as_the_act(
    services: Services, data_folder: Path
) -> None:
    (document,) = services.base.documents()
    act = data_folder / "acts" / ACT
    act.write_text("Otra cosa.", encoding="utf-8")
    original = services.base.original(document)
    assert original
    assert original != act


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("act1:es:grcm-1999:C1", id="no such act"),
        pytest.param("act1:es:grcm-2017-06-san-salvador:C99", id="no such provision"),
        pytest.param("act1:es:../../etc:C1", id="no name"),
        pytest.param("act1:", id="cut short"),
    ],
)
async def test_invented_data_sends_nothing(chat: Chat, data: str) -> None:
    delegate = chat.person()
    (card,) = await chat.ask(delegate, "/conclusion 24")
    tap = delegate.taps_data(data, card)
    await chat.ask(delegate, "/ayuda")
    assert "ya no es válido" in tap.text
    assert sent(delegate.inbox) == []
