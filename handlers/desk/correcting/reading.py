"""Parse corrections: «16a plazo 2017-07-31», or a single value typed in the dialogue."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from handlers.services import Services
from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.reading.correcting import ReviewEdit
from knowledge.reading.reviews import CommitmentReview
from knowledge.tracking.correctable import Correctable
from knowledge.values.acts import Commitment, CommitmentKind, Deadline, Precision
from knowledge.values.answers import Citation
from knowledge.values.notices import Notice, echo, mark, notice
from knowledge.values.references import Reference
from knowledge.values.tracking import keyed

_FIELD = re.compile(
    r"(?P<which>.+?)\s+(?:(?P<due>plazo|fecha|deadline|due)|(?P<who>responsables?|responsible)"
    r"|(?P<kind>tipo|kind)|(?P<none>no es (?:un )?compromiso|not a commitment|no))\b\s*[:=]?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_NO_DEADLINE = frozenset({"ninguno", "sin plazo", "none", "no", "sin fecha", "no deadline"})
_KINDS = {
    "obligacion": CommitmentKind.OBLIGATION,
    "invitacion": CommitmentKind.INVITATION,
    "evento": CommitmentKind.EVENT,
    "aprobacion": CommitmentKind.APPROVAL,
    "seguimiento": CommitmentKind.FOLLOW_UP,
    **{each.value.replace("_", " "): each for each in CommitmentKind},
}
NO_PROVISION = mark("No sé qué disposición es «{words}». Escríbala así: /corregir 16a")
"""The reply to words that don't begin with a provision."""

_SEVERAL = mark("Hay varios compromisos así; escriba también la reunión: {provisions}")
_NO_DATE = mark("No entiendo la fecha «{words}»; escríbala como 2017-07-31, o «sin plazo».")
_TOO_EARLY = mark("El {day} es anterior a la reunión; escriba también el año.")
_NO_PARTY = mark("No entiendo quién es «{words}».")
_NO_KIND = mark("No hay un tipo «{words}»: obligación, invitación, evento, aprobación o seguimiento.")
_NOT_THERE = mark("La disposición no dice «{words}»; cópielo del acta, por favor.")
_READ = mark("De «{words}» ya se leyó un compromiso; corrija ese.")
_LONGEST = 200

ReadValue = Callable[[str, Services, Correctable], dict[str, object] | Notice]
"""Parses a typed value for a provision into the fields it decides, or returns why it isn't understood."""


class Asked(NamedTuple):
    """A correction, with the commitment to correct and its provision."""

    target: Correctable
    commitment: Commitment
    correction: CommitmentReview

    @property
    def slug(self) -> str:
        """The act."""
        return self.target.citation.document

    @property
    def edit(self) -> ReviewEdit:
        """The edit of the act's review file."""
        return ReviewEdit(
            reference=self.correction.reference, correction=self.correction, seen=self.target.seen
        )


class Several(NamedTuple):
    """The provisions whose commitments may be meant: in several acts, or one with several commitments."""

    cited: tuple[Citation, ...]

    @property
    def notice(self) -> Notice:
        """Ask for a more precise name, where no dialogue is possible."""
        return notice(_SEVERAL, provisions=", ".join(each.key for each in self.cited)[:_LONGEST])


def names_a_field(words: str) -> bool:
    """Tell whether words name a field to correct, and not only a provision."""
    return _FIELD.fullmatch(words.strip()) is not None


def read_correction(services: Services, words: str) -> Asked | Several | Notice:
    """Parse a correction: «16a plazo 2017-07-31»; return a notice if it isn't understood.

    Raises:
        LookupError: the words name no field; see `names_a_field`.
    """
    match = _FIELD.fullmatch(words.strip())
    if match is None:
        raise LookupError(words)
    found = services.base.markable.find(match["which"], today=services.today())
    if isinstance(found, Notice):
        return found
    if len(found.candidates) > 1:
        return Several(tuple(dict.fromkeys(each.citation for each in found.candidates)))
    key = found.candidates[0].key
    act = services.base.act(key.document)
    commitment = dict(keyed(act.slug, act.commitments))[key]
    target = _correctable(services, key.document, key.reference)
    decided = _decided(services, match, target)
    if isinstance(decided, Notice):
        return decided
    return Asked(target, commitment, correction_of(commitment).model_copy(update=decided))


