"""/corregir 16a: a dialogue with buttons, of which nothing is written before it is confirmed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.application import build_application
from bot.services import open_services
from bot.settings import Settings
from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from knowledge.stores.data_folder import DataFolder
from knowledge.values.acts import Commitment, CommitmentKind
from knowledge.values.references import Reference
from standin import Message, Person, StandinRequest
from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.disks import file_size_limited_to

SLUG = "grcm-2017-06-san-salvador"
VERACRUZ = Path(__file__).parents[2] / "corpus" / "unseen" / "grcm-2010-04-veracruz.html"
AS_READ = ("Países Miembros", "2017-07-15", "obligation")
EXPIRED = "Este botón caducó"


def read(services: Services, reference: str = "C16.a", slug: str = SLUG) -> list[tuple[str, str, str]]:
    """Return what is known of a provision: who, by when, and what kind it is."""
    made = services.base.act(slug).commitments
    return [_facts(each) for each in made if each.reference == Reference.parse(reference)]


def _facts(commitment: Commitment) -> tuple[str, str, str]:
    return (
        ", ".join(commitment.responsible),
        str(commitment.deadline.end or "-"),
        commitment.kind.value,
    )


async def walk(chat: Chat, person: Person, *steps: str) -> Message:
    """Write and tap («[Plazo]») one after the other, and return what was written or changed last."""
    for step in steps:
        if step.startswith("["):
            await chat.tap(person, step.strip("[]"))
        else:
            await chat.ask(person, step)
    return shown(chat)


def shown(chat: Chat) -> Message:
    events = [each for each in chat.standin.transcript if each.kind in {"message", "edit"} and each.message]
    message = events[-1].message
    assert message
    return message


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def review(data_folder: Path, slug: str = SLUG) -> str | None:
    path = data_folder / "acts" / f"{slug}.review.yaml"
    return path.read_text(encoding="utf-8") if path.exists() else None


@pytest.mark.parametrize(
    ("steps", "preview", "known"),
    [
        pytest.param(
            ["[Plazo]", "31 de julio"],
            ("15 de julio de 2017", "31 de julio de 2017"),
            [("Países Miembros", "2017-07-31", "obligation")],
            id="a-day-without-its-year",
        ),
        pytest.param(
            ["[Plazo]", "2017-08-01"],
            ("15 de julio de 2017", "1 de agosto de 2017"),
            [("Países Miembros", "2017-08-01", "obligation")],
            id="a-day",
        ),
        pytest.param(
            ["[Plazo]", "[Sin plazo]"],
            ("15 de julio de 2017", "sin plazo"),
            [("Países Miembros", "-", "obligation")],
            id="no-deadline",
        ),
        pytest.param(
            ["[Responsable]", "[OIM]"],
            ("Países Miembros", "OIM"),
            [("OIM", "2017-07-15", "obligation")],
            id="a-party-that-the-provision-names",
        ),
        pytest.param(
            ["[Responsable]", "mexico y la oim"],
            ("Países Miembros", "México y OIM"),
            [("México, OIM", "2017-07-15", "obligation")],
            id="parties-in-words",
        ),
        pytest.param(
            ["[Responsable]", "[El acta no dice quién]"],
            ("Países Miembros", "nadie"),
            [("", "2017-07-15", "obligation")],
            id="nobody",
        ),
        pytest.param(
            ["[Tipo]", "[invitación]"],
            ("obligación", "invitación"),
            [("Países Miembros", "2017-07-15", "invitation")],
            id="the-kind",
        ),
        pytest.param(
            ["[Tipo]", "Seguimiento"],
            ("obligación", "seguimiento"),
            [("Países Miembros", "2017-07-15", "follow_up")],
            id="the-kind-in-words",
        ),
        pytest.param(
            ["[No es un compromiso]"],
            ("remitir información", "no es un compromiso"),
            [],
            id="no-commitment",
        ),
        pytest.param(
            [
                "[Falta un compromiso]",
                "la cual es necesaria para la elaboración del diagnóstico",
                "[OIM]",
                "[Sin plazo]",
            ],
            ("no es un compromiso", "OIM · sin plazo · obligación · la cual es necesaria"),
            [AS_READ, ("OIM", "-", "obligation")],
            id="one-more",
        ),
        pytest.param(
            ["[Responsable]", "[◀ Volver]", "[Plazo]", "2017-08-01", "[◀ Volver]", "[Tipo]", "[aprobación]"],
            ("obligación", "aprobación"),
            [("Países Miembros", "2017-07-15", "approval")],
            id="back-and-forth",
        ),
    ],
)
async def test_a_correction_is_previewed_and_counts_once_it_is_confirmed(
    chat: Chat,
    services: Services,
    data_folder: Path,
    steps: list[str],
    preview: tuple[str, str],
    known: list[tuple[str, str, str]],
) -> None:
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 16a", *steps)
    before, _, after = message.text.partition("Después: ")
    assert preview[0] in before.partition("Antes: ")[2]
    assert preview[1] in after
    assert read(services) == [AS_READ]
    assert review(data_folder) is None

    done = await walk(chat, editor, "[Guardar]")

    assert done.text.startswith("Base recargada")
    assert read(services) == known
    assert review(data_folder)
    entry = AuditTrail(services.state).entries(1)[0]
    assert (entry.action, entry.user_id, entry.subject) == ("correct", EDITOR, f"{SLUG}#C16.a")
    assert entry.before != entry.after
    assert chat.standin.refusals == []


async def test_what_was_read_is_shown_with_buttons_that_fit(chat: Chat) -> None:
    message = await walk(chat, chat.person(EDITOR), "/corregir 16a")
    assert all(
        words in message.text
        for words in (
            "Conclusión 16.a · GRCM",
            "Responsable: Países Miembros",
            "Plazo: 15 de julio de 2017",
            "Tipo: obligación",
            "Que los Países Miembros remitan",
        )
    )
    assert labels(message) == [
        "Responsable",
        "Plazo",
        "Tipo",
        "No es un compromiso",
        "Falta un compromiso",
        "✖️ Cancelar",
    ]
    data = [button.data or "" for row in message.buttons for button in row]
    assert max(len(each.encode()) for each in data) <= 64


async def test_without_a_provision_it_asks_which(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    assert (await walk(chat, editor, "/corregir")).text.startswith("¿Qué disposición quiere corregir?")
    assert "Conclusión 16.a" in (await walk(chat, editor, "la 16 a")).text


async def test_in_english(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR, "en")
    message = await walk(chat, editor, "/correct 16a", "[Deadline]", "July 31, 2017")
    assert "Before: July 15, 2017\nAfter: July 31, 2017" in message.text
    await walk(chat, editor, "[Save]")
    assert read(services) == [("Países Miembros", "2017-07-31", "obligation")]


async def test_of_several_commitments_it_asks_which(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 28")
    assert "1. ST · sin plazo · obligación" in message.text
    second = next(each for each in labels(message) if each.startswith("2. PPT"))
    await walk(chat, editor, f"[{second}]", "[Plazo]", "2017-09-30", "[Guardar]")
    assert read(services, "C28") == [("ST", "-", "obligation"), ("PPT", "2017-09-30", "obligation")]


async def test_a_provision_of_which_nothing_was_read_may_get_a_commitment(
    chat: Chat, services: Services
) -> None:
    """Its only sentence is taken; who is not asked twice, and the act's words stay as they are."""
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 15")
    assert "No se leyó ningún compromiso." in message.text
    await walk(chat, editor, "[Falta un compromiso]", "CRM", "2017-12-31", "[Guardar]")
    assert read(services, "C15") == [("CRM", "2017-12-31", "obligation")]


