"""/cumplida, /en_curso, /reabrir: read as officers write, asked back where unsure, undone by a button."""

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.desk.commands import OFFICER_COMMANDS
from handlers.desk.tracking.marking import CAPTIONS
from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from knowledge.stores.marks import MarkStore
from knowledge.stores.state_store import StateStore
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark
from tests.conftest import ADMIN, EDITOR, TODAY
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.conversations import FOLDER
from tests.support.disks import file_size_limited_to

KEY = CommitmentKey.parse("grcm-2017-06-san-salvador#C16.a")
UNKNOWN = "No conozco esa orden"


def standing(services: Services) -> list[tuple[str, str, str, str]]:
    marks = MarkStore(services.state).marks().standing
    return [(each.fulfilment.value, each.party, each.day.isoformat(), each.note) for each in marks]


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        pytest.param("es", "/cumplida 16a", [("done", "", "2017-07-01", "")], id="done"),
        pytest.param("en", "/done 16a", [("done", "", "2017-07-01", "")], id="done in English"),
        pytest.param("es", "/en_curso 16a", [("in_progress", "", "2017-07-01", "")], id="in progress"),
        pytest.param("en", "/in_progress c16a", [("in_progress", "", "2017-07-01", "")], id="in English"),
        pytest.param("es", "/reabrir 16 a", [("open", "", "2017-07-01", "")], id="reopened"),
        pytest.param("en", "/reopen 16a", [("open", "", "2017-07-01", "")], id="reopened in English"),
        pytest.param("es", "/cumplida 16.a 2017", [("done", "", "2017-07-01", "")], id="as cited, of a year"),
        pytest.param("es", "/cumplida 16 a 2017", [("done", "", "2017-07-01", "")], id="apart, of a year"),
        pytest.param(
            "es",
            "/cumplida 16a México entregó su informe",
            [("done", "México", "2017-07-01", "entregó su informe")],
            id="of a party",
        ),
        pytest.param(
            "es",
            "/cumplida 16a belise, ayer",
            [("done", "Belice", "2017-06-30", "")],
            id="of a misspelt party",
        ),
        pytest.param(
            "es",
            "/cumplida la 16 letra a, Panamá y Costa Rica",
            [("done", "Panamá", "2017-07-01", ""), ("done", "Costa Rica", "2017-07-01", "")],
            id="of two parties",
        ),
        pytest.param(
            "es", "/cumplida 16a Países Miembros", [("done", "", "2017-07-01", "")], id="of all by name"
        ),
        pytest.param(
            "es",
            "/cumplida 16a el 3 de mayo: México lo anunció",
            [("done", "", "2017-05-03", "México lo anunció")],
            id="a day and a note",
        ),
        pytest.param(
            "es",
            "/cumplida 16a el 3 de agosto",
            [("done", "", "2016-08-03", "")],
            id="a day without year is over",
        ),
        pytest.param(
            "en",
            "/done 16a on June 3, 2017 sent",
            [("done", "", "2017-06-03", "sent")],
            id="a day in English",
        ),
        pytest.param(
            "es",
            "/cumplida 16a San Salvador 2017 México",
            [("done", "México", "2017-07-01", "")],
            id="a meeting",
        ),
    ],
)
async def test_what_officers_write_is_marked(
    chat: Chat, services: Services, language: str, written: str, expected: list[tuple[str, ...]]
) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR, language), written)
    assert standing(services) == expected
    assert answer.text.startswith("Conclusión 16.a" if language == "es" else "Conclusion 16.a")
    assert [each.subject for each in AuditTrail(services.state).entries(5)] == [str(KEY)]


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        pytest.param("/cumplida", "Escriba la disposición", id="nothing"),
        pytest.param("/cumplida México", "Diga primero qué disposición", id="no provision"),
        pytest.param("/cumplida 99z", "Ningún acta cargada tiene un compromiso en 99z", id="unknown"),
        pytest.param("/cumplida 16a OIM", "OIM no figura entre los responsables", id="a party not bound"),
        pytest.param("/cumplida 16a Francia", "Francia no figura entre", id="a country that is no member"),
        pytest.param("/cumplida 16a México no, Panamá sí", "parece decir que no", id="a denial"),
        pytest.param("/cumplida 16a todavía no lo entregó", "parece decir que no", id="not yet"),
        pytest.param("/cumplida 16a 31 de febrero", "Esa fecha no existe", id="no such day"),
        pytest.param("/cumplida 16a 3 de mayo de 2030", "todavía no llega", id="a day ahead"),
        pytest.param("/cumplida 16a México mañana", "todavía no llega", id="tomorrow"),
        pytest.param("/cumplida 16a 2009", "Ninguna reunión así", id="another meeting"),
        pytest.param("/cumplida 16a Tegucigalpa ayer: sí", "Ninguna reunión así", id="no act there"),
        pytest.param("/cumplida 16a " + "x" * 301, "La nota tiene 301 caracteres", id="a long note"),
    ],
)
async def test_what_cannot_be_taken_changes_nothing(
    chat: Chat, services: Services, written: str, complaint: str
) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR), written)
    assert answer.text.startswith(complaint) or complaint in answer.text
    assert standing(services) == []


