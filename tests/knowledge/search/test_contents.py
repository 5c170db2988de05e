"""What one provision is found by, and the sorts of answers it holds."""

from datetime import date
from typing import Any

import pytest

from knowledge.language.concepts import Concepts
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.lexicon import Lexicon
from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.search.contents import ABOVE, INFERRED, LEAD_IN, Contents, contents_of
from knowledge.search.finder import TermFinder
from knowledge.search.flags import Holds
from knowledge.search.terms import exact, of_role
from knowledge.values.acts import Deadline, Precision, Provision, Role
from tests.support.answers import REGISTER
from tests.support.builders import make_act, make_commitment, make_event, make_provision


@pytest.fixture(scope="module")
def finder() -> TermFinder:
    return TermFinder(
        REGISTER,
        Concepts.load(BUILT_IN).thesaurus,
        Lexicon.load(BUILT_IN.language),
        PeopleFinder(BUILT_IN.language),
        DeadlineFinder(Cues.load(BUILT_IN.language).of_forum(REGISTER)),
    )


def contents(
    finder: TermFinder, provision: Provision, parent: Provision | None = None, **said: Any
) -> Contents:
    defaults: dict[str, Any] = {"commitments": (), "events": (), "language": "es", "finder": finder}
    return contents_of(provision, parent, **(defaults | said))


def test_a_word_of_the_lead_in_counts_less_than_one_of_its_own(finder: TermFinder) -> None:
    lead_in, item = make_provision("C1", "Sobre pasaportes:"), make_provision("C1.a", "Realizar talleres.")
    weights = contents(finder, item, lead_in).weights

    assert weights[exact("pasaportes")] == pytest.approx(LEAD_IN * weights[exact("talleres")], rel=0.1)


def test_a_closing_paragraph_is_found_by_the_items_above_it(finder: TermFinder) -> None:
    lead_in = make_provision("C1", "Se acordó:\n\nLo dicho vale desde hoy.")
    items = [make_provision("C1.a", "Realizar talleres.")]

    weights = contents(finder, lead_in, sub_items=items).weights
    assert 0 < weights[exact("talleres")] <= 2 * ABOVE
    assert (
        exact("talleres") not in contents(finder, make_provision("C1", "Se acordó:"), sub_items=items).weights
    )


@pytest.mark.parametrize(
    ("inferred", "weight"),
    [pytest.param((), 1.0, id="said"), pytest.param(("responsible",), INFERRED, id="follows")],
)
def test_a_role_that_only_follows_counts_less(
    finder: TermFinder, inferred: tuple[str, ...], weight: float
) -> None:
    made = make_commitment(make_act(), "C1", responsible=("OIM",), inferred=inferred)
    found = contents(finder, make_provision(), commitments=[made])

    assert found.weights[of_role(Role.RESPONSIBLE, "OIM")] == weight


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        pytest.param("El taller será en julio.", Holds.DATE, id="a month"),
        pytest.param("Son 20 dólares.", Holds.NUMBER, id="a figure"),
        pytest.param("Felicitar al señor Luis Pérez.", Holds.PERSON, id="a person"),
        pytest.param("Agradecer a Honduras.", Holds.COUNTRY, id="a country"),
        pytest.param("Agradecer a la OIM.", Holds.ORGANIZATION, id="a body"),
        pytest.param("Pagar a la brevedad posible.", Holds.TIME, id="by when, in words"),
    ],
)
def test_a_text_holds_sorts_of_answers(finder: TermFinder, text: str, holds: Holds) -> None:
    assert holds in contents(finder, make_provision("C1", text)).holds
    assert holds not in contents(finder, make_provision("C1", "Aceptar lo dicho.")).holds


DUE = Deadline(text="a más tardar", end=date(2017, 7, 15), precision=Precision.DAY)


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        pytest.param(
            {"commitments": [make_commitment(make_act(), "C1", deadline=DUE)]},
            Holds.TASK | Holds.DEADLINE,
            id="a commitment with its day",
        ),
        pytest.param({"events": [make_event(place="Lima")]}, Holds.EVENT | Holds.PLACE, id="an event"),
        pytest.param({"events": [make_event(organizers=("OIM",))]}, Holds.ORGANIZER, id="who holds it"),
        pytest.param({"events": [make_event(supporters=("OIM",))]}, Holds.SUPPORT, id="who helps"),
    ],
)
def test_what_was_read_holds_sorts_of_answers(finder: TermFinder, said: dict[str, Any], holds: Holds) -> None:
    plain = make_provision("C1", "Aceptar lo dicho.")

    assert holds in contents(finder, plain, **said).holds
    assert holds not in contents(finder, plain).holds