async def test_a_correction_is_taken_away_again(chat: Chat, services: Services, data_folder: Path) -> None:
    """Also where the commitment itself was taken away, of which the base knows nothing any more."""
    editor = chat.person(EDITOR)
    await walk(chat, editor, "/corregir 16a", "[Plazo]", "2017-08-01", "[Guardar]")
    message = await walk(chat, editor, "/corregir 16a")
    assert "✎ revisado: plazo" in message.text
    await walk(chat, editor, "[No es un compromiso]", "[Guardar]")
    assert read(services) == []

    assert "✎ revisado: compromiso quitado" in (await walk(chat, editor, "/corregir 16a")).text
    message = await walk(chat, editor, "/corregir 16a", "[Quitar la corrección]")
    assert "Antes: no es un compromiso\nDespués: Países Miembros · 15 de julio de 2017" in message.text
    await walk(chat, editor, "[Guardar]")

    assert read(services) == [AS_READ]
    assert review(data_folder) == "commitments: []\n"
    assert "Quitar la corrección" not in labels(await walk(chat, editor, "/corregir 16a"))


async def test_a_correction_is_undone_by_an_admin(chat: Chat, services: Services, data_folder: Path) -> None:
    await walk(chat, chat.person(EDITOR), "/corregir 16a", "[Plazo]", "2017-08-01", "[Guardar]")
    message = await walk(chat, chat.person(ADMIN), "/auditoria", "[Deshacer 1]", "[Sí, deshacer]")
    assert "deshecho" in message.text.lower()
    assert read(services) == [AS_READ]
    assert review(data_folder) is None


