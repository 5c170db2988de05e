"""Common parts of all commands: the type of their subparsers, and the settings."""

import argparse
from typing import TypeAlias

from bot.settings import Settings, load_settings

# Only type checkers may subscript it.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  no public name


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Load the settings, overridden by `--data`; raise SettingsUnusable if one is faulty."""
    return load_settings(data=arguments.data)
