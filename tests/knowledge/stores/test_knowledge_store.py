from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.order import Order
from knowledge.stores.schema import KNOWLEDGE
from knowledge.values.acts import Act, Deadline, GlossaryEntry, Precision, Role
from knowledge.values.errors import StoreUnusable
from knowledge.values.questions import Period
from knowledge.values.references import Reference, Section
from tests.support.builders import make_act, make_commitment, make_event, make_meeting

OpenStore = Callable[..., KnowledgeStore]

C1, C2, C3 = (Reference.parse(f"C{number}") for number in (1, 2, 3))

SUB_ITEMS = make_act(
    ("C1", "Aceptar el informe."),
    ("C2", "Sobre la red de enlace:"),
    ("C2.a", "Convocar la reunión."),
    ("C2.b", "Enviar la memoria."),
    ("C2", "Lo anterior, con apoyo de la OIM."),
    ("C3", "Agradecer a El Salvador."),
)


def no_index(_: Database) -> None:
    pass


def due(act: Act, reference: str, day: date | None, *responsible: str) -> Act:
    deadline = Deadline(text="a más tardar", end=day, precision=Precision.DAY) if day else Deadline()
    commitment = make_commitment(act, reference, deadline=deadline, responsible=responsible)
    return act.model_copy(update={"commitments": (*act.commitments, commitment)})


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[OpenStore]:
    stores: list[KnowledgeStore] = []

    def build_and_open(*acts: Act) -> KnowledgeStore:
        path = tmp_path / "knowledge.db"
        build_base(path, acts, no_index)
        stores.append(KnowledgeStore.open(path))
        return stores[0]

    yield build_and_open
    for store in stores:
        store.close()


def test_documents_come_newest_meeting_first(open_store: OpenStore) -> None:
    days = {"crm-2016": date(2016, 11, 1), "crm-2018": date(2018, 11, 1), "crm-undated": None}
    acts = [
        make_act(slug=slug, sha256=slug, meeting=make_meeting(start=day, end=day))
        for slug, day in days.items()
    ]

    store = open_store(*acts)

    assert [document.slug for document in store.documents()] == ["crm-2018", "crm-2016", "crm-undated"]


def test_document_cites_its_provisions(open_store: OpenStore) -> None:
    store = open_store(make_act())

    citation = store.document("grcm-2017-06-san-salvador").cite(C2)

    assert citation.key == "grcm-2017-06-san-salvador#C2"
    assert citation.meeting == make_meeting()


@pytest.mark.parametrize("read", [KnowledgeStore.document, KnowledgeStore.act])
def test_unknown_act_is_a_key_error(
    open_store: OpenStore, read: Callable[[KnowledgeStore, str], object]
) -> None:
    store = open_store(make_act())

    with pytest.raises(KeyError, match="crm-1999"):
        read(store, "crm-1999")


def test_provision_is_found_by_reference(open_store: OpenStore) -> None:
    act = make_act()

    store = open_store(act)

    assert store.provision(act.slug, C2) == act.provisions[1]


@pytest.mark.parametrize(
    ("slug", "reference"),
    [
        pytest.param("grcm-2017-06-san-salvador", C3, id="no such number"),
        pytest.param("crm-1999", C1, id="no such act"),
    ],
)
def test_unknown_provision_is_none(open_store: OpenStore, slug: str, reference: Reference) -> None:
    store = open_store(make_act())

    assert store.provision(slug, reference) is None
    assert store.neighbours(slug, reference) == (None, None)


@pytest.mark.parametrize(
    ("reference", "before", "after"),
    [
        pytest.param("C1", None, "C2", id="first"),
        pytest.param("C2", "C1", "C2.a", id="lead-in before its sub-items"),
        pytest.param("C2.b", "C2.a", "C3", id="last sub-item"),
        pytest.param("C3", "C2.b", None, id="last, though another act follows"),
    ],
)
def test_neighbours_follow_the_order_of_the_act(
    open_store: OpenStore, reference: str, before: str | None, after: str | None
) -> None:
    store = open_store(SUB_ITEMS, make_act(slug="crm-2018", sha256="other"))

    found = store.neighbours(SUB_ITEMS.slug, Reference.parse(reference))

    assert tuple(each and str(each.reference) for each in found) == (before, after)


def test_children_are_the_sub_items_in_order(open_store: OpenStore) -> None:
    store = open_store(SUB_ITEMS)

    assert [str(child.reference) for child in store.children(SUB_ITEMS.slug, C2)] == ["C2.a", "C2.b"]
    assert store.children(SUB_ITEMS.slug, C1) == ()


