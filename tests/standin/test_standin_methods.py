"""Who the bot is, taps and inline queries, files, and calls that lead nowhere."""

from http import HTTPStatus
from typing import Any

import pytest

from standin import Message, Person, RefusalError, Standin
from standin.calls import Call
from tests.support.bot_calls import BotCalls
from tests.support.clock import Clock

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def test_a_tap_is_answered_once(calls: BotCalls, ana: Person, message: Message) -> None:
    tap = ana.taps("Sí", message)
    answer = {"callback_query_id": tap.id, "text": "Hecho", "show_alert": True}
    calls.result("answerCallbackQuery", answer)
    assert (tap.text, tap.show_alert) == ("Hecho", True)
    assert calls.refusal("answerCallbackQuery", answer) == TOO_OLD


@pytest.mark.parametrize(("seconds", "in_time"), [(15, True), (15.1, False)])
def test_a_tap_is_answered_within_fifteen_seconds(
    calls: BotCalls, ana: Person, message: Message, clock: Clock, *, seconds: float, in_time: bool
) -> None:
    answer = {"callback_query_id": ana.taps("Sí", message).id}
    clock.now += seconds
    assert calls.reply("answerCallbackQuery", answer)["ok"] is in_time


def test_an_answer_of_201_characters_is_refused(calls: BotCalls, ana: Person, message: Message) -> None:
    answer = {"callback_query_id": ana.taps("Sí", message).id, "text": "a" * 201}
    assert calls.refusal("answerCallbackQuery", answer) == "MESSAGE_TOO_LONG"


def article(name: str = "a", *, title: str = "Título", text: str = "Cita") -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": name, "title": title, "input_message_content": content}


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        pytest.param({}, "inline query results must be an Array", id="no list"),
        pytest.param([article(str(number)) for number in range(51)], "RESULTS_TOO_MUCH", id="51 results"),
        pytest.param([article("á" * 33)], "RESULT_ID_INVALID", id="66 bytes"),
        pytest.param([article(), article()], "RESULT_ID_DUPLICATE", id="twice the same"),
        pytest.param([article(title=" ")], "ARTICLE_TITLE_EMPTY", id="no title"),
        pytest.param([article(text="a" * 4097)], "MESSAGE_TOO_LONG", id="4097 characters"),
        pytest.param([article(text="<b> </b>")], "MESSAGE_EMPTY", id="nothing to read"),
        pytest.param(
            [article(text="<b>")],
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
            id="broken markup",
        ),
        pytest.param(
            [article() | {"type": "photo"}],
            "can't parse inline query result: Unsupported type specified",
            id="another sort",
        ),
    ],
)
def test_inline_results_are_refused(calls: BotCalls, ana: Person, results: Any, reason: str) -> None:
    query = ana.queries("plazos")
    answer = {"inline_query_id": query.id, "results": results}
    assert calls.refusal("answerInlineQuery", answer) == reason


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        pytest.param({"next_offset": "1" * 65}, "NEXT_OFFSET_INVALID", id="65 bytes of offset"),
        pytest.param(
            {"button": {"text": "Abrir", "start_parameter": "á"}}, "START_PARAM_INVALID", id="start parameter"
        ),
        pytest.param(
            {"button": {"start_parameter": "a"}},
            "can't parse inline query results button: text is empty",
            id="button without text",
        ),
    ],
)
def test_what_goes_with_inline_results_is_refused(
    calls: BotCalls, ana: Person, parameters: Any, reason: str
) -> None:
    answer = {"inline_query_id": ana.queries("plazos").id, "results": [article()]}
    assert calls.refusal("answerInlineQuery", answer | parameters) == reason


def test_an_inline_query_is_answered_once(calls: BotCalls, ana: Person) -> None:
    query = ana.queries("plazos")
    answer = {"inline_query_id": query.id, "results": [article()]}
    calls.result("answerInlineQuery", answer)
    assert [(result.title, result.body.text) for result in query.results] == [("Título", "Cita")]
    assert calls.refusal("answerInlineQuery", answer) == TOO_OLD


