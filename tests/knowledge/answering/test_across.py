"""Answers that lie in several meetings."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from knowledge.meaning.encoder import Encoder
from knowledge.values.acts import Act, Role
from knowledge.values.answers import Answer, Outcome
from tests.support.answers import respond_from
from tests.support.builders import make_act, make_meeting

TODAY = date(2018, 7, 1)
MEMBERS = ("Canadá", "Honduras", "México", "Panamá")


def act_of(year: int, city: str, title: str, *texts: str, came: tuple[str, ...] = MEMBERS) -> Act:
    """Build the act of a meeting, which begins with who came."""
    slug = f"grcm-{year}"
    day = date(year, 6, 1)
    meeting = make_meeting(
        city=city, country=None, start=day, end=day, body="GRCM", title=title, participants=came
    )
    numbered = [(f"C{number}", text) for number, text in enumerate(texts, 1)]
    act = make_act(("ENC", f"{title}. {city}"), *numbered, slug=slug, sha256=slug, meeting=meeting)
    provisions = tuple(
        each.model_copy(update={"parties": {"México": Role.PROPOSER}})
        if each.text.startswith("Tomar nota de la propuesta de México")
        else each
        for each in act.provisions
    )
    return act.model_copy(update={"provisions": provisions})


ACTS = (
    act_of(
        2006,
        "Managua",
        "REUNIÓN DE VICEMINISTROS",
        "Instar a los Países Miembros a pagar sus cuotas antes del 31 de diciembre.",
        "Crear el directorio de consulados.",
    ),
    act_of(
        2012,
        "Guatemala",
        "REUNIÓN ORDINARIA",
        "Aceptar la nueva escala de cuotas.",
        "Tomar nota de la propuesta de México sobre la encuesta de albergues.",
        came=("Canadá", "México", "Panamá"),
    ),
    act_of(
        2017,
        "San José",
        "REUNIÓN VICEMINISTERIAL",
        "Pedir a la Secretaría un informe sobre el sitio web.",
        "Tomar nota de la propuesta de México de abrir una ventanilla.",
        "Actualizar el directorio de consulados.",
    ),
)


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(Path(tmp_path_factory.mktemp("across")), *ACTS)


def ask(responder: Responder, text: str) -> Answer:
    return responder.ask(text, today=TODAY, language="es")[0]


def keys(answer: Answer) -> list[str]:
    return [finding.citation.key.removeprefix("grcm-") for finding in answer.findings]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("¿En qué reuniones se habló de las cuotas?", ["2012#C1", "2006#C1"], id="meetings"),
        pytest.param("in which meetings did consulates come up?", ["2017#C3", "2006#C2"], id="english"),
        pytest.param("¿En qué reuniones desde 2010 se habló de las cuotas?", ["2012#C1"], id="since"),
        pytest.param("qué se acordó de los consulados entre 2004 y 2010", ["2006#C2"], id="agreed-in-years"),
        pytest.param("¿Cuándo se habló por primera vez del directorio?", ["2006#C2", "2017#C3"], id="first"),
        pytest.param("¿Cuándo fue la última vez que se habló de cuotas?", ["2012#C1", "2006#C1"], id="last"),
        pytest.param("¿Cómo han cambiado las cuotas con los años?", ["2006#C1", "2012#C1"], id="timeline"),
        pytest.param(
            "Compare las cuotas de la reunión de 2006 con la de 2012", ["2006#C1", "2012#C1"], id="compared"
        ),
        pytest.param("cuotas año por año", ["2006#C1", "2012#C1"], id="year-by-year"),
        pytest.param("cuotas acta por acta", ["2006#C1", "2012#C1"], id="act-by-act"),
        pytest.param(
            "¿Por qué manos ha ido pasando el directorio?", ["2006#C2", "2017#C3"], id="going-on-over-years"
        ),
        pytest.param("¿Cómo fueron subiendo las cuotas?", ["2006#C1", "2012#C1"], id="how-it-went-on"),
        pytest.param("¿Qué reuniones se saltó Honduras?", ["2012#ENC"], id="skipped"),
        pytest.param(
            "¿qué reuniones actualizaron el directorio de consulados?",
            ["2017#C3", "2006#C2"],
            id="which-did-it",
        ),
        pytest.param("every time fees came up", ["2012#C1", "2006#C1"], id="every-time"),
        pytest.param("did fees ever come up? I know nothing", ["2012#C1", "2006#C1"], id="with-a-comment"),
        pytest.param("¿qué se acordó entre 2005 y 2013?", ["2012#ENC", "2006#ENC"], id="years-as-a-whole"),
        pytest.param(
            "¿qué pasó entre 2005 y 2013, a grandes rasgos?", ["2012#ENC", "2006#ENC"], id="years-roughly"
        ),
        pytest.param("what happened from 2010 to 2018?", ["2017#ENC", "2012#ENC"], id="years-in-english"),
        pytest.param("todas las menciones de las cuotas", ["2012#C1", "2006#C1"], id="all-mentions"),
        pytest.param("everything about fees", ["2012#C1", "2006#C1"], id="everything"),
        pytest.param("primera mención del directorio", ["2006#C2", "2017#C3"], id="first-mention"),
        pytest.param("most recent decision on fees", ["2012#C1", "2006#C1"], id="most-recent-decision"),
        pytest.param("lo que se ha dicho de las cuotas", ["2012#C1", "2006#C1"], id="said-so-far"),
        pytest.param("primera y última vez que se habló de cuotas", ["2006#C1", "2012#C1"], id="both-ends"),
        pytest.param("¿Se habló de las cuotas más de una vez?", ["2012#C1", "2006#C1"], id="more-than-once"),
        pytest.param("¿Cuáles reuniones contaron con Honduras?", ["2017#ENC", "2006#ENC"], id="with-whom"),
        pytest.param("¿Cuántos GRCM ha habido?", ["2017#ENC", "2012#ENC", "2006#ENC"], id="of-a-body"),
        pytest.param("sedes de todas las reuniones", ["2017#ENC", "2012#ENC", "2006#ENC"], id="hosts"),
        pytest.param("la más antigua", ["2006#ENC"], id="oldest-alone"),
        pytest.param("la última", ["2017#ENC"], id="newest-alone"),
        pytest.param("¿Qué ha propuesto México?", ["2017#C2", "2012#C2"], id="deeds"),
        pytest.param("¿Qué ha propuesto México desde 2015?", ["2017#C2"], id="deeds-since"),
        pytest.param("¿A qué reuniones no asistió Honduras?", ["2012#ENC"], id="missed"),
        pytest.param("which meetings did Honduras attend?", ["2017#ENC", "2006#ENC"], id="attended"),
        pytest.param("¿Cuál fue la última vez que asistió Honduras?", ["2017#ENC"], id="last-attended"),
        pytest.param("¿Cuándo faltó Honduras?", ["2012#ENC"], id="when-missed"),
        pytest.param("how many meetings did Canada miss?", [], id="missed-none"),
        pytest.param("¿Cuál fue la última reunión a la que fue Honduras?", ["2017#ENC"], id="last-gone-to"),
        pytest.param("las dos últimas reuniones", ["2017#ENC", "2012#ENC"], id="the-last-two"),
        pytest.param("¿Qué ha propuesto México desde 2012?", ["2017#C2", "2012#C2"], id="since-a-meeting"),
        pytest.param("¿Cuál fue la última reunión?", ["2017#ENC"], id="last-meeting"),
        pytest.param("¿Cuántas veces se reunieron en Managua?", ["2006#ENC"], id="times-at-a-place"),
        pytest.param("which ones were held in San José?", ["2017#ENC"], id="held-at-a-place"),
        pytest.param("¿Qué reuniones fueron viceministeriales?", ["2017#ENC", "2006#ENC"], id="kind"),
        pytest.param("which of them were vice-ministerial?", ["2017#ENC", "2006#ENC"], id="kind-of-them"),
        pytest.param("How many vice-ministerial meetings?", ["2017#ENC", "2006#ENC"], id="kind-by-its-parts"),
        pytest.param(
            "Where was each of the vice-ministerial meetings held?",
            ["2017#ENC", "2006#ENC"],
            id="each-of-a-kind",
        ),
        pytest.param("en cuáles salió el tema de las cuotas", ["2012#C1", "2006#C1"], id="which-of-them"),
        pytest.param(
            "¿Quiénes han tenido el directorio de consulados desde 2005?",
            ["2017#C3", "2006#C2"],
            id="who-since",
        ),
        pytest.param(
            "¿Quiénes han tenido el directorio de consulados?", ["2017#C3", "2006#C2"], id="who-so-far"
        ),
        pytest.param(
            "¿Qué ha sido del directorio de consulados desde 2005?",
            ["2017#C3", "2006#C2"],
            id="of-years",
        ),
        pytest.param(
            "¿Qué directorios se han ofrecido a lo largo de los años?",
            ["2006#C2", "2017#C3"],
            id="whatever-was-offered",
        ),
    ],
)
def test_what_several_meetings_have_is_shown(responder: Responder, question: str, found: list[str]) -> None:
    assert keys(ask(responder, question)) == found


def test_the_meetings_are_counted_and_stand_under_their_years(responder: Responder) -> None:
    answer = ask(responder, "¿En qué reuniones se habló de las cuotas?")
    (lead,) = answer.lead
    assert (lead.count, lead.plural) == (2, "Consta en {number} reuniones:")
    assert [str(each.heading) for each in answer.findings] == ["2012", "2006"]


def test_acts_that_do_not_tell_who_came_are_counted(tmp_path: Path) -> None:
    silent = act_of(2019, "Tela", "REUNIÓN ORDINARIA", "Aceptar el informe.", came=())
    told = ask(respond_from(tmp_path, *ACTS, silent), "¿A qué reuniones no asistió Honduras?")
    assert keys(told) == ["2012#ENC"]
    assert [(each.msgid, each.count) for each in told.lead] == [
        ("{number} acta no dice quién asistió.", 1),
        ("{number} reunión:", 1),
    ]


def test_whoever_is_no_member_came_where_the_preamble_names_it(tmp_path: Path) -> None:
    acts = act_of(2019, "Tela", "Reunión con la OIM", "Pagar."), act_of(2020, "Tela", "Reunión", "Pagar.")
    responder = respond_from(tmp_path, *acts)
    assert keys(ask(responder, "¿En cuántas reuniones estuvo la OIM?")) == ["2019#ENC"]


def test_what_says_it_in_another_language_is_shown_too(tmp_path: Path, encoder: Encoder) -> None:
    acts = (
        act_of(
            2014, "Managua", "REUNIÓN", "Recibir el registro público de reclutadores.", "Pagar las cuotas."
        ),
        act_of(2016, "Belmopan", "MEETING", "Guatemala's registry of recruiters is online.", "To pay fees."),
    )
    responder = respond_from(
        tmp_path, acts[0], acts[1].model_copy(update={"language": "en"}), encoder=encoder
    )
    question = "¿En qué reuniones se trató el registro de reclutadores?"
    assert keys(ask(responder, question)) == ["2016#C1", "2014#C1"]


def two_fees() -> tuple[Act, Act]:
    """Make the acts of two meetings that raise the same fee."""
    return (
        act_of(2014, "Managua", "REUNIÓN", "Aumentar la cuota anual a US$5,500.", "Aceptar el informe."),
        act_of(2016, "Tela", "REUNIÓN", "Aumentar la cuota anual a US$7,000.", "Agradecer a Honduras."),
    )


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("¿qué dijeron Managua y Tela sobre la cuota?", ["2014#C1", "2016#C1"], id="cities"),
        pytest.param("was the fee higher in 2016 than in 2014?", ["2014#C1", "2016#C1"], id="years"),
        pytest.param("¿qué talleres hay en Managua y en Tela?", [], id="nothing alike"),
    ],
)
def test_what_two_meetings_have_alike_is_shown_of_both(
    tmp_path: Path, encoder: Encoder, question: str, found: list[str]
) -> None:
    assert keys(ask(respond_from(tmp_path, *two_fees(), encoder=encoder), question)) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("la cuota, cómo empezó y en qué va", ["2016#C1", "2014#C1"], id="from first to last"),
        pytest.param("¿de cuánto es la cuota anual?", ["2016#C1"], id="one thing"),
        pytest.param("la cuota de 2014, cómo empezó y en qué va", ["2014#C1"], id="of one meeting"),
    ],
)
def test_what_seems_to_be_asked_of_several_meetings_is_shown_of_all(
    tmp_path: Path, encoder: Encoder, question: str, found: list[str]
) -> None:
    assert keys(ask(respond_from(tmp_path, *two_fees(), encoder=encoder), question)) == found


def test_what_is_only_of_the_same_sort_may_be_meant_at_most(tmp_path: Path, encoder: Encoder) -> None:
    others = "Pagar las cuotas.", "Aceptar el informe de la Secretaría.", "Publicar el anuario estadístico."
    acts = (
        act_of(2009, "Antigua", "REUNIÓN", "No restringir el tránsito a causa de la influenza.", *others),
        act_of(2011, "Tela", "REUNIÓN", "Poner en marcha dos clínicas móviles.", *others),
    )
    responder = respond_from(tmp_path, *acts, encoder=encoder)
    answer = ask(responder, "¿En qué reuniones se habló de la influenza?")
    assert keys(answer) == ["2009#C1", "2011#C1"]
    assert [str(each.heading) for each in answer.findings] == ["2009", "Quizá también"]


def test_what_only_looks_like_a_topic_isnt_shown(tmp_path: Path, encoder: Encoder) -> None:
    acts = (
        act_of(2014, "Managua", "REUNIÓN", "Reanudar el Anuario Estadístico.", "Aceptar el informe."),
        act_of(2016, "Tela", "REUNIÓN", "Aumentar la cuota anual a US$7,000.", "Agradecer a Honduras."),
    )
    responder = respond_from(tmp_path, *acts, encoder=encoder)
    assert keys(ask(responder, "¿En qué reuniones se trató lo del anuario?")) == ["2014#C1"]


def test_what_one_meeting_alone_surely_says_is_followed_by_what_may_be_meant(
    tmp_path: Path, encoder: Encoder
) -> None:
    acts = (
        act_of(2014, "Managua", "REUNIÓN", "Reanudar el registro de reclutadores.", "Pagar las cuotas."),
        act_of(2016, "Tela", "REUNIÓN", "Canadá donará 9.000 dólares para reclutadores.", "Pagar."),
    )
    answer = ask(respond_from(tmp_path, *acts, encoder=encoder), "Todo sobre el registro de reclutadores")
    assert [(str(each.heading), each.citation.document) for each in answer.findings] == [
        ("2014", "grcm-2014"),
        ("Quizá también", "grcm-2016"),
    ]


def test_a_meeting_that_lacks_what_is_compared_is_named(responder: Responder) -> None:
    answer = ask(responder, "Compare el directorio de consulados de 2006 con el de 2012")
    assert keys(answer) == ["2006#C2"]
    (lead,) = answer.lead
    assert "Guatemala" in str(lead)


def test_what_other_years_have_is_only_offered(responder: Responder) -> None:
    answer = ask(responder, "¿En qué reuniones desde 2015 se habló de las cuotas?")
    assert answer.outcome is Outcome.NOTHING
    assert [each.citation.key for each in answer.suggestions] == ["grcm-2012#C1", "grcm-2006#C1"]


def test_no_meeting_deals_with_what_no_act_has(responder: Responder) -> None:
    assert ask(responder, "¿En qué reuniones se habló de energía nuclear?").outcome is Outcome.NOTHING


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿qué se acordó en Managua?", id="what it resulted in"),
        pytest.param("¿cuándo fue la reunión de Managua?", id="when it was"),
        pytest.param("¿asistió Honduras a la reunión de Managua?", id="who came"),
    ],
)
def test_of_two_meetings_in_one_city_it_is_asked_which_is_meant(tmp_path: Path, question: str) -> None:
    acts = (act_of(year, "Managua", "REUNIÓN ORDINARIA", "Aceptar el informe.") for year in (2010, 2015))
    assert keys(ask(respond_from(tmp_path, *acts), question)) == ["2015#ENC", "2010#ENC"]


def test_one_act_alone_has_nothing_across(tmp_path: Path) -> None:
    answer = ask(respond_from(tmp_path, ACTS[0]), "¿En qué reuniones se habló de las cuotas?")
    assert keys(answer) == ["2006#C1"]
    assert not any(each.heading for each in answer.findings)
