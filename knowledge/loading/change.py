"""The changes to act files that a load is about to make."""

import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.language.datafiles import read_lines
from knowledge.loading.act_files import acts_in, sha256_of
from knowledge.reading.reviews import PAGE_SUFFIX, SUFFIX
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.documents import Document

_DIGEST = 12
"""Characters of a digest that tell the archived versions of an act apart."""

_FOR_PEOPLE = (
    "# Actas de fábrica que la secretaría retiró, una por línea. Built-in acts taken out, one a line.\n"
)


@dataclass(frozen=True)
class Change:
    """Copies of acts to add, files to remove, and built-in acts to keep out from then on.

    If `kept_out` is None, the current ones stay kept out. `review` is a new review file, named as it will be
    beside the acts.
    """

    arriving: Sequence[Path] = ()
    replaced: Sequence[Path] = ()
    leaving: Sequence[Path] = ()
    kept_out: frozenset[str] | None = None
    review: Path | None = None


def act_files(folder: DataFolder, built_in: Path, change: Change = Change()) -> list[Path]:
    """List the files to read; of two with the same stem, whatever their type, the later one counts.

    So an act in the data folder replaces a built-in one, and an arriving act replaces both.
    """
    kept_out = kept_out_in(folder) if change.kept_out is None else change.kept_out
    own = sorted(acts_in(folder.acts), key=_age)
    shipped = (path for path in acts_in(built_in) if path.name not in kept_out)
    left_out = {*change.replaced, *change.leaving}
    files = (path for group in (shipped, own, change.arriving) for path in group if path not in left_out)
    return list({path.stem: path for path in files}.values())


def kept_out_in(folder: DataFolder) -> frozenset[str]:
    """Return the names of the built-in acts that were retired."""
    if not folder.retired.exists():
        return frozenset()
    return frozenset(line for _, line in read_lines(folder.retired))


def files_put(folder: DataFolder, change: Change) -> dict[str, Path]:
    """Return the files that a change puts into the data folder, by their place there; needs the turn."""
    put = {folder.acts / copy.name: copy for copy in change.arriving}
    if folder.new_thesaurus.exists():
        put[folder.thesaurus] = folder.new_thesaurus
    if change.review:
        put[folder.acts / change.review.name] = change.review
    if change.kept_out is not None:
        note = folder.incoming / folder.retired.name
        folder.incoming.mkdir(exist_ok=True)
        lines = "".join(f"{name}\n" for name in sorted(change.kept_out))
        note.write_text(_FOR_PEOPLE + lines, encoding="utf-8")
        put[folder.retired] = note
    return {str(place.relative_to(folder.path)): path for place, path in put.items()}


def archive(folder: DataFolder, change: Change, leaving: Collection[Path]) -> None:
    """Keep a copy of act files that leave the folder or are overwritten by another version."""
    overwritten = (folder.acts / copy.name for copy in change.arriving)
    for path in (*leaving, *(path for path in overwritten if path.exists())):
        folder.archive.mkdir(exist_ok=True)
        shutil.copyfile(path, folder.archive / f"{sha256_of(path)[:_DIGEST]}-{path.name}")


def going(folder: DataFolder, change: Change) -> list[Path]:
    """List the files that a change removes from the data folder."""
    names, stems = ({getattr(copy, part) for copy in change.arriving} for part in ("name", "stem"))
    replaced = [
        old
        for old in acts_in(folder.acts)
        if old.name not in names and (old in change.replaced or old.stem in stems)
    ]
    return [*replaced, *change.leaving]


def retirement(folder: DataFolder, built_in: Path, document: Document) -> Change:
    """Return the change that retires an act, together with its corrections and their page."""
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
