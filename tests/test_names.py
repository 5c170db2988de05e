"""No body, country or group that a forum owns is named in code or in the data of languages.

Names are looked for as reading does: acronyms in capitals only. What every forum may call its members is
language, and so is what bodies are (a forum may call one just «Secretaría»). Comments, docstrings and the
example that a cue shows decide nothing.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from knowledge.language.datafiles import BUILT_IN, read_lines
from knowledge.language.folding import fold
from knowledge.language.forum_parties import load_parties
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.words import load_structure
from knowledge.values.parties import PartyKind
from tests.support.forums import FISHERIES, STATISTICS, forum_folder

ROOT = Path(__file__).parents[1]
SHOWN_ONLY = "example"
OF_THE_WORLD = {
    "official_names.yaml",
    "word_frequencies.txt",  # counted in texts of every sort
}


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> list[PartyRegister]:
    """What each forum calls its own; a bare one shows what any forum has."""
    data = [BUILT_IN]
    data += [forum_folder(tmp_path_factory.mktemp("forum"), text) for text in (FISHERIES, STATISTICS)]
    generic = {
        party.name
        for party in load_parties(forum_folder(tmp_path_factory.mktemp("bare"), "name: Liga"))
        if party.kind is PartyKind.GROUP
    }
    return [
        PartyRegister(party for party in load_parties(each) if not (party.abroad or party.name in generic))
        for each in data
    ]


def strings_of_code() -> Iterator[tuple[str, str]]:
    for folder in ("bot", "handlers", "knowledge"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            explaining = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and id(node) not in explaining
                ):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def entries_of_data() -> Iterator[tuple[str, str]]:
    for path in sorted(BUILT_IN.language.rglob("*")):
        if path.name in OF_THE_WORLD:
            continue
        if path.suffix == ".yaml":
            content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- scalars only
            yield from ((path.name, entry) for entry in entries_in(content))
        elif path.is_file():
            yield from ((f"{path.name}:{number}", line) for number, line in read_lines(path))


def entries_in(content: object) -> Iterator[str]:
    if isinstance(content, dict):
        for key, value in content.items():
            if key != SHOWN_ONLY:
                yield key
                yield from entries_in(value)
    elif isinstance(content, list):
        for value in content:
            yield from entries_in(value)
    else:
        yield str(content)


@pytest.mark.parametrize("texts", [strings_of_code, entries_of_data])
def test_nothing_that_a_forum_owns_is_named(
    texts: Callable[[], Iterator[tuple[str, str]]], registers: list[PartyRegister]
) -> None:
    nouns = load_structure(BUILT_IN.language).body_nouns
    named = [
        (place, text[mention.start : mention.end])
        for place, text in texts()
        for register in registers
        for mention in register.find(text)
    ]
    assert [(place, name) for place, name in named if fold(name) not in nouns] == []
