"""Messages in state.db of which a chat shows the beginning: the rest waits until a reader asks for it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2s

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value

KEPT = timedelta(days=30)
"""How long the rest can be asked for."""


class Kept(Value):
    """What a button leads to, as its owner writes it, and the acts it quotes: their hashes by slug.

    It tells nothing of who asked, or in which words.
    """

    content: str
    acts: Mapping[str, str]

    @property
    def token(self) -> str:
        """Name it on a button: the same content has the same name."""
        return blake2s(self.model_dump_json().encode(), digest_size=8).hexdigest()


class KeptMessages:
    """Keep the rest of messages in a state."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def keep(self, kept: Kept, *, at: datetime) -> None:
        """Keep something, and drop what has been kept for long enough."""
        row = {"token": kept.token, "content": kept.model_dump_json(), "kept_at": moment(at)}
        with self._state.refusing():
            table = self._state.database.table("kept_messages")
            table.upsert(row, pk="token")
            table.delete_where("kept_at < ?", [moment(at - KEPT)])

    def find(self, token: str, *, at: datetime) -> Kept | None:
        """Return what a token names, unless it is no longer kept."""
        with self._state.refusing():
            rows = self._state.database.table("kept_messages").rows_where(
                "token = ? AND kept_at >= ?", [token, moment(at - KEPT)]
            )
            return next((Kept.model_validate_json(row["content"]) for row in rows), None)
