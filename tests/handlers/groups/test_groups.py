"""Groups: the bot answers what it is asked, briefly, and leaves people's talk alone."""

from datetime import UTC, datetime

import pytest

from handlers.answers.brief import QUOTE
from handlers.services import Services
from knowledge.stores.moved_chats import MovedChats
from knowledge.stores.prompts import Prompt, PromptStore
from standin import Group, Message, Person, settle
from standin.entities import FormattedText, finish
from tests.support.chat import Chat

ASKED = "¿Cuándo es el taller de pasaportes?"


@pytest.fixture
def ana(chat: Chat) -> Person:
    return chat.person()


@pytest.fixture
def ben(chat: Chat) -> Person:
    return chat.standin.person(8, "Ben", "es")


@pytest.fixture
def group(chat: Chat, ana: Person, ben: Person) -> Group:
    """A group whose messages the bot may all read."""
    found = chat.standin.group("Delegados", [ana, ben])
    found.promotes_bot()
    chat.standin.take_updates()
    return found


async def test_a_command_is_answered_as_a_reply(chat: Chat, ana: Person, group: Group) -> None:
    (answer,) = await chat.ask(ana, "/conclusion 16a", group=group)
    assert "Conclusión 16.a" in answer.text
    assert answer.reply_to is not None


async def test_a_command_does_not_read_the_mention_of_the_bot(chat: Chat, ana: Person, group: Group) -> None:
    (answer,) = await chat.ask(ana, "/pendientes Belice @AcuerdosBot", group=group)
    assert answer.text.startswith("Pendientes de Belice")
    assert "No entendí" not in answer.text


async def test_the_words_under_a_picture_are_a_question_if_they_name_the_bot(
    chat: Chat, ana: Person, group: Group
) -> None:
    for caption in (ASKED, f"@AcuerdosBot {ASKED}"):
        ana.sends_media("photo", chat=group, caption=caption)
    await chat.settle()
    assert ["Conclusión 24" in each.text for each in group.inbox] == [True]


async def test_talk_among_delegates_is_left_alone_even_if_the_bot_may_read_all(
    chat: Chat, ana: Person, group: Group
) -> None:
    assert await chat.ask(ana, ASKED, group=group) == []


async def test_people_talk_as_fast_as_they_like(chat: Chat, ana: Person, group: Group) -> None:
    for number in range(30):
        ana.writes(f"Mensaje {number}", group)
    await settle(chat.application, chat.standin)
    assert group.inbox == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@AcuerdosBot ¿cuándo es el taller de pasaportes?", id="before"),
        pytest.param("¿cuándo es el taller de pasaportes, @acuerdosbot?", id="after-in-small-letters"),
        pytest.param("/conclusion 24 @AcuerdosBot", id="after-a-command"),
    ],
)
async def test_a_mention_is_a_question(chat: Chat, ana: Person, group: Group, text: str) -> None:
    (answer,) = await chat.ask(ana, text, group=group)
    assert "Conclusión 24" in answer.text


async def test_a_mention_of_what_no_act_says_is_told_so(chat: Chat, ana: Person, group: Group) -> None:
    (answer,) = await chat.ask(ana, "@AcuerdosBot ¿quién trae el café?", group=group)
    assert answer.text.startswith("No consta")


@pytest.mark.parametrize("own", ["@AcuerdosBot", "@AcuerdosBot, ¿qué sabes tú de esto?"])
async def test_a_mention_in_a_reply_asks_what_somebody_wrote(
    chat: Chat, ana: Person, ben: Person, group: Group, own: str
) -> None:
    wrote = ana.writes(ASKED, group)
    (answer,) = await chat.ask(ben, own, group=group, reply_to=wrote)
    assert "Conclusión 24" in answer.text


