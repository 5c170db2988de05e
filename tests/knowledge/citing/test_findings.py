"""Findings: the words that answer, who is responsible, and by when."""

from pathlib import Path

import pytest

from knowledge.citing.findings import LABEL, WHOLE, FindingWriter, fold_space
from knowledge.values.acts import Deadline, Precision
from knowledge.values.references import Reference
from tests.support.answers import open_sources
from tests.support.builders import make_act, make_commitment, make_event

SLUG = "grcm-2017-06-san-salvador"
LONG = "Acordar lo siguiente. " + "Enviar más documentos. " * 300
PARAGRAPHS = (
    ("ENC", "Reunidos en Tela"),
    ("ENC", "Honduras y Panamá acuerdan:"),
    ("C1", "Se acordó\nlo siguiente:"),
    ("C1.a", "Pagar las cuotas."),
    ("C1.b", "Enviar el informe."),
    ("C1", "Los talleres serán en agosto."),
    ("C2", "Que México pague y Honduras informe."),
    ("C3", LONG),
    ("C3.a", "Avisar."),
)


@pytest.fixture
def writer(tmp_path: Path) -> FindingWriter:
    act = make_act(*PARAGRAPHS)
    deadline = Deadline(text="en agosto", precision=Precision.MONTH)
    act = act.model_copy(
        update={
            "commitments": (
                make_commitment(act, "C2", quote="México pague", responsible=("México",), action="pagar"),
                make_commitment(
                    act,
                    "C2",
                    quote="Honduras informe",
                    responsible=("Honduras",),
                    action="informar",
                    deadline=deadline,
                ),
            ),
            "events": (make_event("C1", name="talleres"),),
        }
    )
    sources = open_sources(tmp_path, act)
    return FindingWriter(sources.store, sources.index)


@pytest.mark.parametrize(
    ("reference", "asked", "quote"),
    [
        pytest.param(
            "C1",
            [],
            "Se acordó lo siguiente: Pagar las cuotas. Enviar el informe. Los talleres serán en agosto.",
            id="with its sub-items",
        ),
        pytest.param(
            "C1", ["talleres"], "Los talleres serán en agosto.", id="the closing paragraph that answers"
        ),
        pytest.param(
            "ENC", ["panama"], "Reunidos en Tela Honduras y Panamá acuerdan:", id="all that begins an act"
        ),
        pytest.param("C1.b", [], "Enviar el informe.", id="a sub-item"),
        pytest.param("C3", [], fold_space(LONG), id="long ones without their sub-items"),
    ],
)
def test_the_words_that_answer_are_quoted(
    writer: FindingWriter, reference: str, asked: list[str], quote: str
) -> None:
    assert writer.write(SLUG, Reference.parse(reference), asked).quote == quote


@pytest.mark.parametrize(
    ("asked", "responsible", "is_due"),
    [
        pytest.param(["paga"], ("México",), False, id="the first"),
        pytest.param(["informar"], ("Honduras",), True, id="the second"),
    ],
)
def test_the_commitment_is_that_which_is_asked_about(
    writer: FindingWriter, asked: list[str], responsible: tuple[str, ...], *, is_due: bool
) -> None:
    finding = writer.write(SLUG, Reference.parse("C2"), asked)

    assert finding.responsible == responsible
    assert (finding.deadline is not None) is is_due


@pytest.mark.parametrize(
    ("given", "score"),
    [
        pytest.param(1.7, 1.0, id="too high"),
        pytest.param(-0.1, 0.0, id="too low"),
        pytest.param(0.5, 0.5, id="as it is"),
    ],
)
def test_a_score_is_a_chance(writer: FindingWriter, given: float, score: float) -> None:
    assert writer.write(SLUG, Reference.parse("C2"), score=given).score == score


def test_a_whole_provision_is_quoted_however_long(writer: FindingWriter) -> None:
    whole = writer.whole(SLUG, Reference.parse("C3"))

    assert len(whole) > WHOLE
    assert whole.endswith("Avisar.")


def test_an_offer_has_the_first_words(writer: FindingWriter) -> None:
    label = writer.suggest(5).label

    assert len(label) <= LABEL
    assert label.startswith("Acordar lo siguiente.")
    assert label.endswith("…")


def test_an_offer_of_a_meeting_begins_with_its_year(writer: FindingWriter) -> None:
    assert writer.suggest_of_meeting(2).label == "2017: Pagar las cuotas."


def test_an_unknown_provision_is_refused(writer: FindingWriter) -> None:
    with pytest.raises(KeyError):
        writer.write(SLUG, Reference.parse("C9"))
    with pytest.raises(KeyError):
        writer.whole(SLUG, Reference.parse("C9"))


def test_what_has_an_event_shows_it(writer: FindingWriter) -> None:
    event = writer.write(SLUG, Reference.parse("C1")).event

    assert event is not None
    assert event.name == "talleres"
