"""Buttons that offer arguments for a command: countries, bodies, acronyms, meetings."""

from collections import Counter
from collections.abc import Iterable, Sequence

from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.messages import Keyboard
from handlers.replying.run_taps import RunTap
from knowledge.base import KnowledgeBase
from knowledge.stores.documents import Document
from knowledge.values.parties import PartyKind

MOST = 12
"""Most bodies, acronyms or meetings offered; others can be typed."""

_OF_ACT = "act:"
"""Prefix of an argument by which a button names an act; nobody types this."""

_IN_A_ROW = 3
_BODIES = frozenset({PartyKind.ORGANIZATION, PartyKind.OFFICE, PartyKind.NETWORK})


def offer_countries(base: KnowledgeBase, catalogue: Catalogue) -> Keyboard:
    """Offer the member countries of the forum."""
    return in_rows("country", ((catalogue.party(name), name) for name in base.register.members))


def offer_bodies(base: KnowledgeBase, catalogue: Catalogue) -> Keyboard:
    """Offer the bodies named in the newest act, most frequent first."""
    parties = base.register.parties
    named = Counter(
        name
        for document in base.documents()[:1]
        for provision in base.act(document.slug).provisions
        for name in provision.parties
        if name in parties and parties[name].kind in _BODIES
    )
    return in_rows("body", ((catalogue.party(name), name) for name, _ in named.most_common(MOST)))


def offer_acronyms(base: KnowledgeBase, language: str) -> Keyboard:
    """Offer acronyms of the newest act in a language, or else of the newest act."""
    documents = sorted(base.documents(), key=lambda each: each.language != language)  # still newest first
    acts = (base.act(document.slug) for document in documents[:1])
    acronyms = dict.fromkeys(entry.acronym for act in acts for entry in act.glossary)
    return in_rows("acronym", ((acronym, acronym) for acronym in list(acronyms)[:MOST]))


def offer_meetings_of(base: KnowledgeBase, command: str, catalogue: Catalogue) -> Keyboard:
    """Offer the newest meetings, if there are several, to choose one before its provision."""
    documents = base.documents()
    if len(documents) < 2:  # noqa: PLR2004  there is no choice
        return ()
    names = _names(documents[:MOST], catalogue)
    return in_rows(command, ((names[slug], f"{_OF_ACT}{shorten(slug)}") for slug in names))


def chosen_act(words: Sequence[str], documents: Iterable[Document]) -> Document | None:
    """Return the act that a button named among the words after a command, if it is still loaded."""
    short = {f"{_OF_ACT}{shorten(each.slug)}": each for each in documents}
    return next((short[word] for word in words if word in short), None)


def said(words: Iterable[str]) -> list[str]:
    """Return the words after a command without a button's argument that names an act."""
    return [word for word in words if not word.startswith(_OF_ACT)]


def _names(documents: Sequence[Document], catalogue: Catalogue) -> dict[str, str]:
    """Name acts by the city and year of their meetings, and in full where two would have the same name."""
    meetings = {each.slug: each.meeting for each in documents}
    short = {
        slug: " ".join(filter(None, (each.city, str(each.start.year) if each.start else None)))
        for slug, each in meetings.items()
    }
    known = Counter(short.values())
    return {
        slug: name if name and known[name] == 1 else catalogue.meeting(meetings[slug]) or slug
        for slug, name in short.items()
    }


def in_rows(command: str, offered: Iterable[tuple[str, str]]) -> Keyboard:
    """Build buttons that run a command, from pairs of a label and the command's words."""
    buttons = [tap.button(label) for label, words in offered if (tap := RunTap(command, words)).fits]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
