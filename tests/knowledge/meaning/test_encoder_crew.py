"""Encoding in several processes: the vectors of one process, whatever becomes of the others."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.meaning.encoder import MODEL, NETWORK
from knowledge.meaning.encoder_crew import WORTH_IT, EncoderCrew
from tests.support.encoders import ListeningEncoder, copy_model, cut_short

LISTS = [(), ("Pagar las cuotas.", "las cuotas"), ("Aprobar el plan.",), (), ("Dar las gracias.",)] * 4


@pytest.fixture
def encoder() -> ListeningEncoder:
    return ListeningEncoder()


def children() -> set[int]:
    return {
        int(pid)
        for task in Path("/proc/self/task").iterdir()
        for pid in (task / "children").read_text().split()
    }


def nothing(_: Path) -> None:
    pass


def without_network(folder: Path) -> None:
    cut_short(folder / NETWORK)


def without_folder(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


@pytest.mark.parametrize(
    ("harm", "encodes_here"),
    [
        pytest.param(nothing, False, id="sound"),
        pytest.param(without_network, True, id="a model that processes can't use"),
        pytest.param(without_folder, True, id="no model for them"),
    ],
)
def test_vectors_are_the_same_wherever_they_are_made(
    tmp_path: Path, encoder: ListeningEncoder, harm: Callable[[Path], None], *, encodes_here: bool
) -> None:
    folder = copy_model(tmp_path)
    harm(folder)
    before = children()

    made = list(EncoderCrew(encoder, folder, processes=2).encode(LISTS, WORTH_IT))

    assert bool(encoder.heard) == encodes_here
    alone = [encoder.encode_passages(texts) for texts in LISTS]
    assert [None if rows is None else rows.tobytes() for rows in made] == [
        None if rows is None else rows.tobytes() for rows in alone
    ]
    assert children() == before


def test_what_a_process_that_dies_was_given_is_encoded_here(encoder: ListeningEncoder) -> None:
    before = children()

    def killing() -> Iterator[tuple[str, ...]]:
        yield LISTS[1]
        for pid in children() - before:
            os.kill(pid, signal.SIGKILL)
        yield from LISTS[2:]

    made = list(EncoderCrew(encoder, MODEL, processes=2).encode(killing(), WORTH_IT))

    assert encoder.heard
    assert [None if vectors is None else len(vectors) for vectors in made] == [
        len(texts) for texts in LISTS[1:]
    ]
    assert children() == before


@pytest.mark.parametrize(
    ("processes", "expected"),
    [
        pytest.param(2, WORTH_IT - 1, id="few provisions"),
        pytest.param(1, WORTH_IT, id="one core"),
    ],
)
def test_no_process_is_started_where_it_saves_no_time(
    encoder: ListeningEncoder, processes: int, expected: int
) -> None:
    before = children()
    with closing(EncoderCrew(encoder, MODEL, processes).encode(LISTS, expected)) as made:
        next(made)
        assert children() == before


def test_processes_end_when_the_load_does(encoder: ListeningEncoder) -> None:
    before = children()
    with closing(EncoderCrew(encoder, MODEL, processes=8).encode(LISTS, WORTH_IT)) as made:
        next(made)
        started = len(children() - before)
    assert started == 4
    assert children() == before
