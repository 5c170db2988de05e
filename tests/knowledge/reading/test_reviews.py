from datetime import date
from pathlib import Path

import pytest

from knowledge.reading.reviews import apply_review, draft_review, reviewed
from knowledge.values.acts import Act, CommitmentKind, Deadline, Precision
from knowledge.values.errors import FaultyData
from knowledge.values.references import Reference
from tests.support.builders import make_act, make_commitment


@pytest.fixture
def act() -> Act:
    read = make_act(
        ("C1", "Instar a los países a remitir sus aportes a más tardar el 15 de julio."),
        ("C2", "La ST publicará el acta."),
    )
    first = make_commitment(
        read,
        "C1",
        inferred=("deadline.year",),
        deadline=Deadline(end=date(2017, 7, 15), precision=Precision.DAY),
    )
    return read.model_copy(update={"commitments": (first,)})


def review(folder: Path, *lines: str) -> Path:
    path = folder / "grcm-2017-06-san-salvador.review.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_correction_wins_and_is_marked(act: Act, tmp_path: Path) -> None:
    path = review(
        tmp_path,
        "commitments:",
        "  - reference: C1",
        "    quote: Instar a los países",
        "    responsible: [Canadá, México]",
        "    deadline: 2017-07-31",
        "    kind: invitation",
    )

    [commitment] = apply_review(act, path).commitments

    assert commitment.responsible == ("Canadá", "México")
    assert commitment.deadline == Deadline(end=date(2017, 7, 31), precision=Precision.DAY)
    assert commitment.kind is CommitmentKind.INVITATION
    assert commitment.action == "remitir sus aportes"
    assert commitment.reviewed == ("responsible", "kind", "deadline")
    assert commitment.inferred == ()


def test_several_corrections_of_one_commitment_add_up(act: Act, tmp_path: Path) -> None:
    entry = ["  - reference: C1", "    quote: Instar a los países"]
    path = review(
        tmp_path, "commitments:", *entry, "    deadline: none", *entry, "    kind: invitation", *entry
    )

    [commitment] = apply_review(act, path).commitments

    assert commitment.reviewed == ("deadline", "kind")


def test_a_correction_without_fields_changes_nothing(act: Act, tmp_path: Path) -> None:
    path = review(tmp_path, "commitments:", "  - reference: C1", "    quote: Instar a los países")

    assert apply_review(act, path) == act


def test_a_deadline_may_be_taken_away(act: Act, tmp_path: Path) -> None:
    path = review(tmp_path, "commitments:", "  - reference: C1", "    quote: Instar", "    deadline: none")

    [commitment] = apply_review(act, path).commitments

    assert commitment.deadline == Deadline()


def test_what_is_no_commitment_is_left_out(act: Act, tmp_path: Path) -> None:
    path = review(tmp_path, "commitments:", "  - reference: C1", "    quote: Instar", "    binds: no")

    corrected = apply_review(act, path)

    assert corrected.commitments == ()
    assert corrected.warnings == ()
    assert [each.reviewed for each in corrected.provisions] == [("binds",), ()]


def test_a_commitment_that_was_not_read_is_added_with_its_place(act: Act, tmp_path: Path) -> None:
    path = review(
        tmp_path,
        "commitments:",
        "  - reference: C2",
        "    quote: ST publicará   el acta",
        "    responsible: [ST]",
        "    action: publicar el acta",
    )

    corrected = apply_review(act, path)
    added = corrected.commitments[1]

    assert (added.reference, added.responsible) == (Reference.parse("C2"), ("ST",))
    assert added.quote == added.span.of(corrected.text) == "ST publicará el acta"
    assert added.reviewed == ("responsible", "action")


def test_what_was_decided_on_the_meeting_wins(act: Act, tmp_path: Path) -> None:
    path = review(tmp_path, "meeting:", "  city: La Antigua", "  end: 2017-06-23")

    meeting = apply_review(act, path).meeting

    assert (meeting.city, meeting.start, meeting.end) == ("La Antigua", date(2017, 6, 20), date(2017, 6, 23))


@pytest.mark.parametrize(
    ("reference", "quote", "said"),
    [
        pytest.param(
            "C1", "Exhortar a los países", "no coincide con el texto", id="words that are not there"
        ),
        pytest.param(
            "C9", "Instar a los países", "no coincide con el texto", id="a provision that is not there"
        ),
        pytest.param("C2", "La ST publicará", "escriba «action»", id="a new commitment without an action"),
    ],
)
def test_a_correction_that_no_longer_matches_is_a_warning(
    act: Act, tmp_path: Path, reference: str, quote: str, said: str
) -> None:
    path = review(
        tmp_path,
        "commitments:",
        f"  - reference: {reference}",
        f"    quote: {quote}",
        "    responsible: [ST]",
    )

    corrected = apply_review(act, path)

    assert corrected.commitments == act.commitments
    assert [said in str(warning) for warning in corrected.warnings] == [True]


def test_a_quotation_of_several_commitments_is_a_warning(act: Act, tmp_path: Path) -> None:
    twice = act.model_copy(update={"commitments": act.commitments * 2})
    path = review(tmp_path, "commitments:", "  - reference: C1", "    quote: Instar", "    binds: no")

    corrected = apply_review(twice, path)

    assert len(corrected.commitments) == 2
    assert len(corrected.warnings) == 1


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        pytest.param(["comitments: []"], 1, id="an unknown word"),
        pytest.param(
            ["commitments:", "  - reference: C1", "    quote: x", "    kind: duty"], 4, id="a wrong kind"
        ),
        pytest.param(["commitments:", "  - reference: dieciséis", "    quote: x"], 2, id="no reference"),
        pytest.param(
            ["commitments:", "  - reference: C1", "    quote: x", "    deadline: ayer"], 4, id="no day"
        ),
    ],
)
def test_a_mistake_in_a_review_is_reported_with_its_line(
    act: Act, tmp_path: Path, lines: list[str], line: int
) -> None:
    path = review(tmp_path, *lines)

    with pytest.raises(FaultyData, match=rf"review\.yaml, línea {line}:"):
        apply_review(act, path)


def test_an_act_without_a_review_stays_as_it_was_read(act: Act, tmp_path: Path) -> None:
    assert reviewed(act, tmp_path) is act


def test_a_review_may_bear_the_name_of_the_acts_file(act: Act, tmp_path: Path) -> None:
    (tmp_path / "acta.review.yaml").write_text("meeting:\n  city: Colón\n", encoding="utf-8")

    assert reviewed(act, tmp_path).meeting.city == "Colón"


def test_a_draft_as_written_changes_nothing(act: Act, tmp_path: Path) -> None:
    path = review(tmp_path, draft_review(act, page="acta.review.html"))

    assert apply_review(act, path) == act


def test_a_draft_with_its_comments_opened_confirms_what_was_read(act: Act, tmp_path: Path) -> None:
    draft = draft_review(act, page="acta.review.html").replace("    # ", "    ")

    corrected = apply_review(act, review(tmp_path, draft))

    [before], [after] = act.commitments, corrected.commitments
    assert after.model_copy(update={"reviewed": (), "inferred": before.inferred}) == before
    assert after.reviewed == ("responsible", "recipient", "supporters", "action", "kind", "deadline")
