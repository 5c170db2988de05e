"""In a group the bot answers what is addressed to it, and stays silent else."""

from tests.support.chat import Chat


async def test_a_command_is_answered_as_a_reply(chat: Chat) -> None:
    ana, group = chat.person(), chat.standin.group("Delegados", [chat.person()])
    (answer,) = await chat.ask(ana, "/conclusion 16a", group=group)
    assert "Conclusión 16.a" in answer.text
    assert answer.reply_to is not None


async def test_a_reply_to_the_bot_is_a_question(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    (first,) = await chat.ask(ana, "/conclusion 16a", group=group)
    (answer,) = await chat.ask(ana, "¿Cuándo es el taller de pasaportes?", group=group, reply_to=first)
    assert "Conclusión 24" in answer.text


async def test_talk_among_delegates_is_left_alone_even_if_the_bot_may_read_all(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    group.promotes_bot()
    assert await chat.ask(ana, "¿Cuándo es el taller de pasaportes?", group=group) == []


async def test_a_mention_is_a_question(chat: Chat) -> None:
    ana = chat.person()
    group = chat.standin.group("Delegados", [ana])
    group.promotes_bot()
    (answer,) = await chat.ask(ana, "@AcuerdosBot ¿cuándo es el taller de pasaportes?", group=group)
    assert "Conclusión 24" in answer.text
