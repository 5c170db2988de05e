import pytest

from handlers.catalogue import Catalogue
from handlers.reports.report import act_report
from knowledge.values.notices import notice
from tests.support.builders import make_act, make_commitment, make_event


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        pytest.param(
            "es",
            [
                "Ref.  Pág.  Quién              Qué                  Para cuándo",
                "⚠  C1    1     (sin responsable)  firmar               —",
                "≈  C2    1     Países Miembros    remitir sus aportes  —",
                "⚠ por revisar · ≈ algo se deduce: el texto no lo dice",
                "  ⚠ Falta algo (página 4).",
                "  ⚠ (C1, p. 1) No se leyó quién es responsable.",
            ],
            id="spanish",
        ),
        pytest.param(
            "en",
            [
                "Ref.  Page  Who                     What                 By when",
                "⚠  C1    1     (no responsible party)  firmar               —",
                "≈  C2    1     Member Countries        remitir sus aportes  —",
                "⚠ to check · ≈ something is inferred: the text does not say it",
                "  ⚠ (C1, p. 1) No responsible party was read.",
            ],
            id="english",
        ),
    ],
)
def test_a_report_shows_who_what_and_by_when(
    language: str, shown: list[str], catalogues: dict[str, Catalogue]
) -> None:
    act = make_act(warnings=(notice("Falta algo (página {page}).", page=4),))
    commitments = (
        make_commitment(act, "C1", responsible=(), action="firmar"),
        make_commitment(act, "C2", inferred=("responsible",)),
    )
    act = act.model_copy(update={"commitments": commitments})

    lines = act_report(act, catalogues[language], 100).splitlines()

    assert [line for line in shown if not any(each.endswith(line) for each in lines)] == []


@pytest.mark.parametrize("width", [pytest.param(width, id=str(width)) for width in (40, 60, 80, 120)])
def test_a_report_fits_the_terminal(width: int, spanish: Catalogue) -> None:
    act = make_act()
    act = act.model_copy(
        update={
            "commitments": (make_commitment(act, "C2", action="remitir sus aportes " * 20),),
            "events": (make_event("C1", name="Taller regional " * 20),),
        }
    )

    assert max(map(len, act_report(act, spanish, width).splitlines())) <= width
