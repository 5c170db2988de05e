import string
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.stores.building import build_base
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import (
    Act,
    Commitment,
    CommitmentKind,
    Deadline,
    Event,
    EventStatus,
    GlossaryEntry,
    Meeting,
    Precision,
    Role,
)
from knowledge.values.base import Span
from knowledge.values.notices import Notice
from knowledge.values.references import Reference
from knowledge.values.statements import Figure, Measure, Statement
from tests.support.builders import make_act

REFERENCES = ("ENC", "C1", "C1.a", "R2")

texts = st.text(max_size=20)
names = st.lists(texts, max_size=3).map(tuple)
days = st.none() | st.dates()
references = st.sampled_from(REFERENCES).map(Reference.parse)
spans = st.builds(Span, start=st.integers(0, 99), end=st.integers(0, 99))
identifiers = st.text(string.ascii_lowercase, min_size=1, max_size=5)


def notices(parameters: st.SearchStrategy[object]) -> st.SearchStrategy[Notice]:
    return st.builds(
        Notice,
        msgid=texts,
        parameters=st.dictionaries(identifiers, parameters, max_size=3),
        plural=st.none() | texts,
        count=st.none() | st.integers(),
    )


parameters: st.SearchStrategy[object] = st.recursive(
    texts | st.integers() | st.dates() | references | names, notices, max_leaves=4
)
meetings = st.builds(
    Meeting,
    body=st.none() | texts,
    title=texts,
    city=st.none() | texts,
    start=days,
    end=days,
    participants=names,
    absent_members=names,
)
deadlines = st.builds(
    Deadline, text=st.none() | texts, start=days, end=days, precision=st.sampled_from(Precision)
)
commitments = st.builds(
    Commitment,
    reference=references,
    responsible=names,
    recipient=names,
    supporters=names,
    action=texts,
    kind=st.sampled_from(CommitmentKind),
    quote=texts,
    span=spans,
    deadline=deadlines,
    inferred=names,
    reviewed=names,
)
events = st.builds(
    Event,
    reference=references,
    name=texts,
    place=st.none() | texts,
    start=days,
    end=days,
    precision=st.sampled_from(Precision),
    organizers=names,
    supporters=names,
    status=st.sampled_from(EventStatus),
    inferred=names,
)
statements = st.builds(
    Statement,
    reference=references,
    deed=texts,
    role=st.none() | st.sampled_from(Role),
    agents=names,
    recipients=names,
    supporters=names,
    time=deadlines,
    place=st.none() | texts,
    figures=st.lists(st.builds(Figure, text=texts, measure=st.sampled_from(Measure)), max_size=2).map(tuple),
    items=names,
    purpose=st.none() | texts,
    quote=texts,
    about=texts,
    span=spans,
    inferred=names,
)
entries = st.builds(GlossaryEntry, acronym=texts, expansion=texts, reference=st.none() | references)


@st.composite
def acts(draw: st.DrawFn) -> Act:
    act = make_act(*((reference, draw(texts)) for reference in REFERENCES), meeting=draw(meetings))
    roles = draw(st.dictionaries(texts, st.sampled_from(Role), max_size=3))
    first = act.provisions[0].model_copy(update={"parties": roles, "page": draw(st.integers(1, 999))})
    return act.model_copy(
        update={
            "provisions": (first, *act.provisions[1:]),
            "commitments": tuple(draw(st.lists(commitments, max_size=3))),
            "events": tuple(draw(st.lists(events, max_size=2))),
            "statements": tuple(draw(st.lists(statements, max_size=2))),
            "glossary": tuple(draw(st.lists(entries, max_size=2))),
            "warnings": tuple(draw(st.lists(notices(parameters), max_size=2))),
        }
    )


@settings(max_examples=30, deadline=None)
@given(act=acts())
def test_an_act_comes_out_as_it_went_in(act: Act) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "knowledge.db"
        build_base(path, [act], lambda _: None)
        store = KnowledgeStore.open(path)

        assert store.act(act.slug) == act

        store.close()


@pytest.mark.parametrize(
    "parameter",
    [
        pytest.param("2017-07-15", id="text that looks like a day"),
        pytest.param(date(2017, 7, 15), id="day"),
        pytest.param("C16.a", id="text that looks like a reference"),
        pytest.param(Reference.parse("C16.a"), id="reference"),
        pytest.param(("OIM", "México"), id="names of parties"),
    ],
)
def test_a_warning_keeps_the_kind_of_its_parameters(tmp_path: Path, parameter: str) -> None:
    warning = Notice(msgid="Véase {place}.", parameters={"place": parameter})
    act = make_act(warnings=(warning,))
    build_base(tmp_path / "knowledge.db", [act], lambda _: None)
    store = KnowledgeStore.open(tmp_path / "knowledge.db")

    assert store.act(act.slug).warnings[0].parameters["place"] == parameter

    store.close()
