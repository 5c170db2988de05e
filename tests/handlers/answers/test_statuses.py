"""What officers marked, as delegates see it: in cards, in lists and at meetings, in both languages."""

from datetime import UTC, date, datetime

import pytest

from handlers.services import Services
from knowledge.stores.marks import MarkStore
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark, keyed
from tests.support.chat import Chat

SLUG = "grcm-2017-06-san-salvador"
NOON = datetime(2017, 7, 1, 12, tzinfo=UTC)


async def say(
    services: Services, reference: str, fulfilment: Fulfilment, party: str = "", note: str = ""
) -> None:
    key = CommitmentKey.parse(f"{SLUG}#{reference}")
    commitment = dict(keyed(SLUG, services.base.act(SLUG).commitments))[key]
    made = Mark(
        key=key,
        quote=commitment.quote,
        fulfilment=fulfilment,
        day=date(2017, 6, 30),
        party=party,
        note=note,
    )
    await services.change(lambda state: MarkStore(state).make([made], user_id=900, at=NOON))


@pytest.mark.parametrize(
    ("language", "asked", "shown"),
    [
        pytest.param("es", "/conclusion 16a", "✅ Cumplido el 30 de junio de 2017", id="card"),
        pytest.param("en", "/conclusion 16a", "✅ Done on June 30, 2017", id="card in English"),
        pytest.param("es", "/conclusion 16a", "Nota: <nota verbal>", id="note"),
        pytest.param("es", "/plazos", "✅ Cumplido el 30 de junio de 2017", id="deadlines"),
        pytest.param("es", "/reunion", "✅ Cumplido el 30 de junio de 2017", id="meeting"),
        pytest.param("es", "¿qué dice la 16a?", "✅ Cumplido el 30 de junio de 2017", id="question"),
    ],
)
async def test_what_is_done_is_said_with_its_day(
    chat: Chat, services: Services, language: str, asked: str, shown: str
) -> None:
    await say(services, "C16.a", Fulfilment.DONE, note="<nota verbal>")
    (answer,) = await chat.ask(chat.person(7, language), asked)
    assert shown in answer.text


async def test_what_is_done_leaves_the_list_of_what_is_pending(chat: Chat, services: Services) -> None:
    person = chat.person()
    (before,) = await chat.ask(person, "/pendientes 2017")
    await say(services, "C16.a", Fulfilment.DONE)
    (after,) = await chat.ask(person, "/pendientes 2017")

    count = int(before.text.split("\n")[0].rpartition(" ")[2])
    assert after.text.startswith(f"Pendientes: {count - 1}\n")

    await chat.tap(person, "✅ Cumplidos: 1")
    assert "✅ Cumplido el 30 de junio de 2017" in person.inbox[-1].text
    assert "Conclusión 16.a" in person.inbox[-1].text


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        pytest.param("/pendientes cumplidos", "Cumplidos: 1", id="command"),
        pytest.param("compromisos cumplidos", "Cumplidos: 1", id="question"),
        pytest.param("/pendientes cumplidos México", "Cumplidos de México: 1", id="of a party"),
        pytest.param("/pendientes cumplidos OIM", "Nada de eso está anotado como cumplido.", id="nothing"),
    ],
)
async def test_what_is_done_may_be_asked_for(chat: Chat, services: Services, asked: str, title: str) -> None:
    await say(services, "C16.a", Fulfilment.DONE)
    (answer,) = await chat.ask(chat.person(), asked)
    assert answer.text.startswith(title)


async def test_where_all_is_done_that_is_shown(chat: Chat, services: Services) -> None:
    (before,) = await chat.ask(chat.person(), "/pendientes ST")
    for key, commitment in keyed(SLUG, services.base.act(SLUG).commitments):
        if "ST" in commitment.responsible:
            await say(services, str(key).partition("#")[2], Fulfilment.DONE)
    (after,) = await chat.ask(chat.person(), "/pendientes ST")
    assert before.text.startswith("Pendientes de ST")
    assert after.text.startswith("Cumplidos de ST")


async def test_a_conclusion_says_it_of_its_sub_items_by_name(chat: Chat, services: Services) -> None:
    await say(services, "C16.a", Fulfilment.DONE)
    (answer,) = await chat.ask(chat.person(), "/conclusion 16")
    assert "✅ Cumplido el 30 de junio de 2017 · Conclusión 16.a\n" in answer.text


