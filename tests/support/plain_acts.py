"""Acts written as plain paragraphs, for tests of later steps than reading acts."""

import hashlib
from pathlib import Path

from knowledge.values.acts import Act
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import notice
from tests.support.builders import Paragraph, make_act, make_commitment


def write_plain_act(path: Path, slug: str, *paragraphs: Paragraph) -> Path:
    """Write an act: its slug on the first line, then per line a reference and its paragraph."""
    paragraphs = paragraphs or (("C1", f"Aceptar el informe de {slug}."),)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([slug, *(f"{reference} {words}" for reference, words in paragraphs)]))
    return path


def read_plain_act(path: Path) -> Act:
    """Read such an act; each paragraph that begins with «Instar» makes a commitment."""
    content = path.read_bytes()
    slug, *lines = content.decode().splitlines() or [""]
    if not lines:
        raise UnreadableAct(notice("{file} no tiene texto.", file=path.name))
    paragraphs = [line.split(" ", 1) for line in lines]
    act = make_act(
        *((reference, words) for reference, words in paragraphs),
        slug=slug,
        source=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return act.model_copy(
        update={
            "commitments": tuple(
                make_commitment(act, reference)
                for reference, words in paragraphs
                if words.startswith("Instar")
            )
        }
    )
