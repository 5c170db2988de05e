"""What a process of ours that a test starts gets, and how long it is waited for."""

import os
from pathlib import Path

SECONDS = 60.0
"""How long a test waits for a process: far longer than it takes, since machines are seldom free."""


def environment(**settings: str) -> dict[str, str]:
    """Only what a process needs, and the settings; the encoder is off unless they say otherwise."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[2]), "ACUERDOS_ENCODER": "off"} | settings
