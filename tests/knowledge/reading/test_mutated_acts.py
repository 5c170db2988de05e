import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.labelled import ActSource, act_sources
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text
from knowledge.values.errors import UnreadableAct

REGISTER = PartyRegister.load(BUILT_IN)
ACT = (BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt").read_text(encoding="utf-8")
LINES = [line for line in ACT.splitlines() if line.strip()][:40]
STRANGE = [
    *(
        "",
        "1.",
        "2)",
        "99.",
        "1",
        "a)",
        "i)",
        "2.1 X",
        "•",
        "\uf0b7",
        "-",
        "*",
        "CONCLUSIONES",
        "RECOMENDACIONES",
    ),
    *(
        "ACUERDAN:",
        "CONSIDERANDO",
        "ANEXO",
        "Página 3 de 6",
        "\f",
        "\u2029",
        "a │ b │ c",
        "Se acordó:",
        "(",
        "…",
    ),
    *(
        "20-22 de junio de 2017",
        "31 de febrero de 2017",
        "San José, Costa Rica",
        "Unidas1",
        "OIM-",
        "\u202e",
        "____",
    ),
]

SOURCES = [each for each in act_sources().values() if each.path.suffix == ".txt"]
ENDS = ["", ".", ":", ";", ",", " que", " y", " to", " «", " («a"]

strange_lines = st.one_of(st.sampled_from(STRANGE), st.sampled_from(LINES), st.text(max_size=30))
edits = st.lists(st.tuples(st.integers(0, len(LINES)), st.integers(0, 3), strange_lines), max_size=12)
line_ends = st.sampled_from(["\n", "\n\n", " ", "\r\n", "\f", "\n\u2029\n"])


@given(edits, line_ends)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutated_act_is_read_or_refused(edits: list[tuple[int, int, str]], line_end: str) -> None:
    lines = list(LINES)
    for place, replaced, line in edits:
        lines[place : place + replaced] = [line]

    try:
        act = divide_text(line_end.join(lines), source="acta.txt", sha256="", register=REGISTER)
    except UnreadableAct:
        return

    assert len({provision.reference for provision in act.provisions}) == len(act.provisions)
    for provision in act.provisions:
        assert "\n\n".join(span.of(act.text) for span in provision.spans) == provision.text
        assert provision.extent.start <= provision.spans[-1].end <= provision.extent.end


@given(st.lists(strange_lines), line_ends)
@settings(deadline=None)
def test_any_text_is_read_or_refused(lines: list[str], line_end: str) -> None:
    try:
        act = divide_text(line_end.join(lines), source="acta.txt", sha256="", register=REGISTER)
    except UnreadableAct:
        return

    assert act.provisions


@given(st.sampled_from(SOURCES), st.lists(st.integers(1, 40), min_size=1), st.sampled_from(ENDS))
@settings(deadline=None, max_examples=60)
def test_an_act_whose_lines_break_off_is_read_or_refused(
    source: ActSource, lengths: list[int], end: str
) -> None:
    whole = source.path.read_text(encoding="utf-8").splitlines()
    pairs = zip(whole, (lengths * len(whole))[: len(whole)], strict=True)
    cut = [" ".join(line.split(" ")[:length]) + end if line else line for line, length in pairs]
    register = PartyRegister.load(source.data)
    try:
        act = divide_text("\n".join(cut), source="acta.txt", sha256="", register=register, data=source.data)
    except UnreadableAct:
        return

    assert act.provisions


@pytest.mark.parametrize(
    "provision",
    [
        pytest.param("Que los Países Miembros", id="nothing behind a party that is to do something"),
        pytest.param(
            "Conformar un grupo, a cuyo efecto:\n   a) Honduras habilita", id="nothing behind a verb"
        ),
        pytest.param("The TS to", id="nothing behind «to»"),
    ],
)
def test_a_provision_that_breaks_off_is_read(provision: str) -> None:
    opening = "\n\n".join(LINES[:6])
    act = divide_text(
        f"{opening}\n\nCONCLUSIONES\n\n1. {provision}", source="acta.txt", sha256="", register=REGISTER
    )
    assert [str(each.reference) for each in act.provisions][1] == "C1"
