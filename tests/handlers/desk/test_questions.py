"""/preguntas: officers see what was asked in vain, and say what answers it."""

from pathlib import Path

import pytest

from handlers.desk.question_tables import golden_csv, questions_csv
from handlers.services import Services
from knowledge.loading.golden import GoldenQuestion, load_golden
from knowledge.stores.audit import AuditTrail
from knowledge.stores.misses import Fate, KeptMiss, Miss, MissStore
from knowledge.values.references import Reference
from tests.conftest import EDITOR
from tests.support.chat import Chat

ASKED = "¿cuándo es lo de los documentos de viaje falsos?"


@pytest.fixture
def misses(services: Services) -> MissStore:
    store = MissStore(services.state)
    for text in (ASKED, "quién trae el café", "¿Quién trae el CAFÉ?"):
        miss = Miss(text=text, language="es", fate=Fate.UNANSWERED)
        store.keep(miss, at=services.now())
    return store


async def test_like_questions_stand_together(chat: Chat, misses: MissStore) -> None:
    (listed,) = await chat.ask(chat.person(EDITOR), "/preguntas")

    assert listed.text.startswith("Preguntas sin contestar bien: 3")
    assert "×2" in listed.text
    assert len(misses.kept()) == 3


async def test_a_question_becomes_golden_with_a_tap(
    chat: Chat, services: Services, misses: MissStore, data_folder: Path
) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/preguntas")
    await chat.tap(editor, "1 · Es la conclusión…")
    offered = editor.inbox[-1].buttons
    await chat.tap(editor, offered[0][0].text)

    (golden,) = load_golden(data_folder / "golden.yaml")
    assert golden.text == ASKED
    assert [each.text for each in misses.kept()] == ["¿Quién trae el CAFÉ?", "quién trae el café"]
    assert AuditTrail(services.state).entries(1)[0].action == "golden_question"


@pytest.mark.usefixtures("misses")
async def test_a_question_becomes_golden_in_words(chat: Chat, data_folder: Path) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR), "/respuesta 1 24")

    assert "Conclusión 24" in answer.text
    (golden,) = load_golden(data_folder / "golden.yaml")
    assert (golden.text, str(golden.reference)) == (ASKED, "C24")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        pytest.param("/respuesta", "/respuesta 12 16a", id="nothing"),
        pytest.param("/respuesta 99 24", "número 99", id="no-such-question"),
        pytest.param("/respuesta 1 99", "No sé qué disposición es «99»", id="no-such-provision"),
    ],
)
async def test_what_is_missing_is_said(chat: Chat, misses: MissStore, command: str, said: str) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR), command)

    assert said in answer.text
    assert len(misses.kept()) == 3


async def test_a_group_is_discarded_at_once(chat: Chat, misses: MissStore) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/preguntas")
    await chat.tap(editor, "3 · Descartar")

    assert [each.text for each in misses.kept()] == [ASKED]


async def test_others_have_no_such_command(chat: Chat, misses: MissStore) -> None:
    (answer,) = await chat.ask(chat.person(), "/preguntas")

    assert "No conozco esa orden" in answer.text
    assert misses.kept()


def test_a_table_runs_nothing(services: Services) -> None:
    miss = KeptMiss(id=1, text="=HYPERLINK(1)", language="es", fate=Fate.DISLIKED, kept_at=services.now())

    assert "'=HYPERLINK(1)" in questions_csv([miss])


def test_golden_questions_are_a_table_that_runs_nothing() -> None:
    question = GoldenQuestion(text="=1+1", document="crm-2016", reference=Reference.parse("C1.a"))

    assert golden_csv([question]) == "text,document,reference\r\n'=1+1,crm-2016,C1.a\r\n"


@pytest.mark.usefixtures("misses")
async def test_golden_questions_are_sent_as_a_forum_s_folder_takes_them(chat: Chat, tmp_path: Path) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/respuesta 1 24")
    (answer,) = await chat.ask(editor, "/preguntas prueba")

    assert answer.document
    assert answer.document.name == "golden.yaml"
    sent = tmp_path / "golden.yaml"
    sent.write_bytes(answer.document.content)
    assert ASKED in [each.text for each in load_golden(sent)]
