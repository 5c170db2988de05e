"""Messages are read once, with whatever stands around the question."""

from datetime import date

import pytest

from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.sources import Sources
from knowledge.understanding.message import Message, MessageReader

TODAY = date(2017, 7, 1)


def read(sources: Sources, text: str, parts: Parts = ALL_PARTS) -> Message:
    return MessageReader(sources, parts).read(text, language="es", today=TODAY, meeting=TODAY)


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        pytest.param("¿Cuándo es el taller?", ["¿Cuándo es el taller?"], id="nothing else"),
        pytest.param(
            "Perdí mis notas. ¿Cuándo es el taller?", ["¿Cuándo es el taller?"], id="chatter before it"
        ),
        pytest.param(
            "¿Cuándo es el taller? ¿Quién envía el informe?",
            ["¿Cuándo es el taller?", "¿Quién envía el informe?"],
            id="two questions",
        ),
        pytest.param("El taller. El informe.", ["El taller. El informe."], id="none that asks"),
    ],
)
def test_the_questions_of_a_message_are_its_shortest_that_ask(
    sources: Sources, text: str, questions: list[str]
) -> None:
    assert [each.text for each in read(sources, text).questions] == questions


def test_the_whole_message_is_the_first_reading(sources: Sources) -> None:
    message = read(sources, "Perdí mis notas. ¿Cuándo es el taller?")

    assert message.readings[0] == message.whole
    assert len(message.readings) > 1


def test_all_sentences_are_in_the_language_of_the_message(sources: Sources) -> None:
    message = read(sources, "I lost all of my notes on the plane. ¿Taller?")

    assert {each.language for each in message.readings} == {"en"}


def test_without_that_part_a_message_is_read_as_one_sentence(sources: Sources) -> None:
    message = read(sources, "Perdí mis notas. ¿Cuándo es el taller?", Parts(sentences=False))

    assert message.questions == message.readings == (message.whole,)
