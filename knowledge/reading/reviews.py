"""A person's corrections to an act: they override what was read; those that can't apply become warnings."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Protocol

from pydantic import BeforeValidator, Field

from knowledge.language.datafiles import load_yaml
from knowledge.reading.statements.corrections import restated
from knowledge.values.acts import Act, Commitment, CommitmentKind, Deadline, Meeting, Precision
from knowledge.values.base import Span, Value
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference

SUFFIX = ".review.yaml"
PAGE_SUFFIX = ".review.html"
"""Suffix of the page that shows what was read from an act; such a file is no act."""

_FEWEST_WORDS = 8
_ALL = ("responsible", "recipient", "supporters", "action", "kind", "deadline")


def _reference(written: object) -> object:
    return Reference.parse(written) if isinstance(written, str) else written


def _deadline(written: object) -> object:
    """Read «none», a day, or the fields of a deadline."""
    if written == "none":
        return Deadline()
    if isinstance(written, str):
        return Deadline(end=date.fromisoformat(written), precision=Precision.DAY)
    return written


class CommitmentReview(Value):
    """A person's decision on one commitment, identified by its reference and first words.

    Fields that are None stay as read. With `binds` False it is no commitment. A quotation that matches no
    commitment adds one, and needs an action.
    """

    reference: Annotated[Reference, BeforeValidator(_reference)]
    quote: str = Field(min_length=1)
    responsible: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    supporters: tuple[str, ...] | None = None
    action: str | None = None
    kind: CommitmentKind | None = None
    deadline: Annotated[Deadline | None, BeforeValidator(_deadline)] = None
    binds: bool = True

    @property
    def decided(self) -> dict[str, object]:
        """The fields that a person filled in."""
        return {name: getattr(self, name) for name in _ALL if getattr(self, name) is not None}


class MeetingReview(Value):
    """A person's decision on the meeting; fields that are None stay as read."""

    body: str | None = None
    title: str | None = None
    city: str | None = None
    country: str | None = None
    start: date | None = None
    end: date | None = None
    participants: tuple[str, ...] | None = None
    absent_members: tuple[str, ...] | None = None


class Review(Value):
    """Contents of a review file; the draft that `draft_review` writes explains them in Spanish."""

    meeting: MeetingReview = MeetingReview()
    commitments: tuple[CommitmentReview, ...] = ()


class Named(Protocol):
    """An act, or a store's record of one: its slug and its file name."""

    @property
    def slug(self) -> str:
        """The act's slug."""

    @property
    def source(self) -> str:
        """The name of the act's file."""


def review_beside(act: Named, folder: Path) -> Path | None:
    """Return the review file of an act in a folder, by the act's slug or its file's name, or None."""
    paths = (folder / f"{name}{SUFFIX}" for name in (act.slug, Path(act.source).stem))
    return next((path for path in paths if path.is_file()), None)


def reviewed(act: Act, folder: Path) -> Act:
    """Apply an act's review file in a folder, if any; raise FaultyData on a mistake in it."""
    path = review_beside(act, folder)
    return apply_review(act, path) if path else act


def apply_review(act: Act, path: Path) -> Act:
    """Apply a review file to an act; corrections that no longer match its text become warnings.

    Raises:
        FaultyData: the file has a mistake; the error names its line.
    """
    return with_review(act, load_yaml(path, Review), path.name)


def with_review(act: Act, review: Review, file: str) -> Act:
    """Apply a review read from `file` to an act; see `apply_review`."""
    decided = {name: value for name, value in review.meeting if value is not None}
    after: Act = act.model_copy(update={"meeting": Meeting(**(dict(act.meeting) | decided))})
    for correction in review.commitments:
        after = corrected(after, correction, file)
    return after


_GONE = mark("{file}: la corrección de {reference} no coincide con el texto del acta («{quote}»).")
_SEVERAL = mark("{file}: la cita de {reference} vale para varios compromisos («{quote}»); cópiela más larga.")
_NO_ACTION = mark(
    "{file}: en {reference} no se leyó ningún compromiso que empiece por «{quote}»; para añadirlo, escriba "
    "«action»."
)


def corrected(act: Act, review: CommitmentReview, file: str) -> Act:
    """Correct the commitment that the quotation begins, add a new one, or add a warning naming `file`."""
    known = [index for index, each in enumerate(act.commitments) if _is_meant(each, review)]
    if len(known) > 1:
        return _warned(act, review, file, _SEVERAL)
    if known:
        return _replaced(act, known[0], review)
    span = _span(act, review)
    if span is None:
        return _warned(act, review, file, _GONE)
    if review.binds and review.action is None:
        return _warned(act, review, file, _NO_ACTION)
    return _added(act, review, span) if review.binds else act


def _is_meant(commitment: Commitment, review: CommitmentReview) -> bool:
    return commitment.reference == review.reference and begins(review.quote, commitment)


