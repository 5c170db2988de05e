"""Files of questions: unanswered ones as a table, golden ones in the format of a forum's folder."""

import csv
import io
from collections.abc import Iterable, Sequence

from telegram import InputFile
from telegram import Message as TelegramMessage

from handlers.catalogue import Catalogue
from handlers.context import Context
from handlers.desk.tracking.writing import safe
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.replies import reply
from knowledge.loading.golden import GOLDEN, GoldenQuestion, golden_yaml
from knowledge.stores.misses import KeptMiss, MissStore
from knowledge.values.errors import KnowledgeError

_GOLDEN_WORDS = frozenset({"prueba", "pruebas", "golden", "test", "tests"})
_GOLDEN_COLUMNS = ("text", "document", "reference")
_COLUMNS = ("id", "text", "language", "fate", "kept_at")


async def send_table(word: str, context: Context, message: TelegramMessage, catalogue: Catalogue) -> bool:
    """Send the file that a word names, «csv» or «prueba»; tell whether it names one."""
    if word.lower() == "csv":
        table = questions_csv(MissStore(context.services.state).kept()).encode("utf-8-sig")
        await message.reply_document(InputFile(io.BytesIO(table), "preguntas.csv"))
        return True
    if word.lower() not in _GOLDEN_WORDS:
        return False
    try:
        written = golden_yaml(context.services.base.golden()).encode()
    except KnowledgeError as error:
        await reply(message, [Message(escape(catalogue.notice(error.notice)))])
    else:
        await message.reply_document(InputFile(io.BytesIO(written), GOLDEN))
    return True


def questions_csv(kept: Sequence[KeptMiss]) -> str:
    """Write the questions as CSV, safe from formulas in spreadsheets."""
    rows = (each.model_dump(mode="json") for each in kept)
    return _table(_COLUMNS, ([str(row[column]) for column in _COLUMNS] for row in rows))


def golden_csv(golden: Sequence[GoldenQuestion]) -> str:
    """Write golden questions as CSV, safe from formulas in spreadsheets."""
    rows = ([each.text, each.document, str(each.reference)] for each in golden)
    return _table(_GOLDEN_COLUMNS, rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return table.getvalue()
