"""Messages and documents: what is sent and changed, and what is refused in which words."""

import json
from typing import Any

import pytest

from standin import Message, Person, Standin
from standin.calls import Upload
from tests.support.bot_calls import BotCalls

BUTTON = {"text": "Sí", "callback_data": "yes"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def keyboard(*rows: Any) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        pytest.param({"text": ""}, "message text is empty", id="no text"),
        pytest.param({"text": " \n "}, "text must be non-empty", id="white space"),
        pytest.param({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty", id="empty HTML"),
        pytest.param({"text": "á" * 4097}, "message is too long", id="4097 characters"),
        pytest.param({"text": "a", "parse_mode": "Markdown"}, "unsupported parse_mode", id="Markdown"),
        pytest.param({"chat_id": ""}, "chat_id is empty", id="no chat"),
        pytest.param({"chat_id": 8}, "chat not found", id="unknown chat"),
        pytest.param({"chat_id": "@nadie"}, "chat not found", id="unknown name"),
        pytest.param(
            {"reply_parameters": {"message_id": 99}}, "message to be replied not found", id="no reply"
        ),
        pytest.param({"reply_to_message_id": 99}, "message to be replied not found", id="old reply field"),
        pytest.param(
            {"entities": [{"type": "mentioned"}]},
            "can't parse MessageEntity: Unsupported type specified",
            id="unknown entity",
        ),
    ],
)
def test_a_message_is_refused(standin: Standin, calls: BotCalls, given: dict[str, Any], reason: str) -> None:
    assert calls.refusal("sendMessage", {"chat_id": 7, "text": "a"} | given) == reason
    assert standin.sent == []


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        pytest.param([], "object expected as reply markup", id="no object"),
        pytest.param("{", "can't parse reply keyboard markup JSON object", id="no JSON"),
        pytest.param(
            {"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array', id="rows no array"
        ),
        pytest.param(keyboard({}), 'field "inline_keyboard" must be an Array of Arrays', id="row no array"),
        pytest.param(
            keyboard(["a"]),
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
            id="button no object",
        ),
        pytest.param(
            keyboard([{"text": "a"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            id="button without action",
        ),
        pytest.param(
            keyboard([{"callback_data": "a"}]),
            "can't parse inline keyboard button: Can't find field \"text\"",
            id="button without text",
        ),
        pytest.param(
            keyboard([{"text": 1, "callback_data": "a"}]),
            'can\'t parse inline keyboard button: Field "text" must be of type String',
            id="button with a number for text",
        ),
        pytest.param(keyboard([BUTTON | {"text": " "}]), "BUTTON_TEXT_INVALID", id="blank label"),
        pytest.param(keyboard([BUTTON | {"text": "a" * 65}]), "BUTTON_TEXT_INVALID", id="65 in a label"),
        pytest.param(keyboard([BUTTON | {"callback_data": "á" * 33}]), "BUTTON_DATA_INVALID", id="66 bytes"),
        pytest.param(keyboard([BUTTON | {"callback_data": ""}]), "BUTTON_DATA_INVALID", id="no data"),
        pytest.param(
            keyboard([{"text": "a", "copy_text": {"text": "a" * 257}}]),
            "BUTTON_COPY_TEXT_INVALID",
            id="257 characters to copy",
        ),
        pytest.param(
            keyboard([{"text": "a", "copy_text": "a"}]), "BUTTON_COPY_TEXT_INVALID", id="copy no object"
        ),
        pytest.param(
            keyboard([{"text": "a", "url": "ftp://a.org"}]),
            "inline keyboard button URL 'ftp://a.org' is invalid: Unsupported URL protocol",
            id="button to an unaccepted scheme",
        ),
        pytest.param(
            keyboard([{"text": "a", "url": "http://localhost/a"}]),
            "inline keyboard button URL 'http://localhost/a' is invalid: Wrong HTTP URL",
            id="button to this machine",
        ),
        pytest.param(keyboard(*[[BUTTON]] * 101), "reply markup is too long", id="101 buttons"),
        pytest.param(keyboard([BUTTON] * 9), "reply markup is too long", id="9 in a row"),
    ],
)
def test_buttons_are_refused(calls: BotCalls, markup: object, reason: str) -> None:
    assert calls.refusal("sendMessage", {"chat_id": 7, "text": "a", "reply_markup": markup}) == reason


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"text": "á" * 4096}, id="4096 characters"),
        pytest.param({"text": "<b>" + "&lt;" * 4096 + "</b>", "parse_mode": "html"}, id="4096 once parsed"),
        pytest.param({"reply_markup": keyboard([BUTTON | {"callback_data": "á" * 32}])}, id="64 bytes"),
        pytest.param(
            {"reply_markup": keyboard([{"text": "a", "copy_text": {"text": "a" * 256}}])}, id="256 to copy"
        ),
        pytest.param({"reply_markup": keyboard([{"text": "a", "url": "tg://resolve?domain=x"}])}, id="link"),
        pytest.param({"reply_markup": keyboard(*[[BUTTON]] * 100)}, id="100 buttons"),
        pytest.param({"reply_markup": keyboard()}, id="no buttons"),
        pytest.param({"reply_markup": {"remove_keyboard": True}}, id="another markup"),
        pytest.param(
            {"reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}}, id="reply or not"
        ),
        pytest.param({"entities": [{"type": "bold", "offset": 0, "length": 1}]}, id="entities"),
    ],
)
def test_a_message_at_the_limit_is_sent(standin: Standin, calls: BotCalls, given: dict[str, Any]) -> None:
    calls.result("sendMessage", {"chat_id": 7, "text": "a"} | given)
    assert len(standin.sent) == 1


