"""acuerdos track: mark the status of a commitment, or list all marks."""

import argparse
import json
import sys
from datetime import date, datetime

from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import status_json
from bot.services import open_services
from handlers.answers.statuses import status
from handlers.catalogue import LANGUAGES, Catalogue
from handlers.desk.tracking.lost import describe_lost
from handlers.desk.tracking.words import STATES
from handlers.services import Services
from knowledge.stores.audit import AuditEntry, AuditTrail
from knowledge.stores.marks import MarkStore
from knowledge.tracking.markable import Candidate, Markable
from knowledge.values.errors import MarkRefused
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.tracking import NOTE_LIMIT, CommitmentKey, Fulfilment

_SEVERAL = mark("Hay varios compromisos así; diga cuál con --act o con su clave: {keys}")
_NO_KEY = mark("Ningún acta cargada tiene el compromiso {key}.")
_NO_PARTY = mark("«{party}» no es de los responsables de {key}.")
_LONG = mark("La nota pasa de {limit} caracteres.")
_AHEAD = mark("El {day} todavía no llega.")
_DONE = mark("{key}: antes {before}; ahora {after}.")
_ACTIONS = {
    "done": Fulfilment.DONE,
    "in_progress": Fulfilment.IN_PROGRESS,
    "reopen": Fulfilment.OPEN,
}


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("track", help="anotar qué se cumplió, o ver lo anotado")
    parser.add_argument("reference", nargs="?", metavar="REF", help="16a, o una clave como ACTA#C16.a")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--done", action="store_true", help="se cumplió")
    action.add_argument("--in-progress", action="store_true", help="está en curso")
    action.add_argument("--reopen", action="store_true", help="sigue pendiente")
    action.add_argument("--list", action="store_true", help="ver todo lo anotado")
    parser.add_argument("--party", metavar="P", help="solo de este responsable")
    parser.add_argument("--note", metavar="N", default="", help="una nota")
    parser.add_argument("--date", metavar="D", type=date.fromisoformat, help="desde cuándo (2017-07-15)")
    parser.add_argument("--act", metavar="SLUG", help="el acta, si varias tienen esa disposición")
    parser.add_argument("--json", action="store_true", help="para otros programas")
    parser.set_defaults(execute=execute, usage_error=parser.error)


def execute(arguments: argparse.Namespace) -> int:
    """Mark a commitment, or list those that are marked."""
    with open_services(settings_of(arguments)) as services:
        catalogue = services.catalogues[LANGUAGES[0]]
        if arguments.list:
            _list(services, catalogue, as_json=arguments.json)
            return 0
        if not arguments.reference:
            arguments.usage_error("REF")
        said = _said(arguments, services)
        fulfilment = next(state for name, state in _ACTIONS.items() if getattr(arguments, name))
        _mark(services, catalogue, said, fulfilment, as_json=arguments.json)
    return 0


def _said(arguments: argparse.Namespace, services: Services) -> Markable:
    """Return the single commitment that is meant, with day and note; raise MarkRefused if it is unclear."""
    day = arguments.date or services.today()
    note = " ".join(arguments.note.split())
    if day > services.today():
        raise MarkRefused(notice(_AHEAD, day=day))
    if len(note) > NOTE_LIMIT:
        raise MarkRefused(notice(_LONG, limit=NOTE_LIMIT))
    candidates = _candidates(arguments, services)
    if len(candidates) > 1:
        keys = ", ".join(str(each.key) for each in candidates)
        raise MarkRefused(notice(_SEVERAL, keys=keys))
    (candidate,) = candidates
    if arguments.party:
        party = services.base.register.closest(arguments.party)
        if party not in candidate.bound:
            raise MarkRefused(notice(_NO_PARTY, party=arguments.party, key=str(candidate.key)))
        candidate = candidate.model_copy(update={"parties": (party,)})
    return Markable(candidates=(candidate,), day=day, note=note)


def _candidates(arguments: argparse.Namespace, services: Services) -> tuple[Candidate, ...]:
    named, markable = arguments.reference, services.base.markable
    if "#" in named:
        try:
            found = markable.of_key(CommitmentKey.parse(named))
        except ValueError:
            found = None
        candidates: tuple[Candidate, ...] = (found,) if found else ()
    else:
        read = markable.find(named, today=services.today())
        if isinstance(read, Notice):
            raise MarkRefused(read)
        candidates = tuple(each for each in read.candidates if arguments.act in {None, each.key.document})
    if not candidates:
        raise MarkRefused(notice(_NO_KEY, key=f"{arguments.act}#{named}" if arguments.act else named))
    return candidates


def _mark(
    services: Services, catalogue: Catalogue, said: Markable, fulfilment: Fulfilment, *, as_json: bool
) -> None:
    (candidate,) = said.candidates
    key, now = candidate.key, services.now()
    before = _state(services, key)
    marks = said.marks(candidate, fulfilment)
    made = services.writer.submit(lambda state: MarkStore(state).make(marks, user_id=0, at=now)).result()
    after = _state(services, key)
    record_change(services, str(key), made.number, before.value, after.value, at=now)
    if as_json:
        told = {"commitment": str(key), "change": made.number, "before": before.value, "after": after.value}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    states = {name: catalogue.text(STATES[state]) for name, state in (("before", before), ("after", after))}
    sys.stdout.write(catalogue.text(_DONE, key=str(key), **states) + "\n")


def record_change(
    services: Services, subject: str, change: int, before: str, after: str, *, at: datetime
) -> None:
    """Record a change made at the command line in the audit, without a user id."""
    entry = AuditEntry(
        at=at,
        user_id=0,
        action="track",
        subject=subject,
        before=json.dumps({subject: before}),
        after=json.dumps({"change": change, subject: after}),
    )
    services.writer.submit(lambda state: AuditTrail(state).record(entry)).result()


def _state(services: Services, key: CommitmentKey) -> Fulfilment:
    tracked = services.base.tracker.statuses.of(key)
    return tracked.fulfilment if tracked else Fulfilment.OPEN


def _list(services: Services, catalogue: Catalogue, *, as_json: bool) -> None:
    statuses = services.base.tracker.statuses
    if as_json:
        told = {
            "commitments": {str(key): status_json(each) for key, each in statuses.tracked.items()},
            "lost": sorted({str(each.key) for each in statuses.lost}),
        }
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return
    lines = [f"{key}: {status(each, catalogue)}" for key, each in statuses.tracked.items()]
    sys.stdout.writelines(f"{line}\n" for line in (*lines, *describe_lost(statuses.lost, catalogue)))
