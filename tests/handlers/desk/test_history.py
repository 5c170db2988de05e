"""/historial: what was said stays there, undone or not, with who said it and the file that shows it."""

from pathlib import Path

import pytest

from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat


async def test_all_that_was_said_is_told_in_order(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/en_curso 16a México")
    await chat.tap(editor, "↩️ Deshacer")
    await chat.ask(chat.person(ADMIN), "/cumplida 16a ayer nota 3")
    (answer,) = await chat.ask(editor, "/historial 16a")
    assert answer.text.split("\n")[1:] == [
        "• 13 de julio de 2017, por 901: 🔄 en curso el 1 de julio de 2017 (México) (deshecho)",
        "• 13 de julio de 2017, por 900: ✅ cumplido el 30 de junio de 2017 «nota 3»",
    ]


async def test_long_notes_are_folded_but_for_the_newest(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    for number in range(16):
        await chat.ask(editor, f"/en_curso 16a México: {number} {'<&> ' * 70}")
    answers = await chat.ask(editor, "/historial 16a")
    told = [line for answer in answers for line in answer.text.splitlines() if line.startswith("•")]
    assert [int(line.partition("«")[2].split()[0]) for line in told] == list(range(16))
    assert [answer.html.count("<blockquote expandable>") for answer in answers] == [1, 1]
    assert chat.standin.refusals == []


async def test_of_an_unmarked_provision_it_says_so(chat: Chat) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR, "en"), "/history 16a")
    assert answer.text.endswith("\nNothing was recorded.")


@pytest.mark.parametrize("written", ["/historial México", "/historial 99"])
async def test_what_is_no_provision_is_said(chat: Chat, written: str) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR), written)
    assert answer.text.startswith(("Diga primero", "Ningún acta"))


async def test_the_file_is_a_tap_away(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    editor.sends_document(b"%PDF nota", "nota.pdf", caption="/cumplida 16a México Panamá")
    await chat.settle()
    (answer,) = await chat.ask(editor, "/historial 16a")
    assert [button.text for row in answer.buttons for button in row] == ["📎 nota.pdf"]
    await chat.tap(editor, "📎 nota.pdf")
    sent = editor.inbox[-1].document
    assert sent is not None
    assert (sent.name, sent.content) == ("nota.pdf", b"%PDF nota")


async def test_without_our_copy_telegram_s_is_sent(chat: Chat, data_folder: Path) -> None:
    editor = chat.person(EDITOR)
    editor.sends_document(b"%PDF nota", "nota.pdf", caption="/cumplida 16a")
    await chat.settle()
    for kept in (data_folder / "evidence").iterdir():
        kept.unlink()
    await chat.ask(editor, "/historial 16a")
    await chat.tap(editor, "📎 nota.pdf")
    sent = editor.inbox[-1].document
    assert sent is not None
    assert sent.content == b"%PDF nota"


async def test_history_and_files_are_for_officers(chat: Chat) -> None:
    editor, stranger = chat.person(EDITOR), chat.person(7)
    editor.sends_document(b"x", "nota.pdf", caption="/cumplida 16a")
    await chat.settle()
    (answer,) = await chat.ask(editor, "/historial 16a")
    (refusal,) = await chat.ask(stranger, "/historial 16a")
    assert refusal.text.startswith("No conozco esa orden")
    tap = stranger.taps_data(answer.button("📎 nota.pdf").data or "", refusal)
    await chat.settle()
    assert tap.show_alert
    assert stranger.inbox[-1].document is None
