"""Questions of the bot that a person has yet to answer: «¿Cuál recomendación?»."""

from datetime import datetime

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value

_HERE = "chat_id = :chat_id AND user_id = :user_id"


class Prompt(Value):
    """The command that lacks an argument, and the words it already has, if any."""

    command: str
    words: str = ""


class PromptStore:
    """Store one prompt per person and chat, until it is answered or replaced."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def keep(self, chat_id: int, user_id: int, prompt: Prompt, *, at: datetime) -> None:
        """Remember what a person was asked for."""
        row = {"chat_id": chat_id, "user_id": user_id, **prompt.model_dump(), "asked_at": moment(at)}
        with self._state.refusing():
            self._state.database.table("prompts").upsert(row, pk=("chat_id", "user_id"))

    def prompt(self, chat_id: int, user_id: int, *, since: datetime) -> Prompt | None:
        """Return what a person was asked for, unless that was before `since`."""
        values = {"chat_id": chat_id, "user_id": user_id, "since": moment(since)}
        with self._state.refusing():
            found = self._state.database.execute(
                "SELECT command, words FROM prompts "
                "WHERE chat_id = :chat_id AND user_id = :user_id AND asked_at >= :since",
                values,
            ).fetchone()
        return Prompt(command=found[0], words=found[1]) if found else None

    def drop(self, chat_id: int, user_id: int) -> None:
        """Forget what a person was asked for."""
        with self._state.refusing():
            self._state.database.table("prompts").delete_where(
                _HERE, {"chat_id": chat_id, "user_id": user_id}
            )
