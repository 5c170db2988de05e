"""A responder over a test's own acts, and the parts of its answers that tests check."""

import weakref
from datetime import date
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.language.thesaurus import Thesaurus
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vector_writing import write_vectors
from knowledge.meaning.vectors import PassageVectors
from knowledge.search.index import SearchIndex
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.sources import Sources
from knowledge.search.writing import write_index
from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.understanding.question import Question, QuestionReader
from knowledge.understanding.venues import Venues
from knowledge.values.acts import Act
from knowledge.values.answers import Answer

TODAY = date(2017, 7, 1)
REGISTER = PartyRegister.load(BUILT_IN)


def build_store(folder: Path, *acts: Act, encoder: Encoder | None = None) -> KnowledgeStore:
    """Build and open a store with its search index, and with vectors if there is an encoder."""
    path = folder / "knowledge.db"
    vectors = [partial(write_vectors, encoder=encoder)] if encoder else []
    build_base(path, acts, partial(write_index, register=REGISTER), *vectors)
    return KnowledgeStore.open(path)


def venues_of(store: KnowledgeStore) -> Venues:
    """Return the venues of the meetings in a store, without a thesaurus."""
    return Venues(store.documents(), REGISTER, Thesaurus(lambda _stem, _language: ()))


def open_index(folder: Path, *acts: Act) -> SearchIndex:
    """Build a base of acts, and open its search index."""
    database = Database(str(build_store(folder, *acts).path))
    index = SearchIndex(database)
    weakref.finalize(index, database.close)
    return index


def open_sources(folder: Path, *acts: Act) -> Sources:
    """Build a base of acts, and open the sources of answers, without the encoder."""
    return Sources(build_store(folder, *acts), BUILT_IN)


def read_question(sources: Sources, text: str, *, language: str = "es") -> Question:
    """Read a question as one about the newest act."""
    meeting = sources.documents[0].meeting.start if sources.documents else None
    reader = QuestionReader(sources, (), ALL_PARTS)
    return reader.read(text, language=language, today=TODAY, meeting=meeting)


def respond_from(
    folder: Path, *acts: Act, parts: Parts = ALL_PARTS, encoder: Encoder | None = None
) -> Responder:
    """Build a responder over acts, that answers by words alone unless there is an encoder."""
    store = build_store(folder, *acts, encoder=encoder)
    vectors = PassageVectors.open(store.database, encoder.version if encoder else None)
    return Responder(store, parts=parts, encoder=encoder, vectors=vectors)


def ask(responder: Responder, *messages: str, language: str = "es") -> Answer:
    """Send the messages of one chat, and return the last answer."""
    focus = None
    for message in messages:
        answer, focus = responder.ask(message, today=TODAY, language=language, focus=focus)
    return answer


def cited(answer: Answer) -> list[str]:
    """List the references of an answer, in its order."""
    return [str(finding.citation.reference) for finding in answer.findings]


def said(answer: Answer) -> str:
    """Return the opening of an answer, in the source language."""
    openings = [fact for finding in answer.findings[:1] for fact in finding.opening]
    return " ".join(map(str, (*answer.lead, *openings)))
