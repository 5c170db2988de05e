"""Rendering: what a message says, in which order, within Telegram's limits."""

from datetime import date
from typing import Any

import pytest
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from handlers.answers.findings import to_copy
from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import load_catalogues
from handlers.messages import COPY_LIMIT, TEXT_LIMIT
from knowledge.language.datafiles import BUILT_IN
from knowledge.values.acts import Deadline, Event, Meeting, Precision
from knowledge.values.answers import Answer, Citation, Fact, Finding, Outcome, Suggestion
from knowledge.values.notices import notice
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from standin import parse_html

MEETING = Meeting(body="GRCM", city="San Salvador", start=date(2017, 6, 20), end=date(2017, 6, 22))
RENDERER = AnswerRenderer(load_catalogues(BUILT_IN)["es"], today=date(2026, 11, 23))


def cite(reference: str = "C16.a") -> Citation:
    return Citation(
        document="grcm-2017-06-san-salvador", reference=Reference.parse(reference), meeting=MEETING
    )


def make_finding(**fields: Any) -> Finding:
    defaults: dict[str, Any] = {"citation": cite(), "quote": "Que los Países Miembros remitan.", "score": 1.0}
    return Finding(**defaults | fields)


def make_answer(*findings: Finding, **fields: Any) -> Answer:
    outcome = Outcome.FOUND if findings else Outcome.NOTHING
    defaults: dict[str, Any] = {"question": "?", "language": "es", "outcome": outcome}
    return Answer(**defaults | {"kind": QuestionKind.TOPIC} | fields, findings=findings)


def test_the_fact_comes_first_then_who_then_the_quotation_and_its_citation() -> None:
    finding = make_finding(
        responsible=("Países Miembros",),
        action="remitir información",
        deadline=Deadline(text="a más tardar el 15 de julio", end=date(2017, 7, 15), precision=Precision.DAY),
        inferred=("deadline.year",),
        opening=(Fact.DEADLINE, Fact.RESPONSIBLE, Fact.ACTION),
    )
    assert RENDERER.text(make_answer(finding, kind=QuestionKind.DEADLINE)).splitlines() == [
        "Hasta el 15 de julio de 2017 · venció hace 9 años",
        "Responsable: Países Miembros",
        "Remitir información",
        "",
        "«Que los Países Miembros remitan.»",
        "Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017",
        "El año se deduce de la fecha de la reunión.",
    ]


def test_whom_a_provision_binds_is_not_told_where_something_else_was_asked() -> None:
    finding = make_finding(responsible=("ST",), action="enviar una invitación", inferred=("responsible",))
    assert RENDERER.text(make_answer(finding, kind=QuestionKind.TOPIC)).splitlines() == [
        "«Que los Países Miembros remitan.»",
        "Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017",
    ]


@pytest.mark.parametrize(
    ("event", "asked", "opening"),
    [
        pytest.param({"end": "2017-07-18"}, Fact.TIME, "17–18 de julio de 2017 · Miami", id="when"),
        pytest.param({"end": "2017-07-18"}, Fact.PLACE, "Miami · 17–18 de julio de 2017", id="where"),
        pytest.param({"inferred": ["year"]}, Fact.TIME, "17 de julio · Miami", id="no-year"),
        pytest.param({"precision": "month"}, Fact.TIME, "Julio de 2017 · Miami", id="a-month"),
        pytest.param(
            {"precision": "month", "inferred": ["year"]}, Fact.TIME, "Julio · Miami", id="a-month-of-no-year"
        ),
        pytest.param({"place": None}, Fact.TIME, "17 de julio de 2017", id="no-place"),
        pytest.param({"start": None}, Fact.PLACE, "Miami", id="no-day"),
    ],
)
def test_an_event_opens_with_what_was_asked_of_it(event: dict[str, Any], asked: Fact, opening: str) -> None:
    known = {"reference": Reference.parse("C9"), "name": "", "place": "Miami", "start": "2017-07-17"}
    finding = make_finding(event=Event.model_validate(known | event), opening=(asked,))
    assert RENDERER.text(make_answer(finding)).splitlines()[0] == opening


def test_what_took_a_provision_up_again_is_told_below_it() -> None:
    meeting = MEETING.model_copy(update={"start": date(2022, 5, 1), "end": date(2022, 5, 2)})
    later = cite("C4").model_copy(update={"meeting": meeting})
    answer = make_answer(make_finding(), kind=QuestionKind.TOPIC).model_copy(update={"later": later})
    assert RENDERER.text(answer).splitlines()[-1] == "Retomado en 2022: Conclusión 4."


def test_an_answer_that_was_not_found_says_so_and_offers_nearby_topics_as_buttons() -> None:
    suggestion = Suggestion(citation=cite("C24"), label="Taller sobre Integridad del Pasaporte")
    answer = make_answer(lead=(notice("No consta en las actas."),), suggestions=(suggestion,))
    (message,) = RENDERER.messages(answer)
    assert message.markup == "No consta en las actas."
    assert [[button.label for button in row] for row in message.buttons] == [
        ["Taller sobre Integridad del Pasaporte"]
    ]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("palabra " * 2000, id="words"),
        pytest.param("x" * 9000, id="no-place-to-cut"),
        pytest.param("<&>" * 3000, id="signs-that-grow-when-escaped"),
    ],
)
def test_a_long_quotation_goes_on_in_the_next_message_with_its_citation(quote: str) -> None:
    messages = RENDERER.messages(make_answer(make_finding(quote=quote)))
    shown = [parse_html(message.markup).text for message in messages]
    assert len(shown) > 1
    assert all(len(text) <= 4096 and "Conclusión 16.a · GRCM" in text for text in shown)
    quoted = "".join(text[text.index("«") + 1 : text.index("»")] for text in shown)
    assert quoted.replace(" ", "") == quote.replace(" ", "")


