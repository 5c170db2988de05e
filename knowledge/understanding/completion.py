"""Complete an elliptical message from the last question: «¿y cuándo?», «¿y México?», «¿y el de visas?»."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from knowledge.language.folding import words
from knowledge.language.thesaurus import Thesaurus
from knowledge.search.matching import Unit
from knowledge.search.terms import is_role, party_of
from knowledge.understanding.asking import WHO
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.understanding.units import with_roles
from knowledge.understanding.world import countries_of_the_world
from knowledge.values.acts import Role

_ARTICLES = {"el": "el|un|al|del|este|ese", "la": "la|una|esta|esa", "los": "los|unos", "las": "las|unas"}
"""Articles that stand in for a noun, and those the noun may have had in the last question."""

_OF = r"(?:de|del|sobre|para|contra|en|con)\b"
_ANOTHER = re.compile(rf"\b(?P<article>{'|'.join(_ARTICLES)})\s+(?={_OF})", re.IGNORECASE)


class Filled(NamedTuple):
    """A message with its missing noun filled in, and the last question up to that noun."""

    text: str
    before: str


def of_another(text: str, last: str, *, asks: bool) -> Filled | None:
    """Fill in the noun missing from «¿y el de pasaportes?» with that of the last question.

    A message that asks nothing itself asks what the last one did: «¿cuándo es el taller de pasaportes?».
    Return None if no noun is missing, or the last question has none with a matching article.
    """
    left_out = _ANOTHER.search(text)
    if left_out is None:
        return None
    named_with = _ARTICLES[left_out["article"].lower()]
    noun = re.search(rf"\b(?:{named_with})\s+(?P<noun>\w+)(?=\s+{_OF})", last, re.IGNORECASE)
    if noun is None:
        return None
    before, of = last[: noun.end()], text[left_out.end() :]
    return Filled(f"{text[: left_out.end()]}{noun['noun']} {of}" if asks else f"{before} {of}", before)


def complete(
    question: Question,
    text: str,
    asked: tuple[Asked, ...],
    roles: tuple[Role, ...],
    units: Iterable[Unit],
    thesaurus: Thesaurus,
    *,
    is_topic: bool = False,
) -> Question:
    """Fill in what a follow-up leaves out from the last question's `text`, `asked`, `roles` and `units`.

    Things replace others of their kind: a party the party, a city the city. With `is_topic`, what it names
    replaces the topic: after «¿qué pidió Canadá sobre el acta?», «¿y sobre la OPS?» keeps Canada. Without a
    topic everything stays.
    """
    filled = of_another(question.about, text, asks=bool(question.asked))
    if filled:
        spoken = set(words(filled.before))
        units = [unit for unit in units if spoken.issuperset(words(unit.label))]
        joined = question._replace(text=filled.text, about=filled.text)
    else:
        joined = question._replace(
            text=f"{text} {question.text}".strip(), about=f"{text} {question.about}".strip()
        )
    if is_topic:
        actors = (unit for unit in units if any(map(is_role, unit.terms)))
        return joined._replace(units=(*question.units, *actors))
    # «¿A quién se lo mando?» doesn't ask about the role in the last question.
    carried = () if Asked.ADDRESSEE in question.asked else roles
    now_asked, now_roles = question.asked or asked, question.roles or carried
    new = question.units
    if not question.roles:
        of_parties = WHO.isdisjoint(now_asked)
        new = tuple(with_roles(unit, roles, (), of_parties=of_parties) for unit in new)
    replaced = set[str]().union(*(_sorts(unit, thesaurus) for unit in new))
    kept = tuple(
        unit for unit in units if not _sorts(unit, thesaurus) & replaced and unit.label not in question.labels
    )
    return joined._replace(
        asked=now_asked,
        roles=now_roles,
        parties=question.parties if question.topics else tuple(dict.fromkeys(_parties_in((*new, *kept)))),
        units=(*new, *kept),
    )


def _parties_in(units: Iterable[Unit]) -> Iterator[str]:
    """Yield the parties that units name."""
    for unit in units:
        yield from filter(None, map(party_of, unit.terms))


def _sorts(unit: Unit, thesaurus: Thesaurus) -> set[str]:
    """Return what the thesaurus says a unit is a kind of; for parties and countries, "party"."""
    tokens = words(unit.label)
    is_country = any(
        match.end - match.start == len(tokens) for match in countries_of_the_world().find(tokens)
    )
    if is_country or unit.names_party:
        return {"party"}
    own, broader = (
        {
            concept
            for match in thesaurus.find(tokens, narrower=narrower)
            if match.start == 0 and match.end == len(tokens)
            for concept in match.concepts
        }
        for narrower in (False, True)
    )
    return broader - own
