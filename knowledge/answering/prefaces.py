"""What people say before and after a question: «no me acuerdo, ¿cuándo es el taller?»."""

import re

from knowledge.language.folding import words

MAX_WORDS = 4
"""Words of a preface; a longer one is a part of the question."""

_END = re.compile(r"[,;:.!…]+\s+")


def behind_preface(text: str) -> str | None:
    """Return what stands behind a few words and a comma, or None if there are no such."""
    end = _END.search(text)
    if end is None or not 0 < len(words(text[: end.start()])) <= MAX_WORDS:
        return None
    return text[end.end() :].strip() or None


def before_afterthought(text: str) -> str | None:
    """Return the one question of a message that goes on after it, or None: «¿quién paga? me preguntan»."""
    question, mark, rest = text.partition("?")
    if not mark or "?" in rest or not words(rest) or not words(question):
        return None
    return f"{question.strip()}?"
