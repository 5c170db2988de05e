"""Words that hold an event or set its days, and verbs that stand between an event and its days."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold
from knowledge.language.verbs import Verbs
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.holdingwords import HoldingWords

HOLDING = HoldingWords(Cues.load(BUILT_IN.language).events, Verbs.load(BUILT_IN.language))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("El taller se celebrará en Lima", "se celebrara", id="a future"),
        pytest.param("El taller se celebraría en Lima", "se celebraria", id="a conditional"),
        pytest.param("El taller será celebrado en Lima", "sera celebrado", id="a participle"),
        pytest.param("la celebración de su XXX Reunión", "celebracion", id="a noun"),
        pytest.param("El foro tendrá lugar en mayo", "tendra lugar", id="a verb with its noun"),
        pytest.param("The workshop will be held in Lima", "will be held", id="an English participle"),
        pytest.param("Lima will host the forum", "host", id="an English verb"),
        pytest.param("the host of the workshop", None, id="a noun that looks like the verb"),
        pytest.param("México enviará el informe", None, id="another verb"),
    ],
)
def test_holding_is_found_in_any_form(text: str, found: str | None) -> None:
    folded = fold(text)
    first = next((folded[start:end] for start, end in HOLDING.find(folded)), None)

    assert first == found
    assert HOLDING.holds(folded) is (found is not None)


@pytest.mark.parametrize(
    ("text", "is_past"),
    [
        pytest.param("El taller se celebró en Lima", True, id="a preterite"),
        pytest.param("el taller celebrado en Lima", True, id="a participle"),
        pytest.param("el taller será celebrado en Lima", False, id="a participle to come"),
        pytest.param("the workshop held in Lima", True, id="English"),
        pytest.param("the workshop to be held in Lima", False, id="English, to come"),
        pytest.param("El taller se celebrará en Lima", False, id="a future"),
    ],
)
def test_the_past_is_told_from_what_is_to_come(text: str, *, is_past: bool) -> None:
    assert HOLDING.is_past(text) is is_past


@pytest.mark.parametrize(
    ("between", "is_of_else"),
    [
        pytest.param(" se celebrará en Lima, ", False, id="holding"),
        pytest.param(" en Ciudad de México, ", False, id="a place"),
        pytest.param(" y remitirá sus aportes antes del ", True, id="a future of something else"),
        pytest.param(" para que los países remitan ", True, id="a subjunctive"),
        pytest.param(" envió la nota del ", True, id="a preterite"),
        pytest.param(" and will submit its report by ", True, id="an English modal"),
        pytest.param(" will be held on ", False, id="an English modal of holding"),
        pytest.param(": presentación de informes, ", True, id="a noun of a doing after a colon"),
    ],
)
def test_another_doing_is_told_from_holding(between: str, *, is_of_else: bool) -> None:
    assert HOLDING.is_of_else(between) is is_of_else


@pytest.mark.parametrize(
    ("word", "may_follow"),
    [
        pytest.param("will", True, id="a modal"),
        pytest.param("on", True, id="a preposition"),
        pytest.param("scheduled", True, id="a participle"),
        pytest.param("statement", False, id="a noun"),
        pytest.param("report", False, id="a noun that is a verb, too"),
    ],
)
def test_a_noun_after_an_event_makes_a_compound(word: str, *, may_follow: bool) -> None:
    assert HOLDING.may_follow(word) is may_follow


@pytest.mark.parametrize(
    ("sentence", "ends_at"),
    [
        pytest.param(
            "la actividad se realizara el 5 de mayo", "realizara", id="what was named, by a general noun"
        ),
        pytest.param("el taller se realizara el 5 de mayo", None, id="what is named anew"),
        pytest.param("que se celebrara el 5 de mayo", "celebrara", id="a relative clause"),
        pytest.param("canada will host it on 5 may", "it", id="a pronoun"),
        pytest.param("este se realizara en lima", "realizara", id="a demonstrative"),
        pytest.param("mexico enviara el informe", None, id="another doing"),
    ],
)
def test_a_sentence_may_point_at_what_was_named(sentence: str, ends_at: str | None) -> None:
    end = HOLDING.pointing(sentence)

    assert (sentence[:end].rsplit(maxsplit=1)[-1] if end else None) == ends_at


@pytest.mark.parametrize(
    ("text", "attends"),
    [
        pytest.param("instar a los paises a asistir al", True, id="Spanish"),
        pytest.param("invitar a los paises a asistir a la", True, id="Spanish, with an article"),
        pytest.param("invites members to attend the", True, id="English"),
        pytest.param("invites members to report the", False, id="another verb"),
    ],
)
def test_words_of_attending_stand_before_an_event(text: str, *, attends: bool) -> None:
    assert HOLDING.attends(text) is attends


@pytest.mark.parametrize(
    ("wording", "forms"),
    [
        pytest.param("realizar", {"realizar", "realizara", "realizaria", "realizada"}, id="regular"),
        pytest.param("tener lugar", {"tener lugar", "tendra lugar", "tendrian lugar"}, id="with its noun"),
        pytest.param("hold", {"hold", "held", "holding"}, id="English"),
    ],
)
def test_a_verb_has_its_forms(wording: str, forms: set[str]) -> None:
    assert forms <= {*HOLDING.forms(wording)}


def test_nouns_of_holding_are_blanked_in_place() -> None:
    assert HOLDING.without_nouns("la celebracion de su reunion") == "la             de su reunion"


def test_what_is_said_of_an_event_begins_with_its_verb() -> None:
    folded = fold("XXX Reunión se celebrará en Lima")

    assert folded[HOLDING.verb_in(folded, 3) :] == " se celebrara en lima"
