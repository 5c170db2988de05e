"""Questions about what an acronym stands for."""

from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import answered
from knowledge.search.sources import Sources
from knowledge.search.terms import of_party
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import QuestionKind

MAX_ACRONYM = 8

EXPLAINS = mark("{acronym}: {expansion}")
"""How an answer opens that says what an acronym stands for."""


class GlossaryAnswerer:
    """Answer from the acts' own glossaries, else from the register of parties."""

    def __init__(self, sources: Sources, findings: FindingWriter) -> None:
        self._sources = sources
        self._findings = findings

    def answer(self, question: Question) -> Answer | None:
        """Say what an acronym stands for, or return None."""
        asks = Asked.DEFINITION in question.asked or "=" in question.text
        if not asks or len(question.topics) > 1 or question.roles:
            return None
        acronyms = [word.best for word in question.words if self._may_be_acronym(word.best)]
        known = next(filter(None, map(self._in_acts, acronyms)), None) or self._in_register(question)
        if not known:
            return None
        lead, finding = known
        return answered(question, [finding], QuestionKind.DEFINITION, [lead])

    def _may_be_acronym(self, word: str) -> bool:
        return len(word) <= MAX_ACRONYM and word not in self._sources.lexicon.stop

    def _in_acts(self, acronym: str) -> tuple[Notice, Finding] | None:
        told = self._sources.index.glossary_entry(acronym)
        if told is None:
            return None
        slug, entry = told
        if entry.reference is None:
            return None
        lead = notice(EXPLAINS, acronym=entry.acronym, expansion=entry.expansion)
        return lead, self._findings.write(slug, entry.reference, (acronym,))

    def _in_register(self, question: Question) -> tuple[Notice, Finding] | None:
        for name in question.parties:
            party = self._sources.register.parties[name]
            full = party.full.get(question.language)
            here = self._sources.index.postings(of_party(name)).provisions
            if full and len(here):
                lead = notice(EXPLAINS, acronym=name, expansion=full)
                return lead, self._findings.numbered(int(here[-1]), (name,))
        return None
