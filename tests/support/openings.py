"""Openings of single provisions in answer to a question, in the source language."""

from datetime import date
from pathlib import Path

from benchmarks.openings import Asked
from knowledge.citing.findings import FindingWriter
from knowledge.language.datafiles import BUILT_IN
from knowledge.opening.openings import OpeningWriter
from knowledge.reading.duties.findings import act_finder
from knowledge.search.parts import ALL_PARTS
from knowledge.search.sources import Sources
from knowledge.understanding.message import MessageReader
from knowledge.values.answers import Finding
from knowledge.values.questions import Facet
from knowledge.values.references import Reference
from tests.support.answers import REGISTER, TODAY, build_store
from tests.support.builders import Paragraph, make_act, make_meeting

MEETING = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))
_FINDER = act_finder(REGISTER)


def open_provision(
    folder: Path,
    *paragraphs: Paragraph,
    question: str,
    language: str = "es",
    facets: frozenset[Facet] | None = None,
) -> Finding:
    """Return the first paragraph with its opening for a question; `facets` replace those read from it."""
    written = "en" if " the " in paragraphs[0][1] else "es"
    act = _FINDER.fill(make_act(*paragraphs, meeting=MEETING, language=written))
    sources = Sources(build_store(folder, act), BUILT_IN)
    read = (
        MessageReader(sources, ALL_PARTS)
        .read(question, language=language, today=TODAY, meeting=MEETING.start)
        .whole
    )
    asked = Asked.of(read, read.facets if facets is None else facets)
    finding = FindingWriter(sources.store, sources.index).write(
        act.slug, Reference.parse(paragraphs[0][0]), read.labels
    )
    return OpeningWriter(sources).open(asked, finding, alone=True)


def opened(finding: Finding) -> list[str]:
    """Return the lines of a finding's opening, with facts by their names."""
    return [str(line) for line in finding.opening]
