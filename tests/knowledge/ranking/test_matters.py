"""What several acts say alike is answered from the newest, and followed from one meeting to another."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.meaning.encoder import Encoder
from knowledge.values.acts import Act
from knowledge.values.answers import Answer, Outcome
from tests.support.answers import TODAY, ask, respond_from, said
from tests.support.builders import make_act, make_meeting

OTHERS = (
    ("C2", "Agradecer al Gobierno y al pueblo anfitrión su hospitalidad."),
    ("C3", "Tomar nota del informe sobre la trata de personas que presentó la OIM."),
)


def act_of(city: str, start: date, fees: str, *others: tuple[str, str]) -> Act:
    """Build an act whose first conclusion is about fees."""
    meeting = make_meeting(city=city, country=None, start=start, end=start)
    slug = f"grcm-{start:%Y-%m}-{city.lower()}"
    return make_act(("C1", fees), *OTHERS, *others, slug=slug, sha256=slug, meeting=meeting)


@pytest.fixture(scope="module")
def responder(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(
        tmp_path_factory.mktemp("matters"),
        act_of(
            "Tela",
            date(2008, 5, 6),
            "Instar a los Países Miembros a pagar sus cuotas antes del 30 de junio de 2008.",
            ("C5", "La sede de la próxima reunión será Honduras."),
        ),
        act_of(
            "Managua",
            date(2012, 5, 8),
            "Exhortar a los Países Miembros a pagar las cuotas a más tardar el 1 de octubre de 2012.",
            ("C4", "Realizar un taller sobre visas en León."),
        ),
        act_of(
            "Ottawa",
            date(2016, 5, 3),
            "Invitar a los Países Miembros a ponerse al día con las cuotas antes del 15 de julio de 2016.",
            ("C5", "La siguiente reunión del Grupo tendrá como sede Mérida, en México."),
        ),
        encoder=encoder,
    )


def documents(answer: Answer) -> list[str]:
    return [finding.citation.document for finding in answer.findings]


def test_the_newest_act_answers_and_the_others_are_told(responder: Responder) -> None:
    answer = ask(responder, "¿Hasta cuándo hay que pagar las cuotas?")

    assert documents(answer) == ["grcm-2016-05-ottawa"]
    assert [citation.key for citation in answer.also] == ["grcm-2012-05-managua#C1", "grcm-2008-05-tela#C1"]


def test_the_next_meeting_is_that_of_the_newest_act(responder: Responder) -> None:
    answer = ask(responder, "¿quién será la sede de la próxima reunión?")

    assert answer.findings[0].citation.key == "grcm-2016-05-ottawa#C5"


def test_what_one_act_alone_says_is_answered_from_there(responder: Responder) -> None:
    answer = ask(responder, "¿Dónde es el taller sobre visas?")

    assert documents(answer) == ["grcm-2012-05-managua"]
    assert answer.also == ()


@pytest.mark.parametrize(
    ("messages", "key"),
    [
        pytest.param(
            ["¿Hasta cuándo se pagan las cuotas según la última reunión?", "¿y en la de Tela?"],
            "grcm-2008-05-tela#C1",
            id="another place",
        ),
        pytest.param(
            ["¿Hasta cuándo se pagan las cuotas según la última reunión?", "¿y la anterior?"],
            "grcm-2012-05-managua#C1",
            id="the one before",
        ),
        pytest.param(
            ["la 2 de la de Managua", "¿y en la de 2008?"], "grcm-2008-05-tela#C2", id="the same number"
        ),
        pytest.param(
            ["la 2 de la de Managua", "¿y en la de Tela?", "¿y en la siguiente?"],
            "grcm-2012-05-managua#C2",
            id="from one to the next",
        ),
        pytest.param(
            ["la 2 de la de Managua", "la siguiente"], "grcm-2012-05-managua#C3", id="a step within"
        ),
        pytest.param(
            ["¿Hasta cuándo se pagan las cuotas según la de Tela?", "¿y ahora?"],
            "grcm-2016-05-ottawa#C1",
            id="what holds by now",
        ),
        pytest.param(
            [
                "¿Dónde es el taller sobre visas según la de Managua?",
                "¿y en la siguiente?",
                "¿y la anterior?",
            ],
            "grcm-2012-05-managua#C4",
            id="back from one that lacks it",
        ),
    ],
)
def test_a_chat_goes_from_meeting_to_meeting(responder: Responder, messages: list[str], key: str) -> None:
    focus: str | None = None
    for message in messages:
        answer, focus = responder.ask(message, today=TODAY, language="es", focus=focus)

    assert answer.findings[0].citation.key == key


def test_what_is_only_of_the_same_sort_isnt_taken_for_the_same_matter(
    encoder: Encoder, tmp_path: Path
) -> None:
    workshops = ("Realizar un taller sobre visas humanitarias en León, Nicaragua, en marzo de 2013.",)
    newer = ("Realizar un taller sobre estadísticas de remesas en Toronto, Canadá, en junio de 2017.",)
    responder = respond_from(
        tmp_path,
        act_of("Managua", date(2012, 5, 8), *workshops),
        act_of("Ottawa", date(2016, 5, 3), *newer),
        encoder=encoder,
    )

    assert documents(ask(responder, "¿Dónde es el taller de visas humanitarias?")) == ["grcm-2012-05-managua"]


def test_what_another_meeting_lacks_is_not_made_up(responder: Responder) -> None:
    _, focus = responder.ask("¿Qué taller hay en la de Managua?", today=TODAY, language="es")
    answer, _ = responder.ask("¿y en la de Tela?", today=TODAY, language="es", focus=focus)

    assert "C4" not in str(answer.findings)


def test_a_meeting_that_lacks_what_is_asked_is_told_from_those_that_have_it(responder: Responder) -> None:
    answer = ask(responder, "¿Dónde es el taller sobre visas según la reunión de Tela?")

    assert answer.outcome is Outcome.NOTHING
    assert said(answer).startswith("En el acta de Tela (2008) no consta.")
    assert [(each.citation.key, each.label) for each in answer.suggestions] == [
        ("grcm-2012-05-managua#C4", "2012: Realizar un taller sobre visas en León.")
    ]


def test_what_lacks_a_name_is_on_another_matter(encoder: Encoder, tmp_path: Path) -> None:
    older = act_of(
        "Tela",
        date(2007, 4, 26),
        "Lamentar el naufragio ocurrido el 3 de febrero de 2007 frente a las costas de Bluefields, en el que "
        "perdieron la vida once personas, y expresar condolencias a sus familiares.",
    )
    newer = act_of(
        "Ottawa",
        date(2016, 5, 3),
        "Expresar sus condolencias por las catorce personas fallecidas en el vuelco de un autobús, y "
        "reconocer la labor de los cuerpos de bomberos.",
    )
    answer = ask(
        respond_from(tmp_path, older, newer, encoder=encoder), "Bluefields, el naufragio, cuántos murieron"
    )

    assert documents(answer) == ["grcm-2007-04-tela"]
    assert answer.also == ()
