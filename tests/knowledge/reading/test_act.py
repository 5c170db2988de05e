import hashlib
from datetime import date
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading import read_act
from knowledge.values.acts import Act, ProvisionKind
from knowledge.values.errors import UnreadableAct
from tests.support.act_texts import act_of

ACT_OF_2017 = BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt"


@pytest.fixture(scope="module")
def register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


@pytest.fixture(scope="module")
def act(register: PartyRegister) -> Act:
    return read_act(ACT_OF_2017, register=register)


def text_of(act: Act, reference: str) -> str:
    return next(provision.text for provision in act.provisions if str(provision.reference) == reference)


def test_the_act_of_2017_has_its_29_conclusions_13_sub_items_and_3_recommendations(act: Act) -> None:
    kinds = [provision.kind for provision in act.provisions]

    assert kinds.count(ProvisionKind.CONCLUSION) == 29
    assert kinds.count(ProvisionKind.SUB_ITEM) == 13
    assert kinds.count(ProvisionKind.RECOMMENDATION) == 3
    assert len(kinds) == 46


def test_every_provision_is_what_stands_at_its_spans(act: Act) -> None:
    for provision in act.provisions:
        assert "\n\n".join(span.of(act.text) for span in provision.spans) == provision.text
        assert provision.extent.start == provision.spans[0].start


def test_the_extent_of_an_item_ends_with_its_closing_paragraph(act: Act) -> None:
    item = next(provision for provision in act.provisions if str(provision.reference) == "C18")

    assert item.extent.of(act.text).startswith("Recibir las recomendaciones")
    assert item.extent.of(act.text).endswith("en detalle por los Países Miembros.")


@pytest.mark.parametrize(
    ("reference", "passage"),
    [
        pytest.param("ENC", "REUNIÓN DEL GRUPO REGIONAL", id="the preamble has the title"),
        pytest.param("ENC", "20-22 de junio de 2017", id="the preamble has the days"),
        pytest.param("ENC", "Panamá y República Dominicana", id="the preamble has the participants"),
        pytest.param("C1", "la Red de Funcionarios de Enlace en Materia", id="a blank line in a sentence"),
        pytest.param("C3", "a los Países Miembros y a la ST que trabajen", id="a page break in a sentence"),
        pytest.param("C10", "Agradecer a los Países Miembros", id="no space after the number"),
        pytest.param("C18", "\n\nSobre estas propuestas, solicitar", id="a closing paragraph"),
        pytest.param("C19", "migrantes extra-regionales.", id="a hyphen that stays at a line end"),
    ],
)
def test_the_text_of_a_provision_is_whole(act: Act, reference: str, passage: str) -> None:
    assert passage in text_of(act, reference)


@pytest.mark.parametrize(
    ("reference", "page"),
    [("C2.f", 1), ("C4", 2), ("C16.a", 3), ("C16.c", 4), ("C21", 5), ("R3", 6)],
)
def test_a_provision_knows_its_page(act: Act, reference: str, page: int) -> None:
    assert next(found.page for found in act.provisions if str(found.reference) == reference) == page


