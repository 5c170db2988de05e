"""The steps of a dialogue, kept in the state so that they survive a restart."""

import json
import re
import secrets
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self

from telegram import Update

from handlers.button_data import read_data
from handlers.catalogue import Catalogue
from handlers.context import Context
from handlers.desk.tracking.keeping import ANSWERABLE, officer
from handlers.messages import Button
from knowledge.reading.correcting import ReviewEdit
from knowledge.reading.reviews import CommitmentReview
from knowledge.stores.drafts import DraftStore
from knowledge.tracking.correctable import Correctable
from knowledge.values.acts import Commitment
from knowledge.values.base import Value
from knowledge.values.references import Reference

CORRECTION = r"^cor2:"
"""Prefix of the data of the dialogue's buttons."""

_FORM = re.compile(r"cor2:(?P<nonce>[\w-]{12}):(?P<wish>[a-z]+)(?P<place>\d{0,2})")
_WORDS = 60


class Ask(StrEnum):
    """What a message of the dialogue asks for."""

    PROVISION = "provision"
    COMMITMENT = "commitment"
    FIELD = "field"
    WHO = "who"
    WHEN = "when"
    KIND = "kind"
    WORDS = "words"
    SURE = "sure"


class Wish(StrEnum):
    """What a button asks for: an offered choice, a field, a removal, or the end of the dialogue."""

    ONE = "one"
    WHO = "who"
    WHEN = "when"
    KIND = "kind"
    NONE = "none"
    MISSING = "missing"
    ORIGINAL = "original"
    NOBODY = "nobody"
    UNDATED = "undated"
    BACK = "back"
    CANCEL = "cancel"
    SAVE = "save"


class Step(Value):
    """What was asked about a provision, as it was read then, and what is decided so far.

    `offered` are the values of the buttons, in order; `draft` is the unfinished correction, and `edit` the
    finished one once it waits to be confirmed, with `before` and `after` for the audit.
    """

    asked: Ask
    slug: str = ""
    reference: Reference | None = None
    seen: str = ""
    offered: tuple[str, ...] = ()
    commitment: int | None = None
    draft: CommitmentReview | None = None
    edit: ReviewEdit | None = None
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, target: Correctable, asked: Ask) -> Self:
        """Return a new step that asks something about a provision."""
        cited = target.citation
        return cls(asked=asked, slug=cited.document, reference=cited.reference, seen=target.seen)


class CorrectionTap(NamedTuple):
    """A tap on a button of the dialogue."""

    nonce: str
    wish: Wish
    place: int = 0

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(match["nonce"], Wish(match["wish"]), int(match["place"] or 0))

    def __str__(self) -> str:
        return f"cor2:{self.nonce}:{self.wish}{self.place or ''}"


class Buttons(NamedTuple):
    """Builds the buttons of one message, in one language."""

    nonce: str
    catalogue: Catalogue

    def button(self, msgid: str, wish: Wish) -> Button:
        """Build a button with a text of the catalogue."""
        return Button(self.catalogue.text(msgid), str(CorrectionTap(self.nonce, wish)))

    def choice(self, place: int, label: str) -> Button:
        """Build the button of an offered choice."""
        return Button(label, str(CorrectionTap(self.nonce, Wish.ONE, place)))


async def keep_step(update: Update, context: Context, step: Step) -> str:
    """Keep a step for as long as its buttons are valid, and return its nonce."""
    nonce, now, user_id = secrets.token_urlsafe(9), context.services.now(), officer(update)
    content = step.model_dump_json()
    await context.services.change(
        lambda state: DraftStore(state).keep_content(
            nonce, user_id, content, at=now, expired=now - ANSWERABLE
        )
    )
    return nonce


def step_of(update: Update, context: Context, nonce: str) -> Step | None:
    """Return a step of this officer, or None if it is too old or somebody else's."""
    services = context.services
    since = services.now() - ANSWERABLE
    content = DraftStore(services.state).content(nonce, officer(update), since=since)
    return Step.model_validate_json(content) if content else None


async def drop_step(context: Context, nonce: str) -> None:
    """Forget a step."""
    await context.services.change(lambda state: DraftStore(state).drop(nonce))


def changes_between(
    before: Iterable[Commitment], after: Iterable[Commitment]
) -> tuple[tuple[Commitment, ...], tuple[Commitment, ...]]:
    """Return a provision's commitments that are removed or changed, and those that replace them."""
    old, new = tuple(before), tuple(after)
    return tuple(each for each in old if each not in new), tuple(each for each in new if each not in old)


def facts(commitments: Iterable[Commitment]) -> str:
    """Write commitments as the audit keeps them."""
    written = [
        {
            "responsible": list(each.responsible),
            "deadline": each.deadline.end.isoformat() if each.deadline.end else each.deadline.text,
            "kind": each.kind.value,
            "quote": " ".join(each.quote.split())[:_WORDS],
        }
        for each in commitments
    ]
    return json.dumps(written, ensure_ascii=False)
