"""The page of an act, as a browser reads it."""

from datetime import date

import pytest
from lxml import html

from handlers.catalogue import LANGUAGES, Catalogue
from handlers.reports.page import ActPage
from knowledge.language.parties import PartyRegister
from knowledge.values.acts import Act, Deadline, Precision
from knowledge.values.notices import notice
from tests.support.builders import make_act, make_commitment, make_event, make_meeting

HOSTILE = (
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("</style><script>alert(1)</script>", id="end-of-style"),
    pytest.param('"><img src=x onerror=alert(1)>', id="end-of-attribute"),
    pytest.param("' onmouseover='alert(1)", id="quotation-mark"),
    pytest.param("$style ${text} {0} %s", id="template"),
    pytest.param("&lt;b&gt; & <!-- -->", id="entities"),
    pytest.param("<a href='javascript:alert(1)'>x</a>", id="link"),
)
PREAMBLE = ("ENC", "Reunión del GRCM en San Salvador, del 20 al 22 de junio de 2017.")


def page_of(act: Act, register: PartyRegister, catalogue: Catalogue) -> html.HtmlElement:
    return html.document_fromstring(ActPage(act, register, catalogue).html())


def words(page: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in page.xpath(path)]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_an_act_becomes_a_tag(text: str, register: PartyRegister, spanish: Catalogue) -> None:
    act = make_act(("ENC", text), ("C1", f"Instar a {text} a firmar {text}."), source=text)
    commitment = make_commitment(
        act, "C1", responsible=(text,), action=text, deadline=Deadline(text=text), supporters=(text,)
    )
    act = act.model_copy(
        update={
            "commitments": (commitment,),
            "events": (make_event("C1", name=text, place=text, organizers=(text,)),),
            "meeting": make_meeting(title=text, city=text, body=text, participants=(text,)),
            "warnings": (notice("Se pasa por alto «{heading}».", heading=text),),
        }
    )

    page = page_of(act, register, spanish)

    assert not page.xpath("//script | //img | //*[@onmouseover or @onerror]")
    assert not page.xpath("//@href[not(starts-with(., '#'))]")
    assert len(page.xpath("//style")) == 1
    assert page.xpath("string(//*[@class='source'])") == text
    assert page.xpath("string(//*[@class='what'])") == text
    assert page.xpath("string(//*[@id='C1']//p)") == act.provisions[1].text


def test_a_page_needs_nothing_from_elsewhere(register: PartyRegister, spanish: Catalogue) -> None:
    page = ActPage(make_act(), register, spanish).html()

    assert not any(word in page for word in ("http:", "https:", "src=", "url(", "@import", "<link"))
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        pytest.param("es", ["Por revisar (1)", "Reunión", "Lo que se leyó", "El acta"], id="spanish"),
        pytest.param("en", ["To check (1)", "Meeting", "What was read", "The act"], id="english"),
    ],
)
def test_a_page_speaks_the_language_of_the_interface(
    language: str, titles: list[str], register: PartyRegister, catalogues: dict[str, Catalogue]
) -> None:
    act = make_act()
    act = act.model_copy(update={"commitments": (make_commitment(act, "C2", responsible=()),)})

    page = page_of(act, register, catalogues[language])

    assert page.get("lang") == language
    assert words(page, "//h2") == titles
    assert page.xpath("//*[@class='words']/@lang") == ["es", "es"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_doubts_lead_to_their_places(
    language: str, register: PartyRegister, catalogues: dict[str, Catalogue]
) -> None:
    act = make_act(warnings=(notice("Siglas: {acronyms}.", acronyms="PMM (C1)"),))
    act = act.model_copy(update={"commitments": (make_commitment(act, "C2", responsible=()),)})

    page = page_of(act, register, catalogues[language])

    assert page.xpath("//*[@class='doubts']//@href") == ["#C1", "#C2"]
    assert page.xpath("//section[contains(@class, 'doubtful')]/@id") == ["C1", "C2"]
    assert set(page.xpath("//@href")) <= {f"#{place}" for place in page.xpath("//@id")}


def test_a_passage_in_another_shows_in_both_colours(register: PartyRegister, spanish: Catalogue) -> None:
    act = make_act(("C1", "Instar a México a firmar."))
    act = act.model_copy(update={"commitments": (make_commitment(act, "C1", responsible=("México",)),)})

    page = page_of(act, register, spanish)

    assert words(page, "//*[@class='duty responsible']") == ["México"]
    assert words(page, "//*[@class='words']//*[@class='duty']") == ["Instar a", "a firmar."]


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        pytest.param({}, [], id="all-in-the-text"),
        pytest.param(
            {"inferred": ("responsible", "deadline.year")},
            ["se deduce: responsable, año del plazo"],
            id="inferred",
        ),
        pytest.param(
            {"deadline": Deadline(text="en mayo de 2018", end=date(2018, 5, 31), precision=Precision.MONTH)},
            ["no está así en el texto: plazo"],
            id="not-literal",
        ),
        pytest.param({"reviewed": ("kind",)}, ["corregido por una persona: tipo"], id="reviewed"),
    ],
)
def test_what_the_text_does_not_say_is_said_beside_it(
    fields: dict[str, object], notes: list[str], register: PartyRegister, spanish: Catalogue
) -> None:
    act = make_act()
    act = act.model_copy(update={"commitments": (make_commitment(act, "C2", **fields),)})

    assert words(page_of(act, register, spanish), "//*[@id='C2']//*[@class='note']") == notes


def test_a_fact_of_the_meeting_that_the_preamble_lacks_is_marked(
    register: PartyRegister, spanish: Catalogue
) -> None:
    meeting = make_meeting(participants=(), absent_members=("Belice",))
    page = page_of(make_act(PREAMBLE, meeting=meeting), register, spanish)

    facts = dict(zip(words(page, "//dt"), words(page, "//dd"), strict=True))

    assert facts["Fecha"] == "20–22 de junio de 2017"
    assert facts["Participantes"] == "no se encontró"
    assert facts["Ausentes"] == "Belice se deduce: no está en el encabezado"


def test_what_no_provision_holds_and_closing_paragraphs_stay_in_their_order(
    register: PartyRegister, spanish: Catalogue
) -> None:
    act = make_act(
        ("ENC", "Acta"),
        ("C1", "Se acordó:"),
        ("D9", "IDEAS\n\n1. Sobra"),
        ("C1.a", "firmar."),
        ("C1", "Todo, pronto."),
    )
    kept = tuple(each for each in act.provisions if str(each.reference) != "D9")

    page = page_of(act.model_copy(update={"provisions": kept}), register, spanish)

    shown = words(page, "//article/*[not(@class='page')]")
    assert shown == ["ENC Acta", "C1 Se acordó:", "IDEAS", "1. Sobra", "C1.a firmar.", "C1 Todo, pronto."]
    assert page.xpath("//section/@id") == ["ENC", "C1", "C1.a"]
