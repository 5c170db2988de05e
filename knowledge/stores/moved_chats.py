"""Move the data of a group that becomes a supergroup, and so gets another id, in state.db."""

from knowledge.stores.state_store import StateStore


class MovedChats:
    """Move the data of a chat to another."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def move(self, old: int, new: int) -> None:
        """Move all rows of a chat, in any table; rows that the new chat already has stay."""
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
