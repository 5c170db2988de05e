"""Take acts into a data folder, and replace its base with one that holds them."""

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from knowledge.loading.act_files import sha256_of
from knowledge.loading.arrivals import Arrivals
from knowledge.loading.builder import NO_CHANGE, Builder
from knowledge.loading.change import Change, act_files, retirement
from knowledge.loading.comparing import BaseChanges
from knowledge.loading.correcting import edited_review, foreseen_with, foreseen_without, loaded_act
from knowledge.loading.foreseeing import AskedQuestion, Foresee, Foreseen, foresee_nothing
from knowledge.loading.preview import Preview, preview_of
from knowledge.loading.report import LoadReport
from knowledge.loading.selection import refused
from knowledge.loading.synonyms import put_in, take_out
from knowledge.meaning.upkeep import ensure_vectors
from knowledge.reading.correcting import ReviewEdit
from knowledge.stores.documents import Document
from knowledge.stores.generations import NONE_BEFORE, Generations
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Commitment
from knowledge.values.errors import FaultyData, ReloadRefused, UnreadableAct
from knowledge.values.notices import mark, notice


@dataclass(frozen=True)
class Loader(Builder):
    """Load the acts of a data folder, on top of those in the folder `built_in`, if it exists.

    `ask_both` asks a new base and the old one earlier questions.
    """

    ask_both: Foresee = foresee_nothing

    def ensure_built(self) -> LoadReport | None:
        """Build the base unless there is a sound one of this edition; return a report if it was built.

        A sound base that lacks the encoder's vectors gets them.

        Raises:
            ReloadRefused: the acts make no valid base.
            StoreUnusable: the base cannot be written.
        """
        if self._is_sound() and not Generations(self.folder).is_unfinished:
            if self.encoder:
                ensure_vectors(self.folder, self.encoder, self.progress)
            return None
        with self._turn(wait=True):
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
        """Rebuild the base from all acts, and replace the old one.

        Raises:
            ReloadRefused: the acts make no valid base, or another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self._turn(), self._readings() as readings:
            return self._rebuild(readings, tell_all=True)

    def add(self, *paths: Path, replace: bool = False) -> LoadReport:
        """Take acts into the data folder, each under its slug, and build the base once with all of them.

        A file that is no act, or another version of a loaded act, is left out, and the report says why;
        with `replace` the new version takes the old one's place.

        Raises:
            UnreadableAct: the only file is not an act that can be read.
            ReloadRefused: the only file is left out, the acts that were there make no valid base any more, or
                another load is under way; nothing has changed.
            StoreUnusable: an act or the base cannot be written; nothing has changed.
        """
        with self._turn(), self._readings() as readings:
            arrivals = Arrivals(readings, self.folder.incoming, replace)
            self._know_loaded(arrivals)
            for number, path in enumerate(paths, 1):
                error = arrivals.take(path)
                if error and len(paths) == 1:
                    raise error
                self.reading(number, len(paths))
            report = self._rebuild(readings, Change(arrivals.copies, arrivals.replaced))
            return report.model_copy(
                update={
                    "loaded": tuple(arrivals.loaded),
                    "news": tuple(arrivals.news),
                    "left_out": tuple(arrivals.left_out),
                    "warnings": (*arrivals.warnings, *report.warnings),
                }
            )

    def preview(self, *paths: Path, workplace: Path) -> Preview:
        """Preview adding files with `replace`; a load may be under way meanwhile.

        `workplace` is a folder that must not exist yet; it is removed afterwards.

        Raises:
            ReloadRefused: the loaded acts no longer make a valid base.
            StoreUnusable: the base cannot be read.
        """
        with self._readings() as readings, closing(KnowledgeStore.open(self.folder.knowledge)) as store:
            arrivals = Arrivals(readings, workplace, replace=True)
            try:
                self._know_loaded(arrivals)
                return preview_of(paths, arrivals, store, self.folder.acts)
            finally:
                shutil.rmtree(workplace, ignore_errors=True)

    def add_synonyms(self, line: str) -> LoadReport:
        """Add a line to the thesaurus, e.g. «pasaporte | libreta de viaje», and rebuild the base with it.

        The line is kept aside until a base is built with it: a faulty one never stays, even if the program is
        killed.

        Raises:
            SynonymsRefused: the line is there already; nothing has changed.
            FaultyData: the line has fewer than two variants; nothing has changed.
            ReloadRefused: another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self._turn(), self._readings() as readings:
            put_in(self.folder, line)
            return self._rebuild(readings)

    def remove_synonyms(self, line: str) -> LoadReport:
        """Remove a line from the thesaurus, and rebuild the base without it.

        Raises:
            SynonymsRefused: there is no such line any more; nothing has changed.
            ReloadRefused: another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self._turn(), self._readings() as readings:
            take_out(self.folder, line)
            return self._rebuild(readings)

    def foresee_synonyms(self, line: str, asked: Sequence[AskedQuestion]) -> Foreseen:
        """Foresee the effect of one more line in the thesaurus, with a temporary base built aside.

        Waits for a load that is under way, and raises the same errors as `add_synonyms`.
        """
        with self._turn(wait=True), self._readings() as readings:
            put_in(self.folder, line)
            self._write_base(readings, NO_CHANGE)
            return self.ask_both(self.folder.new_knowledge, self.folder.knowledge, asked)

    def correct(self, slug: str, edit: ReviewEdit) -> LoadReport:
        """Change the corrections of an act in its review file, and rebuild the base.

        Raises:
            FaultyData: the review file has a mistake; nothing has changed.
            CorrectedMeanwhile: the provision has changed since it was shown; nothing has changed now.
            ReloadRefused: there is no such act, or another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self._turn(), self._readings() as readings:
            with closing(KnowledgeStore.open(self.folder.knowledge)) as store:
                fresh = edited_review(self.folder, store, slug, edit)
            return self._rebuild(readings, Change(review=fresh))

    def foresee(self, slug: str, edit: ReviewEdit) -> tuple[Commitment, ...]:
        """Return a provision's commitments as they would be after an edit of its corrections; change nothing.

        Raises:
            FaultyData: the review file has a mistake, or the correction doesn't fit the act's text.
            ReloadRefused: there is no such act, or its file has changed.
        """
        with self._readings() as readings, closing(KnowledgeStore.open(self.folder.knowledge)) as store:
            document = loaded_act(store, slug)
            if edit.correction:
                return foreseen_with(store.act(slug), edit.reference, edit.correction)
            path = self.original(document)
            if path is None:
                raise ReloadRefused(notice(mark("El archivo del acta cambió desde que se cargó.")))
            return foreseen_without(readings.act(path), document, self.folder.acts, edit)

    def original(self, document: Document) -> Path | None:
        """Return the file that an act was read from, or None if it was changed or removed since."""
        places = (self.folder.acts, Generations(self.folder).acts_in_use, self.built_in)
        found = (folder / document.source for folder in places)
        return next((path for path in found if path.is_file() and sha256_of(path) == document.sha256), None)

    def retire(self, slug: str) -> LoadReport:
        """Retire an act: move its file to the archive, and rebuild the base without it.

        A note in the data folder keeps a built-in act out until another version of it is added.

        Raises:
            ReloadRefused: there is no such act, or another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self._turn(), self._readings() as readings:
            with closing(KnowledgeStore.open(self.folder.knowledge)) as store:
                document = loaded_act(store, slug)
            report = self._rebuild(readings, retirement(self.folder, self.built_in, document))
            return report.model_copy(update={"news": (notice(mark("Retirada: {slug}"), slug=slug),)})

    def revert(self) -> LoadReport:
        """Undo the last change of acts, synonyms or corrections; reverting again redoes it.

        The previous base is put back, or rebuilt if another edition built it.

        Raises:
            ReloadRefused: there is nothing before, the acts of that time make no valid base any more, or
                another load is under way; nothing has changed.
            StoreUnusable: the base cannot be written; nothing has changed.
        """
        with self._turn() as generations:
            changes = self._changes(self.folder.knowledge, generations.base_before or self.folder.knowledge)
            generations.revert()
            try:
                if not self._is_sound():
                    with self._readings() as readings:
                        self._rebuild(readings)
            except BaseException:
                generations.revert()
                raise
            with closing(KnowledgeStore.open(self.folder.knowledge)) as store:
                acts, provisions, commitments = store.sizes()
            return LoadReport(
                acts=acts,
                provisions=provisions,
                commitments=commitments,
                warnings=self.doubts,
                changes=changes,
            )

    def before(self) -> BaseChanges | None:
        """Return what reverting would change, or None if the previous base can no longer be used.

        Raises:
            ReloadRefused: there is nothing before.
        """
        base = Generations(self.folder).base_before
        if base is None:
            raise ReloadRefused(notice(NONE_BEFORE))
        return self._changes(self.folder.knowledge, base)

    def _know_loaded(self, arrivals: Arrivals) -> None:
        try:
            arrivals.know(act_files(self.folder, self.built_in))
        except (UnreadableAct, FaultyData, ReloadRefused) as error:
            raise refused(error) from error