@pytest.mark.parametrize(
    ("written", "expected", "said"),
    [
        pytest.param(
            "/cumplida 16a, 16b y R2 nota",
            ["C16.a done  nota", "C16.b done  nota", "R2 done  nota"],
            "3 compromisos anotados.",
            id="a list",
        ),
        pytest.param(
            "/en_curso 16a-16c ayer",
            ["C16.a in_progress  ", "C16.b in_progress  ", "C16.c in_progress  "],
            "3 compromisos anotados.",
            id="a stretch",
        ),
        pytest.param(
            "/cumplida 3, 10 y 5 México entregó",
            ["C3 done México entregó", "C10 done México entregó", "C5 done México entregó"],
            "3 compromisos anotados.",
            id="numbers, of a party",
        ),
        pytest.param("/cumplida 16a, 16b OIM", [], "16a: OIM no figura", id="a party that one does not bind"),
        pytest.param("/cumplida 16a, 99", [], "compromiso en 99", id="one that is unknown"),
        pytest.param("/cumplida 16a, 2", [], "anótelas una por una", id="one of several commitments"),
        pytest.param("/cumplida 16a México, R2 nota", [], "¿«R2» es otra disposición", id="one in the note"),
        pytest.param("/cumplida 16a, 10 informes", [], "¿«10» es otra", id="perhaps a count"),
        pytest.param(
            "/cumplida 16a: 10 informes", ["C16.a done  10 informes"], "16.a", id="a count after a colon"
        ),
        pytest.param(
            "/cumplida 16a 10 informes", ["C16.a done  10 informes"], "16.a", id="a count after a space"
        ),
        pytest.param("/cumplida " + "16a 16b " * 90, ["C16.a done  ", "C16.b done  "], "2 comp", id="twice"),
        pytest.param("/cumplida 1-26", [], "a lo sumo 20 a la vez", id="too many"),
    ],
)
async def test_several_provisions_are_marked_together_or_none(
    chat: Chat, services: Services, written: str, expected: list[str], said: str
) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR), written)
    marks = MarkStore(services.state).marks().standing
    assert [f"{each.key.reference} {each.fulfilment} {each.party} {each.note}" for each in marks] == expected
    assert said in answer.text


async def test_what_is_too_long_to_be_told_at_once_is_told_in_parts(chat: Chat) -> None:
    """A note is told once of several commitments; what is known of one may be more than a message."""
    editor = chat.person(EDITOR)
    for note in "<&x":
        (answer,) = await chat.ask(editor, "/cumplida 16a, 16b, 16c, 16d, 3, 5, 10, 14: " + note * 300)
        assert answer.text.count(note * 300) == 1
    for number in range(12):
        await chat.ask(editor, f"/cumplida 16a: {number} " + "<" * 290)
    told = await chat.ask(editor, "/historial 16a")
    assert len(told) > 1
    assert sum(each.text.count("✅ cumplido") for each in told) == 15
    (said,) = await chat.ask(editor, "/avance " + "x" * 4088)
    assert said.text == f"No entendí de qué reunión: «{'x' * 59}…»."
    assert chat.standin.refusals == []


