import sqlite3
from pathlib import Path

import pytest

from knowledge.stores.connections import refusing
from knowledge.values.errors import StoreUnusable
from knowledge.values.notices import notice


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param(sqlite3.SQLITE_FULL, "Libere espacio", id="a full disk"),
        pytest.param(sqlite3.SQLITE_BUSY, "Inténtelo otra vez", id="a busy file"),
        pytest.param(sqlite3.SQLITE_BUSY_SNAPSHOT, "Inténtelo otra vez", id="an extended code"),
        pytest.param(sqlite3.SQLITE_READONLY, "Compruebe los permisos", id="no permission"),
        pytest.param(sqlite3.SQLITE_CORRUPT, "Put it aside", id="a damaged file"),
        pytest.param(sqlite3.SQLITE_NOTADB, "Put it aside", id="no database"),
    ],
)
def test_a_file_is_put_aside_only_where_it_is_what_is_wrong(code: int, told: str) -> None:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorcode = code
    with pytest.raises(StoreUnusable) as refused, refusing(Path("state.db"), notice("Put it aside.")):
        raise error

    assert f". {told}" in str(refused.value)
