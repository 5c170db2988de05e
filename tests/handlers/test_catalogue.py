"""The catalogue: dates, names and texts as the reader's language writes them."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from handlers.catalogue import LANGUAGES, Catalogue, load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.values.acts import Deadline, Meeting
from knowledge.values.answers import Citation
from knowledge.values.notices import Notice, notice
from knowledge.values.questions import Period
from knowledge.values.references import Reference

ROOT = Path(__file__).parents[2]
CATALOGUES = load_catalogues(BUILT_IN)
SAN_SALVADOR = Meeting(body="GRCM", city="San Salvador", start=date(2017, 6, 20), end=date(2017, 6, 22))


TIMES = [
    (
        "a window",
        {"start": "2019-03-15", "end": "2019-04-30", "precision": "day"},
        "15 de marzo – 30 de abril de 2019",
        "Mar 15 – Apr 30, 2019",
    ),
    (
        "a window of one month",
        {"start": "2019-05-02", "end": "2019-05-20", "precision": "day"},
        "2–20 de mayo de 2019",
        "May 2 – 20, 2019",
    ),
    (
        "half a year",
        {"start": "2020-01-01", "end": "2020-06-30", "precision": "half"},
        "Primer semestre de 2020",
        "First half of 2020",
    ),
    (
        "the second half",
        {"start": "2020-07-01", "end": "2020-12-31", "precision": "half"},
        "Segundo semestre de 2020",
        "Second half of 2020",
    ),
    (
        "by the end of a half",
        {"end": "2020-06-30", "precision": "half"},
        "Hasta el 30 de junio de 2020",
        "By June 30, 2020",
    ),
    (
        "a quarter",
        {"start": "2020-01-01", "end": "2020-03-31", "precision": "quarter"},
        "1.er trimestre de 2020",
        "1st quarter 2020",
    ),
    (
        "two quarters",
        {"start": "2020-01-01", "end": "2020-06-30", "precision": "quarter"},
        "Enero–junio de 2020",
        "January – June 2020",
    ),
    (
        "a beginning",
        {"text": "a partir de 2020", "start": "2020-01-01", "precision": "year"},
        "Plazo: «a partir de 2020»",
        "Deadline: «a partir de 2020»",
    ),
    (
        "again and again",
        {"text": "cada seis meses", "precision": "recurring"},
        "Periodicidad: «cada seis meses»",
        "Frequency: «cada seis meses»",
    ),
    (
        "again and again until a day",
        {"text": "cada mes hasta 2020", "end": "2020-12-31", "precision": "recurring"},
        "Periodicidad: «cada mes hasta 2020»",
        "Frequency: «cada mes hasta 2020»",
    ),
]


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return CATALOGUES[request.param]


@pytest.mark.parametrize(
    ("language", "reference", "citation"),
    [
        pytest.param("es", "C16.a", "Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017", id="sub-item-es"),
        pytest.param(
            "en", "C16.a", "Conclusion 16.a · RCGM, San Salvador, Jun 20 – 22, 2017", id="sub-item-en"
        ),
        pytest.param(
            "es", "R2", "Recomendación 2 · GRCM, San Salvador, 20–22 jun 2017", id="recommendation-es"
        ),
        pytest.param("en", "ENC", "Preamble · RCGM, San Salvador, Jun 20 – 22, 2017", id="preamble-en"),
    ],
)
def test_a_citation_names_the_provision_and_its_meeting(language: str, reference: str, citation: str) -> None:
    cited = Citation(document="grcm-2017-06", reference=Reference.parse(reference), meeting=SAN_SALVADOR)
    written = CATALOGUES[language].citation(cited)
    assert re.sub(r"\s", " ", written) == citation


def test_a_citation_has_the_number_that_the_act_prints() -> None:
    reference = Reference.parse("C2.b")
    cited = Citation(document="grcm-2017-06", reference=reference, meeting=SAN_SALVADOR, printed="II.2")

    assert CATALOGUES["es"].citation(cited).startswith("Conclusión II.2 · ")


@pytest.mark.parametrize(
    ("day", "distance"),
    [
        pytest.param(date(2017, 7, 15), "vence hoy", id="today"),
        pytest.param(date(2017, 7, 16), "vence en 1 día", id="tomorrow"),
        pytest.param(date(2017, 7, 27), "vence en 12 días", id="days-ahead"),
        pytest.param(date(2018, 7, 27), "vence dentro de 1 año", id="a-year-ahead"),
        pytest.param(date(2017, 7, 14), "venció hace 1 día", id="yesterday"),
        pytest.param(date(2008, 7, 15), "venció hace 9 años", id="years-ago"),
        pytest.param(date(2008, 7, 16), "venció hace 8 años", id="a-day-less-than-nine-years"),
        pytest.param(date(2015, 12, 1), "venció hace 1 año", id="a-year-and-a-half"),
        pytest.param(date(2016, 7, 16), "venció hace 11 meses", id="almost-a-year"),
        pytest.param(date(2016, 7, 15), "venció hace 1 año", id="a-year-to-the-day"),
        pytest.param(date(2017, 4, 16), "venció hace 2 meses", id="almost-three-months"),
        pytest.param(date(2019, 7, 14), "vence dentro de 1 año", id="almost-two-years-ahead"),
    ],
)
def test_a_deadline_says_how_far_away_it_is(day: date, distance: str) -> None:
    assert CATALOGUES["es"].distance(day, date(2017, 7, 15)) == distance


@pytest.mark.parametrize(
    ("day", "distance"),
    [
        pytest.param(date(2008, 7, 16), "was due 8 years ago", id="whole-years"),
        pytest.param(date(2016, 7, 16), "was due 11 months ago", id="almost-a-year"),
        pytest.param(date(2019, 7, 14), "due in 1 year", id="ahead"),
    ],
)
def test_how_far_away_is_said_in_english(day: date, distance: str) -> None:
    assert CATALOGUES["en"].distance(day, date(2017, 7, 15)) == distance


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"end": "2017-07-15", "precision": "day"}, "Hasta el 15 de julio de 2017", id="day"),
        pytest.param(
            {"start": "2017-09-18", "end": "2017-09-22", "precision": "week"},
            "18–22 de septiembre de 2017",
            id="week",
        ),
        pytest.param(
            {"start": "2019-05-01", "end": "2019-05-31", "precision": "month"}, "Mayo de 2019", id="month"
        ),
        pytest.param(
            {"end": "2019-05-31", "precision": "month"}, "Hasta el 31 de mayo de 2019", id="end-of-month"
        ),
        pytest.param(
            {
                "start": "2017-01-01",
                "end": "2017-12-31",
                "precision": "year",
            },
            "Plazo: «a la brevedad posible»",
            id="a-whole-year-keeps-the-wording",
        ),
        pytest.param(
            {"text": "una vez " + "aprobado " * 20},
            f"Plazo: «una vez {'aprobado ' * 9}aprobado…»",
            id="a-long-condition-is-cut-short",
        ),
        pytest.param({"precision": "asap"}, "Plazo: «a la brevedad posible»", id="no-day-keeps-the-wording"),
        *(pytest.param(fields, words, id=name) for name, fields, words, _ in TIMES),
    ],
)
def test_a_deadline_reads_as_a_person_writes_it(fields: dict[str, str], words: str) -> None:
    deadline = Deadline.model_validate({"text": "a la brevedad posible", **fields})
    assert _plain(CATALOGUES["es"].deadline(deadline)) == words


@pytest.mark.parametrize(
    ("fields", "words"), [pytest.param(fields, words, id=name) for name, fields, _, words in TIMES]
)
def test_a_deadline_reads_as_a_person_writes_it_in_english(fields: dict[str, str], words: str) -> None:
    assert _plain(CATALOGUES["en"].deadline(Deadline.model_validate(fields))) == words


def _plain(text: str) -> str:
    return re.sub(r"\s", " ", text)


def test_a_notice_is_worded_with_its_parameters_in_the_reader_s_language() -> None:
    asked = notice("{who} en {day} por {where}", who=("Estados Unidos", "OIM"), day=date(2017, 7, 15),
                   where=Reference.parse("C2"))  # fmt: skip
    assert CATALOGUES["es"].notice(asked) == "Estados Unidos y OIM en 15 de julio de 2017 por la conclusión 2"
    assert CATALOGUES["en"].notice(asked) == "United States and IOM en July 15, 2017 por conclusion 2"


def source_texts() -> set[str | tuple[str, ...]]:
    """Every text for people in the code, as `make texts` finds them."""
    keywords = {"mark": None, "mark_plural": (1, 2), "count": (1, 2)}
    return {
        message
        for folder in ("bot", "handlers", "knowledge")
        for _, _, message, _, _ in extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=keywords)
        if isinstance(message, str | tuple)
    }


def translations(language: str) -> dict[str | tuple[str, ...], Message]:
    path = ROOT / "handlers" / "locale" / language / "LC_MESSAGES" / "acuerdos.po"
    catalogue = read_po(BytesIO(path.read_bytes()), locale=language)
    return {tuple(m.id) if isinstance(m.id, list | tuple) else m.id: m for m in catalogue if m.id}


def strings(message: Message) -> list[str]:
    return [
        string or ""
        for string in (message.string if isinstance(message.string, tuple | list) else [message.string])
    ]


def test_every_text_has_an_english_translation() -> None:
    known = translations("en")
    assert [text for text in source_texts() if text not in known or not all(strings(known[text]))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_no_text_that_the_code_lost(language: str) -> None:
    assert set(translations(language)) - source_texts() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_of_its_source(language: str) -> None:
    for text, message in translations(language).items():
        places = set(re.findall(r"{\w*}", text if isinstance(text, str) else text[-1]))
        for string in filter(None, strings(message)):
            assert set(re.findall(r"{\w*}", string)) <= places, text


def test_an_unknown_party_keeps_the_name_that_the_act_gives_it(catalogue: Catalogue) -> None:
    assert catalogue.party("Foro de Alcaldes") == "Foro de Alcaldes"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        pytest.param(date(2012, 1, 1), date(2012, 12, 31), "2012", id="a-year"),
        pytest.param(date(2015, 1, 1), date(2018, 12, 31), "2015–2018", id="years"),
        pytest.param(date(2012, 10, 1), date(2012, 10, 31), "octubre de 2012", id="a-month"),
        pytest.param(date(2012, 10, 1), date(2012, 10, 2), "1–2 de octubre de 2012", id="days"),
        pytest.param(date(2019, 1, 1), None, "desde 2019", id="since-a-year"),
        pytest.param(None, date(2019, 7, 15), "hasta 15 de julio de 2019", id="until-a-day"),
    ],
)
def test_a_period_is_written_as_exactly_as_it_is_meant(
    start: date | None, end: date | None, written: str
) -> None:
    assert _plain(CATALOGUES["es"].period(Period(start=start, end=end))) == written


def test_a_notice_within_a_notice_is_worded_too(catalogue: Catalogue) -> None:
    assert (
        catalogue.notice(notice("{a}!", a=Notice(msgid="Conclusión"))) == f"{catalogue.text('Conclusión')}!"
    )


@pytest.mark.parametrize(
    ("language", "reference", "sentence"),
    [
        pytest.param(
            "es", "C26", "La conclusión 26 no dice nada del tema de la conclusión 26.", id="feminine"
        ),
        pytest.param(
            "es", "A3", "El acuerdo 3 no dice nada del tema del acuerdo 3.", id="masculine-contracts"
        ),
        pytest.param(
            "en", "R2", "Recommendation 2 no dice nada del tema de recommendation 2.", id="no-article"
        ),
    ],
)
def test_a_reference_within_a_sentence_has_its_article(language: str, reference: str, sentence: str) -> None:
    about = notice("{a} no dice nada del tema de {a}.", a=Reference.parse(reference))
    assert CATALOGUES[language].notice(about) == sentence
