"""The words that ask, in both languages; they are closed classes."""

RELATIVES = frozenset({"que", "como"})
"""Spanish words that ask at the start of a sentence and join within it."""

SPANISH = {
    "que": "qué",
    "como": "cómo",
    "cual": "cuál",
    "cuales": "cuáles",
    "quien": "quién",
    "quienes": "quiénes",
    "cuando": "cuándo",
    "donde": "dónde",
    "adonde": "adónde",
    "cuanto": "cuánto",
    "cuanta": "cuánta",
    "cuantos": "cuántos",
    "cuantas": "cuántas",
}
"""Folded words that ask for more than a yes or no, and how they are written where they ask."""

ENGLISH = frozenset({"what", "which", "who", "whom", "when", "where", "why", "how"})

INTERROGATIVES = ENGLISH.union(SPANISH)
"""Folded words that ask for more than a yes or no."""
