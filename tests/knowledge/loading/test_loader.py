import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.loading import ACT_SUFFIXES, LoadedFile, Loader, LoadReport
from knowledge.loading.act_files import sha256_of
from knowledge.reading.files.kinds import _KINDS_BY_SUFFIX
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.schema import KNOWLEDGE
from knowledge.values.acts import Act
from knowledge.values.base import Span
from knowledge.values.errors import ReloadRefused, StoreUnusable, UnreadableAct
from knowledge.values.notices import notice
from tests.support.builders import make_commitment, make_event
from tests.support.disks import file_size_limited_to, version_of_file
from tests.support.plain_acts import read_plain_act, write_plain_act


def no_index(_: Database) -> None:
    pass


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    built_in = write_plain_act(tmp_path / "built_in" / "crm-2016.txt", "crm-2016").parent
    return Loader(DataFolder.open(tmp_path / "data"), read_plain_act, no_index, built_in, edition="1")


def slugs(loader: Loader) -> list[str]:
    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        return [document.slug for document in store.documents()]


def files(loader: Loader) -> list[str]:
    """List the files of the data folder but the copies kept of what was before."""
    folder, kept = loader.folder.path, (loader.folder.generations, loader.folder.archive)
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(folder)) for path in found if not {*kept} & {*path.parents})


def test_the_built_in_act_is_loaded_at_first_start(loader: Loader) -> None:
    report = loader.ensure_built()

    assert report == LoadReport(acts=1, provisions=1, commitments=0)
    assert slugs(loader) == ["crm-2016"]


def test_a_sound_base_is_left_alone_at_the_next_start(loader: Loader) -> None:
    loader.ensure_built()
    before = version_of_file(loader.folder.knowledge)

    assert loader.ensure_built() is None
    assert version_of_file(loader.folder.knowledge) == before


def corrupt(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096] + b"\xff" * 4096)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scribble(path: Path) -> None:
    path.write_text("esto no es una base de datos" * 100)


def go_back(path: Path) -> None:
    path.unlink()
    with Database(path) as database:
        KNOWLEDGE.apply(database, stop_before="m002_findings")


def go_ahead(path: Path) -> None:
    with Database(path) as database:
        database.table("_sqlite_migrations").insert({"migration_set": "knowledge", "name": "m999"})


def rename_edition(path: Path) -> None:
    with Database(path) as database:
        database.execute("UPDATE edition SET name = '0'")


@pytest.mark.parametrize("spoil", [corrupt, cut_short, scribble, go_back, go_ahead, rename_edition])
def test_a_base_that_cannot_be_used_is_made_anew(loader: Loader, spoil: Callable[[Path], None]) -> None:
    write_plain_act(loader.folder.acts / "crm-2017.txt", "crm-2017")
    loader.ensure_built()
    spoil(loader.folder.knowledge)

    report = loader.ensure_built()

    assert report
    assert "se ha rehecho" in str(report.warnings[0])
    assert slugs(loader) == ["crm-2016", "crm-2017"]


