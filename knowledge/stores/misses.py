"""Questions that weren't answered well: kept with consent, for thirty days, without who asked."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value

KEPT = timedelta(days=30)
"""How long the words of a question are kept."""

WAITING = timedelta(minutes=10)
"""How long they wait for consent."""

_BUCKETS = (5, 10, 20, 30, 50, 75, 100, 150, 250, 500, 1000, 2500, 5000, 10_000)
"""Upper bounds, in milliseconds, of the buckets for answer times."""


class Fate(StrEnum):
    """What became of a question; the first two are outcomes, the others people's judgements."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    LIKED = "liked"
    DISLIKED = "disliked"


class Miss(Value):
    """The words of a question that wasn't answered, or not as its asker wanted."""

    text: str
    language: str
    fate: Fate


class KeptMiss(Miss):
    """A miss as it is kept, with its number and time."""

    id: int
    kept_at: datetime


class Counts(Value):
    """Questions by their fate, and the 95th percentile of answer times, if known."""

    by_fate: dict[Fate, int]
    days: int
    p95: int | None = None

    @property
    def asked(self) -> int:
        """How many questions there were."""
        return self.by_fate.get(Fate.ANSWERED, 0) + self.by_fate.get(Fate.UNANSWERED, 0)


class MissStore:
    """Count questions, and keep the words of those whose askers agree."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def count(self, fate: Fate, day: date, milliseconds: int | None = None) -> None:
        """Count a question, and how long its answer took."""
        with self._state.refusing(), self._state.database.atomic():
            self._add("question_counts", "fate", day, fate.value)
            if milliseconds is not None:
                bucket = next((each for each in _BUCKETS if milliseconds <= each), _BUCKETS[-1])
                self._add("answer_times", "milliseconds", day, bucket)

    def counts(self, since: date, until: date) -> Counts:
        """Sum up the questions of some days, both included."""
        days = {"since": since.isoformat(), "until": until.isoformat()}
        with self._state.refusing():
            fates = self._state.database.query(
                "SELECT fate, SUM(count) AS count FROM question_counts"
                " WHERE day BETWEEN :since AND :until GROUP BY fate",
                days,
            )
            by_fate = {Fate(row["fate"]): row["count"] for row in fates}
            times = self._state.database.query(
                "SELECT milliseconds, SUM(count) AS count FROM answer_times"
                " WHERE day BETWEEN :since AND :until GROUP BY milliseconds ORDER BY milliseconds",
                days,
            )
            p95 = _percentile([(row["milliseconds"], row["count"]) for row in times])
        return Counts(by_fate=by_fate, days=(until - since).days + 1, p95=p95)

    def consent(self, user_id: int) -> bool | None:
        """Return whether a person lets their questions be kept; None if they haven't said."""
        with self._state.refusing():
            row = next(self._state.database.table("consents").rows_where("user_id = ?", [user_id]), None)
        return bool(row["keeps"]) if row else None

    def choose(self, user_id: int, *, keeps: bool) -> None:
        """Remember whether a person lets their questions be kept."""
        with self._state.refusing():
            self._state.database.table("consents").upsert(
                {"user_id": user_id, "keeps": int(keeps)}, pk="user_id"
            )

    def wait(self, user_id: int, miss: Miss, *, at: datetime) -> None:
        """Hold a person's last miss until they say whether it may be kept."""
        row = {"user_id": user_id, **miss.model_dump(mode="json"), "kept_at": moment(at)}
        with self._state.refusing():
            self._state.database.table("waiting_misses").upsert(row, pk="user_id")

    def take_waiting(self, user_id: int, *, since: datetime) -> Miss | None:
        """Return a person's miss if it has been waiting since `since` or later, and stop holding it."""
        with self._state.refusing():
            found = self._state.database.table("waiting_misses").rows_where(
                "user_id = ? AND kept_at >= ?", [user_id, moment(since)], select="text, language, fate"
            )
            row = next(found, None)
            self._state.database.table("waiting_misses").delete_where("user_id = ?", [user_id])
        return Miss.model_validate(row) if row else None

    def keep(self, miss: Miss, *, at: datetime) -> None:
        """Keep the words of a question, without who asked it."""
        with self._state.refusing():
            self._state.database.table("misses").insert(
                {**miss.model_dump(mode="json"), "kept_at": moment(at)}
            )

    def kept(self) -> tuple[KeptMiss, ...]:
        """List the kept misses, newest first."""
        with self._state.refusing():
            rows = self._state.database.table("misses").rows_where(order_by="id DESC")
            return tuple(KeptMiss.model_validate(row) for row in rows)

    def discard(self, ids: tuple[int, ...]) -> None:
        """Delete misses that were dealt with."""
        with self._state.refusing(), self._state.database.atomic():
            for each in ids:
                self._state.database.execute("DELETE FROM misses WHERE id = ?", [each])

    def _add(self, table: str, column: str, day: date, value: str | int) -> None:
        self._state.database.execute(
            f"INSERT INTO {table} (day, {column}, count) VALUES (?, ?, 1)"  # noqa: S608  our own names
            f" ON CONFLICT (day, {column}) DO UPDATE SET count = count + 1",
            [day.isoformat(), value],
        )


def _percentile(counted: list[tuple[int, int]]) -> int | None:
    """Return the bucket of the 95th percentile."""
    total, seen = sum(count for _, count in counted), 0
    for bucket, count in counted:
        seen += count
        if seen * 100 >= total * 95:
            return bucket
    return None
