"""The method that answers inline queries, typed after the bot's name in any chat."""

import re

from standin.calls import Call
from standin.messages import MAX_TEXT_CHARACTERS, formatted
from standin.refusals import refuse
from standin.world import QUERY_SECONDS, InlineResult, World

MAX_RESULTS = 50
MAX_ID_BYTES = 64
MAX_OFFSET_BYTES = 64
USUAL_CACHE_SECONDS = 300
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_inline_query(world: World, call: Call) -> bool:
    """Answer an inline query, once and in time."""
    query = world.inline_queries.get(call.text("inline_query_id"))
    if query is None or query.is_answered or world.clock() - query.date > QUERY_SECONDS:
        refuse("query is too old and response timeout expired or query ID is invalid")
    given = call.data("results", "can't parse inline query results JSON object")
    if not isinstance(given, list):
        refuse("inline query results must be an Array")
    if len(given) > MAX_RESULTS:
        refuse("RESULTS_TOO_MUCH")
    results = [_read(value) for value in given]
    if len({result.id for result in results}) < len(results):
        refuse("RESULT_ID_DUPLICATE")
    if len(call.text("next_offset").encode()) > MAX_OFFSET_BYTES:
        refuse("NEXT_OFFSET_INVALID")
    query.button = _button(call)
    query.is_answered, query.results = True, results
    query.next_offset, query.is_personal = call.text("next_offset"), call.flag("is_personal")
    query.cache_seconds = call.number("cache_time", USUAL_CACHE_SECONDS)
    return True


def _read(value: object) -> InlineResult:
    """Read a result; only articles that send a text are known here."""
    if not isinstance(value, dict):
        refuse("can't parse inline query result: Object expected")
    if value.get("type") != "article":
        refuse("can't parse inline query result: Unsupported type specified")
    name, title = str(value.get("id", "")), str(value.get("title", ""))
    if not 1 <= len(name.encode()) <= MAX_ID_BYTES:
        refuse("RESULT_ID_INVALID")
    if not title.strip():
        refuse("ARTICLE_TITLE_EMPTY")
    content = value.get("input_message_content")
    if not isinstance(content, dict) or not content.get("message_text"):
        refuse("can't parse inline query result: message text is empty")
    body = formatted(Call("answerInlineQuery", content), "message_text", "entities")
    if not body.text:
        refuse("MESSAGE_EMPTY")
    if len(body.text) > MAX_TEXT_CHARACTERS:
        refuse("MESSAGE_TOO_LONG")
    return InlineResult(name, title, str(value.get("description", "")), body)


def _button(call: Call) -> str:
    """Return the text of the button above the results; empty if there is none."""
    given = call.data("button", "can't parse inline query results button JSON object")
    if given is None:
        return ""
    if not isinstance(given, dict) or not given.get("text"):
        refuse("can't parse inline query results button: text is empty")
    if not _START_PARAMETER.fullmatch(str(given.get("start_parameter", ""))):
        refuse("START_PARAM_INVALID")
    return str(given["text"])
