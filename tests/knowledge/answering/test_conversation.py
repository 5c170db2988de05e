"""What is kept of a chat."""

import pytest

from knowledge.answering.conversation import Focus
from knowledge.answering.responder import Responder
from tests.support.answers import TODAY


def test_what_is_kept_comes_back_equal(responder: Responder) -> None:
    _, kept = responder.ask("conclusión 13", today=TODAY, language="es")
    focus = Focus.read(kept)

    assert focus is not None
    assert Focus.read(focus.write()) == focus
    assert str(focus.first) == "C13"


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(None, id="nothing"),
        pytest.param("", id="an empty text"),
        pytest.param('{"references": ["C1"]}', id="what an older program kept"),
        pytest.param("no JSON", id="what was never kept"),
    ],
)
def test_what_cannot_be_read_counts_as_nothing(kept: str | None) -> None:
    assert Focus.read(kept) is None
