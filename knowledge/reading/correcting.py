"""Write a correction into the review file of an act, which keeps whatever a person wrote there."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.language.datafiles import load_yaml
from knowledge.reading.reviews import CommitmentReview, Review
from knowledge.values.acts import Deadline
from knowledge.values.errors import FaultyData
from knowledge.values.notices import mark, notice

_EMPTY_LIST = re.compile(r"^commitments:\s*\[\]\s*$", re.MULTILINE)
_LIST = re.compile(r"^commitments:", re.MULTILINE)
_ENTRY = re.compile(r"^(?P<indent> *)- reference:", re.MULTILINE)
_FIELDS = ("responsible", "kind", "deadline")


def with_correction(text: str, correction: CommitmentReview) -> str:
    """Add a correction to the text of a review file, after those that are there: the last one counts.

    Raises:
        FaultyData: the file isn't laid out so that one can be added; it names what to do.
    """
    entries = list(_ENTRY.finditer(text))
    indent = entries[-1]["indent"] if entries else "  "
    start = _EMPTY_LIST.sub("commitments:", text).rstrip("\n")
    if not _LIST.search(start):
        start = f"{start}\n\ncommitments:".lstrip("\n")
    written = f"{start}\n{_entry(correction, indent)}"
    before = len(_read(text).commitments) if text.strip() else 0
    if len(_read(written).commitments) != before + 1:
        raise FaultyData(
            notice(mark("No se puede añadir la corrección al archivo del acta; añádala a mano."))
        )
    return written


def _entry(correction: CommitmentReview, indent: str) -> str:
    fields: dict[str, object] = {"quote": correction.quote}
    for name in _FIELDS:
        value = getattr(correction, name)
        if value is not None:
            fields[name] = _plain(value)
    if not correction.binds:
        fields["binds"] = False
    lines = [f"{indent}- reference: {correction.reference}"]
    lines += [f"{indent}  {name}: {_scalar(value)}" for name, value in fields.items()]
    return "\n".join(lines) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Deadline):
        return value.end.isoformat() if value.end else "none"
    return list(value) if isinstance(value, tuple) else str(value)


def _scalar(value: object) -> str:
    """Write a value as JSON, which YAML reads, too; «no» as people write it there."""
    return "no" if value is False else json.dumps(value, ensure_ascii=False)


def _read(text: str) -> Review:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "review.yaml"
        path.write_text(text, encoding="utf-8")
        return load_yaml(path, Review)
