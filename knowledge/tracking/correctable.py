"""Find the provisions that an officer may want to correct, and what was read from each."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.reading.correcting import fingerprint
from knowledge.reading.reviews import begins
from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.tracking.markable import SECTIONS, is_of_meeting, mark_reader
from knowledge.understanding.named_provisions import NamedProvision
from knowledge.understanding.venues import Venues
from knowledge.values.acts import Commitment
from knowledge.values.answers import Answer, Citation, Finding
from knowledge.values.base import Value
from knowledge.values.notices import Notice, echo, mark, notice
from knowledge.values.references import Reference

_UNKNOWN = mark("Ningún acta cargada tiene {provision}.")
_NOT_UNDERSTOOD = mark("No entiendo «{words}»; después de la disposición solo puede ir la reunión.")
_NO_MEETING = notice(mark("Ninguna reunión así tiene esa disposición."))
_SENTENCE_END = re.compile(r"(?<=[.;:])\s+")
_FEWEST_WORDS = 4


class Correctable(Value):
    """The text of a provision, and what was read from it.

    `paragraphs` excludes sub-items; `parties` are those it names, in order. `reviewed` are the fields that a
    person decided for the provision as a whole.
    """

    citation: Citation
    paragraphs: tuple[str, ...]
    parties: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    reviewed: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """The fingerprint of its commitments."""
        return fingerprint(self.commitments)

    def passages(self) -> tuple[str, ...]:
        """List its sentences that may make a commitment; those from which none was read come first."""
        sentences = (each for paragraph in self.paragraphs for each in _SENTENCE_END.split(paragraph))
        possible = [
            each
            for each in dict.fromkeys(map(str.strip, sentences))
            if len(each.split()) >= _FEWEST_WORDS and not self.is_read(each)
        ]
        return tuple(sorted(possible, key=lambda each: any(made.quote in each for made in self.commitments)))

    def passage(self, words: str) -> str | None:
        """Return these words as the act writes them, whatever their case and white space, or None."""
        wanted = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        found = (wanted.search(paragraph) for paragraph in self.paragraphs)
        return next((match[0] for match in found if match and match[0]), None)

    def is_read(self, passage: str) -> bool:
        """Tell whether a commitment was read that begins with these words."""
        return any(begins(passage, each) for each in self.commitments)


class CorrectableFinder:
    """Find the provisions that officers mean in one store, with or without commitments."""

    def __init__(self, sources: Sources, venues: Venues) -> None:
        self._store = sources.store
        self._venues = venues
        self._reader = mark_reader(sources, venues)

    def find(self, words: str, *, today: date) -> tuple[Citation, ...] | Notice | None:
        """Return the provisions that words name, newest act first, or a notice saying why there are none.

        A provision without commitments comes with its sub-items, which may be meant. Return None for words
        that don't begin with a provision.
        """
        named = self._reader.provisions.first(words)
        if named is None:
            return None
        cited = tuple(each for act in self._store.documents() for each in self._in_act(act, named))
        if not cited:
            return notice(_UNKNOWN, provision=named.written)
        said = self._reader.read(named.rest, (), today=today)
        if said != said.model_copy(update={"note": "", "parties": (), "day": None, "further": None}):
            return notice(_NOT_UNDERSTOOD, words=echo(named.rest))
        meant = tuple(each for each in cited if is_of_meeting(each, said, self._venues))
        return meant or _NO_MEETING

    def of(self, document: str, reference: Reference) -> Correctable | None:
        """Return a provision, or None if no act has it any more."""
        provision = self._store.provision(document, reference)
        if provision is None:
            return None
        text = self._store.act(document).text
        return Correctable(
            citation=self._store.document(document).cite(reference),
            paragraphs=tuple(span.of(text) for span in provision.spans),
            parties=tuple(provision.parties),
            commitments=self._store.commitments_of(document, reference),
            reviewed=provision.reviewed,
        )

    def with_reviews(self, answer: Answer) -> Answer:
        """Add to the findings of an answer which of their fields a person decided."""
        findings = tuple(map(self._with_review, answer.findings))
        return answer if findings == answer.findings else answer.model_copy(update={"findings": findings})

    def _with_review(self, finding: Finding) -> Finding:
        cited = finding.citation
        made: Sequence[Commitment] = self._store.commitments_of(cited.document, cited.reference)
        provision = self._store.provision(cited.document, cited.reference)
        decided = provision.reviewed if provision else ()
        if finding.commitment is not None:
            made, decided = made[finding.commitment - 1 : finding.commitment], ()
        fields = tuple(dict.fromkeys((*(name for each in made for name in each.reviewed), *decided)))
        return finding.model_copy(update={"reviewed": fields}) if fields else finding

    def _in_act(self, document: Document, named: NamedProvision) -> Iterator[Citation]:
        """Yield the named provision, and its sub-items if it has no commitments itself."""
        for section in (named.section,) if named.section else SECTIONS:
            reference = Reference(section=section, number=named.number, letter=named.letter)
            if self._store.provision(document.slug, reference):
                yield document.cite(reference)
                if not self._store.commitments_of(document.slug, reference):
                    children = self._store.children(document.slug, reference)
                    yield from (document.cite(each.reference) for each in children)
                return
