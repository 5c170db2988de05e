"""Make up any number of acts out of the words of the shipped one, the same at every run."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from knowledge.values.acts import Act, Provision
from knowledge.values.base import Span

SEED = 2017
CITIES = ("Managua", "Guatemala", "Ottawa", "Belmopán", "San José", "Tegucigalpa", "Panamá", "Cancún")

MONTHS = ("marzo", "julio", "noviembre")
"""The months in which the bodies of a forum meet."""

REPLACED = 0.4
"""Share of the lowercase words that are replaced; names, numbers and dates stay."""

INVENTED = 0.5
"""Share of replacements made of the halves of two words, so that the vocabulary grows as in real texts."""

POOL = 100_000
"""Invented words; the second is half as frequent as the first, the third a third as frequent, and so on."""

_FIRST_DAY = date(1996, 3, 13)
_WORD = re.compile(r"\b[a-záéíóúüñ]{3,}\b")
_GAP = "\n\n"


def make_acts(shipped: Act, provisions: int) -> Iterator[Act]:
    """Yield acts with at least `provisions` in all; the shipped one comes last and is the newest."""
    reword = rewording(shipped.text, random.Random(SEED))  # noqa: S311 - nothing here is a secret
    made = provisions // len(shipped.provisions)
    newest = shipped.meeting.start or date.max
    step = (newest - _FIRST_DAY) / (made + 1)
    for number in range(made):
        yield _reworded(shipped, number, _FIRST_DAY + number * step, reword)
    yield shipped


def make_texts(shipped: str, count: int) -> Iterator[str]:
    """Yield the texts of `count` acts, each of a different month, from the oldest to the newest.

    The text before the conclusions keeps its words and form, as it identifies the meeting.
    """
    reword = rewording(shipped, random.Random(SEED))  # noqa: S311 - nothing here is a secret
    start = shipped.index("CONCLUSIONES")
    year = _FIRST_DAY.year
    for number in range(count):
        month = MONTHS[number % len(MONTHS)]
        text = shipped[:start].replace("junio", month) + reword(shipped[start:])
        yield text.replace("2017", str(year + number // len(MONTHS)))


def rewording(text: str, chance: random.Random) -> Callable[[str], str]:
    """Return a function that replaces some words of a text, drawing on the words of `text`."""
    common: list[str] = _WORD.findall(text)
    words = sorted(set(common))
    invented = [_halves(*chance.choices(words, k=2)) for _ in range(POOL)]
    frequencies = list(accumulate(1 / rank for rank in range(1, POOL + 1)))

    def another(found: re.Match[str]) -> str:
        """Return a common word, an invented one, or the word itself."""
        if chance.random() >= REPLACED:
            return found.group()
        if chance.random() >= INVENTED:
            return chance.choice(common)
        return chance.choices(invented, cum_weights=frequencies)[0]

    return lambda old: _WORD.sub(another, old)


def _halves(head: str, tail: str) -> str:
    return head[: len(head) // 2 + 1] + tail[len(tail) // 2 :]


def _reworded(shipped: Act, number: int, day: date, reword: Callable[[str], str]) -> Act:
    texts = [reword(provision.text) for provision in shipped.provisions]
    provisions = _placed(shipped.provisions, texts)
    own = {provision.reference: provision for provision in provisions}
    city = CITIES[number % len(CITIES)]
    meeting = shipped.meeting.model_copy(update={"city": city, "start": day, "end": day + timedelta(days=1)})
    return shipped.model_copy(
        update={
            "slug": f"grcm-{day:%Y-%m}-{number}",
            "sha256": f"{number:064x}",
            "text": _GAP.join(texts),
            "meeting": meeting,
            "provisions": provisions,
            "commitments": tuple(
                each.model_copy(
                    update={"quote": own[each.reference].text, "span": own[each.reference].spans[0]}
                )
                for each in shipped.commitments
            ),
        }
    )


def _placed(provisions: Sequence[Provision], texts: Sequence[str]) -> tuple[Provision, ...]:
    """Give provisions new texts, one after the other."""
    ends = list(accumulate(len(text) + len(_GAP) for text in texts))
    last = {
        provision.parent or provision.reference: end - len(_GAP)
        for provision, end in zip(provisions, ends, strict=True)
    }
    placed = []
    for provision, text, end in zip(provisions, texts, ends, strict=True):
        span = Span(start=end - len(_GAP) - len(text), end=end - len(_GAP))
        whole = span.model_copy(update={"end": last.get(provision.reference, span.end)})
        placed.append(provision.model_copy(update={"text": text, "spans": (span,), "extent": whole}))
    return tuple(placed)
