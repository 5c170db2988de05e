"""The sources of answers: one store, its index, and the data files."""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from knowledge.language.datafiles import DataFolders
from knowledge.language.folding import words
from knowledge.language.forum import load_forum
from knowledge.language.lexicon import Lexicon
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.search.index import SearchIndex
from knowledge.search.terms import stemmed
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.marks import NO_MARKS, Marks
from knowledge.stores.tracking import Tracker
from knowledge.values.parties import PartyKind

_BODIES = frozenset({PartyKind.FORUM, PartyKind.GROUP, PartyKind.NETWORK})


class Sources:
    """One store and everything needed to read it; `data` names the folders of the data files.

    `encoder` is None if switched off, `vectors` also if the base was built without it. `marks` returns what
    officers said about commitments.
    """

    def __init__(
        self,
        store: KnowledgeStore,
        data: DataFolders,
        encoder: Encoder | None = None,
        vectors: PassageVectors | None = None,
        marks: Callable[[], Marks] = lambda: NO_MARKS,
    ) -> None:
        self.encoder = encoder
        self.vectors = vectors
        self.store = store
        self.data = data
        self.index = SearchIndex(store.database)
        self.register = PartyRegister.load(data)
        self.tracker = Tracker(store, self.register, marks)
        self.lexicon = Lexicon.load(data.language)
        self.people = PeopleFinder(data.language)
        self.document = lru_cache(maxsize=256)(store.document)

    @cached_property
    def forums(self) -> frozenset[str]:
        """The names of the forum and its bodies, as the register has them."""
        forum = load_forum(self.data)
        return frozenset({*forum.acronyms, *forum.title_names})

    @cached_property
    def forum_names(self) -> tuple[str, ...]:
        """Every form of the names of the forum and its bodies."""
        return tuple(form for form, _ in self.forum_forms)

    @cached_property
    def forum_forms(self) -> tuple[tuple[str, str], ...]:
        """Every form of the names of the forum and its bodies, and which of them it stands for."""
        ours = (party for party in self.register.parties.values() if party.name in self.forums)
        return tuple((form, party.name) for party in ours for form in (*party.written, *party.spoken))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The acts, newest meeting first."""
        return self.store.documents()

    def title_of(self, document: Document) -> str:
        """Return the title of a meeting, with the other names for meetings of its body."""
        meeting = document.meeting
        return " ".join((meeting.title, *self._kinds.get(meeting.body or "", ())))

    @cached_property
    def _kinds(self) -> dict[str, tuple[str, ...]]:
        return load_forum(self.data).kinds

    def bodies_in(self, text: str) -> frozenset[str]:
        """Return the bodies that a text names, by their own names or by what their meetings are called."""
        said = f" {' '.join(words(text))} "
        meeting = {
            body
            for body, names in self._kinds.items()
            if any(f" {' '.join(words(name))} " in said for name in names)
        }
        parties = self.register.parties
        named = (parties[each.name] for each in self.register.find(text, spoken=True))
        return frozenset(
            meeting | {each.name for each in named if each.kind in _BODIES and not each.all_members}
        )

    def acts_with(self, tokens: Sequence[str]) -> frozenset[str]:
        """Return the slugs of the acts that have all the folded words, or words with the same stems."""
        rows = [
            {
                int(self.index.document[number])
                for language in ("es", "en")
                for stem in stemmed(token, language)
                for number in self.index.postings(stem).provisions
            }
            for token in tokens
        ]
        having = set.intersection(*rows) if rows else set[int]()
        return frozenset(each.slug for each in self.documents if self.index.document_of(each.slug) in having)
