"""The index inside knowledge.db: what is written is found, act by act and segment by segment."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.search import writing
from knowledge.search.flags import Holds
from knowledge.search.index import SearchIndex
from knowledge.values.acts import Deadline, Precision, ProvisionKind, Role
from knowledge.values.references import Reference
from tests.support.answers import open_index
from tests.support.builders import make_act, make_commitment, make_event, make_meeting

PARAGRAPHS = (
    ("ENC", "Reunión del Grupo Regional de Consulta sobre Migración, San Salvador, 20 de junio de 2017."),
    ("C1", "Agradecer a Costa Rica por su informe sobre los pasaportes."),
    ("C2", "Respecto a las mujeres migrantes se acordó:"),
    ("C2.a", "Realizar un taller."),
    ("C2.b", "Felicitar al señor Luis Pérez."),
)


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    act = make_act(*PARAGRAPHS)
    provisions = [
        each.model_copy(update={"parties": {"Costa Rica": Role.THANKED}})
        if str(each.reference) == "C1"
        else each
        for each in act.provisions
    ]
    deadline = Deadline(text="a más tardar el 15 de julio", precision=Precision.DAY)
    act = act.model_copy(
        update={
            "provisions": tuple(provisions),
            "commitments": (make_commitment(act, "C1", responsible=("OIM",), deadline=deadline),),
            "events": (make_event("C2.a", place="San José"),),
        }
    )
    return open_index(tmp_path, act)


def number_of(index: SearchIndex, printed: str) -> int:
    number = index.number_of("grcm-2017-06-san-salvador", Reference.parse(printed))
    assert number is not None
    return number


@pytest.mark.parametrize(
    ("term", "references"),
    [
        pytest.param("w:pasaportes", ["C1"], id="the word itself"),
        pytest.param("es:pasaport", ["C1"], id="its stem"),
        pytest.param("c:passport", ["C1"], id="its notion"),
        pytest.param("p:Costa Rica", ["C1"], id="a party"),
        pytest.param("r:thanked:Costa Rica", ["C1"], id="a party in a role"),
        pytest.param("r:responsible:OIM", ["C1"], id="a party bound by a commitment"),
        pytest.param("w:mujeres", ["C2", "C2.a", "C2.b"], id="a word of the lead-in, for its sub-items too"),
        pytest.param("c:event", ["ENC", "C2.a"], id="a notion by a kind of it"),
        pytest.param("w:la", [], id="no stop words"),
        pytest.param("w:unicornio", [], id="a word of no provision"),
    ],
)
def test_a_term_leads_to_its_provisions(index: SearchIndex, term: str, references: list[str]) -> None:
    found = [str(index.place(number)[1]) for number in index.postings(term).provisions]

    assert found == references


def test_an_own_word_weighs_more_than_one_of_the_lead_in(index: SearchIndex) -> None:
    postings = index.postings("w:mujeres")
    weights = dict(zip(postings.provisions.tolist(), postings.weights.tolist(), strict=True))

    assert weights[number_of(index, "C2")] > weights[number_of(index, "C2.a")] > 0


@pytest.mark.parametrize(
    ("reference", "sign"),
    [
        pytest.param("ENC", Holds.PREAMBLE, id="the preamble"),
        pytest.param("ENC", Holds.DATE, id="a date"),
        pytest.param("C1", Holds.DEADLINE, id="a deadline"),
        pytest.param("C1", Holds.COUNTRY, id="a country"),
        pytest.param("C2", Holds.HAS_SUB_ITEMS, id="a lead-in"),
        pytest.param("C2.a", Holds.PLACE, id="an event's place"),
        pytest.param("C2.b", Holds.PERSON, id="a person by title"),
    ],
)
def test_it_is_known_what_sort_of_answer_a_provision_holds(
    index: SearchIndex, reference: str, sign: Holds
) -> None:
    holding = np.flatnonzero(index.holds & int(sign)).tolist()

    assert number_of(index, reference) in holding


def test_a_family_is_the_lead_in_and_its_sub_items(index: SearchIndex) -> None:
    family = [str(index.place(number)[1]) for number in index.family(number_of(index, "C2.b"))]

    assert family == ["C2", "C2.a", "C2.b"]


def test_an_unknown_provision_has_no_number(index: SearchIndex) -> None:
    assert index.number_of("grcm-2017-06-san-salvador", Reference.parse("C9")) is None


def test_postings_of_all_segments_are_read_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "SEGMENT", 2)
    act = make_act(*((f"C{number}", "Recibir el informe.") for number in range(1, 6)))

    index = open_index(tmp_path, act)

    assert index.postings("w:informe").provisions.tolist() == [0, 1, 2, 3, 4]


def test_the_newest_act_is_the_newest_whatever_the_order_of_loading(tmp_path: Path) -> None:
    old = make_act(("C1", "Uno."), slug="old", meeting=make_meeting(start=None))
    new = make_act(("C1", "Dos."), slug="new")

    index = open_index(tmp_path, new, old)

    newest = int(np.argmax(index.recency))
    assert index.place(newest)[0] == "new"


def test_every_kind_of_provision_can_be_indexed(tmp_path: Path) -> None:
    act = make_act(("A1", "Acuerdo."), ("D1", "Párrafo."), ("R1", "Aprobar."))

    index = open_index(tmp_path, act)

    assert index.size == 3
    assert ProvisionKind.RECOMMENDATION in {each.kind for each in act.provisions}
