"""What people do, and what of it the bot hears."""

from pathlib import Path
from typing import Any

import pytest

from standin import Group, Message, Person, Standin
from tests.support.bot_calls import BotCalls


@pytest.fixture
def group(standin: Standin, ana: Person) -> Group:
    founded = standin.group("Delegados", [ana])
    standin.take_updates()
    return founded


def heard(standin: Standin) -> list[Any]:
    """Give the content of the updates that wait, without their numbers."""
    return [
        content
        for update in standin.take_updates()
        for name, content in update.items()
        if name != "update_id"
    ]


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        pytest.param("hola", False, id="talk"),
        pytest.param("/pais", True, id="command"),
        pytest.param("/pais@acuerdosbot Belice", True, id="command to the bot"),
        pytest.param("/pais@OtroBot", False, id="command to another bot"),
        pytest.param("vea /pais", False, id="command within a text"),
        pytest.param("/país", False, id="no command for Telegram"),
        pytest.param("@AcuerdosBot hola", False, id="mention"),
    ],
)
def test_in_a_group_privacy_mode_lets_commands_through(
    standin: Standin, ana: Person, group: Group, *, text: str, is_heard: bool
) -> None:
    ana.writes(text, group)
    assert bool(heard(standin)) is is_heard


def test_in_a_group_replies_to_the_bot_are_heard(
    standin: Standin, calls: BotCalls, ana: Person, group: Group
) -> None:
    calls.result("sendMessage", {"chat_id": group.chat.id, "text": "¿Cuál?"})
    ana.writes("la segunda", group, reply_to=group.inbox[0])
    ana.writes("sí", group, reply_to=ana.writes("¿vamos?", group))
    assert [message["text"] for message in heard(standin)] == ["la segunda"]


def test_an_admin_bot_hears_everything_in_a_group(standin: Standin, ana: Person, group: Group) -> None:
    group.promotes_bot()
    ana.writes("hola", group)
    assert [message["text"] for message in heard(standin)] == ["hola"]


def test_without_privacy_mode_a_group_is_heard_in_full(standin: Standin, ana: Person, group: Group) -> None:
    standin.world.privacy_mode = False
    ana.writes("hola", group)
    assert len(heard(standin)) == 1


def test_a_bot_put_out_of_a_group_neither_hears_nor_writes(
    standin: Standin, calls: BotCalls, ana: Person, group: Group
) -> None:
    group.removes_bot()
    assert heard(standin)[0]["new_chat_member"]["status"] == "left"
    ana.writes("/pais", group)
    assert heard(standin) == []
    body = calls.reply("sendMessage", {"chat_id": group.chat.id, "text": "a"})
    assert body["description"] == "Forbidden: bot was kicked from the group chat"


def test_a_group_that_becomes_a_supergroup_moves(
    standin: Standin, calls: BotCalls, ana: Person, group: Group
) -> None:
    upgraded = group.becomes_supergroup()
    moved, arrived = heard(standin)
    assert (moved["migrate_to_chat_id"], arrived["migrate_from_chat_id"]) == (
        upgraded.chat.id,
        group.chat.id,
    )
    body = calls.reply("sendMessage", {"chat_id": group.chat.id, "text": "a"})
    assert (body["error_code"], body["parameters"]) == (400, {"migrate_to_chat_id": upgraded.chat.id})
    calls.result("sendMessage", {"chat_id": upgraded.chat.id, "text": "a"})
    ana.writes("/pais", upgraded)
    assert heard(standin)[0]["chat"]["type"] == "supergroup"


def test_who_enters_a_group_is_announced(standin: Standin, group: Group) -> None:
    standin.person(9, "Eva").joins(group)
    assert heard(standin)[0]["new_chat_members"][0]["first_name"] == "Eva"


def test_a_person_is_introduced_with_each_message(standin: Standin) -> None:
    standin.person(9, "Eva", "en", username="eva").writes("hi")
    assert heard(standin)[0]["from"] == {
        "id": 9,
        "is_bot": False,
        "first_name": "Eva",
        "username": "eva",
        "language_code": "en",
    }


