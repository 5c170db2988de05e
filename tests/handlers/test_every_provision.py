"""Every provision of every act in the repository can be sent, whatever it says and however long it is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handlers.answers.findings import to_copy
from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import LANGUAGES, catalogues_of
from handlers.messages import Message
from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.reading import read_act
from knowledge.values.acts import Act
from knowledge.values.questions import Overview, OverviewKind
from tests.support.answers import REGISTER, respond_from
from tests.support.builders import make_act
from tests.support.extractions import ACTS
from tests.support.strict_sending import refused

TODAY = date(2026, 11, 29)
CATALOGUES = catalogues_of(REGISTER, load_forum(BUILT_IN))
ROOT = Path(__file__).parents[2]
FILES = sorted(
    {
        *ACTS,
        *(ROOT / "knowledge/data/crm/acts").glob("*.txt"),
        *(ROOT / "benchmarks/gold/acts").glob("*.txt"),
        *(ROOT / "benchmarks/gold/many").rglob("*.txt"),
    }
)
HOSTILE = "<b>&lt;</blockquote> «ñ» 🙂 "


def messages_of(act: Act, responder: Responder, language: str) -> Iterator[Message]:
    """Render each provision as a card, with all its text, as a block to copy and for a few at once."""
    renderer = AnswerRenderer(CATALOGUES[language], TODAY, several_acts=True)
    answers = []
    for provision in act.provisions:
        card = responder.show(act.slug, provision.reference, language=language, whole=False)
        whole = responder.show(act.slug, provision.reference, language=language, whole=True)
        for answer in (card, whole):
            surroundings = responder.surroundings(answer.findings[0])
            yield from renderer.messages(answer, surroundings, folded=answer is card)
        yield from to_copy(whole.findings[0], CATALOGUES[language])
        answers.append(card)
    for start in range(0, len(answers), 8):
        several = tuple(answer.findings[0] for answer in answers[start : start + 8])
        yield from renderer.messages(answers[0].model_copy(update={"findings": several}))
    for kind in OverviewKind:
        yield from _pages(Overview(kind=kind), responder, renderer, language)


def _pages(
    overview: Overview, responder: Responder, renderer: AnswerRenderer, language: str
) -> Iterator[Message]:
    if overview.kind is OverviewKind.PARTY:
        overview = overview.model_copy(update={"party": next(iter(REGISTER.members))})
    page = responder.lists.overviews.answer(overview, today=TODAY, language=language)
    for number in range(1, page.pages + 1):
        turned = overview.model_copy(update={"page": number})
        yield from renderer.messages(responder.lists.overviews.answer(turned, today=TODAY, language=language))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_provision_of_an_act_is_sent(path: Path, tmp_path: Path) -> None:
    act = read_act(path, register=REGISTER)
    responder = respond_from(tmp_path, act)
    for language in LANGUAGES:
        assert refused(messages_of(act, responder, language)) == []


@pytest.mark.parametrize("length", [1, 255, 2999, 3001, 4096, 20_000])
def test_a_provision_is_sent_at_any_length(length: int, tmp_path: Path) -> None:
    text = (HOSTILE * (length // len(HOSTILE) + 1))[:length]
    act = make_act(("C1", text.strip() or "<"), ("C1.a", "Un inciso."), ("C2", "Otra."))
    responder = respond_from(tmp_path, act)
    for language in LANGUAGES:
        assert refused(messages_of(act, responder, language)) == []