def test_whole_text_holds_sub_items_and_closing_paragraph(open_store: OpenStore) -> None:
    store = open_store(SUB_ITEMS)
    provision = store.provision(SUB_ITEMS.slug, C2)
    assert provision

    assert store.whole_text(SUB_ITEMS.slug, provision) == (
        "Sobre la red de enlace:\n\n"
        "Convocar la reunión.\n\n"
        "Enviar la memoria.\n\n"
        "Lo anterior, con apoyo de la OIM."
    )


def test_commitments_of_a_provision_keep_their_order(open_store: OpenStore) -> None:
    act = due(due(due(make_act(), "C2", None, "OIM"), "C1", None, "México"), "C2", None, "ST")

    store = open_store(act)

    assert [each.responsible for each in store.commitments_of(act.slug, C2)] == [("OIM",), ("ST",)]


def test_commitments_come_soonest_first_and_undated_last(open_store: OpenStore) -> None:
    act = due(make_act(), "C1", None, "México")
    act = due(act, "C1", date(2017, 9, 1), "México")
    act = due(act, "C2", date(2017, 7, 15), "Países Miembros")

    store = open_store(act)

    days = [commitment.deadline.end for _, commitment in store.commitments()]
    assert days == [date(2017, 7, 15), date(2017, 9, 1), None]


@pytest.mark.parametrize(
    ("party", "period", "expected"),
    [
        pytest.param("México", None, ["C1", "C2"], id="one of several responsible counts"),
        pytest.param("OIM", None, ["C2"], id="one party"),
        pytest.param("Belice", None, [], id="nothing to do"),
        pytest.param(None, Period(start=date(2017, 7, 15)), ["C1", "C2"], id="from the very day"),
        pytest.param(None, Period(end=date(2017, 7, 15)), ["C1"], id="up to the very day"),
        pytest.param(None, Period(start=date(2017, 7, 16)), ["C2"], id="later"),
        pytest.param("OIM", Period(end=date(2017, 7, 31)), [], id="both, and nothing fits"),
    ],
)
def test_commitments_are_kept_by_party_and_period(
    open_store: OpenStore, party: str | None, period: Period | None, expected: list[str]
) -> None:
    act = due(make_act(), "C1", date(2017, 7, 15), "México")
    act = due(act, "C2", date(2017, 9, 1), "México", "OIM")

    store = open_store(act)

    found = store.commitments(parties=(party,) if party else (), period=period)
    assert [str(commitment.reference) for _, commitment in found] == expected
    assert found.count() == len(expected)


def test_a_party_named_twice_in_a_commitment_yields_it_once(open_store: OpenStore) -> None:
    store = open_store(due(make_act(), "C1", None, "OIM", "OIM"))

    assert store.commitments(parties=("OIM",)).count() == 1


def test_an_undated_commitment_is_in_no_period(open_store: OpenStore) -> None:
    store = open_store(due(make_act(), "C1", None, "OIM"))

    assert list(store.commitments(period=Period())) == []


def test_events_come_soonest_first_with_their_act(open_store: OpenStore) -> None:
    older = make_act(events=(make_event("C1", name="Sin fecha"), make_event("C2", start=date(2017, 9, 1))))
    newer = make_act(slug="crm-2018", sha256="x", events=(make_event("C1", start=date(2017, 8, 1)),))

    store = open_store(older, newer)

    assert [(document.slug, event) for document, event in store.events()] == [
        (newer.slug, newer.events[0]),
        (older.slug, older.events[1]),
        (older.slug, older.events[0]),
    ]
    assert store.events_of(older.slug, C2) == (older.events[1],)


