"""Recognise what people say to each other after an answer: thanks, and questions to somebody."""

import re

from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister

_THANKS = re.compile(r"\b(?:gracias|agradecid[oa]s?|thanks|thank you|thx)\b")
_LONGEST_THANKS = 8
"""Most words of a message of thanks; a longer one says something else, too."""

_OPENING = re.compile(r"(?P<name>[^\W\d_]{3,})(?:\s*[,:]\s|\s*¿)")
_NO_NAME = re.compile(
    r"buen[oa]s?|hola|disculpen?|perdone?n?|oiga|entonces|tambien|ademas|pero|vale|listo|perfecto|okay|"
    r"gracias|claro|exacto|correcto|ahora|conclusion|recomendacion|"
    r"please|sorry|well|hello|thanks|and|then|also|now"
)
"""First words of a question that aren't a name."""


def is_thanks(text: str) -> bool:
    """Tell whether a message only says thanks."""
    return "?" not in text and len(text.split()) <= _LONGEST_THANKS and bool(_THANKS.search(fold(text)))


def addresses_somebody(text: str, register: PartyRegister) -> bool:
    """Tell whether a question begins with the name of an addressee: «Juan, ¿tú vas a ir?»."""
    opening = _OPENING.match(text)
    if opening is None or _NO_NAME.fullmatch(fold(opening["name"])):
        return False
    return register.named(opening["name"]) is None
