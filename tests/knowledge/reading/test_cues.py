import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.clauses import ClauseFinder
from knowledge.reading.duties.cueforms import CueForms
from knowledge.reading.duties.cues import Cue, Cues
from knowledge.reading.duties.paragraphs import ParagraphReader
from knowledge.reading.duties.passagereader import PassageReader
from knowledge.values.errors import FaultyData
from tests.support.builders import make_meeting

FORUM = load_forum(BUILT_IN)
CUES = Cues.load(BUILT_IN.language)
PEOPLE = PeopleFinder(BUILT_IN.language)
REGISTER = PartyRegister.load(BUILT_IN)
VERBS = Verbs.load(BUILT_IN.language)


def every_cue() -> Iterator[object]:
    for name, file in (("duties", CUES.duties), ("courtesies", CUES.courtesies)):
        for language in ("es", "en"):
            for cue in getattr(file, language):
                yield pytest.param(cue, language, id=f"{name}-{cue.cue}")


@pytest.mark.parametrize(("cue", "language"), list(every_cue()))
def test_a_cue_is_understood_in_its_own_example(cue: Cue, language: str) -> None:
    around = ParagraphReader(REGISTER, FORUM, CUES, VERBS, PEOPLE).surroundings(make_meeting(), language)
    passage = PassageReader(REGISTER, CUES.actors, PEOPLE).read(cue.example)

    clauses = ClauseFinder(around, CueForms(CUES, VERBS), CUES).find(passage)

    assert cue.means in {clause.head.cue.means for clause in clauses if clause.head.cue}


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        pytest.param("courtesies.yaml", "agradecer, means: thank", "agradecer, means: hug", id="means"),
        pytest.param("actors.yaml", "accepting: [acept,", "accepting: [Aceptó,", id="no folded letters"),
        pytest.param("actors.yaml", "welcomed: [acogi]", "welcomed: [se acogi]", id="more than a word"),
    ],
)
def test_a_mistake_in_a_cue_file_is_reported_with_its_place(
    tmp_path: Path, name: str, right: str, wrong: str
) -> None:
    shutil.copytree(BUILT_IN.language / "cues", tmp_path / "cues")
    path = tmp_path / "cues" / name
    before, found, after = path.read_text(encoding="utf-8").partition(right)
    path.write_text(before + wrong + after, encoding="utf-8")

    with pytest.raises(FaultyData, match=rf"{name}, línea {before.count(chr(10)) + 1}"):
        Cues.load(tmp_path)

    assert found