def test_a_base_that_nobody_touched_is_not_read_through_again(loader: Loader) -> None:
    loader.ensure_built()
    before = loader.folder.knowledge.stat()
    corrupt(loader.folder.knowledge)
    os.utime(loader.folder.knowledge, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert loader.ensure_built() is None


def test_a_base_that_was_only_touched_is_read_through_once(loader: Loader) -> None:
    loader.ensure_built()
    loader.folder.knowledge.touch()

    assert not loader.folder.is_vouched_for
    assert loader.ensure_built() is None
    assert loader.folder.is_vouched_for


def test_a_reload_takes_in_every_kind_of_file(loader: Loader) -> None:
    for number, suffix in enumerate(("txt", "pdf", "DOCX", "html", "htm")):
        write_plain_act(loader.folder.acts / f"acta{number}.{suffix}", f"crm-{number}")

    report = loader.rebuild()

    assert report.acts == 6
    assert report.provisions == 6


def test_the_kinds_of_files_are_those_that_can_be_read() -> None:
    assert set(_KINDS_BY_SUFFIX) == ACT_SUFFIXES


def test_the_report_counts_what_is_in_the_base(loader: Loader) -> None:
    write_plain_act(
        loader.folder.acts / "a.txt",
        "crm-2017",
        ("C1", "Instar a todos a pagar."),
        ("C2", "Agradecer a ACNUR."),
    )

    assert loader.rebuild() == LoadReport(acts=2, provisions=3, commitments=1)


def test_a_doubt_about_an_act_is_reported_with_its_file(loader: Loader) -> None:
    def doubting(path: Path) -> Act:
        return read_plain_act(path).model_copy(update={"warnings": (notice("Falta la conclusión 2."),)})

    report = Loader(loader.folder, doubting, no_index, loader.built_in).rebuild()

    assert [str(warning) for warning in report.warnings] == ["crm-2016.txt: Falta la conclusión 2."]


def test_a_doubt_about_an_act_is_told_once_and_at_each_reload(loader: Loader) -> None:
    def doubting(path: Path) -> Act:
        act = read_plain_act(path)
        return act.model_copy(update={"warnings": (notice("Falta algo en {slug}.", slug=act.slug),)})

    doubting_loader = Loader(loader.folder, doubting, no_index, loader.built_in)
    told = ["crm-2016.txt: Falta algo en crm-2016.", "crm-2017.txt: Falta algo en crm-2017."]
    arriving = loader.folder.path / "acta.txt"
    write_plain_act(arriving, "crm-2017", ("C1", "Instar a todos a pagar."))

    assert [str(each) for each in doubting_loader.rebuild().warnings] == told[:1]
    assert [str(each) for each in doubting_loader.add(arriving).warnings] == told[1:]
    assert doubting_loader.add_synonyms("plata | dinero").warnings == ()
    assert [str(each) for each in doubting_loader.rebuild().warnings] == told


def test_files_that_are_no_acts_are_named_and_passed_over(loader: Loader) -> None:
    for name in ("nota.odt", ".oculto.txt"):
        (loader.folder.acts / name).write_text("x")

    report = loader.rebuild()

    assert report.acts == 1
    assert [str(warning) for warning in report.warnings] == [
        "Se pasa por alto nota.odt: no es .txt, .pdf, .docx ni .html."
    ]


def test_corrections_beside_the_acts_win_over_what_was_read(loader: Loader) -> None:
    write_plain_act(loader.folder.acts / "crm-2017.txt", "crm-2017", ("C1", "Instar a los países a firmar."))
    for slug in ("crm-2016", "crm-2017"):
        (loader.folder.acts / f"{slug}.review.yaml").write_text("meeting:\n  city: Colón\n", encoding="utf-8")

    loader.rebuild()

    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        assert [document.meeting.city for document in store.documents()] == ["Colón", "Colón"]


def test_the_page_of_a_review_is_no_act(loader: Loader) -> None:
    write_plain_act(loader.folder.acts / "crm-2017.txt", "crm-2017", ("C1", "Instar a los países a firmar."))
    (loader.folder.acts / "crm-2017.review.html").write_text("<p>1. Instar a firmar.", encoding="utf-8")

    report = loader.rebuild()

    assert (report.acts, report.warnings) == (2, ())


def test_corrections_of_no_act_are_named(loader: Loader) -> None:
    (loader.folder.acts / "crm-1999.review.yaml").write_text("commitments: []\n")

    assert [str(warning) for warning in loader.rebuild().warnings] == [
        "Las correcciones de crm-1999.review.yaml no son de ningún acta cargada."
    ]


def test_faulty_corrections_leave_the_base_as_it_was(loader: Loader) -> None:
    loader.ensure_built()
    (loader.folder.acts / "crm-2016.review.yaml").write_text("comitments: []\n")

    with pytest.raises(ReloadRefused, match=r"crm-2016\.review\.yaml, línea 1: .* No se ha cambiado nada"):
        loader.rebuild()

    assert slugs(loader) == ["crm-2016"]


def test_the_built_in_act_in_the_data_folder_counts_once(loader: Loader) -> None:
    write_plain_act(loader.folder.acts / "otra.txt", "crm-2016")

    assert loader.rebuild().acts == 1


def no_text(acts: Path) -> None:
    (acts / "b.txt").write_text("")


def same_content(acts: Path) -> None:
    write_plain_act(acts / "b.txt", "crm-2017")


def same_meeting(acts: Path) -> None:
    write_plain_act(acts / "b.txt", "crm-2017", ("C1", "Otra versión."))


def same_meeting_as_the_built_in(acts: Path) -> None:
    write_plain_act(acts / "b.txt", "crm-2016", ("C1", "Otra versión."))


@pytest.mark.parametrize(
    ("add_another", "named"),
    [
        pytest.param(no_text, ["b.txt no tiene texto.", "No se ha cambiado nada."], id="unreadable"),
        pytest.param(same_content, ["a.txt", "b.txt", "crm-2017"], id="same content twice"),
        pytest.param(same_meeting, ["a.txt", "b.txt", "crm-2017"], id="same meeting, other content"),
        pytest.param(
            same_meeting_as_the_built_in, ["crm-2016.txt", "b.txt"], id="another version of the built-in act"
        ),
    ],
)
def test_acts_that_do_not_go_together_are_named_and_change_nothing(
    loader: Loader, add_another: Callable[[Path], None], named: list[str]
) -> None:
    write_plain_act(loader.folder.acts / "a.txt", "crm-2017")
    loader.rebuild()
    add_another(loader.folder.acts)
    before, content = files(loader), loader.folder.knowledge.read_bytes()

    with pytest.raises(ReloadRefused) as refusal:
        loader.rebuild()

    assert [name for name in named if name not in str(refusal.value)] == []
    assert files(loader) == before
    assert loader.folder.knowledge.read_bytes() == content


def unprovided(act: Act) -> Act:
    return act.model_copy(update={"provisions": ()})


def misquoted(act: Act) -> Act:
    commitment = make_commitment(act, "C1", quote="Algo que el acta no dice.")
    return act.model_copy(update={"commitments": (commitment,)})


def misplaced(act: Act) -> Act:
    moved = act.provisions[0].model_copy(update={"spans": (Span(start=1, end=9),)})
    return act.model_copy(update={"provisions": (moved,)})


def doubled(act: Act) -> Act:
    return act.model_copy(update={"provisions": act.provisions * 2})


def unanchored(act: Act) -> Act:
    return act.model_copy(update={"events": (make_event("C99"),)})


def half_a_character(act: Act) -> Act:
    return act.model_copy(update={"text": act.text + "\ud800"})


def climbing(act: Act) -> Act:
    return act.model_copy(update={"slug": "../../etc/passwd"})


@pytest.mark.parametrize(
    ("spoil", "wording"),
    [
        pytest.param(unprovided, "no tiene ninguna conclusión", id="no provisions"),
        pytest.param(misquoted, "la cita de C1 no coincide", id="a quote that is not in the text"),
        pytest.param(misplaced, "el texto de C1 no coincide", id="a span beside its text"),
        pytest.param(doubled, "C1 aparece 2 veces", id="a reference twice"),
        pytest.param(unanchored, "cita C99", id="an event of no provision"),
        pytest.param(half_a_character, "no se pueden guardar", id="text that cannot be stored"),
        pytest.param(climbing, "../../etc/passwd", id="a slug that would leave the folder"),
    ],
)
@pytest.mark.parametrize("load", ["rebuild", "add"])
def test_an_act_that_does_not_hold_together_is_refused(
    loader: Loader, spoil: Callable[[Act], Act], wording: str, load: str
) -> None:
    spoiling = Loader(loader.folder, lambda path: spoil(read_plain_act(path)), no_index, loader.built_in)

    with pytest.raises(ReloadRefused, match=wording):
        spoiling.rebuild() if load == "rebuild" else spoiling.add(loader.built_in / "crm-2016.txt")

    assert files(loader) == ["load.lock"]


def test_an_added_act_is_kept_under_its_slug(loader: Loader, tmp_path: Path) -> None:
    path = write_plain_act(tmp_path / "Acta final (2).TXT", "crm-2017")

    report = loader.add(path)

    news = (notice("Nueva: {slug} ({file})", slug="crm-2017", file="Acta final (2).TXT"),)
    loaded = (LoadedFile(slug="crm-2017", name="Acta final (2).TXT", sha256=sha256_of(path)),)
    assert report == LoadReport(acts=2, provisions=2, commitments=0, loaded=loaded, news=news)
    assert files(loader) == ["acts/crm-2017.txt", "knowledge.db", "load.lock"]
    assert (loader.folder.acts / "crm-2017.txt").read_bytes() == path.read_bytes()
    assert slugs(loader) == ["crm-2016", "crm-2017"]


def test_an_act_that_is_already_there_is_not_kept_twice(loader: Loader, tmp_path: Path) -> None:
    path = write_plain_act(tmp_path / "acta.txt", "crm-2017")
    loader.add(path)

    report = loader.add(path)

    assert report.acts == 2
    assert [str(warning) for warning in report.warnings] == ["acta.txt ya estaba cargada."]
    assert files(loader) == ["acts/crm-2017.txt", "knowledge.db", "load.lock"]


def test_another_version_of_an_act_is_refused_and_leaves_no_trace(loader: Loader, tmp_path: Path) -> None:
    loader.add(write_plain_act(tmp_path / "acta.txt", "crm-2017"))
    before, content = files(loader), loader.folder.knowledge.read_bytes()

    with pytest.raises(ReloadRefused, match=r"otra versión .*\(crm-2017\.txt\)"):
        loader.add(write_plain_act(tmp_path / "nueva.txt", "crm-2017", ("C1", "Otra versión.")))

    assert files(loader) == before
    assert loader.folder.knowledge.read_bytes() == content


@pytest.mark.parametrize(
    ("loaded", "slug"),
    [
        pytest.param(["acta.txt"], "crm-2017", id="loaded-before"),
        pytest.param(["acta.txt"], "crm-2016", id="built-in-too"),
        pytest.param([], "crm-2016", id="built-in"),
    ],
)
def test_another_version_takes_the_place_of_an_act_when_asked_to(
    loader: Loader, tmp_path: Path, loaded: list[str], slug: str
) -> None:
    for name in loaded:
        loader.add(write_plain_act(tmp_path / name, slug, ("C1", "Primera versión.")), replace=True)
    new = write_plain_act(tmp_path / "nueva.txt", slug, ("C1", "Segunda versión."))
    loader.add(new, replace=True)
    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        assert [each.text for each in store.provisions(slug)] == ["Segunda versión."]
    assert files(loader) == [f"acts/{slug}.txt", "knowledge.db", "load.lock"]


def test_a_file_that_is_no_act_is_refused_and_leaves_no_trace(loader: Loader, tmp_path: Path) -> None:
    path = tmp_path / "vacía.txt"
    path.touch()

    with pytest.raises(UnreadableAct):
        loader.add(path)

    assert files(loader) == ["load.lock"]


@pytest.mark.parametrize(
    "load", [Loader.rebuild, lambda loader: loader.add(loader.built_in / "crm-2016.txt")]
)
def test_a_second_load_at_the_same_time_is_refused(
    loader: Loader, load: Callable[[Loader], LoadReport]
) -> None:
    with loader.folder.locked(), pytest.raises(ReloadRefused, match="otra carga en curso"):
        load(loader)


def test_programs_that_start_together_build_the_base_once(loader: Loader) -> None:
    with ThreadPoolExecutor(4) as threads:
        reports = list(threads.map(lambda _: loader.ensure_built(), range(4)))

    assert [report.acts for report in reports if report] == [1]


def test_a_full_disk_leaves_the_old_base(loader: Loader) -> None:
    loader.rebuild()
    write_plain_act(loader.folder.acts / "a.txt", "crm-2017")

    with file_size_limited_to(4096), pytest.raises(StoreUnusable, match="Compruebe el espacio en disco"):
        loader.rebuild()

    assert slugs(loader) == ["crm-2016"]
    assert files(loader) == ["acts/a.txt", "knowledge.db", "load.lock"]


def test_the_turn_to_load_is_given_back_after_a_failure(loader: Loader) -> None:
    no_text(loader.folder.acts)
    with pytest.raises(ReloadRefused):
        loader.rebuild()
    (loader.folder.acts / "b.txt").unlink()

    assert loader.rebuild().acts == 1


def test_an_index_that_fails_leaves_the_old_base(loader: Loader) -> None:
    loader.rebuild()

    def failing(_: Database) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Loader(loader.folder, read_plain_act, failing, loader.built_in).rebuild()

    assert slugs(loader) == ["crm-2016"]
    assert files(loader) == ["knowledge.db", "load.lock"]


@pytest.mark.parametrize("load", ["rebuild", "add", "add many"])
def test_a_killed_load_leaves_the_old_base_or_the_new_one(tmp_path: Path, load: str) -> None:
    """Each line is a load that was killed at another step, what was left of the base, and a load after it."""
    program = [sys.executable, "-m", "tests.support.killed_loads", str(tmp_path), load, "1"]
    printed = subprocess.run(program, check=True, capture_output=True, text=True)
    loads = [json.loads(line) for line in printed.stdout.splitlines()]

    old, new = (
        ("crm-2016",),
        ("crm-2016", *(["crm-2017", "crm-2018"] if load == "add many" else ["crm-2017"])),
    )
    left = [tuple(each["left"]) for each in loads]
    last_old = left.index(new) - 1
    assert left[: last_old + 1] == [old] * (last_old + 1)
    assert left[last_old + 1 :] == [new] * (len(left) - last_old - 1)
    assert [each["killed"] for each in loads] == [True] * (len(loads) - 1) + [False]
    assert len(loads) > 8
    assert {tuple(each["remains"]) for each in loads} == {
        ("acts", "generations", "knowledge.db", "load.lock")
    }


@pytest.mark.parametrize(
    ("load", "taught"),
    [
        pytest.param("teach", {"", "chuspa | bolsa\n"}, id="a good line"),
        pytest.param("teach faulty", {""}, id="a faulty line, which never stays"),
    ],
)
def test_a_killed_lesson_leaves_the_words_whole(tmp_path: Path, load: str, taught: set[str]) -> None:
    """The load after each would be refused if a faulty line had stayed."""
    program = [sys.executable, "-m", "tests.support.killed_loads", str(tmp_path), load, "1"]
    printed = subprocess.run(program, check=True, capture_output=True, text=True)
    lessons = [json.loads(line) for line in printed.stdout.splitlines()]

    assert len(lessons) > 4
    assert {each["words"] for each in lessons} == taught
    assert {tuple(each["left"]) for each in lessons} == {("crm-2016",)}
