"""A group that becomes a supergroup gets another id: all that is kept of it in state.db follows."""

from knowledge.stores.state_store import StateStore


class MovedChats:
    """Move what a state keeps from one chat to another."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def move(self, old: int, new: int) -> None:
        """Move whatever is kept by chat, in whichever table; what the new chat has already stays."""
        database = self._state.database
        with self._state.refusing(), database.atomic():
            for table in database.tables:
                if "chat_id" in table.columns_dict:
                    values = {"old": old, "new": new}
                    database.execute(
                        f'UPDATE OR IGNORE "{table.name}" SET chat_id = :new WHERE chat_id = :old',  # noqa: S608
                        values,
                    )
                    database.execute(f'DELETE FROM "{table.name}" WHERE chat_id = :old', values)  # noqa: S608
