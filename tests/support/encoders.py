"""An encoder that records its input, and damaged copies of the model's folder."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from knowledge.meaning.encoder import MODEL, Encoder
from knowledge.meaning.packing import Vectors


class ListeningEncoder(Encoder):
    """The real encoder; `heard` lists the passages that it was given."""

    def __init__(self, folder: Path = MODEL) -> None:
        super().__init__(folder)
        self.heard: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors | None:
        self.heard += [text for text in texts if text]
        return super().encode_passages(texts)


class OtherVersion(ListeningEncoder):
    """The real encoder, passing for another version of it."""

    version = "other"


def copy_model(folder: Path) -> Path:
    """Copy the files of the model, so that a test can damage them."""
    return Path(shutil.copytree(MODEL, folder / "model"))


def cut_short(path: Path) -> None:
    """Leave the first half of a file."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
