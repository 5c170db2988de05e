"""The progress bar: drawn over itself in a terminal, and nowhere else."""

import io

from bot.progress import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_a_bar_grow_in_one_line() -> None:
    terminal = Terminal()
    bar = ProgressBar(terminal)

    for done in (1, 2):
        bar(done, 2)

    first, second = terminal.getvalue().removeprefix("\r").split("\r")
    assert first == f"Codificando disposiciones {'█' * 15}{'░' * 15} 1/2"
    assert second == f"Codificando disposiciones {'█' * 30} 2/2\n"


def test_a_file_sees_nothing() -> None:
    file = io.StringIO()

    ProgressBar(file)(1, 2)

    assert file.getvalue() == ""
