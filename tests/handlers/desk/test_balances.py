"""/avance: counts of each party that add up, in lines that a phone shows whole, with ways on."""

import re

import pytest

from handlers.desk.tracking.balances import PAGE
from handlers.services import Services
from standin import Message
from tests.conftest import EDITOR, TODAY
from tests.support.chat import Chat

WIDEST = 34
"""Letters of one width that fit a line on a small phone."""


def counts(message: Message) -> dict[str, list[int]]:
    lines = (re.fullmatch(r"(.{14})((?:\s+\d+){4})", line) for line in message.text.split("\n"))
    return {line[1].strip(): [int(count) for count in line[2].split()] for line in lines if line}


@pytest.mark.parametrize(
    ("language", "written", "opening"),
    [
        pytest.param("es", "/avance", "Avance al 1 de julio de 2017\nGRCM, San Salvador", id="all"),
        pytest.param("en", "/progress", "Progress as of July 1, 2017", id="in English"),
        pytest.param("es", "/avance San Salvador", "Avance al 1 de julio de 2017\nGRCM", id="a meeting"),
    ],
)
async def test_the_table_fits_a_phone(chat: Chat, language: str, written: str, opening: str) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR, language), written)
    assert answer.text.startswith(opening)
    assert len(counts(answer)) == PAGE
    table = answer.text.split("\n")[2:-1]
    assert max(map(len, table)) <= WIDEST


async def test_what_is_marked_moves_in_the_table(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    (before,) = await chat.ask(editor, "/avance")
    await chat.ask(editor, "/cumplida 16a México")
    await chat.ask(editor, "/en_curso 16b")
    (after,) = await chat.ask(editor, "/avance")

    was, is_ = counts(before)["México"], counts(after)["México"]
    assert is_ == [was[0] + 1, was[1] + 1, was[2] - 2, was[3]]
    assert counts(after)["Belice"][0] == 0


async def test_the_counts_of_a_party_are_those_of_its_commitments(services: Services) -> None:
    found = services.base.balances("", today=TODAY)
    assert isinstance(found, tuple)
    (act,), balances = found
    shares = sum(
        len(services.base.tracker.bound(each)) or 1 for each in services.base.act(act.slug).commitments
    )
    assert sum(each.done + each.in_progress + each.open for each in balances) == shares


async def test_late_is_what_is_overdue_and_not_done(chat: Chat, services: Services) -> None:
    late = TODAY.replace(year=2018)
    found = services.base.balances("", today=late)
    assert isinstance(found, tuple)
    before = {each.party: each.overdue for each in found[1]}
    await chat.ask(chat.person(EDITOR), "/cumplida 16a")
    found = services.base.balances("", today=late)
    assert isinstance(found, tuple)
    assert {each.party: each.overdue for each in found[1]}["México"] == before["México"] - 1


async def test_the_next_page_and_a_party_s_list_are_a_tap_away(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    (first,) = await chat.ask(editor, "/avance")
    await chat.tap(editor, "2 ▶")
    second = editor.inbox[-1]
    assert second.id == first.id
    assert "◀ 1" in [button.text for row in second.buttons for button in row]
    await chat.tap(editor, "◀ 1")
    await chat.tap(editor, "México")
    assert editor.inbox[-1].text.startswith("Pendientes de México: ")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("/avance Narnia", "No entendí de qué reunión: «Narnia»", id="no meeting"),
        pytest.param("/avance 1999", "No tengo el acta de una reunión así", id="a meeting not loaded"),
    ],
)
async def test_a_meeting_that_is_not_there_is_said(chat: Chat, written: str, said: str) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR), written)
    assert said in answer.text


async def test_the_table_is_for_officers(chat: Chat) -> None:
    editor, stranger = chat.person(EDITOR), chat.person(7)
    (answer,) = await chat.ask(stranger, "/avance")
    assert answer.text.startswith("No conozco esa orden")
    (table,) = await chat.ask(editor, "/avance")
    tap = stranger.taps_data(table.button("2 ▶").data or "", answer)
    await chat.settle()
    assert tap.show_alert
