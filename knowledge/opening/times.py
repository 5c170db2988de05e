"""Judge the times of statements: which an opening may tell, and on which side of the meeting they lie."""

import re
from collections.abc import Sequence

from knowledge.language.dates import find_dates
from knowledge.language.folding import words as words_of
from knowledge.language.lengths import has_length
from knowledge.language.tenses import Tense, tense_of
from knowledge.opening.choice import Case, folded
from knowledge.values.acts import Precision
from knowledge.values.statements import Statement

NO_DAY = frozenset({Precision.RELATIVE, Precision.RECURRING, Precision.ASAP, Precision.NONE})
# Words that point back to a part of the act that the opening doesn't show.
POINTS_BACK = re.compile(
    r"\b(?:dich[oa]s?|[eé]st[aeo]s?(?!\s+(?:acta|reuni[oó]n|documento))|(?:el|la|l[oa]s) mism[oa]s?"
    r"|said|these|those|the same)\b",
    re.IGNORECASE,
)
# A time after a deadline or a past event tells no day: «después del plazo», «luego de que Perú señalara».
_BARE_TERM = re.compile(
    r"^(?:despu[eé]s|luego|after|past)\b[^\d]*\b(?:plazo|t[eé]rmino|deadline|time limit)\b"
    r"|^(?:despu[eé]s|luego) de que\b.*\w(?:ara|iera|aran|ieran)\b",
    re.IGNORECASE,
)


def is_known(case: Case, statement: Statement) -> bool:
    """Tell whether a statement tells only a year, which the question itself names."""
    time, asked = statement.time, words_of(case.question.text)
    return time.end is not None and time.precision is Precision.YEAR and str(time.end.year) in asked


def lasts(statement: Statement) -> bool:
    """Tell whether a statement tells how long: several days, or a length."""
    time = statement.time
    if time.precision is Precision.RECURRING:
        return False  # how often is not how long
    several = time.precision is Precision.DAY and time.start and time.end and time.start < time.end
    return bool(several) or has_length(time.text or "")


def tells_time(statement: Statement) -> bool:
    """Tell whether a statement tells a time that makes sense alone."""
    time = statement.time
    if time.end is None and time.text and _BARE_TERM.search(time.text):
        return False
    return time.end is not None or (time.text is not None and not POINTS_BACK.search(time.text))


def of_tense(case: Case, statements: Sequence[Statement]) -> Sequence[Statement]:
    """Keep the statements whose time is on the side of the meeting asked about.

    A question about the future never gets a past day; one in the past tense keeps all if none fits.
    """
    tense = tense_of(case.question.text)
    if tense is None:
        return statements
    fitting = [each for each in statements if side_of(case, each) in {None, tense}]
    return fitting if fitting or tense is Tense.FUTURE else statements


def side_of(case: Case, statement: Statement) -> Tense | None:
    """Return the side of the meeting on which a statement's day lies, or None if either is unknown."""
    meeting, last = case.finding.citation.meeting.start, statement.time.end
    if meeting is None or last is None or "deadline.year" in statement.inferred:
        return None
    return Tense.FUTURE if last >= meeting else Tense.PAST


def days_of(statement: Statement) -> object:
    """Return a key that is equal for statements of the same time: its days, or else its words."""
    time = statement.time
    return (time.start, time.end) if time.end else folded(time.text or "")


def vagueness(statement: Statement) -> int:
    """Rank the day of a deed before one told in passing, and both before times that name no day."""
    vague = statement.time.end is None or statement.time.precision in {Precision.YEAR, *NO_DAY}
    return 2 if vague else int(statement.role is None)


def is_dated(words: str) -> bool:
    """Tell whether words name a day or a length of time."""
    return bool(find_dates(words)) or has_length(words)
