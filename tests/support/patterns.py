"""All our regular expressions, and hostile texts that take each of them as long as possible.

`python -m tests.support.patterns` prints, as JSON, the patterns that are compiled when everything is
imported, an act is read and questions are answered, with their flags and places.
"""

import importlib
import json
import pkgutil
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
OURS = ("bot", "handlers", "knowledge", "standin")
QUESTIONS = ("16a", "¿Qué debe hacer México en julio de 2017?", "who pays?", "¿Qué significa PPT?", "hola")
_OF_CATEGORY = {
    codes.CATEGORY_DIGIT: ("1", r"\d"),
    codes.CATEGORY_SPACE: (" ", r"\s"),
    codes.CATEGORY_WORD: ("a", r"\w"),
    codes.CATEGORY_NOT_DIGIT: ("a", r"\D"),
    codes.CATEGORY_NOT_SPACE: ("a", r"\S"),
    codes.CATEGORY_NOT_WORD: ("-", r"\W"),
}
_LETTERS = " aA1\n-.,;:()«»\"'/áÑzx#@=<>&|_€\t"
_MOST_REPEATED = 8
"""The number of repetitions from which a pattern counts as unbounded."""
_ENOUGH = 40
"""Repetitions of one pattern that are tried; those of names of months and the like are many and alike."""


class Pattern(NamedTuple):
    """A regular expression, and where it is compiled."""

    text: str
    flags: int
    place: str


def collect() -> list[Pattern]:
    """Return all patterns that our code compiles; run in a fresh process, which has compiled none yet."""
    found: dict[tuple[str, int], str] = {}
    compile_anew = re._compiler.compile  # type: ignore[attr-defined]

    def compile_and_note(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        compiled: re.Pattern[Any] = compile_anew(pattern, flags)
        frame: Any = sys._getframe(1)
        while Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back
        path = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in OURS:
            found.setdefault((pattern, compiled.flags), f"{path.relative_to(ROOT)}:{frame.f_lineno}")
        return compiled

    re._compiler.compile = compile_and_note  # type: ignore[attr-defined]
    for name in OURS:
        for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    _use()
    return [Pattern(text, flags, place) for (text, flags), place in found.items()]


def _use() -> None:
    """Read an act and answer, for the patterns that are only compiled then."""
    from bot.services import open_services  # noqa: PLC0415  not before patterns are noted
    from bot.settings import Settings  # noqa: PLC0415  likewise

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, data=Path(folder) / "data", encoder=False)
        with open_services(settings) as services:
            for question in QUESTIONS:
                services.base.ask(question, today=date(2017, 7, 1), language="es")


def hostile(pattern: Pattern, length: int) -> Iterator[str]:
    """Yield texts of about `length` that repeat a part that the pattern repeats, with white space folded."""
    tried = set()
    repeated = list(_repeated(parser.parse(pattern.text, pattern.flags)))[:_ENOUGH]
    for before, part in repeated:
        for beginning in {before, ""}:
            for end in ("", "\N{SNOWMAN}"):
                text = re.sub(r"\s+", " ", beginning + part * (length // len(part))) + end
                if len(text) > length // 4 and text not in tried:
                    tried.add(text)
                    yield text


def _repeated(parts: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield examples of each part that a pattern repeats without bound, and of the text before it."""
    for place, (code, value) in enumerate(parts):
        so_far = before + _example(parts[:place])
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            _, most, body = value
            if most >= _MOST_REPEATED:
                yield from ((so_far, example) for example in _examples(body))
            yield from _repeated(body, so_far)
        else:
            for body in _bodies(code, value):
                yield from _repeated(body, so_far)


def _bodies(code: Any, value: Any) -> Iterator[Any]:
    if code is codes.SUBPATTERN:
        yield value[3]
    elif code is codes.ATOMIC_GROUP:
        yield value
    elif code is codes.BRANCH:
        yield from value[1]
    elif code in {codes.ASSERT, codes.ASSERT_NOT}:
        yield value[1]


def _examples(parts: Any) -> list[str]:
    """List some texts that a repeated part matches."""
    if len(parts) == 1:
        code, value = parts[0]
        if code is codes.IN:
            return _in_set(value)
        bodies = [] if code in {codes.ASSERT, codes.ASSERT_NOT} else list(_bodies(code, value))
        return [example for body in bodies[:6] for example in _examples(body)] or _one(parts)
    return _one(parts)


def _one(parts: Any) -> list[str]:
    return [example] if (example := _example(parts)) else []


def _example(parts: Any) -> str:
    """Make a text that matches some parts of a pattern, ignoring lookarounds and back-references."""
    return "".join(_example_of(code, value) for code, value in parts)


def _example_of(code: Any, value: Any) -> str:  # noqa: PLR0911  one way for each code
    if code is codes.LITERAL:
        return chr(value)
    if code in {codes.ANY, codes.NOT_LITERAL}:
        return "b" if value == ord("a") else "a"
    if code is codes.IN:
        return _in_set(value)[0]
    if code is codes.CATEGORY:
        return _first(code, value)
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return _example(value[2]) * int(value[0])
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return ""
    return next((_example(body) for body in _bodies(code, value)), "")


def _in_set(items: Any) -> list[str]:
    """List some characters of a set."""
    if items[0][0] is not codes.NEGATE:
        return [_first(code, value) for code, value in items][:6]
    excluded = re.compile(f"[{''.join(_written(code, value) for code, value in items[1:])}]")
    return [letter for letter in _LETTERS if not excluded.match(letter)][:4] or ["\u4e00"]


def _first(code: Any, value: Any) -> str:
    if code is codes.CATEGORY:
        return _OF_CATEGORY[value][0]
    return chr(value[0] if code is codes.RANGE else value)


def _written(code: Any, value: Any) -> str:
    if code is codes.CATEGORY:
        return _OF_CATEGORY[value][1]
    if code is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return re.escape(chr(value))


if __name__ == "__main__":
    json.dump(collect(), sys.stdout)
