"""The house rules that a machine can keep: imports flow one way, and every module says what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LAYERS = (
    "knowledge.values",
    "knowledge.language",
    "knowledge.reading",
    "knowledge.stores",
    "knowledge.meaning",
    "knowledge.search",
    "knowledge.understanding",
    "knowledge.ranking",
    "knowledge.citing",
    "knowledge.opening",
    "knowledge.lists",
    "knowledge.tracking",
    "knowledge.answering",
    "knowledge.loading",
    "knowledge.base",
    "handlers",
    "standin",
    "bot",
)
"""From ground to roof: a module imports its own layer and those before it."""

KEPT_IN = {
    "telegram": ("handlers", "standin", "bot"),
    "sqlite3": ("knowledge.stores", "knowledge.meaning", "knowledge.search"),
    "sqlite_utils": ("knowledge.stores", "knowledge.meaning", "knowledge.search"),
}
"""Where a library may be imported."""

EMPTY_NAMES = {"utils", "helpers", "common", "manager", "misc", "const", "constants"}
"""Names that don't say what a module holds."""

MODULES = [
    pytest.param(path, id=str(path.relative_to(ROOT)))
    for package in ("knowledge", "handlers", "standin", "bot")
    for path in sorted((ROOT / package).rglob("*.py"))
]


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def is_in(module: str, package: str) -> bool:
    return f"{module}.".startswith(f"{package}.")


def layer_of(module: str) -> int | None:
    return next((number for number, layer in enumerate(LAYERS) if is_in(module, layer)), None)


@pytest.mark.parametrize("path", MODULES)
def test_imports_flow_one_way(path: Path) -> None:
    own = layer_of(name_of(path))

    upward = [module for module in imports_of(path) if (layer_of(module) or 0) > (own or 0)]

    assert upward == []


def test_the_stand_in_knows_nothing_of_the_bot() -> None:
    imported = {module for path in (ROOT / "standin").rglob("*.py") for module in imports_of(path)}

    assert {layer_of(module) for module in imported} == {None, LAYERS.index("standin")}


@pytest.mark.parametrize("path", MODULES)
def test_libraries_stay_where_they_belong(path: Path) -> None:
    strays = [
        module
        for module in imports_of(path)
        for library, homes in KEPT_IN.items()
        if is_in(module, library) and not any(is_in(name_of(path), home) for home in homes)
    ]

    assert strays == []


@pytest.mark.parametrize("path", MODULES)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert path.stem not in EMPTY_NAMES


def test_every_module_stands_in_a_layer() -> None:
    names = {name_of(parameter.values[0]) for parameter in MODULES if isinstance(parameter.values[0], Path)}

    assert {name for name in names if layer_of(name) is None} == {"knowledge"}
