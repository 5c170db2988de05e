import numpy as np
import pytest

from knowledge.meaning.packing import SIZE, WIDTH, Vectors, pack, packed_in, products, unpack


@pytest.fixture
def rows() -> Vectors:
    chance = np.random.default_rng(1)
    rows = chance.standard_normal((600, WIDTH), np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


def test_packing_loses_next_to_nothing(rows: Vectors) -> None:
    assert np.abs(unpack(packed_in(pack(rows))) @ rows.T - rows @ rows.T).max() < 0.005


def test_a_vector_takes_a_byte_a_part_and_four_for_its_scale(rows: Vectors) -> None:
    assert len(pack(rows)) == len(rows) * SIZE == len(rows) * (WIDTH + 4)


def test_products_are_those_of_the_unpacked_vectors(rows: Vectors) -> None:
    packed = packed_in(pack(rows))

    assert np.allclose(products(packed, rows[0]), unpack(packed) @ rows[0], atol=1e-5)


def test_nothing_is_packed_as_nothing() -> None:
    assert pack(np.empty((0, WIDTH), np.float32)) == b""
    assert len(unpack(packed_in(b""))) == 0
