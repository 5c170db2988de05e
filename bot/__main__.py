"""python -m bot: the same as the console script."""

import sys

from bot.command_line import main

sys.exit(main())
