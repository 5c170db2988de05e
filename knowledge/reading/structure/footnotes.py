"""Remove footnotes: the marks in the text, and the notes themselves."""

import re
from collections.abc import Iterable, Iterator

from knowledge.reading.files.marks import BULLET, NOTE_SIGN, PAGE_BREAK, PARAGRAPH_END

_RAISED = rf"[⁰¹²³⁴-⁹{NOTE_SIGN}]+"
_RAISED_CALL = re.compile(rf"(?<=\S) ?{_RAISED}(?=[\s.,;:)\]»”]|$)|{_RAISED}", re.MULTILINE)
_RAISED_DIGITS = re.compile("[⁰¹²³⁴-⁹]+")
_BRACKETED_CALL = re.compile(r"(?<=[\w.,;:)»”\"])\[(\d{1,3})\]")
_SPACED_CALL = re.compile(r"(?<=\w) \[(\d{1,3})\](?=[\s.,;:)»”]|$)", re.MULTILINE)
_STARRED_CALL = re.compile(r"(?<=\w)(\*{1,3})(?=[\s.,;:)»”]|$)", re.MULTILINE)
_GLUED_CALL = re.compile(
    r"(?:(?<=[^\W\d_A-Z]{3})|(?P<year>(?<=\b(?:19|20)\d\d)))[.,;»”\"]?(?P<number>\d{1,2})(?=[\s,.;:)»”]|$)",
    re.MULTILINE,
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_BRACKETED_NOTE = re.compile(r"^\[(\d{1,3})\]", re.MULTILINE)
_NOTE_START = re.compile(
    rf"(?:(?P<raised>{_RAISED})|\[(\d{{1,3}})\]|(\*{{1,3}})|(?P<plain>\d{{1,2}})(?= ?{_CAPITAL})) ?(?=\S)"
)
_RULE = re.compile(r"[_–—-]{3,}")
_ITEM = re.compile(rf"(?:\d{{1,3}}|[a-z])(?:\.-|[.)])(?!\d)|{BULLET}")


def drop_footnotes(text: str) -> str:
    """Drop footnote marks («Unidas¹», «2020[3]», «Unidas1», «2020*») and the notes.

    Plain digits at the end of a word are marks only if they count up from 1 through the text, so «SIEMCA2»
    stays; after a year, only if the note is below.
    """
    noted = {found[1] for found in _BRACKETED_NOTE.finditer(text)}
    called = {*_BRACKETED_CALL.findall(text), *(noted & set(_SPACED_CALL.findall(text)))}
    stars = set(_STARRED_CALL.findall(text))
    # If the note itself has brackets, a line that starts with the bare number is an item.
    plain = frozenset(called - noted)
    pages = [_without_notes(page, frozenset(called | stars), plain) for page in text.split(PAGE_BREAK)]
    kept = _BRACKETED_CALL.sub("", PAGE_BREAK.join(_without_glued(pages)))
    kept = _SPACED_CALL.sub(lambda found: "" if found[1] in called else found[0], kept)
    return _RAISED_CALL.sub("", _STARRED_CALL.sub("", kept))


def _without_glued(pages: Iterable[str]) -> Iterator[str]:
    """Drop marks in plain digits, and their notes."""
    called = 0
    for page in pages:
        calls: list[re.Match[str]] = []
        for call in _GLUED_CALL.finditer(page):
            number = int(call["number"])
            if number == called + 1 and (call["year"] is None or _has_note(page, number, call.end())):
                called = number
                calls.append(call)
        kept = page
        for call in reversed(calls):
            kept = kept[: call.start("number")] + kept[call.end("number") :]
        numbers = frozenset(call["number"] for call in calls)
        yield _without_notes(kept, numbers, numbers)


def _has_note(page: str, number: int, after: int) -> bool:
    return bool(re.compile(rf"\n{number} ?{_CAPITAL}").search(page, after))


def _without_notes(page: str, called: frozenset[str], plain: frozenset[str]) -> str:
    """Drop notes, each up to the end of its paragraph or the next item.

    A note may start with plain digits if they are in `plain`, or if the mark in the text above was raised.
    """
    kept: list[str] = []
    raised: set[str] = set()
    is_note = False
    for line in page.split("\n"):
        start = _NOTE_START.match(line)
        if start and _is_note(start, called, plain | raised):
            is_note = True
            if kept and _RULE.fullmatch(kept[-1]):
                kept.pop()
        elif not line.strip() or line == PARAGRAPH_END or _ITEM.match(line):
            is_note = False
        if not is_note:
            kept.append(line)
            raised.update(each.translate(_PLAIN) for each in _RAISED_DIGITS.findall(line))
    return "\n".join(kept)


def _is_note(start: re.Match[str], called: frozenset[str], plain: frozenset[str]) -> bool:
    _, bracketed, starred, bare = start.groups()
    return bool(start["raised"]) or bracketed in called or starred in called or bare in plain
