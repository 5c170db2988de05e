"""Load the data files that people edit; a mistake is reported with its file and line."""

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge.values.base import Value
from knowledge.values.errors import FaultyData
from knowledge.values.notices import Notice, mark, notice


class DataFolders(Value):
    """The folders of data files: for the languages, for one forum, and for learned data."""

    language: Path
    forum: Path
    learned: Path


_SHIPPED = Path(__file__).parent.parent / "data"
BUILT_IN = DataFolders(language=_SHIPPED / "language", forum=_SHIPPED / "crm", learned=_SHIPPED / "learned")
"""The data files that ship with the product."""

_NOT_UNDERSTOOD = notice(mark("no se entiende la sangría o la puntuación"))
T = TypeVar("T")
_Location = tuple[int | str, ...]


class Unfit(ValueError):
    """The error of a validator of a data file, with its message and the location in the content."""

    def __init__(self, problem: Notice, at: _Location = ()) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.at = at


_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def faulty(path: Path, line: int, problem: Notice) -> FaultyData:
    """Build the error for a mistake on a line of a file; `line` counts from 1."""
    return FaultyData(
        notice(mark("{file}, línea {line}: {problem}"), file=path.name, line=line, problem=problem)
    )


def read_lines(path: Path) -> list[tuple[int, str]]:
    """Read a file of one entry per line: its line numbers and entries, without comments (#) and empty lines.

    Raises:
        FaultyData: the file is missing or not UTF-8.
    """
    lines = (
        (number, line.split("#", 1)[0].strip()) for number, line in enumerate(read_text(path).splitlines(), 1)
    )
    return [(number, line) for number, line in lines if line]


def load_yaml(path: Path, kind: type[T]) -> T:
    """Read a YAML file as a `kind` (a pydantic model, or a list or mapping of them).

    All scalars are read as text before validation, so that `no` and `2017` mean what they look like.

    Raises:
        FaultyData: the file is missing, not YAML, or doesn't fit `kind`.
    """
    return parse_yaml(path, read_text(path), kind)


def parse_yaml(path: Path, text: str, kind: type[T]) -> T:
    """Parse a text as the YAML file of that name; see `load_yaml`."""
    parsed: T = _parsed(path, text, kind)  # type: ignore[arg-type]
    return parsed


@lru_cache(maxsize=64)  # a base is opened with the same few files again and again
def _parsed(path: Path, text: str, kind: Any) -> Any:  # noqa: ANN401  the cache knows no type variables
    """Parse the text of a YAML file; the result is shared, and must not be changed."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark_ = getattr(error, "problem_mark", None)
        line = mark_.line + 1 if mark_ else 1
        raise faulty(path, line, _NOT_UNDERSTOOD) from error
    if root is None:
        raise faulty(path, 1, notice(mark("el archivo está vacío")))
    lines: dict[_Location, int] = {}
    try:
        content = _plain(path, root, (), lines)
    except RecursionError as error:  # an alias of what it stands in
        raise faulty(path, 1, _NOT_UNDERSTOOD) from error
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        unfit = first.get("ctx", {}).get("error")
        at, problem = (unfit.at, unfit.problem) if isinstance(unfit, Unfit) else ((), _problem(first))
        raise faulty(path, _line_of((*first["loc"], *at), lines), problem) from error


def read_text(path: Path) -> str:
    """Read a UTF-8 file; raise FaultyData if it is missing or has another encoding."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise FaultyData(notice(mark("Falta el archivo de datos {file}."), file=path.name)) from error
    except OSError as error:
        raise FaultyData(notice(mark("No se puede leer {file}."), file=str(path))) from error
    except UnicodeDecodeError as error:
        raise faulty(path, 1, notice(mark("el archivo no está en UTF-8"))) from error


def _plain(path: Path, node: yaml.Node | None, location: _Location, lines: dict[_Location, int]) -> object:
    if node is None:
        return None
    lines[location] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise faulty(path, key.start_mark.line + 1, _NOT_UNDERSTOOD)
            if key.value in mapping:
                raise faulty(
                    path,
                    key.start_mark.line + 1,
                    notice(mark("«{field}» aparece dos veces"), field=key.value),
                )
            mapping[key.value] = _plain(path, value, (*location, key.value), lines)
            lines[*location, key.value] = key.start_mark.line + 1
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(path, value, (*location, index), lines) for index, value in enumerate(node.value)]
    return node.value


def _line_of(location: _Location, lines: dict[_Location, int]) -> int:
    while location and location not in lines:
        location = location[:-1]
    return lines.get(location, 1)


def _problem(error: ErrorDetails) -> Notice:
    field = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
    if error["type"] == "missing":
        return notice(mark("falta «{field}»"), field=field)
    if not field:
        return notice(mark("se esperan líneas «clave: valor» o «- elemento»"))
    if error["type"] == "extra_forbidden":
        return notice(mark("«{field}» no se conoce aquí"), field=field)
    return notice(mark("«{field}» no es válido: {value}"), field=field, value=str(error["input"])[:60])
