"""The help: how to ask on one screen, and a page for each topic with examples to tap."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from handlers.catalogue import Catalogue
from handlers.markup import bold, escape
from handlers.messages import Button, Keyboard, Message
from handlers.replying.run_taps import RunTap
from knowledge.citing.replies import NO_ACTS
from knowledge.stores.documents import Document
from knowledge.values.notices import mark

HELP = r"^h1:"
"""Prefix of the data of buttons that open a help page; the topic follows, or nothing for the first."""

MAX_ACTS = 5
"""How many of the newest acts the help names."""

_HOW_TO_ASK = mark(
    "<b>Pregunte con sus palabras</b>, en español o en inglés; entiendo siglas y errores de tecleo. "
    "Si el acta no lo dice, se lo diré: no invento respuestas."
)
_ACTS = mark("<b>Actas que conozco</b>")
_MORE_ACTS = mark("Son {number} en total: /actas las muestra todas.")
_IN_GROUPS = mark("En un grupo contesto cuando una orden o una respuesta se dirige a mí.")
_TOPICS = mark("Toque un tema para ver sus órdenes, con ejemplos:")
_IN_A_ROW = 2


class Topic(StrEnum):
    """The topic of a command."""

    DUE = "due"
    FIND = "find"
    CHOICES = "choices"
    MORE = "more"
    DESK = "desk"


_TITLES = {
    Topic.DUE: mark("Qué, quién y cuándo"),
    Topic.FIND: mark("Buscar en las actas"),
    Topic.CHOICES: mark("Sus preferencias"),
    Topic.MORE: mark("Más"),
    Topic.DESK: mark("Secretaría"),
}


class Entry(NamedTuple):
    """A command in the help: its name and an example in the reader's language, and its description."""

    command: str
    name: str
    example: str
    description: str
    topic: Topic

    @property
    def usage(self) -> str:
        """How it is written: «/conclusion 16a»."""
        return f"/{self.name} {self.example}".rstrip()


def first_page(
    entries: Iterable[Entry], documents: Sequence[Document], catalogue: Catalogue, questions: Keyboard = ()
) -> Message:
    """Explain how to ask and which acts are loaded, with `questions` to tap and a button per topic."""
    acts = [f"• {escape(catalogue.meeting(document.meeting))}" for document in documents[:MAX_ACTS]]
    if len(documents) > MAX_ACTS:
        acts.append(escape(catalogue.text(_MORE_ACTS, number=len(documents))))
    acts = acts or [escape(catalogue.notice(NO_ACTS))]
    blocks = [
        catalogue.text(_HOW_TO_ASK),
        "\n".join([catalogue.text(_ACTS), *acts]),
        catalogue.text(_IN_GROUPS),
        catalogue.text(_TOPICS),
    ]
    had = {entry.topic for entry in entries}
    buttons = [Button(catalogue.text(_TITLES[each]), f"h1:{each}") for each in Topic if each in had]
    rows = tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
    return Message("\n\n".join(blocks), (*questions, *rows))


def topic_page(topic: Topic, entries: Iterable[Entry], catalogue: Catalogue) -> Message:
    """List the commands of a topic; a tap on one runs it with its example."""
    shown = [entry for entry in entries if entry.topic is topic]
    lines = [f"{escape(entry.usage)} — {escape(entry.description)}" for entry in shown]
    # Officers' commands change something: they must be typed, never tapped by mistake.
    examples = [] if topic is Topic.DESK else [_example(entry) for entry in shown]
    rows = tuple(tuple(examples[start : start + _IN_A_ROW]) for start in range(0, len(examples), _IN_A_ROW))
    back = Button(catalogue.text(mark("◀ Ayuda")), "h1:")
    return Message("\n".join([bold(catalogue.text(_TITLES[topic])), "", *lines]), (*rows, (back,)))


def _example(entry: Entry) -> Button:
    return RunTap(entry.command, entry.example).button(entry.usage)
