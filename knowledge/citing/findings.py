"""Turn provisions into findings: the answering words, the responsible parties, and the deadline."""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten

from knowledge.language.folding import fold, words
from knowledge.language.stems import stem
from knowledge.search.index import SearchIndex
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Commitment, Provision
from knowledge.values.answers import Citation, Finding, Suggestion
from knowledge.values.references import Reference, Section

LABEL = 60
"""Most characters of a provision's first words on a button."""

WHOLE = 3500
"""Most characters of a provision that is quoted with all its sub-items."""


class FindingWriter:
    """Write findings from one store."""

    def __init__(self, store: KnowledgeStore, index: SearchIndex) -> None:
        self._store = store
        self._index = index
        self.document = lru_cache(maxsize=256)(store.document)

    def numbered(self, number: int, asked: Sequence[str] = (), *, score: float = 1.0) -> Finding:
        """Write the finding of a provision of the index; `asked` are the words that it should answer."""
        slug, reference = self._index.place(number)
        return self.write(slug, reference, asked, score=score)

    def write(
        self,
        slug: str,
        reference: Reference,
        asked: Sequence[str] = (),
        *,
        score: float = 1.0,
        whole: bool = True,
    ) -> Finding:
        """Write the finding of a provision; raise KeyError if the act has no such reference."""
        provision = self._store.provision(slug, reference)
        if provision is None:
            raise KeyError(str(reference))
        commitment = self._commitment(slug, reference, asked)
        return Finding(
            citation=self.document(slug).cite(reference),
            quote=self._quote(slug, provision, asked if whole else ())
            if whole
            else fold_space(provision.text),
            score=min(max(score, 0.0), 1.0),
            responsible=commitment.responsible if commitment else (),
            action=commitment.action if commitment else None,
            deadline=commitment.deadline if commitment and commitment.deadline.is_set else None,
            event=next(iter(self._store.events_of(slug, reference)), None),
            inferred=commitment.inferred if commitment else (),
        )

    def whole(self, slug: str, reference: Reference) -> str:
        """Quote a provision with all its sub-items, however long; raise KeyError if the act has none such."""
        provision = self._store.provision(slug, reference)
        if provision is None:
            raise KeyError(str(reference))
        return fold_space(self._store.whole_text(slug, provision))

    def cite(self, number: int) -> Citation:
        """Cite a provision of the index."""
        slug, reference = self._index.place(number)
        return self.document(slug).cite(reference)

    def suggest(self, number: int) -> Suggestion:
        """Offer a provision of the index by its first words."""
        slug, reference = self._index.place(number)
        provision = self._store.provision(slug, reference)
        text = fold_space(provision.text) if provision else ""
        return Suggestion(
            citation=self.document(slug).cite(reference), label=shorten(text, LABEL, placeholder="…")
        )

    def suggest_of_meeting(self, number: int) -> Suggestion:
        """Offer a provision of the index by the year of its meeting and its first words."""
        offered = self.suggest(number)
        start = offered.citation.meeting.start
        if start is None:
            return offered
        return offered.model_copy(
            update={"label": shorten(f"{start.year}: {offered.label}", LABEL, placeholder="…")}
        )

    def _quote(self, slug: str, provision: Provision, asked: Sequence[str]) -> str:
        paragraphs = provision.text.split("\n\n")
        # The preamble is quoted whole: the place alone doesn't say who came.
        is_parted = provision.reference.section is not Section.PREAMBLE
        if is_parted and len(paragraphs) > 1 and asked:
            lead_in, *closing = (_likeness(paragraph, asked) for paragraph in paragraphs)
            if max(closing) > lead_in:
                return fold_space(paragraphs[1 + closing.index(max(closing))])
        whole = fold_space(self._store.whole_text(slug, provision))
        return whole if len(whole) <= WHOLE else fold_space(provision.text)

    def _commitment(self, slug: str, reference: Reference, asked: Sequence[str]) -> Commitment | None:
        commitments = self._store.commitments_of(slug, reference)
        return max(commitments, key=lambda each: _likeness(each.quote, asked), default=None)


def fold_space(text: str) -> str:
    """Turn line breaks and runs of white space into single spaces."""
    return " ".join(text.split())


def _likeness(text: str, asked: Sequence[str]) -> int:
    return len(_stems(words(text)) & _stems(asked))


def _stems(tokens: Sequence[str]) -> set[str]:
    return {stem(fold(token), "es") for token in tokens}
