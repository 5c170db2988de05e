"""Entries of overviews: what they quote, and how an event that is committed to has its day."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.lists.entries import CLAUSE, EntryWriter
from knowledge.stores.documents import OfAct
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act, CommitmentKind, Deadline, Precision
from knowledge.values.notices import notice
from tests.support.answers import REGISTER, build_store
from tests.support.builders import make_act, make_commitment, make_meeting

HEADING = notice("así")
JULY = date(2017, 7, 15)


def writer_of(folder: Path, act: Act) -> tuple[KnowledgeStore, EntryWriter]:
    store = build_store(folder, act)
    return store, EntryWriter(store, REGISTER)


@pytest.mark.parametrize(
    ("text", "clause", "quote"),
    [
        pytest.param(
            "Instar a México. Que envíe el informe.",
            "envíe el informe",
            "Que envíe el informe",
            id="its sentence",
        ),
        pytest.param(
            "Que México envíe el informe.",
            "México envíe el informe",
            "México envíe el informe",
            id="it names who",
        ),
        pytest.param(
            "Que México revise la guía; y que pague.", "pague", "y que pague", id="from a semicolon on"
        ),
        pytest.param(
            f"Que México, {'muy ' * 100}bien, pague.", "pague", "pague", id="a sentence that is too long"
        ),
    ],
)
def test_a_duty_is_quoted_from_where_its_subject_stands(
    tmp_path: Path, text: str, clause: str, quote: str
) -> None:
    act = make_act(("C1", text))
    made = make_commitment(act, "C1", responsible=("México",), quote=clause)
    store, writer = writer_of(tmp_path, act.model_copy(update={"commitments": (made,)}))
    (each,) = store.commitments()

    assert writer.commitment(each, HEADING).quote == quote


@pytest.mark.parametrize(
    ("kind", "precision", "is_event"),
    [
        pytest.param(CommitmentKind.EVENT, Precision.DAY, True, id="to hold one on a day"),
        pytest.param(CommitmentKind.EVENT, Precision.YEAR, False, id="in a year"),
        pytest.param(CommitmentKind.EVENT, Precision.RECURRING, False, id="each year"),
        pytest.param(CommitmentKind.OBLIGATION, Precision.DAY, False, id="to do something"),
    ],
)
def test_a_commitment_to_hold_an_event_has_its_day(
    tmp_path: Path, kind: CommitmentKind, precision: Precision, *, is_event: bool
) -> None:
    act = make_act()
    day = Deadline(text="el 15 de julio", start=JULY, end=JULY, precision=precision)
    made = make_commitment(act, "C1", kind=kind, deadline=day)
    store, writer = writer_of(tmp_path, act.model_copy(update={"commitments": (made,)}))
    (each,) = store.commitments()

    assert (writer.commitment(each, HEADING).event is not None) is is_event


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param(
            "Pagar. Agradecer a Panamá su apoyo. Enviar.", "Agradecer a Panamá su apoyo.", id="its sentence"
        ),
        pytest.param("Pagar la cuota.", "Pagar la cuota.", id="that names nobody"),
        pytest.param(
            f"{'Revisar con cuidado todo, ' * 20}agradecer a Panamá su apoyo.",
            "agradecer a Panamá su apoyo.",
            id="the end of a long one",
        ),
    ],
)
def test_a_party_is_quoted_with_the_sentence_that_names_it(tmp_path: Path, text: str, quote: str) -> None:
    store, writer = writer_of(tmp_path, make_act(("C1", text)))
    document = store.documents()[0]
    (provision,) = store.provisions(document.slug)
    finding = writer.naming(OfAct(document, provision), "Panamá", HEADING)

    assert finding.quote == quote
    assert len(finding.quote) <= CLAUSE


def test_the_number_of_a_commitment_is_its_place_in_its_provision(tmp_path: Path) -> None:
    act = make_act()
    made = [make_commitment(act, "C1", action=action) for action in ("pagar", "enviar")]
    store, writer = writer_of(tmp_path, act.model_copy(update={"commitments": tuple(made)}))

    numbers = {each.value.action: writer.commitment(each, HEADING).commitment for each in store.commitments()}
    assert numbers == {"pagar": 1, "enviar": 2}


@pytest.mark.parametrize(
    ("start", "heading"),
    [pytest.param(JULY, "2017", id="by its year"), pytest.param(None, "Sin fecha", id="without a day")],
)
def test_a_meeting_stands_under_its_year(start: date | None, heading: str) -> None:
    assert str(EntryWriter.year(make_meeting(start=start, end=None))) == heading


def test_a_meeting_without_a_preamble_is_quoted_by_its_first_words(tmp_path: Path) -> None:
    store, writer = writer_of(tmp_path, make_act(("C1", "Pagar."), ("C2", "Enviar.")))
    finding = writer.meeting(store.documents()[0])

    assert finding is not None
    assert finding.quote == "Pagar."
