"""Data folders with more acts than the built-in one, made once and copied to each test that wants them."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bot.services import open_services
from bot.settings import Settings
from handlers.services import Services


def grow(built: Path, place: Path, change: Callable[[Services], object]) -> Path:
    """Copy a data folder to a place, change what is loaded there, and return the copy."""
    copy = Path(shutil.copytree(built, place / "data"))
    with open_services(Settings(_env_file=None, data=copy, encoder=False)) as services:
        change(services)
    return copy


def take_over(grown: Path, folder: Path) -> None:
    """Put what was loaded in one data folder into another; a bot that runs there notices."""
    (folder / "knowledge.db").unlink()  # whoever has it open goes on with what it was
    shutil.copytree(
        grown, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("state.db*", "*.lock", "backups")
    )
