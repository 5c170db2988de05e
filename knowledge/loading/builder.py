"""Build the base of a data folder aside, then replace the old one with it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN
from knowledge.loading.act_files import strangers_in
from knowledge.loading.change import Change, act_files, archive, files_put, going
from knowledge.loading.comparing import BaseChanges, compare_bases
from knowledge.loading.edition import edition_of
from knowledge.loading.readings import ReadAct, Readings, readings_for
from knowledge.loading.report import LoadReport
from knowledge.loading.selection import Selection
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.upkeep import vector_writer
from knowledge.stores.building import IndexWriter, build_base
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.generations import Generations
from knowledge.stores.kept_acts import write_corrected
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.errors import StoreUnusable
from knowledge.values.notices import Notice
from knowledge.values.progress import Progress, show_nothing

NO_CHANGE = Change()
"""Load the folder as it is."""

Inspect = Callable[[Path, Path], tuple[Notice, ...]]
"""Compares a new base with the old one, if any; returns what got worse, or raises KnowledgeError."""


def find_nothing_worse(_new: Path, _old: Path) -> tuple[Notice, ...]:
    """Accept any new base."""
    return ()


@dataclass(frozen=True)
class Builder:
    """Build the base from the acts of a data folder and those in the folder `built_in`.

    `doubts` are warnings about the forum's description, repeated in every report. With an `encoder` the
    provisions are encoded, too; `progress` follows the encoding, and `reading` counts the acts read. A new
    base replaces the old one only once `inspect` has compared them.
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
    inspect: Inspect = find_nothing_worse

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

    @contextmanager
    def _turn(self, *, wait: bool = False) -> Iterator[Generations]:
        """Take the turn to change the base, and finish any change during which a program was killed."""
        with self.folder.locked(wait=wait):
            generations = Generations(self.folder)
            generations.finish()
            yield generations

    def _rebuild(
        self, readings: Readings, change: Change = NO_CHANGE, *, tell_all: bool = False
    ) -> LoadReport:
        """Put a new base in place; warnings about acts are reported once, or again with `tell_all`."""
        report = self._build(readings, change, self.inspect, {} if tell_all else self._told())
        fault = self.encoder.fault if self.encoder else None
        return report.model_copy(update={"warnings": (*report.warnings, fault)}) if fault else report

    def _told(self) -> dict[str, tuple[Notice, ...]]:
        """Return the warnings about the loaded acts, by slug; empty without a usable base."""
        try:
            with closing(KnowledgeStore.open(self.folder.knowledge)) as store:
                return {each.slug: store.act(each.slug).warnings for each in store.documents()}
        except StoreUnusable:
            return {}

    def _build(
        self,
        readings: Readings,
        change: Change = NO_CHANGE,
        inspect: Inspect = find_nothing_worse,
        told: Mapping[str, Collection[Notice]] | None = None,
    ) -> LoadReport:
        selection = self._write_base(readings, change)
        new, leaving = self.folder.new_knowledge, going(self.folder, change)
        report = selection.report(strangers_in(self.folder.acts), leaving, told)
        worse = inspect(new, self.folder.knowledge)
        changes = self._changes(self.folder.knowledge, new)
        archive(self.folder, change, leaving)
        names = (str(path.relative_to(self.folder.path)) for path in leaving)
        Generations(self.folder).change(new, files_put(self.folder, change), names)
        warnings = (*self.doubts, *report.warnings)
        return report.model_copy(update={"warnings": warnings, "worse": worse, "changes": changes})

    def _write_base(self, readings: Readings, change: Change) -> Selection:
        """Build the new base aside; return the acts that it holds."""
        selection = Selection(
            act_files(self.folder, self.built_in, change),
            readings,
            self.built_in,
            self.folder.acts,
            show_nothing if change.arriving else self.reading,
            review=change.review,
        )
        build_base(self.folder.new_knowledge, selection, *self._writers(selection), edition=self.edition)
        return selection

    def _changes(self, old: Path, new: Path) -> BaseChanges | None:
        """Compare two bases; None where the old one cannot be used."""
        try:
            with closing(KnowledgeStore.open(old)) as before, closing(KnowledgeStore.open(new)) as after:
                return compare_bases(before, after)
        except StoreUnusable:
            return None

    def _writers(self, selection: Selection) -> Iterator[IndexWriter]:
        yield lambda database: write_corrected(database, selection.corrected)
        yield self.write_index
        if self.encoder:
            yield vector_writer(self.folder, self.encoder, self.progress)
