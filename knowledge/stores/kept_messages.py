"""Long messages in state.db: a chat shows the beginning, the rest waits until a reader asks for it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2s

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value

KEPT = timedelta(days=30)
"""How long the rest is kept."""


class Kept(Value):
    """The rest of a message, as its owner writes it, and the hashes of the acts it quotes, by slug.

    It doesn't say who asked, or in which words.
    """

    content: str
    acts: Mapping[str, str]

    @property
    def token(self) -> str:
        """The name of the content on a button: the same content has the same name."""
        return blake2s(self.model_dump_json().encode(), digest_size=8).hexdigest()


class KeptMessages:
    """Keep the rest of messages in a state."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def keep(self, kept: Kept, *, at: datetime) -> None:
        """Keep something, and drop what has expired."""
        row = {"token": kept.token, "content": kept.model_dump_json(), "kept_at": moment(at)}
        with self._state.refusing():
            table = self._state.database.table("kept_messages")
            table.upsert(row, pk="token")
            table.delete_where("kept_at < ?", [moment(at - KEPT)])

    def find(self, token: str, *, at: datetime) -> Kept | None:
        """Return the content with a token, unless it has expired."""
        with self._state.refusing():
            rows = self._state.database.table("kept_messages").rows_where(
                "token = ? AND kept_at >= ?", [token, moment(at - KEPT)]
            )
            return next((Kept.model_validate_json(row["content"]) for row in rows), None)
