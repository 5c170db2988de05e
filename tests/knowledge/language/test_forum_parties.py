from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum_parties import load_parties
from knowledge.language.parties import PartyRegister
from knowledge.values.errors import FaultyData
from knowledge.values.parties import PartyKind
from tests.support.answers import REGISTER
from tests.support.forums import FISHERIES, STATISTICS, forum_folder


@pytest.fixture(scope="module")
def fisheries(tmp_path_factory: pytest.TempPathFactory) -> PartyRegister:
    return PartyRegister.load(forum_folder(tmp_path_factory.mktemp("fisheries"), FISHERIES))


@pytest.fixture(scope="module")
def statistics(tmp_path_factory: pytest.TempPathFactory) -> PartyRegister:
    return PartyRegister.load(forum_folder(tmp_path_factory.mktemp("statistics"), STATISTICS))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Executive Secretariat", ["SE"], id="English name"),
        pytest.param("la SE y la ES", ["SE", "SE"], id="acronyms"),
        pytest.param("cuando se reúna y es", [], id="acronyms in small letters"),
        pytest.param("el Consejo de Seguridad", [], id="wording with an article and a name after it"),
        pytest.param("Belize and the Dominican Republic", ["Belice", "República Dominicana"], id="countries"),
        pytest.param("los Estados Miembros", ["Estados Miembros"], id="all members as states"),
        pytest.param("the Member Countries", ["Países Miembros"], id="all members as countries"),
        pytest.param("ICFA, la CIPA", ["CIPA", "CIPA"], id="the forum"),
        pytest.param("el BCIE (CABEI)", ["BCIE", "BCIE"], id="partner"),
        pytest.param("Viceministros y GRCM", [], id="another forum's bodies"),
    ],
)
def test_parties_of_a_forum_are_found_by_any_name(
    fisheries: PartyRegister, text: str, names: list[str]
) -> None:
    assert [mention.name for mention in fisheries.find(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Antigua and Barbuda", ["Antigua y Barbuda"], id="and"),
        pytest.param("Saint Lucia, St. Lucia", ["Santa Lucía", "Santa Lucía"], id="saint"),
        pytest.param("Trinidad y Tabago", ["Trinidad y Tabago"], id="as the officer writes it"),
        pytest.param("Trinidad and Tobago", ["Trinidad y Tabago"], id="English"),
        pytest.param("Trinidad y Tobago", ["Trinidad y Tabago"], id="another spelling"),
        pytest.param("the Bahamas", ["Bahamas"], id="article"),
    ],
)
def test_countries_are_known_in_both_languages(
    statistics: PartyRegister, text: str, names: list[str]
) -> None:
    assert [mention.name for mention in statistics.find(text)] == names


def test_what_people_say_of_a_body_counts_in_the_chat(fisheries: PartyRegister) -> None:
    said = fisheries.find("qué plazos tiene la secretaría? y las tareas del Consejo?", spoken=True)
    assert [mention.name for mention in said] == ["SE", "Consejo de Ministros"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CIPA", PartyKind.FORUM),
        ("Consejo de Ministros", PartyKind.FORUM),
        ("CD", PartyKind.FORUM),
        ("SE", PartyKind.OFFICE),
        ("RIPA", PartyKind.NETWORK),
        ("FAO", PartyKind.ORGANIZATION),
        ("Honduras", PartyKind.COUNTRY),
    ],
)
def test_the_kind_of_a_party_follows_from_the_description(
    fisheries: PartyRegister, name: str, kind: PartyKind
) -> None:
    assert fisheries.parties[name].kind is kind


def test_a_body_in_the_plural_is_a_group(statistics: PartyRegister) -> None:
    assert statistics.parties["ONE"].kind is PartyKind.GROUP


def test_further_names_go_to_the_party_that_is_called_so(tmp_path: Path) -> None:
    data = forum_folder(tmp_path, FISHERIES)
    (tmp_path / "parties.yaml").write_text(
        "- name: Comité de Directores\n  aliases: [Comité Técnico]\n"
        "- name: Unión de Puertos\n  english: Union of Ports\n  aliases: [UP]\n"
        "- name: Países Miembros\n  aliases: [Estados Miembros]\n",
        encoding="utf-8",
    )
    register = PartyRegister.load(data)
    found = register.find("el Comité Técnico, la UP y los Estados Miembros")
    assert [mention.name for mention in found] == ["CD", "Unión de Puertos", "Países Miembros"]
    assert register.all_members == ("Países Miembros",)
    assert register.parties["CD"].english == "CD"


