"""List ordinals other than digits: letters and Roman numerals."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def letter(number: int) -> str:
    """Write a number from 1 as letters: a to z, aa to zz; beyond that, letters repeat."""
    rounds, rest = divmod(number - 1, len(_ALPHABET))
    return (_ALPHABET[(rounds - 1) % len(_ALPHABET)] if rounds else "") + _ALPHABET[rest]


def roman(number: int) -> str:
    """Write a number from 1 to 89 as a Roman numeral in small letters."""
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
