"""Sentences for people that knowledge decides on and the message catalogue words."""

from datetime import date
from typing import Union

from pydantic import Field

from knowledge.values.base import Value
from knowledge.values.questions import Period
from knowledge.values.references import Reference

Parameter = Union[str, int, date, Period, Reference, tuple[str, ...], "Notice"]
"""What may fill a place in a sentence, in the reader's language; a tuple holds canonical names of parties."""

ECHO = 60
"""Characters of a person's own words that an answer repeats."""


def mark(msgid: str) -> str:
    """Mark a Spanish source text for the message catalogue, and return it unchanged."""
    return msgid


def mark_plural(singular: str, plural: str) -> tuple[str, str]:
    """Mark the two wordings of a text that depends on a number, and return them unchanged."""
    return singular, plural


class Notice(Value):
    """A sentence to be worded where it is shown, in the reader's language.

    `msgid` is the Spanish source text with named places, e.g. «No se encuentra {file}.»; `parameters` fill
    them. `plural` and `count` choose between two wordings, as gettext does.
    """

    msgid: str
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    plural: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        return self.msgid.format_map(_Filled(self.parameters))


class _Filled(dict[str, Parameter]):
    """Leave open what only the catalogue fills, such as the name of the forum."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def echo(words: str) -> str:
    """Return a person's own words as an answer repeats them: on one line, and no more than tell which."""
    line = " ".join(words.split())
    return line if len(line) <= ECHO else f"{line[: ECHO - 1].rstrip()}…"


def notice(msgid: str, **parameters: Parameter) -> Notice:
    """Build a Notice from a marked source text."""
    return Notice(msgid=msgid, parameters=parameters)


def counted(wordings: tuple[str, str], number: int, **parameters: Parameter) -> Notice:
    """Build a Notice from the two wordings of a text that depends on a number, which fills `{number}`."""
    one, many = wordings
    return Notice(msgid=one, plural=many, count=number, parameters={"number": number, **parameters})