def test_the_meeting_is_read(act: Act) -> None:
    assert act.slug == "grcm-2017-06-san-salvador"
    assert act.meeting.model_dump(mode="json") == {
        "body": "GRCM",
        "title": "REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM) "
        "DE LA CONFERENCIA REGIONAL SOBRE MIGRACIÓN (CRM)",
        "city": "San Salvador",
        "country": "El Salvador",
        "start": "2017-06-20",
        "end": "2017-06-22",
        "participants": [
            "Canadá",
            "Costa Rica",
            "El Salvador",
            "Estados Unidos",
            "Guatemala",
            "Honduras",
            "México",
            "Panamá",
            "República Dominicana",
        ],
        "absent_members": ["Belice", "Nicaragua"],
    }
    assert act.language == "es"
    assert act.sha256 == hashlib.sha256(ACT_OF_2017.read_bytes()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_of_a_text_is_detected(
    act: Act, register: PartyRegister, tmp_path: Path, encoding: str
) -> None:
    copy = tmp_path / "acta.txt"
    copy.write_bytes(ACT_OF_2017.read_text(encoding="utf-8").encode(encoding))

    assert read_act(copy, register=register).text == act.text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(None, "No se encuentra el archivo acta.txt", id="missing"),
        pytest.param(b"", "acta.txt está vacío", id="empty"),
        pytest.param(b" \n\n", "acta.txt está vacío", id="only blanks"),
        pytest.param(bytes(range(256)) * 8, "no contiene texto legible", id="binary"),
        pytest.param(b"Pan\nLeche\nHuevos\n", "no hay conclusiones ni acuerdos numerados", id="no act"),
    ],
)
def test_a_file_that_is_no_act_is_refused_with_a_sentence(
    register: PartyRegister, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "acta.txt"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(UnreadableAct, match=sentence):
        read_act(path, register=register)


def test_a_folder_is_refused_with_a_sentence(register: PartyRegister, tmp_path: Path) -> None:
    with pytest.raises(UnreadableAct, match="No se puede leer"):
        read_act(tmp_path, register=register)


RESOLVED = """FORO ESPECIALIZADO MIGRATORIO (FEM)
RESOLUCIÓN 4/09

VISTO: El Acuerdo sobre Residencia firmado en Brasilia el 6 de diciembre de 2002, y

CONSIDERANDO:
Que en la reunión de Asunción se encomendó a los países presentar sus datos antes del 30 de junio de 2009;
{resolving}
RESUELVE:

Art. 1 - Encargar a la OIM un estudio.

Art. 2 - Agradecer a Bolivia su informe.
{closing}"""


@pytest.mark.parametrize(
    ("resolving", "closing"),
    [
        pytest.param(
            "\nEL FORO, reunido en Colonia, Uruguay, los días 5 y 6 de noviembre de 2009,\n",
            "",
            id="who resolves, below the reasons",
        ),
        pytest.param("", "\nColonia, Uruguay, 5 y 6 de noviembre de 2009.\n", id="the last words"),
    ],
)
def test_days_and_places_of_the_reasons_are_not_the_meetings(resolving: str, closing: str) -> None:
    meeting = act_of(RESOLVED.format(resolving=resolving, closing=closing)).meeting

    assert (meeting.city, meeting.country) == ("Colonia", "Uruguay")
    assert (meeting.start, meeting.end) == (date(2009, 11, 5), date(2009, 11, 6))


CLOSED = """CONFERENCIA REGIONAL SOBRE MIGRACIÓN

ACUERDOS

1. Registro consular
Solicitar a la OIM que publique
el registro antes de junio.

2. Aprobar el plan de trabajo.

Dado en la ciudad de Tela, República de Honduras, a los nueve días del mes de octubre de dos mil tres.
"""


def test_what_the_top_leaves_out_is_read_from_the_words_that_close_an_act(
    register: PartyRegister, tmp_path: Path
) -> None:
    path = tmp_path / "acta.txt"
    path.write_text(CLOSED, encoding="utf-8")

    act = read_act(path, register=register)

    assert (act.meeting.city, act.meeting.country, act.meeting.start) == (
        "Tela",
        "Honduras",
        date(2003, 10, 9),
    )
    assert act.provisions[1].text.startswith(
        "Registro consular\n\nSolicitar a la OIM que publique el registro"
    )


def test_the_meeting_of_a_network_is_its_own() -> None:
    act = act_of(
        "CONFERENCIA REGIONAL SOBRE MIGRACIÓN\nRed de Funcionarios de Enlace de Protección Consular\n\n"
        "Tela, Honduras, 6 de mayo de 2008\n\nACUERDOS\n\n1. La ST enviará el acta.\n"
    )

    assert act.meeting.body == "Red de Protección Consular"


def test_a_body_that_no_file_describes_goes_by_its_acronym() -> None:
    act = act_of(
        "COMISIÓN DEL RÍO CHICO (CORICH)\nII Reunión\n\nTela, Honduras, 6 de mayo de 2008\n\n"
        "ACUERDOS\n\n1. El plan será evaluado por la CORICH.\n"
    )

    assert act.meeting.body == "CORICH"
    assert [each.responsible for each in act.commitments] == [("CORICH",)]


def test_the_present_of_a_roadmap_binds() -> None:
    act = act_of(
        "REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)\nTela, Honduras, 6 de mayo de 2008\n\n"
        "HOJA DE RUTA 2008\n\nCONCLUSIONES\n\n1. La ST publica la guía.\n\n"
        "2. Se celebra un taller. Su anfitrión, Belice, circula la agenda.\n"
    )

    assert [(each.responsible, each.action) for each in act.commitments] == [
        (("ST",), "publicar la guía"),
        (("Belice",), "circular la agenda"),
    ]


def test_what_a_declaration_says_in_the_first_person_stands_alone() -> None:
    act = act_of(
        "REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)\nTela, Honduras, 6 de mayo de 2008\n\n"
        "CONCLUSIONES\n\n1. Convenimos en la siguiente Declaración:\n\n"
        "a) Reafirmamos nuestro compromiso.\n\nb) Instruimos a la ST para que elabore un plan.\n"
    )

    assert [(each.responsible, each.action) for each in act.commitments] == [(("ST",), "elaborar un plan")]


def test_a_day_just_before_the_meeting_is_no_event_a_year_later() -> None:
    act = act_of(
        "REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)\nTela, Honduras, 6 de mayo de 2008\n\n"
        "CONCLUSIONES\n\n1. Aprobar el plan con lo que se introdujo durante la sesión del 4 y 5 de mayo.\n"
    )

    assert act.events == ()
