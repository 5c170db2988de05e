"""The order of decisions: the first way that answers counts."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.order import WAYS, Order
from knowledge.answering.responder import Responder
from knowledge.answering.turns import Turn
from knowledge.answering.ways import Ways
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.ranking.weights import load_weights
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.sources import Sources
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.message import MessageReader
from knowledge.values.answers import Outcome
from tests.support.answers import ask, cited, respond_from
from tests.support.builders import make_act

TODAY = date(2008, 6, 1)


def turn_of(sources: Sources, *messages: str, parts: Parts = ALL_PARTS) -> Turn:
    """Understand the last message of a chat."""
    order = Order(sources, load_weights(BUILT_IN.learned), parts)
    reader = MessageReader(sources, parts)
    last = None
    for message in messages:
        read = reader.read(message, language="es", today=TODAY, meeting=TODAY)
        turn = order.turn(read, today=TODAY, last=last)
        reply = order.reply(turn)
        last = order.focus(reply, turn) if reply.answer.findings else last
    return turn


@pytest.mark.parametrize(
    ("way", "messages", "outcome", "references"),
    [
        pytest.param("acknowledge_a_gesture", ["👍"], Outcome.COURTESY, [], id="a gesture"),
        pytest.param("step_from_the_last_answer", ["C2", "la siguiente"], Outcome.FOUND, ["C3"], id="a step"),
        pytest.param(
            "step_from_the_last_answer", ["C4", "y la f?"], Outcome.NOTHING, [], id="a step too far"
        ),
        pytest.param("show_what_is_referred_to", ["C2 y C3"], Outcome.FOUND, ["C2", "C3"], id="references"),
        pytest.param("show_what_is_referred_to", ["C45"], Outcome.NOTHING, [], id="a wrong reference"),
        pytest.param(
            "answer_from_what_was_opened",
            ["C2", "¿y quién?"],
            Outcome.FOUND,
            ["C2"],
            id="a word about what was opened",
        ),
        pytest.param("return_a_courtesy", ["hola, buenos días"], Outcome.COURTESY, [], id="a courtesy"),
        pytest.param(
            "decline_another_language",
            ["quand est l'atelier sur les passeports ?"],
            Outcome.NOTHING,
            [],
            id="another language",
        ),
        pytest.param(
            "decline_an_unknown_meeting",
            ["¿qué se acordó en la reunión de 2019?"],
            Outcome.NOTHING,
            [],
            id="another meeting",
        ),
        pytest.param("explain_an_acronym", ["¿qué significa GRCM?"], Outcome.FOUND, ["ENC"], id="an acronym"),
        pytest.param("sum_a_meeting_up", ["resumen de la reunión"], Outcome.FOUND, ["ENC"], id="a summary"),
        pytest.param("tell_of_a_meeting", ["¿dónde fue la reunión?"], Outcome.FOUND, ["ENC"], id="a meeting"),
        pytest.param("list_duties", ["¿qué tiene que hacer Canadá?"], Outcome.FOUND, None, id="duties"),
        pytest.param(
            "list_what_concerns_a_party", ["¿qué hay de la OIM?"], Outcome.FOUND, ["C2"], id="party"
        ),
        pytest.param("list_events", ["¿qué talleres hay?"], Outcome.FOUND, ["C2"], id="events"),
        pytest.param("list_what_is_named", ["¿qué plazos hay?"], Outcome.FOUND, ["C2", "C1"], id="a list"),
        pytest.param(
            "list_deadlines", ["¿qué compromisos vencieron?"], Outcome.FOUND, ["C2", "C1"], id="deadlines"
        ),
        pytest.param(
            "quote_what_answers",
            ["¿cuándo es el taller sobre pasaportes?"],
            Outcome.FOUND,
            ["C2"],
            id="a quotation",
        ),
        pytest.param(
            "correct_what_is_taken_for_granted",
            ["¿cuándo se canceló el taller sobre pasaportes?"],
            Outcome.NOTHING,
            [],
            id="a wrong premise",
        ),
        pytest.param(
            "return_what_is_meant_kindly",
            ["ya tengo hambre, ¿a qué hora es el almuerzo?"],
            Outcome.COURTESY,
            [],
            id="small talk with words of a question",
        ),
        pytest.param(
            "say_that_nothing_answers",
            ["¿cuánto pesa un elefante?"],
            Outcome.NOTHING,
            [],
            id="nothing",
        ),
    ],
)
def test_the_first_way_that_answers_counts(
    sources: Sources, way: str, messages: list[str], outcome: Outcome, references: list[str] | None
) -> None:
    turn = turn_of(sources, *messages)
    ways = Ways(sources, ALL_PARTS, FollowUps.load(BUILT_IN.language))
    first = next(each for each in WAYS if each(ways, turn))
    reply = Order(sources, load_weights(BUILT_IN.learned), ALL_PARTS).reply(turn)

    assert first.__name__ == way
    assert reply.answer.outcome is outcome
    assert references is None or cited(reply.answer) == references


def test_the_last_way_always_answers(sources: Sources) -> None:
    ways = Ways(sources, ALL_PARTS, FollowUps.load(BUILT_IN.language))

    assert WAYS[-1](ways, turn_of(sources, "¿cuándo es el taller?"))


def test_without_lists_a_question_for_one_is_searched(sources: Sources) -> None:
    parts = Parts(lists=False)
    turn = turn_of(sources, "¿qué talleres hay?", parts=parts)
    ways = Ways(sources, parts, FollowUps.load(BUILT_IN.language))
    first = next(each for each in WAYS if each(ways, turn))

    assert first.__name__ not in {"list_events", "list_deadlines", "sum_a_meeting_up"}


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("are our dues going up?", "C1", id="dues, which are no deadlines"),
        pytest.param("próxima asamblea fechas", "C3", id="an event, in a search box's words"),
    ],
)
def test_a_list_gives_way_to_what_answers_for_certain(
    tmp_path: Path, encoder: Encoder, question: str, reference: str
) -> None:
    act = make_act(
        ("C1", "Aumentar en un diez por ciento las cuotas anuales de los Países Miembros."),
        ("C2", "Solicitar a Panamá que remita el informe a más tardar el 15 de julio de 2008."),
        ("C3", "Convocar la próxima Asamblea en Managua, del 3 al 5 de noviembre de 2008."),
        ("C4", "Realizar un taller sobre pasaportes en Tela el 8 de junio de 2008."),
    )
    responder = respond_from(tmp_path, act, encoder=encoder)

    assert cited(ask(responder, question)) == [reference]


def test_each_question_of_a_message_is_answered(responder: Responder) -> None:
    answer = ask(responder, "¿Cuándo es el taller de pasaportes? ¿Quién le escribe a Belice?")

    assert cited(answer) == ["C24", "C25"]


def test_a_message_follows_on_the_last_one_that_was_answered(sources: Sources) -> None:
    turn = turn_of(sources, "C2", "gracias", "¿y cuándo?")

    assert turn.follows
    assert turn.last
    assert turn.last.references == ("C2",)
