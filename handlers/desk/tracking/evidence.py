"""Files that prove the fulfilment of a commitment, kept by Telegram and in the data folder."""

import asyncio
import hashlib
from pathlib import Path, PurePath

from telegram import Document, PhotoSize
from telegram import Message as TelegramMessage
from telegram.constants import FileSizeLimit
from telegram.error import TelegramError

from knowledge.stores.data_folder import DataFolder
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark, notice
from knowledge.values.tracking import Evidence

_NOT_FETCHED = notice(mark("Telegram no entregó el archivo. Envíelo de nuevo."))
_LONGEST_SUFFIX = 10


class EvidenceLost(KnowledgeError):
    """A file could not be fetched."""


async def keep_evidence(message: TelegramMessage, folder: Path) -> Evidence | None:
    """Keep a copy of a message's file, if it has one, in the data folder.

    If the file is too big to download, only Telegram has a copy.

    Raises:
        EvidenceLost: Telegram doesn't deliver the file.
        StoreUnusable: the copy cannot be written.
    """
    attached: Document | PhotoSize | None = message.document or next(iter(message.photo[::-1]), None)
    if attached is None:
        return None
    name = (message.document.file_name if message.document else None) or f"{attached.file_unique_id}.jpg"
    if (attached.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
        return Evidence(name=name, file_id=attached.file_id)
    try:
        content = bytes(await (await attached.get_file()).download_as_bytearray())
    except TelegramError as error:
        raise EvidenceLost(_NOT_FETCHED) from error
    suffix = PurePath(name).suffix[:_LONGEST_SUFFIX].lower()
    kept = f"{hashlib.sha256(content).hexdigest()}{suffix if suffix[1:].isalnum() else ''}"
    await asyncio.to_thread(DataFolder(folder).keep_evidence, kept, content)
    return Evidence(name=name, file_id=attached.file_id, kept=kept)
