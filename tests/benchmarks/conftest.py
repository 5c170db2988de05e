"""What a search brings up on one of the labelled acts, for examples to be made of."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from benchmarks.labelled import TODAY, act_files, build, data_of, responder_of
from benchmarks.learning import Example
from knowledge.answering.responder import Responder
from knowledge.ranking.candidates import Candidate

ACT = "F7"
MakeExample = Callable[..., Example]


@pytest.fixture(scope="session")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    path = tmp_path_factory.mktemp("labelled") / f"{ACT}.db"
    return responder_of(ACT, build(path, [act_files()[ACT]], data_of(ACT)))


@pytest.fixture(scope="session")
def make_example(responder: Responder) -> MakeExample:
    """Return what makes an example of candidates, each given by its signs; those in `right` answer."""
    turn = responder.turn("¿cuándo se reúne la conferencia?", today=TODAY, language="es")
    judge = responder.order.engine(turn.question.text).judge

    def make(signs: Iterable[Mapping[str, float]], right: Iterable[int], act: str = "one") -> Example:
        ranked = tuple(Candidate(number, 0, dict(each), (), 0.0) for number, each in enumerate(signs))
        return Example(
            act=act,
            author="somebody",
            group="plain",
            candidates=turn.searched.candidates._replace(ranked=ranked),
            right=frozenset(right),
            intent=turn.intent,
            judge=judge,
        )

    return make
