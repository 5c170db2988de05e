"""Which event of a sentence has the days that stand in it, and where it is held."""

from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.reading.duties.duties import Frame
from knowledge.reading.duties.eventdays import EventDays, EventDaysFinder
from knowledge.reading.duties.eventlinks import EventLinks, Told
from knowledge.reading.duties.eventnames import EventMention, EventNouns
from knowledge.reading.duties.holdingwords import HoldingWords
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.passagereader import PassageReader
from knowledge.reading.files.marks import ROW_CELL_END
from knowledge.values.references import Reference
from tests.support.builders import make_meeting

REGISTER = PartyRegister.load(BUILT_IN)
CUES = Cues.load(BUILT_IN.language)
PEOPLE = PeopleFinder(BUILT_IN.language)
MEETING = make_meeting(start=date(2017, 5, 14), end=date(2017, 5, 16))
HOLDING = HoldingWords(CUES.events, Verbs.load(BUILT_IN.language))
LINKS = {language: EventLinks(REGISTER, HOLDING, language) for language in ("es", "en")}
NOUNS = EventNouns(CUES.events)
PASSAGES = PassageReader(REGISTER, CUES.actors, PEOPLE)
DEADLINES = DeadlineFinder(CUES)


def told_in(text: str, language: str = "es", *, bound: bool = False) -> Told:
    """Read a sentence with the events that are named in it."""
    deadlines = tuple(DEADLINES.find(text, meeting=MEETING))
    reference = Reference.parse("C1")
    paragraph = Paragraph(reference, PASSAGES.read(text), (), (), deadlines, Frame())
    mentions = LINKS[language].outer(text, NOUNS.find(text))
    return Told(paragraph, 0, text, fold(text), mentions, bound)


def days_in(told: Told) -> EventDays:
    """Return the last days of a sentence that may be an event's."""
    return [*EventDaysFinder(CUES.events.starting, MEETING).find(told.text, told.paragraph.deadlines)][-1]


def words_of(mention: EventMention | None, text: str) -> str | None:
    return text[mention.name : mention.end] if mention else None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("El taller se celebrará el 5 de junio de 2017.", "taller", id="as subject"),
        pytest.param("Celebrar en Lima, el 5 de junio de 2017, un taller.", "taller", id="days before it"),
        pytest.param("Taller sobre niñez, del 5 al 9 de junio de 2017.", "Taller", id="alone"),
        pytest.param(
            "La Reunión se fijó en Lima, del 5 al 9 de junio de 2017.", "Reunión", id="a place between"
        ),
        pytest.param(
            "Que el taller se haga y México remita el informe el 5 de junio de 2017.",
            None,
            id="a duty between",
        ),
        pytest.param(
            "El taller se prepara; México remite el informe el 5 de junio de 2017.", None, id="another clause"
        ),
        pytest.param("Enviar la agenda del taller el 5 de junio de 2017.", None, id="what is sent about it"),
        pytest.param(
            "Invitar a la ST al foro y al taller del 5 al 9 de junio de 2017.",
            "taller",
            id="the nearest of two",
        ),
        pytest.param(
            "Celebrar talleres entre el 5 y el 9 de junio de 2017.", None, id="each within these days"
        ),
    ],
)
def test_days_belong_to_the_event_that_has_them(text: str, named: str | None) -> None:
    told = told_in(text)

    assert words_of(LINKS["es"].named(told, days_in(told)), text) == named


@pytest.mark.parametrize(
    ("text", "bound", "named"),
    [
        pytest.param(
            f"Taller{ROW_CELL_END}Lima{ROW_CELL_END}5 al 9 de junio de 2017",
            True,
            "Taller",
            id="several days",
        ),
        pytest.param(
            f"Taller{ROW_CELL_END}Lima{ROW_CELL_END}5 de junio de 2017",
            False,
            "Taller",
            id="a day of a schedule",
        ),
        pytest.param(
            f"Taller{ROW_CELL_END}Lima{ROW_CELL_END}5 de junio de 2017",
            True,
            None,
            id="a last day of a table of duties",
        ),
    ],
)
def test_a_row_has_its_days(text: str, *, bound: bool, named: str | None) -> None:
    told = told_in(text, bound=bound)

    assert words_of(LINKS["es"].named(told, days_in(told)), text) == named


