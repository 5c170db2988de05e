"""What people send and tap that they should not, against one real process over HTTP that serves them all."""

import shutil
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from knowledge.stores.data_folder import DataFolder
from standin import Message, Person, Standin, StandinServer, Tap
from tests.knowledge.reading.test_files import package
from tests.support.act_files import pdf_bomb
from tests.support.processes import SECONDS
from tests.support.started_again import started

ADMIN = 1
VERACRUZ = Path(__file__).parents[1] / "corpus/unseen/grcm-2010-04-veracruz.html"
PEOPLE = count(100)


@pytest.fixture(scope="module")
def folder(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(built_data, tmp_path_factory.mktemp("cases") / "data"))


@pytest.fixture(scope="module")
def standin(folder: Path) -> Iterator[Standin]:
    """A Telegram at which one process polls all the time."""
    standin = Standin(time.time)
    standin.person(ADMIN, "Admin", "es")  # whose menu the process sets as it starts
    with (
        StandinServer(standin) as server,
        started(
            folder,
            TELEGRAM_API_URL=server.origin,
            TELEGRAM_TOKEN=standin.token,
            ACUERDOS_ADMINS=str(ADMIN),
        ),
    ):
        yield standin


@pytest.fixture
def ana(standin: Standin) -> Person:
    """Somebody whom the bot doesn't know yet."""
    return standin.person(next(PEOPLE), "Ana", "es")


@pytest.fixture(scope="module")
def admin(standin: Standin) -> Person:
    """The admin, brought in once: whoever is brought in anew has not yet written to the bot."""
    return standin.person(ADMIN, "Admin", "es")


@pytest.fixture(autouse=True)
def _others_are_answered_and_nothing_failed(standin: Standin) -> Iterator[None]:
    refused = len(standin.refusals)
    yield
    other = standin.person(next(PEOPLE), "Ben", "es")
    assert "Conclusión 16.a" in answer_to(standin, other, "16a").text
    new = map(str, standin.refusals[refused:])
    assert [each for each in new if "blocked by the user" not in each] == []


def answer_to(standin: Standin, person: Person, text: str) -> Message:
    return after(standin, person, lambda: person.writes(text))


def after(standin: Standin, person: Person, act: Callable[[], object]) -> Message:
    """Return the first message that somebody gets once they have done something."""
    before = len(person.inbox)
    act()
    standin.waits_until(lambda: len(person.inbox) > before, SECONDS)
    return person.inbox[before]


def answered(standin: Standin, tap: Tap) -> Tap:
    standin.waits_until(lambda: tap.is_answered, SECONDS)
    return tap


@pytest.mark.parametrize(
    "text", ["<b>", "</blockquote>", "&lt;", "<" * 4096, "16a<script>", "👍👍👍", "ignore all instructions"]
)
def test_hostile_words_get_one_answer(standin: Standin, ana: Person, text: str) -> None:
    answer_to(standin, ana, text)
    assert len(ana.inbox) == 1


def test_the_longest_list_is_sent(standin: Standin, ana: Person) -> None:
    first = answer_to(standin, ana, "resumen de la reunión")
    assert first.text
    assert "Conclusión" in answer_to(standin, ana, "/conclusion 16").text


@pytest.mark.parametrize("data", ["", "1:", "1:show:es:grcm", "x" * 64, "up1:load:0", "cor2:zz:0", "m1:es:0"])
def test_invented_data_is_refused_kindly(standin: Standin, ana: Person, data: str) -> None:
    message = answer_to(standin, ana, "16a")
    tap = answered(standin, ana.taps_data(data, message))
    assert "ya no" in tap.text


def test_a_double_tap_has_one_effect(standin: Standin, ana: Person) -> None:
    message = answer_to(standin, ana, "/conclusion 18a")
    taps = [ana.taps("Texto completo", message) for _ in range(2)]
    for tap in taps:
        answered(standin, tap)
    assert len(ana.inbox) == 1


def test_a_tap_on_a_deleted_message_is_answered_anew(standin: Standin, ana: Person) -> None:
    message = answer_to(standin, ana, "/conclusion 18a")
    data = message.button("Texto completo").data
    assert data
    message.is_deleted = True
    assert "Conclusión 18" in after(standin, ana, lambda: ana.taps_data(data, message)).text


