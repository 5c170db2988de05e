"""Tell questions whether somebody has done what they had to: «¿ya cumplió México?», "was it sent yet?"."""

from knowledge.language.folding import words
from knowledge.language.tenses import Tense, tense_of
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question

_ALREADY = frozenset({"ya", "already", "yet"})
_HAVE = frozenset({"has", "have"})
_OF_STATES = frozenset({Asked.FULFILMENT, Asked.STATUS})


def asks_whether_done(question: Question) -> bool:
    """Tell whether a question wants a yes or no to whether something was done.

    It says so, or asks nothing else of something past: «¿México ya entregó la lista?», "have they met?".
    """
    if question.wants(Asked.FULFILMENT):
        return True
    if not question.asks or not _OF_STATES.issuperset(question.asked):
        return False
    said = words(question.text)
    if said[:1] and said[0] in _HAVE:
        return True
    return not _ALREADY.isdisjoint(said) and tense_of(question.text) is Tense.PAST
