"""The acronyms of an act, with the act's own expansion or else the register's."""

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.language.folding import fold
from knowledge.language.frequencies import WordFrequencies
from knowledge.language.parties import PartyRegister
from knowledge.language.verbs import Verbs
from knowledge.values.acts import GlossaryEntry, Provision
from knowledge.values.references import Reference

_ACRONYM = r"[^\W\d_a-zà-öø-ÿ]{2,}+(?:-?[^\W_a-zà-öø-ÿ])*"
_TOKEN = re.compile(rf"\b{_ACRONYM}\b(?!\s?[$€£])")  # "US$" is money
_SHOUTED = re.compile(r"\b[^\W\d_a-zà-öø-ÿ]+(?: [^\W\d_a-zà-öø-ÿ]+)+\b")
"""Words of a title in capitals."""
_IN_BRACKETS = re.compile(rf"\(\s*[“\"]?({_ACRONYM})[”\"]?\s*\)")
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_CLAUSE_END = re.compile(r"[.;:!?()“”\"«»]")
_LONGEST_ACRONYM = 10
_REACH = 200
_SHORTEST_WORD = 5
_USUAL = 4.5
"""Frequency from which capitals are taken for an ordinary word; few acronyms are that frequent."""


def find_glossary(
    provisions: Sequence[Provision], register: PartyRegister, language: str
) -> tuple[GlossaryEntry, ...]:
    """List the acronyms of an act in order of appearance.

    «Presidencia Pro-Témpore (PPT)» gives an expansion; entries with the register's expansion have no
    reference.
    """
    registered = _registered(register, language)
    expanded: dict[str, GlossaryEntry] = {}
    for provision in provisions:
        for acronym, expansion in _expansions(provision.text, register):
            entry = GlossaryEntry(acronym=acronym, expansion=expansion, reference=provision.reference)
            expanded.setdefault(acronym, _out_of_capitals(entry, registered.get(acronym)))
    entries = (expanded.get(acronym) or registered.get(acronym) for acronym, _ in _acronyms(provisions))
    return tuple(dict.fromkeys(entry for entry in entries if entry))


def find_unknown_acronyms(
    provisions: Sequence[Provision],
    glossary: Iterable[GlossaryEntry],
    register: PartyRegister,
    verbs: Verbs,
    frequencies: WordFrequencies,
) -> dict[str, Reference]:
    """Return the acronyms explained by neither the act nor the register, with their first references.

    Verbs and other frequent words in capitals don't count: «EXHORTA a los países», «RESOLUCIÓN 4/09».
    """
    known = {entry.acronym for entry in glossary}
    unknown: dict[str, Reference] = {}
    for acronym, reference in _acronyms(provisions):
        folded = fold(acronym)
        is_word = len(acronym) >= _SHORTEST_WORD and frequencies.of(folded) >= _USUAL
        if not (acronym in known or is_word or verbs.is_form(folded) or register.find(acronym)):
            unknown.setdefault(acronym, reference)
    return unknown


def _acronyms(provisions: Iterable[Provision]) -> Iterator[tuple[str, Reference]]:
    for provision in provisions:
        for paragraph in provision.text.split("\n"):
            for token in _TOKEN.finditer(_SHOUTED.sub("", paragraph)):
                if len(token[0]) <= _LONGEST_ACRONYM and not _ROMAN.fullmatch(token[0]):
                    yield token[0], provision.reference


def _expansions(text: str, register: PartyRegister) -> Iterator[tuple[str, str]]:
    for bracket in _IN_BRACKETS.finditer(text):
        before = _CLAUSE_END.split(text[max(0, bracket.start() - _REACH) : bracket.start()])[-1].rstrip()
        expansion = _by_initials(bracket[1], before) or _by_register(bracket[1], before, register)
        if expansion:
            yield bracket[1], expansion


def _by_initials(acronym: str, before: str) -> str | None:
    """Return the shortest ending of a text whose initials spell an acronym.

    Words other than the first may be skipped: «Comisión Económica para América Latina y el Caribe (CEPAL)».
    """
    letters = re.sub(r"\W", "", fold(acronym))
    tokens = list(_WORD.finditer(before))
    for token in reversed(tokens):
        if not token[0][:1].isupper() or fold(token[0][0]) != letters[0]:
            continue
        initials = "".join(fold(word[0][0]) for word in tokens if word.start() >= token.start())
        if _spells(letters, initials):
            return before[token.start() :]
    return None


def _spells(letters: str, initials: str) -> bool:
    """Tell whether letters occur in order among initials."""
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _by_register(acronym: str, before: str, register: PartyRegister) -> str | None:
    """Return the end of a text that is another name of the party with this acronym."""
    named = {mention.name for mention in register.find(acronym)}
    last = register.find(before)[-1:]
    if last and last[0].name in named and last[0].end == len(before):
        return before[last[0].start :]
    return None


def _out_of_capitals(entry: GlossaryEntry, registered: GlossaryEntry | None) -> GlossaryEntry:
    """Replace an expansion in capitals with the register's spelling if they match."""
    if registered and entry.expansion.isupper() and fold(entry.expansion) == fold(registered.expansion):
        return entry.model_copy(update={"expansion": registered.expansion})
    return entry


def _registered(register: PartyRegister, language: str) -> dict[str, GlossaryEntry]:
    entries: dict[str, GlossaryEntry] = {}
    for party in register.parties.values():
        for acronym in (party.name, party.english, *party.aliases):
            if party.full and _TOKEN.fullmatch(acronym):
                expansion = party.full.get(language) or next(iter(party.full.values()))
                entries[acronym] = GlossaryEntry(acronym=acronym, expansion=expansion)
    return entries
