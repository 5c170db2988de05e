"""/exportar and the table sent back: safe to open, read however it was saved, and never half applied."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handlers.desk.tracking.columns import Column
from handlers.services import Services
from knowledge.stores.marks import MarkStore
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark
from standin import Message, Person
from tests.conftest import ADMIN, EDITOR
from tests.support.calendars import read_calendar
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.due_digests import act_due_on

SLUG = "grcm-2017-06-san-salvador"
HEAD = "acta,disposición,parte,estado,fecha,nota"
CONFIRM = "✅ Anotar 1 cambio"


def standing(services: Services) -> list[tuple[str, str, str, str, str]]:
    return [
        (str(each.key.reference), each.party, each.fulfilment.value, each.day.isoformat(), each.note)
        for each in MarkStore(services.state).marks().standing
    ]


async def send_back(chat: Chat, person: Person, table: str | bytes, name: str = "tabla.csv") -> Message:
    person.sends_document(table.encode() if isinstance(table, str) else table, name)
    await chat.settle()
    return person.inbox[-1]


def table(*lines: str, head: str = HEAD) -> str:
    return "\n".join([head, *lines]) + "\n"


async def exported(chat: Chat, person: Person, form: str = "") -> bytes:
    (answer,) = await chat.ask(person, f"/exportar {form}".strip())
    assert answer.document is not None
    return answer.document.content


@pytest.mark.parametrize(
    ("language", "status", "kind"), [("es", "pendiente", "obligación"), ("en", "pending", "obligation")]
)
async def test_the_table_opens_in_a_spreadsheet(chat: Chat, language: str, status: str, kind: str) -> None:
    content = await exported(chat, chat.person(EDITOR, language))
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert len(head) == len(Column)
    assert {row[11] for row in rows} == {status}
    assert kind in {row[5] for row in rows}
    assert all(len(row) == len(head) for row in rows)


@pytest.mark.parametrize(
    ("named", "told", "is_sent"),
    [
        pytest.param("Tela", "GRCM, Tela", True, id="a meeting"),
        pytest.param("2017", "GRCM, San Salvador", True, id="by its year"),
        pytest.param("Narnia", "No entendí de qué reunión: «Narnia».", False, id="none"),
    ],
)
async def test_the_table_may_be_that_of_one_meeting(
    chat: Chat, services: Services, data_folder: Path, named: str, told: str, *, is_sent: bool
) -> None:
    (data_folder / "acts" / "acta.txt").write_text(act_due_on(date(2018, 8, 1)))
    services.base.reload()
    (answer,) = await chat.ask(chat.person(EDITOR), f"/exportar {named}")
    assert told in answer.text
    content = answer.document.content.decode("utf-8-sig") if answer.document else ""
    acts = {row[0] for row in csv.reader(io.StringIO(content))}
    assert len(acts) == (2 if is_sent else 0)  # the title, and one act
    assert answer.buttons == []


@pytest.mark.parametrize("note", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)"])
async def test_no_cell_is_run_and_the_round_trip_changes_nothing(
    chat: Chat, services: Services, note: str
) -> None:
    key = CommitmentKey.parse(f"{SLUG}#C16.a")
    quote = next(
        each.quote for each in services.base.act(SLUG).commitments if each.reference == key.reference
    )
    made = Mark(key=key, quote=quote, fulfilment=Fulfilment.DONE, day=date(2017, 6, 1), note=note)
    now = datetime(2017, 7, 1, tzinfo=UTC)
    await services.change(lambda state: MarkStore(state).make([made], user_id=1, at=now))
    editor = chat.person(EDITOR)
    content = await exported(chat, editor)
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    assert f"'{note}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    answer = await send_back(chat, editor, content)
    assert answer.text.startswith("La tabla dice lo mismo")


async def test_it_comes_as_json_and_as_a_calendar_too(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    rows = json.loads(await exported(chat, editor, "json"))["commitments"]
    assert {row["status"] for row in rows} == {"open"}
    await chat.tap(editor, "ICS")
    sent = editor.inbox[-1].document
    assert sent is not None
    assert read_calendar(sent.content).events


def as_is(text: str) -> bytes:
    return text.encode()


@pytest.mark.parametrize(
    "saved",
    [
        pytest.param(as_is, id="utf-8"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="utf-8 with a mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="utf-16"),
        pytest.param(lambda text: ("\ufeff" + text).encode("utf-16"), id="utf-16, marked twice"),
        pytest.param(lambda text: text.encode("cp1252"), id="cp1252"),
        pytest.param(lambda text: text.replace(",", ";").encode(), id="semicolons"),
        pytest.param(lambda text: text.replace(",", "\t").encode("utf-16"), id="tabs, as Excel's text"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="Windows lines"),
    ],
)
async def test_a_table_is_read_however_it_was_saved(
    chat: Chat, services: Services, saved: Callable[[str], bytes]
) -> None:
    editor = chat.person(EDITOR)
    written = table(f"{SLUG},C16.a,México,Cumplida,03/05/2017,se entregó", f"{SLUG},C16.b,,,,")
    preview = await send_back(chat, editor, saved(written))
    assert preview.text.startswith("1 cambio; aún no se anotó nada:")
    assert "Conclusión 16.a · México" in preview.text
    assert "pendiente → cumplido el 3 de mayo de 2017, «se entregó»" in preview.text
    assert standing(services) == []

    await chat.tap(editor, CONFIRM)
    assert standing(services) == [("C16.a", "México", "done", "2017-05-03", "se entregó")]


@pytest.mark.parametrize(
    "written",
    [
        "2017-05-03",
        "03/05/2017",
        "3/5/17",
        "3.5.2017",
        "3-may-17",
        "03-may.-2017",
        "3 May 2017",
        "3 de mayo de 2017",
    ],
)
async def test_a_day_is_read_as_spreadsheets_and_people_write_it(
    chat: Chat, services: Services, written: str
) -> None:
    editor = chat.person(EDITOR)
    await send_back(chat, editor, table(f"{SLUG},C16.a,México,cumplido,{written},"))
    await chat.tap(editor, CONFIRM)
    assert standing(services) == [("C16.a", "México", "done", "2017-05-03", "")]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("crm-1999,C1,,cumplido,,", "no hay un acta «crm-1999»", id="act"),
        pytest.param(f"{SLUG},C99,,cumplido,,", "no tiene un compromiso «C99»", id="reference"),
        pytest.param(f"{SLUG},=1,,cumplido,,", "no tiene un compromiso «=1»", id="no reference"),
        pytest.param(f"{SLUG},C16.a,,hecho casi,,", "no existe el estado «hecho casi»", id="state"),
        pytest.param(f"{SLUG},C16.a,Narnia,cumplido,,", "«Narnia» no es de los responsables", id="party"),
        pytest.param(f"{SLUG},C16.a,,cumplido,31/02/2017,", "«31/02/2017» no es una fecha", id="date"),
        pytest.param(f"{SLUG},C16.a,,cumplido,31-feb-17,", "«31-feb-17» no es una fecha", id="no such day"),
        pytest.param(f"{SLUG},C16.a,,cumplido,3-foo-17,", "«3-foo-17» no es una fecha", id="no such month"),
        pytest.param(
            f"{SLUG},C16.a,,cumplido,3-may-1999,", "«3-may-1999» no es una fecha", id="of another century"
        ),
        pytest.param(f"{SLUG},C16.a,,cumplido,2030-01-01,", "todavía no llega", id="day ahead"),
        pytest.param(f"{SLUG},C16.a,,cumplido,,=cmd|x", "«=cmd|x» parece una fórmula", id="formula"),
        pytest.param(f"{SLUG},C16.a,,cumplido,,{'x' * 301}", "pasa de 300 caracteres", id="long note"),
        pytest.param(f"{SLUG},C16.a,,cumplido,,nota,otra", "más celdas que títulos", id="too many cells"),
        pytest.param(f"{'x' * 5000},C1,,cumplido,,", f"no hay un acta «{'x' * 59}…»", id="long act"),
        pytest.param(f"{SLUG},C16.a,,{'y' * 5000},,", f"el estado «{'y' * 59}…»", id="long state"),
        pytest.param(f"{SLUG},{'9' * 5000},,cumplido,,", "no tiene un compromiso «999", id="long reference"),
        pytest.param(f"{SLUG},C16.b,,cumplido,,", "repite la línea 2 con otro estado", id="said twice"),
    ],
)
async def test_a_faulty_line_is_named_and_nothing_is_marked(
    chat: Chat, services: Services, line: str, fault: str
) -> None:
    editor = chat.person(EDITOR)
    answer = await send_back(chat, editor, table(f"{SLUG},C16.b,,en curso,,", line))
    assert "La tabla tiene 1 línea con error. No se anotó nada" in answer.text
    assert "Línea 3: " in answer.text
    assert fault in answer.text
    assert not answer.buttons
    assert standing(services) == []


FAULTY = (
    ("crm-1999,C1,,cumplido,,", "no hay un acta «crm-1999»"),
    (f"{SLUG},C99,,cumplido,,", "el acta no tiene un compromiso «C99»"),
    (f"{SLUG},C16.c,,cumplido,31/02/2017,", "«31/02/2017» no es una fecha"),
    (f"{SLUG},C16.d,,cumplido,,=HYPERLINK(1)", "«=HYPERLINK(1)» parece una fórmula"),
    (f'{SLUG},C2.a,,cumplido,,"dos\nlíneas",y más', "más celdas que títulos"),
    (f"{SLUG},C3,,hecho casi,,", "no existe el estado «hecho casi»"),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
async def test_every_faulty_line_is_named_and_the_good_ones_are_not_marked(
    chat: Chat, services: Services, encoding: str
) -> None:
    editor = chat.person(EDITOR)
    good = f"{SLUG},C16.a,México,cumplido,03/05/2017,se entregó"
    written = table(good, *(line for line, _ in FAULTY))
    answer = await send_back(chat, editor, written.encode(encoding))
    assert "La tabla tiene 6 líneas con errores. No se anotó nada" in answer.text
    told = [line for line in answer.text.split("\n") if line.startswith("Línea")]
    numbers = (3, 4, 5, 6, 7, 9)  # the note of the fifth has two lines of its own
    for line, number, (_, fault) in zip(told, numbers, FAULTY, strict=True):
        assert line.startswith(f"Línea {number}: ")
        assert fault in line
    assert not answer.buttons
    assert standing(services) == []


async def test_lines_whose_letters_cannot_be_read_are_named(chat: Chat, services: Services) -> None:
    """A table that was put together from two: most of it is UTF-8, and one line isn't."""
    lines = [
        HEAD.encode(),
        f"{SLUG},C16.a,,cumplido,,se entregó".encode(),
        f"{SLUG},C16.b,,cumplido,,se entregó".encode("cp1252"),
    ]
    answer = await send_back(chat, chat.person(EDITOR), b"\n".join(lines))
    assert "Línea 3: tiene letras que no se pueden leer" in answer.text
    assert "Línea 2" not in answer.text
    assert standing(services) == []


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(b"", "Falta la columna", id="empty"),
        pytest.param(b"a,b,c\n1,2,3\n", "Falta la columna", id="other titles"),
        pytest.param(b"acta,disposici\xf3n\n", "Falta la columna «estado»", id="no state"),
        pytest.param(b"PK\x03\x04\x00\x00", "No es una tabla en texto", id="a workbook"),
        pytest.param(b'acta,disposicion,estado\n"x,y,z\n', "No es una tabla en texto", id="open quote"),
    ],
)
async def test_what_is_no_table_is_told(chat: Chat, content: bytes, complaint: str) -> None:
    answer = await send_back(chat, chat.person(EDITOR), content)
    assert complaint in answer.text