def read_provision(services: Services, words: str, quoted: str = "") -> Correctable | Notice:
    """Return the provision meant, of several the one with the `quoted` words; or why it is unclear."""
    found = services.base.correctable.find(words, today=services.today())
    if found is None:
        return notice(NO_PROVISION, words=echo(words))
    if isinstance(found, Notice):
        return found
    meant = [_correctable(services, each.document, each.reference) for each in found]
    saying = [each for each in meant if quoted and each.passage(quoted)]
    meant = saying or meant
    if len(meant) > 1:
        return Several(tuple(each.citation for each in meant)).notice
    return meant[0]


def read_missing(
    services: Services, which: str, words: str, typed: Iterable[tuple[ReadValue, str]]
) -> tuple[Correctable, ReviewEdit] | Notice:
    """Parse a missing commitment: its words in the act, and the `typed` values.

    Unless typed, nobody is responsible, and there is no deadline.
    """
    target = read_provision(services, which, quoted=_unquoted(words))
    if isinstance(target, Notice):
        return target
    decided: dict[str, object] = {"responsible": (), "deadline": Deadline()}
    for read, value in ((read_passage, words), *typed):
        found = read(value, services, target)
        if isinstance(found, Notice):
            return found
        decided |= found
    reference = target.citation.reference
    correction = CommitmentReview.model_validate({"reference": reference, **decided})
    return target, ReviewEdit(reference=reference, correction=correction, seen=target.seen)


def _correctable(services: Services, document: str, reference: Reference) -> Correctable:
    target = services.base.correctable.of(document, reference)
    if target is None:
        raise KeyError(reference)
    return target


def correction_of(commitment: Commitment) -> CommitmentReview:
    """Return an empty correction of a commitment."""
    return CommitmentReview(reference=commitment.reference, quote=" ".join(commitment.quote.split()))


def read_parties(words: str, services: Services, _: Correctable) -> dict[str, object] | Notice:
    """Read who is responsible."""
    named = tuple(dict.fromkeys(each.name for each in services.base.register.find(words, spoken=True)))
    return {"responsible": named} if named else notice(_NO_PARTY, words=echo(words))


def read_kind(words: str, _: Services, __: Correctable) -> dict[str, object] | Notice:
    """Parse the kind of commitment."""
    kind = _KINDS.get(fold(words.strip()))
    return {"kind": kind} if kind else notice(_NO_KIND, words=echo(words))


def read_deadline(words: str, services: Services, target: Correctable) -> dict[str, object] | Notice:
    """Parse a deadline; a day without a year is the next such day after the meeting."""
    if fold(words.strip()) in _NO_DEADLINE:
        return {"deadline": Deadline()}
    start = target.citation.meeting.start
    day = _day(words.strip(), start or services.today())
    if day is None:
        return notice(_NO_DATE, words=echo(words))
    if start and day < start:
        return notice(_TOO_EARLY, day=day)
    return {"deadline": Deadline(end=day, precision=Precision.DAY)}


def read_passage(words: str, _: Services, target: Correctable) -> dict[str, object] | Notice:
    """Parse the words of a provision that make a missing commitment."""
    passage = target.passage(_unquoted(words))
    if passage is None:
        return notice(_NOT_THERE, words=echo(words))
    if target.is_read(passage):
        return notice(_READ, words=echo(words))
    return binding(passage)


def binding(passage: str) -> dict[str, object]:
    """Return the fields of a commitment made by a passage."""
    quote = " ".join(passage.split())
    return {"quote": quote, "action": quote.rstrip(" .;:,") or quote}


def _unquoted(words: str) -> str:
    return words.strip(" «»\"“”'")


def _decided(services: Services, match: re.Match[str], target: Correctable) -> dict[str, object] | Notice:
    if match["none"]:
        return {"binds": False}
    named: Sequence[tuple[str, ReadValue]] = (
        ("kind", read_kind),
        ("who", read_parties),
        ("due", read_deadline),
    )
    read = next(read for group, read in named if match[group])
    return read(match["value"], services, target)


def _day(words: str, present: date) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        mentions = find_dates(words)
        if len(mentions) != 1 or mentions[0].several or mentions[0].unit is not Precision.DAY:
            return None
        days = mentions[0].days(present)
        return days.last if days else None
