"""The button «Acta, p. 3», which sends the act that a provision stands in."""

from handlers.catalogue import Catalogue
from handlers.messages import Button
from handlers.provision_taps import ProvisionTap, Sends
from knowledge.values.answers import Citation
from knowledge.values.notices import mark

ORIGINAL = rf"^{Sends.ORIGINAL}:"
"""How what these buttons send begins."""


def original_button(citation: Citation, page: int, catalogue: Catalogue) -> Button:
    """Build the button that sends the act in which a provision stands on a page."""
    tap = ProvisionTap(Sends.ORIGINAL, catalogue.language, citation.document, citation.reference)
    return Button(catalogue.text(mark("Acta, p. {page}"), page=page), str(tap))