@pytest.mark.parametrize(
    ("steps", "cancel"),
    [
        pytest.param([], "[✖️ Cancelar]", id="at-once"),
        pytest.param(["[Plazo]"], "[✖️ Cancelar]", id="when-asked"),
        pytest.param(["[Plazo]"], "cancelar", id="in-words"),
        pytest.param(["[Plazo]", "quizás"], "[✖️ Cancelar]", id="after-nonsense"),
        pytest.param(["[Plazo]", "2017-08-01"], "[Descartar]", id="at-the-end"),
    ],
)
async def test_cancelled_it_changes_nothing_and_waits_for_nothing(
    chat: Chat, services: Services, data_folder: Path, steps: list[str], cancel: str
) -> None:
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 16a", *steps, cancel)
    assert message.text == "Descartado: no se corrigió nada."
    answer = await walk(chat, editor, "2017-09-01")
    assert "Antes:" not in answer.text
    assert read(services) == [AS_READ]
    assert review(data_folder) is None


@pytest.mark.parametrize(
    ("ask", "typed", "said"),
    [
        pytest.param("Plazo", "mañana o así", "No entiendo la fecha «mañana o así»", id="no-date"),
        pytest.param("Plazo", "31 de febrero de 2018", "No entiendo la fecha", id="no-such-day"),
        pytest.param("Plazo", "2017-13-40", "No entiendo la fecha", id="no-such-month"),
        pytest.param("Plazo", "agosto de 2017", "No entiendo la fecha", id="a-month"),
        pytest.param("Plazo", "15 de julio o 3 de agosto", "No entiendo la fecha", id="two-dates"),
        pytest.param("Plazo", "2016-07-15", "15 de julio de 2016 es anterior", id="before-the-meeting"),
        pytest.param("Plazo", "<b>&lt;", "No entiendo la fecha «<b>&lt;»", id="markup"),
        pytest.param("Responsable", "la Luna", "No entiendo quién es «la Luna»", id="nobody"),
        pytest.param("Tipo", "raro", "No hay un tipo «raro»", id="no-kind"),
        pytest.param(
            "Falta un compromiso", "comprar pan", "La disposición no dice «comprar pan»", id="not-there"
        ),
        pytest.param(
            "Falta un compromiso", "Que los países miembros remitan", "ya se leyó un compromiso", id="read"
        ),
    ],
)
async def test_what_is_not_understood_is_said_and_asked_for_again(
    chat: Chat, services: Services, ask: str, typed: str, said: str
) -> None:
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 16a", f"[{ask}]", typed)
    assert said in message.text
    assert labels(message) == ["◀ Volver", "✖️ Cancelar"]
    good = {"Plazo": "2017-08-01", "Responsable": "OIM", "Tipo": "evento"}.get(ask, "políticas públicas")
    answer = await walk(chat, editor, good)
    assert "Después:" in answer.text or "¿Quién es responsable?" in answer.text
    assert read(services) == [AS_READ]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("¿cuándo es el taller sobre integridad del pasaporte?", id="with-its-marks"),
        pytest.param("cuando es el taller sobre integridad del pasaporte", id="long"),
    ],
)
async def test_a_question_in_between_is_answered_and_the_buttons_go_on_counting(
    chat: Chat, services: Services, question: str
) -> None:
    editor = chat.person(EDITOR)
    await walk(chat, editor, "/corregir 16a", "[Plazo]")
    assert "Conclusión 24" in (await walk(chat, editor, question)).text
    await walk(chat, editor, "[Sin plazo]", "[Guardar]")
    assert read(services) == [("Países Miembros", "-", "obligation")]


