import pytest

from knowledge.reading.files.webpage import read_html
from knowledge.values.errors import UnreadableAct


def paragraphs(body: str) -> list[str]:
    return read_html(f"<html><body>{body}</body></html>".encode(), "acta.html").split("\n\u2029\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>Uno<p>Dos", ["Uno", "Dos"], id="paragraphs"),
        pytest.param(
            "<div>Uno <b>y\nmedio</b><h2>Dos</h2>Tres</div>", ["Uno y medio", "Dos", "Tres"], id="blocks"
        ),
        pytest.param("<ol><li>Uno<li>Dos</ol>", ["1. Uno", "2. Dos"], id="numbered list"),
        pytest.param(
            "<ol start=4><li>Uno<li value=9>Dos</ol>", ["4. Uno", "9. Dos"], id="list with own numbers"
        ),
        pytest.param("<ol type=a><li>Uno<li><p>Dos</ol>", ["a) Uno", "b) Dos"], id="lettered list"),
        pytest.param(
            "<ol style='list-style: lower-alpha'><li>Uno</ol>", ["a) Uno"], id="lettered by its style"
        ),
        pytest.param("<ol><li>Uno<ol><li>Dos</ol></ol>", ["1. Uno", "1) Dos"], id="list in a list"),
        pytest.param("<ul><li>Uno</ul>", ["• Uno"], id="bullets"),
        pytest.param("<table><tr><td>1.<td>Agradecer</table>", ["1. Agradecer"], id="layout table"),
        pytest.param("<table><tr><td>a<td>b<td>c</table>", ["a │ b │ c"], id="data table"),
        pytest.param("Uno<br>dos", ["Uno\ndos"], id="line break"),
        pytest.param(
            "Naciones Unidas<sup>1</sup> y el 1<sup>er</sup> taller",
            ["Naciones Unidas¹ y el 1er taller"],
            id="sup",
        ),
        pytest.param("a <del>Honduras</del> <ins>México</ins>, sí", ["a México, sí"], id="del and ins"),
        pytest.param("<p>2. <strike>Encargar</strike></p><p>3. Uno</p>", ["3. Uno"], id="an item struck"),
        pytest.param(
            "<style>.x{text-decoration:line-through}</style><p class=x>No</p>Sí", ["Sí"], id="class"
        ),
        pytest.param(
            "<table><tr><td>1<td>Uno<tr><td>2<td>Dos</table>", ["1. Uno", "2. Dos"], id="bare numbers"
        ),
        pytest.param(
            "<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e</table>",
            ["a │ b │ c", "d │ 〃 │ e"],
            id="a cell that reaches down",
        ),
        pytest.param(
            "informe<a href='#_ftn1'>[1]</a><p><a href='#_ftnref1'>[1]</a> Nota",
            ["informe¹", "¹ Nota"],
            id="a note as Word writes it",
        ),
        pytest.param(
            "informe<sup><a href='#cite-1'>1</a></sup><ol><li id='cite-1'>Nota</ol>",
            ["informe¹", "¹ Nota"],
            id="a note in a list",
        ),
        pytest.param("la<span style='display:block'>que</span>", ["la", "que"], id="a block by its style"),
        pytest.param(
            "<nav>Inicio</nav><p hidden>No</p><p style='display:none'>No</p>Sí", ["Sí"], id="not shown"
        ),
        pytest.param(
            "<script>alert(1)</script><!-- nota -->Sí<footer>©</footer>", ["Sí"], id="no text of the act"
        ),
    ],
)
def test_a_page_is_read_as_a_browser_shows_it(body: str, expected: list[str]) -> None:
    assert paragraphs(body) == expected


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<meta charset='utf-8'><p>Reunión".encode(), id="declared"),
        pytest.param("<p>Reunión".encode(), id="UTF-8, not declared"),
        pytest.param("<meta charset=iso-8859-1><p>Reunión".encode("latin-1"), id="Latin-1"),
        pytest.param("<meta charset='utf-8'><p>Reunión".encode("cp1252"), id="declared wrongly"),
        pytest.param(
            "<?xml version='1.0' encoding='utf-8'?><html><p>Reunión</p></html>".encode(), id="XHTML"
        ),
        pytest.param("<p>Reunión".encode("utf-16"), id="UTF-16"),
    ],
)
def test_the_encoding_of_a_page_is_found(content: bytes) -> None:
    assert read_html(content, "acta.html") == "Reunión"


def test_entities_are_not_expanded_beyond_those_of_html() -> None:
    bomb = (
        b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><p>&aacute;&b;</p></html>'
    )

    assert len(read_html(bomb, "acta.html")) < 40


def test_a_page_without_content_is_refused() -> None:
    with pytest.raises(UnreadableAct, match="dañado"):
        read_html(b"<!-- -->", "acta.html")
