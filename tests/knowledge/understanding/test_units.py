"""What the words of a question are searched by: phrases before words, and what each is worth."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.lexicon import Lexicon
from knowledge.search.matching import Alternative, Unit
from knowledge.search.spelling import Correction
from knowledge.search.terms import exact, of_concept, of_party, of_role
from knowledge.understanding.units import (
    LIGHT,
    OTHER_ROLE,
    ROLE_VERB,
    Everyday,
    NamedParty,
    Phrase,
    Word,
    asks_role,
    phrases_in,
    units_of,
    with_roles,
)
from knowledge.values.acts import Role

LEXICON = Lexicon.load(BUILT_IN.language)
NOBODY: frozenset[str] = frozenset()


def word(text: str, everyday: Everyday = Everyday.NO, frequency: float = 0.0) -> Word:
    return Word(text, (Correction(text, 1.0),), everyday, frequency)


def units(
    words: list[Word], *phrases: Phrase, taken: tuple[int, ...] = (), groups: frozenset[str] = NOBODY
) -> list[Unit]:
    return [*units_of(words, phrases, LEXICON, taken=frozenset(taken), predicates=frozenset(), groups=groups)]


@pytest.mark.parametrize(
    ("words", "phrases", "taken", "labels"),
    [
        pytest.param(["taller", "pasaportes"], [], (), ["taller", "pasaportes"], id="words"),
        pytest.param(
            ["el", "taller", "de", "pasaportes"], [], (), ["taller", "pasaportes"], id="no stop words"
        ),
        pytest.param(
            ["plan", "de", "trabajo"], [Phrase(0, 3, ("plan",), None)], (), ["plan de trabajo"], id="a phrase"
        ),
        pytest.param(
            ["plan", "de", "trabajo"],
            [Phrase(0, 1, ("plan",), None), Phrase(0, 3, ("work plan",), None)],
            (),
            ["plan de trabajo"],
            id="the longest of two phrases",
        ),
        pytest.param(["conclusion", "2", "taller"], [], (0, 1), ["taller"], id="but for what is taken"),
        pytest.param(
            ["plan", "de", "trabajo"],
            [Phrase(0, 3, ("plan",), None)],
            (2,),
            ["plan"],
            id="a phrase that is taken",
        ),
        pytest.param(["us"], [Phrase(0, 1, (), "Estados Unidos")], (), ["us"], id="a party by a stop word"),
    ],
)
def test_a_question_falls_into_phrases_and_words(
    words: list[str], phrases: list[Phrase], taken: tuple[int, ...], labels: list[str]
) -> None:
    assert [each.label for each in units([*map(word, words)], *phrases, taken=taken)] == labels


def test_a_unit_is_found_by_its_word_its_notion_and_its_party() -> None:
    (unit,) = units([word("oim")], Phrase(0, 1, ("body",), "OIM"))

    assert {exact("oim"), of_concept("body"), of_party("OIM")} <= set(unit.terms)
    assert unit.is_notion


def test_a_word_of_a_phrase_is_no_term_of_the_whole() -> None:
    (unit,) = units([word("plan"), word("trabajo")], Phrase(0, 2, ("plan",), None))

    assert unit.terms == (of_concept("plan"),)
    assert exact("plan") in {each.term for each in unit.alternatives}


@pytest.mark.parametrize(
    ("given", "is_topic"),
    [
        pytest.param(word("pasaporte"), True, id="a word of the field"),
        pytest.param(word("zarpe", Everyday.LIGHT), False, id="a light word"),
    ],
)
def test_light_words_are_no_topic(given: Word, *, is_topic: bool) -> None:
    (unit,) = units([given])

    assert unit.is_topic is is_topic


def test_the_more_usual_a_word_the_less_its_absence_tells() -> None:
    rare, usual = (units([word("zarpe", frequency=each)])[0].absence for each in (0.0, 6.0))

    assert rare > usual


def test_all_members_by_one_name_tell_little() -> None:
    (unit,) = units([word("paises")], Phrase(0, 1, (), "Todos"), groups=frozenset({"Todos"}))

    assert unit.weight == LIGHT


def test_concepts_and_parties_at_one_place_are_one_phrase() -> None:
    assert phrases_in({(0, 2): ("plan",)}, [NamedParty(0, 2, "OIM"), NamedParty(3, 4, "ST")]) == [
        Phrase(0, 2, ("plan",), "OIM"),
        Phrase(3, 4, (), "ST"),
    ]


PROPOSES = frozenset({of_concept("propose")})
VERB = Unit("propuso", (Alternative(of_concept("propose"), 1.0),))
MEXICO = Unit("mexico", (Alternative(of_party("México"), 1.0),))


def test_a_verb_that_asks_for_a_role_counts_for_less() -> None:
    unit = with_roles(VERB, [Role.PROPOSER], PROPOSES, of_parties=True)

    assert asks_role(VERB, PROPOSES)
    assert unit.weight == ROLE_VERB


def test_a_party_is_looked_for_in_its_role_first() -> None:
    unit = with_roles(MEXICO, [Role.PROPOSER], PROPOSES, of_parties=True)

    assert unit.alternatives == (
        Alternative(of_role(Role.PROPOSER, "México"), 1.0),
        Alternative(of_party("México"), OTHER_ROLE),
    )


@pytest.mark.parametrize(
    ("unit", "roles", "of_parties"),
    [
        pytest.param(MEXICO, [], True, id="no role is asked for"),
        pytest.param(MEXICO, [Role.PROPOSER], False, id="the role is another's"),
        pytest.param(Unit("taller", ()), [Role.PROPOSER], True, id="no party"),
    ],
)
def test_else_a_unit_stays_as_it_is(unit: Unit, roles: list[Role], *, of_parties: bool) -> None:
    assert with_roles(unit, roles, PROPOSES, of_parties=of_parties) == unit
