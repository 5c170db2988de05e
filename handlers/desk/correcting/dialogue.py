"""The flow of the dialogue: each step is stored, then shown; nothing is corrected yet."""

import asyncio
from collections.abc import Sequence

from telegram import Update

from handlers.context import Context, catalogue_for
from handlers.desk.correcting.reading import binding, correction_of
from handlers.desk.correcting.screens import (
    MAX_OFFERED,
    ask_value,
    ask_which,
    show_change,
    show_commitment,
    show_provision,
    way_back,
)
from handlers.desk.correcting.steps import (
    Ask,
    Buttons,
    CorrectionTap,
    Step,
    Wish,
    changes_between,
    facts,
    keep_step,
)
from handlers.hearing.prompts import wait_for
from handlers.markup import escape
from handlers.messages import Message
from handlers.services import Services
from knowledge.reading.correcting import ReviewEdit, concerns, fingerprint
from knowledge.reading.reviews import CommitmentReview
from knowledge.stores.prompts import Prompt
from knowledge.tracking.correctable import Correctable
from knowledge.values.acts import Commitment, CommitmentKind, Deadline
from knowledge.values.answers import Citation
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark
from knowledge.values.tracking import CommitmentKey

COMMAND = "correct"
"""The command of the dialogue's prompts; their words are the nonce of the waiting step."""

TYPED = frozenset({Ask.WHO, Ask.WHEN, Ask.KIND, Ask.WORDS})
"""Questions that can also be answered in words."""

_GONE = mark("Esa disposición ya no está en las actas cargadas; no se corrigió nada.")
_MEANWHILE = mark("Entretanto cambió lo que se sabe de esta disposición; así está ahora:")
_FIELDS = {Wish.WHO: Ask.WHO, Wish.WHEN: Ask.WHEN, Wish.KIND: Ask.KIND}


