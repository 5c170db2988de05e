"""Write the conversations into the guides, as played: python -m tests.support.guides [--check]."""

import argparse
import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from bot.application import build_application
from bot.services import open_services
from bot.settings import Settings
from standin import Standin, StandinRequest
from tests.conftest import ADMIN, EDITOR, FREE_BYTES, TODAY
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.conversations import Conversation, Exchange, Reply, Stage, conversations_in

DOCS = Path(__file__).parent.parent.parent / "docs"
GUIDES = {"delegados": DOCS / "guia-delegados.md", "secretaria": DOCS / "guia-secretaria.md"}
PICTURES = DOCS / "imagenes"
BEGIN, END = "<!-- conversaciones: las escribe «make guides» -->", "<!-- fin de las conversaciones -->"
Played = tuple[Conversation, Sequence[Exchange]]


def with_gallery(guide: str, gallery: str) -> str:
    """Replace the conversations between the two marks of a guide."""
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{gallery}\n{END}{after}"


def gallery(played: Sequence[Played]) -> str:
    """Write conversations as Markdown: who says what, and the answers as quotations with their buttons."""
    return "\n".join(line for conversation, exchanges in played for line in _written(conversation, exchanges))


def pictures(played: Sequence[Played]) -> dict[Path, bytes]:
    """Return the pictures sent in conversations, by the paths that the guides show."""
    return {
        PICTURES / name: reply.picture
        for conversation, exchanges in played
        for reply, name in _named(conversation, exchanges)
        if reply.picture
    }


def is_alike(path: Path, content: bytes) -> bool:
    """Tell whether a file shows the same picture, however it was compressed."""
    return (
        path.exists()
        and ImageChops.difference(_pixels(path.read_bytes()), _pixels(content)).getbbox() is None
    )


def _pixels(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def _named(conversation: Conversation, exchanges: Sequence[Exchange]) -> Iterator[tuple[Reply, str]]:
    """Yield all replies of the bot, each with the name for its picture, if it has one."""
    count = 0
    for exchange in exchanges:
        for reply in exchange.replies:
            count += bool(reply.picture)
            yield reply, f"{conversation.path.stem}-{count}.png"


def _written(conversation: Conversation, exchanges: Sequence[Exchange]) -> Iterator[str]:
    yield f"### {conversation.title}\n"
    names = (name for _, name in _named(conversation, exchanges))
    for exchange in exchanges:
        step = exchange.step
        does = {"toca": f"toca «{step.what}»", "envía": f"envía {step.what}"}.get(step.how, step.what)
        replies = f" ({step.how})" if step.how.startswith("responde") else ""
        yield f"**{step.who}**{replies}{' ' if step.how in {'toca', 'envía'} else ': '}{does}\n"
        for reply in exchange.replies:
            name = next(names)
            if reply.picture:
                yield f'<img src="{PICTURES.name}/{name}" width="390" alt="{reply.text.splitlines()[0]}">\n'
            yield from _quoted(reply)


def _quoted(reply: Reply) -> Iterator[str]:
    lines = reply.text.splitlines()
    lines += [f"📎 {reply.file}"] if reply.file else []
    lines += [" ".join(f"`{label}`" for label in row) for row in reply.buttons]
    if any(lines):
        # Two trailing spaces are a line break in Markdown.
        yield "\n".join(f"> {line}  " if line else ">" for line in lines) + "\n"


async def play(folder: str, built: Path) -> list[Played]:
    """Play each conversation of a folder with a bot of its own, over a copy of a data folder."""
    played: list[Played] = []
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
            started_at=datetime.fromtimestamp(clock(), UTC),
            stopwatch=clock,
            free_bytes=lambda: FREE_BYTES,
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
            played = asyncio.run(play(folder, built))
            after = with_gallery(before, gallery(played))
            if after != before:
                stale.append(path.name)
                if not check:
                    path.write_text(after, encoding="utf-8")
            for picture, content in pictures(played).items():
                if not is_alike(picture, content):
                    stale.append(picture.name)
                    if not check:
                        picture.parent.mkdir(exist_ok=True)
                        picture.write_bytes(content)
    sys.stdout.writelines(f"{name}\n" for name in stale)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
