import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from knowledge.reading.files.word import read_docx
from knowledge.values.errors import UnreadableAct
from tests.support.act_files import WordFile


def paragraphs(file: WordFile) -> list[str]:
    return [text for text in read_docx(file.content(), "acta.docx").split("\n\u2029\n") if text]


@pytest.mark.parametrize(
    ("levels", "labels"),
    [
        pytest.param(
            [("decimal", "%1."), ("lowerLetter", "%2)")], ["1.", "a)", "b)", "2.", "a)"], id="letters"
        ),
        pytest.param([("decimal", "%1)"), ("bullet", "\uf0b7")], ["1)", "•", "•", "2)", "•"], id="bullets"),
        pytest.param(
            [("decimal", "%1.-"), ("lowerRoman", "%2.")], ["1.-", "i.", "ii.", "2.-", "i."], id="Roman"
        ),
        pytest.param(
            [("decimal", "%1."), ("decimal", "%1.%2.")], ["1.", "1.1.", "1.2.", "2.", "2.1."], id="decimals"
        ),
        pytest.param(
            [("decimal", "%1."), ("decimal", "%2.")],
            ["1.", "1)", "2)", "2.", "1)"],
            id="plain numbers in both",
        ),
        pytest.param(
            [("upperLetter", "%1."), ("none", "")], ["A.", "", "", "B.", ""], id="capitals, and none"
        ),
    ],
)
def test_automatic_numbers_are_written_as_word_shows_them(
    levels: list[tuple[str, str]], labels: list[str]
) -> None:
    file = WordFile()
    name = file.new_list(*levels)
    for level in (0, 1, 1, 0, 1):
        file.add("Texto", name, level)

    assert paragraphs(file) == [f"{label} Texto".strip() for label in labels]


def test_a_list_that_restarts_counts_from_its_start() -> None:
    file = WordFile()
    first, second = file.new_list(("decimal", "%1.")), file.new_list(("decimal", "%1."), start=5)
    file.add("Uno", first).add("Dos", first).add("Cinco", second).add("Seis", second)

    assert paragraphs(file) == ["1. Uno", "2. Dos", "5. Cinco", "6. Seis"]


def test_a_list_inside_another_is_told_from_it() -> None:
    file = WordFile()
    outer, inner = file.new_list(("decimal", "%1.")), file.new_list(("decimal", "%1."))
    file.add("Uno", outer).add("Se acordó:", outer).add("Esto", inner).add("Aquello", inner).add(
        "Tres", outer
    )

    assert paragraphs(file) == ["1. Uno", "2. Se acordó:", "1) Esto", "2) Aquello", "3. Tres"]


def test_a_numbered_style_numbers_its_paragraphs() -> None:
    file = WordFile()
    name = file.new_list(("decimal", "%1."))
    style = file.document.styles["List Number 3"]
    properties = style.element.get_or_add_pPr()
    for child in list(properties):
        properties.remove(child)
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{name}"/></w:numPr>'))
    file.document.add_paragraph("Uno", style="List Number 3")
    file.document.add_paragraph("Dos", style="List Number 3")

    assert paragraphs(file) == ["1. Uno", "2. Dos"]


def test_page_breaks_are_kept_and_counted_once() -> None:
    file = WordFile().add("Uno")
    file.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    file.add("Dos")
    file.document.paragraphs[-1].runs[0]._r.insert(0, parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))

    assert read_docx(file.content(), "acta.docx") == "Uno\n\u2029\n\fDos"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [["1.", "Agradecer"], ["2.", "Felicitar"]], ["1. Agradecer", "2. Felicitar"], id="layout"
        ),
        pytest.param([["Agradecer"], ["Felicitar"]], ["Agradecer", "Felicitar"], id="one column"),
        pytest.param(
            [["N.º", "Responsable", "Plazo"], ["1", "ST", "15 de julio"]],
            ["N.º │ Responsable │ Plazo", "1 │ ST │ 15 de julio"],
            id="data",
        ),
    ],
)
def test_tables_are_read_row_by_row(rows: list[list[str]], expected: list[str]) -> None:
    file = WordFile()
    table = file.document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text

    assert paragraphs(file) == expected


