"""Messages without text, written as the Bot API does: photos, stickers and voice messages."""

from standin.refusals import Json

_SIZED: Json = {"width": 512, "height": 512}


def media(kind: str, file_id: str) -> Json:
    """Give the field that a message of a kind has."""
    file: Json = {"file_id": file_id, "file_unique_id": f"unique-{file_id}"}
    fields: dict[str, object] = {
        "photo": [file | _SIZED],
        "sticker": file | _SIZED | {"type": "regular", "is_animated": False, "is_video": False},
        "voice": file | {"duration": 3},
    }
    return {kind: fields[kind]}
