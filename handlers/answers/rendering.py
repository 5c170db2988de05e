"""Turn an answer into messages: the lead, the findings with their citations, and buttons."""

from collections.abc import Iterator
from datetime import date

from handlers.answers.acts import year_of
from handlers.answers.card_buttons import answer_buttons
from handlers.answers.cards import render_card
from handlers.answers.findings import FindingRenderer
from handlers.catalogue import Catalogue
from handlers.lists.listing import render_listed, render_overview
from handlers.markup import bold, escape, italic, plain
from handlers.messages import Message, fill_messages
from knowledge.values.answers import Answer, Outcome, Surroundings
from knowledge.values.notices import mark

NOWHERE = Surroundings()


class AnswerRenderer:
    """Render answers in one language, as of one day; `several_acts` tells whether more than one is loaded."""

    def __init__(self, catalogue: Catalogue, today: date, *, several_acts: bool = False) -> None:
        self.catalogue = catalogue
        self._today = today
        self._several_acts = several_acts

    def messages(
        self, answer: Answer, surroundings: Surroundings = NOWHERE, *, folded: bool = True
    ) -> list[Message]:
        """Render an answer; the `surroundings` of a single finding determine the buttons under it.

        Quotations are `folded` until the reader asks for the whole text.
        """
        if answer.overview:
            return render_overview(
                answer, answer.overview, self.catalogue, self._today, several_acts=self._several_acts
            )
        if answer.card:
            return render_card(answer, answer.card, self.catalogue, self._today)
        blocks = self._blocks(answer, folded=folded)
        buttons = answer_buttons(answer, surroundings, self.catalogue, several_acts=self._several_acts)
        return fill_messages(blocks, buttons)

    def text(self, answer: Answer) -> str:
        """Render an answer as plain text, the way the chat shows it."""
        return "\n\n".join(plain(message.markup) for message in self.messages(answer))

    def _blocks(self, answer: Answer, *, folded: bool) -> Iterator[str]:
        if answer.lead:
            opening, *rest = map(self.catalogue.notice, answer.lead)
            emphasized = bold(opening) if answer.outcome is Outcome.FOUND else escape(opening)
            yield "\n".join([emphasized, *map(escape, rest)])
        if all(finding.heading for finding in answer.findings):
            yield from render_listed(answer, self.catalogue, self._today)
        else:
            render = FindingRenderer(self.catalogue, self._today)
            for finding in answer.findings:
                yield from render.blocks(finding, folded=folded)
        if answer.later:
            taken_up, year = mark("Retomado en {year}: {provision}."), year_of(answer.later)
            told = self.catalogue.text(taken_up, year=year, provision=self.catalogue.provision(answer.later))
            yield italic(told)
        if answer.also:
            years = tuple(dict.fromkeys(map(year_of, answer.also)))
            yield italic(self.catalogue.text(mark("También en {years}."), years=years))
