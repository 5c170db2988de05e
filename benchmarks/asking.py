"""Put labelled questions to our own system or to a peer, and judge the answers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from benchmarks.labelled import TODAY, Labelled, Turn, data_of, responder_of
from benchmarks.peers import Peer
from benchmarks.scoring import Given, Judgement, judge
from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import LANGUAGES, load_catalogues
from knowledge.meaning.encoder import Encoder
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.answers import Answer

Stores = Mapping[str, KnowledgeStore]
Chats = Mapping[str, Iterable[Labelled]]


class Judged(NamedTuple):
    """A turn of a labelled chat, its answer, and how good that is."""

    chat: Labelled
    turn: Turn
    given: Given
    judgement: Judgement


class Answered(NamedTuple):
    """A turn of a labelled chat, its place there (from 1), and its answer."""

    chat: Labelled
    place: int
    turn: Turn
    answer: Answer
    text: str


def answer(
    chats: Chats, stores: Stores, encoder: Encoder | None, *, parts: Parts = ALL_PARTS
) -> Iterator[Answered]:
    """Answer each turn, the later ones of a chat as follow-ups, as `acuerdos ask --batch` does."""
    for act, labelled in chats.items():
        renderers = {
            language: AnswerRenderer(catalogue, TODAY)
            for language, catalogue in load_catalogues(data_of(act)).items()
        }
        responder = responder_of(act, stores[act], encoder, parts=parts)
        for chat in labelled:
            focus = None
            for place, turn in enumerate(chat.turns, 1):
                given, focus = responder.ask(turn.q, today=TODAY, language=LANGUAGES[0], focus=focus)
                yield Answered(chat, place, turn, given, renderers[given.language].text(given))


def ask_own(
    chats: Chats, stores: Stores, encoder: Encoder | None, *, parts: Parts = ALL_PARTS
) -> list[Judged]:
    """Ask our own system, and judge its answers."""
    judged = []
    for each in answer(chats, stores, encoder, parts=parts):
        given = Given([finding.citation.reference for finding in each.answer.findings], each.text)
        judged.append(Judged(each.chat, each.turn, given, judge(each.turn, given)))
    return judged


def ask_peer(chats: Chats, stores: Stores, make: Callable[[], Peer]) -> list[Judged]:
    """Ask a peer built on each act's provisions, each turn by itself; it never chooses to keep silent."""
    judged = []
    for act, labelled in chats.items():
        store, peer = stores[act], make()
        provisions = store.provisions(store.documents()[0].slug)
        by_reference = {provision.reference: provision.text for provision in provisions}
        peer.build(
            [
                # A sub-item is also found by the words of its lead-in.
                f"{by_reference[each.parent]} {each.text}" if each.parent else each.text
                for each in provisions
            ]
        )
        for chat in labelled:
            for turn in chat.turns:
                given = Given([provisions[place].reference for place in peer.search(turn.q)])
                judged.append(Judged(chat, turn, given, judge(turn, given)))
    return judged
