"""Build knowledge.db from the acts at hand: aside, checked, and put in place in one step."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.upkeep import ensure_vectors, vector_writer
from knowledge.reading.files.kinds import suffix_for
from knowledge.reading.reviews import PAGE_SUFFIX, SUFFIX, apply_review, review_beside
from knowledge.stores.building import IndexWriter, build_base
from knowledge.stores.data_folder import DataFolder, publish
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.validation import find_fault
from knowledge.values.acts import Act
from knowledge.values.base import Value
from knowledge.values.errors import FaultyData, ReloadRefused, StoreUnusable, UnreadableAct
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.progress import Progress, show_nothing

ACT_SUFFIXES = frozenset({".txt", ".pdf", ".docx", ".html", ".htm"})
"""Kinds of files that acts come as."""

ReadAct = Callable[[Path], Act]
"""Reads one file; raises UnreadableAct."""


def edition_of(data: DataFolders = BUILT_IN) -> str:
    """Return a name that changes with the program, its data files, and what the forum's folder holds."""
    kinds = {".py", ".yaml", *ACT_SUFFIXES}
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, data.forum):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in kinds and path.is_file()):
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class LoadReport(Value):
    """What a load put into the base, and what a person should look at."""

    acts: int
    provisions: int
    commitments: int
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Loader:
    """Load the acts of a data folder, on top of those in the folder `built_in`, where there is one.

    `doubts` is what a person should know of the forum's description; every report says it. What acts say is
    encoded, too, where there is an `encoder`; `progress` is told how far that is.
    """

    folder: DataFolder
    read: ReadAct
    write_index: IndexWriter
    built_in: Path = BUILT_IN.forum / "acts"
    edition: str = field(default_factory=edition_of)
    doubts: tuple[Notice, ...] = ()
    encoder: Encoder | None = None
    progress: Progress = show_nothing

    def ensure_built(self) -> LoadReport | None:
        """Build the base unless a sound one of this edition is there; return what was loaded, if anything.

        One that was built without the encoder's vectors gets them.

        Raises:
            ReloadRefused: the acts make no valid base.
            StoreUnusable: the base cannot be written.
        """
        if self._is_sound():
            if self.encoder:
                ensure_vectors(self.folder, self.encoder, self.progress)
            return None
        with self.folder.locked(wait=True):
            if self._is_sound():
                return None
            first = not self.folder.knowledge.exists()
            report = self._build()
        if first:
            return report
        rebuilt = notice(
            mark("La base estaba dañada, o era de otra versión del programa o de los datos: se ha rehecho.")
        )
        return report.model_copy(update={"warnings": (rebuilt, *report.warnings)})

    def rebuild(self) -> LoadReport:
        """Build the base anew from all acts and put it in place of the old one.

        Raises:
            ReloadRefused: the acts make no valid base, or another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self.folder.locked():
            return self._rebuild()

    def add(self, path: Path, *, replace: bool = False) -> LoadReport:
        """Take an act into the data folder, under its slug, and build the base with it.

        With `replace` it takes the place of another version of the same meeting's act.

        Raises:
            UnreadableAct: the file is not an act that can be read.
            ReloadRefused: another version is there, the acts make no valid base, or another load is under
                way; nothing has changed.
            StoreUnusable: the act or the base cannot be written; nothing has changed.
        """
        with self.folder.locked():
            act = self.read(path)
            _refuse_faulty(path, act)
            if act.sha256 in map(_sha256, self._act_files()):
                known = notice(mark("{file} ya estaba cargada."), file=path.name)
                report = self._rebuild()
                return report.model_copy(update={"warnings": (known, *report.warnings)})
            others = [other for other in self._act_files() if other.stem == act.slug]
            if others and not replace:
                raise _other_version(path, others[0])
            self.folder.incoming.mkdir()
            copy = self.folder.incoming / f"{act.slug}{suffix_for(path)}"
            shutil.copyfile(path, copy)
            return self._rebuild(copy)

    def add_synonyms(self, line: str) -> LoadReport:
        """Add a notion to the thesaurus, e.g. «pasaporte | libreta de viaje», and build the base with it.

        Raises:
            FaultyData: the line has fewer than two variants; nothing has changed.
            ReloadRefused: another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self.folder.locked():
            path = self.folder.thesaurus
            before = path.read_bytes() if path.exists() else b""
            try:
                path.write_bytes(before + f"{' '.join(line.split())}\n".encode())
                return self._rebuild()
            except BaseException:
                path.write_bytes(before)
                raise

    def _is_sound(self) -> bool:
        try:
            store = KnowledgeStore.open(self.folder.knowledge)
            with closing(store):
                if not self.folder.is_vouched_for:
                    store.check()
                    self.folder.vouch()
                return store.edition == self.edition
        except StoreUnusable:
            return False

    def _act_files(self, *incoming: Path) -> list[Path]:
        """List the files to read; of two with one name, whatever their kind, the later one counts.

        So an act in the data folder replaces the built-in one, and one that comes in replaces both.
        """
        folders = (_acts_in(self.built_in), sorted(_acts_in(self.folder.acts), key=_age), incoming)
        return list({path.stem: path for folder in folders for path in folder}.values())

    def _rebuild(self, *incoming: Path) -> LoadReport:
        report = self._build(*incoming)
        fault = self.encoder.fault if self.encoder else None
        return report.model_copy(update={"warnings": (*report.warnings, fault)}) if fault else report

    def _build(self, *incoming: Path) -> LoadReport:
        selection = _Selection(self._act_files(*incoming), self.read, self.built_in, self.folder.acts)
        new = self.folder.new_knowledge
        writers = (vector_writer(self.folder, self.encoder, self.progress),) if self.encoder else ()
        build_base(new, selection, self.write_index, *writers, edition=self.edition)
        for copy in incoming:
            publish(copy, self.folder.acts / copy.name)
            for old in self.folder.acts.glob(f"{copy.stem}.*"):
                if _is_act(old) and old.name != copy.name:
                    old.unlink()
        publish(new, self.folder.knowledge)
        self.folder.vouch()
        report = selection.report(_strangers_in(self.folder.acts))
        return report.model_copy(update={"warnings": (*self.doubts, *report.warnings)})


