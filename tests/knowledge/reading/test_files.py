import os
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from knowledge.reading.files.kinds import FileKind, check_kind, kind_of, read_content, suffix_for
from knowledge.values.errors import UnreadableAct
from tests.support.act_files import WordFile, pdf_of

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64


def package(*members: tuple[str, bytes]) -> bytes:
    return zip_of(("word/document.xml", b"<w:document/>"), *members)


def zip_of(*members: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"CONCLUSIONES", FileKind.TXT),
        (pdf_of(["Texto"]), FileKind.PDF),
        (WordFile().content(), FileKind.DOCX),
        (b"<!DOCTYPE html><html>", FileKind.HTML),
        (b"\xef\xbb\xbf <?xml version='1.0'?>\n<!-- Word --><html>", FileKind.HTML),
        ("<html>".encode("utf-16"), FileKind.HTML),
        (OLD_WORD, FileKind.OLD_WORD),
        (rb"{\rtf1", FileKind.RTF),
        (b"\x89PNG\r\n", FileKind.PICTURE),
    ],
)
def test_a_kind_is_told_by_how_the_content_starts(content: bytes, kind: FileKind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("acta.docx", b"no es un zip", "aunque su nombre lo diga", id="text named DOCX"),
        pytest.param("acta.docx", rb"{\rtf1 Acta}", "es un RTF", id="RTF named DOCX"),
        pytest.param("acta.rtf", rb"{\rtf1 Acta}", "es un RTF", id="RTF"),
        pytest.param("acta.odt", zip_of(("content.xml", b"<a/>")), "es de LibreOffice", id="OpenDocument"),
        pytest.param("acta.txt", b"\x89PNG\r\n", "es una imagen", id="a picture"),
        pytest.param("acta.doc", OLD_WORD, "Word antiguo o protegido", id="old Word"),
        pytest.param("acta.docx", OLD_WORD, "Word antiguo o protegido", id="DOCX with a password"),
        pytest.param("acta.docm", package(), "contiene macros", id="macros by name"),
        pytest.param(
            "acta.xlsx",
            zip_of(("xl/workbook.xml", b"<workbook/>")),
            "no es un documento de Word",
            id="another kind",
        ),
        pytest.param("acta", b"texto", "No se lee ese tipo", id="no suffix"),
        pytest.param(
            "acta.docx", package(("word/vbaProject.bin", b"x")), "contiene macros", id="macros inside"
        ),
        pytest.param("acta.docx", package(("word/a.zip", b"x")), "ocupa demasiado", id="an archive inside"),
        pytest.param(
            "acta.docx", package(("word/media/a", b"\0" * 5_000_000)), "ocupa demasiado", id="1000 to 1"
        ),
        pytest.param(
            "acta.docx",
            package(*((f"word/{number}", b"") for number in range(20_000))),
            "ocupa demasiado",
            id="20,000",
        ),
        pytest.param(
            "acta.docx", b"PK\x05\x06" + b"\0" * 18, "no es un documento de Word", id="an empty archive"
        ),
        pytest.param("acta.docx", package()[:60], "está dañado", id="a truncated archive"),
        pytest.param("acta.txt", b"a" * 5_000_000, "más de 2 MB de texto", id="too much text"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused_at_once(
    name: str, content: bytes, sentence: str
) -> None:
    started = time.perf_counter()

    with pytest.raises(UnreadableAct, match=sentence):
        check_kind(content, Path(name))
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        pytest.param("acta.docx", b"<html><body>", FileKind.HTML, id="HTML named DOCX"),
        pytest.param("acta.doc", b"<html><body>", FileKind.HTML, id="HTML named DOC"),
        pytest.param("acta.docx", pdf_of(["Texto"]), FileKind.PDF, id="PDF named DOCX"),
        pytest.param("acta.pdf", WordFile().content(), FileKind.DOCX, id="DOCX named PDF"),
        pytest.param("acta", WordFile().content(), FileKind.DOCX, id="DOCX without a suffix"),
        pytest.param("acta.html", b"<p>Agradecer</p>", FileKind.HTML, id="HTML without a root"),
    ],
)
def test_a_file_is_what_it_holds(name: str, content: bytes, kind: FileKind) -> None:
    assert check_kind(content, Path(name)) is kind


@pytest.mark.parametrize(
    ("name", "content", "suffix"),
    [
        pytest.param("acta.HTM", b"<html>", ".htm", id="its own"),
        pytest.param("acta.doc", b"<html>", ".html", id="one of no kind"),
        pytest.param("acta", pdf_of(["Texto"]), ".pdf", id="none"),
    ],
)
def test_a_file_is_kept_under_a_suffix_that_acts_have(
    tmp_path: Path, name: str, content: bytes, suffix: str
) -> None:
    (tmp_path / name).write_bytes(content)

    assert suffix_for(tmp_path / name) == suffix


def test_a_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "acta.pdf"
    path.touch()
    os.truncate(path, 21 << 20)

    with pytest.raises(UnreadableAct, match="más de 20 MB"):
        read_content(path)
