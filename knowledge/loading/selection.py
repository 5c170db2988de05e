"""The acts that make a base: read, corrected, and checked against each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from knowledge.loading.readings import Readings
from knowledge.loading.report import LoadReport
from knowledge.reading.reviews import SUFFIX, apply_review, review_beside
from knowledge.values.acts import Act
from knowledge.values.errors import FaultyData, KnowledgeError, ReloadRefused, UnreadableAct
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.progress import Progress, show_nothing


class Selection:
    """The acts of one load: read one at a time, checked against each other, counted.

    `corrected` lists the slugs of acts that a person corrected; `review` is a new review file, which replaces
    the one of the same name. `progress` is told how many acts are read.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        readings: Readings,
        built_in: Path,
        reviews: Path,
        progress: Progress = show_nothing,
        *,
        review: Path | None = None,
    ) -> None:
        self._paths = paths
        self._readings = readings
        self._progress = progress
        self._built_in = built_in
        self._reviews = reviews
        self._arriving = review
        self._applied: set[Path] = set()
        self.corrected: list[str] = []
        self._by_slug: dict[str, Path] = {}
        self._by_sha256: dict[str, Path] = {}
        self._provisions = 0
        self._commitments = 0
        self._doubtful: list[tuple[str, str, tuple[Notice, ...]]] = []

    def __iter__(self) -> Iterator[Act]:
        for number, path in enumerate(self._paths, 1):
            act = self._act(path)
            self._progress(number, len(self._paths))
            twin = self._by_sha256.setdefault(act.sha256, path)
            if twin.parent == self._built_in and twin != path:
                continue  # a copy of a built-in act: once is enough
            other = self._by_slug.setdefault(act.slug, path)
            for earlier in (twin, other):
                if earlier != path:
                    raise _same_meeting(act, path, earlier)
            self._count(path, act)
            yield act

    def report(
        self,
        strangers: Iterable[Path],
        leaving: Collection[Path] = (),
        told: Mapping[str, Collection[Notice]] | None = None,
    ) -> LoadReport:
        """Report what was loaded, and the other files in the folder unless they are `leaving`.

        Warnings already `told`, by the slug of their act, are not repeated.
        """
        ignored = [
            notice(mark("Se pasa por alto {file}: no es .txt, .pdf, .docx ni .html."), file=path.name)
            for path in strangers
            if path not in leaving
        ]
        lost = [
            notice(mark("Las correcciones de {file} no son de ningún acta cargada."), file=path.name)
            for path in sorted(self._reviews.glob(f"*{SUFFIX}"))
            if path.name not in {each.name for each in self._applied} and path not in leaving
        ]
        return LoadReport(
            acts=len(self._by_slug),
            provisions=self._provisions,
            commitments=self._commitments,
            warnings=(*self._doubts(told or {}), *lost, *ignored),
        )

    def _act(self, path: Path) -> Act:
        try:
            return self._reviewed(self._readings.act(path))
        except (UnreadableAct, FaultyData, ReloadRefused) as error:
            raise refused(error) from error

    def _reviewed(self, act: Act) -> Act:
        review = review_beside(act, self._reviews)
        arriving = self._arriving
        if arriving and (arriving.name == f"{act.slug}{SUFFIX}" or (review and review.name == arriving.name)):
            review = arriving
        if review is None:
            return act
        self._applied.add(review)
        self.corrected.append(act.slug)
        return apply_review(act, review)

    def _count(self, path: Path, act: Act) -> None:
        self._provisions += len(act.provisions)
        self._commitments += len(act.commitments)
        self._doubtful.append((act.slug, path.name, act.warnings))

    def _doubts(self, told: Mapping[str, Collection[Notice]]) -> Iterator[Notice]:
        """Yield the warnings about the counted acts that were not told yet."""
        for slug, file, warnings in self._doubtful:
            for warning in warnings:
                if warning not in told.get(slug, ()):
                    yield notice("{file}: {warning}", file=file, warning=warning)


def refused(error: KnowledgeError) -> ReloadRefused:
    """Return an error saying that nothing has changed because of another, whose notice names the file."""
    return ReloadRefused(notice(mark("{problem} No se ha cambiado nada."), problem=error.notice))


def _same_meeting(act: Act, path: Path, other: Path) -> ReloadRefused:
    return ReloadRefused(
        notice(
            mark("{file} y {other} son de la misma reunión ({slug}). Deje solo uno; no se ha cambiado nada."),
            file=path.name,
            other=other.name,
            slug=act.slug,
        )
    )
