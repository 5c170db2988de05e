import pytest

from knowledge.language.conjugation import conjugate, conjugate_english


def test_a_verb_is_conjugated_by_rule_and_by_its_irregular_forms() -> None:
    forms = conjugate("pedir", ["pide", "pidió", "pida"])

    assert forms.present == ("pide", "piden")
    assert forms.preterite == ("pidio", "pidieron")
    assert forms.gerund == "pidiendo"
    assert forms.participle == "pedido"


@pytest.mark.parametrize(
    ("base", "given", "gerund", "past"),
    [
        pytest.param("urge", (), "urging", "urged", id="silent e"),
        pytest.param("notify", (), "notifying", "notified", id="y"),
        pytest.param("submit", ("submitted",), "submitting", "submitted", id="doubled"),
        pytest.param("undertake", ("undertook", "undertaken"), "undertaking", "undertook", id="irregular"),
    ],
)
def test_an_english_verb_is_conjugated(base: str, given: tuple[str, ...], gerund: str, past: str) -> None:
    forms = conjugate_english(base, *given)

    assert (forms.gerund, forms.past) == (gerund, past)