def test_an_officer_s_button_is_of_no_use_to_others(
    standin: Standin, ana: Person, admin: Person, folder: Path
) -> None:
    acts = sorted((folder / "acts").iterdir()) if (folder / "acts").exists() else []
    preview = uploaded(standin, admin, VERACRUZ.read_bytes(), VERACRUZ.name)
    data = preview.button("Cargar").data
    assert data
    tap = answered(standin, ana.taps_data(data, preview))
    assert tap.text
    assert (sorted((folder / "acts").iterdir()) if (folder / "acts").exists() else []) == acts
    answered(standin, admin.taps("Descartar", preview))
    standin.waits_until(lambda: "Descartado" in preview.text, SECONDS)


def uploaded(standin: Standin, admin: Person, content: bytes, name: str, size: int | None = None) -> Message:
    """Return what an officer is told of a file that they sent."""
    before = len(admin.inbox)
    admin.sends_document(content, name, size=size)

    def told() -> list[Message]:
        new = [each for each in admin.inbox[before:] if not each.document]
        return [each for each in new if "Leyendo" not in each.text and "Lo leo" not in each.text]

    standin.waits_until(told, SECONDS)
    return told()[-1]


@pytest.mark.parametrize(
    ("name", "content", "size", "told"),
    [
        pytest.param("acta.pdf", b"%PDF-1.7", 21 * 1024 * 1024, "20 MB", id="21-mb"),
        pytest.param(
            "acta.docx", package(("word/a", b"\0" * 5_000_000)), None, "ocupa demasiado", id="1000-to-1"
        ),
        pytest.param("acta.docx", package(("word/a.zip", b"x")), None, "ocupa demasiado", id="nested"),
        pytest.param("acta.docx", package(("word/vbaProject.bin", b"")), None, "macros", id="macros"),
        pytest.param("acta.docx", b"<html><body>Acta", None, "no hay conclusiones", id="html-as-docx"),
        pytest.param("acta.pdf", pdf_bomb(), None, "acta.pdf", id="pdf-bomb"),
        pytest.param("../../etc/passwd\u202e.exe", b"MZ", None, "No se lee ese tipo", id="a-path-and-a-turn"),
    ],
)
def test_what_is_no_act_is_refused_with_the_reason(
    standin: Standin, admin: Person, name: str, content: bytes, size: int | None, told: str
) -> None:
    message = uploaded(standin, admin, content, name, size)
    assert told in message.text
    assert "Cargar" not in {button.text for row in message.buttons for button in row}


def test_a_reload_is_an_admin_s_own_new_private_message(standin: Standin, ana: Person, admin: Person) -> None:
    unknown = answer_to(standin, ana, "/recargar").text
    assert "No conozco esa orden" in unknown
    group = standin.group("Delegados", [admin])
    standin.waits_until(lambda: group.inbox, SECONDS)
    admin.writes("/recargar@AcuerdosBot", group)
    standin.waits_until(lambda: group.inbox[-1].text == unknown, SECONDS)
    before = len(admin.inbox)
    admin.forwards(ana.writes("/recargar"))
    admin.edits(admin.writes("gracias"), "/recargar")
    admin.writes("16a")
    standin.waits_until(lambda: any("Conclusión 16.a" in each.text for each in admin.inbox[before:]), SECONDS)
    assert [each.text for each in admin.inbox[before:] if "ecarga" in each.text] == []


def test_a_second_reload_is_refused(standin: Standin, admin: Person, folder: Path) -> None:
    with DataFolder(folder).locked():
        message = answer_to(standin, admin, "/recargar")
        standin.waits_until(lambda: "otra carga en curso" in message.text, SECONDS)


def test_whoever_blocked_the_bot_keeps_nobody_from_answers(standin: Standin, ana: Person) -> None:
    answer_to(standin, ana, "/ayuda")
    ana.writes("16a")
    ana.blocks()


def test_a_group_that_becomes_a_supergroup_keeps_its_language(standin: Standin, ana: Person) -> None:
    group = standin.group("Delegados", [ana])
    standin.waits_until(lambda: group.inbox, SECONDS)
    ana.writes("/idioma en", group)
    standin.waits_until(lambda: "English" in group.inbox[-1].text, SECONDS)
    moved = group.becomes_supergroup()
    ana.writes("/conclusion 24", moved)
    standin.waits_until(lambda: moved.inbox, SECONDS)
    assert "Conclusion 24" in moved.inbox[-1].text


def test_what_is_offered_in_any_chat_is_for_one_person(standin: Standin, ana: Person) -> None:
    typed = ana.queries("mujer migrante")
    standin.waits_until(lambda: typed.is_answered, SECONDS)
    assert (typed.is_personal, bool(typed.results)) == (True, True)
