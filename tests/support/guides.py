"""Write the conversations into the guides, as they go: python -m tests.support.guides [--check]."""

import argparse
import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.application import build_application
from bot.services import open_services
from bot.settings import Settings
from standin import Standin, StandinRequest
from tests.conftest import ADMIN, EDITOR, TODAY
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.conversations import Conversation, Exchange, Reply, Stage, conversations_in

DOCS = Path(__file__).parent.parent.parent / "docs"
GUIDES = {"delegados": DOCS / "guia-delegados.md", "secretaria": DOCS / "guia-secretaria.md"}
BEGIN, END = "<!-- conversaciones: las escribe «make guides» -->", "<!-- fin de las conversaciones -->"


def with_gallery(guide: str, gallery: str) -> str:
    """Put conversations between the two marks of a guide, in place of those that stood there."""
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{gallery}\n{END}{after}"


def gallery(played: Sequence[tuple[Conversation, Sequence[Exchange]]]) -> str:
    """Write conversations as Markdown: who says what, and the answers as quotations with their buttons."""
    return "\n".join(line for conversation, exchanges in played for line in _written(conversation, exchanges))


def _written(conversation: Conversation, exchanges: Sequence[Exchange]) -> Iterator[str]:
    yield f"### {conversation.title}\n"
    for exchange in exchanges:
        step = exchange.step
        does = {"toca": f"toca «{step.what}»", "envía": f"envía {step.what}"}.get(step.how, step.what)
        replies = f" ({step.how})" if step.how.startswith("responde") else ""
        yield f"**{step.who}**{replies}{' ' if step.how in {'toca', 'envía'} else ': '}{does}\n"
        for reply in exchange.replies:
            yield from _quoted(reply)


def _quoted(reply: Reply) -> Iterator[str]:
    lines = reply.text.splitlines()
    lines += [f"📎 {reply.file}"] if reply.file else []
    lines += [" ".join(f"`{label}`" for label in row) for row in reply.buttons]
    if any(lines):
        # Two blanks at its end break a line of Markdown.
        yield "\n".join(f"> {line}  " if line else ">" for line in lines) + "\n"


async def play(folder: str, built: Path) -> list[tuple[Conversation, list[Exchange]]]:
    """Play each conversation of a folder with a bot of its own, over a copy of a data folder."""
    played = []
    for conversation in conversations_in(folder):
        with tempfile.TemporaryDirectory() as place:
            data = Path(shutil.copytree(built, Path(place) / "data"))
            async with _bot(data) as chat:
                played.append((conversation, await Stage(chat, conversation).play()))
    return played


@asynccontextmanager
async def _bot(data: Path) -> AsyncIterator[Chat]:
    clock = Clock()
    with open_services(Settings(_env_file=None, data=data, encoder=False)) as opened:
        services = replace(
            opened,
            today=lambda: TODAY,
            now=lambda: datetime.fromtimestamp(clock(), UTC),
            admins=frozenset({ADMIN}),
            editors=frozenset({EDITOR}),
        )
        standin = Standin(clock)
        application = build_application(
            services,
            standin.token,
            api_url="http://standin",
            request=StandinRequest(standin),
            polling_request=StandinRequest(standin),
        )
        async with application:
            yield Chat(application, standin)


def main() -> int:
    """Write the guides, or tell which would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; status 1 if a guide would change"
    )
    check = parser.parse_args().check
    stale = []
    with tempfile.TemporaryDirectory() as place:
        built = Path(place) / "data"
        with open_services(Settings(_env_file=None, data=built, encoder=False)):
            pass
        for folder, path in GUIDES.items():
            before = path.read_text(encoding="utf-8")
            after = with_gallery(before, gallery(asyncio.run(play(folder, built))))
            if after != before:
                stale.append(path.name)
                if not check:
                    path.write_text(after, encoding="utf-8")
    sys.stdout.writelines(f"{name}\n" for name in stale)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
