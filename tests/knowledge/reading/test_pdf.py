import pytest

from knowledge.reading.files.marks import PAGE_BREAK, UNREAD
from knowledge.reading.files.pdf import read_pdf
from knowledge.values.errors import UnreadableAct
from tests.support.act_files import pdf_of, pdf_with_scan


def test_lines_and_pages_come_in_order_with_gaps_as_blank_lines() -> None:
    content = pdf_of(["CONCLUSIONES", "", "1. Agradecer a", "México."], ["2. Felicitar a Canadá."])

    assert (
        read_pdf(content, "acta.pdf") == "CONCLUSIONES\n\n1. Agradecer a\nMéxico.\n\f\n2. Felicitar a Canadá."
    )


def test_a_number_at_the_height_of_its_text_is_on_its_line() -> None:
    assert read_pdf(pdf_of(["1.|Agradecer a los Países Miembros"]), "acta.pdf") == (
        "1. Agradecer a los Países Miembros"
    )


def test_a_word_split_at_a_line_end_keeps_a_hyphen_there() -> None:
    content = pdf_of(["El Taller sobre coordi-", "nación regional", "y más."])

    assert read_pdf(content, "acta.pdf") == "El Taller sobre coordi-\nnación regional\ny más."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(pdf_of(["Texto"])[:-40], "incompleto", id="cut off"),
        pytest.param(b"%PDF-1.4\n%%EOF\n", "dañado", id="damaged"),
        pytest.param(pdf_of(["Final"], ["Final"]), "escaneado", id="hardly any text"),
        pytest.param(pdf_of(*[["Texto"]] * 301), "más de 300 páginas", id="too long"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableAct, match=sentence):
        read_pdf(content, "acta.pdf")


def test_a_page_of_only_a_picture_is_marked() -> None:
    content = pdf_with_scan(["Agradecer a los Países Miembros su apoyo a la Secretaría Técnica"])

    assert read_pdf(content, "acta.pdf").endswith(f"Técnica\n{PAGE_BREAK}\n{UNREAD}")


def test_a_pdf_with_a_password_is_refused() -> None:
    # Encryption by standard security handler whose user password is not the empty one.
    encryption = b"9 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>\nendobj\n" % (b"o" * 32, b"u" * 32)
    content = pdf_of(["Agradecer a los Países Miembros"])
    content = content.replace(b"xref\n", encryption + b"xref\n", 1).replace(
        b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R/ID[(i)(i)]"
    )

    with pytest.raises(UnreadableAct, match="contraseña"):
        read_pdf(content, "acta.pdf")
