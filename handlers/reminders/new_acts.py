"""News of a loaded act: one message per chat, with the part that concerns it."""

from handlers.callbacks import Form, PageTap
from handlers.catalogue import Catalogue
from handlers.markup import bold, escape
from handlers.messages import Button, Message
from handlers.services import Services
from knowledge.values.answers import Outcome
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, OverviewKind
from knowledge.values.subscriptions import Subscription

_NEW = mark("Nueva acta: {meeting}")
_LATE = mark("{news} (demorado)")
_FOR = mark("{party}: {count}")


def write_news(
    services: Services, wanted: Subscription, language: str, slug: str, *, is_late: bool = False
) -> Message | None:
    """Write the news of an act for a chat, or return None if there are none or the act is gone.

    With `is_late`, the news may have been sent before.
    """
    document = next((each for each in services.base.documents() if each.slug == slug), None)
    if document is None:
        return None
    catalogue = services.catalogues[language]
    title = notice(_NEW, meeting=catalogue.meeting(document.meeting))
    title = notice(_LATE, news=title) if is_late else title
    if len(wanted.parties) > 1:
        return _several(services, wanted, catalogue, title, slug)
    party = next(iter(wanted.parties), None)
    overview = Overview(kind=OverviewKind.PENDING, party=party, where=slug)
    answer = services.base.overview(overview, today=services.today(), language=language)
    if answer.outcome is not Outcome.FOUND:
        return None
    shown = answer.model_copy(update={"lead": (title, answer.lead[0])})
    return services.renderer(language).messages(shown)[0]


def _several(
    services: Services, wanted: Subscription, catalogue: Catalogue, title: Notice, slug: str
) -> Message | None:
    """Count the commitments of each of several parties, with a button to each list."""
    lines, rows = [], []
    for party in wanted.parties:
        overview = Overview(kind=OverviewKind.PENDING, party=party, where=slug)
        count = services.base.count(overview, today=services.today())
        if count:
            label = catalogue.text(_FOR, party=(party,), count=count)
            lines.append(escape(label))
            rows.append((_button(label, overview, catalogue),))
    if not lines:
        return None
    return Message(
        "\n".join([bold(catalogue.notice(title)), catalogue.text(mark("Pendientes:")), *lines]), tuple(rows)
    )


def _button(label: str, overview: Overview, catalogue: Catalogue) -> Button:
    return Button(label, str(PageTap(catalogue.language, overview, Form.OPEN)))
