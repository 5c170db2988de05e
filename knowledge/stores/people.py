"""What people told about themselves, in any chat: the country that they speak for."""

from knowledge.stores.state_store import StateStore

ANY = ""
"""Stored for people who prefer not to name a country, so that nobody is asked twice."""


class PeopleStore:
    """Store each person's country, by its canonical name."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def country(self, user_id: int) -> str | None:
        """Return the country that a person chose: ANY if they prefer none, None if they weren't asked."""
        with self._state.refusing():
            found = self._state.database.table("people").rows_where("user_id = ?", (user_id,))
            row = next(found, None)
        return row["country"] if row else None

    def choose_country(self, user_id: int, country: str) -> None:
        """Remember the country that a person chose, or ANY, replacing the one before."""
        with self._state.refusing():
            self._state.database.table("people").upsert(
                {"user_id": user_id, "country": country}, pk="user_id"
            )

    def forget(self, user_id: int) -> None:
        """Forget what a person told about themselves."""
        with self._state.refusing():
            self._state.database.table("people").delete_where("user_id = ?", (user_id,))