async def test_a_mention_with_a_question_of_its_own_asks_that(
    chat: Chat, ana: Person, ben: Person, group: Group
) -> None:
    wrote = ana.writes("Nos vemos en el almuerzo", group)
    (answer,) = await chat.ask(ben, f"@AcuerdosBot {ASKED}", group=group, reply_to=wrote)
    assert "Conclusión 24" in answer.text


async def test_who_only_names_the_bot_is_told_how_to_ask(chat: Chat, ana: Person, group: Group) -> None:
    await chat.ask(ana, "/conclusion 23", group=group)
    (answer,) = await chat.ask(ana, "@AcuerdosBot", group=group)
    assert "/ayuda" in answer.text


async def test_who_replies_goes_on_with_what_was_answered(
    chat: Chat, ana: Person, ben: Person, group: Group
) -> None:
    (first,) = await chat.ask(ana, "@AcuerdosBot ¿hasta cuándo se manda lo de mujer migrante?", group=group)
    (answer,) = await chat.ask(ben, "¿quién es el responsable?", group=group, reply_to=first)
    assert "Responsable: Países Miembros" in answer.text


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        pytest.param(ASKED, True, id="question"),
        pytest.param("16a", True, id="number"),
        pytest.param("Entonces, ¿cuándo es el taller de pasaportes?", True, id="after-a-word-that-joins"),
        pytest.param("Gracias, ¿y cuándo es el taller de pasaportes?", True, id="thanks-and-a-question"),
        pytest.param("¿qué nos toca?", True, id="of-their-own-country"),
        pytest.param("Juan, ¿tú vas a ir?", False, id="to-somebody"),
        pytest.param("María ¿me mandas el documento?", False, id="to-somebody-of-what-an-act-has"),
        pytest.param("@ben ¿vas al taller de pasaportes?", False, id="mention-of-somebody"),
        pytest.param("yo sí voy al taller de pasaportes", False, id="no-question"),
        pytest.param("ok", False, id="ok"),
        pytest.param("¿Quién trae el café?", False, id="question-that-no-act-answers"),
    ],
)
async def test_under_its_messages_the_bot_answers_what_is_asked_and_found(
    chat: Chat, ana: Person, group: Group, text: str, *, answered: bool
) -> None:
    (first,) = await chat.ask(ana, "/conclusion 23", group=group)
    assert bool(await chat.ask(ana, text, group=group, reply_to=first)) is answered


@pytest.mark.parametrize(
    "text", ["Gracias", "¡Muchas gracias, muy amable!", "@AcuerdosBot gracias", "Thank you"]
)
async def test_thanks_get_a_reaction(chat: Chat, ana: Person, group: Group, text: str) -> None:
    (first,) = await chat.ask(ana, "/conclusion 23", group=group)
    assert await chat.ask(ana, text, group=group, reply_to=first) == []
    (event,) = [event for event in chat.standin.transcript if event.kind == "reaction"]
    assert (event.text, event.message and event.message.text) == ("👍", text)


async def test_other_bots_are_nobody_to_answer(chat: Chat, ana: Person, group: Group) -> None:
    robot = chat.standin.person(99, "Robot", is_bot=True)
    (first,) = await chat.ask(ana, "/conclusion 23", group=group)
    for text in ("/pendientes", f"@AcuerdosBot {ASKED}", ASKED):
        assert await chat.ask(robot, text, group=group, reply_to=first) == []


@pytest.mark.parametrize(
    "posted",
    [
        pytest.param({"is_automatic_forward": True}, id="into-its-group"),
        pytest.param({"via_bot": {"id": 9, "is_bot": True, "first_name": "Otro"}}, id="by-way-of-a-bot"),
    ],
)
async def test_what_a_channel_posts_is_nobody_s_question(
    chat: Chat, ana: Person, group: Group, posted: dict[str, object]
) -> None:
    (first,) = await chat.ask(ana, "/conclusion 23", group=group)
    channel = {"id": -100_500, "type": "channel", "title": "Noticias"}
    for text in ("/pendientes", f"@AcuerdosBot {ASKED}", ASKED):
        with chat.standin.world.changed:
            post = ana._compose(group, finish(FormattedText(text)))
            post.service, post.reply_to = posted | {"sender_chat": channel}, first
            ana._sends(post)
        await chat.settle()
    assert group.inbox == [first]


