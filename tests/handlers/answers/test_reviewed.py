"""What a person decided is marked in cards and answers, for officers alone with the bot only."""

import pytest

from handlers.services import Services
from knowledge.reading.correcting import ReviewEdit
from knowledge.reading.reviews import CommitmentReview
from knowledge.values.acts import CommitmentKind, Deadline
from knowledge.values.references import Reference
from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat

SLUG = "grcm-2017-06-san-salvador"
C16A = Reference.parse("C16.a")


@pytest.fixture(autouse=True)
def _corrected(services: Services) -> None:
    decided = CommitmentReview(
        reference=C16A,
        quote="Que los Países Miembros remitan",
        deadline=Deadline(),
        kind=CommitmentKind.INVITATION,
    )
    services.base.load(lambda loader: loader.correct(SLUG, ReviewEdit(reference=C16A, correction=decided)))


ASKED = [
    pytest.param("/conclusion 16a", id="card"),
    pytest.param("¿qué dice la conclusión 16.a?", id="question-by-number"),
    pytest.param("hasta cuando mando lo de mujer migrante?", id="question"),
]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("user_id", [pytest.param(EDITOR, id="editor"), pytest.param(ADMIN, id="admin")])
async def test_officers_see_which_values_were_reviewed(chat: Chat, asked: str, user_id: int) -> None:
    (answer,) = await chat.ask(chat.person(user_id), asked)
    assert answer.text.endswith("✎ revisado: tipo, plazo")


async def test_officers_see_that_a_commitment_was_taken_away(chat: Chat, services: Services) -> None:
    taken = CommitmentReview(reference=C16A, quote="Que los Países Miembros remitan", binds=False)
    services.base.load(lambda loader: loader.correct(SLUG, ReviewEdit(reference=C16A, correction=taken)))
    (answer,) = await chat.ask(chat.person(EDITOR), "/conclusion 16a")
    assert answer.text.endswith("✎ revisado: compromiso quitado")
    (answer,) = await chat.ask(chat.person(7), "/conclusion 16a")
    assert "✎" not in answer.text


async def test_officers_see_it_in_english(chat: Chat) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR, "en"), "/conclusion 16a")
    assert answer.text.endswith("✎ reviewed: kind, deadline")


async def test_officers_see_it_when_they_turn_pages_and_open_the_whole_text(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    (card,) = await chat.ask(editor, "/conclusion 16b")
    assert "✎" not in card.text
    await chat.tap(editor, "◀ Anterior")
    assert "✎ revisado: tipo, plazo" in card.text


@pytest.mark.parametrize("asked", ASKED)
async def test_nobody_else_does(chat: Chat, asked: str) -> None:
    delegate = chat.person(7)
    (answer,) = await chat.ask(delegate, asked)
    assert "Conclusión 16.a" in answer.text
    assert "✎" not in answer.text


async def test_nor_do_officers_in_a_group(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    group = chat.standin.group("Delegados", [editor, chat.person(7)])
    group.promotes_bot()
    answers = await chat.ask(editor, "/conclusion 16a", group=group)
    assert [each for each in answers if "Conclusión 16.a" in each.text]
    assert "✎" not in "".join(each.text for each in answers)
