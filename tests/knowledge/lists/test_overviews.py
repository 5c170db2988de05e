"""Overviews: what is pending, what concerns a party, what falls due, which events there are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.lists.overviews import OverviewWriter
from knowledge.lists.sections import PAGE
from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.tracking import Tracker
from knowledge.values.acts import Act, Deadline, Precision, Role
from knowledge.values.answers import Answer, Outcome
from knowledge.values.questions import Overview, OverviewKind, Period
from tests.support.answers import venues_of
from tests.support.builders import make_act, make_commitment, make_event

TODAY = date(2017, 8, 1)
REGISTER = PartyRegister.load(BUILT_IN)
PARAGRAPHS = tuple((f"C{number}", f"Disposición {number}.") for number in range(1, 8))


def until(day: date | None) -> Deadline:
    if day is None:
        return Deadline(text="a la brevedad posible", precision=Precision.ASAP)
    return Deadline(text=f"a más tardar el {day.day}", end=day, precision=Precision.DAY)


def writer_of(store: KnowledgeStore) -> OverviewWriter:
    return OverviewWriter(store, REGISTER, venues_of(store), Tracker(store, REGISTER))


def busy_act() -> Act:
    """An act with a duty for Mexico, two shared ones, one for the secretariat, events, and roles."""
    act = make_act(*PARAGRAPHS)
    provisions = list(act.provisions)
    provisions[4] = provisions[4].model_copy(update={"parties": {"México": Role.PROPOSER}})
    provisions[5] = provisions[5].model_copy(
        update={"parties": {"México": Role.THANKED, "Belice": Role.ABSENT}}
    )
    return act.model_copy(
        update={
            "provisions": tuple(provisions),
            "commitments": (
                make_commitment(act, "C1", responsible=("México",), deadline=until(date(2017, 9, 1))),
                make_commitment(act, "C2", deadline=until(date(2017, 7, 15))),
                make_commitment(act, "C3", deadline=until(None)),
                make_commitment(act, "C4", responsible=("ST",), deadline=until(date(2017, 7, 1))),
            ),
            "events": (
                make_event("C6", name="Foro", start=date(2017, 7, 6), end=date(2017, 7, 7)),
                make_event("C7", name="Taller", start=date(2017, 9, 18), end=date(2017, 9, 22)),
            ),
        }
    )


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[OverviewWriter]:
    def no_index(_database: Database) -> None:
        """Overviews need none."""

    path = tmp_path / "knowledge.db"
    build_base(path, [busy_act()], no_index)
    store = KnowledgeStore.open(path)
    yield writer_of(store)
    store.close()


def listed(answer: Answer) -> list[tuple[str, str]]:
    return [
        (str(finding.citation.reference), finding.heading.msgid if finding.heading else "")
        for finding in answer.findings
    ]


def test_what_a_member_alone_is_late_with_stands_before_what_all_share(writer: OverviewWriter) -> None:
    answer = writer.answer(
        Overview(kind=OverviewKind.PENDING, party="México"), today=date(2019, 8, 1), language="es"
    )

    assert listed(answer) == [("C1", "Vencidos"), ("C3", "Comparte con {group}")]


@pytest.mark.parametrize(
    ("overview", "entries"),
    [
        pytest.param(
            Overview(kind=OverviewKind.PENDING),
            [("C1", "Por vencer"), ("C2", "Vencidos"), ("C4", "Vencidos"), ("C3", "Sin fecha")],
            id="pending-soonest-first-and-what-is-undated-last",
        ),
        pytest.param(
            Overview(kind=OverviewKind.PENDING, party="México"),
            [("C1", "Por vencer"), ("C2", "Comparte con {group}"), ("C3", "Comparte con {group}")],
            id="what-a-member-has-by-name-before-what-all-share",
        ),
        pytest.param(
            Overview(kind=OverviewKind.PENDING, party="ST"), [("C4", "Vencidos")], id="an-office-does-not"
        ),
        pytest.param(
            Overview(kind=OverviewKind.DEADLINES, period=Period(end=date(2017, 7, 31))),
            [("C4", "Vencidos"), ("C2", "Vencidos")],
            id="deadlines-of-a-period",
        ),
        pytest.param(
            Overview(kind=OverviewKind.EVENTS),
            [("C7", "Próximos"), ("C6", "Ya celebrados")],
            id="events-to-come-first",
        ),
        pytest.param(
            Overview(kind=OverviewKind.PARTY, party="México"),
            [
                ("C1", "Le toca hacer"),
                ("C5", "Pidió o propuso"),
                ("C6", "Se le agradece"),
                ("C2", "Comparte con {group}"),
                ("C3", "Comparte con {group}"),
            ],
            id="a-country-by-why-it-is-named",
        ),
        pytest.param(
            Overview(kind=OverviewKind.PARTY, party="Belice"),
            [("C6", "Ausente"), ("C2", "Comparte con {group}"), ("C3", "Comparte con {group}")],
            id="an-absent-member",
        ),
    ],
)
def test_an_overview_lists_what_belongs_together(
    writer: OverviewWriter, overview: Overview, entries: list[tuple[str, str]]
) -> None:
    assert listed(writer.answer(overview, today=TODAY, language="es")) == entries


def test_an_overview_of_nothing_says_so(writer: OverviewWriter) -> None:
    answer = writer.answer(Overview(kind=OverviewKind.PENDING, party="OIM"), today=TODAY, language="es")
    assert (answer.outcome, answer.findings) == (Outcome.NOTHING, ())
    assert answer.lead[0].parameters["party"] == ("OIM",)


def test_pages_divide_an_overview_and_the_last_stands_for_those_beyond(tmp_path: Path) -> None:
    act = make_act(*PARAGRAPHS)
    act = act.model_copy(
        update={"commitments": tuple(make_commitment(act, reference) for reference, _ in PARAGRAPHS)}
    )
    path = tmp_path / "many.db"
    build_base(path, [act], lambda _database: None)
    store = KnowledgeStore.open(path)
    writer = writer_of(store)
    pages = [
        writer.answer(Overview(kind=OverviewKind.PENDING, page=page), today=TODAY, language="es")
        for page in (1, 2, 9)
    ]
    store.close()
    assert [len(page.findings) for page in pages] == [PAGE, 2, 2]
    assert [page.overview and page.overview.page for page in pages] == [1, 2, 2]
    assert {page.pages for page in pages} == {2}