def test_a_sent_message_shows_as_people_and_bots_see_it(calls: BotCalls, ana: Person) -> None:
    question = ana.writes("¿?")
    sent = calls.result(
        "sendMessage",
        {
            "chat_id": "7",
            "text": "<b>a</b> /pais",
            "parse_mode": "HTML",
            "reply_parameters": json.dumps({"message_id": question.id}),
            "reply_markup": json.dumps(keyboard([BUTTON])),
        },
    )
    assert (sent["text"], sent["date"]) == ("a /pais", 1_500_000_000)
    assert [entity["type"] for entity in sent["entities"]] == ["bold", "bot_command"]
    assert sent["reply_to_message"]["text"] == "¿?"
    assert sent["reply_markup"] == keyboard([BUTTON])
    seen = ana.inbox[0]
    assert (seen.html, seen.reply_to, seen.button("Sí").data) == ("<b>a</b> /pais", question, "yes")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        pytest.param({"text": "<b>a</b>", "reply_markup": keyboard([BUTTON])}, NOT_MODIFIED, id="no change"),
        pytest.param(
            {"text": "<b>a</b> ", "reply_markup": keyboard([BUTTON])}, NOT_MODIFIED, id="only a space"
        ),
        pytest.param({"message_id": 99}, "message to edit not found", id="unknown message"),
        pytest.param({"message_id": 1}, "message can't be edited", id="somebody else's"),
        pytest.param({"text": ""}, "message text is empty", id="no text"),
        pytest.param({"text": " "}, "text must be non-empty", id="white space"),
        pytest.param({"text": "a" * 4097}, "message is too long", id="4097 characters"),
        pytest.param(
            {"text": "<x>"},
            'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
            id="bad HTML",
        ),
    ],
)
def test_an_edit_is_refused(calls: BotCalls, message: Message, given: dict[str, Any], reason: str) -> None:
    whole = {"chat_id": 7, "message_id": message.id, "text": "b", "parse_mode": "HTML"} | given
    assert calls.refusal("editMessageText", whole) == reason
    assert message.versions == []


@pytest.mark.parametrize("text", [pytest.param("a", id="only the format"), pytest.param("b", id="the text")])
def test_an_edit_changes_the_text_and_takes_the_buttons(calls: BotCalls, message: Message, text: str) -> None:
    calls.result("editMessageText", {"chat_id": 7, "message_id": message.id, "text": text})
    assert (message.text, message.body.entities, message.buttons) == (text, (), [])
    assert message.versions == ["a"]


def test_buttons_alone_can_be_taken_away_once(calls: BotCalls, message: Message) -> None:
    where = {"chat_id": 7, "message_id": message.id}
    calls.result("editMessageReplyMarkup", where)
    assert (message.text, message.buttons) == ("a", [])
    assert calls.refusal("editMessageReplyMarkup", where) == NOT_MODIFIED


def test_a_deleted_message_is_gone(calls: BotCalls, ana: Person, message: Message) -> None:
    where = {"chat_id": 7, "message_id": message.id}
    calls.result("deleteMessage", where)
    assert ana.inbox == []
    assert calls.refusal("deleteMessage", where) == "message to delete not found"
    assert calls.refusal("editMessageText", {**where, "text": "b"}) == "message to edit not found"


