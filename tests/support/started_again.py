"""The bot as a process that is started again and again: it forks from one that has imported it already."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

_WARM = get_context("forkserver")
_WARM.set_forkserver_preload(["bot.commands.run", "tests.support.started_again"])


@contextmanager
def started(folder: Path, **settings: str) -> Iterator[BaseProcess]:
    """Run `acuerdos run` on a data folder with only these settings, and kill it at the end.

    The encoder is off by default.
    """
    process = _WARM.Process(target=_run, args=(folder, {"ACUERDOS_ENCODER": "off"} | settings), daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def _run(folder: Path, settings: dict[str, str]) -> None:
    from bot.command_line import main  # noqa: PLC0415  not in the process that the tests run in

    os.chdir(folder.parent)
    for name in [name for name in os.environ if name.startswith(("TELEGRAM_", "ACUERDOS_"))]:
        del os.environ[name]
    os.environ.update(settings)
    raise SystemExit(main(["run", "--data", str(folder)]))
