"""Store officers' marks, once, with an audit entry; and drafts that await a choice."""

import json
import secrets
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from telegram import Update

from handlers.context import Context, catalogue_for
from handlers.desk.officers import record
from handlers.desk.tracking.taps import undo_button
from handlers.desk.tracking.words import describe_change, describe_several
from handlers.markup import escape
from handlers.messages import Message
from handlers.services import Services
from knowledge.stores.drafts import Draft, DraftStore
from knowledge.stores.marks import Made, MarkStore
from knowledge.tracking.markable import MOST_TOGETHER
from knowledge.values.notices import mark
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark

ANSWERABLE = timedelta(minutes=10)
"""How long the buttons of a question are valid."""

_GONE = mark("Ese compromiso ya no está en las actas cargadas; no se anotó nada.")
BEFORE = mark("Eso ya se había anotado; no se anotó de nuevo.")
"""The reply if it was already done, e.g. by the first of two taps."""


async def keep_draft(update: Update, context: Context, draft: Draft) -> str:
    """Store a draft for as long as its question can be answered, and return its nonce."""
    nonce, now, user_id = secrets.token_urlsafe(9), context.services.now(), officer(update)
    await context.services.change(
        lambda state: DraftStore(state).keep(nonce, user_id, draft, at=now, expired=now - ANSWERABLE)
    )
    return nonce


async def keep_marks(update: Update, context: Context, marks: Sequence[Mark], nonce: str) -> Message:
    """Make marks together, and describe the change; raise StoreUnusable if they cannot be stored."""
    services, catalogue = context.services, catalogue_for(update, context)
    keys = dict.fromkeys(each.key for each in marks)
    candidates = [found for key in keys if (found := services.base.markable.of_key(key))]
    if len(candidates) < len(keys):
        return Message(escape(catalogue.text(_GONE)))
    user_id, now = officer(update), services.now()
    before = {key: state_of(services, key) for key in keys}
    made = await services.change(lambda state: _make(MarkStore(state), marks, user_id, now, nonce))
    if not made.is_new:
        return Message(escape(catalogue.text(BEFORE)), ((undo_button(made.number, catalogue),),))
    after = {key: state_of(services, key) for key in keys}
    await record(
        update,
        context,
        "track",
        subject_of(keys),
        before=_json(before),
        after=json.dumps({"change": made.number, **json.loads(_json(after))}),
    )
    if len(candidates) == 1:
        states = (*before.values(), *after.values())
        return describe_change(made.number, candidates[0], marks, (states[0], states[1]), catalogue)
    return describe_several(made.number, candidates, marks, catalogue)


def subject_of(keys: Collection[CommitmentKey]) -> str:
    """Return the subject for the audit: the marked commitments, or «csv» if they are many."""
    return ", ".join(map(str, keys)) if len(keys) <= MOST_TOGETHER else "csv"


def state_of(services: Services, key: CommitmentKey) -> Fulfilment:
    """Return the current status of a commitment."""
    tracked = services.base.tracker.statuses.of(key)
    return tracked.fulfilment if tracked else Fulfilment.OPEN


def _make(store: MarkStore, marks: Sequence[Mark], user_id: int, at: datetime, nonce: str) -> Made:
    """Make marks, unless they only repeat the last ones of the same officer."""
    repeated = store.repeated(marks, user_id=user_id)
    return (
        Made(repeated, is_new=False) if repeated else store.make(marks, user_id=user_id, at=at, nonce=nonce)
    )


def officer(update: Update) -> int:
    """Return the id of who wrote or tapped."""
    return update.effective_user.id if update.effective_user else 0


def _json(states: dict[CommitmentKey, Fulfilment]) -> str:
    return json.dumps({str(key): state.value for key, state in states.items()}, ensure_ascii=False)
