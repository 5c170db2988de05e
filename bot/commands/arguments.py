"""What all commands share: their place under the main parser, and the settings."""

import argparse
from typing import TYPE_CHECKING

from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  argparse names it only so


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Load the settings, with `--data` over them; raise SettingsUnusable if one is faulty."""
    return load_settings(data=arguments.data)
