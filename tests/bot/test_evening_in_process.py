"""What a day leaves out, with the real process over HTTP, reached in either way, in both languages.

What is asked back, citations to copy, misses that the secretariat sees, manners, messages that are gone,
menus and supergroups, an act that subscribers hear of, and digests.
"""

import time
from pathlib import Path
from typing import NamedTuple

import pytest

from standin import Standin
from tests.bot.test_day_in_process import LOADING, PANAMA, Reached, Talk
from tests.support.due_digests import subscribe
from tests.support.processes import SECONDS
from tests.support.reached import by_polling, by_webhook

OFFICER = 900


class Words(NamedTuple):
    """What people say and read in one language; `cited` with a space for the number."""

    language: str
    cited: str
    command: str
    asked_back: str
    recommended: str
    help: str
    topic: str
    copy_quotation: str
    unanswered: str
    tell: str
    yes: str
    kept: str
    misses: str
    only_text: str
    question: str
    following: str
    pending: str
    not_yours: str
    remind: str
    load: str
    announce: str
    told: str
    of_the_act: str
    in_days: str


SPANISH = Words(
    "es",
    "Conclusión {}",
    "/recomendacion",
    "¿Cuál recomendación?",
    "Recomendación 2",
    "/ayuda",
    "Buscar en las actas",
    "Copiar cita",
    "¿Quién trae el café a la cancha de tenis?",
    "Avisar a la secretaría",
    "Sí",
    "Gracias: la secretaría la verá",
    "/preguntas",
    "Solo leo texto",
    "¿Cuándo es el taller de pasaportes?",
    "Siguiente ▶",
    "/pendientes",
    "Esta lista la pidió otra persona.",
    "/avisos Panamá",
    "Cargar",
    "Avisar",
    "Avisaré a 1 chat ",
    "GRCM, Ciudad de Panamá",
    "En 7 días",
)
ENGLISH = Words(
    "en",
    "Conclusion {}",
    "/recommendation",
    "Which recommendation?",
    "Recommendation 2",
    "/help",
    "Look up in the acts",
    "Copy citation",
    "Who brings the coffee to the tennis court?",
    "Tell the secretariat",
    "Yes",
    "Thank you: the secretariat will see it",
    "/questions",
    "I only read text",
    "When is the passport workshop?",
    "Next ▶",
    "/pending",
    "Somebody else asked for this list.",
    "/reminders Panama",
    "Load",
    "Tell them",
    "I will tell 1 chat ",
    "RCGM, Ciudad de Panamá",
    "In 7 days",
)
EITHER_WAY = pytest.mark.parametrize("reached", [by_polling, by_webhook], ids=["polling", "webhook"])
BOTH = pytest.mark.parametrize("words", [SPANISH, ENGLISH], ids=["spanish", "english"])


def ask_back_and_copy(talk: Talk, words: Words) -> None:
    talk.says(words.command, words.asked_back)
    talk.says("2", words.recommended)
    talk.says(words.help, "GRCM" if words is SPANISH else "RCGM")
    talk.taps(words.topic, "/recom")
    talk.says("/24", words.cited.format("24 · "))
    talk.person.taps(words.copy_quotation)
    talk.deliver()
    talk.standin.waits_until(lambda: "<pre>" in talk.person.inbox[-1].html, SECONDS)
    assert words.cited.format("24 · ") in talk.person.inbox[-1].text


def tell_the_secretariat(talk: Talk, officer: Talk, words: Words) -> None:
    before = len(talk.person.inbox)
    talk.person.writes(words.unanswered)
    talk.deliver()
    talk.standin.waits_until(lambda: len(talk.person.inbox) > before, SECONDS)
    talk.taps(words.tell, words.yes)
    talk.taps(words.yes, words.kept)
    officer.says(words.misses, words.unanswered)


def mind_its_manners(talk: Talk, words: Words) -> None:
    talk.person.sends_media("sticker")
    talk.deliver()
    talk.waits_for(words.only_text)
    question = talk.person.writes(words.question)
    talk.deliver()
    talk.waits_for(words.cited.format("24 · "))
    answered = len(talk.person.inbox)
    talk.person.edits(question, "16a")
    talk.deliver()
    talk.waits_for(words.cited.format("16.a · "))
    assert len(talk.person.inbox) == answered
    last = talk.person.inbox[-1]
    following = last.button(words.following).data
    last.is_deleted = True
    talk.person.taps_data(following or "", last)
    talk.deliver()
    talk.waits_for(words.cited.format("16.b · "))


def turn_menus_in_a_group(talk: Talk, other: Talk, words: Words) -> None:
    group = talk.standin.group("Delegados", [talk.person, other.person])
    talk.deliver()
    talk.standin.waits_until(lambda: group.inbox, SECONDS)
    group.promotes_bot()
    talk.person.writes(f"{words.pending}@AcuerdosBot", group)
    talk.deliver()
    talk.standin.waits_until(lambda: len(group.inbox) == 2, SECONDS)
    menu = group.inbox[-1]
    tap = other.person.taps("2 ▶", menu)
    talk.deliver()
    talk.standin.waits_until(lambda: tap.is_answered, SECONDS)
    assert words.not_yours in tap.text
    talk.person.taps("2 ▶", menu)
    talk.deliver()
    talk.standin.waits_until(lambda: "◀ 1" in [each.text for row in menu.buttons for each in row], SECONDS)
    talk.person.writes(f"@AcuerdosBot {words.question}", group)
    upgraded = group.becomes_supergroup()
    talk.deliver()
    talk.standin.waits_until(
        lambda: any(words.cited.format("24") in each.text for each in (*group.inbox, *upgraded.inbox)),
        SECONDS,
    )


def hear_of_a_new_act(talk: Talk, officer: Talk, words: Words) -> None:
    talk.says(words.remind, "7:00")
    officer.person.sends_document(PANAMA)
    officer.deliver()
    officer.waits_for(words.load, LOADING)
    officer.taps(words.load, words.announce, LOADING)
    officer.taps(words.announce, words.told)


@BOTH
@EITHER_WAY
def test_an_evening_of_delegates_and_officers(data_folder: Path, reached: Reached, words: Words) -> None:
    standin = Standin(time.time)
    standin.person(OFFICER, "Ana", words.language)
    with reached(standin, data_folder, ACUERDOS_ADMINS=str(OFFICER)) as deliver:

        def talk(number: int) -> Talk:
            return Talk(standin, deliver, standin.person(number, "Ana", words.language))

        officer = talk(OFFICER)
        ask_back_and_copy(talk(7), words)
        tell_the_secretariat(talk(8), officer, words)
        mind_its_manners(talk(9), words)
        turn_menus_in_a_group(talk(10), talk(11), words)
        hear_of_a_new_act(talk(12), officer, words)
    # An answer under way when its group moves is refused once, and then sent where the group is.
    assert [each for each in standin.refusals if "supergroup" not in str(each)] == []


@BOTH
@EITHER_WAY
def test_a_digest_comes_by_itself(data_folder: Path, reached: Reached, words: Words) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", words.language)
    subscribe(data_folder, standin, [ana], language=words.language)
    with reached(standin, data_folder):
        standin.waits_until(lambda: ana.inbox, SECONDS)
    assert [words.in_days in each.text for each in ana.inbox] == [True]
    assert standin.refusals == []
