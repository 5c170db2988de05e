"""Numbered migrations of knowledge.db: a change of schema is a new migration, never an edited one."""

from sqlite_utils import Database, Migrations

from knowledge.stores.scripts import Script

KNOWLEDGE = Migrations("knowledge")
"""Data derived from the acts; references are in printed form, days are ISO 8601, lists are JSON."""

_COMMITMENTS = """
CREATE TABLE commitments (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    reference TEXT NOT NULL,
    kind TEXT NOT NULL,
    action TEXT NOT NULL,
    quote TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    responsible TEXT NOT NULL,
    recipient TEXT NOT NULL,
    supporters TEXT NOT NULL,
    deadline_text TEXT,
    deadline_start TEXT,
    deadline_end TEXT,
    deadline_precision TEXT NOT NULL,
    inferred TEXT NOT NULL,
    reviewed TEXT NOT NULL,
    FOREIGN KEY (document, reference) REFERENCES provisions (document, reference)
) STRICT;
CREATE INDEX commitments_by_provision ON commitments (document, reference);
CREATE INDEX commitments_by_deadline ON commitments (deadline_end);
CREATE TABLE responsible (
    party TEXT NOT NULL,
    commitment INTEGER NOT NULL REFERENCES commitments (id),
    PRIMARY KEY (party, commitment)
) STRICT, WITHOUT ROWID;
"""
_EVENTS = """
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    reference TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT,
    starts_on TEXT,
    ends_on TEXT,
    precision TEXT NOT NULL,
    organizers TEXT NOT NULL,
    supporters TEXT NOT NULL,
    status TEXT NOT NULL,
    inferred TEXT NOT NULL,
    FOREIGN KEY (document, reference) REFERENCES provisions (document, reference)
) STRICT;
CREATE INDEX events_by_provision ON events (document, reference);
CREATE INDEX events_by_day ON events (starts_on);
"""
_GLOSSARY = """
CREATE TABLE glossary (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    acronym TEXT NOT NULL COLLATE NOCASE,
    expansion TEXT NOT NULL,
    reference TEXT,
    FOREIGN KEY (document, reference) REFERENCES provisions (document, reference)
) STRICT;
CREATE INDEX glossary_by_document ON glossary (document);
CREATE INDEX glossary_by_acronym ON glossary (acronym);
"""


@KNOWLEDGE()
def m001_acts(db: Database) -> None:
    """Create acts with their provisions; `position` counts provisions from 0 in the order of the act."""
    Script("""
        CREATE TABLE edition (name TEXT NOT NULL) STRICT;
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            sha256 TEXT NOT NULL UNIQUE,
            language TEXT NOT NULL,
            starts_on TEXT,
            meeting TEXT NOT NULL,
            warnings TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE provisions (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents (id),
            position INTEGER NOT NULL,
            reference TEXT NOT NULL,
            parent TEXT,
            kind TEXT NOT NULL,
            page INTEGER NOT NULL,
            extent_start INTEGER NOT NULL,
            extent_end INTEGER NOT NULL,
            spans TEXT NOT NULL,
            parties TEXT NOT NULL,
            text TEXT NOT NULL,
            UNIQUE (document, reference),
            UNIQUE (document, position)
        ) STRICT;
    """).run(db)


@KNOWLEDGE()
def m002_findings(db: Database) -> None:
    """Create what was found in the provisions: commitments, events and the glossary."""
    for tables in (_COMMITMENTS, _EVENTS, _GLOSSARY):
        Script(tables).run(db)


@KNOWLEDGE()
def m003_roles(db: Database) -> None:
    """Create the roles of parties, by party: why each provision names it."""
    Script("""
        CREATE TABLE roles (
            party TEXT NOT NULL,
            provision INTEGER NOT NULL REFERENCES provisions (id),
            role TEXT NOT NULL,
            PRIMARY KEY (party, provision)
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@KNOWLEDGE()
def m004_vectors(db: Database) -> None:
    """Create the vectors of provisions, numbered as in the search index.

    A row of `passages` holds a provision's whole vector and those of its windows; a column holds one value
    per provision. The `encoder` table is empty while there are no vectors.
    """
    Script("""
        CREATE TABLE encoder (version TEXT NOT NULL) STRICT;
        CREATE TABLE passages (number INTEGER PRIMARY KEY, vectors BLOB NOT NULL) STRICT;
        CREATE TABLE passage_columns (name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
    """).run(db)


@KNOWLEDGE()
def m005_statements(db: Database) -> None:
    """Create the statements of the provisions' clauses; `content` is a statement as JSON."""
    Script("""
        CREATE TABLE statements (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL,
            reference TEXT NOT NULL,
            content TEXT NOT NULL,
            FOREIGN KEY (document, reference) REFERENCES provisions (document, reference)
        ) STRICT;
        CREATE INDEX statements_by_provision ON statements (document, reference);
    """).run(db)


@KNOWLEDGE()
def m006_corrected(db: Database) -> None:
    """Create the list of acts that a person corrected, which the next build reads again."""
    Script("CREATE TABLE corrected (slug TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;").run(db)


@KNOWLEDGE()
def m007_reviewed_provisions(db: Database) -> None:
    """Add a reviewer's decisions on a provision itself; those on commitments are stored with them."""
    Script("ALTER TABLE provisions ADD COLUMN reviewed TEXT NOT NULL DEFAULT '[]';").run(db)


@KNOWLEDGE()
def m008_printed_numbers(db: Database) -> None:
    """Add the act's own numbers of provisions, by reference, as JSON."""
    Script("ALTER TABLE documents ADD COLUMN printed TEXT NOT NULL DEFAULT '{}';").run(db)
