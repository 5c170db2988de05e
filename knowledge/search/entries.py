"""Index entries of the provisions of the acts in knowledge.db."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from sqlite_utils import Database

from knowledge.language.datafiles import DataFolders
from knowledge.language.folding import words
from knowledge.language.forum import load_forum
from knowledge.language.lexicon import Lexicon
from knowledge.language.notions import Notion
from knowledge.language.ordinals import ordinals_in
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.thesaurus import Thesaurus
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.search.contents import Contents, contents_of
from knowledge.search.finder import TermFinder
from knowledge.search.flags import Holds
from knowledge.search.terms import of_concept, of_party
from knowledge.stores import rows
from knowledge.values.acts import Event, Meeting, Provision, ProvisionKind, Role

T = TypeVar("T")

_MEETINGS = frozenset(map(of_concept, (Notion.MEETING, Notion.CONFERENCE)))
_HELPING = frozenset({Role.PAYER, Role.SUPPORTER})


class Entry(NamedTuple):
    """The rows of a provision and its act, the number of its lead-in or -1, and its contents.

    `age` numbers the acts from the oldest.
    """

    age: int
    document: int
    provision: int
    parent: int
    contents: Contents


def entries_in(
    database: Database, *, register: PartyRegister, thesaurus: Thesaurus, lexicon: Lexicon, data: DataFolders
) -> Iterator[Entry]:
    """Yield an entry for each provision, act by act, the newest meeting last."""
    cues = Cues.load(data.language).of_forum(register)
    finder = TermFinder(
        register,
        thesaurus,
        lexicon,
        PeopleFinder(data.language),
        DeadlineFinder(cues),
    )
    forums = frozenset(map(of_party, load_forum(data).acronyms))
    first = 0
    documents = list(database.query("SELECT id, language, meeting FROM documents ORDER BY starts_on, id"))
    for age, document in enumerate(documents):
        of_act = list(_entries_of(database, document, age, first, finder, forums))
        first += len(of_act)
        yield from of_act


def _entries_of(
    database: Database,
    document: dict[str, Any],
    age: int,
    first: int,
    finder: TermFinder,
    forums: frozenset[str],
) -> Iterator[Entry]:
    """Yield the entries of one act, numbered from `first`; `forums` are the terms of our own bodies."""
    found = list(database.query("SELECT * FROM provisions WHERE document = :id ORDER BY position", document))
    commitments = _by_reference(database, "commitments", document, rows.commitment_value)
    events = _by_reference(database, "events", document, rows.event_value)
    statements = _by_reference(database, "statements", document, rows.statement_value)
    meeting = Meeting.model_validate_json(document["meeting"])
    numbers = {row["reference"]: first + position for position, row in enumerate(found)}
    provisions = {row["reference"]: rows.provision_value(row) for row in found}
    sub_items = defaultdict[str, list[Provision]](list)
    for provision in provisions.values():
        if provision.parent:
            sub_items[str(provision.parent)].append(provision)
    for row in found:
        reference = row["reference"]
        contents = contents_of(
            provisions[reference],
            provisions.get(row["parent"]),
            sub_items=sub_items.get(reference, ()),
            commitments=commitments[reference],
            events=events[reference],
            language=document["language"],
            finder=finder,
        )
        # «Ser sede de la XXX CRM» is about a meeting, too; a task due by then isn't.
        is_held = events[reference] and not forums.isdisjoint(contents.weights)
        if (is_held or not _MEETINGS.isdisjoint(contents.weights)) and _tells_next(
            provisions[reference], meeting, events[reference]
        ):
            contents.weights[of_concept(Notion.NEXT)] = 1.0
            contents.weights.setdefault(of_concept(Notion.MEETING), 1.0)
        if any(each.supporters or each.role in _HELPING for each in statements[reference]):
            contents = contents._replace(holds=contents.holds | Holds.SUPPORT)
        if any(each.place for each in statements[reference]):
            contents = contents._replace(holds=contents.holds | Holds.PLACE)
        if reference in sub_items:
            contents = contents._replace(holds=contents.holds | Holds.HAS_SUB_ITEMS)
        yield Entry(age, document["id"], row["id"], numbers.get(row["parent"], -1), contents)


def _tells_next(provision: Provision, meeting: Meeting, events: Iterable[Event]) -> bool:
    """Tell whether a provision is about the next meeting after the act's own, or a later numbered event.

    Few say «la próxima»: the act of the XL says «la XLI», but people ask for the next one.
    """
    if provision.kind is ProvisionKind.PREAMBLE:
        return False
    following = {number + 1 for number, _ in ordinals_in(words(meeting.title))}
    if any(number in following for number, _ in ordinals_in(words(provision.text))):
        return True
    return any(_is_later(event, meeting) and any(ordinals_in(words(event.name))) for event in events)


def _is_later(event: Event, meeting: Meeting) -> bool:
    last = meeting.end or meeting.start
    return event.start is not None and last is not None and event.start > last


def _by_reference(
    database: Database, table: str, document: dict[str, Any], value: Callable[[dict[str, Any]], T]
) -> dict[str, list[T]]:
    """Read the values that a table has for an act, by the reference of their provision."""
    found = defaultdict[str, list[T]](list)
    for row in database.table(table).rows_where("document = :id", document, order_by="id"):
        found[row["reference"]].append(value(row))
    return found
