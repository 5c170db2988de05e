"""Fuzz readers and parsers, guided by the code that inputs reach.

`python -m tests.support.fuzzing [--seconds 60] [TARGET …]` tries each target for that long, starting from the
inputs in tests/fuzzed and those of earlier runs in .fuzzed, where it adds inputs that reach new code. Inputs
that make a target fail are saved there too, and the exit status is 1. With `--inputs N` the same N inputs are
tried each time, as far as the seconds allow, so that CI doesn't fail by chance.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "fuzzed"
FOUND = Path(".fuzzed")
LONGEST = 1200
"""The most bytes of an input: longer ones reach no more code."""

HUNG_SECONDS = 20
MOST_MEGABYTES = 2048


def main() -> int:
    """Fuzz each target in a process of its own, since a failure ends it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--inputs", type=int)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    try:
        import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415
    except ImportError:
        print("atheris is not made for this system: nothing is fuzzed")  # noqa: T201  likewise
        return 0
    if given.one:
        _fuzz(atheris, given.one, given.seconds, given.inputs)
    from tests.support.fuzz_targets import TARGETS  # noqa: PLC0415  the other processes instrument it first

    failed = [name for name in given.targets or TARGETS if not _holds(name, given.seconds, given.inputs)]
    print(f"failed: {', '.join(failed)}" if failed else "nothing failed")  # noqa: T201  likewise
    return int(bool(failed))


def _holds(name: str, seconds: int, inputs: int | None) -> bool:
    print(f"{name}: {seconds} s", flush=True)  # noqa: T201  the program's output
    command = [sys.executable, "-m", "tests.support.fuzzing", "--one", name, "--seconds", str(seconds)]
    if inputs is None:
        return subprocess.run(command, check=False).returncode == 0
    same = {**os.environ, "PYTHONHASHSEED": "0"}
    return subprocess.run([*command, "--inputs", str(inputs)], check=False, env=same).returncode == 0


def _fuzz(atheris: Any, name: str, seconds: int, inputs: int | None) -> None:
    """Fuzz a target until the time is over or it fails, and end the process."""
    with atheris.instrument_imports(include=["knowledge", "handlers"]):
        from tests.support import fuzz_targets  # noqa: PLC0415

    fuzz_targets.prepare(name)
    new = FOUND / name
    new.mkdir(parents=True, exist_ok=True)
    limits = {
        "max_total_time": seconds,
        "max_len": LONGEST,
        "timeout": HUNG_SECONDS,
        "rss_limit_mb": MOST_MEGABYTES,
        "artifact_prefix": f"{FOUND}/{name}-",
        "print_final_stats": 1,
        "verbosity": 0,
    }
    if inputs is not None:
        limits |= {"runs": inputs, "seed": 1}
    options = [f"-{option}={value}" for option, value in limits.items()]
    atheris.Setup([sys.argv[0], *options, str(new), str(CORPUS / name)], fuzz_targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
