"""What follows from acts that an officer confirmed in the chat."""

import logging

from handlers.context import Context
from knowledge.loading import LoadReport

_log = logging.getLogger(__name__)


async def after_load(context: Context, report: LoadReport) -> None:  # noqa: ARG001  whoever tells people needs it
    """Do what people expect once acts are loaded; whatever fails here undoes nothing."""
    _log.info("acts confirmed in the chat: %s", ", ".join(each.slug for each in report.loaded))
