"""The parts of search and answering that can be switched off, to measure what each is worth."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parts:
    """Which parts are switched on.

    ============= ======================================================================
    meaning       the sentence encoder
    close_reading doubtful candidates read together with the question
    sentences     each sentence of a message read separately
    stems         other forms of a word
    typing_errors words misspelt, misheard or of the other language
    thesaurus     other words for the same notion
    parties       countries and bodies under any of their names
    roles         a party's role in a provision: proposing, requesting, bound …
    sorts         provisions that hold the kind of answer asked for
    structure     lead-ins after their sub-items, the preamble last, the newest act first
    lists         questions that several provisions answer together, and the meeting itself
    premises      names, figures and dates of a question checked against the provision
    confidence    silence where no provision is sure enough
    ============= ======================================================================
    """

    meaning: bool = True
    close_reading: bool = True
    sentences: bool = True
    stems: bool = True
    typing_errors: bool = True
    thesaurus: bool = True
    parties: bool = True
    roles: bool = True
    sorts: bool = True
    structure: bool = True
    lists: bool = True
    premises: bool = True
    confidence: bool = True


ALL_PARTS = Parts()
