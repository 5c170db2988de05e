"""Put labelled questions to our own system, or to a peer, and judge what comes back."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from benchmarks.labelled import TODAY, Labelled, Turn
from benchmarks.peers import Peer
from benchmarks.scoring import Given, Judgement, judge
from handlers.catalogue import LANGUAGES, load_catalogues
from handlers.rendering import AnswerRenderer
from knowledge.answering.confidence import Confidence
from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.stores.knowledge_store import KnowledgeStore

Stores = Mapping[str, KnowledgeStore]


class Judged(NamedTuple):
    """A turn of a labelled chat, what was answered to it, and how good that is."""

    chat: Labelled
    turn: Turn
    given: Given
    judgement: Judgement


def ask_own(
    chats: Iterable[Labelled],
    stores: Stores,
    *,
    parts: Parts = ALL_PARTS,
    confidence: Confidence | None = None,
) -> list[Judged]:
    """Ask our own system as `acuerdos ask --batch` does: the turns of a chat follow on each other."""
    catalogues = load_catalogues(BUILT_IN)
    responders = {
        slug: Responder(store, parts=parts, confidence=confidence) for slug, store in stores.items()
    }
    judged = []
    for chat in chats:
        focus = None
        for turn in chat.turns:
            answer, focus = responders[chat.document].ask(
                turn.q, today=TODAY, language=LANGUAGES[0], focus=focus
            )
            cited = [finding.citation.reference for finding in answer.findings]
            text = AnswerRenderer(catalogues[answer.language], TODAY).text(answer)
            given = Given(cited, text)
            judged.append(Judged(chat, turn, given, judge(turn, given)))
    return judged


def ask_peer(chats: Iterable[Labelled], stores: Stores, make: Callable[[], Peer]) -> list[Judged]:
    """Ask a peer, turn by turn, built on each act's provisions; it never keeps silent of its own accord."""
    peers = {slug: make() for slug in stores}
    references = {}
    for slug, store in stores.items():
        provisions = store.provisions(slug)
        references[slug] = [provision.reference for provision in provisions]
        by_reference = {provision.reference: provision.text for provision in provisions}
        peers[slug].build(
            [
                # A sub-item is found by the words of its lead-in too.
                f"{by_reference[each.parent]} {each.text}" if each.parent else each.text
                for each in provisions
            ]
        )
    judged = []
    for chat in chats:
        for turn in chat.turns:
            places = peers[chat.document].search(turn.q)
            given = Given([references[chat.document][place] for place in places])
            judged.append(Judged(chat, turn, given, judge(turn, given)))
    return judged
