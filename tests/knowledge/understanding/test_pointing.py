"""What a sentence points at, and what is left of it as its question."""

import pytest

from knowledge.language.folding import words
from knowledge.search.sources import Sources
from knowledge.search.spelling import Correction
from knowledge.understanding.meetings import MeetingFinder
from knowledge.understanding.named_meetings import ActsAtHand
from knowledge.understanding.pointing import PointingReader, words_between
from knowledge.understanding.reference_words import load_reference_words
from knowledge.understanding.references import ReferenceFinder
from knowledge.understanding.units import Word
from knowledge.understanding.wording import Wording
from tests.support.answers import open_sources
from tests.support.meetings import four_meetings


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> PointingReader:
    sources = open_sources(tmp_path_factory.mktemp("four"), *four_meetings())
    return PointingReader(ReferenceFinder(load_reference_words(sources.data.language)), meetings_of(sources))


def meetings_of(sources: Sources) -> MeetingFinder:
    return MeetingFinder.load(
        sources.data.language,
        sources.forum_forms,
        sources.index.thesaurus,
        ActsAtHand(sources.documents),
        sources.lexicon.stop,
    )


def wording(text: str) -> Wording:
    """Take every word as it stands."""
    return Wording(tuple(Word(each, (Correction(each, 1.0),)) for each in words(text)), text)


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        pytest.param("¿qué dice la conclusión 2?", {"conclusion", "2"}, id="a provision"),
        pytest.param("¿qué dice la C1 y la 2 b?", {"c1", "2", "b"}, id="two provisions"),
        pytest.param(
            "¿quién pagó en la reunión de Managua de 2015?", {"reunion", "managua", "2015"}, id="a meeting"
        ),
        pytest.param("¿quién paga el taller?", set(), id="nothing"),
        pytest.param("", set(), id="no words"),
    ],
)
def test_the_words_that_point_are_told_from_others(
    reader: PointingReader, text: str, pointing: set[str]
) -> None:
    told = reader.read(wording(text), placed=False)

    assert pointing <= {words(text)[place] for place in told.words}
    assert bool(told.words) is bool(pointing)
    assert "paga" not in {words(text)[place] for place in told.words}


@pytest.mark.parametrize(
    ("text", "placed", "about"),
    [
        pytest.param(
            "¿quién paga el taller en la reunión de Managua de 2015?",
            False,
            "¿quién paga el taller ?",
            id="the meeting is left out",
        ),
        pytest.param(
            "la reunión de Managua de 2015", False, "la reunión de Managua de 2015", id="nothing else is said"
        ),
        pytest.param("¿quién paga el taller?", False, None, id="no meeting"),
        pytest.param("¿quién paga en Managua?", False, None, id="a place that may be another's"),
        pytest.param("¿qué prometió Canadá desde 2015?", True, None, id="a limit"),
        pytest.param("¿quién paga en Managua?", True, "¿quién paga ?", id="a place of a meeting"),
        pytest.param("¿qué dice la conclusión 2?", False, None, id="a provision stays"),
    ],
)
def test_what_says_of_which_meeting_is_no_part_of_the_question(
    reader: PointingReader, text: str, *, placed: bool, about: str | None
) -> None:
    assert reader.read(wording(text), placed=placed).about == about


@pytest.mark.parametrize(
    ("placed", "is_meant"),
    [
        pytest.param(False, False, id="may be of something else"),
        pytest.param(True, True, id="taken for the meeting"),
    ],
)
def test_a_place_alone_is_that_meeting_only_where_it_is_taken_so(
    reader: PointingReader, *, placed: bool, is_meant: bool
) -> None:
    (meeting,) = reader.read(wording("¿quién paga en Managua?"), placed=placed).meetings

    assert meeting.is_meant is is_meant


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [
        pytest.param(0, 3, (0, 1), id="the first word"),
        pytest.param(2, 5, (0, 2), id="parts of two words"),
        pytest.param(3, 4, (0, 0), id="the space between"),
        pytest.param(4, 12, (1, 3), id="to the end"),
    ],
)
def test_a_stretch_of_characters_touches_words(start: int, end: int, touched: tuple[int, int]) -> None:
    assert words_between([(0, 3), (4, 7), (8, 12)], start, end) == touched