class Dialogue:
    """The dialogue with whoever wrote or tapped; each method returns the next message.

    They raise FaultyData if the review file has a mistake, and StoreUnusable if a step cannot be stored.
    """

    def __init__(self, update: Update, context: Context) -> None:
        self._update = update
        self._context = context
        self._catalogue = catalogue_for(update, context)

    @property
    def _services(self) -> Services:
        return self._context.services

    async def begin(self, cited: Sequence[Citation]) -> Message:
        """Open the provision, or ask which of several is meant."""
        if len(cited) == 1:
            return await self.open(cited[0])
        some = tuple(cited[:MAX_OFFERED])
        keys = tuple(str(CommitmentKey(document=each.document, reference=each.reference)) for each in some)
        return ask_which(some, await self._kept(Step(asked=Ask.PROVISION, offered=keys)))

    async def open(self, cited: Citation, note: str = "") -> Message:
        """Show what is known of a provision now, under a note if there is one."""
        target = self._services.base.correctable.of(cited.document, cited.reference)
        if target is None:
            return self._said(_GONE)
        one = len(target.commitments) == 1
        step = Step.of(target, Ask.FIELD if one else Ask.COMMITMENT)
        if one:
            step = step.model_copy(update={"commitment": 0})
        is_corrected = self._is_corrected(target)
        shown = show_provision(target, await self._kept(step), is_corrected=is_corrected)
        return (
            shown._replace(markup=f"{escape(self._catalogue.text(note))}\n\n{shown.markup}")
            if note
            else shown
        )

    async def after(self, step: Step, tap: CorrectionTap) -> Message:
        """Continue from a step as a button asks, unless its provision has changed."""
        if step.asked is Ask.PROVISION:
            return await self._open_offered(step, tap)
        target = self.target(step)
        if target is None:
            return self._said(_GONE)
        if tap.wish is Wish.BACK:
            return await self.open(target.citation)
        if target.seen != step.seen:
            return await self.open(target.citation, _MEANWHILE)
        return await self._go_on(target, step, tap)

    async def _go_on(self, target: Correctable, step: Step, tap: CorrectionTap) -> Message:
        if step.asked in {Ask.FIELD, Ask.COMMITMENT}:
            if tap.wish is Wish.ONE and tap.place < len(target.commitments):
                return await self._show_commitment(target, tap.place)
            return await self._ask_field(target, step, tap.wish)
        decided = _decided(step, tap)
        return await self.decide(target, step, decided) if decided else await self.open(target.citation)

    async def decide(self, target: Correctable, step: Step, decided: dict[str, object]) -> Message:
        """Take a value, then ask for the next one or preview the change."""
        draft = (
            step.draft.model_copy(update=decided)
            if step.draft
            else CommitmentReview.model_validate({"reference": target.citation.reference, **decided})
        )
        is_missing = draft.action is not None
        if is_missing and draft.responsible is None:
            return await self._ask(target, Ask.WHO, draft)
        if is_missing and draft.deadline is None:
            return await self._ask(target, Ask.WHEN, draft)
        return await self.preview(
            target, ReviewEdit(reference=draft.reference, correction=draft, seen=step.seen)
        )

    async def preview(self, target: Correctable, edit: ReviewEdit) -> Message:
        """Show the effect of an edit of the review file, for its author to confirm."""
        slug = target.citation.document
        try:
            after = await asyncio.to_thread(self._services.base.foresee, slug, edit)
        except KnowledgeError as error:
            buttons = await self._kept(Step.of(target, Ask.FIELD))
            return Message(escape(self._catalogue.notice(error.notice)), way_back(buttons))
        before, now = changes_between(target.commitments, after)
        step = Step.of(target, Ask.SURE).model_copy(
            update={
                "edit": edit.model_copy(update={"seen": target.seen, "left": fingerprint(after)}),
                "before": facts(before),
                "after": facts(now),
            }
        )
        return show_change(target, edit, after, await self._kept(step))

    def target(self, step: Step) -> Correctable | None:
        """Return the provision of a step as it is now, or None if it is no longer loaded."""
        if step.reference is None:
            return None
        return self._services.base.correctable.of(step.slug, step.reference)

    async def _open_offered(self, step: Step, tap: CorrectionTap) -> Message:
        offered = step.offered[tap.place : tap.place + 1]
        keys = [CommitmentKey.parse(each) for each in offered]
        found = [self._services.base.correctable.of(each.document, each.reference) for each in keys]
        target = next(iter(found), None)
        return await self.open(target.citation) if target else self._said(_GONE)

    async def _show_commitment(self, target: Correctable, place: int) -> Message:
        commitment = target.commitments[place]
        step = Step.of(target, Ask.FIELD).model_copy(update={"commitment": place})
        is_corrected = self._is_corrected(target, commitment)
        return show_commitment(target, commitment, await self._kept(step), is_corrected=is_corrected)

    async def _ask_field(self, target: Correctable, step: Step, wish: Wish) -> Message:
        """Ask for the value of the chosen field."""
        commitment = None if step.commitment is None else target.commitments[step.commitment]
        if wish is Wish.MISSING:
            return await self._ask_words(target, step)
        if wish is Wish.ORIGINAL:
            only = commitment if len(target.commitments) > 1 else None
            edit = ReviewEdit(reference=target.citation.reference, commitment=only, seen=step.seen)
            return await self.preview(target, edit)
        if commitment is None:
            return await self.open(target.citation)
        if wish in _FIELDS:
            return await self._ask(target, _FIELDS[wish], correction_of(commitment), commitment)
        return await self.decide(
            target, step.model_copy(update={"draft": correction_of(commitment)}), {"binds": False}
        )

    async def _ask_words(self, target: Correctable, step: Step) -> Message:
        passages = target.passages()[:MAX_OFFERED]
        if len(passages) == 1 and not target.commitments:
            return await self.decide(target, step, binding(passages[0]))
        return await self._ask(target, Ask.WORDS, None, offered=passages)

    async def _ask(
        self,
        target: Correctable,
        asked: Ask,
        draft: CommitmentReview | None,
        commitment: Commitment | None = None,
        offered: Sequence[str] = (),
    ) -> Message:
        if asked is Ask.WHO:
            offered = target.parties[: MAX_OFFERED - 1]
        if asked is Ask.KIND:
            offered = [
                each.value for each in CommitmentKind if commitment is None or each is not commitment.kind
            ]
        step = Step.of(target, asked).model_copy(update={"draft": draft, "offered": tuple(offered)})
        buttons = await self._kept(step)
        await wait_for(self._update, self._context, Prompt(command=COMMAND, words=buttons.nonce))
        return ask_value(target, step, buttons)

    def _is_corrected(self, target: Correctable, commitment: Commitment | None = None) -> bool:
        """Tell whether the review file decides anything of a provision, or of one of its commitments."""
        base, cited = self._services.base, target.citation
        document = next(each for each in base.documents() if each.slug == cited.document)
        return any(concerns(each, cited.reference, commitment) for each in base.corrections(document))

    async def _kept(self, step: Step) -> Buttons:
        return Buttons(await keep_step(self._update, self._context, step), self._catalogue)

    def _said(self, msgid: str) -> Message:
        return Message(escape(self._catalogue.text(msgid)))


def _decided(step: Step, tap: CorrectionTap) -> dict[str, object] | None:
    """Return the fields that a tap on an offered value decides, or None if it wasn't offered."""
    match step.asked, tap.wish:
        case Ask.WHO, Wish.NOBODY:
            return {"responsible": ()}
        case Ask.WHEN, Wish.UNDATED:
            return {"deadline": Deadline()}
        case Ask.WHO | Ask.KIND | Ask.WORDS, Wish.ONE if tap.place < len(step.offered):
            chosen = step.offered[tap.place]
            if step.asked is Ask.WORDS:
                return binding(chosen)
            return {"responsible": (chosen,)} if step.asked is Ask.WHO else {"kind": CommitmentKind(chosen)}
    return None
