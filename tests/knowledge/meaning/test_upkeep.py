"""The vectors of the base in use, from one start or reload to the next."""

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.loading import Loader
from knowledge.meaning.encoder import NETWORK, Encoder
from knowledge.meaning.vectors import version_in
from knowledge.search.writing import write_index
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import notice
from tests.support.disks import file_size_limited_to, version_of_file
from tests.support.encoders import ListeningEncoder, OtherVersion, copy_model, cut_short
from tests.support.plain_acts import read_plain_act, write_plain_act


@pytest.fixture
def without(tmp_path: Path) -> Loader:
    """A loader without the encoder."""
    built_in = write_plain_act(tmp_path / "built_in" / "crm-2016.txt", "crm-2016").parent
    index = partial(write_index, register=PartyRegister.load(BUILT_IN))
    return Loader(DataFolder.open(tmp_path / "data"), read_plain_act, index, built_in, edition="1")


@pytest.fixture
def encoder() -> ListeningEncoder:
    return ListeningEncoder()


@pytest.fixture
def loader(without: Loader, encoder: ListeningEncoder) -> Loader:
    return replace(without, encoder=encoder)


@pytest.fixture
def damaged(tmp_path: Path) -> Encoder:
    folder = copy_model(tmp_path)
    cut_short(folder / NETWORK)
    return Encoder(folder)


def version_of(loader: Loader) -> str | None:
    with closing(KnowledgeStore.open(loader.folder.knowledge)) as store:
        store.check()
        return version_in(store.database)


def test_a_reload_encodes_only_what_an_added_act_brings(
    loader: Loader, encoder: ListeningEncoder, tmp_path: Path
) -> None:
    loader.ensure_built()
    encoder.heard.clear()

    loader.add(write_plain_act(tmp_path / "acta.txt", "crm-2017", ("C1", "Aprobar el plan.")))
    loader.rebuild()

    assert set(encoder.heard) == {"Aprobar el plan."}
    assert len(encoder.heard) == 2


def test_a_base_built_without_the_encoder_gets_vectors_at_the_next_start(
    without: Loader, loader: Loader, encoder: ListeningEncoder
) -> None:
    def unreadable(path: Path) -> Act:
        raise UnreadableAct(notice("{file} no se puede leer.", file=path.name))

    without.ensure_built()
    assert version_of(without) is None

    assert replace(loader, read=unreadable).ensure_built() is None

    assert version_of(loader) == encoder.version
    assert loader.folder.is_vouched_for
    assert sorted(path.name for path in loader.folder.path.iterdir()) == [
        "acts",
        "generations",
        "knowledge.db",
        "load.lock",
    ]


def test_a_base_that_has_its_vectors_is_left_alone(loader: Loader) -> None:
    loader.ensure_built()
    before = version_of_file(loader.folder.knowledge)
    fresh = ListeningEncoder()

    replace(loader, encoder=fresh).ensure_built()

    assert version_of_file(loader.folder.knowledge) == before
    assert fresh._model is None


def test_a_base_with_vectors_is_left_alone_while_the_encoder_is_off(without: Loader, loader: Loader) -> None:
    loader.ensure_built()
    before = version_of_file(loader.folder.knowledge)

    without.ensure_built()

    assert version_of_file(loader.folder.knowledge) == before


def test_another_version_of_the_encoder_brings_its_own_vectors(loader: Loader) -> None:
    loader.ensure_built()

    replace(loader, encoder=OtherVersion()).ensure_built()

    assert version_of(loader) == "other"


def test_a_damaged_encoder_leaves_the_base_as_it_is(
    without: Loader, damaged: Encoder, caplog: pytest.LogCaptureFixture
) -> None:
    without.ensure_built()
    before = version_of_file(without.folder.knowledge)

    for _ in range(2):
        replace(without, encoder=damaged).ensure_built()

    assert version_of_file(without.folder.knowledge) == before
    assert len(caplog.records) == 1


def test_a_reload_says_that_the_encoder_is_damaged(without: Loader, damaged: Encoder) -> None:
    report = replace(without, encoder=damaged).rebuild()

    assert report.acts == 1
    assert [str(warning) for warning in report.warnings] == [
        "Se contesta solo por las palabras, no por el sentido: encoder.onnx está dañado o es de otra versión."
    ]


def test_a_full_disk_leaves_the_base_as_it_is(
    without: Loader, loader: Loader, caplog: pytest.LogCaptureFixture
) -> None:
    without.ensure_built()
    before = version_of_file(without.folder.knowledge)

    with file_size_limited_to(4096):
        loader.ensure_built()

    assert version_of_file(without.folder.knowledge) == before
    assert "answering by words alone" in caplog.text


def test_answers_are_made_from_the_vectors_of_what_is_loaded(loader: Loader, tmp_path: Path) -> None:
    base = KnowledgeBase(lambda: loader, encoder=loader.encoder)
    first = base._snapshots.current().responder._sources.vectors
    loader.add(write_plain_act(tmp_path / "acta.txt", "crm-2017", ("C1", "Aprobar el plan.")))

    base.documents()
    second = base._snapshots.current().responder._sources.vectors

    assert [vectors.size for vectors in (first, second) if vectors] == [1, 2]
    base.close()


@pytest.mark.parametrize("when", ["off", "damaged"])
def test_without_the_encoder_answers_are_made_by_words(without: Loader, damaged: Encoder, when: str) -> None:
    encoder = damaged if when == "damaged" else None
    base = KnowledgeBase(lambda: replace(without, encoder=encoder), encoder=encoder)

    assert base._snapshots.current().responder._sources.vectors is None
    assert base.documents()[0].slug == "crm-2016"
    base.close()
