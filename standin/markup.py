"""Telegram's HTML, parsed as strictly as Telegram does, with its wording for errors.

In one thing it is stricter: a tag inside `code` or `pre`, and a blockquote inside a blockquote, are refused;
Telegram silently drops the inner one, and the bot's author never learns of it.
"""

import re
from dataclasses import dataclass, field, replace
from typing import NoReturn
from urllib.parse import urlsplit

from standin.entities import Entity, FormattedText, clean_input, utf16_length
from standin.refusals import refuse

_REFERENCE = re.compile(r"&(?:#(?:x([0-9a-fA-F]*)|([0-9]*))|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_MAX_REFERENCE = 9  # "&#" and the digits
_LAST_CODE_POINT = 0x10FFFF
_TYPES = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_LINK_SCHEMES = frozenset({"http", "https", "tg", "ton", "tonsite"})
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_NAME_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_SPACE = re.compile(r"[ \t\r\n\v]*")
_TAG_NAME = re.compile(r"[^ \t\r\n\v>]*")


def parse_html(html: str) -> FormattedText:
    """Parse the HTML of a message into its plain text and entities.

    Raises:
        RefusalError: "Bad Request: can't parse entities: …", naming the byte where parsing stopped.
    """
    return _Parser(clean_input(html)).parse()


@dataclass
class _OpenTag:
    """A tag whose end has not come yet."""

    name: str
    attributes: dict[str, str]
    offset: int
    characters: int


@dataclass
class _Parser:
    """Walks through the HTML once; `position` is where it is, and `plain` the text read so far."""

    html: str
    position: int = 0
    plain: list[str] = field(default_factory=list)
    units: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> FormattedText:
        """Read the whole text, and refuse it as Telegram does where a tag or reference is wrong."""
        while self.position < len(self.html):
            character = self.html[self.position]
            if character == "&":
                self._read(*self._reference(self.position))
            elif character != "<":
                self._read(character, self.position + 1)
            elif self.html.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        if self.open_tags:
            name = self.open_tags[-1].name
            _cannot_parse(f'Can\'t find end tag corresponding to start tag "{name}"')
        text = "".join(self.plain)
        if any("\ud800" <= character <= "\udfff" for character in text):
            _cannot_parse(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
                "surrogate code units"
            )
        return FormattedText(text, tuple(_without_language(entity) for entity in self.entities))

    def _read(self, character: str, position: int) -> None:
        self.plain.append(character)
        self.units += utf16_length(character)
        self.position = position

    def _reference(self, position: int) -> tuple[str, int]:
        """Decode the reference at a position, or take its "&" literally; return the position after it too."""
        match = _REFERENCE.match(self.html, position)
        if match is None:
            return "&", position + 1
        hexadecimal, decimal, name = match.groups()
        if name:
            return _NAMED[name], match.end()
        code = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
        if not 0 < code < _LAST_CODE_POINT or len(match[0].rstrip(";")) > _MAX_REFERENCE:
            return "&", position + 1
        return chr(code), match.end()

    def _start_tag(self) -> None:
        begin = self.position
        name = self._match(_TAG_NAME, begin + 1).lower()
        if self.position >= len(self.html):
            self._refuse("Unclosed start tag", begin)
        if name not in _TYPES:
            self._refuse(f'Unsupported start tag "{name}"', begin)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            self._refuse('Tag "span" must have class "tg-spoiler"', begin)
        self._check_nesting(name, begin)
        self.open_tags.append(_OpenTag(name, attributes, self.units, len(self.plain)))

    def _check_nesting(self, name: str, begin: int) -> None:
        around = {tag.name for tag in self.open_tags}
        language = {name, self.open_tags[-1].name} == {"pre", "code"} if self.open_tags else False
        if (around & {"code", "pre"} and not language) or (name == "blockquote" and name in around):
            outer = self.open_tags[-1].name
            self._refuse(f'Tag "{name}" can\'t be nested in tag "{outer}"', begin)

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Read the attributes up to the end of the tag; a missing value is empty."""
        attributes: dict[str, str] = {}
        while True:
            self._match(_SPACE, self.position)
            if self.html.startswith(">", self.position):
                self.position += 1
                return attributes
            name = self._match(_ATTRIBUTE_NAME, self.position)
            if not name:
                self._refuse(f'Empty attribute name in the tag "{tag}"', begin)
            self._match(_SPACE, self.position)
            attributes[name] = ""
            if self.html.startswith("=", self.position):
                self._match(_SPACE, self.position + 1)
                attributes[name] = self._attribute_value(tag, begin)
            elif self.position >= len(self.html):
                self._refuse(f'Unclosed start tag "{tag}"', begin)

    def _attribute_value(self, tag: str, begin: int) -> str:
        if self.position >= len(self.html):
            self._refuse(f'Unclosed start tag "{tag}"', begin)
        quote = self.html[self.position]
        if quote not in "\"'":
            start = self.position
            value = self._match(_NAME_TOKEN, start).lower()
            if not self._next():
                self._refuse("Unclosed start tag", begin)
            if not self._next().isspace() and self._next() != ">":
                self._refuse("Unexpected end of name token", start)
            return value
        value = ""
        self.position += 1
        while self._next() not in ("", quote):
            if self._next() == "&":
                character, self.position = self._reference(self.position)
            else:
                character, self.position = self._next(), self.position + 1
            value += character
        self.position += 1
        if self.position >= len(self.html):
            self._refuse("Unclosed start tag", begin)
        return value

    def _end_tag(self) -> None:
        begin = self.position
        if not self.open_tags:
            self._refuse("Unexpected end tag", begin)
        name = self._match(_TAG_NAME, begin + 2).lower()
        self._match(_SPACE, self.position)
        if self._next() != ">":
            self._refuse("Unclosed end tag", begin)
        self.position += 1
        tag = self.open_tags.pop()
        if name not in ("", tag.name):
            self._refuse("Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{name}>"')
        if self.units > tag.offset:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        """Turn a closed tag into its entity; a `code` and a `pre` around the same text become one."""
        entity = _entity_of(tag, "".join(self.plain[tag.characters :]), self.units)
        last = self.entities[-1] if self.entities else None
        if entity is None:
            return
        if (
            last
            and {last.type, entity.type} == {"code", "pre"}
            and (last.offset, last.length) == (entity.offset, entity.length)
        ):
            self.entities[-1] = replace(last, type="pre", language=last.language or entity.language)
        else:
            self.entities.append(entity)

    def _match(self, pattern: re.Pattern[str], position: int) -> str:
        """Return what a pattern matches at a position, and move past it."""
        match = pattern.match(self.html, position)
        found = match[0] if match else ""
        self.position = position + len(found)
        return found

    def _next(self) -> str:
        return self.html[self.position : self.position + 1]

    def _refuse(self, reason: str, position: int, more: str = "") -> NoReturn:
        offset = len(self.html[:position].encode())
        _cannot_parse(f"{reason} at byte offset {offset}{more}")


def _entity_of(tag: _OpenTag, content: str, end: int) -> Entity | None:
    """Build a tag's entity; None for a link that Telegram turns into plain text."""
    entity = Entity(_TYPES[tag.name], tag.offset, end - tag.offset)
    match tag.name:
        case "a":
            url = _checked_link(tag.attributes.get("href") or content)
            return replace(entity, url=url) if url else None
        case "code":
            language = tag.attributes.get("class", "")
            known = language.startswith("language-")
            return replace(entity, language=language.removeprefix("language-") if known else None)
        case "blockquote" if "expandable" in tag.attributes:
            return replace(entity, type="expandable_blockquote")
        case "tg-emoji":
            return replace(entity, custom_emoji_id=_emoji_id(tag.attributes.get("emoji-id", "")))
        case "tg-time":
            return _moment(entity, tag.attributes)
        case _:
            return entity


def _without_language(entity: Entity) -> Entity:
    """Drop the language of `code` outside a `pre`, as Telegram does."""
    return replace(entity, language=None) if entity.type == "code" else entity


def _checked_link(url: str) -> str:
    """Return a link, with a scheme if it lacks one; empty if Telegram does not accept it."""
    address = url.strip()
    if "://" not in address and not address.startswith("tg:"):
        host = address.partition("/")[0].partition(":")[0]
        return f"http://{address}" if "." in host and " " not in host else ""
    return address if urlsplit(address).scheme.lower() in _LINK_SCHEMES else ""


def _emoji_id(value: str) -> str:
    if not value.isdecimal() or int(value) == 0:
        _cannot_parse("Invalid custom emoji identifier specified")
    return value


def _moment(entity: Entity, attributes: dict[str, str]) -> Entity:
    """Read the time of a `tg-time`, in seconds since 1970, and its format, such as "wDT" or "r"."""
    when, shown = attributes.get("unix", ""), attributes.get("format", "")
    if not when.isdecimal():
        _cannot_parse("Invalid date/time specified")
    if not _TIME_FORMAT.fullmatch(shown):
        _cannot_parse("Invalid date/time format specified")
    return replace(entity, unix_time=int(when), date_time_format=shown or None)


def _cannot_parse(reason: str) -> NoReturn:
    refuse(f"can't parse entities: {reason}")
