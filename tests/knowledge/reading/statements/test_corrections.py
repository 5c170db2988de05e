from datetime import date

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.findings import act_finder
from knowledge.reading.statements.corrections import restated
from knowledge.values.acts import Act, Commitment, Deadline, Precision, Role
from tests.support.builders import make_act, make_commitment

FINDER = act_finder(PartyRegister.load(BUILT_IN))
ACT: Act = FINDER.fill(make_act(("C1", "La ST publicará el acta a más tardar el 15 de julio.")))
READ: Commitment = ACT.commitments[0]


def test_who_and_when_follow_what_was_decided() -> None:
    day = Deadline(end=date(2017, 7, 31), precision=Precision.DAY)
    decided = READ.model_copy(update={"responsible": ("PPT",), "deadline": day, "inferred": ()})
    [statement] = restated(ACT.statements, READ, decided)
    assert (statement.role, statement.agents, statement.time) == (Role.RESPONSIBLE, ("PPT",), day)


def test_what_binds_nobody_names_nobody() -> None:
    [statement] = restated(ACT.statements, READ, None)
    assert (statement.role, statement.agents) == (None, ())


def test_what_was_added_is_said() -> None:
    added = make_commitment(ACT, "C1", responsible=("OIM",))
    *_, statement = restated(ACT.statements, None, added)
    assert (statement.quote, statement.agents) == (added.quote, ("OIM",))


def test_other_statements_stay() -> None:
    other = make_commitment(ACT, "C1", responsible=("OIM",))
    assert restated(ACT.statements, other, None) == ACT.statements
