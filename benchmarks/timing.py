"""Time one system at one size, each in its own process, so that memory is measured separately."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

import numpy as np

from benchmarks.labelled import BUILT_IN_ACT, TODAY
from benchmarks.peers import PEERS
from benchmarks.synthetic import SEED, make_acts
from bot.collector import settle
from bot.services import open_loader, open_services
from bot.settings import Settings
from handlers.catalogue import LANGUAGES
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import WIDTH, Vectors
from knowledge.meaning.vector_writing import write_vectors
from knowledge.stores.building import build_base

WARMING = 10
"""Questions asked before the clock runs."""

PATIENCE = 60.0
"""Seconds after which no more questions are asked of a slow system."""

STARTS = 5
"""How many fresh processes are started; the fastest counts, as other load on the machine only adds time."""

P = ParamSpec("P")
R = TypeVar("R")


class Answering(NamedTuple):
    """The median and 99th percentile of answering `questions`, in milliseconds, and megabytes at the end.

    `busy50` and `busy99` are those of processor time, whatever else the machine did.
    """

    questions: int
    p50: float
    p99: float
    busy50: float
    busy99: float
    resident: float


class Building(NamedTuple):
    """Seconds to build, megabytes of the file, and the peak of resident megabytes."""

    provisions: int
    seconds: float
    size: float
    resident: float


class MadeUpVectors(Encoder):
    """Returns random vectors: encoding made-up texts would take hours, and search is as fast either way."""

    def __init__(self) -> None:
        super().__init__()
        self._chance = np.random.default_rng(SEED)

    def encode_passages(self, texts: Sequence[str]) -> Vectors | None:
        """Return random rows of unit length."""
        rows = self._chance.standard_normal((len(texts), WIDTH), np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def build_own(data: Path, provisions: int) -> Building:
    """Build our base in a data folder, as a reload would, and a `.jsonl` beside it for the peers.

    The shipped act is only encoded if it is alone; else all vectors are made up, as the acts are.
    """
    loader = open_loader(Settings(data=data))
    shipped = loader.read(BUILT_IN.forum / "acts" / f"{BUILT_IN_ACT}.txt")
    counted = 0
    with data.with_suffix(".jsonl").open("w", encoding="utf-8") as file:
        for act in make_acts(shipped, provisions):
            texts = {provision.reference: provision.text for provision in act.provisions}
            for provision in act.provisions:
                lead_in = f"{texts[provision.parent]} " if provision.parent else ""
                file.write(json.dumps(lead_in + provision.text) + "\n")
            counted += len(act.provisions)
    start = time.perf_counter()
    encoder = Encoder() if counted == len(shipped.provisions) else MadeUpVectors()
    build_base(
        loader.folder.knowledge,
        make_acts(shipped, provisions),
        loader.write_index,
        partial(write_vectors, encoder=encoder),
        edition=loader.edition,
    )
    seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return Building(counted, seconds, loader.folder.knowledge.stat().st_size / 1e6, most)


def answer_own(data: Path, questions: Sequence[str], *, encoder: bool) -> Answering:
    """Time answers from the question to the rendered messages, with or without the encoder."""
    with open_services(Settings(data=data, encoder=encoder)) as services:
        settle()  # as the running bot does

        def answer(question: str) -> None:
            """Answer a question as the chat does, and throw the answer away."""
            said, _ = services.base.ask(question, today=TODAY, language=LANGUAGES[0])
            services.renderer(said.language, TODAY).messages(said, services.base.surroundings(said))

        return _time(answer, questions, resident_before=0)


def answer_peer(name: str, texts: Path, questions: Sequence[str]) -> tuple[float, Answering]:
    """Build a peer and time its search alone; its memory is what it adds to that of the process."""
    provisions = [json.loads(line) for line in texts.open(encoding="utf-8")]
    peer = PEERS[name]()
    before = _resident()
    start = time.perf_counter()
    peer.build(provisions)
    seconds = time.perf_counter() - start
    return seconds, _time(peer.search, questions, resident_before=before)


def first_answer(data: Path, question: str, *, encoder: bool) -> tuple[float, float]:
    """Return the milliseconds from the start of a fresh process to its answer: passed, and processor time."""
    passed, worked = [], []
    command = [sys.executable, "-m", "bot", "ask", question, "--data", str(data)]
    environment = os.environ | {"ACUERDOS_ENCODER": "on" if encoder else "off"}
    for _ in range(STARTS):
        start, busy = time.perf_counter(), _busy_in_children()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        passed.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (_busy_in_children() - busy))
    return min(passed), min(worked)


def _time(answer: Callable[[str], object], questions: Sequence[str], resident_before: float) -> Answering:
    for question in questions[:WARMING]:
        answer(question)
    passed: list[float] = []
    worked: list[float] = []
    for question in questions:
        start, busy = time.perf_counter(), time.process_time()
        answer(question)
        passed.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - busy))
        if sum(passed) > 1000 * PATIENCE:
            break
    (p50, p99), (busy50, busy99) = map(percentiles, (passed, worked))
    return Answering(len(passed), p50, p99, busy50, busy99, _resident() - resident_before)


def apart(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Call a function in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile."""
    percentiles = statistics.quantiles(times, n=100)
    return percentiles[49], percentiles[98]


def _busy_in_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _resident() -> float:
    """Return the resident megabytes of this process, by Linux's count."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6
