"""Several questions in one message: answer each, unless one answer covers them all."""

from collections.abc import Iterable, Sequence

from knowledge.understanding.sentences import sentences_of
from knowledge.values.answers import Answer, Outcome

MOST = 3
"""Most questions of one message that are answered separately; the rest must be asked again."""

_SHORTEST = 2
"""Fewest words of a question, so that «¿no?» doesn't count."""


def questions_in(text: str) -> list[str]:
    """List the questions of a message, if there are several."""
    asked = [each for each in sentences_of(text) if each.endswith("?") and len(each.split()) >= _SHORTEST]
    return asked[:MOST] if len(asked) > 1 else []


def apart(whole: Answer, questions: Sequence[str], answers: Iterable[Answer]) -> list[str]:
    """Return the questions to answer separately; none if the answer to the whole message covers them.

    Mere politeness, such as «¿me puede ayudar?», is answered by answering the rest.
    """
    asked = [
        (question, answer)
        for question, answer in zip(questions, answers, strict=True)
        if answer.outcome is not Outcome.COURTESY
    ]
    held = {finding.citation.key for finding in whole.findings}
    wanted = [{finding.citation.key for finding in answer.findings} for _, answer in asked]
    if len(asked) < 2 or all(keys <= held for keys in wanted if keys):  # noqa: PLR2004
        return []
    return [question for question, _ in asked]
