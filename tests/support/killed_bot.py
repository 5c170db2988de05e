"""The bot as it runs, but killed at a step of what it does to its data folder.

python -m tests.support.killed_bot STEP COUNT run --data FOLDER: from the moment that the file COUNT is there,
each step is written into it as a byte; at STEP the process kills itself.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from bot.command_line import main

STEPS = {
    "open",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "shutil.copyfile",
    "sqlite3.connect",
}
"""What Python's audit hooks are told before the disk is touched."""


def kill_at(step: int, counted: Path, folder: str) -> None:
    """Count steps in a folder once a file is there, and end the process at one of them."""
    steps = count()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        paths = [str(each) for each in arguments[:2]]
        if event not in STEPS or not any(path.startswith(folder) for path in paths):
            return
        try:
            file = os.open(counted, os.O_WRONLY | os.O_APPEND)
        except FileNotFoundError:
            return
        os.write(file, b".")
        os.close(file)
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    wanted, counted, *arguments = sys.argv[1:]
    kill_at(int(wanted), Path(counted), f"{arguments[-1]}/")
    sys.exit(main(arguments))
