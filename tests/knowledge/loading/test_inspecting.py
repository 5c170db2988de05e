"""A new base is looked at before it counts: all of it shows, and golden questions are answered as before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.loading import Loader
from knowledge.loading.golden import GoldenQuestion, add_golden
from knowledge.loading.inspecting import Inspector
from knowledge.search.writing import write_index
from knowledge.stores.data_folder import DataFolder
from knowledge.values.answers import Answer
from knowledge.values.errors import FaultyData, ReloadRefused
from knowledge.values.references import Reference
from tests.support.disks import version_of_file
from tests.support.plain_acts import read_plain_act, write_plain_act

PASSPORTS = GoldenQuestion(
    text="¿se insta a los países a emitir pasaportes?", document="crm-2017", reference=Reference.parse("C1")
)


def show(_: Answer) -> None:
    pass


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    built_in = write_plain_act(tmp_path / "built_in" / "crm-2016.txt", "crm-2016").parent
    index = partial(write_index, register=PartyRegister.load(BUILT_IN))
    folder = DataFolder.open(tmp_path / "data")
    inspector = Inspector(BUILT_IN, (folder.golden,), show, lambda: date(2017, 7, 1))
    return Loader(folder, read_plain_act, index, built_in, edition="1", inspect=inspector)


def load(loader: Loader, words: str) -> list[str]:
    act = write_plain_act(loader.folder.path.parent / f"{words}.txt", "crm-2017", ("C1", words))
    return [str(each) for each in loader.add(act, replace=True).worse]


def test_what_is_still_answered_is_nothing_to_speak_of(loader: Loader) -> None:
    add_golden(loader.folder.golden, PASSPORTS)
    assert load(loader, "Instar a los países a emitir pasaportes.") == []


def test_a_question_that_is_no_longer_answered_is_told_and_later_that_it_still_is_not(loader: Loader) -> None:
    add_golden(loader.folder.golden, PASSPORTS)
    load(loader, "Instar a los países a emitir pasaportes.")
    question = "se contesta con C1 de crm-2017: «¿se insta a los países a emitir pasaportes?»"
    assert load(loader, "Agradecer a la red su informe.") == [f"Ya no {question}"]
    assert load(loader, "Agradecer a la red sus cartas.") == [f"Todavía no {question}"]


def test_that_an_act_is_gone_is_told_once(loader: Loader) -> None:
    add_golden(loader.folder.golden, PASSPORTS)
    load(loader, "Instar a los países a emitir pasaportes.")
    assert [str(each)[:12] for each in loader.retire("crm-2017").worse] == ["Ya no se con"]
    assert loader.rebuild().worse == ()


def fail(error: type[Exception]) -> Callable[[Answer], object]:
    def showing(_: Answer) -> None:
        raise error

    return showing


@pytest.mark.parametrize("error", [KeyError, ValueError])
def test_a_provision_that_cannot_be_shown_changes_nothing(loader: Loader, error: type[Exception]) -> None:
    load(loader, "Instar a los países a emitir pasaportes.")
    before = version_of_file(loader.folder.knowledge)
    assert isinstance(loader.inspect, Inspector)
    picky = replace(loader, inspect=replace(loader.inspect, show=fail(error)))
    with pytest.raises(ReloadRefused, match=r"No se puede mostrar C1 de crm-2016\.txt"):
        picky.rebuild()
    assert version_of_file(loader.folder.knowledge) == before


def test_a_faulty_file_of_questions_is_named_and_changes_nothing(loader: Loader) -> None:
    load(loader, "Instar a los países a emitir pasaportes.")
    before = version_of_file(loader.folder.knowledge)
    loader.folder.golden.write_text("- text: ¿Quién?\n", encoding="utf-8")
    with pytest.raises(FaultyData, match=r"golden\.yaml, línea 1: falta «document»"):
        loader.rebuild()
    assert version_of_file(loader.folder.knowledge) == before
    assert loader.ensure_built() is None
