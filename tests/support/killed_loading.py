"""The loading process of a killed bot: it is killed at that step, together with the bot."""

import json
import os
from pathlib import Path

from bot.loading_process import main
from tests.support.killed_bot import PLAN, kill_at

if __name__ == "__main__":
    step, counted, *rest = json.loads(os.environ[PLAN])
    kill_at(step, Path(counted), *rest)
    main()
