"""Corrections go into and out of review files, and what a person wrote there stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.correcting import fingerprint, with_correction, without_corrections
from knowledge.reading.reviews import CommitmentReview, draft_review
from knowledge.values.acts import Commitment
from knowledge.values.errors import FaultyData
from knowledge.values.references import Reference
from tests.support.builders import make_act, make_commitment

C1, C2 = Reference.parse("C1"), Reference.parse("C2")

CORRECTION = CommitmentReview(reference=C1, quote="Que la ST envíe", binds=False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no-file"),
        pytest.param("# mío\ncommitments: []\n", id="an-empty-list"),
        pytest.param("# mío\nmeeting:\n  city: Tela\n", id="the-meeting-only"),
        pytest.param(
            "commitments:\n  - reference: C2\n    quote: x\n    # responsible: [OIM]  mío\n", id="entries"
        ),
        pytest.param("commitments:\n- reference: C2\n  quote: x\n", id="entries-without-indent"),
    ],
)
def test_what_a_person_wrote_stays(text: str) -> None:
    written = with_correction(text, CORRECTION)

    assert "binds: no" in written
    assert ("mío" in text) == ("mío" in written)


def test_a_file_that_is_laid_out_otherwise_is_left_alone() -> None:
    with pytest.raises(FaultyData):
        with_correction('{"commitments": [{"reference": "C2", "quote": "x"}]}', CORRECTION)


MINE = """\
# mío
meeting:
  city: Tela

commitments:   # lista
  - reference: C2
    quote: Que la ST envíe
    # esto lo vio Luisa
    deadline: 2018-07-31
  - reference: C1
    quote: "Que la
      ST envíe"
    responsible:
      - OIM
      - México
  - reference: C1
    quote: Que la ST
    # responsible: ["OIM"]
# al final
"""


@pytest.mark.parametrize(
    ("text", "reference", "left"),
    [
        pytest.param(
            MINE,
            C1,
            MINE.replace(
                """  - reference: C1
    quote: "Que la
      ST envíe"
    responsible:
      - OIM
      - México
""",
                "",
            ),
            id="one-of-several-lines",
        ),
        pytest.param(
            MINE,
            C2,
            MINE.replace(
                """  - reference: C2
    quote: Que la ST envíe
    # esto lo vio Luisa
    deadline: 2018-07-31
""",
                """#   - reference: C2
#     quote: Que la ST envíe
#     # esto lo vio Luisa
#     deadline: 2018-07-31
""",
            ),
            id="one-with-a-remark-becomes-a-remark",
        ),
        pytest.param(MINE, Reference.parse("C3"), MINE, id="none"),
        pytest.param("", C1, "commitments: []\n", id="no-file"),
        pytest.param(
            "commitments: # mías\n- reference: C1\n  quote: x\n  binds: no\n# fin\n",
            C1,
            "commitments: [] # mías\n# fin\n",
            id="the-last-one",
        ),
        pytest.param(
            "commitments:\n  - reference: C1\n    quote: x\n    action: |\n      a\n      b\nmeeting: {}\n",
            C1,
            "commitments: []\nmeeting: {}\n",
            id="before-something-else",
        ),
    ],
)
def test_corrections_are_taken_out_and_all_else_stays(text: str, reference: Reference, left: str) -> None:
    assert without_corrections(text, reference) == left


def commitment(quote: str) -> Commitment:
    act = make_act(("C1", quote))
    return make_commitment(act, "C1")


def test_only_those_of_one_commitment_are_taken_out() -> None:
    text = with_correction(with_correction("", CORRECTION), CORRECTION.model_copy(update={"quote": "Pagar"}))

    left = without_corrections(text, C1, commitment("Que la  ST envíe el informe."))

    assert left == with_correction("", CORRECTION.model_copy(update={"quote": "Pagar"}))


def test_nothing_can_be_taken_out_of_a_file_laid_out_otherwise() -> None:
    with pytest.raises(FaultyData):
        without_corrections('{"commitments": [{"reference": "C1", "quote": "x", "binds": "no"}]}', C1)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_what_was_added_is_taken_out_again_whatever_is_quoted(words: str) -> None:
    act = make_act()
    draft = draft_review(act.model_copy(update={"commitments": (make_commitment(act, "C2"),)}), page="x.html")
    correction = CommitmentReview(reference=C1, quote=words, action=words, responsible=(words,))

    added = with_correction(draft, correction)

    assert added.startswith(draft)
    assert without_corrections(added, C1) == draft


def test_a_fingerprint_tells_whether_anything_that_was_read_differs() -> None:
    one = commitment("Pagar.")
    others = [(), (one, one), (one.model_copy(update={"reviewed": ("deadline",)}),)]

    assert fingerprint((one,)) == fingerprint((commitment("Pagar."),))
    assert fingerprint((one,)) not in {fingerprint(each) for each in others}
