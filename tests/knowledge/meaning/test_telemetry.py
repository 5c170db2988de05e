"""Nothing that the bot is made of tells anybody of it."""

import subprocess
import sys
from pathlib import Path

from tests.support.processes import environment

ENCODE = (
    "from knowledge.meaning.encoder import Encoder; print(Encoder().encode_questions(['hola']) is not None)"
)


def test_encoding_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENCODE], env=environment(HOME=str(tmp_path)), capture_output=True, check=True
    )
    assert done.stdout == b"True\n"
    assert [*tmp_path.rglob("*")] == []
