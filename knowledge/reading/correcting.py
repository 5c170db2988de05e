"""Change the corrections in an act's review file and keep everything else that a person wrote there."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from knowledge.language.datafiles import parse_yaml
from knowledge.reading.reviews import CommitmentReview, Review, begins
from knowledge.values.acts import Commitment, Deadline
from knowledge.values.base import Value
from knowledge.values.errors import FaultyData
from knowledge.values.notices import mark, notice
from knowledge.values.references import Reference

_FILE = "review.yaml"
_EMPTY_LIST = re.compile(r"^commitments:\s*\[\]\s*$", re.MULTILINE)
_LIST = re.compile(r"^commitments:", re.MULTILINE)
_LEFT_EMPTY = re.compile(r"^commitments:(?P<rest>[ \t]*(?:#.*)?)$", re.MULTILINE)
_ENTRY = re.compile(r"^(?P<indent> *)- reference:", re.MULTILINE)
_FIELDS = ("responsible", "kind", "deadline", "action")
_NOT_ADDED = mark("No se puede añadir la corrección al archivo del acta; añádala a mano.")
_NOT_TAKEN_AWAY = mark("No se puede quitar la corrección del archivo del acta; quítela a mano.")


class ReviewEdit(Value):
    """A change to the corrections of one provision: add one, or remove existing ones.

    Without `correction` all are removed, or only those of `commitment`. `seen` is the fingerprint of the
    provision's commitments when the person decided, `left` that of those left by the change; either is empty
    if unchecked.
    """

    reference: Reference
    correction: CommitmentReview | None = None
    commitment: Commitment | None = None
    seen: str = ""
    left: str = ""

    def apply(self, text: str, file: str) -> str:
        """Return a review file's text, changed; raise FaultyData if its layout doesn't allow the change."""
        if self.correction:
            return with_correction(text, self.correction, file)
        return without_corrections(text, self.reference, self.commitment, file)


def fingerprint(commitments: Iterable[Commitment]) -> str:
    """Return a hash of a provision's commitments, to notice any change in them."""
    written = "\n".join(each.model_dump_json() for each in commitments)
    return hashlib.blake2s(written.encode(), digest_size=8).hexdigest()


def concerns(correction: CommitmentReview, reference: Reference, commitment: Commitment | None) -> bool:
    """Tell whether a correction decides something about a provision, or about one of its commitments."""
    decides = bool(correction.decided) or not correction.binds
    of_it = commitment is None or begins(correction.quote, commitment)
    return decides and of_it and correction.reference == reference


def with_correction(text: str, correction: CommitmentReview, file: str = _FILE) -> str:
    """Add a correction to a review file's text, after the existing ones, because the last one counts.

    Raises:
        FaultyData: the file's layout doesn't allow it; the message tells what to do.
    """
    entries = list(_ENTRY.finditer(text))
    indent = entries[-1]["indent"] if entries else "  "
    start = _EMPTY_LIST.sub("commitments:", text).rstrip("\n")
    if not _LIST.search(start):
        start = f"{start}\n\ncommitments:".lstrip("\n")
    written = f"{start}\n{_entry(correction, indent)}"
    before = len(_read(text, file).commitments) if text.strip() else 0
    if len(_read(written, file).commitments) != before + 1:
        raise FaultyData(notice(_NOT_ADDED))
    return written


def without_corrections(
    text: str, reference: Reference, commitment: Commitment | None = None, file: str = _FILE
) -> str:
    """Remove the corrections of a provision, or of one of its commitments, from a review file's text.

    A correction with a person's comments is commented out instead.

    Raises:
        FaultyData: the file's layout doesn't allow it; the message tells what to do.
    """
    if not text.strip():
        return "commitments: []\n"
    written = _read(text, file).commitments
    places = [place for place, each in enumerate(written) if concerns(each, reference, commitment)]
    stretches = list(_entries(text))
    if len(stretches) != len(written):
        raise FaultyData(notice(_NOT_TAKEN_AWAY))
    lines = text.split("\n")
    for place in reversed(places):
        start, end = stretches[place]
        entry = lines[start:end]
        is_remarked = any(line.lstrip().startswith("#") for line in entry)
        lines[start:end] = [f"# {line}".rstrip() for line in entry] if is_remarked else []
    kept = [each for place, each in enumerate(written) if place not in places]
    changed = "\n".join(lines)
    if not kept:
        changed = _LEFT_EMPTY.sub(r"commitments: []\g<rest>", changed)
    if list(_read(changed, file).commitments) != kept:
        raise FaultyData(notice(_NOT_TAKEN_AWAY))
    return changed


class _Stretch(NamedTuple):
    """The lines of an entry with the comments in and below it; `end` is exclusive."""

    start: int
    end: int


def _entries(text: str) -> Iterator[_Stretch]:
    """Yield the lines of each correction in the file's list, if that is in block style."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    lines = text.split("\n")
    for key, value in pairs:
        if key.value == "commitments" and isinstance(value, yaml.SequenceNode) and not value.flow_style:
            for entry in value.value:
                start, end = entry.start_mark.line, _last_line(entry) + 1
                indent = len(lines[start]) - len(lines[start].lstrip())
                while end < len(lines) and _is_remark_within(lines[end], indent):
                    end += 1
                yield _Stretch(start, end)


def _last_line(node: yaml.Node) -> int:
    """Return the last line with content of a node."""
    if isinstance(node, yaml.MappingNode):
        return max((_last_line(value) for _, value in node.value), default=node.start_mark.line)
    mark_ = node.end_mark
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return max(map(_last_line, node.value), default=node.start_mark.line)
    return int(mark_.line if mark_.column else mark_.line - 1)


def _is_remark_within(line: str, indent: int) -> bool:
    remark = line.lstrip()
    return remark.startswith("#") and len(line) - len(remark) > indent


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
    """Write a value as JSON, which is valid YAML, but False as «no», as people write it."""
    return "no" if value is False else json.dumps(value, ensure_ascii=False)


def _read(text: str, file: str) -> Review:
    return parse_yaml(Path(file), text, Review)
