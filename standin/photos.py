"""Pictures that a bot sends, checked as Telegram checks photos, by the header of a PNG file."""

import struct

from standin.calls import Call, Upload
from standin.refusals import RefusalError, refuse
from standin.values import Photo
from standin.world import World

MAX_BYTES = 10 * 1024 * 1024
MAX_SIDES, MAX_RATIO = 10_000, 20
_SIGNATURE, _END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_HEAD = struct.Struct(">8sI4sII")


def photo_of(world: World, call: Call) -> Photo:
    """Return the picture that a call uploads, which must be a PNG file, or gives by its identifier.

    Raises:
        RefusalError: there is none, or Telegram wouldn't accept it.
    """
    given = call.text("photo")
    upload: Upload | None = call.files.get(given.removeprefix("attach://") or "photo")
    if upload is None and given in world.photos:
        return world.photos[given]
    if upload is None:
        refuse("wrong file identifier/HTTP URL specified" if given else "there is no photo in the request")
    if not upload.content:
        refuse("file must be non-empty")
    if len(upload.content) > MAX_BYTES:
        raise RefusalError(413, "Request Entity Too Large")
    width, height = _sides(upload.content)
    if width + height > MAX_SIDES or max(width, height) > MAX_RATIO * min(width, height):
        refuse("PHOTO_INVALID_DIMENSIONS")
    file = world.keep("", upload.content, "image/jpeg")
    world.photos[file.file_id] = Photo(file, width, height)
    return world.photos[file.file_id]


def _sides(content: bytes) -> tuple[int, int]:
    if len(content) < _HEAD.size or not content.endswith(_END):
        refuse("IMAGE_PROCESS_FAILED")
    signature, _, kind, width, height = _HEAD.unpack_from(content)
    if signature != _SIGNATURE or kind != b"IHDR" or not (width and height):
        refuse("IMAGE_PROCESS_FAILED")
    return width, height
