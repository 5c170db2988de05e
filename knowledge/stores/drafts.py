"""Changes that an officer has yet to choose or confirm, for as long as that is possible."""

from datetime import datetime

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value
from knowledge.values.tracking import Mark


class Draft(Value):
    """Marks to choose from: each option holds those that are made together.

    `version` is that of the marks they were compared with, if they may only be made while it holds.
    """

    options: tuple[tuple[Mark, ...], ...]
    version: tuple[int, int] | None = None


class DraftStore:
    """Keep drafts by a nonce that only the buttons under the question know."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def keep(self, nonce: str, user_id: int, draft: Draft, *, at: datetime, expired: datetime) -> None:
        """Keep a draft, and forget those kept before `expired`."""
        self.keep_content(nonce, user_id, draft.model_dump_json(), at=at, expired=expired)

    def keep_content(
        self, nonce: str, user_id: int, content: str, *, at: datetime, expired: datetime
    ) -> None:
        """Keep a draft of another kind, as JSON; see `keep`."""
        row = {"nonce": nonce, "user_id": user_id, "content": content, "kept_at": moment(at)}
        with self._state.refusing(), self._state.database.conn as connection:
            connection.execute("DELETE FROM drafts WHERE kept_at < ?", (moment(expired),))
            connection.execute("INSERT INTO drafts VALUES (:nonce, :user_id, :content, :kept_at)", row)

    def draft(self, nonce: str, user_id: int, *, since: datetime) -> Draft | None:
        """Return a person's draft, or None if it was kept before `since` or isn't theirs."""
        content = self.content(nonce, user_id, since=since)
        return Draft.model_validate_json(content) if content else None

    def content(self, nonce: str, user_id: int, *, since: datetime) -> str | None:
        """Return a draft of any kind as it was kept; see `draft`."""
        with self._state.refusing():
            found = self._state.database.table("drafts").rows_where(
                "nonce = ? AND user_id = ? AND kept_at >= ?", (nonce, user_id, moment(since))
            )
            row = next(found, None)
        return str(row["content"]) if row else None

    def drop(self, nonce: str) -> None:
        """Forget a draft."""
        with self._state.refusing():
            self._state.database.table("drafts").delete_where("nonce = ?", (nonce,))
