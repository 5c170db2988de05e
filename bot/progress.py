"""Progress of reading or encoding, shown in the terminal."""

from functools import cached_property
from typing import TextIO

from handlers.catalogue import LANGUAGES, load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.values.notices import mark

ENCODING = mark("Codificando disposiciones")
READING = mark("Leyendo el acta")
READING_ACTS = mark("Leyendo actas")
_WIDTH = 30


class ProgressBar:
    """Redraw a bar in place, step by step; draw nothing if the output isn't a terminal."""

    def __init__(self, output: TextIO, doing: str = ENCODING) -> None:
        self._output = output
        self._doing = doing

    def __call__(self, done: int, total: int) -> None:
        """Draw the bar as of one step; the last ends the line."""
        if not self._output.isatty():
            return
        bar = ("█" * (_WIDTH * done // total)).ljust(_WIDTH, "░")
        end = "\n" if done == total else ""
        self._output.write(f"\r{self._label} {bar} {done}/{total}{end}")
        self._output.flush()

    @cached_property
    def _label(self) -> str:
        return load_catalogues(BUILT_IN)[LANGUAGES[0]].text(self._doing)
