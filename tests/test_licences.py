"""Each library that the bot needs at run time has a licence that we may ship with."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ALLOWED = re.compile(
    r"MIT|BSD|Apache|Python Software Foundation|PSF-2\.0|PSFL|HPND|Unlicense|ISC|Zlib|Public Domain"
    # Weaker than it sounds: they bind whoever changes the library itself, which stays as it comes.
    r"|LGPL|Lesser General Public|MPL-2\.0|Mozilla Public",
)
FORBIDDEN = re.compile(r"(?<!L)(?<!Lesser )\b(?:A?GPL|General Public License)", re.IGNORECASE)
SAID_ELSEWHERE = {
    "python-telegram-bot": "LGPL-3.0-only",
}
"""Libraries of which the metadata says less than their licence file."""


def names() -> list[str]:
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    return re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)


def licence_of(package: Distribution) -> str:
    """Return what a package's metadata says of its licence."""
    told = package.metadata.json
    classifiers = [each for each in told.get("classifier", []) if each.startswith("License")]
    first_line = str(told.get("license", "")).strip().splitlines()[:1]
    return "; ".join([str(told.get("license_expression", "")), *classifiers, *first_line])


@pytest.mark.parametrize("name", names())
def test_the_licence_is_one_that_we_may_ship_with(name: str) -> None:
    try:
        licence = SAID_ELSEWHERE.get(name) or licence_of(distribution(name))
    except PackageNotFoundError:
        pytest.skip("not for this system")
    assert ALLOWED.search(licence), licence
    assert not FORBIDDEN.search(licence), licence