def test_in_a_group_only_an_admin_deletes_what_others_wrote(
    standin: Standin, calls: BotCalls, ana: Person
) -> None:
    group = standin.group("Delegados", [ana])
    where = {"chat_id": group.chat.id, "message_id": ana.writes("/pais", group).id}
    assert calls.refusal("deleteMessage", where) == "message can't be deleted"
    group.promotes_bot()
    assert calls.result("deleteMessage", where)


def test_a_message_can_be_pinned(calls: BotCalls, message: Message) -> None:
    calls.result("pinChatMessage", {"chat_id": 7, "message_id": message.id})
    assert message.is_pinned
    assert calls.refusal("pinChatMessage", {"chat_id": 7, "message_id": 99}) == "message to pin not found"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        pytest.param("stranger", "bot can't initiate conversation with a user", id="never wrote"),
        pytest.param("blocker", "bot was blocked by the user", id="blocked"),
        pytest.param("bot", "bot can't send messages to bots", id="a bot"),
    ],
)
@pytest.mark.parametrize("method", ["sendMessage", "sendDocument", "sendChatAction"])
def test_the_bot_may_not_write_to_everybody(
    standin: Standin, calls: BotCalls, method: str, kind: str, reason: str
) -> None:
    eva = standin.person(9, "Eva", is_bot=kind == "bot")
    if kind == "blocker":
        eva.writes("/start")
        eva.blocks()
    given = {"chat_id": 9, "text": "a", "action": "typing"}
    body = calls.reply(method, given, document=Upload("a", b"a"))
    assert (body["error_code"], body["description"]) == (403, f"Forbidden: {reason}")


@pytest.mark.usefixtures("ana")
def test_a_chat_action_is_shown(standin: Standin, calls: BotCalls) -> None:
    assert calls.result("sendChatAction", {"chat_id": 7, "action": "typing"})
    assert (standin.transcript[-1].kind, standin.transcript[-1].text) == ("action", "typing")
    wrong = calls.refusal("sendChatAction", {"chat_id": 7, "action": "dancing"})
    assert wrong == "wrong parameter action in request"


@pytest.mark.usefixtures("ana")
def test_a_document_is_sent_and_sent_again_by_its_identifier(calls: BotCalls) -> None:
    upload = Upload("plazos.ics", b"BEGIN", "text/calendar")
    given = {"chat_id": 7, "caption": "<b>a</b>", "parse_mode": "HTML"}
    sent = calls.result("sendDocument", given, document=upload)
    document = sent["document"]
    assert (document["file_name"], document["mime_type"]) == ("plazos.ics", "text/calendar")
    assert (document["file_size"], sent["caption"]) == (5, "a")
    assert sent["caption_entities"][0]["type"] == "bold"
    again = calls.result("sendDocument", {"chat_id": 7, "document": document["file_id"]})
    assert again["document"] == document
    attached = calls.result("sendDocument", {"chat_id": 7, "document": "attach://x"}, x=upload)
    assert attached["document"]["file_name"] == "plazos.ics"


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("files", "given", "reason"),
    [
        pytest.param(
            {"document": Upload("a", b"a")},
            {"caption": "a" * 1025},
            "message caption is too long",
            id="caption of 1025 characters",
        ),
        pytest.param({"document": Upload("a", b"")}, {}, "file must be non-empty", id="empty file"),
        pytest.param({}, {}, "there is no document in the request", id="no file"),
        pytest.param({}, {"document": "x"}, "wrong file identifier/HTTP URL specified", id="unknown file"),
    ],
)
def test_a_document_is_refused(
    calls: BotCalls, files: dict[str, Upload], given: dict[str, Any], reason: str
) -> None:
    assert calls.refusal("sendDocument", {"chat_id": 7, **given}, **files) == reason


@pytest.mark.usefixtures("ana")
def test_a_document_of_over_50_megabytes_is_refused(calls: BotCalls) -> None:
    large = Upload("a", bytes(50 * 1024 * 1024 + 1))
    body = calls.reply("sendDocument", {"chat_id": 7}, document=large)
    assert (body["error_code"], body["description"]) == (413, "Request Entity Too Large")


def test_a_document_has_no_text_to_edit(calls: BotCalls, ana: Person) -> None:
    calls.result("sendDocument", {"chat_id": 7}, document=Upload("a", b"a"))
    given = {"chat_id": 7, "message_id": ana.inbox[0].id, "text": "b"}
    assert calls.refusal("editMessageText", given) == "there is no text in the message to edit"