async def test_several_are_undone_together_and_the_audit_names_each(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/cumplida 16a, 16b")
    await chat.tap(editor, "↩️ Deshacer")
    assert standing(services) == []
    subjects = {each.subject for each in AuditTrail(services.state).entries(5)}
    assert subjects == {"grcm-2017-06-san-salvador#C16.a, grcm-2017-06-san-salvador#C16.b"}


async def test_the_answer_says_what_changed_and_undo_takes_it_back(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/en_curso 16a")
    (answer,) = await chat.ask(editor, "/cumplida 16a <b>nota")
    assert "Antes: 🔄 en curso\nAhora: ✅ cumplido\nNota: <b>nota" in answer.text

    await chat.tap(editor, "↩️ Deshacer")
    assert editor.inbox[-1].text.endswith("↩️ Deshecho: vale de nuevo lo que estaba anotado antes.")
    assert standing(services) == [("in_progress", "", "2017-07-01", "")]
    (entry,) = AuditTrail(services.state).entries(1)
    assert (entry.action, entry.subject, entry.before) == ("untrack", str(KEY), '{"change": 2}')


async def test_undo_works_once_and_for_officers_only(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    (answer,) = await chat.ask(editor, "/cumplida 16a")
    data = answer.button("↩️ Deshacer").data or ""
    stranger = chat.person(7)
    (other,) = await chat.ask(stranger, "/conclusion 16a")

    refused = stranger.taps_data(data, other)
    await chat.settle()
    assert (refused.show_alert, len(standing(services))) == (True, 1)
    assert AuditTrail(services.state).refusals(TODAY) == {"track": 1}

    taps = [editor.taps_data(data, answer) for _ in range(2)]
    await chat.settle()
    assert [tap.show_alert for tap in taps] == [False, True]
    assert standing(services) == []


async def test_of_several_commitments_it_asks_which(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    (question,) = await chat.ask(editor, "/cumplida 16 ayer entregado")
    assert question.text.startswith("¿Cuál compromiso? Aún no se anotó nada.")
    assert standing(services) == []
    labels = [button.text for row in question.buttons for button in row]

    await chat.tap(editor, labels[1])
    (made,) = MarkStore(services.state).marks().standing
    assert str(made.key) == "grcm-2017-06-san-salvador#C16.b"
    assert (made.day.isoformat(), made.note) == ("2017-06-30", "entregado")


@pytest.mark.parametrize(
    ("act", "seconds"),
    [
        pytest.param("discard", 0, id="discarded"),
        pytest.param("choose", 601, id="too late"),
        pytest.param("stranger", 0, id="tapped by somebody else"),
        pytest.param("other officer", 0, id="tapped by another officer"),
    ],
)
async def test_what_was_not_chosen_changes_nothing(
    chat: Chat, services: Services, clock: Clock, act: str, seconds: int
) -> None:
    editor = chat.person(EDITOR)
    (question,) = await chat.ask(editor, "/cumplida 16")
    first = question.buttons[0][0].data or ""
    clock.now += seconds
    if act == "discard":
        await chat.tap(editor, "✖️ Descartar")
        assert editor.inbox[-1].text == "Descartado: no se anotó nada."
        editor.taps_data(first, editor.inbox[-1])
    elif act == "choose":
        editor.taps_data(first, question)
    else:
        other = chat.person(7 if act == "stranger" else ADMIN)
        (theirs,) = await chat.ask(other, "/conclusion 16a")
        other.taps_data(first, theirs)
    await chat.settle()
    assert standing(services) == []


async def test_an_invented_number_undoes_nothing(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    (answer,) = await chat.ask(editor, "/cumplida 16a")
    taps = [
        editor.taps_data(f"trk1:{action}:es:{number}:0", answer)
        for action in ("undo", "evidence")
        for number in ("9" * 20, "٣", "0")
    ]
    await chat.settle()
    assert all(tap.show_alert for tap in taps)
    assert len(standing(services)) == 1
    assert editor.inbox == [answer]


def test_a_file_may_have_any_name_of_these_commands_as_its_caption() -> None:
    named = {
        name: getattr(each.callback, "keywords", {}).get("fulfilment")
        for each in OFFICER_COMMANDS
        for name in each.es + each.en
    }
    named = {name: fulfilment for name, fulfilment in named.items() if fulfilment}
    assert named == CAPTIONS


async def test_a_double_tap_marks_once(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    (question,) = await chat.ask(editor, "/cumplida 16")
    first = question.buttons[0][0].data or ""
    for _ in range(2):
        tap = editor.taps_data(first, question)
    await chat.settle()
    assert len(standing(services)) == 1
    assert tap.text == "Eso ya se había anotado; no se anotó de nuevo."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        pytest.param("/cumplida 16a", "/cumplida 16a", {"✅ Cumplido el 1 de julio de 2017"}, id="the same"),
        pytest.param(
            "/cumplida 16a México",
            "/en_curso 16a Panamá",
            {"Cumplió 1 de 11: México", "En curso: Panamá"},
            id="of two parties",
        ),
        pytest.param(
            "/cumplida 16a",
            "/reabrir 16a",
            {"⬜ pendiente", "✅ cumplido"},
            id="the contrary: the later holds",
        ),
    ],
)
async def test_two_officers_mark_one_commitment_at_once(
    chat: Chat, services: Services, one: str, other: str, told: set[str]
) -> None:
    """Both are kept as said, each is told what was before, and neither undoes the other's."""
    editor, admin = chat.person(EDITOR), chat.person(ADMIN)
    editor.writes(one)
    admin.writes(other)
    await chat.settle()
    assert len(standing(services)) == 2
    assert {entry.user_id for entry in AuditTrail(services.state).entries(9)} == {ADMIN, EDITOR}
    (history,) = await chat.ask(admin, "/historial 16a")
    (card,) = await chat.ask(admin, "/conclusion 16a")
    for words in told:
        assert words in history.text + card.text
    await chat.tap(editor, "↩️ Deshacer")
    assert len(standing(services)) == 1


@pytest.mark.parametrize(
    ("again", "marks"),
    [
        pytest.param("/cumplida 16a México ayer: llegó", 1, id="the same"),
        pytest.param("/cumplida 16a México: llegó", 2, id="another day"),
        pytest.param("/cumplida 16a México ayer: llegó por correo", 2, id="another note"),
        pytest.param("/cumplida 16a Panamá ayer: llegó", 2, id="another party"),
        pytest.param("/en_curso 16a México ayer: llegó", 2, id="another state"),
    ],
)
async def test_what_holds_already_is_not_marked_again(
    chat: Chat, services: Services, again: str, marks: int
) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/cumplida 16a México ayer: llegó")
    (answer,) = await chat.ask(editor, again)
    assert len(standing(services)) == marks
    assert ("ya se había anotado" in answer.text) == (marks == 1)


@pytest.mark.parametrize("written", ["/cumplida 16a", "/en_curso 16a", "/reabrir 16a", "/done 16a"])
async def test_for_anyone_else_the_commands_do_not_exist(
    chat: Chat, services: Services, written: str
) -> None:
    (answer,) = await chat.ask(chat.person(7), written)
    assert answer.text.startswith(UNKNOWN)
    assert standing(services) == []


async def test_a_file_with_the_command_is_kept_as_evidence(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    editor = chat.person(EDITOR)
    editor.sends_document(b"%PDF nota", "Nota verbal.PDF", caption="/cumplida 16a México")
    await chat.settle()
    (made,) = MarkStore(services.state).marks().standing
    assert made.evidence is not None
    assert made.evidence.name == "Nota verbal.PDF"
    assert made.evidence.kept == f"{hashlib.sha256(b'%PDF nota').hexdigest()}.pdf"
    assert (data_folder / "evidence" / made.evidence.kept).read_bytes() == b"%PDF nota"
    assert "Constancia: Nota verbal.PDF" in editor.inbox[-1].text


async def test_of_a_file_too_big_only_telegram_has_a_copy(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    editor = chat.person(EDITOR)
    editor.sends_document(b"x", "video.mp4", caption="/cumplida 16a", size=21_000_000)
    await chat.settle()
    (made,) = MarkStore(services.state).marks().standing
    assert made.evidence is not None
    assert (made.evidence.kept, bool(made.evidence.file_id)) == ("", True)
    assert editor.inbox[-1].text.endswith("El archivo pasa de 20 MB: la única copia es la de Telegram.")
    assert not (data_folder / "evidence").exists()


async def test_a_stranger_s_file_is_not_kept(chat: Chat, services: Services, data_folder: Path) -> None:
    chat.person(7).sends_document(b"x", "nota.pdf", caption="/cumplida 16a")
    await chat.settle()
    assert standing(services) == []
    assert not (data_folder / "evidence").exists()


async def test_the_audit_says_from_what_to_what(chat: Chat, services: Services) -> None:
    await chat.ask(chat.person(EDITOR), "/cumplida 16a")
    (entry,) = AuditTrail(services.state).entries(1)
    assert (entry.action, entry.user_id) == ("track", EDITOR)
    assert json.loads(entry.before) == {str(KEY): Fulfilment.OPEN}
    assert json.loads(entry.after) == {"change": 1, str(KEY): Fulfilment.DONE}


async def test_while_the_file_is_locked_nothing_is_marked_and_the_reason_is_told(
    chat: Chat, services: Services
) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/cumplida 16b")  # the writer has opened the file
    services.writer.submit(lambda state: state.database.execute("PRAGMA busy_timeout = 10")).result()
    other = StateStore.open(services.state.path)
    other.database.execute("BEGIN IMMEDIATE")
    (answer,) = await chat.ask(editor, "/cumplida 16a")
    other.database.rollback()
    other.close()
    assert answer.text.startswith("No se anotó nada: No se puede usar state.db: otro programa")
    assert len(standing(services)) == 1


async def test_on_a_full_disk_nothing_is_marked_and_the_reason_is_told(
    chat: Chat, services: Services
) -> None:
    editor = chat.person(EDITOR)
    with file_size_limited_to(1000):
        editor.sends_document(b"x" * 2000, "nota.pdf", caption="/cumplida 16a")
        await chat.settle()
    assert editor.inbox[-1].text.startswith("No se anotó nada: No se puede escribir en la carpeta")
    assert standing(services) == []


@pytest.mark.parametrize(
    ("written", "options"),
    [
        pytest.param("/cumplida 2", ["Ciudad de Panamá · 2018", "San Salvador · 2017"], id="both acts"),
        pytest.param("/cumplida 2 2018 enviado", [], id="by the year"),
        pytest.param("/cumplida 2 Ciudad de Panamá", [], id="by the city"),
    ],
)
async def test_of_several_acts_it_asks_which_unless_it_is_said(
    chat: Chat, services: Services, data_folder: Path, written: str, options: list[str]
) -> None:
    shutil.copy(FOLDER / "secretaria" / "acta-2018.txt", data_folder / "acts")
    await chat.ask(chat.person(ADMIN), "/recargar")
    (answer,) = await chat.ask(chat.person(EDITOR), written)
    labels = [button.text for row in answer.buttons for button in row]
    if options:
        assert [any(label.endswith(option) for label in labels) for option in options] == [True, True]
        assert standing(services) == []
    else:
        (made,) = MarkStore(services.state).marks().standing
        assert str(made.key).startswith("grcm-2018-11-ciudad-de-panama#C2")


async def test_a_city_that_begins_as_a_country_does_is_a_meeting(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    (data_folder / "acts" / "minutes.txt").write_text(
        "REGIONAL CONSULTATION GROUP ON MIGRATION (RCGM)\nBelize City, Belize, 12-13 February 2017\n\n"
        "Present: Belize, Guatemala and Mexico.\n\nCONCLUSIONS\n\n1. Guatemala will send a report.\n\n"
        "2. Mexico and Guatemala shall submit a fee schedule to the Secretariat by 31 March 2017.\n"
    )
    services.base.reload()
    await chat.ask(chat.person(EDITOR), "/cumplida 2 Belize City México ayer, por correo")
    (made,) = MarkStore(services.state).marks().standing
    assert (made.key.document, str(made.key.reference), made.party) == (
        "grcm-2017-02-belize-city",
        "C2",
        "México",
    )
    assert made.note == "por correo"


async def test_what_an_act_no_longer_has_is_kept_and_counted_as_lost(services: Services) -> None:
    lost = CommitmentKey.parse("crm-1999-01-lima#C1")
    made = {"key": lost, "quote": "Algo.", "fulfilment": Fulfilment.DONE, "day": TODAY}
    now = datetime(2017, 7, 1, tzinfo=UTC)
    await services.change(lambda state: MarkStore(state).make([Mark.model_validate(made)], user_id=1, at=now))
    assert [each.key for each in services.base.tracker.statuses.lost] == [lost]
