"""Restore what hurried writers leave out: accents, small letters, capitals of names, and question marks.

Words are compared without all this; the encoder isn't: «QUE DIA PAGA PANAMA» and «¿Qué día paga Panamá?» are
far apart to it. Only what is left out is restored: a message with an accent keeps its words as typed.
"""

import re
from collections.abc import Container

from knowledge.language.folding import fold
from knowledge.language.frequencies import WordFrequencies
from knowledge.language.interrogatives import ENGLISH, RELATIVES, SPANISH
from knowledge.language.parties import ACRONYM_LENGTH, PartyRegister

_WORD = re.compile(r"[^\W\d_]+")
_MARKS_BEFORE = re.compile(r"[.,:;¿?¡!…\n]\s*$")
_ACCENTED = re.compile(r"[áéíóúÁÉÍÓÚ]")
_SHOUTED = 0.6
"""The share of words in capitals from which on a message is shouted."""

_BEFORE = frozenset(
    {
        *("a", "ante", "con", "de", "desde", "en", "entre", "hasta", "para", "por", "segun", "sobre", "tras"),
        *("y", "e", "o", "pero"),
    }
)
"""What may stand before the word that asks: «¿y hasta cuándo?»."""


class Restorer:
    """Write questions as careful writers would.

    `usual` are folded words that are no name of a party in small letters («us»).
    """

    def __init__(self, frequencies: WordFrequencies, register: PartyRegister, usual: Container[str]) -> None:
        self._frequencies = frequencies
        self._register = register
        self._usual = usual

    def restore(self, text: str, language: str) -> str:
        """Restore a question in `language`: «hasta cuando paga panama» is «¿Hasta cuándo paga Panamá?»."""
        text = _lowered(text, self._frequencies)
        asking = _asking_word(text, language)
        if language == "es" and not _ACCENTED.search(text):
            accented = asking.start() if asking else -1
            text = _WORD.sub(lambda word: self._accented(word, asks=word.start() == accented), text)
        text = self._named(text, language)
        text = f"{text[:1].upper()}{text[1:]}"
        if asking and "?" not in text:
            text = f"{text.rstrip(' .')}?"
        opened = language == "es" and text.endswith("?") and "¿" not in text
        return f"¿{text}" if opened else text

    def _accented(self, word: re.Match[str], *, asks: bool) -> str:
        """Return a word as it is most often written."""
        written = word[0]
        if asks:
            meant = SPANISH[fold(written)]
        elif written.isupper() or fold(written) != written.lower():
            return written
        else:
            meant = self._frequencies.written(fold(written))
        return meant if written[0].islower() else f"{meant[0].upper()}{meant[1:]}"

    def _named(self, text: str, language: str) -> str:
        """Write the names of parties that stand in small letters as acts write them."""
        for mention in reversed(self._register.find(text, spoken=True)):
            spoken = text[mention.start : mention.end]
            if not spoken.islower() or fold(spoken) in self._usual:
                continue
            forms = [each for each in self._register.written(mention.name) if fold(each) == fold(spoken)]
            if language != "es":  # Panama, and Panamá in Spanish
                forms.sort(key=lambda each: each.lower() != spoken)
            text = f"{text[: mention.start]}{(forms or [spoken])[0]}{text[mention.end :]}"
        return text


def _lowered(text: str, frequencies: WordFrequencies) -> str:
    """Write what is shouted in small letters: a whole message, or a usual word too long for an acronym."""
    words = [word[0] for word in _WORD.finditer(text) if len(word[0]) > 1]
    shouted = [word for word in words if word.isupper()]
    if len(shouted) > 1 and len(shouted) >= _SHOUTED * len(words):
        return text.lower()

    names = {word for word in shouted if len(word) <= ACRONYM_LENGTH or not frequencies.of(fold(word))}
    return _WORD.sub(lambda word: word[0].lower() if word[0] in {*shouted} - names else word[0], text)


def _asking_word(text: str, language: str) -> re.Match[str] | None:
    """Find the word that asks: the first that does nothing but ask, or joins only within a sentence."""
    words = list(_WORD.finditer(text))
    for place, word in enumerate(words):
        spoken = fold(word[0])
        if language != "es":
            if spoken in ENGLISH:
                return word
        elif spoken in SPANISH and (spoken not in RELATIVES or _begins(text, words[: place + 1])):
            return word
    return None


def _begins(text: str, words: list[re.Match[str]]) -> bool:
    """Tell whether nothing but prepositions stands between the last word and the start of its sentence."""
    for before, word in zip(reversed(words[:-1]), reversed(words), strict=False):
        if _MARKS_BEFORE.search(text[before.end() : word.start()]):
            return True
        if fold(before[0]) not in _BEFORE:
            return False
    return True
