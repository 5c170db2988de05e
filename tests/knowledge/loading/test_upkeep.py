"""Acts that are loaded while questions go on being answered."""

import gc
import logging
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from knowledge.loading import Loader
from knowledge.values.acts import Act
from knowledge.values.errors import ReloadRefused
from knowledge.values.references import Reference
from tests.support.plain_acts import read_plain_act, write_plain_act
from tests.support.plain_bases import quote_from

C1 = Reference.parse("C1")


def write_newer_act(loader: Loader) -> None:
    """Write an act that comes first: all these acts are of one day, so that their names decide."""
    write_plain_act(loader.folder.acts / "a.txt", "crm-2015", ("C1", "Ahora."))


def test_a_reload_brings_in_the_acts_at_hand(base: KnowledgeBase, loader: Loader) -> None:
    write_newer_act(loader)

    report = base.reload()

    assert report.acts == 2
    assert quote_from(base) == "Ahora."


def test_a_refused_reload_changes_nothing(base: KnowledgeBase, loader: Loader) -> None:
    (loader.folder.acts / "vacía.txt").touch()

    with pytest.raises(ReloadRefused):
        base.reload()

    assert quote_from(base) == "Antes."


def test_questions_are_answered_during_a_reload(loader: Loader) -> None:
    reading, go_on = threading.Event(), threading.Event()

    def read_slowly(path: Path) -> Act:
        if path.name == "a.txt":
            reading.set()
            go_on.wait(5)
        return read_plain_act(path)

    base = KnowledgeBase(lambda: replace(loader, read=read_slowly))
    write_newer_act(loader)
    with ThreadPoolExecutor() as threads:
        reload = threads.submit(base.reload)
        assert reading.wait(5)
        during = quote_from(base)
        go_on.set()
        reload.result()

    assert during == "Antes."
    assert quote_from(base) == "Ahora."
    base.close()


def test_a_question_under_way_ends_with_what_it_began_with(base: KnowledgeBase, loader: Loader) -> None:
    under_way = base._snapshots.current().responder
    write_newer_act(loader)

    base.reload()

    assert under_way.show("crm-2016", C1, language="es").findings[0].quote == "Antes."
    with pytest.raises(KeyError):
        under_way.show("crm-2015", C1, language="es")


def test_a_store_that_nobody_uses_any_more_is_closed(base: KnowledgeBase) -> None:
    old = weakref.ref(base._snapshots.current().store)

    base.reload()
    gc.collect()  # a responder's caches refer back to it

    assert old() is None


def test_what_another_program_loads_is_answered_from(base: KnowledgeBase, loader: Loader) -> None:
    assert quote_from(base) == "Antes."
    write_newer_act(loader)

    loader.rebuild()

    assert quote_from(base) == "Ahora."


def lose(path: Path) -> None:
    path.unlink()


def spoil(path: Path) -> None:
    path.with_suffix(".spoilt").write_bytes(b"nada")
    path.with_suffix(".spoilt").replace(path)


@pytest.mark.parametrize("harm", [lose, spoil])
def test_a_base_that_is_harmed_from_outside_goes_on_answering(
    base: KnowledgeBase, loader: Loader, caplog: pytest.LogCaptureFixture, harm: Callable[[Path], None]
) -> None:
    harm(loader.folder.knowledge)

    assert quote_from(base) == "Antes."
    assert "answering from what was loaded before" in caplog.text


def test_a_corrupt_base_is_made_anew_at_the_start_and_the_log_says_so(
    loader: Loader, caplog: pytest.LogCaptureFixture
) -> None:
    loader.ensure_built()
    spoil(loader.folder.knowledge)

    with caplog.at_level(logging.WARNING):
        base = KnowledgeBase(lambda: loader)

    assert quote_from(base) == "Antes."
    assert "se ha rehecho" in caplog.text
    base.close()
