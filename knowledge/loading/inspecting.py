"""Inspect a new base before it replaces the old one: can all be shown, does it answer as before?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import DataFolders
from knowledge.loading.golden import GoldenQuestion, asker, load_golden, unanswered
from knowledge.loading.opening import opened
from knowledge.meaning.encoder import Encoder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.answers import Answer
from knowledge.values.errors import ReloadRefused, StoreUnusable
from knowledge.values.notices import Notice, mark, notice

_NO_LONGER = mark("Ya no se contesta con {reference} de {document}: «{text}»")
_STILL_NOT = mark("Todavía no se contesta con {reference} de {document}: «{text}»")


@dataclass(frozen=True)
class Inspector:
    """Refuse a base with a provision that cannot be shown, and report unanswered golden questions.

    `golden` are the files of golden questions; `show` renders an answer, and raises ValueError or LookupError
    if it can't.
    """

    data: DataFolders
    golden: tuple[Path, ...]
    show: Callable[[Answer], object]
    today: Callable[[], date]
    encoder: Encoder | None = None

    def __call__(self, new: Path, old: Path) -> tuple[Notice, ...]:
        """Return what got worse; raise KnowledgeError if the base or a file of questions is faulty."""
        questions = load_golden(*self.golden)
        with opened(new, self.data, self.encoder) as (store, responder):
            self._show_all(store, responder)
            lost = self._unanswered(questions, responder)
            acts = {each.slug for each in store.documents()}
        before = self._before(lost, old)
        # Report a missing act once, not at every later load.
        told = (each for each in lost if each not in before or each.document in acts)
        return tuple(self._told(question, before=before) for question in told)

    def _show_all(self, store: KnowledgeStore, responder: Responder) -> None:
        for document in store.documents():
            for provision in store.provisions(document.slug):
                reference = provision.reference
                try:
                    self.show(responder.show(document.slug, reference, language=document.language))
                except (LookupError, ValueError) as error:
                    sentence = mark("No se puede mostrar {reference} de {file}. No se ha cambiado nada.")
                    raise ReloadRefused(
                        notice(sentence, reference=reference, file=document.source)
                    ) from error

    def _before(self, questions: tuple[GoldenQuestion, ...], old: Path) -> tuple[GoldenQuestion, ...]:
        """Return the questions that the old base didn't answer either; none if it cannot be asked."""
        if not questions:
            return ()
        try:
            with opened(old, self.data, self.encoder) as (_, responder):
                return self._unanswered(questions, responder)
        except StoreUnusable:
            return ()

    def _unanswered(
        self, questions: tuple[GoldenQuestion, ...], responder: Responder
    ) -> tuple[GoldenQuestion, ...]:
        return unanswered(questions, asker(responder.ask, today=self.today()))

    def _told(self, question: GoldenQuestion, *, before: tuple[GoldenQuestion, ...]) -> Notice:
        return notice(
            _STILL_NOT if question in before else _NO_LONGER,
            reference=str(question.reference),
            document=question.document,
            text=question.text,
        )