@pytest.mark.parametrize(
    ("period", "places"),
    [
        pytest.param(Period(end=date(2017, 7, 31)), [], id="before"),
        pytest.param(Period(end=date(2017, 8, 1)), ["C1"], id="its first day"),
        pytest.param(Period(start=date(2017, 8, 2)), ["C1", "C2"], id="its last day"),
        pytest.param(Period(start=date(2017, 8, 3)), ["C2"], id="an event with an end alone"),
        pytest.param(Period(), ["C1", "C2", "C3"], id="whenever, but no event without a day"),
        pytest.param(
            Period(start=date(2017, 1, 1), end=date(2017, 12, 31)), ["C1", "C2", "C3"], id="a whole year"
        ),
    ],
)
def test_events_are_kept_by_the_days_on_which_they_are(
    open_store: OpenStore, period: Period, places: list[str]
) -> None:
    events = (
        make_event("C1", start=date(2017, 8, 1), end=date(2017, 8, 2)),
        make_event("C2", end=date(2017, 9, 1)),
        make_event("C2", name="Sin fecha"),
        make_event("C3", start=date(2017, 1, 1), end=date(2017, 12, 31), precision=Precision.YEAR),
    )
    act = make_act(*((f"C{number}", "Celebrar un taller.") for number in (1, 2, 3)), events=events)
    store = open_store(act)

    assert [str(event.reference) for _, event in store.events(period=period)] == places


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param(Order.SOONEST, ["C1", "C2", "C2", "C1"], id="soonest"),
        pytest.param(Order.LATEST, ["C2", "C1", "C2", "C1"], id="latest"),
        pytest.param(Order.NEWEST_MEETING, ["C2", "C2", "C1", "C1"], id="newest-meeting"),
    ],
)
def test_commitments_come_in_an_order_and_undated_ones_last(
    open_store: OpenStore, order: Order, expected: list[str]
) -> None:
    older = due(due(make_act(), "C1", date(2017, 7, 15), "México"), "C1", None, "México")
    meeting = make_meeting(start=date(2018, 5, 2), end=date(2018, 5, 3))
    newer = make_act(slug="crm-2018", sha256="x", meeting=meeting)
    newer = due(due(newer, "C2", date(2018, 9, 1), "México"), "C2", None, "México")

    store = open_store(older, newer)

    assert [str(each.reference) for _, each in store.commitments(order=order)] == expected


def test_what_stands_in_some_acts_is_kept(open_store: OpenStore) -> None:
    older = due(make_act(events=(make_event("C1"),)), "C1", None, "México")
    newer = due(make_act(slug="crm-2018", sha256="x", events=(make_event("C2"),)), "C2", None, "México")

    store = open_store(older, newer)

    acts = ("crm-2018",)
    assert [document.slug for document, _ in store.commitments(acts=acts)] == ["crm-2018"]
    assert [document.slug for document, _ in store.events(acts=acts)] == ["crm-2018"]
    assert store.commitments(acts=()).count() == 0


def test_events_are_kept_by_place_and_organizer(open_store: OpenStore) -> None:
    events = (
        make_event("C1", place="Granada", organizers=("Nicaragua",)),
        make_event("C2", place="Liberia", organizers=("Costa Rica",)),
    )
    store = open_store(make_act(events=events))

    assert store.places() == ("Granada", "Liberia")
    assert [str(event.reference) for _, event in store.events(places=("Liberia",))] == ["C2"]
    assert [str(event.reference) for _, event in store.events(parties=("Nicaragua",))] == ["C1"]


def test_what_is_the_first_party_s_comes_first_of_a_day(open_store: OpenStore) -> None:
    act = due(make_act(), "C1", date(2017, 7, 15), "Países Miembros")
    act = due(act, "C2", date(2017, 7, 15), "México", "Países Miembros")

    store = open_store(act)

    found = store.commitments(parties=("México", "Países Miembros"))
    assert [str(commitment.reference) for _, commitment in found] == ["C2", "C1"]


def test_an_act_s_sections_are_numbered_in_its_order(open_store: OpenStore) -> None:
    act = make_act(("ENC", "Uno."), ("R2", "Dos."), ("C9", "Tres."), ("C10", "Cuatro."), ("C10.a", "Cinco."))

    assert [*open_store(act).numbering(act.slug).items()] == [
        (Section.RECOMMENDATION, 2),
        (Section.CONCLUSION, 10),
    ]


def test_acronyms_are_looked_up_in_any_case(open_store: OpenStore) -> None:
    entry = GlossaryEntry(acronym="RROCM", expansion="Red Regional de Organizaciones Civiles", reference=C1)
    store = open_store(make_act(glossary=(entry,)))

    assert [found.value for found in store.glossary("rrocm")] == [entry]
    assert store.glossary("OEA") == ()


