"""Files to be added: which bring something new, and what to say of the others."""

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple, Self

from knowledge.loading.act_files import sha256_of
from knowledge.loading.comparing import bare_words
from knowledge.loading.readings import Readings
from knowledge.loading.report import LoadedFile
from knowledge.reading.files.kinds import suffix_for
from knowledge.values.acts import Act
from knowledge.values.errors import KnowledgeError, ReloadRefused, UnreadableAct
from knowledge.values.notices import Notice, mark, notice


class _Known(NamedTuple):
    """An act that is loaded or arrived earlier: its file, first day of its meeting, and text."""

    path: Path
    slug: str
    day: date | None
    words: frozenset[str]

    @classmethod
    def of(cls, act: Act, path: Path) -> Self:
        """Return the parts of an act that are compared, and its file."""
        return cls(path, act.slug, act.meeting.start, frozenset(map(bare_words, act.provisions)))

    def is_of_meeting(self, other: Self) -> bool:
        """Tell whether another act, of the same body, city and month, is a version of this one."""
        shared = len(self.words & other.words)
        return self.day == other.day or 2 * shared >= min(len(self.words), len(other.words))


@dataclass
class Arrivals:
    """Take files in one by one; each that brings something new is copied into `incoming` under its slug.

    With `replace` they take the place of other loaded versions of the same acts.
    """

    readings: Readings
    incoming: Path
    replace: bool
    copies: list[Path] = field(default_factory=list)
    loaded: list[LoadedFile] = field(default_factory=list)
    news: list[Notice] = field(default_factory=list)
    left_out: list[Notice] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    replaced: list[Path] = field(default_factory=list)
    _known: list[_Known] = field(default_factory=list)
    _by_sha256: dict[str, Path] = field(default_factory=dict)

    def know(self, loaded: Iterable[Path]) -> None:
        """Note the loaded acts; raise KnowledgeError if one can no longer be read."""
        for path in loaded:
            self._by_sha256[sha256_of(path)] = path
            self._known.append(_Known.of(self.readings.act(path), path))

    def take(self, path: Path) -> KnowledgeError | None:
        """Take a file in; return the error if it is left out."""
        try:
            self._take(path, self.readings.act(path))
        except (UnreadableAct, ReloadRefused) as error:
            self.left_out.append(error.notice)
            return error
        return None

    def _take(self, path: Path, act: Act) -> None:
        twin = self._by_sha256.get(act.sha256)
        if twin:
            self.warnings.append(_already_there(path, twin, is_new=twin in self.copies))
            return
        arrived = _Known.of(act, path)
        same = next((each for each in self._known if each[2:] == arrived[2:]), None)
        namesakes = [each for each in self._known if _is_named(each.slug, act.slug)]
        other = next((each for each in namesakes if each.is_of_meeting(arrived)), None)
        if same and not (self.replace and same == other and other.path not in self.copies):
            sentence = mark("{file} dice lo mismo que {other}: basta una.")
            self.warnings.append(notice(sentence, file=path.name, other=same.path.name))
            return
        if other and other.path in self.copies:
            raise _two_versions(path, other.path)
        if other and not self.replace:
            raise _other_version(path, other.path)
        self._accept(path, act, other, namesakes)

    def _accept(self, path: Path, act: Act, other: _Known | None, namesakes: Sequence[_Known]) -> None:
        slug = other.slug if other else _free_name(act.slug, {each.slug for each in namesakes})
        copy = self.incoming / f"{slug}{suffix_for(path)}"
        self.incoming.mkdir(exist_ok=True)
        shutil.copyfile(path, copy)
        if other:
            self._known.remove(other)
            self.replaced.append(other.path)
        self._known.append(_Known.of(self.readings.copy(act, copy), copy))
        self._by_sha256[act.sha256] = copy
        self.copies.append(copy)
        self.loaded.append(LoadedFile(slug=slug, name=path.name, sha256=act.sha256))
        sentence = mark("Nueva versión: {slug} ({file})") if other else mark("Nueva: {slug} ({file})")
        self.news.append(notice(sentence, slug=slug, file=path.name))


def _is_named(name: str, slug: str) -> bool:
    return re.fullmatch(rf"{re.escape(slug)}(-\d+)?", name) is not None


def _free_name(slug: str, taken: set[str]) -> str:
    """Choose a name for another meeting of the same body, city and month: the second is numbered 2."""
    if slug not in taken:
        return slug
    return next(name for number in range(2, len(taken) + 3) if (name := f"{slug}-{number}") not in taken)


def _already_there(path: Path, twin: Path, *, is_new: bool) -> Notice:
    if is_new:
        return notice(mark("{file} es igual que {other}: basta una."), file=path.name, other=twin.name)
    return notice(mark("{file} ya estaba cargada."), file=path.name)


def _other_version(path: Path, other: Path) -> ReloadRefused:
    return ReloadRefused(
        notice(
            mark(
                "Ya hay otra versión del acta de esa reunión ({other}): {file} no se ha cargado. Para poner "
                "esta en su lugar, cárguela con --replace."
            ),
            file=path.name,
            other=other.name,
        )
    )


def _two_versions(path: Path, other: Path) -> ReloadRefused:
    return ReloadRefused(
        notice(
            mark("{file} es otra versión del acta {slug}, que acaba de llegar; cargue solo una."),
            file=path.name,
            slug=other.stem,
        )
    )
