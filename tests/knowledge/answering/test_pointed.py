"""Messages that point at provisions: by their numbers, or from where the last answer stood."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.values.answers import Outcome
from tests.support.act_texts import SMALL_ACT, act_of
from tests.support.answers import TODAY, ask, cited, respond_from, said
from tests.support.builders import make_act, make_meeting
from tests.support.meetings import four_meetings


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(tmp_path_factory.mktemp("small"), act_of(SMALL_ACT))


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(tmp_path_factory.mktemp("four"), *four_meetings())


@pytest.mark.parametrize(
    ("messages", "references"),
    [
        pytest.param(["conclusión 2"], ["C2"], id="a number"),
        pytest.param(["la 4 b"], ["C4.b"], id="a letter"),
        pytest.param(["conclusiones 1 y 3"], ["C1", "C3"], id="several"),
        pytest.param(["recomendación 1"], ["R1"], id="another section"),
        pytest.param(["la 2 y la 19"], ["C2"], id="one that is there of two"),
        pytest.param(["3.ª conclusión"], ["C3"], id="an ordinal"),
        pytest.param(["conclusión 2", "la siguiente"], ["C3"], id="the next"),
        pytest.param(["conclusión 4 a", "¿y la b?"], ["C4.b"], id="another letter"),
        pytest.param(["conclusión 2", "el texto completo"], ["C2"], id="the same again"),
    ],
)
def test_what_is_pointed_at_is_shown(small: Responder, messages: list[str], references: list[str]) -> None:
    answer = ask(small, *messages)

    assert answer.outcome is Outcome.FOUND
    assert cited(answer) == references


@pytest.mark.parametrize(
    ("messages", "why"),
    [
        pytest.param(["conclusión 19"], "tiene 6", id="a number too high"),
        pytest.param(["conclusión 0"], "tiene 6", id="none has the number nought"),
        pytest.param(["la 0"], "tiene 6", id="nought without a section"),
        pytest.param(["conclusión 2 b"], "no tiene incisos", id="a letter of one without"),
        pytest.param(["conclusión 4 e"], "tiene los incisos «a» a «b»", id="a letter too high"),
        pytest.param(["la siguiente"], "¿A partir de cuál?", id="a step from nowhere"),
        pytest.param(["recomendación 1", "la siguiente"], "No hay ninguna más", id="a step past the end"),
        pytest.param(["conclusión 6", "y la 9?"], "tiene 6", id="a step to what isn't there"),
    ],
)
def test_what_isnt_there_is_corrected(small: Responder, messages: list[str], why: str) -> None:
    answer = ask(small, *messages)

    assert answer.outcome is Outcome.NOTHING
    assert why in said(answer)


def test_a_figure_that_names_nothing_else_is_no_reference(small: Responder) -> None:
    assert cited(ask(small, "5G del IV taller sobre pasaportes en Choluteca, fecha")) == ["C2"]


def test_what_is_there_comes_with_what_isnt(small: Responder) -> None:
    assert "6" in said(ask(small, "la 2 y la 19"))


@pytest.mark.parametrize(
    ("message", "also"),
    [
        pytest.param("la 1 de la de Managua", ["grcm-2006-11-managua#C1"], id="two meetings fit"),
        pytest.param("la 1 de la de Managua de 2015", [], id="one fits"),
        pytest.param("conclusión 1", [], id="none is named"),
    ],
)
def test_what_bears_the_number_in_another_meeting_there_is_cited(
    four: Responder, message: str, also: list[str]
) -> None:
    assert [each.key for each in ask(four, message).also] == also


def test_the_same_number_may_be_an_agreement_there(tmp_path: Path) -> None:
    acts = [
        make_act(
            ("ENC", "Se reunieron."),
            (f"{section}1", "Pagar las cuotas."),
            slug=f"act-{year}",
            sha256=str(year),
            meeting=make_meeting(city="Managua", start=date(year, 5, 1), end=date(year, 5, 1)),
        )
        for section, year in (("C", 2012), ("A", 2010))
    ]
    responder = respond_from(tmp_path, *acts)
    assert cited(ask(responder, "conclusión 1 de 2012", "¿y en la de 2010?")) == ["A1"]


def test_a_step_in_english_answers_in_english(small: Responder) -> None:
    assert ask(small, "conclusión 2", "en inglés por favor").language == "en"


@pytest.mark.parametrize(
    ("messages", "documents"),
    [
        pytest.param(["conclusión 1"], ["grcm-2017-06-mexico-city"], id="the newest"),
        pytest.param(["conclusión 1 de 2010"], ["grcm-2010-05-ciudad-de-panamá"], id="by its year"),
        pytest.param(
            ["marcar como cumplida la 1 de 2010"], ["grcm-2010-05-ciudad-de-panamá"], id="after other words"
        ),
        pytest.param(["¿qué dice la 1 de 2010?"], ["grcm-2010-05-ciudad-de-panamá"], id="in a question"),
        pytest.param(["C1 2010"], ["grcm-2010-05-ciudad-de-panamá"], id="by a year alone"),
        pytest.param(["conclusión 1 de Panamá"], ["grcm-2010-05-ciudad-de-panamá"], id="by its country"),
        pytest.param(["¿qué dice la 1 de Nicaragua?"], ["crm-2015-11-managua"], id="the newest in a country"),
        pytest.param(["conclusion 3 of Panama, please"], ["grcm-2017-06-mexico-city"], id="and more"),
        pytest.param(
            ["conclusión 1 de 2006", "conclusión 2 de Panamá"],
            ["grcm-2010-05-ciudad-de-panamá"],
            id="by its country, after another",
        ),
        pytest.param(["conclusión 1 de Honduras"], ["grcm-2017-06-mexico-city"], id="where none was"),
        pytest.param(
            ["conclusión 1", "¿y en la de 2010?"],
            ["grcm-2010-05-ciudad-de-panamá"],
            id="the same number there",
        ),
        pytest.param(
            ["¿qué enlace va a nombrar Honduras?", "¿y la reunión de 2010?"],
            ["grcm-2010-05-ciudad-de-panamá"],
            id="the same asked of a meeting",
        ),
        pytest.param(
            ["conclusión 1", "¿y la 3 de 2006?"], ["grcm-2006-11-managua"], id="another number there"
        ),
    ],
)
def test_a_provision_is_that_of_the_meeting_named(
    four: Responder, messages: list[str], documents: list[str]
) -> None:
    assert [each.citation.document for each in ask(four, *messages).findings] == documents


@pytest.mark.parametrize(
    ("messages", "cited_last"),
    [
        pytest.param(["conclusión 1 de 2010", "la siguiente"], "2010-05-ciudad-de-panamá#C2", id="the next"),
        pytest.param(
            ["conclusión 2 de la última reunión", "¿y la siguiente?"],
            "2017-06-mexico-city#C3",
            id="the next, and not the meeting after",
        ),
        pytest.param(
            ["conclusión 1 de 2010", "la siguiente", "¿ya se hizo?"],
            "2010-05-ciudad-de-panamá#C2",
            id="whether that was done",
        ),
        pytest.param(
            ["conclusión 1 de 2010", "la siguiente", "¿ya los enviaron?"],
            "2010-05-ciudad-de-panamá#C2",
            id="whether its deed was done",
        ),
        pytest.param(
            ["conclusion 2 of 2010", "the previous one", "was it appointed?"],
            "2010-05-ciudad-de-panamá#C1",
            id="whether its deed was done, in English",
        ),
        pytest.param(
            ["¿qué enlace va a nombrar Honduras?", "conclusión 1 de 2010", "la siguiente"],
            "2010-05-ciudad-de-panamá#C2",
            id="the next of another meeting's that was named",
        ),
        pytest.param(
            ["conclusión 1", "¿y la 2 de 2006?", "la siguiente"],
            "2006-11-managua#C3",
            id="the next of a number of another meeting",
        ),
        pytest.param(
            ["¿dónde fue la reunión de 2010?", "¿y la siguiente?"],
            "2015-11-managua#ENC",
            id="the meeting after, of a meeting",
        ),
    ],
)
def test_what_is_asked_next_is_asked_of_what_is_shown(
    four: Responder, messages: list[str], cited_last: str
) -> None:
    (found,) = ask(four, *messages).findings
    assert found.citation.key.endswith(cited_last)


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("conclusión 1 de la reunión de 1999", id="a meeting"),
        pytest.param("conclusión 1 de 1999", id="a year alone"),
        pytest.param("C1 1999", id="a year after a short number"),
    ],
)
def test_a_meeting_that_isnt_loaded_has_no_provision(four: Responder, message: str) -> None:
    answer = ask(four, message)

    assert answer.outcome is Outcome.NOTHING
    assert "No tengo el acta de esa reunión." in said(answer)


@pytest.mark.parametrize(
    "message", ["texto completo", "en inglés", "la siguiente", "¿y la b?", "¿ya se hizo?", "¿y quién?"]
)
def test_what_goes_on_from_a_withdrawn_act_shows_nothing_of_it(
    four: Responder, small: Responder, message: str
) -> None:
    _, focus = four.ask("conclusión 1 de 2010", today=TODAY, language="es", focus=None)
    answer, focus = small.ask(message, today=TODAY, language="es", focus=focus)

    assert answer.findings == ()
    assert focus == ""


@pytest.fixture(scope="module")
def of_two_sorts(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    """An act with conclusions, and an older one with agreements of a body that nobody described."""
    meeting = make_meeting(body=None, city="Choluteca", start=date(2001, 3, 4), end=date(2001, 3, 5))
    agreements = [(f"A{number}", f"Honduras hará {number} planos.") for number in range(1, 4)]
    older = make_act(("ENC", "Reunidos en Choluteca."), *agreements, slug="acta", sha256="a", meeting=meeting)
    return respond_from(tmp_path_factory.mktemp("sorts"), act_of(SMALL_ACT), older)


@pytest.mark.parametrize(
    ("message", "references", "told"),
    [
        pytest.param("acuerdo 2", ["A2"], "", id="of the act that has agreements"),
        pytest.param("acuerdo 9 de Choluteca", [], "el acta de choluteca (2001) tiene", id="none of the act"),
        pytest.param(
            "acuerdo 2 b de Choluteca", [], "a2 no tiene incisos", id="without items in the act named"
        ),
        pytest.param(
            "acuerdo 4 b de Choluteca", ["C4.b"], "el acta de choluteca (2001) tiene", id="of another act"
        ),
    ],
)
def test_an_act_is_named_only_where_that_tells_something(
    of_two_sorts: Responder, message: str, references: list[str], told: str
) -> None:
    answer = ask(of_two_sorts, message)

    assert cited(answer) == references
    assert [str(each).casefold()[: len(told)] for each in answer.lead] == [told] * bool(told)


def test_without_acts_nothing_is_pointed_at(tmp_path: Path) -> None:
    assert ask(respond_from(tmp_path), "conclusión 1").outcome is Outcome.NOTHING
