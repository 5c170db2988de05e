"""Messages without text, as the Bot API writes them: photos, stickers, voice, locations and contacts."""

from standin.refusals import Json

_SIZED: Json = {"width": 512, "height": 512}


def media(kind: str, file_id: str) -> Json:
    """Return the field that a message of this kind has."""
    file: Json = {"file_id": file_id, "file_unique_id": f"unique-{file_id}"}
    fields: dict[str, object] = {
        "photo": [file | _SIZED],
        "sticker": file | _SIZED | {"type": "regular", "is_animated": False, "is_video": False},
        "voice": file | {"duration": 3},
        "location": {"latitude": 9.93, "longitude": -84.08},
        "contact": {"phone_number": "+50622220000", "first_name": "Ana"},
    }
    return {kind: fields[kind]}