async def test_a_table_too_big_is_not_fetched(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    editor.sends_document(b"x", "tabla.csv", size=21_000_000)
    await chat.settle()
    assert editor.inbox[-1].text == "La tabla pasa de 5 MB; no se leyó."


@pytest.mark.parametrize("seconds", [0, 601])
async def test_a_preview_holds_for_ten_minutes_and_once(
    chat: Chat, services: Services, clock: Clock, seconds: int
) -> None:
    editor = chat.person(EDITOR)
    preview = await send_back(chat, editor, table(f"{SLUG},C16.a,,cumplido,,"))
    clock.now += seconds
    data = preview.button(CONFIRM).data or ""
    for _ in range(2):
        editor.taps_data(data, preview)
    await chat.settle()
    assert len(standing(services)) == (0 if seconds else 1)


async def test_a_preview_that_no_longer_holds_changes_nothing(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    preview = await send_back(chat, editor, table(f"{SLUG},C16.a,,cumplido,,"))
    await chat.ask(chat.person(ADMIN), "/en_curso 16a")
    tap = editor.taps_data(preview.button(CONFIRM).data or "", preview)
    await chat.settle()
    assert tap.show_alert
    assert tap.text.startswith("Desde la vista previa se anotó otra cosa")
    assert [each[2] for each in standing(services)] == ["in_progress"]


async def test_many_changes_are_undone_together(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    await send_back(chat, editor, table(*(f"{SLUG},C16.{each},,cumplido,," for each in "abcd")))
    await chat.tap(editor, "✅ Anotar 4 cambios")
    assert editor.inbox[-1].text.startswith("4 compromisos anotados.")
    assert len(standing(services)) == 4
    await chat.tap(editor, "↩️ Deshacer")
    assert standing(services) == []


async def test_nobody_else_exports_or_sends_tables(chat: Chat, services: Services) -> None:
    stranger = chat.person(7)
    (answer,) = await chat.ask(stranger, "/exportar")
    assert answer.text.startswith("No conozco esa orden")
    refused = await send_back(chat, stranger, table(f"{SLUG},C16.a,,cumplido,,"))
    assert refused.text.startswith("Solo leo texto")
    assert standing(services) == []