def test_a_name_may_have_articles_within(tmp_path: Path) -> None:
    data = forum_folder(tmp_path, FISHERIES)
    (tmp_path / "parties.yaml").write_text("- name: Unión de Puertos y Faros", encoding="utf-8")
    text = "la Unión de los Puertos y los Faros, o la Unión de Puertos"
    (found,) = PartyRegister.load(data).find(text)
    assert text[found.start : found.end] == "Unión de los Puertos y los Faros"


def test_parties_follow_the_files_as_they_are_at_each_load(tmp_path: Path) -> None:
    data = forum_folder(tmp_path, FISHERIES)
    (tmp_path / "parties.yaml").write_text("- name: Unión de Puertos", encoding="utf-8")
    first = PartyRegister.load(data)
    (tmp_path / "parties.yaml").write_text("- name: Liga de Puertos", encoding="utf-8")
    second = PartyRegister.load(data)
    assert [
        {*register.parties} & {"Unión de Puertos", "Liga de Puertos"} for register in (first, second)
    ] == [
        {"Unión de Puertos"},
        {"Liga de Puertos"},
    ]


@pytest.mark.parametrize(
    ("names", "complaint"),
    [
        pytest.param("- name: CD\n  aka: [Comité]", "línea 2: «aka» no se conoce aquí", id="unknown key"),
        pytest.param("- name: CD\n  aliases:\n    - «»", "línea 3: ««»» no es un nombre", id="no letters"),
        pytest.param("- name: CD\n  kind: club", "línea 2: «kind» no es válido: club", id="unknown kind"),
        pytest.param("- name: CD\n  full: {es: ''}", "línea 2: «» no es un nombre", id="blank"),
        pytest.param("", "línea 1: el archivo está vacío", id="empty"),
    ],
)
def test_a_mistake_in_further_names_is_named(tmp_path: Path, names: str, complaint: str) -> None:
    data = forum_folder(tmp_path, FISHERIES)
    (tmp_path / "parties.yaml").write_text(names, encoding="utf-8")
    with pytest.raises(FaultyData) as raised:
        load_parties(data)
    assert f"parties.yaml, {complaint}" in str(raised.value)


def test_a_forum_without_countries_has_parties_all_the_same(tmp_path: Path) -> None:
    register = PartyRegister.load(forum_folder(tmp_path, "name: Liga"))
    assert (register.members, register.all_members) == ((), ("Países Miembros", "Estados Miembros"))


def test_the_members_of_the_shipped_forum_keep_their_order() -> None:
    members = PartyRegister.load(BUILT_IN).members
    assert (members[0], members[-1], len(members)) == ("Belice", "República Dominicana", 11)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("el ofrecimiento de España", ["España"], id="no member"),
        pytest.param("Japan and Panama", ["Japón", "Panamá"], id="beside a member"),
        pytest.param("el taller en la ciudad de Liberia", [], id="a place"),
        pytest.param("la pesca de la anguila", [], id="a word"),
        pytest.param("la próxima Reunión", [], id="a meeting"),
    ],
)
def test_other_countries_of_the_world_are_parties_where_acts_name_them(
    fisheries: PartyRegister, text: str, names: list[str]
) -> None:
    assert [mention.name for mention in fisheries.find(text)] == names


def test_other_countries_are_no_parties_in_the_chat(fisheries: PartyRegister) -> None:
    assert fisheries.find("la Anguila de España", spoken=True) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("costa ricas solidarity fund", ["Costa Rica"], id="without its apostrophe"),
        pytest.param("panama's proposal", ["Panamá"], id="with it"),
        pytest.param("las mexicanas", [], id="another word"),
    ],
)
def test_a_country_is_known_by_its_possessive(text: str, names: list[str]) -> None:
    assert [mention.name for mention in REGISTER.find(text, spoken=True)] == names
