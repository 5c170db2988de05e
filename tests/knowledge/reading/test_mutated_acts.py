"""No text makes the reader fail: `pytest --hypothesis-profile=thorough` tries thousands."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text
from knowledge.values.errors import UnreadableAct

settings.register_profile("thorough", max_examples=5000)

REGISTER = PartyRegister.load(BUILT_IN)
ACT = (BUILT_IN / "acts" / "grcm-2017-06-san-salvador.txt").read_text(encoding="utf-8")
LINES = [line for line in ACT.splitlines() if line.strip()][:60]
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

lines = st.one_of(st.sampled_from(LINES), st.sampled_from(STRANGE), st.text(max_size=30))


@given(st.lists(lines, max_size=40), st.sampled_from(["\n", "\n\n", " ", "\r\n", "\f"]))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutated_act_is_read_or_refused(mutated: list[str], line_end: str) -> None:
    try:
        act = divide_text(line_end.join(mutated), source="acta.txt", sha256="", register=REGISTER)
    except UnreadableAct:
        return

    assert len({provision.reference for provision in act.provisions}) == len(act.provisions)
    for provision in act.provisions:
        assert "\n\n".join(span.of(act.text) for span in provision.spans) == provision.text
        assert provision.extent.start <= provision.spans[-1].end <= provision.extent.end


@given(st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)
def test_an_act_with_pieces_cut_out_is_read_or_refused(data: st.DataObject) -> None:
    text = ACT
    for _ in range(3):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(st.text(max_size=5)) + text[start + data.draw(st.integers(0, 400)) :]

    assert divide_text(text, source="acta.txt", sha256="", register=REGISTER).provisions