async def test_of_several_acts_it_asks_which_or_takes_the_meeting_that_is_named(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    services.base.load(lambda loader: loader.add(VERACRUZ))
    other = next(each.slug for each in services.base.documents() if each.slug != SLUG)
    number = next(
        str(each.reference.number)
        for each in services.base.act(other).commitments
        if not each.reference.letter and read(services, str(each.reference))
    )
    before = read(services, f"C{number}")
    editor = chat.person(EDITOR)

    message = await walk(chat, editor, f"/corregir {number}")
    assert message.text == "¿Cuál quiere corregir?"
    chosen = next(each for each in labels(message) if "Veracruz" in each)
    by_button = await walk(chat, editor, f"[{chosen}]")
    by_words = await walk(chat, editor, f"/corregir {number} veracruz 2010")
    assert by_button.text == by_words.text

    if "¿Cuál compromiso?" in by_words.text:
        await walk(chat, editor, f"[{labels(by_words)[0]}]")
    await walk(chat, editor, "[Tipo]", "[aprobación]", "[Guardar]")
    assert "approval" in {kind for _, _, kind in read(services, f"C{number}", other)}
    assert read(services, f"C{number}") == before
    assert (review(data_folder), review(data_folder, other) is None) == (None, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("99", "Ningún acta cargada tiene 99", id="no-such-number"),
        pytest.param("16a managua 1999", "Ninguna reunión así tiene esa disposición", id="no-such-place"),
        pytest.param("16a de 1999", "Ninguna reunión así tiene esa disposición", id="no-such-year"),
        pytest.param("16a plazo", "No entiendo", id="no-value"),
        pytest.param("hola", "No sé qué disposición es «hola»", id="no-number"),
    ],
)
async def test_a_provision_that_is_not_there_is_said(chat: Chat, words: str, said: str) -> None:
    message = await walk(chat, chat.person(EDITOR), f"/corregir {words}")
    assert said in message.text
    assert labels(message) == []


@pytest.mark.parametrize("label", ["Plazo", "Guardar"])
async def test_a_button_is_of_no_use_to_a_stranger_nor_to_another_officer(
    chat: Chat, services: Services, label: str
) -> None:
    editor, stranger, admin = chat.person(EDITOR), chat.person(7), chat.person(ADMIN)
    message = await walk(chat, editor, "/corregir 16a")
    if label == "Guardar":
        message = await walk(chat, editor, "[Plazo]", "[Sin plazo]")
    data = message.button(label).data
    assert data
    (theirs,), (his,) = await chat.ask(stranger, "/ayuda"), await chat.ask(admin, "/ayuda")
    taps = [stranger.taps_data(data, theirs), admin.taps_data(data, his)]
    await chat.settle()
    assert "ya no es válido" in taps[0].text
    assert EXPIRED in taps[1].text
    assert read(services) == [AS_READ]
    assert AuditTrail(services.state).refusals(date(2017, 1, 1)) == {"correct": 1}


async def test_what_a_stranger_types_is_never_taken_for_an_answer(chat: Chat, services: Services) -> None:
    """An editor who is one no longer is a stranger, whatever was asked before."""
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 16a", "[Plazo]")
    object.__setattr__(services, "editors", frozenset())
    answer = await walk(chat, editor, "2017-08-01")
    tap = editor.taps("Sin plazo", message)
    await chat.settle()
    assert "Después:" not in answer.text
    assert "ya no es válido" in tap.text
    assert read(services) == [AS_READ]


