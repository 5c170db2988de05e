"""What the index keeps of each provision of the acts in knowledge.db."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sqlite_utils import Database

from knowledge.language.datafiles import DataFolders
from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.search.contents import Contents, contents_of
from knowledge.search.finder import TermFinder
from knowledge.search.flags import Holds
from knowledge.search.lexicon import Lexicon
from knowledge.search.thesaurus import Thesaurus
from knowledge.stores import rows
from knowledge.values.acts import Commitment, Event, Provision, Role
from knowledge.values.statements import Statement

_HELPING = frozenset({Role.PAYER, Role.SUPPORTER})


class Entry(NamedTuple):
    """A provision's rows, the number of its lead-in or -1, and what it is found by.

    `age` counts acts from the oldest.
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
    first = 0
    documents = list(database.query("SELECT id, language FROM documents ORDER BY starts_on, id"))
    for age, document in enumerate(documents):
        found = list(
            database.query("SELECT * FROM provisions WHERE document = :id ORDER BY position", document)
        )
        commitments = defaultdict[str, list[Commitment]](list)
        for row in database.query("SELECT * FROM commitments WHERE document = :id ORDER BY id", document):
            commitments[row["reference"]].append(rows.commitment_value(row))
        events = defaultdict[str, list[Event]](list)
        for row in database.query("SELECT * FROM events WHERE document = :id ORDER BY id", document):
            events[row["reference"]].append(rows.event_value(row))
        statements = defaultdict[str, list[Statement]](list)
        for row in database.query("SELECT * FROM statements WHERE document = :id ORDER BY id", document):
            statements[row["reference"]].append(rows.statement_value(row))
        numbers = {row["reference"]: first + position for position, row in enumerate(found)}
        provisions = {row["reference"]: rows.provision_value(row) for row in found}
        sub_items = defaultdict[str, list[Provision]](list)
        for provision in provisions.values():
            if provision.parent:
                sub_items[str(provision.parent)].append(provision)
        for row in found:
            reference = row["reference"]
            provision = provisions[reference]
            contents = contents_of(
                provision,
                provisions.get(row["parent"]),
                sub_items=sub_items.get(reference, ()),
                commitments=commitments[reference],
                events=events[reference],
                language=document["language"],
                finder=finder,
            )
            if any(each.supporters or each.role in _HELPING for each in statements[reference]):
                contents = contents._replace(holds=contents.holds | Holds.SUPPORT)
            if reference in sub_items:
                contents = contents._replace(holds=contents.holds | Holds.HAS_SUB_ITEMS)
            yield Entry(age, document["id"], row["id"], numbers.get(row["parent"], -1), contents)
        first += len(found)