def begins(quote: str, commitment: Commitment) -> bool:
    """Tell whether a commitment's quotation starts with some words, ignoring white space."""
    return _folded(commitment.quote).startswith(_folded(quote))


def _warned(act: Act, review: CommitmentReview, file: str, sentence: str) -> Act:
    warning: Notice = notice(sentence, file=file, reference=review.reference, quote=review.quote[:60])
    return act.model_copy(update={"warnings": (*act.warnings, warning)})


def _replaced(act: Act, index: int, review: CommitmentReview) -> Act:
    before = act.commitments[index]
    after = _decided(before, review) if review.binds else None
    commitments = (*act.commitments[:index], *((after,) if after else ()), *act.commitments[index + 1 :])
    changed: dict[str, object] = {
        "commitments": commitments,
        "statements": restated(act.statements, before, after),
    }
    if after is None:
        changed["provisions"] = tuple(
            each.model_copy(update={"reviewed": ("binds",)}) if each.reference == before.reference else each
            for each in act.provisions
        )
    return act.model_copy(update=changed)


def _decided(commitment: Commitment, review: CommitmentReview) -> Commitment:
    decided = review.decided
    inferred = tuple(each for each in commitment.inferred if each.split(".")[0] not in decided)
    by_people = tuple(dict.fromkeys((*commitment.reviewed, *decided)))
    return commitment.model_copy(update={**decided, "inferred": inferred, "reviewed": by_people})


def _added(act: Act, review: CommitmentReview, span: Span) -> Act:
    fields: dict[str, Any] = {"kind": CommitmentKind.OBLIGATION, **review.decided}
    reviewed = tuple(review.decided)
    added = Commitment(
        reference=review.reference, quote=span.of(act.text), span=span, reviewed=reviewed, **fields
    )
    order = {provision.reference: index for index, provision in enumerate(act.provisions)}
    commitments = sorted((*act.commitments, added), key=lambda each: order[each.reference])
    statements = restated(act.statements, None, added)
    return act.model_copy(update={"commitments": tuple(commitments), "statements": statements})


def _span(act: Act, review: CommitmentReview) -> Span | None:
    """Find a quotation in its provision, ignoring white space."""
    provision = next((each for each in act.provisions if each.reference == review.reference), None)
    wanted = re.compile(r"\s+".join(map(re.escape, review.quote.split())))
    for own in provision.spans if provision else ():
        match = wanted.search(act.text, own.start, own.end)
        if match:
            return Span(start=match.start(), end=match.end())
    return None


def _folded(text: str) -> str:
    return " ".join(text.split())


_INTRODUCTION = (
    mark("Correcciones del acta {slug}. Lo que se escribe aquí vale más que lo que leyó el programa."),
    mark("Lo leído, coloreado en el acta, se ve en {page} (ábralo en un navegador)."),
    mark("Para corregir un dato, quite el signo # del principio de su línea y escriba el valor correcto."),
    mark("Si algo no es un compromiso, escriba debajo «binds: no». Si no tiene plazo: «deadline: none»."),
    mark("Para añadir un compromiso, copie un bloque, cite las palabras del acta y escriba «action»."),
)


def draft_review(act: Act, *, page: str, say: Callable[[Notice], str] = str) -> str:
    """Write a draft review file for an act: everything that was read, as comments to correct.

    `page` is the name of the page that shows it in the act; `say` words the notices in the reader's language.
    """
    lines = [f"# {say(notice(sentence, slug=act.slug, page=page))}" for sentence in _INTRODUCTION]
    lines += [
        "",
        "# meeting:",
        *(f"#   {line}" for line in _fields(act.meeting, tuple(MeetingReview.model_fields))),
    ]
    lines += ["", "commitments:" if act.commitments else "commitments: []"]
    for commitment in act.commitments:
        lines += [
            f"  - reference: {commitment.reference}",
            f"    quote: {_written(_shortest(commitment, act))}",
            *(f"    # {line}" for line in _fields(commitment, _ALL)),
        ]
    return "\n".join(lines) + "\n"


def _fields(value: Value, names: tuple[str, ...]) -> list[str]:
    written = value.model_dump(mode="json")
    return [f"{name}: {_written(written[name])}" for name in names]


def _written(value: object) -> str:
    """Write a value as JSON, which is valid YAML; a missing deadline as «none»."""
    if value == Deadline().model_dump(mode="json"):
        return "none"
    if isinstance(value, dict):
        value = {name: each for name, each in value.items() if each is not None}
    return json.dumps("" if value is None else value, ensure_ascii=False)


def _shortest(commitment: Commitment, act: Act) -> str:
    """Return the fewest first words of a quotation that tell it from the others in its provision."""
    quote = _folded(commitment.quote).split()
    others = [
        _folded(each.quote)
        for each in act.commitments
        if each is not commitment and each.reference == commitment.reference
    ]
    for count in range(_FEWEST_WORDS, len(quote)):
        short = " ".join(quote[:count])
        if not any(other.startswith(short) for other in others):
            return short
    return " ".join(quote)
