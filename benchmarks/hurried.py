"""How well questions typed in a hurry are answered: python -m benchmarks.hurried [--acts N].

The questions of `gold/unlearned`, from which nothing is learned, are asked as they were written, and as
people in a hurry type them: without capitals, accents and marks; in capitals; with typing errors; inside
chatter. --acts takes only every Nth act.
"""

import argparse
import random
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.labelled import GOLD, TODAY, ActSource, Labelled, open_stores, responder_of, sources_in
from benchmarks.scoring import Given, Judgement, judge, summarize
from benchmarks.tables import Row, shares
from handlers.catalogue import LANGUAGES
from knowledge.answering.responder import Responder
from knowledge.meaning.encoder import Encoder

UNLEARNED = GOLD / "unlearned"
COLUMNS = ("r1_lenient", "false_abstain", "abstain")

_ERRORS = 2
_LONG_ENOUGH = 6
"""The least letters of a word to misspell: a shorter one may become another word."""

_TILDE = "\N{COMBINING TILDE}"
_AROUND = {
    "es": (
        ("Buenos días, disculpe la molestia. ", ""),
        ("hola, ando en el aeropuerto y se me olvidó, ", " gracias!!"),
        ("Oiga colega, el jefe me pregunta y no sé qué decirle: ", ""),
        ("", " Es que mañana tengo que informar al ministro, saludos"),
    ),
    "en": (
        ("Good morning, sorry to bother you. ", ""),
        ("hi, I'm at the airport and forgot, ", " thanks!!"),
        ("My boss keeps asking and I don't know what to tell him: ", ""),
        ("", " I have to brief the minister tomorrow, cheers"),
    ),
}
"""What people say before and after their question."""

_SPANISH = frozenset({"el", "la", "los", "las", "de", "del", "que", "qué", "en", "se", "lo"})


def bare(question: str) -> str:
    """Remove capitals, accents and the marks at both ends: «que dia es el taller»."""
    letters = unicodedata.normalize("NFD", question.lower())
    kept = "".join(each for each in letters if not unicodedata.combining(each) or each == _TILDE)
    return unicodedata.normalize("NFC", kept).strip("¿?¡!. ")


def misspelt(question: str) -> str:
    """Make up to two typing errors, always the same: a letter dropped, doubled or swapped with the next."""
    chance = random.Random(question)  # noqa: S311  nothing secret
    words = question.split(" ")
    long = [
        place
        for place, word in enumerate(words)
        if len(word) >= _LONG_ENOUGH and word.isalpha() and word.islower()
    ]
    for place in chance.sample(long, min(_ERRORS, len(long))):
        word = words[place]
        at = chance.randrange(1, len(word) - 2)
        words[place] = chance.choice(
            [
                f"{word[:at]}{word[at + 1 :]}",
                f"{word[:at]}{word[at]}{word[at:]}",
                f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}",
            ]
        )
    return " ".join(words)


def inside_chatter(question: str) -> str:
    """Surround a question with one of four pieces of chatter in its language, always the same."""
    around = _AROUND["en" if _SPANISH.isdisjoint(question.lower().strip("¿?").split()) else "es"]
    before, after = around[zlib.crc32(question.encode()) % len(around)]
    return f"{before}{question}{after}"


WAYS: Mapping[str, Callable[[str], str]] = {
    "as written": str,
    "without capitals, accents and marks": bare,
    "in capitals": str.upper,
    "with two typing errors": misspelt,
    "inside chatter": inside_chatter,
}


def ask(responder: Responder, chats: Iterable[Labelled], typed: Callable[[str], str]) -> list[Judgement]:
    """Ask the first turn of each chat, typed in some way, and judge what is answered."""
    judged = []
    for turn in (chat.turns[0] for chat in chats):
        answer, _ = responder.ask(typed(turn.q), today=TODAY, language=LANGUAGES[0], focus=None)
        judged.append(judge(turn, Given([finding.citation.reference for finding in answer.findings])))
    return judged


def measure(sources: Mapping[str, ActSource], chats: Mapping[str, Sequence[Labelled]]) -> list[Row]:
    """Measure each way of typing, the mean of the acts."""
    encoder = Encoder()
    by_way: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    with open_stores(encoder, acts=sources) as stores:
        for name, store in stores.items():
            responder = responder_of(name, store, encoder, data=sources[name].data)
            for way, typed in WAYS.items():
                by_way[way].append(summarize(ask(responder, chats[name], typed)))
    turns = sum(len(chats[name]) for name in sources)
    return [Row(way, turns, _mean(figures)) for way, figures in by_way.items()]


def _mean(figures: Sequence[Mapping[str, float]]) -> dict[str, float]:
    told = {name: [each[name] for each in figures if name in each] for name in COLUMNS}
    return {name: sum(values) / len(values) for name, values in told.items() if values}


def main(folder: Path = UNLEARNED) -> None:
    """Print a line for each way of typing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--acts", type=int, default=1, metavar="N", help="take every Nth act")
    every = parser.parse_args().acts
    sources, labelled = sources_in(folder)
    chats = {name: [each for each in own if not each.is_dialogue] for name, own in labelled.items()}
    taken = dict(islice(sorted(sources.items()), 0, None, every))
    print(shares("typed", COLUMNS, measure(taken, chats)))


if __name__ == "__main__":
    main()
