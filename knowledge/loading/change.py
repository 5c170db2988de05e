"""What a load does to the files of acts, before it is done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.language.datafiles import read_lines
from knowledge.loading.act_files import acts_in, sha256_of
from knowledge.reading.reviews import PAGE_SUFFIX, SUFFIX
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.documents import Document

_FOR_PEOPLE = (
    "# Actas de fábrica que la secretaría retiró, una por línea. Built-in acts taken out, one a line.\n"
)


@dataclass(frozen=True)
class Change:
    """Which copies of acts come in, which files go, and which built-in acts are kept out from then on.

    `kept_out` is None where that stays as it is.
    """

    arriving: Sequence[Path] = ()
    replaced: Sequence[Path] = ()
    leaving: Sequence[Path] = ()
    kept_out: frozenset[str] | None = None


def act_files(folder: DataFolder, built_in: Path, change: Change = Change()) -> list[Path]:
    """List the files to read; of two with one name, whatever their kind, the later one counts.

    So an act in the data folder replaces the built-in one, and one that comes in replaces both.
    """
    kept_out = kept_out_in(folder) if change.kept_out is None else change.kept_out
    own = sorted(acts_in(folder.acts), key=_age)
    shipped = (path for path in acts_in(built_in) if path.name not in kept_out)
    left_out = {*change.replaced, *change.leaving}
    files = (path for group in (shipped, own, change.arriving) for path in group if path not in left_out)
    return list({path.stem: path for path in files}.values())


def kept_out_in(folder: DataFolder) -> frozenset[str]:
    """Return the names of the built-in acts that were taken out."""
    if not folder.retired.exists():
        return frozenset()
    return frozenset(line for _, line in read_lines(folder.retired))


def write_kept_out(path: Path, names: Iterable[str]) -> None:
    """Write down which built-in acts are taken out."""
    path.write_text(_FOR_PEOPLE + "".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")


def going(folder: DataFolder, change: Change) -> list[Path]:
    """List the files of the data folder that a change takes away."""
    names, stems = ({getattr(copy, part) for copy in change.arriving} for part in ("name", "stem"))
    replaced = [
        old
        for old in acts_in(folder.acts)
        if old.name not in names and (old in change.replaced or old.stem in stems)
    ]
    return [*replaced, *change.leaving]


def retirement(folder: DataFolder, built_in: Path, document: Document) -> Change:
    """Return the change that takes an act out, with what was written beside it."""
    shipped = (path.name for path in acts_in(built_in) if _holds(path, document))
    return Change(
        leaving=tuple(_files_of(folder.acts, document)), kept_out=kept_out_in(folder).union(shipped)
    )


def _files_of(acts: Path, document: Document) -> Iterator[Path]:
    yield from (path for path in acts_in(acts) if _holds(path, document))
    for name in dict.fromkeys((document.slug, Path(document.source).stem)):
        beside = (acts / f"{name}{suffix}" for suffix in (SUFFIX, PAGE_SUFFIX))
        yield from (path for path in beside if path.is_file())


def _holds(path: Path, document: Document) -> bool:
    """Tell whether a file is an act's, or a copy of it."""
    return path.stem == document.slug or path.name == document.source or sha256_of(path) == document.sha256


def _age(path: Path) -> float:
    return path.stat().st_mtime
