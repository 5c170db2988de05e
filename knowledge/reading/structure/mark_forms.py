"""The forms of item marks: numbers, letters and bullets before items."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from knowledge.language.folding import WORD, fold, words
from knowledge.language.ordinals import ORDINAL_WORDS, ordinal_at
from knowledge.reading.files.marks import BULLET, INNER_BULLET
from knowledge.reading.files.ordinals import roman

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_END = r"\.-|\.\)|\.?[º°]\.?-?|\)|\]| ?\.(?!\d)| ?[-–—](?= |$)|-(?=[^\W\d_])|:(?= |$)|/(?= )"
_NUMBER = re.compile(
    rf"(?:§ ?|#|[(\[])?(?P<ordinal>\d{{1,3}})"
    rf"(?P<style>{_END}| (?=[\"“«]?{_CAPITAL}[^\W\d_])|$)\s*(?P<rest>.*)"
)
_DECIMAL = re.compile(
    r"(?:\d{1,3}\.|[IVX]{1,5}[.–-]|[A-Z]\.)(?P<ordinal>\d{1,2})"
    r"(?P<style>\.-|\.\)|\.|\)|(?= [^\W\d_a-zà-öø-ÿ]))\s+(?P<rest>\D.*)"
)
_INNER = re.compile(
    r"\d{1,3}\.\d{1,2}\.(?P<ordinal>\d{1,2})"
    r"(?P<style>\.-|\.\)|\.|\)|(?= [^\W\d_a-zà-öø-ÿ]))\s+(?P<rest>\D.*)"
)
_LETTER = re.compile(r"\(?(?P<ordinal>[a-z])(?P<style>\.-|\.\)|\)|\.(?= ))\s*(?P<rest>.*)", re.IGNORECASE)
_ROMAN = re.compile(
    r"\(?(?P<ordinal>[ivx]{1,5})(?P<style>\.-|\.\)|\)|\.(?= )| ?[-–—](?= ))\s*(?P<rest>.*)", re.IGNORECASE
)
_BULLET = re.compile(rf"(?P<style>[{BULLET}{INNER_BULLET}]|[*–—-])(?:\s+|$)(?P<rest>.*)")

_LABELLED = re.compile(
    rf"(?![IVX]{{1,5}}[.–-]\d)(?P<label>{_CAPITAL}[^\W\d_º]*)(?:[.°º/-]| [Nn][.°ºo]+| #)* ?"
    rf"(?:(?:\d{{1,4}}[/-](?=\d{{1,2}}\b))?(?P<digits>\d{{1,3}})|(?<= )(?P<roman>[IVX]{{1,5}})"
    rf"|(?<= )(?P<words>[^\W\d_]+(?: [^\W\d_]+)?))"
    rf"(?:(?:{_END})\s*|\s+(?={_CAPITAL})|$)(?P<rest>.*)"
)
_ORDINAL_WORDS = re.compile(
    rf"(?P<words>{_CAPITAL}[^\W\d_]+(?: [^\W\d_]+)?)\s*(?:\.-|[.:)]|[-–—](?= ))-?\s*(?P<rest>.*)"
)
_LABEL_LENGTH = 3
"""Letters that identify a label: «Art. 3» continues from «Artículo 2»."""

_ROMAN_NUMERALS = {roman(number): number for number in range(1, 40)}

BARE = " "
"""The style of a number with nothing between it and its text («1 Adopt …»)."""
IN_WORDS = "words"
"""The style of an ordinal in words («PRIMERO:»)."""


class MarkKind(StrEnum):
    """What a mark is or counts with."""

    NUMBER = "number"
    DECIMAL = "decimal"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"
    INNER = "inner"


class Form(NamedTuple):
    """A possible mark at the start of a line; `rest` is where the text after it starts."""

    kind: MarkKind
    ordinal: int
    style: str
    rest: int


_PATTERNS = {
    MarkKind.NUMBER: _NUMBER,
    MarkKind.DECIMAL: _DECIMAL,
    MarkKind.LETTER: _LETTER,
    MarkKind.ROMAN: _ROMAN,
    MarkKind.BULLET: _BULLET,
    MarkKind.INNER: _INNER,
}


def forms_of(text: str, agenda: Sequence[list[str]]) -> Iterator[Form]:
    """Yield the possible readings of a line's mark; «i)» is a letter or a Roman numeral.

    A label and number before one of the folded phrases in `agenda` are an agenda item's heading, no mark.
    """
    for kind, pattern in _PATTERNS.items():
        match = pattern.fullmatch(text)
        ordinal = _ordinal(kind, match["ordinal"]) if match and kind is not MarkKind.BULLET else 0
        if match and ordinal is not None:
            yield Form(kind, ordinal, match["style"].strip() or match["style"], match.start("rest"))
    if text[:1].isupper():
        yield from _spelled_forms(text, agenda)


def roman_ordinal(written: str) -> int | None:
    """Return the value of a Roman numeral up to 39, or None."""
    return _ROMAN_NUMERALS.get(written.lower())


def label_letter(style: str) -> str:
    """Return the letter before the numbers of a style («A3», «R1»), or ""."""
    return style.upper() if len(style) == 1 and style.isalpha() else ""


def is_labelled(style: str) -> bool:
    """Tell whether numbers of a style follow a word: «Artículo 3»."""
    return len(style) == _LABEL_LENGTH and style.isalpha()


def needs_company(style: str) -> bool:
    """Tell whether a style's marks count only in a series: a lone «Resolución 4» may be just words."""
    return style == BARE or style.isalpha()


def _spelled_forms(text: str, agenda: Sequence[list[str]]) -> Iterator[Form]:
    """Yield numbers with a label («ACUERDO 3», «Artículo IV», «OP1») and ordinals in words."""
    match = _ORDINAL_WORDS.fullmatch(text)
    ordinal = _ordinal_in_words(match["words"]) if match else None
    if match and ordinal:
        yield Form(MarkKind.NUMBER, ordinal, IN_WORDS, match.start("rest"))
        return
    match = _LABELLED.fullmatch(text)
    rest = words(match["rest"]) if match else []
    if match is None or any(rest[: len(phrase)] == phrase for phrase in agenda):
        return
    if match["digits"]:
        ordinal = int(match["digits"])
    elif match["roman"]:
        ordinal = roman_ordinal(match["roman"])
    else:
        ordinal = _ordinal_in_words(match["words"])
    if ordinal:
        yield Form(MarkKind.NUMBER, ordinal, fold(match["label"])[:_LABEL_LENGTH], match.start("rest"))


def _ordinal_in_words(written: str) -> int | None:
    """Return the value of a text that is nothing but an ordinal in words («Décimo segundo»)."""
    tokens = WORD.findall(fold(written))
    found = ordinal_at(tokens, 0) if ORDINAL_WORDS.intersection(tokens) else None
    return found[0] if found and found[1] == len(tokens) else None


def _ordinal(kind: MarkKind, written: str) -> int | None:
    written = written.lower()
    if kind is MarkKind.LETTER:
        return ord(written) - ord("a") + 1
    if kind is MarkKind.ROMAN:
        return roman_ordinal(written)
    return int(written)
