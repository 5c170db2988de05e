"""Conjugate Spanish and English verbs, by rule and from the irregular forms in the lists of verbs."""

from collections.abc import Iterable
from typing import NamedTuple

from knowledge.language.folding import fold

MAX_IRREGULAR = 5
"""Most irregular forms on a line of verbs_es.txt."""


class SpanishForms(NamedTuple):
    """The folded forms of a Spanish verb: third persons in singular and plural; `we` is the first person."""

    infinitive: str
    present: tuple[str, str]
    present_we: str
    preterite: tuple[str, str]
    subjunctive: tuple[str, str]
    future: tuple[str, str]
    gerund: str
    participle: str


def conjugate(infinitive: str, irregular: Iterable[str] = ()) -> SpanishForms:
    """Conjugate a Spanish verb; `irregular` are its irregular forms in the order of verbs_es.txt."""
    verb = fold(infinitive)
    given = [fold(form) for form in irregular]
    present, preterite, subjunctive, future, participle = (*given, *["-"] * (MAX_IRREGULAR - len(given)))
    stem, theme = verb[:-2], verb[-2]
    present = _or(present, stem + ("a" if theme == "a" else "ye" if _sounds_y(stem, theme) else "e"))
    past = _or(preterite, stem + _preterite_ending(stem, theme))
    third = _or(subjunctive, _subjunctive(stem, theme))
    coming = _or(future, verb + "a")
    return SpanishForms(
        infinitive=verb,
        present=(present, present + "n"),
        present_we=stem + {"a": "amos", "e": "emos", "i": "imos"}[theme],
        preterite=(past, _plural_past(past, stem)),
        subjunctive=(third, third + "n"),
        future=(coming, coming + "n"),
        gerund=_gerund(stem, theme, past),
        participle=_or(participle, stem + ("ado" if theme == "a" else "ido")),
    )


def _or(given: str, regular: str) -> str:
    return regular if given == "-" else given


def _preterite_ending(stem: str, theme: str) -> str:
    if theme == "a":
        return "o"
    return "yo" if stem[-1:] in set("aeiou") else "io"


def _plural_past(past: str, stem: str) -> str:
    if past == "fue":
        return "fueron"
    if past == stem + "o":
        return stem + "aron"
    if past.endswith("zo"):
        return past[:-2] + "cieron"
    ending = "eron" if past.endswith(("jo", "yo")) else "ieron"
    return past.removesuffix("o").removesuffix("i") + ending


def _subjunctive(stem: str, theme: str) -> str:
    if theme == "a":
        for last, written in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(last):
                return stem[:-1] + written + "e"
        return stem + "e"
    if stem.endswith("c"):
        return stem[:-1] + ("zca" if stem[-2:-1] in set("aeiou") else "za")
    if stem.endswith("g"):
        return stem[:-1] + "ja"
    return stem + ("ya" if _sounds_y(stem, theme) else "a")


def _sounds_y(stem: str, theme: str) -> bool:
    """Tell whether a verb ends in a sounded -uir: «incluye», «incluya»; not «seguir», whose u is silent."""
    return theme == "i" and stem.endswith("u") and stem[-2:-1] not in set("gq")


def _gerund(stem: str, theme: str, past: str) -> str:
    if theme == "a":
        return stem + "ando"
    if stem[-1:] in set("aeiou"):
        return stem + "yendo"
    changed = past.endswith("io") and theme == "i"
    return (past[:-2] if changed else stem) + "iendo"


class EnglishForms(NamedTuple):
    """An English verb's forms."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def conjugate_english(base: str, past: str = "", participle: str = "") -> EnglishForms:
    """Conjugate an English verb; `past` and `participle` where they are irregular or double a letter."""
    stem = base.removesuffix("e")
    sibilant = base.endswith(("s", "sh", "ch", "x", "z", "o"))
    hissing_y = base.endswith("y") and base[-2] not in "aeiou"
    regular = base[:-1] + "ied" if hissing_y else stem + "ed"
    past = past or regular
    doubled = past.removesuffix("ed") if past.endswith(base[-1] * 2 + "ed") else ""
    third = base[:-1] + "ies" if hissing_y else base + ("es" if sibilant else "s")
    return EnglishForms(base, third, past, participle or past, (doubled or stem) + "ing")
