"""Brief answers for groups: the fact, a few words and the citation; the rest is one tap away, in private."""

import re
from textwrap import shorten

from telegram.helpers import create_deep_linked_url

from handlers.answers.findings import with_citation
from handlers.answers.more import AT_ONCE, Shown, keep_for
from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import Catalogue
from handlers.messages import COPY_LIMIT, Button, Keyboard
from handlers.provision_taps import ORIGINAL_TAPS
from handlers.sharing.links import Opened, kept_link
from knowledge.base import KnowledgeBase
from knowledge.values.answers import Answer, Finding
from knowledge.values.notices import mark

QUOTE = 160
"""Characters of a quotation in a group: two or three lines of a phone."""

QUOTE_IN_LIST = 90
"""Characters of a quotation in a list."""


def show_briefly(answer: Answer, renderer: AnswerRenderer, base: KnowledgeBase, bot: str) -> Shown:
    """Render an answer for a group; a button opens all of it in the private chat with `bot`."""
    if answer.card or not answer.findings:
        return Shown(renderer.messages(answer))
    shown = answer.findings if answer.overview else answer.findings[:AT_ONCE]
    length = QUOTE_IN_LIST if answer.overview else QUOTE
    short = answer.model_copy(update={"findings": tuple(_shorten(each, length) for each in shown)})
    surroundings = base.surroundings(answer)
    *before, last = renderer.messages(short, surroundings)
    alone = answer.findings[0] if len(answer.findings) == 1 and not answer.overview else None
    kept = None
    if alone and not alone.opening:
        payload = str(Opened.of(alone.citation))
    else:  # the question decides which facts come first, so a link to the provision alone won't do
        kept = keep_for(answer, renderer.messages(answer, surroundings), base)
        payload = kept_link(kept.token)
    private = Button(
        renderer.catalogue.text(mark("Ver en privado")), url=create_deep_linked_url(bot, payload)
    )
    rows: Keyboard = (*last.buttons, (private,))
    if alone:
        rows = ((private, *_copying(alone, renderer.catalogue)), *_sending_the_act(last.buttons))
    return Shown([*before, last._replace(buttons=rows)], kept)


def _shorten(finding: Finding, length: int) -> Finding:
    quote = shorten(finding.quote, length, placeholder=" …")
    return finding.model_copy(update={"quote": quote})


def _sending_the_act(buttons: Keyboard) -> Keyboard:
    """Return the button that sends the act, if it is among the buttons of a provision."""
    return tuple(
        (button,) for row in buttons for button in row if button.data and re.match(ORIGINAL_TAPS, button.data)
    )


def _copying(finding: Finding, catalogue: Catalogue) -> tuple[Button, ...]:
    """Offer to copy the whole quotation with its citation, if a button can hold it."""
    copied = with_citation(finding.quote, finding, catalogue)
    return (Button(catalogue.text(mark("Copiar cita")), copy=copied),) if len(copied) <= COPY_LIMIT else ()
