"""Inline mode: in any chat the bot offers the provisions that fit, and they are sent with their citation."""

import shutil
from pathlib import Path

import pytest

from handlers.services import Services
from handlers.sharing.inline import CACHED
from standin import InlineQuery, Person, settle
from tests.support.chat import Chat


async def query(chat: Chat, person: Person, words: str, offset: str = "") -> InlineQuery:
    """Let a person type words after the bot's name, and return the query with what the bot offered."""
    asked = person.queries(words, offset=offset)
    await settle(chat.application, chat.standin)
    assert chat.standin.refusals == []
    return asked


@pytest.mark.parametrize(
    ("language", "words", "title", "told"),
    [
        pytest.param("es", "mujer migrante", "Conclusión 16", "mujer", id="spanish"),
        pytest.param("en", "migrant women", "Conclusion 16", "mujer", id="english"),
        pytest.param("es", "16a", "Conclusión 16.a", "mujer migrante", id="reference"),
        pytest.param("es", "taller pasaportes", "Conclusión 24", "Integridad del Pasaporte", id="event"),
    ],
)
async def test_the_provisions_that_fit_are_offered_and_sent_with_their_citation(
    chat: Chat, language: str, words: str, title: str, told: str
) -> None:
    ana = chat.person(language=language)
    offered = await query(chat, ana, words)
    (result,) = [each for each in offered.results if each.title.startswith(f"{title} ·")][:1]
    assert result.description
    group = chat.standin.group("Delegados", [ana])
    await settle(chat.application, chat.standin)
    hello = group.inbox
    sent = ana.chooses(result, group)
    await settle(chat.application, chat.standin)
    assert told in sent.text
    assert f"{title} · " in sent.text
    assert group.inbox == hello  # what was sent by way of the bot is no question to it


async def test_what_is_offered_is_for_one_person_and_not_for_long(chat: Chat) -> None:
    offered = await query(chat, chat.person(), "mujer migrante")
    assert (offered.is_personal, offered.cache_seconds) == (True, CACHED)


async def test_the_chosen_language_holds_inline(chat: Chat) -> None:
    ana = chat.person(language="es")
    await chat.ask(ana, "/idioma en")
    offered = await query(chat, ana, "16a")
    assert offered.results[0].title.startswith("Conclusion 16.a")


async def test_no_words_show_what_falls_due_next(chat: Chat) -> None:
    offered = await query(chat, chat.person(), "  ")
    assert offered.results
    assert "7 de julio de 2017" in offered.results[0].body.text
    assert any(result.body.text.startswith("Hasta el 15 de julio de 2017") for result in offered.results)


async def test_scrolling_goes_on_to_the_last_provision_that_fits(chat: Chat) -> None:
    ana, offset, seen = chat.person(), "", list[str]()
    for _ in range(10):
        offered = await query(chat, ana, "los países miembros", offset)
        seen += [result.id for result in offered.results]
        offset = offered.next_offset
        if not offset:
            break
    assert len(seen) == len(set(seen))
    assert not offset


@pytest.mark.parametrize(
    ("words", "offset"),
    [
        pytest.param("asdfghjkl", "", id="nothing-fits"),
        pytest.param("mujer migrante", "99", id="beyond-the-last-page"),
        pytest.param("", "99", id="no-words-beyond"),
        pytest.param("🙂" * 128, "", id="no-letters"),
    ],
)
async def test_where_there_is_nothing_the_private_chat_is_offered(
    chat: Chat, words: str, offset: str
) -> None:
    offered = await query(chat, chat.person(), words, offset)
    assert offered.results == []
    assert "privado" in offered.button


@pytest.mark.parametrize("offset", ["-1", "0", "x", "1.5", "²", "9" * 40])
async def test_an_offset_that_is_not_ours_begins_anew(chat: Chat, offset: str) -> None:
    offered = await query(chat, chat.person(), "mujer migrante", offset)
    assert offered.results


async def test_a_number_is_offered_of_every_act(chat: Chat, services: Services, data_folder: Path) -> None:
    shutil.copy("tests/corpus/development/grcm-2021-06-belize-city.txt", data_folder / "acts")
    services.base.reload()
    offered = await query(chat, chat.person(), "conclusión 16")
    titles = [result.title for result in offered.results]
    assert [title.split(",")[1] for title in titles] == [" Belize City", " San Salvador"]


async def test_long_provisions_fit_into_a_message(chat: Chat, services: Services, data_folder: Path) -> None:
    shutil.copy("tests/corpus/development/grcm-2021-06-belize-city.txt", data_folder / "acts")
    services.base.reload()
    for words in ("report of activities", "Pro-Tempore Presidency"):
        offered = await query(chat, chat.person(), words)
        assert offered.results


async def test_the_button_above_the_results_leads_to_the_welcome(chat: Chat) -> None:
    ana = chat.person()
    await query(chat, ana, "mujer migrante")
    (welcome,) = await chat.ask(ana, "/start inline")
    assert welcome.text.startswith("Soy Acuerdos")