class _Selection:
    """The acts of one load: read one at a time, checked on their own and against each other, counted."""

    def __init__(self, paths: Iterable[Path], read: ReadAct, built_in: Path, reviews: Path) -> None:
        self._paths = paths
        self._read = read
        self._built_in = built_in
        self._reviews = reviews
        self._applied: set[Path] = set()
        self._by_slug: dict[str, Path] = {}
        self._by_sha256: dict[str, Path] = {}
        self._provisions = 0
        self._commitments = 0
        self._warnings: list[Notice] = []

    def __iter__(self) -> Iterator[Act]:
        for path in self._paths:
            act = self._act(path)
            twin = self._by_sha256.setdefault(act.sha256, path)
            if twin.parent == self._built_in and twin != path:
                continue  # a copy of a built-in act: once is enough
            other = self._by_slug.setdefault(act.slug, path)
            for earlier in (twin, other):
                if earlier != path:
                    raise _same_meeting(act, path, earlier)
            self._count(path, act)
            yield act

    def report(self, strangers: list[Path]) -> LoadReport:
        """Report what was loaded, and the files beside the acts that are none."""
        ignored = [
            notice(mark("Se pasa por alto {file}: no es .txt, .pdf, .docx ni .html."), file=path.name)
            for path in strangers
        ]
        lost = [
            notice(mark("Las correcciones de {file} no son de ningún acta cargada."), file=path.name)
            for path in sorted(self._reviews.glob(f"*{SUFFIX}"))
            if path not in self._applied
        ]
        return LoadReport(
            acts=len(self._by_slug),
            provisions=self._provisions,
            commitments=self._commitments,
            warnings=(*self._warnings, *lost, *ignored),
        )

    def _act(self, path: Path) -> Act:
        try:
            act = self._reviewed(self._read(path))
        except (UnreadableAct, FaultyData) as error:
            # Its notice names the file.
            raise ReloadRefused(
                notice(mark("{problem} No se ha cambiado nada."), problem=error.notice)
            ) from error
        _refuse_faulty(path, act)
        return act

    def _reviewed(self, act: Act) -> Act:
        review = review_beside(act, self._reviews)
        if review is None:
            return act
        self._applied.add(review)
        return apply_review(act, review)

    def _count(self, path: Path, act: Act) -> None:
        self._provisions += len(act.provisions)
        self._commitments += len(act.commitments)
        self._warnings += [
            notice("{file}: {warning}", file=path.name, warning=warning) for warning in act.warnings
        ]


def _refuse_faulty(path: Path, act: Act) -> None:
    fault = find_fault(act)
    if fault:
        sentence = mark("No se puede cargar {file}: {problem} No se ha cambiado nada.")
        raise ReloadRefused(notice(sentence, file=path.name, problem=fault))


def _other_version(path: Path, other: Path) -> ReloadRefused:
    return ReloadRefused(
        notice(
            mark(
                "Ya hay otra versión del acta de esa reunión ({other}); no se ha cambiado nada. Para poner "
                "{file} en su lugar, cárguela con --replace."
            ),
            file=path.name,
            other=other.name,
        )
    )


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _same_meeting(act: Act, path: Path, other: Path) -> ReloadRefused:
    return ReloadRefused(
        notice(
            mark("{file} y {other} son de la misma reunión ({slug}). Deje solo uno; no se ha cambiado nada."),
            file=path.name,
            other=other.name,
            slug=act.slug,
        )
    )


def _acts_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if _is_act(path)) if folder.is_dir() else []


def _strangers_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not (_is_act(path) or _is_expected(path)))


def _is_expected(path: Path) -> bool:
    """Tell files that stand beside acts: corrections, the pages that show them, and what systems hide."""
    return path.name.startswith(".") or path.name.endswith((SUFFIX, PAGE_SUFFIX))


def _is_act(path: Path) -> bool:
    return path.suffix.lower() in ACT_SUFFIXES and not _is_expected(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
