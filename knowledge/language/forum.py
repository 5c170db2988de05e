"""The forum whose acts are read: its name, and the bodies whose meetings end in acts."""

from knowledge.language.datafiles import DataFolders, load_yaml
from knowledge.values.base import Value


class Body(Value):
    """A body that meets; `title_words` are what tells its acts, in any language."""

    name: str
    title_words: tuple[str, ...]


class Forum(Value):
    """The contents of forum.yaml; names by language, groups and bodies by canonical name."""

    acronym: dict[str, str]
    name: dict[str, str]
    member_groups: tuple[str, ...]
    bodies: tuple[Body, ...]


def load_forum(data: DataFolders) -> Forum:
    """Read the forum.yaml of a forum; raise FaultyData on a mistake."""
    return load_yaml(data.forum / "forum.yaml", Forum)