def test_an_edited_message_comes_again_as_edited(standin: Standin, ana: Person) -> None:
    sent = ana.writes("/pais")
    standin.take_updates()
    ana.edits(sent, "/recargar")
    (update,) = standin.take_updates()
    edited: Any = update["edited_message"]
    assert (edited["message_id"], edited["text"], edited["edit_date"]) == (
        sent.id,
        "/recargar",
        1_500_000_000,
    )
    assert edited["entities"][0]["type"] == "bot_command"


def test_a_forwarded_message_names_its_author(standin: Standin, ana: Person) -> None:
    original = standin.person(9, "Eva").writes("/recargar")
    standin.take_updates()
    ana.forwards(original)
    (message,) = heard(standin)
    assert message["from"]["first_name"] == "Ana"
    assert message["forward_origin"]["sender_user"]["first_name"] == "Eva"


def test_a_document_is_told_with_its_caption(standin: Standin, ana: Person, tmp_path: Path) -> None:
    path = tmp_path / "acta.pdf"
    path.write_bytes(b"%PDF")
    ana.sends_document(path, caption="/cargar", mime_type="application/pdf")
    (message,) = heard(standin)
    assert (message["document"]["file_name"], message["document"]["file_size"]) == ("acta.pdf", 4)
    assert message["document"]["mime_type"] == "application/pdf"
    assert (message["caption"], message["caption_entities"][0]["type"]) == ("/cargar", "bot_command")


def test_a_block_and_its_end_are_told(standin: Standin, calls: BotCalls, ana: Person) -> None:
    ana.blocks()
    ana.unblocks()
    statuses = [change["new_chat_member"]["status"] for change in heard(standin)]
    assert statuses == ["kicked", "member"]
    assert calls.result("sendMessage", {"chat_id": ana.id, "text": "a"})


def test_a_tap_carries_the_message_and_the_data(standin: Standin, ana: Person, message: Message) -> None:
    tap = ana.taps("Sí")
    (query,) = heard(standin)
    assert (query["id"], query["data"], query["message"]["message_id"]) == (tap.id, "yes", message.id)
    assert query["chat_instance"]


def test_a_tap_may_carry_invented_data(standin: Standin, ana: Person, message: Message) -> None:
    ana.taps_data("v1:x", message)
    assert heard(standin)[0]["data"] == "v1:x"


def test_a_tap_on_a_deleted_message_carries_little(
    standin: Standin, calls: BotCalls, ana: Person, message: Message
) -> None:
    calls.result("deleteMessage", {"chat_id": ana.id, "message_id": message.id})
    ana.taps("Sí", message)
    (query,) = heard(standin)
    assert (query["message"]["date"], "text" in query["message"]) == (0, False)


def test_a_button_that_is_not_there_cannot_be_tapped(ana: Person, message: Message) -> None:
    with pytest.raises(LookupError, match="no button «No» among \\['Sí'\\]"):
        ana.taps("No")
    with pytest.raises(LookupError, match="no button «No»"):
        message.button("No")


def test_a_button_that_only_copies_tells_the_bot_nothing(calls: BotCalls, ana: Person) -> None:
    copying = {"inline_keyboard": [[{"text": "Copiar", "copy_text": {"text": "cita"}}]]}
    calls.result("sendMessage", {"chat_id": ana.id, "text": "a", "reply_markup": copying})
    assert ana.inbox[0].button("Copiar").copy_text == "cita"
    with pytest.raises(LookupError, match="tells the bot nothing"):
        ana.taps("Copiar")


def test_a_person_reads_what_is_new_in_their_chat(standin: Standin, calls: BotCalls, ana: Person) -> None:
    eva = standin.person(9, "Eva")
    eva.writes("hi")
    calls.result("sendMessage", {"chat_id": eva.id, "text": "a"})
    calls.result("sendMessage", {"chat_id": ana.id, "text": "b"})
    assert [event.text for event in ana.reads()] == ["b"]
    assert ana.reads() == []
