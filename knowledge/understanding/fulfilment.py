"""Recognise questions of whether a commitment was fulfilled: «¿ya cumplió México?», "was it sent yet?"."""

from knowledge.language.folding import words
from knowledge.language.tenses import Tense, tense_of
from knowledge.language.verbs import Verbs
from knowledge.search.terms import is_party
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import INTERROGATIVES, Question

_ALREADY = frozenset({"ya", "already", "yet"})
_HAVE = frozenset({"has", "have"})
_DID = frozenset({"did", "was", "were"})
_IT = frozenset({"it", "they", "this", "that", "these", "those"})
_OF_STATES = frozenset({Asked.FULFILMENT, Asked.STATUS})


def asks_whether_done(question: Question) -> bool:
    """Tell whether a question asks, for a yes or no, whether something was done.

    It says so, or asks nothing else about the past: «¿México ya entregó la lista?», "have they met?".
    """
    if question.wants(Asked.FULFILMENT):
        return True
    if not question.asks or not _OF_STATES.issuperset(question.asked):
        return False
    said = words(question.text)
    if said[:1] and (said[0] in _HAVE or (said[0] in _DID and not _IT.isdisjoint(said[1:2]))):
        return True
    return not _ALREADY.isdisjoint(said) and tense_of(question.text) is Tense.PAST


def asks_only_whether_done(question: Question, verbs: Verbs) -> bool:
    """Tell whether a question only asks if something was done, and by whom: «¿ya lo envió México?».

    The thing itself must have been shown before: «¿se aprobó?», "was it approved?".
    """
    if not question.asks or not _OF_STATES.issuperset(question.asked):
        return False
    said = words(question.text)
    is_past = tense_of(question.text) is Tense.PAST or not _HAVE.isdisjoint(said[:1])
    if not is_past or not INTERROGATIVES.isdisjoint(question.tokens):
        return False
    past = (written for written in question.text.split() if tense_of(written) is Tense.PAST)
    done = {word for written in past for word in words(written)}
    topics = (unit.label for unit in question.topics if not any(map(is_party, unit.terms)))
    named = {word for label in topics for word in words(label)} - done
    by_auxiliary = not (_HAVE | _DID).isdisjoint(said[:1])
    return not named or (by_auxiliary and all(map(verbs.is_form, named)))