def test_a_party_keeps_its_role(open_store: OpenStore) -> None:
    act = make_act()
    provision = act.provisions[0].model_copy(update={"parties": {"ST": Role.THANKED}})
    store = open_store(act.model_copy(update={"provisions": (provision,)}))

    found = store.provision(act.slug, C1)

    assert found
    assert found.parties == {"ST": Role.THANKED}


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda store: store.document(SUB_ITEMS.slug), id="document"),
        pytest.param(lambda store: store.act(SUB_ITEMS.slug), id="act"),
        pytest.param(lambda store: store.provision(SUB_ITEMS.slug, C1), id="provision"),
        pytest.param(lambda store: store.neighbours(SUB_ITEMS.slug, C1), id="neighbours"),
        pytest.param(lambda store: store.children(SUB_ITEMS.slug, C2), id="children"),
        pytest.param(lambda store: store.commitments_of(SUB_ITEMS.slug, C1), id="commitments of a provision"),
        pytest.param(lambda store: list(store.commitments(parties=("OIM",))), id="commitments of a party"),
        pytest.param(
            lambda store: list(store.commitments(period=Period(end=date.max))), id="commitments due"
        ),
        pytest.param(lambda store: list(store.provisions_naming("OIM", Role.THANKED)), id="roles of a party"),
        pytest.param(lambda store: store.numbering(SUB_ITEMS.slug), id="numbering"),
        pytest.param(lambda store: store.events_of(SUB_ITEMS.slug, C1), id="events of a provision"),
        pytest.param(lambda store: store.glossary("OIM"), id="acronym"),
    ],
)
def test_what_is_looked_up_is_found_by_an_index(
    open_store: OpenStore, read: Callable[[KnowledgeStore], object]
) -> None:
    store = open_store(SUB_ITEMS)
    queries: list[tuple[str, Any]] = []
    with store.database.tracer(lambda sql, values: queries.append((sql, values))):
        read(store)

    plans = [
        step["detail"]
        for sql, values in queries
        for step in store.database.query(f"EXPLAIN QUERY PLAN {sql}", values)
    ]

    # The names that were given may be gone through, and what was found for them.
    given = {"SCAN json_each VIRTUAL TABLE INDEX 1:", "SCAN (subquery-1)"}
    assert {step for step in plans if step.startswith("SCAN")} <= given
    assert plans


def test_the_index_writer_sees_every_act(tmp_path: Path) -> None:
    counted: list[int] = []

    build_base(
        tmp_path / "knowledge.db",
        [make_act(), SUB_ITEMS.model_copy(update={"slug": "crm-2018"})],
        lambda database: counted.append(database.table("provisions").count),
    )

    assert counted == [7]


def test_a_failed_build_leaves_no_file(tmp_path: Path) -> None:
    def acts() -> Iterator[Act]:
        yield make_act()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build_base(tmp_path / "knowledge.db", acts(), no_index)

    assert list(tmp_path.iterdir()) == []


def test_a_base_cannot_be_written_to(open_store: OpenStore) -> None:
    store = open_store(make_act())

    with pytest.raises(Exception, match="readonly"):
        store.database.execute("DELETE FROM provisions")


def missing(_: Path) -> None:
    pass


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_database(path: Path) -> None:
    path.write_bytes(b"esto no es una base de datos" * 100)


def truncated(path: Path) -> None:
    build_base(path, [make_act()], no_index)
    path.write_bytes(path.read_bytes()[:-4096])


def older(path: Path) -> None:
    with Database(path) as database:
        KNOWLEDGE.apply(database, stop_before="m002_findings")


def newer(path: Path) -> None:
    build_base(path, [make_act()], no_index)
    with Database(path) as database:
        database.table("_sqlite_migrations").insert({"migration_set": "knowledge", "name": "m999"})


@pytest.mark.parametrize(
    ("spoil", "wording"),
    [
        pytest.param(missing, "no existe", id="missing"),
        pytest.param(empty, "versión anterior", id="empty"),
        pytest.param(no_database, "no es una base de datos", id="no database"),
        pytest.param(truncated, "está dañado", id="truncated"),
        pytest.param(older, "versión anterior", id="older schema"),
        pytest.param(newer, "versión más nueva", id="newer schema"),
    ],
)
def test_an_unusable_base_is_refused_with_its_reason(
    tmp_path: Path, spoil: Callable[[Path], None], wording: str
) -> None:
    path = tmp_path / "knowledge.db"
    spoil(path)

    with pytest.raises(StoreUnusable, match=wording):
        KnowledgeStore.open(path)


def test_damage_inside_a_base_is_found_by_the_check(tmp_path: Path) -> None:
    path = tmp_path / "knowledge.db"
    build_base(path, [make_act(*((f"C{number}", "Agradecer." * 50) for number in range(1, 99)))], no_index)
    content = path.read_bytes()
    path.write_bytes(content[:-4096] + b"\xff" * 4096)
    store = KnowledgeStore.open(path)

    with pytest.raises(StoreUnusable, match="está dañado"):
        store.check()

    store.close()