async def test_of_several_commitments_of_a_provision_it_says_which(chat: Chat, services: Services) -> None:
    commitments = services.base.act(SLUG).commitments
    key, done = next((key, each) for key, each in keyed(SLUG, commitments) if key.ordinal > 1)
    await say(services, str(key).partition("#")[2], Fulfilment.DONE)
    named = f"{key.reference.number}{key.reference.letter or ''}"
    (answer,) = await chat.ask(chat.person(), f"/conclusion {named}")
    assert f"✅ Cumplido el 30 de junio de 2017 · {done.action[:30]}" in answer.text


async def test_of_a_duty_of_all_each_party_s_share_counts(chat: Chat, services: Services) -> None:
    await say(services, "C16.a", Fulfilment.DONE, "México")
    person = chat.person()
    (theirs,) = await chat.ask(person, "/pendientes México")
    (others,) = await chat.ask(person, "/pendientes Panamá")
    (card,) = await chat.ask(person, "/conclusion 16a")

    assert "Conclusión 16.a" not in theirs.text
    assert "Conclusión 16.a" in others.text
    assert "🔄 En curso" in card.text
    assert "Cumplió 1 de 11: México" in card.text


async def test_what_is_under_way_is_marked(chat: Chat, services: Services) -> None:
    await say(services, "C16.a", Fulfilment.IN_PROGRESS)
    (answer,) = await chat.ask(chat.person(), "/pendientes")
    assert "🔄 En curso, según lo anotado el 30 de junio de 2017" in answer.text


async def test_a_calendar_says_what_is_done_and_no_longer_rings_for_it(
    chat: Chat, services: Services
) -> None:
    (before,) = await chat.ask(chat.person(), "/calendario")
    await say(services, "C16.a", Fulfilment.DONE)
    (after,) = await chat.ask(chat.person(), "/calendario")
    assert before.document is not None
    assert after.document is not None
    rings, description = (
        after.document.content.count(b"BEGIN:VALARM"),
        after.document.content.replace(b"\r\n ", b"").decode(),
    )
    assert rings == before.document.content.count(b"BEGIN:VALARM") - 2
    assert "✅ Cumplido el 30 de junio de 2017" in description


@pytest.mark.parametrize(
    ("marked", "party", "asked", "said", "unsaid"),
    [
        pytest.param(
            Fulfilment.DONE,
            "",
            "¿ya cumplió México con lo de 16a?",
            "✅ Cumplido el 30",
            "no ha",
            id="of all",
        ),
        pytest.param(
            Fulfilment.DONE,
            "México",
            "¿ya cumplió México la 16a?",
            "1 de 11: México",
            "no ha",
            id="of the party",
        ),
        pytest.param(
            Fulfilment.DONE,
            "Panamá",
            "¿ya cumplió México la 16a?",
            "no ha anotado si México lo cumplió",
            "sigue pendiente",
            id="of another party",
        ),
        pytest.param(
            Fulfilment.IN_PROGRESS,
            "",
            "¿ya se cumplió la 16a?",
            "🔄 En curso",
            "no ha anotado",
            id="under way",
        ),
        pytest.param(
            Fulfilment.OPEN,
            "",
            "¿ya se cumplió la 16a?",
            "Según lo anotado el 30 de junio de 2017, sigue pendiente.",
            "no ha anotado",
            id="opened again",
        ),
    ],
)
async def test_whether_it_was_met_is_told_as_it_was_noted(
    chat: Chat,
    services: Services,
    marked: Fulfilment,
    party: str,
    asked: str,
    said: str,
    unsaid: str,
) -> None:
    await say(services, "C16.a", marked, party)
    (answer,) = await chat.ask(chat.person(), asked)
    assert said in answer.text
    assert unsaid not in answer.text
    assert "«Que los Países Miembros remitan" in answer.text


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        pytest.param(
            "es", "¿ya cumplió México con lo de 16a?", "La secretaría no ha anotado si México lo", id="es"
        ),
        pytest.param(
            "en", "has 16a been done?", "The secretariat has not noted whether it was met.", id="en"
        ),
    ],
)
async def test_what_nobody_noted_is_told_courteously(
    chat: Chat, language: str, asked: str, said: str
) -> None:
    (answer,) = await chat.ask(chat.person(7, language), asked)
    assert answer.text.startswith(said)
    assert "«Que los Países Miembros remitan" in answer.text
    assert "Conclusi" in answer.text
