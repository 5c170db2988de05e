import numpy as np
import pytest

from knowledge.ranking.alike import group_alike


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        pytest.param([], [], id="none"),
        pytest.param(
            ["cuánto es la cuota", "¿Cuánto es la CUOTA?", "quién trae el café"], [[0, 1], [2]], id="words"
        ),
        pytest.param(["visas", "cuotas de 2018", "cuotas 2018"], [[1, 2], [0]], id="larger-first"),
        pytest.param(["¿qué dice la conclusión 12?", "qué dice la conclusión 13"], [[0], [1]], id="numbers"),
        pytest.param(["taller", "¿cuándo es el taller de la OIM?"], [[0], [1]], id="one-says-more"),
    ],
)
def test_questions_in_the_same_words_go_together(texts: list[str], groups: list[list[int]]) -> None:
    assert group_alike(texts) == groups


def test_questions_of_the_same_meaning_go_together() -> None:
    vectors = np.array([[1, 0], [0.99, 0.1], [0, 1]], np.float32)

    assert group_alike(["plata", "dinero", "visas"], lambda _: vectors) == [[0, 1], [2]]
