"""Take acts into a data folder, and put the base that holds them in the place of the old one."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN
from knowledge.loading.act_files import acts_in, strangers_in
from knowledge.loading.arrivals import Arrivals
from knowledge.loading.edition import edition_of
from knowledge.loading.readings import ReadAct, Readings, readings_for
from knowledge.loading.report import LoadReport
from knowledge.loading.selection import Selection, refused
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.upkeep import ensure_vectors, vector_writer
from knowledge.stores.building import IndexWriter, build_base
from knowledge.stores.data_folder import DataFolder, publish
from knowledge.stores.kept_acts import write_corrected
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.errors import FaultyData, ReloadRefused, StoreUnusable, UnreadableAct
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.progress import Progress, show_nothing


@dataclass(frozen=True)
class Loader:
    """Load the acts of a data folder, on top of those in the folder `built_in`, where there is one.

    `doubts` is what a person should know of the forum's description; every report says it. What acts say is
    encoded, too, where there is an `encoder`; `progress` is told how far that is, and `reading` how many acts
    are read.
    """

    folder: DataFolder
    read: ReadAct
    write_index: IndexWriter
    built_in: Path = BUILT_IN.forum / "acts"
    edition: str = field(default_factory=edition_of)
    doubts: tuple[Notice, ...] = ()
    encoder: Encoder | None = None
    progress: Progress = show_nothing
    reading: Progress = show_nothing

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
            with self._readings() as readings:
                report = self._build(readings)
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
        with self.folder.locked(), self._readings() as readings:
            return self._rebuild(readings)

    def add(self, *paths: Path, replace: bool = False) -> LoadReport:
        """Take acts into the data folder, each under its slug, and build the base once with all of them.

        One that is no act, or another version of one that is there, is left out, and the report says why;
        with `replace` such a version takes the other's place.

        Raises:
            UnreadableAct: the only file is not an act that can be read.
            ReloadRefused: the only file is left out, the acts that were there make no valid base any more, or
                another load is under way; nothing has changed.
            StoreUnusable: an act or the base cannot be written; nothing has changed.
        """
        with self.folder.locked(), self._readings() as readings:
            arrivals = Arrivals(readings, self.folder.incoming, replace)
            self._know_loaded(arrivals)
            for number, path in enumerate(paths, 1):
                error = arrivals.take(path)
                if error and len(paths) == 1:
                    raise error
                self.reading(number, len(paths))
            report = self._rebuild(readings, arrivals.copies, arrivals.replaced)
            return report.model_copy(
                update={
                    "news": tuple(arrivals.news),
                    "left_out": tuple(arrivals.left_out),
                    "warnings": (*arrivals.warnings, *report.warnings),
                }
            )

    def add_synonyms(self, line: str) -> LoadReport:
        """Add a notion to the thesaurus, e.g. «pasaporte | libreta de viaje», and build the base with it.

        The line stands aside until a base with it is built: a faulty one never stays, even if the program is
        killed.

        Raises:
            FaultyData: the line has fewer than two variants; nothing has changed.
            ReloadRefused: another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self.folder.locked(), self._readings() as readings:
            before = self.folder.thesaurus
            known = before.read_bytes() if before.exists() else b""
            self.folder.incoming.mkdir(exist_ok=True)
            self.folder.new_thesaurus.write_bytes(known + f"{' '.join(line.split())}\n".encode())
            return self._rebuild(readings)

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

    @contextmanager
    def _readings(self) -> Iterator[Readings]:
        with readings_for(self.folder, self.read, self.edition) as readings:
            yield readings

    def _act_files(self, incoming: Iterable[Path] = (), replaced: Iterable[Path] = ()) -> list[Path]:
        """List the files to read; of two with one name, whatever their kind, the later one counts.

        So an act in the data folder replaces the built-in one, and one that comes in replaces both.
        """
        folders = (acts_in(self.built_in), sorted(acts_in(self.folder.acts), key=_age), incoming)
        left_out = {*replaced}
        return list(
            {path.stem: path for folder in folders for path in folder if path not in left_out}.values()
        )

    def _know_loaded(self, arrivals: Arrivals) -> None:
        try:
            arrivals.know(self._act_files())
        except (UnreadableAct, FaultyData, ReloadRefused) as error:
            raise refused(error) from error

    def _rebuild(
        self, readings: Readings, incoming: Sequence[Path] = (), replaced: Sequence[Path] = ()
    ) -> LoadReport:
        report = self._build(readings, incoming, replaced)
        fault = self.encoder.fault if self.encoder else None
        return report.model_copy(update={"warnings": (*report.warnings, fault)}) if fault else report

    def _build(
        self, readings: Readings, incoming: Sequence[Path] = (), replaced: Sequence[Path] = ()
    ) -> LoadReport:
        selection = Selection(
            self._act_files(incoming, replaced),
            readings,
            self.built_in,
            self.folder.acts,
            show_nothing if incoming else self.reading,
        )
        new = self.folder.new_knowledge
        build_base(new, selection, *self._writers(selection), edition=self.edition)
        for copy in incoming:
            publish(copy, self.folder.acts / copy.name)
        names, stems = ({getattr(copy, part) for copy in incoming} for part in ("name", "stem"))
        for old in acts_in(self.folder.acts):
            if old.name not in names and (old in replaced or old.stem in stems):
                old.unlink()
        if self.folder.new_thesaurus.exists():
            publish(self.folder.new_thesaurus, self.folder.thesaurus)
        publish(new, self.folder.knowledge)
        self.folder.vouch()
        report = selection.report(strangers_in(self.folder.acts))
        return report.model_copy(update={"warnings": (*self.doubts, *report.warnings)})

    def _writers(self, selection: Selection) -> Iterator[IndexWriter]:
        yield lambda database: write_corrected(database, selection.corrected)
        yield self.write_index
        if self.encoder:
            yield vector_writer(self.folder, self.encoder, self.progress)


def _age(path: Path) -> float:
    return path.stat().st_mtime
