"""The commitments in a sentence, in a short form for tables of tests."""

from datetime import date

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.values.acts import Commitment
from tests.support.builders import make_act, make_meeting

FINDER = act_finder(PartyRegister.load(BUILT_IN))
MEETING = make_meeting(start=date(2019, 5, 14), end=date(2019, 5, 16))


def duties_in(text: str, language: str) -> list[str]:
    """Return the commitments of a conclusion: «México, OIM: revisar la guía, 2019-07-31»."""
    act = make_act(("C1", text), meeting=MEETING, language=language)
    return [written(each) for each in FINDER.fill(act).commitments]


def written(commitment: Commitment) -> str:
    """Write a commitment short, with its last day if it has one."""
    end = f", {commitment.deadline.end}" if commitment.deadline.end else ""
    return f"{', '.join(commitment.responsible) or 'nobody'}: {commitment.action}{end}"


def first_words(value: object) -> str:
    """Name a row of a table by the first words of its sentence."""
    return " ".join(value.split()[:7]) if isinstance(value, str) else ""
