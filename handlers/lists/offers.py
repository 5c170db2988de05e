"""What a command asks for, as buttons: countries, bodies, acronyms."""

from collections import Counter
from collections.abc import Iterable

from handlers.catalogue import Catalogue
from handlers.messages import Keyboard
from handlers.replying.run_taps import RunTap
from knowledge.base import KnowledgeBase
from knowledge.values.parties import PartyKind

MOST = 12
"""Bodies or acronyms that are offered; any other may be written."""

_IN_A_ROW = 3
_BODIES = frozenset({PartyKind.ORGANIZATION, PartyKind.OFFICE, PartyKind.NETWORK})


def offer_countries(base: KnowledgeBase, catalogue: Catalogue) -> Keyboard:
    """Offer the member countries of the forum."""
    return in_rows("country", ((catalogue.party(name), name) for name in base.register.members))


def offer_bodies(base: KnowledgeBase, catalogue: Catalogue) -> Keyboard:
    """Offer the bodies that the newest act names, the most often named first."""
    parties = base.register.parties
    named = Counter(
        name
        for document in base.documents()[:1]
        for provision in base.act(document.slug).provisions
        for name in provision.parties
        if name in parties and parties[name].kind in _BODIES
    )
    return in_rows("body", ((catalogue.party(name), name) for name, _ in named.most_common(MOST)))


def offer_acronyms(base: KnowledgeBase) -> Keyboard:
    """Offer acronyms of the newest act."""
    acts = (base.act(document.slug) for document in base.documents()[:1])
    acronyms = dict.fromkeys(entry.acronym for act in acts for entry in act.glossary)
    return in_rows("acronym", ((acronym, acronym) for acronym in list(acronyms)[:MOST]))


def in_rows(command: str, offered: Iterable[tuple[str, str]]) -> Keyboard:
    """Build buttons that run a command, from what each shows and the words that follow the command."""
    buttons = [tap.button(label) for label, words in offered if (tap := RunTap(command, words)).fits]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