def test_a_file_is_fetched_by_the_path_it_was_given(standin: Standin, calls: BotCalls, ana: Person) -> None:
    document = ana.sends_document(b"acta", "acta.txt").document
    assert document
    path = calls.result("getFile", {"file_id": document.file_id})["file_path"]
    assert standin.file(standin.token, path) == b"acta"
    with pytest.raises(RefusalError, match="Not Found"):
        standin.file(standin.token, "documents/other")
    with pytest.raises(RefusalError, match="Unauthorized"):
        standin.file("1:a", path)


@pytest.mark.parametrize(
    ("size", "fetched"),
    [pytest.param(20 * 1024 * 1024, True, id="20 MiB"), pytest.param(20 * 1024 * 1024 + 1, False, id="more")],
)
def test_a_file_of_up_to_20_mebibytes_can_be_fetched(
    calls: BotCalls, ana: Person, *, size: int, fetched: bool
) -> None:
    document = ana.sends_document(b"x", size=size).document
    assert document
    body = calls.reply("getFile", {"file_id": document.file_id})
    assert body["ok"] is fetched
    assert fetched or body["description"] == "Bad Request: file is too big"


@pytest.mark.parametrize(
    ("given", "reason"), [({"file_id": "x"}, "invalid file_id"), ({}, "file_id not specified")]
)
def test_an_unknown_file_is_refused(calls: BotCalls, given: dict[str, str], reason: str) -> None:
    assert calls.refusal("getFile", given) == reason


@pytest.mark.parametrize(
    ("token", "method", "status", "description"),
    [
        pytest.param(None, "getRichMessage", 404, "Not Found", id="unknown method"),
        pytest.param("1:" + "B" * 35, "getMe", 401, "Unauthorized", id="wrong token"),
        pytest.param("secret", "getMe", 404, "Not Found", id="malformed token"),
    ],
)
def test_a_call_leads_nowhere(
    standin: Standin, token: str | None, method: str, status: int, description: str
) -> None:
    answer = standin.answer(token or standin.token, Call(method)).wait()
    assert (answer.status, answer.body["description"]) == (status, description)


@pytest.mark.parametrize("privacy", [True, False])
def test_the_bot_says_who_it_is(clock: Clock, *, privacy: bool) -> None:
    me = BotCalls(Standin(clock, username="ActasBot", privacy_mode=privacy)).result("GETME")
    assert (me["is_bot"], me["username"], me["can_read_all_group_messages"]) == (
        True,
        "ActasBot",
        not privacy,
    )


def test_a_chat_says_who_is_in_it(standin: Standin, calls: BotCalls, ana: Person) -> None:
    group = standin.group("Delegados", [ana])
    everybody = (ana.id, standin.world.bot.id, standin.person(9).id)
    members = [
        calls.result("getChatMember", {"chat_id": group.chat.id, "user_id": user_id})["status"]
        for user_id in everybody
    ]
    assert members == ["administrator", "member", "left"]
    unknown = {"chat_id": group.chat.id, "user_id": 99}
    assert calls.refusal("getChatMember", unknown) == "user not found"
    assert calls.result("getChat", {"chat_id": group.chat.id})["title"] == "Delegados"


def test_what_shows_nowhere_is_accepted(calls: BotCalls) -> None:
    assert [calls.result(method) for method in ("setChatMenuButton", "logOut", "close")] == [True] * 3


def test_every_call_and_refusal_is_kept(standin: Standin, calls: BotCalls) -> None:
    calls.result("getMe")
    calls.refusal("sendMessage")
    assert [call.method for call in standin.calls] == ["getMe", "sendMessage"]
    assert [refusal.status for refusal in standin.refusals] == [HTTPStatus.BAD_REQUEST]
