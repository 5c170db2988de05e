"""What can go wrong in knowledge, each with a sentence for the person who can mend it.

KnowledgeError
├── UnreadableAct        a file that is no act we can read: missing, empty, wrong kind, no provisions
├── FaultyData           a data file (parties, cues, thesaurus …) with a mistake; names file and line
├── StoreUnusable        knowledge.db or state.db is corrupt, locked or of a newer version
│   └── StoreBusy            another process holds it for now
├── SynonymsRefused      a line that would not do in the thesaurus: too few words, too long, a party's name
├── MarkRefused          what is said of a commitment cannot be: unknown, ambiguous, or none of its parties
├── FileExists           a first review or description would overwrite the one that is there
├── ReloadRefused        acts that cannot be loaded together; the old base goes on serving
│   └── CorrectedMeanwhile   what is to be corrected was read or corrected anew since it was looked at
├── FolderInUse          a bot runs with the data folder
└── BackupUnusable       a file is no backup of ours, or a damaged one
"""

from knowledge.values.notices import Notice


class KnowledgeError(Exception):
    """Base of all that knowledge raises on purpose."""

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
    """The acts at hand do not make a valid base; what was loaded before stays."""


class CorrectedMeanwhile(ReloadRefused):
    """What is to be corrected isn't any more as whoever corrects it saw it; it stays as it is now."""


class FolderInUse(KnowledgeError):
    """A bot runs with a data folder, so that nobody else may start one or restore there."""


class BackupUnusable(KnowledgeError):
    """A file is no backup of ours, or a damaged one; nothing was changed."""


class SynonymsRefused(KnowledgeError):
    """Words cannot be taken into the thesaurus as they were written; nothing was changed."""


class MarkRefused(KnowledgeError):
    """What is said of a commitment cannot be marked."""


class FileExists(KnowledgeError):
    """There is such a file already; what a person wrote is not overwritten."""
