"""Errors of knowledge, each with a sentence for the person who can fix it.

KnowledgeError
├── UnreadableAct        a file that is no act we can read: missing, empty, wrong kind, no provisions
├── FaultyData           a data file (parties, cues, thesaurus …) with a mistake; names file and line
├── StoreUnusable        knowledge.db or state.db is corrupt, locked or of a newer version
│   └── StoreBusy            another process holds it for now
├── SynonymsRefused      a line unfit for the thesaurus: too few words, too long, a party's name
├── MarkRefused          what is said about a commitment can't be: unknown, ambiguous, or none of its parties
├── FileExists           a first review or description would overwrite an existing one
├── ReloadRefused        acts that cannot be loaded together; the old base goes on serving
│   └── CorrectedMeanwhile   the item to correct was read or corrected again since it was looked at
├── FolderInUse          a bot runs with the data folder
└── BackupUnusable       a file is no backup of ours, or a damaged one
"""

from knowledge.values.notices import Notice


class KnowledgeError(Exception):
    """The base of all errors that knowledge raises on purpose."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(str(notice))
        self.notice = notice


class UnreadableAct(KnowledgeError):
    """A file is not an act that can be read."""


class FaultyData(KnowledgeError):
    """A data file has a mistake."""


class StoreUnusable(KnowledgeError):
    """A database file cannot be used."""


class StoreBusy(StoreUnusable):
    """Another process holds a database file; nothing is wrong with it."""


class ReloadRefused(KnowledgeError):
    """The acts at hand don't make a valid base; the one loaded before stays."""


class CorrectedMeanwhile(ReloadRefused):
    """The item to correct has changed since it was looked at; it stays as it is now."""


class FolderInUse(KnowledgeError):
    """A bot runs with a data folder, so that nobody else may start one or restore there."""


class BackupUnusable(KnowledgeError):
    """A file isn't a backup of ours, or is damaged; nothing was changed."""


class SynonymsRefused(KnowledgeError):
    """Words can't be added to the thesaurus as written; nothing was changed."""


class MarkRefused(KnowledgeError):
    """What is said about a commitment can't be marked."""


class FileExists(KnowledgeError):
    """The file already exists; a person's work isn't overwritten."""
