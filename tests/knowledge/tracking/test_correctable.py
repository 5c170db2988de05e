"""Which provisions officers may correct: all that acts have, whether or not anything was read of them."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.tracking.correctable import Correctable, CorrectableFinder
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import Notice
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference
from tests.support.answers import respond_from
from tests.support.builders import make_act, make_commitment
from tests.support.meetings import four_meetings

TODAY = date(2017, 7, 1)
TEXT = "Pagar las cuotas a tiempo. Que la ST\nenvíe el informe; gracias. Tomar nota de lo dicho."


@pytest.fixture
def finder(tmp_path: Path) -> CorrectableFinder:
    act = make_act(("C1", TEXT), ("C2", "Instar a lo siguiente:"), ("C2.a", "Pagar."), ("C2.b", "Venir."))
    read = {
        "C1": make_commitment(act, "C1", quote="Pagar las cuotas a tiempo", reviewed=("deadline",)),
        "C2.a": make_commitment(act, "C2.a", reviewed=("kind", "deadline")),
    }
    second = make_commitment(act, "C1", quote="gracias", reviewed=("kind",))
    made = (read["C1"], second, read["C2.a"])
    provisions = tuple(
        each.model_copy(update={"reviewed": ("binds",) * (str(each.reference) in {"C2.a", "C2.b"})})
        for each in act.provisions
    )
    corrected = act.model_copy(update={"commitments": made, "provisions": provisions})
    return respond_from(tmp_path, corrected).correctable


def found(finder: CorrectableFinder, words: str) -> list[str] | str | None:
    cited = finder.find(words, today=TODAY)
    if isinstance(cited, Notice):
        return str(cited)
    return None if cited is None else [str(each.reference) for each in cited]


@pytest.mark.parametrize(
    ("words", "references"),
    [
        pytest.param("1", ["C1"], id="a-number"),
        pytest.param("la 2 letra b", ["C2.b"], id="in-words"),
        pytest.param("2", ["C2", "C2.a", "C2.b"], id="nothing-was-read-of-it-but-of-its-items"),
        pytest.param("1 san salvador 2017", ["C1"], id="with-its-meeting"),
        pytest.param("1 de 2012", "Ninguna reunión así tiene esa disposición.", id="of-no-such-year"),
        pytest.param("9", "Ningún acta cargada tiene 9.", id="no-such-number"),
        pytest.param("1 mañana", "No entiendo «mañana»", id="more-than-that"),
        pytest.param("hola", None, id="no-number"),
    ],
)
def test_provisions_are_found_by_their_numbers(
    finder: CorrectableFinder, words: str, references: list[str] | str | None
) -> None:
    cited = found(finder, words)
    assert cited == references or (isinstance(references, str) and str(cited).startswith(references))


def test_of_several_acts_the_newest_comes_first_and_meetings_tell_them_apart(tmp_path: Path) -> None:
    finder = respond_from(tmp_path, *four_meetings()).correctable
    everywhere, there = finder.find("2", today=TODAY), finder.find("2 managua", today=TODAY)
    assert isinstance(everywhere, tuple)
    assert isinstance(there, tuple)
    years = [each.meeting.start.year for each in everywhere if each.meeting.start]
    assert years == [2017, 2015, 2010, 2006]
    assert {each.meeting.city for each in there} == {"Managua"}
    assert len(there) == 2


def target(finder: CorrectableFinder, reference: str = "C1") -> Correctable:
    slug = "grcm-2017-06-san-salvador"
    of = finder.of(slug, Reference.parse(reference))
    assert of
    return of


def test_sentences_of_which_nothing_was_read_are_offered(finder: CorrectableFinder) -> None:
    assert target(finder).passages() == (
        "Que la ST\nenvíe el informe;",
        "Tomar nota de lo dicho.",
        "Pagar las cuotas a tiempo.",
    )


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        pytest.param("que la st ENVÍE el informe", "Que la ST\nenvíe el informe", id="case-and-lines"),
        pytest.param("que la ST pague", None, id="not-there"),
        pytest.param("", None, id="nothing"),
        pytest.param("nota (de", None, id="a-pattern"),
    ],
)
def test_words_are_found_as_the_act_has_them(
    finder: CorrectableFinder, words: str, passage: str | None
) -> None:
    assert target(finder).passage(words) == passage


def test_what_no_act_has_is_none(finder: CorrectableFinder) -> None:
    assert finder.of("grcm-2017-06-san-salvador", Reference.parse("C9")) is None
    assert finder.of("crm-1999", Reference.parse("C1")) is None


@pytest.mark.parametrize(
    ("reference", "commitment", "fields"),
    [
        pytest.param("C1", None, ("deadline", "kind"), id="of-all-that-a-provision-makes"),
        pytest.param("C1", 2, ("kind",), id="of-one-of-its-commitments"),
        pytest.param("C2.a", 1, ("kind", "deadline"), id="of-its-only-one"),
        pytest.param("C2", None, (), id="of-none"),
        pytest.param("C2.b", None, ("binds",), id="that-its-commitment-was-taken-away"),
        pytest.param("C2.a", None, ("kind", "deadline", "binds"), id="that-one-of-several-was"),
    ],
)
def test_what_a_person_decided_is_told_of_findings(
    finder: CorrectableFinder, reference: str, commitment: int | None, fields: tuple[str, ...]
) -> None:
    cited = target(finder, reference).citation
    finding = Finding(citation=cited, quote="x", score=1, commitment=commitment)
    answer = Answer(
        question="", language="es", outcome=Outcome.FOUND, kind=QuestionKind.LOOKUP, findings=(finding,)
    )
    assert finder.with_reviews(answer).findings[0].reviewed == fields
