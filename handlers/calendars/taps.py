"""The button that sends what one provision fixes as a calendar."""

from handlers.catalogue import Catalogue
from handlers.messages import Button
from handlers.provision_taps import ProvisionTap, Sends
from knowledge.values.answers import Finding
from knowledge.values.dated import days_of
from knowledge.values.notices import mark

PATTERN = rf"^{Sends.CALENDAR}:"
"""How what these buttons send begins."""


def calendar_button(finding: Finding, catalogue: Catalogue) -> Button | None:
    """Return the button of a finding that fixes days, or None if it fixes none."""
    if days_of(finding) is None:
        return None
    citation = finding.citation
    tap = ProvisionTap(Sends.CALENDAR, catalogue.language, citation.document, citation.reference)
    return Button(catalogue.text(mark("📅 Calendario")), str(tap))
