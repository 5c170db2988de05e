"""What all commands share: their place under the main parser, and the settings."""

import argparse
from typing import TypeAlias

from bot.settings import Settings, load_settings

# It takes its parameter only from type checkers.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  no public name


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Load the settings, with `--data` over them; raise SettingsUnusable if one is faulty."""
    return load_settings(data=arguments.data)
