"""Several questions in one message: each is answered, where one answer doesn't hold them all."""

from collections.abc import Iterable, Sequence

from knowledge.understanding.sentences import sentences_of
from knowledge.values.answers import Answer, Outcome

MOST = 3
"""Questions of one message that are answered apart; the rest is asked again by who wants to know."""

_SHORTEST = 2
"""Words of a question; «¿no?» is none."""


def questions_in(text: str) -> list[str]:
    """List the questions of a message, if there are several."""
    asked = [each for each in sentences_of(text) if each.endswith("?") and len(each.split()) >= _SHORTEST]
    return asked[:MOST] if len(asked) > 1 else []


def apart(whole: Answer, questions: Sequence[str], answers: Iterable[Answer]) -> list[str]:
    """Return which questions to answer apart; none if the answer to the whole message holds them all.

    What is only politeness, such as «¿me puede ayudar?», is answered by answering the rest.
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
