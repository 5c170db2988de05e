"""Sentences for people, chosen here and worded by the message catalogue."""

from datetime import date
from typing import Union

from pydantic import Field

from knowledge.values.base import Value
from knowledge.values.questions import Period
from knowledge.values.references import Reference

Parameter = Union[str, int, date, Period, Reference, tuple[str, ...], "Notice"]
"""A value for a placeholder, shown in the reader's language; tuples hold canonical names of parties."""

ECHO = 60
"""How many characters of a person's own words an answer repeats."""


def mark(msgid: str) -> str:
    """Mark a Spanish source text for the message catalogue, and return it unchanged."""
    return msgid


def mark_plural(singular: str, plural: str) -> tuple[str, str]:
    """Mark the two wordings of a text that depends on a number, and return them unchanged."""
    return singular, plural


class Notice(Value):
    """A sentence to be worded in the reader's language when it is shown.

    `msgid` is the Spanish source text with placeholders, e.g. «No se encuentra {file}.», which `parameters`
    fill. `plural` and `count` choose between two wordings, as in gettext.
    """

    msgid: str
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    plural: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        return self.msgid.format_map(_Filled(self.parameters))


class _Filled(dict[str, Parameter]):
    """Keep placeholders that only the catalogue fills, such as the name of the forum."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def echo(words: str) -> str:
    """Return a person's own words for an answer to repeat: on one line, and shortened."""
    line = " ".join(words.split())
    return line if len(line) <= ECHO else f"{line[: ECHO - 1].rstrip()}…"


def notice(msgid: str, **parameters: Parameter) -> Notice:
    """Build a Notice from a marked source text."""
    return Notice(msgid=msgid, parameters=parameters)


def counted(wordings: tuple[str, str], number: int, **parameters: Parameter) -> Notice:
    """Build a Notice from the two wordings of a text that depends on a number, which fills `{number}`."""
    one, many = wordings
    return Notice(msgid=one, plural=many, count=number, parameters={"number": number, **parameters})
