"""The messages of the dialogue stay within Telegram's limits, however much was read of a provision."""

from datetime import date

import pytest

from handlers.catalogue import load_catalogues
from handlers.desk.correcting.screens import (
    MAX_OFFERED,
    ask_value,
    ask_which,
    show_change,
    show_commitment,
    show_provision,
    when,
)
from handlers.desk.correcting.steps import Ask, Buttons, CorrectionTap, Step, Wish
from handlers.markup import plain
from handlers.messages import LONGEST_LABEL, TEXT_LIMIT, Message
from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.correcting import ReviewEdit
from knowledge.tracking.correctable import Correctable
from knowledge.values.acts import Deadline, Precision
from knowledge.values.answers import Citation
from knowledge.values.references import Reference
from tests.support.builders import make_act, make_commitment, make_meeting

MANY = 60
LONG = (
    "Que los Países Miembros remitan <la> información & el informe sobre lo que se dijo en la reunión. " * 9
)
C1 = Reference.parse("C1")


def target(commitments: int, parties: int = 0) -> Correctable:
    act = make_act(("C1", LONG))
    names = tuple(
        f"Ministerio de Relaciones Exteriores y Culto del país número {number}" for number in range(parties)
    )
    made = make_commitment(act, "C1", action=LONG, responsible=names)
    cited = Citation(document="x" * 60, reference=C1, meeting=make_meeting(city="Ciudad " * 20))
    return Correctable(citation=cited, paragraphs=(LONG,), parties=names, commitments=(made,) * commitments)


def buttons(language: str = "es") -> Buttons:
    return Buttons("x" * 12, load_catalogues(BUILT_IN)[language])


def step(asked: Ask, *offered: str) -> Step:
    return Step.of(target(1), asked).model_copy(update={"offered": offered[:MAX_OFFERED]})


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(lambda its: ask_which((target(1).citation,) * MAX_OFFERED, its), id="which-provision"),
        pytest.param(lambda its: show_provision(target(0), its, is_corrected=True), id="nothing-read"),
        pytest.param(lambda its: show_provision(target(MANY, 12), its, is_corrected=True), id="many"),
        pytest.param(
            lambda its: show_commitment(
                target(2, MANY), target(2, MANY).commitments[0], its, is_corrected=True
            ),
            id="many-parties",
        ),
        pytest.param(
            lambda its: ask_value(target(1), step(Ask.WORDS, *[LONG] * MANY), its), id="long-passages"
        ),
        pytest.param(lambda its: ask_value(target(1), step(Ask.WHO, *[LONG] * MANY), its), id="whom"),
        pytest.param(
            lambda its: show_change(target(MANY, 12), ReviewEdit(reference=C1), (), its), id="all-taken-away"
        ),
    ],
)
def test_a_message_fits(screen: object, language: str) -> None:
    assert callable(screen)
    message: Message = screen(buttons(language))
    assert 0 < len(plain(message.markup)) <= TEXT_LIMIT
    row = [button for row in message.buttons for button in row]
    assert max(len(button.label) for button in row) <= LONGEST_LABEL
    assert max(len((button.data or "").encode()) for button in row) <= 64


@pytest.mark.parametrize(
    ("deadline", "written"),
    [
        pytest.param(Deadline(), "sin plazo", id="none"),
        pytest.param(Deadline(text="en su siguiente reunión"), "«en su siguiente reunión»", id="words"),
        pytest.param(
            Deadline(
                text="durante 2019",
                start=date(2019, 1, 1),
                end=date(2019, 12, 31),
                precision=Precision.YEAR,
            ),
            "«durante 2019»",
            id="a-year",
        ),
        pytest.param(
            Deadline(text="el 3", end=date(2019, 5, 3), precision=Precision.DAY),
            "3 de mayo de 2019",
            id="day",
        ),
    ],
)
def test_a_deadline_is_called_so_only_once(deadline: Deadline, written: str) -> None:
    assert when(deadline, buttons().catalogue) == written


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("cor2:xxxxxxxxxxxx:fly", id="no-such-wish"),
        pytest.param("cor2:xxx:one", id="no-nonce"),
        pytest.param("cor2:xxxxxxxxxxxx:one100", id="too-far"),
        pytest.param("cor1:xxxxxxxxxxxx", id="of-an-older-version"),
    ],
)
def test_what_is_no_button_of_ours_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"not one of our buttons|is not a valid Wish"):
        CorrectionTap.parse(data)


def test_a_button_is_read_as_it_was_written() -> None:
    for tap in (CorrectionTap("x" * 12, Wish.ONE, 19), CorrectionTap("-_" * 6, Wish.SAVE)):
        assert CorrectionTap.parse(str(tap)) == tap