def test_headers_hidden_and_deleted_text_are_left_out_and_inserted_text_is_read() -> None:
    file = WordFile().add("Los Países ")
    file.document.sections[0].header.paragraphs[0].text = "Encabezado"
    paragraph = file.document.paragraphs[0]
    paragraph.add_run("ocultos ").font.hidden = True
    paragraph._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>borrados </w:delText></w:r></w:del>")
    )
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>Miembros</w:t></w:r></w:ins>"))

    assert read_docx(file.content(), "acta.docx") == "Los Países Miembros"


def run(text: str, properties: str = "") -> str:
    return f"<w:r {nsdecls('w')}><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def deleted(text: str) -> str:
    return f"<w:del {nsdecls('w')}><w:r><w:delText xml:space='preserve'>{text}</w:delText></w:r></w:del>"


def text_box(*texts: str) -> str:
    """Write a run with a text box as Word does: once for itself, once for programs that are older."""
    content = "".join(f"<w:p>{run(text)}</w:p>" for text in texts)
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        pytest.param([text_box("4. Solicitar a la OIM")], ["4. Solicitar a la OIM"], id="alone"),
        pytest.param([run("uno"), text_box("dos", "tres")], ["uno", "dos", "tres"], id="after its paragraph"),
        pytest.param([deleted("uno"), f"<w:del>{text_box('dos')}</w:del>"], [], id="deleted"),
    ],
)
def test_text_boxes_are_read_once(runs: list[str], expected: list[str]) -> None:
    file = WordFile()
    file.document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{''.join(runs)}</w:p>"))

    assert paragraphs(file) == expected


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        pytest.param([run("a "), run("uno", "<w:strike/>"), run(" dos")], "a dos", id="struck"),
        pytest.param([run("a "), run("uno ", "<w:dstrike/>"), run("dos")], "a dos", id="struck twice"),
        pytest.param([run("a "), run("dos", "<w:strike w:val='0'/>")], "a dos", id="not struck"),
        pytest.param([run("requisitos"), deleted(" que"), run("los")], "requisitos los", id="a lost space"),
        pytest.param([run("2020"), run("2", "<w:vertAlign w:val='superscript'/>")], "2020²", id="a note"),
        pytest.param(
            [run("el 1"), run("er", "<w:vertAlign w:val='superscript'/>")], "el 1er", id="an ordinal"
        ),
        pytest.param([run("2. "), run("Encargar.", "<w:strike/>")], "", id="an item struck"),
    ],
)
def test_struck_runs_are_gone_and_raised_ones_marked(runs: list[str], expected: str) -> None:
    file = WordFile().add("")
    for each in runs:
        file.document.paragraphs[0]._p.append(parse_xml(each))

    assert read_docx(file.content(), "acta.docx") == expected


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    file = WordFile().add("Solicitar a la OIM ").add("que apoye.")
    properties = file.document.paragraphs[0]._p.get_or_add_pPr()
    properties.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del/></w:rPr>"))

    assert paragraphs(file) == ["Solicitar a la OIM que apoye."]


def test_an_automatic_number_may_have_a_cell_of_its_own() -> None:
    file = WordFile()
    name = file.new_list(("decimal", "%1."))
    table = file.document.add_table(rows=0, cols=2)
    for text in ("Uno", "Dos"):
        number, cell = table.add_row().cells
        cell.text = text
        number.paragraphs[0]._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{name}"/></w:numPr>')
        )

    assert paragraphs(file) == ["1. Uno", "2. Dos"]


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(UnreadableAct, match="dañado"):
        read_docx(WordFile().content()[:-500], "acta.docx")
