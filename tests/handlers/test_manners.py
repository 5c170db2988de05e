"""Manners: floods, double taps, edited questions, and messages that are no text."""

import asyncio

import pytest
from telegram import Update

from bot.chat_order import ChatOrderProcessor
from handlers.manners import MOST, SECONDS
from standin import settle
from tests.conftest import ADMIN
from tests.support.chat import Chat
from tests.support.clock import Clock

TOO_FAST = "Va muy rápido."


async def test_a_flood_gets_so_many_answers_and_one_notice_and_slows_nobody_else(chat: Chat) -> None:
    ana, ben = chat.person(7), chat.person(8)
    for _ in range(50):
        ana.writes("¿Cuándo es el taller de pasaportes?")
    ben.writes("¿Cuándo es el taller de pasaportes?")
    await settle(chat.application, chat.standin)
    assert len(ana.inbox) == MOST + 1
    assert [message.text[: len(TOO_FAST)] for message in ana.inbox].count(TOO_FAST) == 1
    assert "Conclusión 24" in ben.inbox[-1].text


async def test_after_a_pause_whoever_was_too_fast_is_answered(chat: Chat, clock: Clock) -> None:
    ana = chat.person()
    for _ in range(50):
        ana.writes("hola")
    await settle(chat.application, chat.standin)
    clock.now += SECONDS
    (answer,) = await chat.ask(ana, "/conclusion 24")
    assert "Conclusión 24" in answer.text


async def test_too_many_taps_are_slowed_too(chat: Chat) -> None:
    ana = chat.person()
    (answer,) = await chat.ask(ana, "/conclusion 18b")
    data = [button.data for row in answer.buttons for button in row if button.data]
    taps = [ana.taps_data(data[number % len(data)], answer) for number in range(50)]
    await settle(chat.application, chat.standin)
    assert all(tap.is_answered for tap in taps)
    assert [tap.show_alert for tap in taps].count(True) == 1


async def test_officers_are_never_slowed(chat: Chat) -> None:
    admin = chat.person(ADMIN)
    for _ in range(MOST + 5):
        admin.writes("/conclusion 24")
    await settle(chat.application, chat.standin)
    assert len(admin.inbox) == MOST + 5


async def test_the_same_card_opened_twice_in_haste_is_shown_once(chat: Chat, clock: Clock) -> None:
    ana = chat.person()
    (listed,) = await chat.ask(ana, "/pendientes")
    data = listed.buttons[0][0].data or ""
    taps = [ana.taps_data(data, listed) for _ in range(2)]
    await settle(chat.application, chat.standin)
    assert (len(ana.inbox), [tap.is_answered for tap in taps]) == (2, [True, True])
    clock.now += 5
    ana.taps_data(data, listed)
    await settle(chat.application, chat.standin)
    assert len(ana.inbox) == 3


async def test_an_edited_question_is_answered_in_place_of_its_old_answer(chat: Chat) -> None:
    ana = chat.person()
    question = ana.writes("¿Cuándo es el taller de pasaportes?")
    await settle(chat.application, chat.standin)
    assert "Conclusión 24" in ana.inbox[-1].text
    ana.edits(question, "conclusión 16 a")
    await settle(chat.application, chat.standin)
    assert [("16.a" in message.text) for message in ana.inbox] == [True]


async def test_an_edited_question_whose_answer_was_deleted_is_answered_anew(chat: Chat) -> None:
    ana = chat.person()
    question = ana.writes("¿Cuándo es el taller de pasaportes?")
    await settle(chat.application, chat.standin)
    ana.inbox[-1].is_deleted = True
    ana.edits(question, "conclusión 16 a")
    await settle(chat.application, chat.standin)
    assert [("16.a" in message.text) for message in ana.inbox] == [True]


@pytest.mark.parametrize("language", ["es", "en"])
async def test_a_restart_does_not_forget_which_answer_is_of_which_question(chat: Chat, language: str) -> None:
    ana = chat.person(language=language)
    question = ana.writes("16a")
    await chat.settle()
    (answer,) = ana.inbox
    chat.application.drop_chat_data(ana.id)
    ana.edits(question, "16b")
    await chat.settle()
    assert ana.inbox == [answer]
    assert "16.b" in answer.text


async def test_both_answers_to_a_message_of_two_questions_are_replaced(chat: Chat) -> None:
    ana = chat.person()
    question = ana.writes("¿Qué significa OIM? ¿Cuándo es el taller de pasaportes?")
    await chat.settle()
    assert len(ana.inbox) == 2
    ana.edits(question, "conclusión 16 b")
    await chat.settle()
    assert ["16.b" in message.text for message in ana.inbox] == [True]


@pytest.mark.parametrize(
    ("written", "edited"),
    [
        pytest.param("hola", "/recargar", id="into-a-command"),
        pytest.param("/conclusion 1", "/conclusion 2", id="command"),
    ],
)
async def test_an_edit_runs_no_command(chat: Chat, written: str, edited: str) -> None:
    admin = chat.person(ADMIN)
    question = admin.writes(written)
    await settle(chat.application, chat.standin)
    before = [message.text for message in admin.inbox]
    admin.edits(question, edited)
    await settle(chat.application, chat.standin)
    assert [message.text for message in admin.inbox] == before


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [
        pytest.param("photo", "es", "Solo leo texto.", id="photo"),
        pytest.param("sticker", "es", "Solo leo texto.", id="sticker"),
        pytest.param("voice", "en", "I only read text.", id="voice"),
        pytest.param("location", "es", "Solo leo texto.", id="location"),
        pytest.param("contact", "en", "I only read text.", id="contact"),
    ],
)
async def test_what_is_no_text_gets_one_kind_line(chat: Chat, kind: str, language: str, said: str) -> None:
    ana = chat.person(language=language)
    ana.sends_media(kind)
    await settle(chat.application, chat.standin)
    assert [message.text.startswith(said) for message in ana.inbox] == [True]


async def test_an_album_gets_one_line(chat: Chat) -> None:
    ana = chat.person()
    for album in ("one", "one", "one", "other"):
        ana.sends_media("photo", album=album)
    await settle(chat.application, chat.standin)
    assert len(ana.inbox) == 2


@pytest.mark.parametrize("kind", ["photo", "file"])
async def test_the_words_under_a_picture_or_file_are_a_question(chat: Chat, kind: str) -> None:
    ana, caption = chat.person(), "¿Cuándo es el taller de pasaportes?"
    if kind == "photo":
        ana.sends_media(kind, caption=caption)
    else:
        ana.sends_document(b"%PDF-1.4", "agenda.pdf", caption=caption)
    await settle(chat.application, chat.standin)
    assert ["Conclusión 24" in message.text for message in ana.inbox] == [True]


async def test_a_picture_in_a_group_is_left_alone(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    await settle(chat.application, chat.standin)
    group.promotes_bot()
    before = len(group.inbox)
    ana.sends_media("photo", chat=group)
    await settle(chat.application, chat.standin)
    assert len(group.inbox) == before


@pytest.mark.parametrize(("seconds", "shown"), [(0.0, []), (0.3, ["typing"])])
async def test_whoever_waits_sees_that_an_answer_is_under_way(
    chat: Chat, seconds: float, shown: list[str]
) -> None:
    ana = chat.person()
    ana.writes("hola")
    (update,) = chat.standin.take_updates()
    processor = ChatOrderProcessor(patience=0.05)
    await processor.do_process_update(Update.de_json(update, chat.application.bot), asyncio.sleep(seconds))
    assert [event.text for event in ana.reads() if event.kind == "action"] == shown
