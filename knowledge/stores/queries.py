"""Build the queries for listings of commitments, events and provisions in knowledge.db."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from knowledge.stores.order import STARTED, Order
from knowledge.values.acts import Role
from knowledge.values.questions import Period

_OF_ACTS = "document IN (SELECT id FROM documents WHERE slug IN (SELECT value FROM json_each(:acts)))"
_OF_PARTIES = (
    "JOIN (SELECT commitment, min(key) AS place FROM json_each(:parties) JOIN responsible ON party = value "
    "GROUP BY commitment) ON commitment = id"
)
_FIRST_DAY = "coalesce(starts_on, ends_on)"
_LAST_DAY = "coalesce(ends_on, starts_on)"
_IN_PERIOD = f"(precision != 'year' OR ({_FIRST_DAY} >= :start AND {_LAST_DAY} <= :end))"
"""An event known only by its year isn't in one of that year's months."""

_ORGANIZED = (
    "EXISTS (SELECT 1 FROM json_each(organizers) AS organizer JOIN json_each(:parties) AS party "
    "ON organizer.value = party.value)"
)


class Query(NamedTuple):
    """A query for the rows of a table, possibly joined with others, that fulfil a condition, in an order."""

    table: str
    where: str
    values: dict[str, str]
    order_by: str


def of_commitments(
    *,
    parties: Sequence[str],
    period: Period | None,
    dated: bool | None,
    acts: Sequence[str] | None,
    among: Sequence[int] | None,
    without: Sequence[int],
    order: Order,
) -> Query:
    """Build the query of `KnowledgeStore.commitments`."""
    conditions = ["TRUE"]
    if dated:
        conditions.append("deadline_text > '' AND deadline_end IS NOT NULL")
    elif dated is False:
        conditions.append("deadline_end IS NULL")
    if period is not None:
        conditions.append("deadline_end BETWEEN :start AND :end")
    if acts is not None:
        conditions.append(_OF_ACTS)
    if among is not None:
        conditions.append("id IN (SELECT value FROM json_each(:among))")
    if without:
        conditions.append("id NOT IN (SELECT value FROM json_each(:without))")
    return Query(
        f"commitments {_OF_PARTIES}" if parties else "commitments",
        " AND ".join(conditions),
        {
            "parties": json.dumps(parties),
            "acts": json.dumps(acts),
            "among": json.dumps(among),
            "without": json.dumps(without),
            **_bounds(period),
        },
        order.by("deadline_end", "place" if parties else "NULL"),
    )


def of_roles(party: str, role: Role, acts: Sequence[str] | None) -> Query:
    """Build the query of `KnowledgeStore.provisions_naming`."""
    conditions = ["id IN (SELECT provision FROM roles WHERE party = :party AND role = :role)"]
    if role is not Role.ABSENT:
        conditions.append("reference != 'ENC'")  # which names whoever came
    if acts is not None:
        conditions.append(_OF_ACTS)
    return Query(
        "provisions",
        " AND ".join(conditions),
        {"party": party, "role": role.value, "acts": json.dumps(acts)},
        f"{STARTED} DESC, document, position",
    )


def of_events(
    *,
    parties: Sequence[str],
    period: Period | None,
    ending: Period | None,
    dated: bool | None,
    acts: Sequence[str] | None,
    places: Sequence[str] | None,
    order: Order,
) -> Query:
    """Build the query of `KnowledgeStore.events`."""
    conditions = ["TRUE"]
    if dated is not None:
        conditions.append(f"{_FIRST_DAY} IS {'NOT ' if dated else ''}NULL")
    if period is not None:
        conditions.append(f"{_LAST_DAY} >= :start AND {_FIRST_DAY} <= :end AND {_IN_PERIOD}")
    if ending is not None:
        conditions.append(f"{_LAST_DAY} BETWEEN :ends_from AND :ends_by")
    if acts is not None:
        conditions.append(_OF_ACTS)
    if places is not None:
        conditions.append("place IN (SELECT value FROM json_each(:places))")
    if parties:
        conditions.append(_ORGANIZED)
    ends = _bounds(ending)
    values = {
        "parties": json.dumps(parties),
        "acts": json.dumps(acts),
        "places": json.dumps(places),
        "ends_from": ends["start"],
        "ends_by": ends["end"],
        **_bounds(period),
    }
    # Events known only by their year come last in it, not first.
    return Query("events", " AND ".join(conditions), values, order.by(_LAST_DAY, _FIRST_DAY))


def _bounds(period: Period | None) -> dict[str, str]:
    period = period or Period()
    return {
        "start": (period.start or date.min).isoformat(),
        "end": (period.end or date.max).isoformat(),
    }
