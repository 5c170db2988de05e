"""Formatted text the way Telegram keeps it: plain text and entities, with offsets in UTF-16 units."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from standin.refusals import Json, refuse

MAX_ENTITIES = 100
# Telegram replaces control characters, and drops carriage returns and the line and direction marks.
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e]")
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])")),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{2,32}(?!\w)")),
    ("url", re.compile(r"(?<!\w)https?://[^\s<>«»\"]*[^\s<>«»\".:;,('?!`]")),
)
_GIVEN_TYPES = frozenset(
    {
        "blockquote",
        "bold",
        "code",
        "expandable_blockquote",
        "italic",
        "pre",
        "spoiler",
        "strikethrough",
        "underline",
    }
)


@dataclass(frozen=True)
class Entity:
    """A stretch of a text with a meaning; offset and length count UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    def as_json(self) -> Json:
        """Return the entity as the Bot API writes it."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True)
class FormattedText:
    """A plain text and the entities in it, sorted by offset."""

    text: str
    entities: tuple[Entity, ...] = ()


def utf16_length(text: str) -> int:
    """Count the UTF-16 units of a text, as Telegram's offsets do."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean_input(text: str) -> str:
    """Replace and drop the characters that Telegram never delivers."""
    return _CONTROL.sub(" ", _DROPPED.sub("", text))


def find_entities(text: str) -> Iterator[Entity]:
    """Find the entities that Telegram recognises by itself: commands, mentions and URLs.

    "/pais@AcuerdosBot" is a command; "/país" is not, since a word character follows the letters a to z.
    """
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            yield Entity(kind, utf16_length(text[: match.start()]), utf16_length(match[0]))


def finish(formatted: FormattedText) -> FormattedText:
    """Trim a text, trim and merge its entities, add those Telegram finds, and keep the first hundred."""
    stripped = formatted.text.lstrip(" \n")
    cut = len(formatted.text) - len(stripped)
    text = stripped.rstrip(" \n")
    units = text.encode("utf-16-le")
    kept: list[Entity] = []
    for entity in sorted(formatted.entities, key=lambda entity: (entity.offset, -entity.length)):
        trimmed = _trim(replace(entity, offset=entity.offset - cut), units)
        if trimmed and not any(_repeats(trimmed, other) for other in kept):
            kept.append(trimmed)
    for found in find_entities(text):
        if not any(_hides(entity, found) for entity in kept):
            kept.append(found)
    kept.sort(key=lambda entity: (entity.offset, -entity.length))
    return FormattedText(text, tuple(kept[:MAX_ENTITIES]))


def given_entities(values: list[object]) -> tuple[Entity, ...]:
    """Read the entities that a bot passes instead of a parse mode."""
    entities = []
    for value in values:
        if not isinstance(value, dict) or value.get("type") not in _GIVEN_TYPES:
            refuse("can't parse MessageEntity: Unsupported type specified")
        entities.append(Entity(value["type"], value["offset"], value["length"]))
    return tuple(entities)


def _trim(entity: Entity, units: bytes) -> Entity | None:
    """Trim leading white space off an entity; return None if nothing else is in it."""
    start = max(entity.offset, 0)
    end = min(entity.offset + entity.length, len(units) // 2)
    while start < end and units[2 * start : 2 * start + 2] in (b" \0", b"\n\0"):
        start += 1
    if not units[2 * start : 2 * end].decode("utf-16-le", "replace").strip(" \n"):
        return None
    return replace(entity, offset=start, length=end - start)


def _repeats(inner: Entity, outer: Entity) -> bool:
    """Tell whether an entity adds nothing, since it lies inside another of the same type."""
    return inner.type == outer.type and inner.offset + inner.length <= outer.offset + outer.length


def _hides(outer: Entity, found: Entity) -> bool:
    """Tell whether an entity such as code or a link keeps Telegram from recognising another in it."""
    overlap = found.offset < outer.offset + outer.length and outer.offset < found.offset + found.length
    return overlap and outer.type in ("code", "pre", "text_link", "url", "mention", "bot_command")
