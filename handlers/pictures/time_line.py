"""The time line of a picture: the nearest deadlines and events, one below the other, and today's mark."""

from handlers.catalogue import Catalogue
from handlers.pictures.figures import Figures, Moment, Subject
from handlers.pictures.paper import MARGIN, MUTED, TEXT, WIDTH, Paper, cut, width_of
from handlers.pictures.scale import draw_scale
from handlers.pictures.signs import EVENT, SIGNS
from handlers.pictures.wording import DEDUCED, today_is, what, when, where, who
from knowledge.values.notices import mark
from knowledge.values.tracking import Standing

_RAIL, _WORDS = MARGIN + 9, MARGIN + 28
_ENTRY, _NOTE = 37, 20
_BIG, _SMALL, _LETTER = 12, 11, 10
_RADIUS = 8
_EARLIER, _LATER = mark("{number} antes"), mark("{number} después")
_DEDUCED = mark("{sign} El acta no dice el año o el día: se dedujo.")


def draw_time_line(paper: Paper, top: float, figures: Figures, catalogue: Catalogue) -> float:
    """Draw the deadlines and events; return the lower edge."""
    moments, shown = figures.moments, figures.nearest
    if len(moments) > len(shown):
        top = draw_scale(paper, top, figures, catalogue)
    begun, y = top, top
    before, after = shown.start, len(moments) - shown.stop
    is_passed = False
    if before:
        y = _note(paper, y, catalogue.text(_EARLIER, number=before))
    for each in figures.listed:
        if not is_passed and not each.is_over(figures.today):
            is_passed, y = True, _today(paper, y, figures, catalogue)
        y = _entry(paper, y, each, figures.subject, catalogue)
    if after:
        y = _note(paper, y, catalogue.text(_LATER, number=after))
    if not is_passed:
        y = _today(paper, y, figures, catalogue)
    paper.line((_RAIL, begun), (_RAIL, y))
    if any(when(each, catalogue).endswith(DEDUCED) for each in figures.listed):
        paper.write(_WORDS, y + 12, catalogue.text(_DEDUCED, sign=DEDUCED), 9.5, color=MUTED)
        y += _NOTE
    return y


def _entry(paper: Paper, top: float, moment: Moment, subject: Subject, catalogue: Catalogue) -> float:
    middle, right = top + _ENTRY / 2 - 1, WIDTH - MARGIN
    sign = EVENT if moment.is_event else SIGNS[moment.standing or Standing.OPEN]
    if moment.is_event:
        paper.diamond(_RAIL, middle, _RADIUS + 1, sign.color)
    else:
        paper.dot(_RAIL, middle, _RADIUS, sign.color)
    if not moment.is_event or moment.standing is Standing.DONE:
        paper.stamp(_RAIL, middle, SIGNS[moment.standing or Standing.OPEN].letter, _LETTER)
    day = when(moment, catalogue)
    named = who(moment, catalogue)
    opening = cut(f"{day} · {named}" if named else day, right - _WORDS, _BIG, bold=True)
    paper.write(_WORDS, top + 14, opening, _BIG, bold=True)
    cited = where(moment, subject)
    room = right - _WORDS - width_of(f"  {cited}", _SMALL)
    paper.write(_WORDS, top + 29, cut(what(moment), room, _SMALL), _SMALL, color=TEXT)
    paper.write(right, top + 29, cited, _SMALL, color=MUTED, align="right")
    return top + _ENTRY


def _note(paper: Paper, top: float, text: str) -> float:
    paper.write(_WORDS, top + 13, text, _SMALL, color=MUTED)
    return top + _NOTE


def _today(paper: Paper, top: float, figures: Figures, catalogue: Catalogue) -> float:
    label = today_is(figures, catalogue)
    paper.write(_WORDS, top + 13, label, _SMALL, color=TEXT, bold=True)
    begins = _WORDS + width_of(label, _SMALL, bold=True) + 8
    paper.line((begins, top + 9), (WIDTH - MARGIN, top + 9), TEXT, dashed=True)
    paper.dot(_RAIL, top + 9, 3, TEXT)
    return top + _NOTE
