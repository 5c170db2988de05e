"""Numbered migrations of state.db: a change of schema is a new migration, never an edited one."""

from sqlite_utils import Database, Migrations

from knowledge.stores.scripts import Script

STATE = Migrations("state")
"""Data that people entrusted to the bot; moments are ISO 8601 in UTC."""


@STATE()
def m001_conversations(db: Database) -> None:
    """Create what a person chose in a chat, and the current topic of their conversation."""
    Script("""
        CREATE TABLE settings (
            chat_id INTEGER NOT NULL,
            user_id INTEGER NOT NULL,
            language TEXT NOT NULL,
            PRIMARY KEY (chat_id, user_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE focus (
            chat_id INTEGER NOT NULL,
            user_id INTEGER NOT NULL,
            content TEXT NOT NULL,
            kept_at TEXT NOT NULL,
            PRIMARY KEY (chat_id, user_id)
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m002_audit(db: Database) -> None:
    """Create the record of what admins did; it holds no message texts."""
    Script("""
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            user_id INTEGER NOT NULL,
            action TEXT NOT NULL,
            outcome TEXT NOT NULL
        ) STRICT;
    """).run(db)


@STATE()
def m003_changes(db: Database) -> None:
    """Add to the audit what was changed, from what to what, and make it append-only.

    Refused attempts are counted by day, so that they don't fill the disk.
    """
    Script("""
        ALTER TABLE audit ADD COLUMN subject TEXT NOT NULL DEFAULT '';
        ALTER TABLE audit ADD COLUMN before TEXT NOT NULL DEFAULT '';
        ALTER TABLE audit ADD COLUMN after TEXT NOT NULL DEFAULT '';
        CREATE TRIGGER audit_is_not_edited BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TABLE refusals (
            day TEXT NOT NULL,
            action TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, action)
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m004_people(db: Database) -> None:
    """Create what people told about themselves, and the questions that they have yet to answer."""
    Script("""
        CREATE TABLE people (
            user_id INTEGER PRIMARY KEY,
            country TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE prompts (
            chat_id INTEGER NOT NULL,
            user_id INTEGER NOT NULL,
            command TEXT NOT NULL,
            words TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            PRIMARY KEY (chat_id, user_id)
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m005_originals(db: Database) -> None:
    """Create who loaded the files of acts and when, and their file ids at Telegram.

    Both are stored by hash, so that they outlast every rebuild, a retirement and a return.
    """
    Script("""
        CREATE TABLE provenance (
            sha256 TEXT PRIMARY KEY,
            slug TEXT NOT NULL,
            file_name TEXT NOT NULL,
            user_id INTEGER NOT NULL,
            loaded_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE telegram_files (
            sha256 TEXT PRIMARY KEY,
            file_id TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m006_kept_messages(db: Database) -> None:
    """Create the answers that a message only shows the beginning of; they don't say who asked."""
    Script("""
        CREATE TABLE kept_messages (
            token TEXT PRIMARY KEY,
            content TEXT NOT NULL,
            kept_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m007_marks(db: Database) -> None:
    """Create what officers said about commitments; nothing in it is edited, but it may be undone."""
    Script("""
        CREATE TABLE changes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL,
            at TEXT NOT NULL,
            nonce TEXT UNIQUE
        ) STRICT;
        CREATE TABLE undone_changes (
            change INTEGER PRIMARY KEY REFERENCES changes (id),
            user_id INTEGER NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE marks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            change INTEGER NOT NULL REFERENCES changes (id),
            document TEXT NOT NULL,
            reference TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            quote TEXT NOT NULL,
            party TEXT NOT NULL,
            fulfilment TEXT NOT NULL,
            day TEXT NOT NULL,
            note TEXT NOT NULL,
            evidence TEXT NOT NULL
        ) STRICT;
        CREATE INDEX marks_by_provision ON marks (document, reference);
        CREATE INDEX marks_by_change ON marks (change);
        CREATE TRIGGER marks_are_not_edited BEFORE UPDATE ON marks
        BEGIN SELECT RAISE(ABORT, 'marks are append-only'); END;
        CREATE TRIGGER marks_are_not_deleted BEFORE DELETE ON marks
        BEGIN SELECT RAISE(ABORT, 'marks are append-only'); END;
    """).run(db)


@STATE()
def m008_drafts(db: Database) -> None:
    """Create the changes that an officer has yet to choose or confirm."""
    Script("""
        CREATE TABLE drafts (
            nonce TEXT PRIMARY KEY,
            user_id INTEGER NOT NULL,
            content TEXT NOT NULL,
            kept_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m009_questions(db: Database) -> None:
    """Create counts and times of answers, and the questions that weren't answered, without who asked.

    A question's words are only stored with who asked it until that person says whether they may be kept;
    `keeps` is their choice.
    """
    Script("""
        CREATE TABLE question_counts (
            day TEXT NOT NULL,
            fate TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, fate)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE answer_times (
            day TEXT NOT NULL,
            milliseconds INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, milliseconds)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE misses (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            text TEXT NOT NULL,
            language TEXT NOT NULL,
            fate TEXT NOT NULL,
            kept_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE waiting_misses (
            user_id INTEGER PRIMARY KEY,
            text TEXT NOT NULL,
            language TEXT NOT NULL,
            fate TEXT NOT NULL,
            kept_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE consents (
            user_id INTEGER PRIMARY KEY,
            keeps INTEGER NOT NULL
        ) STRICT;
    """).run(db)


@STATE()
def m010_subscriptions(db: Database) -> None:
    """Create the subscriptions of chats, and how far they have been told; days are in the chat's zone."""
    Script("""
        CREATE TABLE subscriptions (
            chat_id INTEGER PRIMARY KEY,
            thread_id INTEGER,
            language TEXT NOT NULL,
            parties TEXT NOT NULL,
            days_before TEXT NOT NULL,
            at TEXT NOT NULL,
            zone TEXT NOT NULL,
            told TEXT NOT NULL,
            tried TEXT,
            tries INTEGER NOT NULL,
            is_active INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE act_notices (
            chat_id INTEGER NOT NULL,
            document TEXT NOT NULL,
            tries INTEGER NOT NULL,
            is_done INTEGER NOT NULL,
            PRIMARY KEY (chat_id, document)
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m011_second_tries(db: Database) -> None:
    """Store the day of a second message with unknown outcome apart from that of the first."""
    Script("""
        ALTER TABLE subscriptions ADD COLUMN tried_again TEXT;
        UPDATE subscriptions SET tried_again = tried WHERE tries > 1;
        UPDATE subscriptions SET tried = NULL WHERE tries = 0;
        ALTER TABLE subscriptions DROP COLUMN tries;
    """).run(db)


@STATE()
def m012_answered(db: Database) -> None:
    """Create which of our messages answer which question.

    No column has the name of those that follow a group that moves: a supergroup numbers its messages anew.
    """
    Script("""
        CREATE TABLE answered (
            chat INTEGER NOT NULL,
            message INTEGER NOT NULL,
            user_id INTEGER NOT NULL,
            answers TEXT NOT NULL,
            kept_at TEXT NOT NULL,
            PRIMARY KEY (chat, message)
        ) STRICT, WITHOUT ROWID;
    """).run(db)


@STATE()
def m013_loads_under_way(db: Database) -> None:
    """Create the loads under way, and the messages that report on them."""
    Script("""
        CREATE TABLE loads_under_way (
            chat_id INTEGER NOT NULL,
            message INTEGER NOT NULL,
            edition TEXT NOT NULL,
            PRIMARY KEY (chat_id, message)
        ) STRICT, WITHOUT ROWID;
    """).run(db)