async def test_answers_are_brief_and_lead_to_the_private_chat(chat: Chat, ana: Person, group: Group) -> None:
    (answer,) = await chat.ask(ana, "/conclusion 16", group=group)
    quoted = answer.text[answer.text.index("«") + 1 : answer.text.index("»")]
    assert len(quoted) <= QUOTE
    assert await opened(chat, ana, answer) == "Conclusión 16 · GRCM"


async def test_what_was_asked_is_told_first_in_private_too(chat: Chat, ana: Person, group: Group) -> None:
    (answer,) = await chat.ask(ana, f"@AcuerdosBot {ASKED}", group=group)
    await opened(chat, ana, answer)
    assert ana.inbox[-1].text.splitlines()[0] == answer.text.splitlines()[0]


async def test_of_several_the_private_chat_shows_all(chat: Chat, ana: Person, group: Group) -> None:
    (answer,) = await chat.ask(ana, "@AcuerdosBot ¿qué talleres hay?", group=group)
    await opened(chat, ana, answer)
    assert ana.inbox[-1].text.count("· GRCM") == 3
    assert len(ana.inbox[-1].text) > len(answer.text)


async def test_a_list_goes_on_in_the_private_chat(chat: Chat, ana: Person, group: Group) -> None:
    (listed,) = await chat.ask(ana, "/pendientes", group=group)
    forward = next(each.text for row in listed.buttons for each in row if each.text.endswith(" ▶"))
    ana.taps(forward, listed)
    await settle(chat.application, chat.standin)
    second = group.inbox[-1].button("Ver en privado").url or ""
    (shown,) = await chat.ask(ana, f"/start {second.partition('?start=')[2]}")
    assert shown.text.splitlines()[0] == group.inbox[-1].text.splitlines()[0]
    await chat.tap(ana, "◀ 1")
    assert ana.inbox[-1].id == shown.id


async def opened(chat: Chat, person: Person, answer: Message) -> str:
    """Let a person follow «Ver en privado», and return the citation that opens."""
    url = answer.button("Ver en privado").url or ""
    (shown,) = await chat.ask(person, f"/start {url.partition('?start=')[2]}")
    cited = next(line for line in shown.text.splitlines() if line.startswith("Conclusión"))
    return cited.partition(",")[0]


async def test_a_link_to_what_is_no_longer_kept_says_so(chat: Chat, ana: Person) -> None:
    (said, _welcome) = await chat.ask(ana, f"/start m-{'0' * 16}")
    assert said.text == "Lo que ese enlace abría ya no está cargado."


async def test_a_menu_is_turned_only_by_who_opened_it(
    chat: Chat, ana: Person, ben: Person, group: Group
) -> None:
    (listed,) = await chat.ask(ana, "/pendientes", group=group)
    before = listed.text
    forward = next(each.text for row in listed.buttons for each in row if each.text.endswith(" ▶"))
    refused = ben.taps(forward, listed)
    await settle(chat.application, chat.standin)
    assert (refused.show_alert, group.inbox[-1].text) == (True, before)
    ana.taps(forward, listed)
    await settle(chat.application, chat.standin)
    assert group.inbox[-1].text != before


async def test_a_provision_in_a_list_is_opened_by_anybody(
    chat: Chat, ana: Person, ben: Person, group: Group
) -> None:
    (listed,) = await chat.ask(ana, "/pendientes", group=group)
    ben.taps(listed.buttons[0][0].text, listed)
    await settle(chat.application, chat.standin)
    assert len(group.inbox) == 2
    assert "· GRCM" in group.inbox[-1].text