@pytest.mark.parametrize(
    ("text", "language", "outer"),
    [
        pytest.param("Celebrar un taller de capacitación.", "es", ["taller"], id="what it is about"),
        pytest.param("Coordinar por videoconferencia la reunión.", "es", ["reunión"], id="a means"),
        pytest.param("El taller y el foro.", "es", ["taller", "foro"], id="two"),
        pytest.param("The workshop report is due.", "en", [], id="a compound"),
        pytest.param("The workshop's findings.", "en", [], id="a possessive"),
        pytest.param("The workshop will be held.", "en", ["workshop"], id="a verb after it"),
    ],
)
def test_only_events_themselves_count(text: str, language: str, outer: list[str]) -> None:
    assert [words_of(each, text) for each in LINKS[language].outer(text, NOUNS.find(text))] == outer


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("El taller se celebrará en Lima, el 5 de junio de 2017.", "Lima", id="between"),
        pytest.param("Celebrar en Lima un taller el 5 de junio de 2017.", "Lima", id="before"),
        pytest.param("Taller: 5 de junio de 2017, en la ciudad de Lima.", "Lima", id="after"),
        pytest.param("El taller se celebrará el 5 de junio de 2017.", None, id="nowhere"),
    ],
)
def test_an_event_has_its_place(text: str, place: str | None) -> None:
    told = told_in(text)
    (mention,) = told.mentions

    assert LINKS["es"].place(told, days_in(told), mention.start, mention.end) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("La XXX Reunión se celebrará en San José.", "San José", id="said"),
        pytest.param("Celebrar el taller en Tegucigalpa.", "Tegucigalpa", id="asked"),
        pytest.param("El taller se celebró en Tegucigalpa.", None, id="over"),
        pytest.param("Agradecer a Honduras el taller en Tegucigalpa.", None, id="only spoken of"),
    ],
)
def test_an_event_without_days_may_have_a_place(text: str, place: str | None) -> None:
    told = told_in(text)

    assert LINKS["es"].placed(told, told.mentions[0]) == place


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        pytest.param("Lugar y fecha: Lima, 5 y 6 de junio de 2017.", True, id="where and when"),
        pytest.param("Del 5 al 6 de junio de 2017, en Lima.", True, id="when and where"),
        pytest.param("Enviar el informe: 5 de junio de 2017.", False, id="a doing"),
        pytest.param("Lima, 5 de junio de 2017, con apoyo de la OIM.", False, id="who helps"),
    ],
)
def test_a_sentence_may_say_no_more_than_where_and_when(text: str, *, is_all: bool) -> None:
    told = told_in(text)

    assert LINKS["es"].is_all(told, days_in(told)) is is_all


@pytest.mark.parametrize(
    ("text", "is_mentioned"),
    [
        pytest.param("Preparar la guía para el simulacro del 5 al 6 de junio de 2017.", True, id="spoken of"),
        pytest.param("Celebrar el taller del 5 al 6 de junio de 2017.", False, id="held"),
        pytest.param("Preparar un taller del 5 al 6 de junio de 2017.", False, id="a new one"),
    ],
)
def test_an_event_that_others_hold_is_only_mentioned(text: str, *, is_mentioned: bool) -> None:
    told = told_in(text)

    assert LINKS["es"].is_mentioned(told, told.mentions[-1], days_in(told)) is is_mentioned


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        pytest.param(
            "Realizar dos talleres: el primero en Piura, el 12 de julio de 2017.",
            "el primero",
            id="the first",
        ),
        pytest.param("Realizar un taller: el primero en Piura, el 12 de julio de 2017.", None, id="of one"),
        pytest.param("Realizar dos talleres en Piura, el 12 de julio de 2017.", None, id="both"),
    ],
)
def test_one_of_several_events_has_its_own_days(text: str, begins: str | None) -> None:
    told = told_in(text)
    found = LINKS["es"].one_of_several(told, days_in(told))

    assert (text[found[1] : found[1] + len("el primero")] if found else None) == begins


@pytest.mark.parametrize(
    ("words", "is_else"),
    [
        pytest.param("Honduras", True, id="a party"),
        pytest.param("en Lima", True, id="a preposition"),
        pytest.param("celebrar", True, id="holding"),
        pytest.param("Décima", False, id="an ordinal"),
    ],
)
def test_words_before_an_event_may_belong_to_its_name(words: str, *, is_else: bool) -> None:
    assert LINKS["es"].is_else(words) is is_else
