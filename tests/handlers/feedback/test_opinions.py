"""Opinions on answers, and the questions that people let the secretariat see."""

import pytest

from handlers.feedback.taps import OpinionTap
from handlers.services import Services
from knowledge.stores.misses import Fate, MissStore
from tests.conftest import TODAY
from tests.support.chat import Chat

UNKNOWN = "¿hay algo sobre inteligencia artificial?"
TELL = "Avisar a la secretaría"


def kept(services: Services) -> list[str]:
    return [each.text for each in MissStore(services.state).kept()]


async def test_a_question_is_kept_only_after_its_asker_says_yes(chat: Chat, services: Services) -> None:
    ana = chat.person()
    await chat.ask(ana, UNKNOWN)
    await chat.tap(ana, TELL)
    assert kept(services) == []

    await chat.tap(ana, "Sí")
    assert kept(services) == [UNKNOWN]

    (answer,) = await chat.ask(ana, "¿qué dice de la luna?")
    assert TELL not in [button.text for row in answer.buttons for button in row]
    assert kept(services) == ["¿qué dice de la luna?", UNKNOWN]


async def test_who_says_no_is_asked_no_more_and_nothing_is_kept(chat: Chat, services: Services) -> None:
    ana = chat.person()
    await chat.ask(ana, UNKNOWN)
    await chat.tap(ana, TELL)
    await chat.tap(ana, "No")

    (answer,) = await chat.ask(ana, UNKNOWN)

    assert answer.buttons == [] or TELL not in [button.text for row in answer.buttons for button in row]
    assert kept(services) == []


async def test_who_dislikes_an_answer_is_offered_others(chat: Chat, services: Services) -> None:
    ana = chat.person()
    await chat.ask(ana, "¿cuándo es el taller de pasaportes?")
    await chat.tap(ana, "👎")

    offer = ana.inbox[-1]
    labels = [button.text for row in offer.buttons for button in row]
    assert offer.text.startswith("Lo siento.")
    assert not any(label.startswith("Conclusión 24") for label in labels)
    await chat.tap(ana, TELL)
    await chat.tap(ana, "Sí")
    (miss,) = MissStore(services.state).kept()
    assert miss.fate is Fate.DISLIKED


async def test_questions_and_opinions_are_counted(chat: Chat, services: Services) -> None:
    ana = chat.person(language="en")
    await chat.ask(ana, "when is the passport workshop?")
    tap = await chat.tap(ana, "👍")
    await chat.ask(ana, "is there anything on artificial intelligence?")

    counts = MissStore(services.state).counts(TODAY, TODAY)

    assert tap.text == "Thank you."
    assert counts.by_fate == {Fate.ANSWERED: 1, Fate.UNANSWERED: 1, Fate.LIKED: 1}
    assert counts.p95 is not None


@pytest.mark.parametrize(
    "data",
    ["o1:", "o1:up:es", "o1:yes:es:acta:C1", "o1:up:fr:acta:C1", "o1:maybe:es", "o1:up:es:acta:C1:x"],
)
def test_what_we_did_not_write_is_no_tap(data: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  any of its kinds will do
        OpinionTap.parse(data)