async def test_a_menu_that_a_menu_opens_is_of_the_same_person(
    chat: Chat, ana: Person, ben: Person, group: Group
) -> None:
    (card,) = await chat.ask(ana, "/reunion 2017", group=group)
    label = next(each.text for row in card.buttons for each in row if each.text.startswith("Pendientes"))
    ana.taps(label, card)
    await settle(chat.application, chat.standin)
    listed = group.inbox[-1]
    forward = next(each.text for row in listed.buttons for each in row if each.text.endswith(" ▶"))
    refused = ben.taps(forward, listed)
    await settle(chat.application, chat.standin)
    assert refused.show_alert


async def test_the_language_is_the_groups(chat: Chat, ana: Person, ben: Person, group: Group) -> None:
    await chat.ask(ana, "/idioma en", group=group)
    (answer,) = await chat.ask(ben, "/conclusion 16a", group=group)
    assert answer.text.splitlines()[-1] == "The quotation is in the language of the act: Spanish."
    (alone,) = await chat.ask(ben, "/conclusion 16a")
    assert "Conclusión 16.a" in alone.text


async def test_one_line_introduces_the_bot_to_a_group(chat: Chat, ana: Person) -> None:
    group = chat.standin.group("Delegados", [ana])
    await settle(chat.application, chat.standin)
    (hello,) = group.inbox
    assert "@AcuerdosBot" in hello.text
    assert "\n" not in hello.text
    group.removes_bot()
    await settle(chat.application, chat.standin)
    assert chat.standin.refusals == []


async def test_an_answer_stays_in_its_topic(chat: Chat, ana: Person, group: Group) -> None:
    topic = group.opens_topic()
    (listed,) = await chat.ask(ana, "/pendientes", group=group, topic=topic)
    ana.taps(listed.buttons[0][0].text, listed)
    await settle(chat.application, chat.standin)
    assert [message.topic for message in group.inbox] == [topic, topic]


async def test_settings_follow_a_group_that_becomes_a_supergroup(
    chat: Chat, ana: Person, group: Group
) -> None:
    await chat.ask(ana, "/idioma en", group=group)
    upgraded = group.becomes_supergroup()
    (answer,) = await chat.ask(ana, "/conclusion 16a", group=upgraded)
    assert "Conclusion 16.a" in answer.text


async def test_an_answer_under_way_goes_to_the_supergroup(chat: Chat, ana: Person, group: Group) -> None:
    ana.writes("/conclusion 16a", group)
    upgraded = group.becomes_supergroup()
    await settle(chat.application, chat.standin)
    assert "Conclusión 16.a" in upgraded.inbox[-1].text


async def test_settings_follow_a_group_whose_move_the_bot_did_not_hear_of(
    chat: Chat, ana: Person, group: Group
) -> None:
    await chat.ask(ana, "/idioma en", group=group)
    upgraded = group.becomes_supergroup()
    chat.standin.take_updates()  # the bot was down for longer than Telegram keeps them
    await chat.application.bot.send_document(group.chat.id, b"acta", filename="acta.txt")
    (answer,) = await chat.ask(ana, "/conclusion 16a", group=upgraded)
    assert (upgraded.inbox[0].document is not None, "Conclusion 16.a" in answer.text) == (True, True)


def test_whatever_is_kept_by_chat_is_moved_once(services: Services) -> None:
    state, at = services.state, datetime(2026, 11, 29, tzinfo=UTC)
    state.choose_language(-1, 0, "en")
    state.keep_focus(-1, 7, "aquí", at=at)
    PromptStore(state).keep(-1, 7, Prompt(command="country"), at=at)
    state.choose_language(-2, 0, "es")  # chosen in the new chat before the old one was moved
    for _ in range(2):
        MovedChats(state).move(-1, -2)
    assert (state.language(-1, 0), state.language(-2, 0)) == (None, "es")
    assert state.focus(-2, 7, since=at) == "aquí"
    assert PromptStore(state).prompt(-2, 7, since=at) == Prompt(command="country")
