"""List the terms of a text: of a provision for the index, or of a piece of it."""

from collections.abc import Iterator

from knowledge.language.folding import words
from knowledge.language.lexicon import Lexicon
from knowledge.language.parties import PartyRegister
from knowledge.language.thesaurus import Thesaurus
from knowledge.search.terms import exact, of_concept, of_party, stemmed


def terms_in(
    text: str, language: str, *, register: PartyRegister, thesaurus: Thesaurus, lexicon: Lexicon
) -> Iterator[str]:
    """Yield the terms of a text in one language, each as often as it occurs."""
    tokens = words(text)
    for token in tokens:
        if token not in lexicon.stop:
            yield exact(token)
            yield from stemmed(token, language)
    for match in thesaurus.find(tokens, narrower=True):
        # A stop word on its own is no form of another word: "for" isn't «foro».
        if match.end > match.start + 1 or tokens[match.start] not in lexicon.stop:
            yield from map(of_concept, match.concepts)
    for mention in register.find(text):
        yield of_party(mention.name)
