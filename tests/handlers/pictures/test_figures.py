"""What a picture shows: each commitment once in all, parties alike together, and the nearest days."""

from datetime import date, timedelta

import pytest

from handlers.catalogue import load_catalogues
from handlers.markup import plain
from handlers.pictures.figures import Figures, Moment, Row, Subject, gather
from handlers.pictures.wording import CAPTION_LIMIT, caption
from handlers.services import Services
from knowledge.language.datafiles import BUILT_IN
from knowledge.stores.documents import Document
from knowledge.values.answers import Finding
from knowledge.values.dated import Dated, DatedKind
from knowledge.values.references import Reference
from knowledge.values.tracking import Fulfilment, Standing
from tests.support.builders import make_meeting

TODAY = date(2017, 7, 10)
DOCUMENT = Document(slug="acta", source="acta.txt", sha256="", language="es", meeting=make_meeting())
LONG = "Comité Interinstitucional para la Gobernanza de los Flujos Migratorios Extrarregionales"


def moment(days: int) -> Moment:
    """Return a deadline so many days from today."""
    day = TODAY + timedelta(days=days)
    reference = Reference.parse("C1")
    finding = Finding(
        citation=DOCUMENT.cite(reference), quote="enviar <b> & más " * 20, score=1, responsible=(LONG,)
    )
    dated = Dated(kind=DatedKind.DEADLINE, name="commitment", finding=finding, start=day, end=day)
    return Moment(dated=dated, standing=Standing.OPEN)


def figures(*days: int, rows: int = 0) -> Figures:
    return Figures(
        subject=Subject(party=None, documents=(DOCUMENT,)),
        today=TODAY,
        totals={Standing.OPEN: len(days)},
        moments=tuple(moment(each) for each in days),
        rows=tuple(
            Row(counts={Standing.OPEN: 3}, parties=tuple(f"{LONG} {n}" for n in range(9)))
            for _ in range(rows)
        ),
    )


@pytest.mark.parametrize(
    ("days", "listed"),
    [
        pytest.param((), [], id="none"),
        pytest.param((-1,), [-1], id="one-over"),
        pytest.param(range(-3, 4), [-3, -2, -1, 0, 1, 2, 3], id="all-that-fit"),
        pytest.param(range(-10, 11), [-2, -1, 0, 1, 2], id="around-today"),
        pytest.param(range(-20, 0), [-5, -4, -3, -2, -1], id="all-over"),
        pytest.param(range(1, 20), [1, 2, 3, 4, 5], id="all-to-come"),
        pytest.param(range(-20, 2), [-3, -2, -1, 0, 1], id="little-to-come"),
    ],
)
def test_the_days_nearest_to_today_are_listed(days: range, listed: list[int]) -> None:
    assert [(each.dated.end - TODAY).days for each in figures(*days).listed] == listed


@pytest.mark.parametrize(
    ("fulfilment", "days", "standing"),
    [
        pytest.param(Fulfilment.OPEN, 0, Standing.OPEN, id="today"),
        pytest.param(Fulfilment.OPEN, -1, Standing.OVERDUE, id="late"),
        pytest.param(Fulfilment.IN_PROGRESS, -1, Standing.OVERDUE, id="late-under-way"),
        pytest.param(Fulfilment.IN_PROGRESS, 1, Standing.IN_PROGRESS, id="under-way"),
        pytest.param(Fulfilment.IN_PROGRESS, None, Standing.IN_PROGRESS, id="under-way-undated"),
        pytest.param(Fulfilment.OPEN, None, Standing.UNDATED, id="undated"),
        pytest.param(Fulfilment.DONE, -1, Standing.DONE, id="done"),
    ],
)
def test_how_a_commitment_stands(fulfilment: Fulfilment, days: int | None, standing: Standing) -> None:
    due = None if days is None else TODAY + timedelta(days=days)
    assert Standing.of(fulfilment, due, TODAY) is standing


@pytest.mark.parametrize("count", [0, 1, 40])
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_caption_fits_and_says_how_much_it_leaves_out(language: str, count: int) -> None:
    shown = figures(*range(count), rows=count)
    told = plain(caption(shown, load_catalogues(BUILT_IN)[language], ("No entendí «x».",)))
    assert len(told) <= CAPTION_LIMIT
    assert "No entendí «x»." in told
    assert ("\n○ 10" in told or "\n○ Jul 10" in told) == bool(count)


def test_each_commitment_counts_once_in_all_and_as_often_as_it_binds(services: Services) -> None:
    base = services.base
    found = gather(base, Subject(party=None, documents=base.documents()), TODAY)
    assert found.total == len(base.act(base.documents()[0].slug).commitments)
    balances = base.balances("", today=TODAY)
    assert isinstance(balances, tuple)
    shares = {each.party: each.done + each.in_progress + each.open for each in balances[1]}
    assert {party: row.total for row in found.rows for party in row.parties} == shares
    assert max(len(row.parties) for row in found.rows) == 10


def test_a_group_has_what_binds_it_and_a_country_its_share(services: Services) -> None:
    base = services.base
    group, country = (
        gather(base, Subject(party=party, documents=base.documents()), TODAY)
        for party in ("Países Miembros", "Estados Unidos")
    )
    assert country.total == group.total + 1
    assert group.rows == ()
