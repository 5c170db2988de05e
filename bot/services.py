"""Open the services for commands and handlers: loader, knowledge base, state and backups."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import partial
from shutil import disk_usage
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.collector import settle
from bot.loading_apart import LoadingApart
from bot.progress import READING, READING_ACTS, ProgressBar
from bot.settings import Settings
from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import Catalogue, catalogues_of
from handlers.markup import plain
from handlers.messages import TEXT_LIMIT
from handlers.services import Services
from knowledge.base import KnowledgeBase
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum import load_forum
from knowledge.language.forum_doubts import find_doubts
from knowledge.language.parties import PartyRegister
from knowledge.loading import GOLDEN, Loader, edition_of
from knowledge.loading.foreseeing import Foreseer
from knowledge.loading.inspecting import Inspector
from knowledge.loading.staging import Staging
from knowledge.meaning.encoder import Encoder
from knowledge.reading import read_act
from knowledge.search.writing import write_index
from knowledge.stores.backups import Backups
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.forgotten import ForgottenPeople
from knowledge.stores.live_state import LiveState
from knowledge.stores.marks import MarkReader
from knowledge.stores.restoring import open_folder
from knowledge.stores.state_writer import StateWriter
from knowledge.values.answers import Answer

_PATIENCE = 0.05
"""Most seconds that reading the state may block the loop; after that an answer goes on without."""


def open_encoder(settings: Settings) -> Encoder | None:
    """Return the sentence encoder, not loaded yet, unless it is switched off."""
    return Encoder() if settings.encoder else None


def open_loader(settings: Settings, encoder: Encoder | None = None) -> Loader:
    """Open the data folder for loading acts, with the current description of the forum.

    Raises:
        StoreUnusable: the data folder is unusable.
        FaultyData: a data file of the forum has a mistake.
    """
    folder, data = open_folder(settings.data), settings.folders()
    forum, register = load_forum(data), PartyRegister.load(data)
    golden = (data.forum / GOLDEN, folder.golden)
    return Loader(
        folder,
        partial(read_act, register=register, data=data, progress=ProgressBar(sys.stderr, READING)),
        lambda database: write_index(
            database, register=register, data=data, synonyms=(folder.thesaurus_to_read,)
        ),
        built_in=data.forum / "acts",
        edition=edition_of(data),
        doubts=tuple(find_doubts(forum)),
        encoder=encoder,
        progress=ProgressBar(sys.stderr),
        reading=ProgressBar(sys.stderr, READING_ACTS),
        inspect=Inspector(
            data,
            golden,
            partial(_show, catalogues_of(register, forum), settings.today),
            settings.today,
            encoder,
        ),
        ask_both=Foreseer(data, golden, settings.today, encoder),
    )


def _show(catalogues: dict[str, Catalogue], today: Callable[[], date], answer: Answer) -> None:
    """Write an answer in every language; raise ValueError if Telegram would not take it."""
    for catalogue in catalogues.values():
        for message in AnswerRenderer(catalogue, today()).messages(answer):
            if not 0 < len(plain(message.markup)) <= TEXT_LIMIT:
                raise ValueError(message.markup[:TEXT_LIMIT])


def open_backups(settings: Settings, folder: DataFolder) -> Backups:
    """Return the backups of a data folder, including the forum's folder unless it is built in."""
    forum = settings.folders().forum
    own = None if forum == BUILT_IN.forum else forum
    return Backups(folder, own, ZoneInfo(settings.timezone))


@contextmanager
def open_services(settings: Settings, *, apart: bool = False) -> Iterator[Services]:
    """Open the stores in the data folder, and close them at the end; raise KnowledgeError if unusable.

    With `apart`, as the bot runs, acts are loaded in separate processes from then on, and the loaded base is
    hidden from the garbage collector.
    """
    encoder = open_encoder(settings)
    folder = open_folder(settings.data)
    with (
        closing(StateWriter(folder.state)) as writer,
        closing(LiveState.following(writer, folder.state, _PATIENCE)) as state,
        closing(
            KnowledgeBase(
                partial(open_loader, settings, encoder),
                settings.folders(),
                encoder,
                MarkReader(state),
                LoadingApart(settings) if apart else None,
                settle if apart else (lambda: None),
            )
        ) as base,
    ):
        staging = Staging(folder.staged)
        staging.sweep(datetime.now(UTC))
        yield Services(
            base=base,
            state=state,
            writer=writer,
            staging=staging,
            today=settings.today,
            now=lambda: datetime.now(UTC),
            forgotten=ForgottenPeople(folder.backups),
            backups=open_backups(settings, folder),
            started_at=datetime.now(UTC),
            zone=settings.timezone,
            stopwatch=perf_counter,
            free_bytes=lambda: disk_usage(folder.path).free,
            admins=settings.admins,
            editors=settings.editors,
        )
