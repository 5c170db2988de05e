"""Load acts while questions are still answered from those already loaded."""

import logging
from collections.abc import Callable, Sequence
from operator import methodcaller
from pathlib import Path

from knowledge.language.datafiles import BUILT_IN, DataFolders, load_yaml
from knowledge.loading.apart import Apart, Loaders
from knowledge.loading.comparing import BaseChanges
from knowledge.loading.foreseeing import AskedQuestion, Foreseen
from knowledge.loading.golden import GOLDEN, GoldenQuestion, load_golden
from knowledge.loading.loader import Loader
from knowledge.loading.preview import Preview
from knowledge.loading.report import LoadReport
from knowledge.loading.snapshots import Snapshots
from knowledge.meaning.encoder import Encoder
from knowledge.reading.correcting import ReviewEdit
from knowledge.reading.reviews import CommitmentReview, Review, review_beside
from knowledge.stores.documents import Document
from knowledge.stores.marks import NO_MARKS, Marks
from knowledge.values.acts import Commitment
from knowledge.values.progress import Telling

_log = logging.getLogger(__name__)


class Upkeep:
    """Hold the loaded base, and change it.

    `open_loader` returns a loader with the current data files, including those of the forum in `data`.
    Without `encoder` answers are found by keywords alone. `marks` returns the officers' marks on commitments,
    in the thread in which questions are asked. Long work of a loader is done `apart`, if that is given.
    `settle` is called whenever a base was opened and the one before is out of use.
    """

    def __init__(
        self,
        open_loader: Callable[[], Loader],
        data: DataFolders = BUILT_IN,
        encoder: Encoder | None = None,
        marks: Callable[[], Marks] = lambda: NO_MARKS,
        apart: Apart | None = None,
        settle: Callable[[], None] = lambda: None,
    ) -> None:
        self._data = data
        self._encoder = encoder
        loader = open_loader()
        self._folder = loader.folder
        self._find_original = loader.original
        self._loaders = Loaders(open_loader, apart)
        report = loader.ensure_built()
        if report:
            _log.info("built the base: %d acts, %d provisions", report.acts, report.provisions)
            for warning in report.warnings:
                _log.warning("%s", warning)
        self._snapshots = Snapshots(loader.folder.knowledge, data, encoder, marks, settle)

    def close(self) -> None:
        """Close the store in use."""
        self._snapshots.close()

    def original(self, document: Document) -> Path | None:
        """Return the file that an act was read from, or None if it was changed or removed since."""
        return self._find_original(document)

    def corrections(self, document: Document) -> tuple[CommitmentReview, ...]:
        """List the corrections of an act; raise FaultyData if its review file has a mistake."""
        beside = review_beside(document, self._folder.acts)
        return load_yaml(beside, Review).commitments if beside else ()

    def foresee(self, slug: str, edit: ReviewEdit) -> tuple[Commitment, ...]:
        """Return a provision's commitments as they would be after an edit; see `Loader.foresee`."""
        return self._loaders.fresh().foresee(slug, edit)

    def load(self, change: Callable[[Loader], LoadReport], telling: Telling | None = None) -> LoadReport:
        """Change the base with a loader, and answer from the new one; raise what the loader raises.

        `telling` is told of the progress.
        """
        report = self._loaders.work(change, telling)
        self._snapshots.reopen()
        return report

    def reload(self) -> LoadReport:
        """Rebuild the base from the available acts, and answer from it; see `Loader.rebuild`."""
        return self.load(Loader.rebuild)

    @property
    def is_whole(self) -> bool:
        """Tell whether the base exists, and only loads have written to it."""
        return self._snapshots.is_whole

    def mend(self) -> LoadReport | None:
        """Rebuild the base if it is damaged or missing, and answer from it; return None if it was sound.

        Raises:
            ReloadRefused: the acts make no valid base.
            StoreUnusable: the base cannot be written.
        """
        report = self._loaders.work(Loader.ensure_built)
        self._snapshots.reopen()
        return report

    def foresee_synonyms(self, line: str, asked: Sequence[AskedQuestion]) -> Foreseen:
        """Foresee the effect of one more line in the thesaurus; see `Loader.foresee_synonyms`."""
        foreseen: Foreseen = self._loaders.work(methodcaller("foresee_synonyms", line, asked))
        return foreseen

    def golden(self) -> tuple[GoldenQuestion, ...]:
        """List the golden questions that each load checks; raise FaultyData if a file has a mistake."""
        return load_golden(self._data.forum / GOLDEN, self._folder.golden)

    def preview(self, *paths: Path, workplace: Path) -> Preview:
        """Preview adding files, and change nothing; see `Loader.preview`."""
        return self._loaders.fresh().preview(*paths, workplace=workplace)

    def before(self) -> BaseChanges | None:
        """Return what reverting would change; see `Loader.before`."""
        return self._loaders.fresh().before()

    @property
    def edition(self) -> str:
        """A name for the loaded base; it changes with every load."""
        return self._snapshots.edition
