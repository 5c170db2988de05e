"""The environment of a process of ours that a test starts."""

import os
from pathlib import Path


def environment(**settings: str) -> dict[str, str]:
    """Only what a process needs, and the settings; the encoder is off unless they say otherwise."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[2]), "ACUERDOS_ENCODER": "off"} | settings
