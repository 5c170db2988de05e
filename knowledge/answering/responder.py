"""Answer messages from one store: understand, take the first way that answers, remember what it was about."""

from datetime import date
from functools import partial

from knowledge.answering.conversation import Focus
from knowledge.answering.order import Order
from knowledge.answering.turns import Turn
from knowledge.answering.weights import Weights, load_weights
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.sources import Sources
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.understanding.message import MessageReader
from knowledge.values.answers import Answer, Outcome
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference


class Responder:
    """Answer messages from the acts of one store.

    `ask` takes a message and what the chat was about (as `ask` returned it last, or None), and returns the
    answer and what the chat is about now; `show` shows one provision. `data` names the folders of the data
    files; `parts` and `weights` differ from the usual only where they are measured or learned. Without
    `encoder` and `vectors`, answers are found by words alone.
    """

    def __init__(
        self,
        store: KnowledgeStore,
        data: DataFolders = BUILT_IN,
        *,
        parts: Parts = ALL_PARTS,
        weights: Weights | None = None,
        encoder: Encoder | None = None,
        vectors: PassageVectors | None = None,
    ) -> None:
        self._sources = sources = Sources(store, data, encoder, vectors)
        self._messages = MessageReader(sources, parts)
        self.order = Order(sources, weights or load_weights(data.learned), parts)

    def ask(self, text: str, *, today: date, language: str, focus: str | None = None) -> tuple[Answer, str]:
        """Answer a message that follows on `focus`; return what the chat is about from now on, too.

        `language` is the reader's, `es` or `en`; a message that tells its own language is answered in that.
        """
        last = Focus.read(focus)
        turn = self.turn(text, today=today, language=language, last=last)
        reply = self.order.reply(turn)
        answer = reply.answer.model_copy(update={"question": text})
        if not answer.findings:
            return answer, focus or ""
        return answer, self.order.focus(reply, turn).write()

    def turn(self, text: str, *, today: date, language: str, last: Focus | None = None) -> Turn:
        """Understand a message and what it follows on."""
        documents = self._sources.documents
        meeting = documents[0].meeting.start if documents else None
        read = partial(self._messages.read, text, language=language, today=today, meeting=meeting)
        turn = self.order.turn(read(), today=today, last=last)
        if not turn.scope.likely:
            return turn
        return self.order.likelier(turn, self.order.turn(read(placed=True), today=today, last=last))

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = True) -> Answer:
        """Show one provision, with its sub-items if `whole`; raise KeyError if there is no such."""
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND,
            kind=QuestionKind.LOOKUP,
            findings=(self.order.findings.write(document, reference, 1.0, whole=whole),),
        )
