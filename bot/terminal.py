"""The chat in the terminal: a person at the keyboard talks to the real application through the stand-in.

Each line is a message; a number presses the button with this number under the last message; `:as 42`
continues as another user; `:file PATH` sends a document; `:quit` or the end of the input leaves.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from bot.ansi import styled
from handlers.context import App
from knowledge.values.notices import mark
from standin import Button, Event, Message, Person, Standin, settle

_NO_BUTTON = mark("No hay un botón con ese número.")
_NO_FILE = mark("No se puede leer el archivo {file}.")
_NO_USER = mark("Escriba un número de usuario, p. ej. :as 42")
_COPIED = mark("Copiado: {text}")


class Terminal:
    """A conversation at the keyboard."""

    def __init__(self, application: App, standin: Standin, output: TextIO, word: Callable[..., str]) -> None:
        self._application = application
        self._standin = standin
        self._output = output
        self._word = word
        self._people: dict[int, Person] = {}
        self._last: Message | None = None

    async def talk(self, lines: TextIO, user: int, *, language: str) -> None:
        """Carry on the conversation until the input ends."""
        person = self._person(user, language)
        while line := await asyncio.to_thread(self._read, lines):
            text = line.strip()
            if text == ":quit":
                break
            if text.startswith(":as "):
                person = self._switch(text.removeprefix(":as "), person, language)
            elif text and self._act(person, text):
                await settle(self._application, self._standin)
                for event in person.reads():
                    self._show(event)

    def _person(self, user: int, language: str) -> Person:
        self._last = None
        if user not in self._people:
            self._people[user] = self._standin.person(user, "Terminal", language)
        return self._people[user]

    def _switch(self, user: str, person: Person, language: str) -> Person:
        if not user.isdecimal():
            self._print(self._word(_NO_USER))
            return person
        return self._person(int(user), language)

    def _read(self, lines: TextIO) -> str:
        if lines.isatty():
            self._output.write("> ")
            self._output.flush()
        return lines.readline()

    def _act(self, person: Person, text: str) -> bool:
        """Do what a line says; tell whether the bot may answer."""
        if text.startswith(":file "):
            return self._send_file(person, Path(text.removeprefix(":file ").strip()).expanduser())
        number = text.removeprefix(":")
        if number.isdecimal() and (text != number or int(number) <= len(self._buttons())):
            return self._press(person, int(number))
        person.writes(text)
        return True

    def _send_file(self, person: Person, path: Path) -> bool:
        try:
            person.sends_document(path)
        except OSError:
            self._print(self._word(_NO_FILE, file=str(path)))
            return False
        return True

    def _press(self, person: Person, number: int) -> bool:
        buttons = self._buttons()
        if not 1 <= number <= len(buttons) or self._last is None:
            self._print(self._word(_NO_BUTTON))
            return False
        button = buttons[number - 1]
        if button.data is None:
            self._print(self._word(_COPIED, text=button.copy_text or button.url or ""))
            return False
        person.taps_data(button.data, self._last)
        return True

    def _show(self, event: Event) -> None:
        if event.kind == "answer" and event.text:
            self._print(f"({event.text})")
        if event.kind not in {"message", "edit"} or event.message is None:
            return
        self._last = event.message
        lines = [styled(event.message.body) if self._output.isatty() else event.text]
        if event.message.document:
            lines.append(f"[{event.message.document.name}]")
        if photo := event.message.photo:
            lines.insert(0, f"[PNG, {photo.width} × {photo.height}]")
        numbered = iter(range(1, 100))
        lines += [
            "  ".join(f"[{next(numbered)}] {button.text}" for button in row) for row in event.message.buttons
        ]
        self._print("\n".join(lines) + "\n")

    def _buttons(self) -> list[Button]:
        return [button for row in self._last.buttons for button in row] if self._last else []

    def _print(self, text: str) -> None:
        self._output.write(text + "\n")
        self._output.flush()
