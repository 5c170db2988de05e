"""Run the bot, and kill it at a step of its work on the data folder.

python -m tests.support.killed_bot STEP COUNT run --data FOLDER: once the file COUNT exists, each step appends
a byte to it; at STEP the process kills itself.
"""

import json
import os
import signal
import sys
from pathlib import Path

from bot import loading_apart
from bot.command_line import main

PLAN = "ACUERDOS_TESTS_KILL_PLAN"
"""The environment variable that tells the loading process when to kill both, and what to count."""

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
"""The events of Python's audit hooks that come before the disk is touched."""


def kill_at(step: int, counted: Path, folder: str, bot: int) -> None:
    """Count steps in a folder once `counted` exists, and kill this process and the bot at one of them."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        paths = [str(each) for each in arguments[:2]]
        if event not in STEPS or not any(path.startswith(folder) for path in paths):
            return
        try:
            file = os.open(counted, os.O_WRONLY | os.O_APPEND)
        except FileNotFoundError:
            return
        steps = os.fstat(file).st_size
        os.write(file, b".")
        os.close(file)
        if steps == step:
            os.kill(bot, signal.SIGKILL)
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    wanted, counted, *arguments = sys.argv[1:]
    plan = (int(wanted), counted, f"{arguments[-1]}/", os.getpid())
    os.environ[PLAN] = json.dumps(plan)
    loading_apart.PROCESS = "tests.support.killed_loading"
    kill_at(plan[0], Path(counted), *plan[2:])
    sys.exit(main(arguments))
