"""Split a message into the sentences that may be its question, whatever surrounds it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.language.folding import WORD, fold

MAX_READINGS = 4
"""Most readings of one message; each is compared with every provision."""

MAX_PAIR = 30
"""Most words of two adjacent sentences that are also read together."""

MIN_TAIL = 3
"""Fewest words of a question without punctuation around it: «hola oiga cuándo es el taller»."""

_END = re.compile(r"(?<=[.?!…;])[\s\"»”)]+|\n+|\s*(?=[¿¡])|(?<=:)\s+|\s+[-–—]\s+")
_SHORT = re.compile(r"\b\w{1,3}\.$")
"""An abbreviation, after which a sentence goes on: «Sr.», «art.», «EE.UU.»."""

_OPENINGS = frozenset(
    {
        *("cuando", "cuanto", "cuantos", "cuanta", "cuantas", "quien", "quienes", "donde", "adonde", "cual"),
        *("cuales", "when", "who", "whom", "where", "which", "what", "how", "whose"),
    }
)
"""Question words that begin a clause of a statement less often than «que» or «como»."""

_JOINTS = frozenset({"y", "e", "and", "ademas", "also"})
_ALSO_OPENINGS = _OPENINGS | {"que", "como", "what"}
"""Question words after a conjunction, which hardly begin a clause of a statement there."""

_BEGINNING = _ALSO_OPENINGS | _JOINTS
"""Words that begin a sentence even after what looks like an abbreviation: "ok thx. and the next one?"."""

_BEFORE_OPENINGS = frozenset(
    {
        "a",
        "con",
        "de",
        "en",
        "hasta",
        "para",
        "pa",
        "por",
        "desde",
        "sobre",
        "by",
        "from",
        "to",
        "until",
        "with",
    }
)


def sentences_of(text: str) -> list[str]:
    """List the sentences of a message in order; abbreviations and figures don't end one."""
    found: list[str] = []
    for piece in filter(None, map(str.strip, _END.split(text))):
        if found and _SHORT.search(found[-1]) and _first(piece) not in _BEGINNING:
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return [sentence for sentence in found if WORD.search(sentence)]


def _first(text: str) -> str:
    """Return the first word of a text, folded."""
    found = WORD.search(fold(text))
    return found[0] if found else ""


def readings_of(text: str) -> list[str]:
    """List the parts of a message that may be its question, the whole message first.

    They are sentences, pairs of adjacent sentences, and ends of sentences from a question word on.
    """
    sentences = sentences_of(text)
    pairs = (
        f"{left} {right}"
        for left, right in pairwise(sentences)
        if len(WORD.findall(left)) + len(WORD.findall(right)) <= MAX_PAIR
    )
    asking = [sentence for sentence in sentences if "?" in sentence]
    tails = (tail for sentence in sentences for tail in _tails(sentence))
    candidates = (*asking, *tails, *sentences, *pairs)
    return list(dict.fromkeys((" ".join(text.split()), *candidates)))[:MAX_READINGS]


def asked_last(text: str) -> str:
    """Leave out the question words but the last: «(quién) propuso lo de las visas y cuándo lo ven»."""
    asking = [match for match in WORD.finditer(fold(text)) if match[0] in _OPENINGS]
    for match in reversed(asking[:-1]):
        text = text[: match.start()] + text[match.end() :]
    return " ".join(text.split())


def joined_in(sentence: str) -> list[str]:
    """Split a sentence at conjunctions before question words: «qué dice de visas | y cuándo es el taller»."""
    tokens = list(WORD.finditer(fold(sentence)))
    cuts = [0]
    for place, token in enumerate(tokens[:-1]):
        following = place + 1 + (tokens[place + 1][0] in _BEFORE_OPENINGS)
        opens = following < len(tokens) and tokens[following][0] in _ALSO_OPENINGS
        if token[0] in _JOINTS and opens and place >= MIN_TAIL - 1:
            cuts.append(token.start())
    return [sentence[start:end].strip() for start, end in pairwise([*cuts, len(sentence)])]


def _tails(sentence: str) -> Iterator[str]:
    """Yield the end of a sentence from a question word on: «no me acuerdo, hasta cuándo es»."""
    tokens = list(WORD.finditer(fold(sentence)))
    for place, token in enumerate(tokens):
        if token[0] not in _OPENINGS or len(tokens) - place < MIN_TAIL:
            continue
        first = _first_word(tokens, place)
        if first > 0:
            yield sentence[tokens[first].start() :]
        return


def _first_word(tokens: Sequence[re.Match[str]], place: int) -> int:
    """Return where the phrase of a question word begins: at «hasta» in «hasta cuándo»."""
    before = place - 1
    return before if before >= 0 and tokens[before][0] in _BEFORE_OPENINGS else place
