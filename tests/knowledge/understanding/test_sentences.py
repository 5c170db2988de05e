"""Messages are split into what may be their question."""

import pytest

from knowledge.understanding.sentences import MAX_READINGS, joined_in, readings_of, sentences_of

PASSPORTS = "¿Cuándo es el taller de pasaportes?"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Perdí mis notas. ¿Cuándo es?", ["Perdí mis notas.", "¿Cuándo es?"], id="two"),
        pytest.param("Perdí mis notas ¿Cuándo es?", ["Perdí mis notas", "¿Cuándo es?"], id="no full stop"),
        pytest.param("Oiga: ¿cuándo es?", ["Oiga:", "¿cuándo es?"], id="a colon"),
        pytest.param("Perdí mis notas\n¿Cuándo es?", ["Perdí mis notas", "¿Cuándo es?"], id="two lines"),
        pytest.param("me quedé sin notas - cuándo es", ["me quedé sin notas", "cuándo es"], id="a dash"),
        pytest.param("¿Qué dice el art. 5 del acta?", ["¿Qué dice el art. 5 del acta?"], id="abbreviation"),
        pytest.param("¿Quién es el Sr. Luis?", ["¿Quién es el Sr. Luis?"], id="a title"),
        pytest.param("ok thx. and the next one?", ["ok thx.", "and the next one?"], id="no abbreviation"),
        pytest.param("¿Qué dice 16.a?", ["¿Qué dice 16.a?"], id="a reference"),
        pytest.param("Costó 1.5 millones", ["Costó 1.5 millones"], id="a figure"),
        pytest.param("¿¿?? … !!!", [], id="marks only"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sentences_end_where_people_end_them(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param(f"Perdí mis notas en el avión. {PASSPORTS}", PASSPORTS, id="chatter before"),
        pytest.param(f"{PASSPORTS} Es que me preguntan.", PASSPORTS, id="chatter after"),
        pytest.param(f"Hola. {PASSPORTS} Gracias.", PASSPORTS, id="chatter around"),
        pytest.param(
            "hola oiga disculpe cuando es el taller de desastres",
            "cuando es el taller de desastres",
            id="dictation",
        ),
        pytest.param(
            "no me acuerdo hasta cuándo hay que mandarlo",
            "hasta cuándo hay que mandarlo",
            id="a preposition before the question word",
        ),
        pytest.param(
            "Hablaron de un taller. ¿Cuándo es?",
            "Hablaron de un taller. ¿Cuándo es?",
            id="a sentence that says what about",
        ),
        pytest.param(f"{PASSPORTS} ¿Quién lo paga?", "¿Quién lo paga?", id="the second of two questions"),
    ],
)
def test_what_may_be_the_question_is_read(text: str, reading: str) -> None:
    assert reading in readings_of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PASSPORTS, id="a question"),
        pytest.param("cuando es el taller", id="without marks"),
        pytest.param("de cuándo es el acta", id="a preposition first"),
        pytest.param("pasaportes", id="a word"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_message_of_one_sentence_is_read_once(text: str) -> None:
    assert readings_of(text) == [text]


def test_the_whole_message_is_read_first_and_not_too_much_of_it() -> None:
    text = " ".join(f"¿Qué dice la {number}?" for number in range(1, 20))

    readings = readings_of(text)

    assert readings[0] == text
    assert len(readings) == MAX_READINGS


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        pytest.param(
            "qué dice de visas y cuándo es el taller", ["qué dice de visas", "y cuándo es el taller"], id="y"
        ),
        pytest.param(
            "who pays for it and by when do we sign", ["who pays for it", "and by when do we sign"], id="and"
        ),
        pytest.param("quién y cuándo", ["quién y cuándo"], id="too short for two"),
        pytest.param(
            "migrantes y refugiados en tránsito", ["migrantes y refugiados en tránsito"], id="words"
        ),
    ],
)
def test_questions_are_divided_where_they_are_joined(sentence: str, pieces: list[str]) -> None:
    assert joined_in(sentence) == pieces