def test_several_findings_each_have_their_citation_and_a_button() -> None:
    answer = make_answer(*(make_finding(citation=cite(f"C{number}")) for number in (23, 24, 26)))
    (message,) = RENDERER.messages(answer)
    assert [line for line in RENDERER.text(answer).splitlines() if line.startswith("Conclusión")] == [
        f"Conclusión {number} · GRCM, San Salvador, 20–22 jun 2017" for number in (23, 24, 26)
    ]
    assert [row[0].label for row in message.buttons] == ["Conclusión 23", "Conclusión 24", "Conclusión 26"]


@pytest.mark.parametrize(
    ("quote", "copied", "asked"),
    [
        pytest.param(
            "Que remitan.",
            "«Que remitan.» Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017",
            None,
            id="short",
        ),
        pytest.param("palabra " * 40, None, "1:quote:es:grcm-2017-06-~3709f15c:C16.a", id="too-long"),
    ],
)
def test_a_quotation_is_copied_or_else_sent_as_a_block(
    quote: str, copied: str | None, asked: str | None
) -> None:
    (message,) = RENDERER.messages(make_answer(make_finding(quote=quote)))
    (button,) = (each for row in message.buttons for each in row if each.label == "Copiar cita")
    assert (button.copy, button.data) == (copied, asked)


@pytest.mark.parametrize("length", [10, 300, 9000])
def test_a_block_to_copy_has_its_citation_in_each_part(length: int) -> None:
    messages = to_copy(make_finding(quote="x" * length), load_catalogues(BUILT_IN)["es"])
    blocks = [parse_html(message.markup) for message in messages]
    assert "".join(block.text[1 : block.text.index("»")] for block in blocks) == "x" * length
    assert all("Conclusión 16.a · GRCM" in block.text and len(block.text) <= TEXT_LIMIT for block in blocks)
    assert {entity.type for block in blocks for entity in block.entities} == {"pre"}


@pytest.mark.parametrize(
    ("day", "told"),
    [
        pytest.param(date(2017, 7, 15), 1500120000, id="gone-by"),
        pytest.param(date(2029, 11, 20), 1889870400, id="three-years-ahead"),
        pytest.param(date(2029, 12, 20), None, id="later-than-telegram-takes"),
        pytest.param(date(1969, 7, 20), None, id="earlier-than-telegram-takes"),
    ],
)
def test_a_day_is_told_to_the_reader_s_app_if_it_may_be(day: date, told: int | None) -> None:
    finding = make_finding(
        deadline=Deadline(text="el día", start=day, end=day, precision=Precision.DAY),
        opening=(Fact.DEADLINE,),
    )
    (message,) = RENDERER.messages(make_answer(finding))
    shown = parse_html(message.markup)
    moments = [entity.unix_time for entity in shown.entities if entity.type == "date_time"]
    assert moments == ([told] if told else [])
    assert shown.text.startswith("Hasta el ")


def test_a_quotation_in_another_language_than_the_reader_s_says_so() -> None:
    english = AnswerRenderer(load_catalogues(BUILT_IN)["en"], today=date(2026, 11, 23))
    spanish_act = cite().model_copy(update={"language": "es"})
    answer = make_answer(make_finding(citation=spanish_act), language="en")
    assert english.text(answer).splitlines()[-1] == "The quotation is in the language of the act: Spanish."
    assert "idioma del acta" not in RENDERER.text(answer)


def test_the_limits_are_those_of_telegram() -> None:
    assert (TEXT_LIMIT, COPY_LIMIT) == (MessageLimit.MAX_TEXT_LENGTH, InlineKeyboardButtonLimit.MAX_COPY_TEXT)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        pytest.param(
            QuestionKind.LIST,
            [
                "— 2017",
                "«Que los Países Miembros remitan.»",
                "Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017",
            ],
            id="what-meetings-adopted",
        ),
        pytest.param(
            QuestionKind.MEETING, ["2017", "• GRCM, San Salvador, 20–22 jun 2017"], id="the-meetings"
        ),
    ],
)
def test_what_lies_in_several_meetings_stands_under_headings(kind: QuestionKind, lines: list[str]) -> None:
    heading = notice("{year}", year="2017")
    assert RENDERER.text(make_answer(make_finding(heading=heading), kind=kind)).splitlines() == lines


@pytest.mark.parametrize(
    ("others", "names"),
    [
        pytest.param({"city": "Managua", "start": date(2015, 11, 5)}, ["2017", "2015"], id="years"),
        pytest.param(
            {"city": "Managua", "start": date(2017, 1, 5)},
            ["San Salvador 2017", "Managua 2017"],
            id="one-year",
        ),
        pytest.param({"city": None, "start": None}, ["2017", "another-act"], id="nothing-known"),
    ],
)
def test_buttons_name_the_act(others: dict[str, Any], names: list[str]) -> None:
    other = Citation(
        document="another-act", reference=cite().reference, meeting=Meeting(body="CRM", **others)
    )
    answer = make_answer(make_finding(), make_finding(citation=other))
    renderer = AnswerRenderer(load_catalogues(BUILT_IN)["es"], date(2026, 11, 23), several_acts=True)
    labels = [row[0].label for row in renderer.messages(answer)[-1].buttons]
    assert labels == [f"Conclusión 16.a · {name}" for name in names]
