from tests.support.act_texts import PREAMBLE, act_of, provisions_of

RUN_ON = f"""\
{PREAMBLE}
CONCLUSIONES
1. Agradecer a México por su informe, presentado en el capítulo 2. b) del Manual.
2. Encomendar a la ST:
a) Elaborar un diagnóstico.
b) Presentarlo.
Sobre estas propuestas, informar al GRCM en su próxima reunión.
3. Aprobar:
\uf0b7 El taller.
\uf0b7 El seminario.
RECOMENDACIONES
1. Aprobar el Plan.
"""


def test_a_text_without_line_ends_is_divided() -> None:
    act = act_of(" ".join(RUN_ON.split()))

    assert {str(provision.reference): provision.text for provision in act.provisions[1:]} == {
        "C1": "Agradecer a México por su informe, presentado en el capítulo 2. b) del Manual.",
        "C2": "Encomendar a la ST:\n\nSobre estas propuestas, informar al GRCM en su próxima reunión.",
        "C2.a": "Elaborar un diagnóstico.",
        "C2.b": "Presentarlo.",
        "C3": "Aprobar:",
        "C3.a": "El taller.",
        "C3.b": "El seminario.",
        "R1": "Aprobar el Plan.",
    }
    assert act.slug == "grcm-2008-05-tela"
    assert act.meeting.title == "REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)"


def test_a_preamble_that_runs_into_item_1_is_cut() -> None:
    opening = PREAMBLE.replace("formuló las siguientes:\n\n", "formuló las 1. Agradecer a México.\n")

    assert provisions_of("2. Felicitar a Canadá.\n", opening) == {
        "C1": "Agradecer a México.",
        "C2": "Felicitar a Canadá.",
    }
