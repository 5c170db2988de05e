"""Taking acts out, and going back to what was before: nothing is lost, and nothing is half done."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.loading import Loader
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act
from knowledge.values.errors import KnowledgeError, ReloadRefused, StoreUnusable, UnreadableAct
from knowledge.values.notices import notice
from tests.support.disks import file_size_limited_to
from tests.support.kill_points import points
from tests.support.plain_acts import read_plain_act, write_plain_act

REVIEW = "meeting:\n  city: Colón\n"


def no_index(_: Database) -> None:
    pass


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    built_in = write_plain_act(tmp_path / "built_in" / "crm-2016.txt", "crm-2016").parent
    loader = Loader(DataFolder.open(tmp_path / "data"), read_plain_act, no_index, built_in, edition="1")
    loader.ensure_built()
    return loader


def loaded(loader: Loader) -> dict[str, str]:
    """Return the words of the first provision of each act in the base."""
    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        return {each.slug: store.provisions(each.slug)[0].text for each in store.documents()}


def files(loader: Loader) -> dict[str, bytes]:
    folder = loader.folder
    found = (*folder.acts.iterdir(), folder.thesaurus, folder.retired)
    return {path.name: path.read_bytes() for path in found if path.exists()}


def add(loader: Loader, slug: str, words: str) -> None:
    act = write_plain_act(loader.folder.path.parent / f"{words}.txt", slug, ("C1", words))
    loader.add(act, replace=True)


def test_an_act_that_is_taken_out_is_kept_in_the_archive_with_its_corrections(loader: Loader) -> None:
    add(loader, "crm-2017", "Pagar.")
    review = loader.folder.acts / "crm-2017.review.yaml"
    review.write_text(REVIEW, encoding="utf-8")
    before = files(loader)
    report = loader.retire("crm-2017")
    assert (report.acts, [str(each) for each in report.news]) == (1, ["Retirada: crm-2017"])
    assert report.warnings == ()
    assert loaded(loader).keys() == {"crm-2016"}
    archived = {path.name.split("-", 1)[1]: path.read_bytes() for path in loader.folder.archive.iterdir()}
    assert archived == before


def test_a_built_in_act_stays_out_at_later_loads(loader: Loader) -> None:
    loader.retire("crm-2016")
    assert loader.rebuild().acts == 0
    assert loader.ensure_built() is None
    assert loaded(loader) == {}


@pytest.mark.parametrize("words", ["Otra versión.", "Aceptar el informe de crm-2016."])
def test_a_built_in_act_that_was_taken_out_may_be_loaded_again(loader: Loader, words: str) -> None:
    loader.retire("crm-2016")
    add(loader, "crm-2016", words)
    assert loaded(loader) == {"crm-2016": words}
    loader.retire("crm-2016")
    assert loaded(loader) == {}


def test_an_act_in_the_folder_goes_with_the_built_in_one_that_it_replaced(loader: Loader) -> None:
    add(loader, "crm-2016", "Otra versión.")
    loader.retire("crm-2016")
    assert loaded(loader) == {}


def test_an_act_under_a_name_of_its_own_goes_too(loader: Loader) -> None:
    write_plain_act(loader.folder.acts / "acta final.txt", "crm-2017")
    loader.rebuild()
    loader.retire("crm-2017")
    assert loaded(loader).keys() == {"crm-2016"}
    assert [*loader.folder.acts.iterdir()] == []


def test_an_act_that_is_not_there_cannot_be_taken_out(loader: Loader) -> None:
    before = files(loader)
    with pytest.raises(ReloadRefused, match="No hay un acta crm-1999 cargada"):
        loader.retire("crm-1999")
    assert files(loader) == before


def test_the_version_that_a_new_one_replaces_goes_into_the_archive(loader: Loader) -> None:
    for words in ("Primera.", "Segunda.", "Tercera."):
        add(loader, "crm-2017", words)
    kept = {path.read_text().splitlines()[-1] for path in loader.folder.archive.iterdir()}
    assert kept == {"C1 Primera.", "C1 Segunda."}


def new_act(loader: Loader) -> None:
    add(loader, "crm-2018", "Reunirse.")


def new_version(loader: Loader) -> None:
    add(loader, "crm-2017", "Pagar mañana.")


def version_of_the_built_in(loader: Loader) -> None:
    add(loader, "crm-2016", "Otra versión.")


def taken_out(loader: Loader) -> None:
    loader.retire("crm-2016")


def taught(loader: Loader) -> None:
    loader.add_synonyms("chuspa | bolsa")


def corrected(loader: Loader) -> None:
    (loader.folder.acts / "crm-2017.review.yaml").write_text(REVIEW, encoding="utf-8")
    loader.rebuild()


def dropped(loader: Loader) -> None:
    write_plain_act(loader.folder.acts / "acta.txt", "crm-2019")
    loader.rebuild()


CHANGES = [new_act, new_version, version_of_the_built_in, taken_out, taught, corrected, dropped]


@pytest.mark.parametrize("change", CHANGES)
def test_reverting_goes_back_and_reverting_twice_returns(
    loader: Loader, change: Callable[[Loader], None]
) -> None:
    add(loader, "crm-2017", "Pagar.")
    before = loaded(loader), files(loader)
    change(loader)
    after = loaded(loader), files(loader)
    assert after != before
    for expected in (before, after, before):
        report = loader.revert()
        assert (loaded(loader), files(loader)) == expected
        assert report.acts == len(loaded(loader))
        assert loader.ensure_built() is None


def test_a_reload_that_changes_nothing_is_not_gone_back_from(loader: Loader) -> None:
    add(loader, "crm-2017", "Pagar.")
    loader.rebuild()
    loader.revert()
    assert loaded(loader).keys() == {"crm-2016"}


def test_before_any_change_there_is_nothing_to_go_back_to(loader: Loader) -> None:
    loader.rebuild()
    with pytest.raises(ReloadRefused, match="Todavía no hay nada"):
        loader.revert()
    assert loaded(loader).keys() == {"crm-2016"}


def test_what_was_written_into_the_folder_meanwhile_is_not_lost(loader: Loader) -> None:
    add(loader, "crm-2017", "Pagar.")
    (loader.folder.acts / "crm-2017.txt").write_text("crm-2017\nC1 Pagar dos veces.")
    write_plain_act(loader.folder.acts / "nueva.txt", "crm-2018")
    loader.revert()
    assert loaded(loader).keys() == {"crm-2016"}
    assert [path.name for path in loader.folder.acts.iterdir()] == ["nueva.txt"]
    loader.revert()
    loader.rebuild()
    assert loaded(loader)["crm-2017"] == "Pagar dos veces."
    assert "crm-2018" in loaded(loader)


def test_a_folder_of_an_earlier_program_is_kept_before_its_first_change(loader: Loader) -> None:
    add(loader, "crm-2017", "Pagar.")
    for path in sorted(loader.folder.generations.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    add(loader, "crm-2018", "Reunirse.")
    loader.revert()
    assert loaded(loader).keys() == {"crm-2016", "crm-2017"}


def test_a_base_of_another_edition_is_built_anew_from_the_acts_of_its_time(loader: Loader) -> None:
    add(loader, "crm-2017", "Pagar.")
    newer = replace(loader, edition="2")
    newer.ensure_built()
    newer.revert()
    assert loaded(newer).keys() == {"crm-2016"}
    assert newer.ensure_built() is None


def test_where_the_acts_of_that_time_cannot_be_read_any_more_nothing_changes(loader: Loader) -> None:
    def forgetful(path: Path) -> Act:
        if path.name == "crm-2017.txt":
            raise UnreadableAct(notice("{file} no tiene texto.", file=path.name))
        return read_plain_act(path)

    add(loader, "crm-2017", "Pagar.")
    loader.retire("crm-2017")
    newer = replace(loader, edition="2", read=forgetful)
    newer.ensure_built()
    with pytest.raises(ReloadRefused, match=r"crm-2017\.txt no tiene texto"):
        newer.revert()
    assert loaded(newer).keys() == {"crm-2016"}
    assert newer.ensure_built() is None


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(new_version, id="a new version"),
        pytest.param(taken_out, id="a retirement"),
        pytest.param(Loader.revert, id="going back"),
    ],
)
@pytest.mark.parametrize(
    ("hindered", "error"),
    [
        pytest.param(lambda _: file_size_limited_to(40), StoreUnusable, id="disk full"),
        pytest.param(lambda loader: loader.folder.locked(), ReloadRefused, id="another load"),
    ],
)
def test_a_change_that_cannot_be_made_changes_nothing(
    loader: Loader,
    change: Callable[[Loader], object],
    hindered: Callable[[Loader], AbstractContextManager[None]],
    error: type[KnowledgeError],
) -> None:
    add(loader, "crm-2017", "Pagar.")
    before = loaded(loader), files(loader)
    with hindered(loader), pytest.raises(error):
        change(loader)
    assert (loaded(loader), files(loader)) == before
    change(loader)
    assert (loaded(loader), files(loader)) != before


@pytest.mark.parametrize("change", ["confirm", "retire", "revert"])
def test_a_change_that_is_killed_at_any_step_is_whole_or_was_never_made(tmp_path: Path, change: str) -> None:
    """What is loaded and what lies in the folder belong together once the program has started again."""
    stride = points(every=1, few=3)
    program = [sys.executable, "-m", "tests.support.killed_loads", str(tmp_path), change, str(stride)]
    printed = subprocess.run(program, check=True, capture_output=True, text=True)
    changes = [json.loads(line) for line in printed.stdout.splitlines()]
    old, new = changes[0]["restarted"], changes[-1]["restarted"]
    assert old != new
    restarted = [each["restarted"] for each in changes]
    last_old = restarted.index(new)
    assert restarted == [old] * last_old + [new] * (len(changes) - last_old)
    assert {tuple(each["left"]) for each in changes} == {tuple(each["documents"]) for each in (old, new)}
    assert [each["killed"] for each in changes] == [True] * (len(changes) - 1) + [False]
    assert len(changes) > 40 // stride
