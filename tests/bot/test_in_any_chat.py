"""The real process in groups and inline, over HTTP, in both languages."""

import time
from pathlib import Path

import pytest

from standin import InlineQuery, Standin, StandinServer
from tests.support.processes import SECONDS
from tests.support.started_again import started


def is_answered(query: InlineQuery) -> bool:
    return query.is_answered


@pytest.mark.parametrize(
    ("language", "question", "cited"),
    [
        pytest.param("es", "¿cuándo es el taller de pasaportes?", "Conclusión 24", id="spanish"),
        pytest.param("en", "when is the passport workshop?", "Conclusion 24", id="english"),
    ],
)
def test_the_process_answers_in_groups_and_inline(
    data_folder: Path, language: str, question: str, cited: str
) -> None:
    standin = Standin(time.time)
    ana, ben = standin.person(7, "Ana", language), standin.person(8, "Ben", language)
    with (
        StandinServer(standin) as server,
        started(data_folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token),
    ):
        standin.waits_until(lambda: "getupdates" in {call.method.lower() for call in standin.calls}, SECONDS)
        group = standin.group("Delegados", [ana, ben])
        standin.waits_until(lambda: group.inbox, SECONDS)
        group.promotes_bot()
        wrote = ana.writes(question, group)
        ben.writes("@AcuerdosBot", group, reply_to=wrote)
        standin.waits_until(lambda: len(group.inbox) == 2, SECONDS)
        thanked = ben.writes("Gracias, thanks", group, reply_to=group.inbox[-1])
        standin.waits_until(lambda: thanked.reaction, SECONDS)
        typed = ana.queries("24")
        standin.waits_until(lambda: is_answered(typed), SECONDS)
    assert cited in group.inbox[-1].text
    assert typed.results[0].title.startswith(cited)
    assert standin.refusals == []
