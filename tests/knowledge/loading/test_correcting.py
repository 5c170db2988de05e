"""Corrections of what was read: foreseen as they come true, and refused where something changed meanwhile."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from knowledge.loading import Loader
from knowledge.reading.correcting import ReviewEdit, fingerprint
from knowledge.reading.reviews import CommitmentReview
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Commitment, CommitmentKind, Deadline, Precision
from knowledge.values.errors import CorrectedMeanwhile, FaultyData, ReloadRefused
from knowledge.values.references import Reference
from tests.support.plain_acts import read_plain_act, write_plain_act

C1 = Reference.parse("C1")
DAY = Deadline(end=date(2018, 7, 31), precision=Precision.DAY)


def no_index(_: Database) -> None:
    pass


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    act = ("C1", "Instar a los países a pagar. La ST publicará el acta.")
    built_in = write_plain_act(tmp_path / "built_in" / "crm-2016.txt", "crm-2016", act).parent
    loader = Loader(DataFolder.open(tmp_path / "data"), read_plain_act, no_index, built_in, edition="1")
    loader.ensure_built()
    return loader


def known(loader: Loader) -> tuple[Commitment, ...]:
    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        return store.commitments_of("crm-2016", C1)


def correction(**fields: Any) -> ReviewEdit:
    decided = {"reference": C1, "quote": "Instar a los países a pagar.", **fields}
    return ReviewEdit(reference=C1, correction=CommitmentReview(**decided))


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(correction(deadline=DAY), id="a-deadline"),
        pytest.param(correction(responsible=()), id="nobody"),
        pytest.param(correction(kind=CommitmentKind.APPROVAL), id="the-kind"),
        pytest.param(correction(binds=False), id="no-commitment"),
        pytest.param(
            correction(quote="La ST publicará el acta.", action="publicar", deadline=Deadline()),
            id="one-more",
        ),
        pytest.param(ReviewEdit(reference=C1), id="nothing-to-take-away"),
    ],
)
@pytest.mark.parametrize("corrected_before", [False, True])
def test_what_is_foreseen_comes_true(loader: Loader, edit: ReviewEdit, *, corrected_before: bool) -> None:
    if corrected_before:
        loader.correct("crm-2016", correction(responsible=("OIM",)))
    before = known(loader)
    foreseen = loader.foresee("crm-2016", edit)
    assert known(loader) == before

    loader.correct("crm-2016", edit)

    assert known(loader) == foreseen
    assert fingerprint(known(loader)) == fingerprint(foreseen)


def test_taken_away_corrections_leave_what_was_read(loader: Loader) -> None:
    as_read = known(loader)
    loader.correct("crm-2016", correction(binds=False))
    loader.correct("crm-2016", correction(quote="La ST publicará", action="publicar"))
    assert loader.foresee("crm-2016", ReviewEdit(reference=C1)) == as_read

    loader.correct("crm-2016", ReviewEdit(reference=C1))

    assert known(loader) == as_read


def test_a_correction_of_what_is_no_longer_so_is_refused_and_changes_nothing(loader: Loader) -> None:
    seen = fingerprint(known(loader))
    loader.correct("crm-2016", correction(deadline=DAY).model_copy(update={"seen": seen}))
    written = (loader.folder.acts / "crm-2016.review.yaml").read_bytes()

    with pytest.raises(CorrectedMeanwhile):
        loader.correct("crm-2016", correction(binds=False).model_copy(update={"seen": seen}))

    assert (loader.folder.acts / "crm-2016.review.yaml").read_bytes() == written
    assert [each.deadline for each in known(loader)] == [DAY]


def test_what_is_not_loaded_cannot_be_corrected(loader: Loader) -> None:
    for refused in (loader.correct, loader.foresee):
        with pytest.raises(ReloadRefused, match="No hay un acta crm-1999"):
            refused("crm-1999", correction(binds=False))


def test_a_correction_that_does_not_fit_the_text_is_not_foreseen(loader: Loader) -> None:
    with pytest.raises(FaultyData, match="no coincide con el texto"):
        loader.foresee("crm-2016", correction(quote="Exhortar", binds=False))


def test_where_the_act_s_file_changed_what_was_read_is_not_guessed(loader: Loader) -> None:
    loader.correct("crm-2016", correction(binds=False))
    write_plain_act(loader.built_in / "crm-2016.txt", "crm-2016", ("C1", "Otra cosa."))
    for copy in loader.folder.generations.rglob("crm-2016.txt"):
        copy.unlink()
    with pytest.raises(ReloadRefused, match="El archivo del acta cambió"):
        loader.foresee("crm-2016", ReviewEdit(reference=C1))


def test_a_review_file_in_another_encoding_is_named(loader: Loader) -> None:
    (loader.folder.acts / "crm-2016.review.yaml").write_bytes("commitments: [] # mío".encode("latin-1"))
    with pytest.raises(FaultyData, match=r"crm-2016\.review\.yaml"):
        loader.correct("crm-2016", correction(binds=False))
