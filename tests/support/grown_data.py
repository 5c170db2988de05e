"""Data folders with more acts than the built-in one, made once and copied to each test that wants them."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bot.services import open_services
from bot.settings import Settings
from handlers.services import Services


def grow(built: Path, place: Path, change: Callable[[Services], object]) -> Path:
    """Copy a data folder into `place`, change the copy, and return it."""
    copy = Path(shutil.copytree(built, place / "data"))
    with open_services(Settings(_env_file=None, data=copy, encoder=False)) as services:
        change(services)
    return copy


def take_over(grown: Path, folder: Path) -> None:
    """Replace the acts and the base in a data folder by those of another; a bot running there notices."""
    (folder / "knowledge.db").unlink()  # processes that have it open keep the old file
    shutil.copytree(
        grown, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("state.db*", "*.lock", "backups")
    )