async def test_in_a_group_it_is_no_command(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    group = chat.standin.group("Delegados", [editor])
    await chat.settle()
    answers = await chat.ask(editor, "/corregir@AcuerdosBot 16a", group=group)
    assert [each.text for each in answers if "Responsable:" in each.text] == []


def retired(services: Services) -> None:
    services.base.load(lambda loader: loader.retire(SLUG))


def reloaded(services: Services) -> None:
    services.base.reload()


def corrected_by_hand(services: Services) -> None:
    path = services.state.path.parent / "acts" / f"{SLUG}.review.yaml"
    entry = "  - reference: C16.a\n    quote: Que los Países Miembros\n    kind: approval\n"
    path.write_text(f"commitments:\n{entry}", encoding="utf-8")
    services.base.reload()


@pytest.mark.parametrize(
    ("happens", "when_asked", "when_saved"),
    [
        pytest.param(reloaded, "¿Hasta cuándo?", "Base recargada", id="all-was-reloaded-as-it-was"),
        pytest.param(retired, "ya no está en las actas", "No hay un acta", id="the-act-was-retired"),
        pytest.param(
            corrected_by_hand, "Tipo: aprobación", "alguien más corrigió", id="somebody-wrote-into-the-file"
        ),
    ],
)
async def test_an_old_button_counts_if_what_it_is_about_is_as_it_was(
    chat: Chat, services: Services, happens: Callable[[Services], None], when_asked: str, when_saved: str
) -> None:
    editor = chat.person(EDITOR)
    await walk(chat, editor, "/corregir 16a", "[Plazo]", "[Sin plazo]", "/corregir 16a")
    happens(services)
    assert when_asked in (await walk(chat, editor, "[Plazo]")).text
    assert when_saved in (await walk(chat, editor, "[Guardar]")).text


async def test_a_button_expires_ten_minutes_after_its_step(
    chat: Chat, services: Services, clock: Clock
) -> None:
    """Each step counts anew, however long ago the dialogue began."""
    editor = chat.person(EDITOR)
    await walk(chat, editor, "/corregir 16a")
    clock.now += 500
    await walk(chat, editor, "[Plazo]")
    clock.now += 500
    await walk(chat, editor, "[Sin plazo]")
    clock.now += 700
    tap = await chat.tap(editor, "Guardar")
    assert EXPIRED in tap.text
    assert read(services) == [AS_READ]


async def test_an_invented_button_does_nothing(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 16a", "[Responsable]")
    data = message.button("OIM").data
    assert data
    nonce = data.split(":")[1]
    for invented in (f"cor2:{nonce}:save", f"cor2:{nonce}:one9", f"cor2:{nonce}:undated"):
        editor.taps_data(invented, message)
        await chat.settle()
        assert "Responsable: Países Miembros" in message.text
    tap = editor.taps_data("cor2:x", message)
    await chat.settle()
    assert "ya no es válido" in tap.text
    assert read(services) == [AS_READ]


async def test_of_two_officers_at_once_the_second_is_told_and_nothing_is_lost(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    first, second = chat.person(EDITOR), chat.person(ADMIN)
    await walk(chat, first, "/corregir 16a", "[Plazo]", "2017-08-01")
    await walk(chat, second, "/corregir 16a", "[Responsable]", "[OIM]")
    await walk(chat, first, "[Guardar]")

    told = await walk(chat, second, "[Guardar]")

    assert "alguien más corrigió" in told.text
    assert read(services) == [("Países Miembros", "2017-08-01", "obligation")]
    now = await walk(chat, second, "[Ver cómo está]")
    assert "Plazo: 1 de agosto de 2017" in now.text
    await walk(chat, second, "[Responsable]", "[OIM]", "[Guardar]")
    assert read(services) == [("OIM", "2017-08-01", "obligation")]
    outcomes = [(each.user_id, each.outcome.value) for each in AuditTrail(services.state).entries(5)]
    assert outcomes == [(ADMIN, "done"), (ADMIN, "failed"), (EDITOR, "done")]
    assert (review(data_folder) or "").count("reference: C16.a") == 2


async def test_a_step_taken_while_another_corrected_shows_what_is_there_now(chat: Chat) -> None:
    first, second = chat.person(EDITOR), chat.person(ADMIN)
    await walk(chat, second, "/corregir 16a")
    await walk(chat, first, "/corregir 16a", "[Plazo]", "2017-08-01", "[Guardar]")
    message = await walk(chat, second, "[Responsable]")
    assert message.text.startswith("Entretanto cambió")
    assert "Plazo: 1 de agosto de 2017" in message.text


async def test_while_another_load_is_under_way_nothing_is_saved_and_the_choice_stays(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    editor = chat.person(EDITOR)
    await walk(chat, editor, "/corregir 16a", "[Plazo]", "[Sin plazo]")
    with DataFolder(data_folder).locked():
        told = await walk(chat, editor, "[Guardar]")
    assert "otra carga en curso" in told.text
    await walk(chat, editor, "[Guardar]")
    assert read(services) == [("Países Miembros", "-", "obligation")]


async def test_a_full_disk_is_told_as_such_and_the_choice_stays(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    editor = chat.person(EDITOR)
    await walk(chat, editor, "/corregir 16a", "[Plazo]", "[Sin plazo]")
    with file_size_limited_to(40_000):
        told = await walk(chat, editor, "[Guardar]")
    assert "Compruebe el espacio en disco" in told.text
    assert (read(services), review(data_folder)) == ([AS_READ], None)
    await walk(chat, editor, "[Guardar]")
    assert read(services) == [("Países Miembros", "-", "obligation")]


async def test_a_mistake_in_the_review_file_is_told_with_its_line(chat: Chat, data_folder: Path) -> None:
    editor = chat.person(EDITOR)
    await walk(chat, editor, "/corregir 16a", "[Plazo]", "[Sin plazo]")
    (data_folder / "acts" / f"{SLUG}.review.yaml").write_text("comitments: []\n", encoding="utf-8")
    told = await walk(chat, editor, "[Guardar]")
    assert f"{SLUG}.review.yaml, línea 1" in told.text
    assert f"{SLUG}.review.yaml, línea 1" in (await walk(chat, editor, "/corregir 16a")).text
    assert review(data_folder) == "comitments: []\n"


async def test_where_no_step_can_be_kept_the_reason_is_told(
    chat: Chat, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.stores.connections.BUSY_SECONDS", 0.1)
    editor = chat.person(EDITOR)
    with closing(sqlite3.connect(data_folder / "state.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = await walk(chat, editor, "/corregir 16a")
    assert told.text.startswith("No se pudo hacer.")
    assert "Responsable:" in (await walk(chat, editor, "/corregir 16a")).text


async def test_a_correction_counts_even_where_nothing_can_be_written_down(
    chat: Chat, services: Services, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the audit lacks is written when the file is free; the same tap again finds the correction done."""
    monkeypatch.setattr("knowledge.stores.connections.BUSY_SECONDS", 0.1)
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 16a", "[Plazo]", "[Sin plazo]")
    data = message.button("Guardar").data
    assert data
    with closing(sqlite3.connect(data_folder / "state.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = await walk(chat, editor, "[Guardar]")
    assert told.text.startswith("Base recargada")
    assert read(services) == [("Países Miembros", "-", "obligation")]

    editor.taps_data(data, message)
    await chat.settle()

    assert message.text == "Esa corrección ya estaba guardada."
    assert [each.outcome for each in AuditTrail(services.state).entries(5)] == ["done"]
    assert (review(data_folder) or "").count("reference: C16.a") == 1


async def test_a_second_tap_has_no_second_effect(chat: Chat, services: Services, data_folder: Path) -> None:
    editor = chat.person(EDITOR)
    message = await walk(chat, editor, "/corregir 16a", "[Plazo]", "[Sin plazo]")
    for _ in range(2):
        editor.taps("Guardar", message)
    await chat.settle()
    assert (review(data_folder) or "").count("reference: C16.a") == 1
    assert len(AuditTrail(services.state).entries(5)) == 1


@pytest.mark.parametrize("done_before", [1, 2, 3, 4])
async def test_a_dialogue_outlasts_a_restart_at_any_step(
    data_folder: Path, chat: Chat, services: Services, done_before: int
) -> None:
    """Another process goes on with what the first kept in the state."""
    steps = ["/corregir 16a", "[Plazo]", "2017-08-01", "[Guardar]"]
    editor = chat.person(EDITOR)
    await walk(chat, editor, *steps[:done_before])
    with open_services(Settings(_env_file=None, data=data_folder, encoder=False)) as opened:
        again = replace(opened, today=services.today, now=services.now, editors=frozenset({EDITOR}))
        application = build_application(
            again,
            chat.standin.token,
            api_url="http://standin",
            request=StandinRequest(chat.standin),
            polling_request=StandinRequest(chat.standin),
        )
        async with application:
            await walk(Chat(application, chat.standin), editor, *steps[done_before:])
        assert read(again) == [("Países Miembros", "2017-08-01", "obligation")]


async def test_kinds_are_offered_but_that_which_was_read(chat: Chat) -> None:
    message = await walk(chat, chat.person(EDITOR), "/corregir 16a", "[Tipo]")
    assert len(labels(message)) == len(CommitmentKind) - 1 + 2
    assert "obligación" not in labels(message)
