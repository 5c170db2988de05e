"""/estado: the state of the bot: acts, commitments, questions, speed, backups and disk."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib.metadata import version

from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.tracking.lost import lost_button
from handlers.markup import bold, escape
from handlers.messages import Message
from handlers.replying.replies import reply
from handlers.services import Services
from knowledge.stores.misses import Counts, Fate, MissStore
from knowledge.values.base import Value
from knowledge.values.notices import mark
from knowledge.values.tracking import Fulfilment, keyed

WEEK = 7
_PROGRAM = "acuerdos"
_TITLE = mark("Estado del bot")
_ACTS = mark("Actas: {acts} · disposiciones: {provisions}")
_COMMITMENTS = mark("Compromisos cumplidos: {done} · en curso: {in_progress} · pendientes: {open}")
_LOST = mark("Anotados sin su compromiso en las actas: {number}")
_TODAY = mark("Preguntas de hoy: {number}")
_LAST_WEEK = mark("De los últimos 7 días: {number}, {share} % contestadas; 👍 {liked} · 👎 {disliked}")
_SPEED = mark("95 de cada 100 respuestas tardan a lo sumo {milliseconds} ms")
_WAITING = mark("Preguntas por revisar: {number} (/preguntas)")
_BACKUP = mark("Última copia de seguridad: {day}")
_NO_BACKUP = mark("Todavía no hay copias de seguridad: /respaldo hace una")
_RUNNING = mark("Versión {version}, en marcha desde el {day}")
_VERSION = mark("Versión {version}")
_DISK = mark("Espacio libre en el disco: {gigabytes} GB")


class Condition(Value):
    """The state of the bot; `started_at` is None if it is determined by another process.

    `lost` counts the marked commitments that no act has any more.
    """

    acts: int
    provisions: int
    commitments: dict[Fulfilment, int]
    lost: int
    today: Counts
    week: Counts
    kept_questions: int
    version: str
    started_at: datetime | None
    last_backup: datetime | None
    free_bytes: int


def condition_of(services: Services, *, started_at: datetime | None) -> Condition:
    """Determine the state of the bot."""
    today, misses = services.today(), MissStore(services.state)
    states: Counter[Fulfilment] = Counter()
    provisions = 0
    statuses = services.base.tracker.statuses
    for document in services.base.documents():
        act = services.base.act(document.slug)
        provisions += len(act.provisions)
        for key, _ in keyed(act.slug, act.commitments):
            tracked = statuses.tracked.get(key)
            states[tracked.fulfilment if tracked else Fulfilment.OPEN] += 1
    newest = next(iter(services.backups.listed()), None)
    return Condition(
        acts=len(services.base.documents()),
        provisions=provisions,
        commitments={each: states[each] for each in Fulfilment},
        lost=len({each.key for each in statuses.lost}),
        today=misses.counts(today, today),
        week=misses.counts(_first_day(today), today),
        kept_questions=len(misses.kept()),
        version=version(_PROGRAM),
        started_at=services.here(started_at) if started_at else None,
        last_backup=services.here(newest.made_at) if newest else None,
        free_bytes=services.free_bytes(),
    )


async def show_condition(update: Update, context: Context) -> None:
    """Show an officer the state of the bot."""
    catalogue = catalogue_for(update, context)
    condition = condition_of(context.services, started_at=context.services.started_at)
    title, *lines = describe(condition, catalogue)
    buttons = ((lost_button(catalogue),),) if condition.lost else ()
    await reply(message_in(update), [Message("\n".join([bold(title), *map(escape, lines)]), buttons)])


def describe(condition: Condition, catalogue: Catalogue) -> Iterator[str]:
    """Describe the state of the bot, yielding a line at a time."""
    yield catalogue.text(_TITLE)
    yield catalogue.text(_ACTS, acts=condition.acts, provisions=condition.provisions)
    states = {each.value: number for each, number in condition.commitments.items()}
    yield catalogue.text(_COMMITMENTS, **states)
    if condition.lost:
        yield catalogue.text(_LOST, number=condition.lost)
    yield catalogue.text(_TODAY, number=condition.today.asked)
    week = condition.week
    if week.asked:
        yield catalogue.text(
            _LAST_WEEK,
            number=week.asked,
            share=round(100 * week.by_fate.get(Fate.ANSWERED, 0) / week.asked),
            liked=week.by_fate.get(Fate.LIKED, 0),
            disliked=week.by_fate.get(Fate.DISLIKED, 0),
        )
    if week.p95 is not None:
        yield catalogue.text(_SPEED, milliseconds=week.p95)
    if condition.kept_questions:
        yield catalogue.text(_WAITING, number=condition.kept_questions)
    copied = condition.last_backup
    yield catalogue.text(_BACKUP, day=copied.date()) if copied else catalogue.text(_NO_BACKUP)
    if condition.started_at:
        yield catalogue.text(_RUNNING, version=condition.version, day=condition.started_at.date())
    else:
        yield catalogue.text(_VERSION, version=condition.version)
    yield catalogue.text(_DISK, gigabytes=condition.free_bytes // 10**9)


def _first_day(today: date) -> date:
    return today - timedelta(days=WEEK - 1)
