"""The environment of our processes that tests start, and how long tests wait for them."""

import os
from pathlib import Path

SECONDS = 60.0
"""How long a test waits for a process: far longer than it takes, since machines are seldom free."""


def environment(**settings: str) -> dict[str, str]:
    """Return the variables that a process needs and the settings, by default with the encoder off."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[2]), "ACUERDOS_ENCODER": "off"} | settings
