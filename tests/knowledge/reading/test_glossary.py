import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.frequencies import load_frequencies
from knowledge.language.parties import PartyRegister
from knowledge.language.verbs import Verbs
from knowledge.reading.structure.glossary import find_glossary, find_unknown_acronyms
from tests.support.builders import make_provision

VERBS = Verbs.load(BUILT_IN.language)
FREQUENCIES = load_frequencies(BUILT_IN.language)


@pytest.fixture(scope="module")
def register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


@pytest.mark.parametrize(
    ("text", "acronym", "expansion"),
    [
        ("el informe de la Secretaría Técnica (ST) y", "ST", "Secretaría Técnica"),
        ("la Presidencia Pro-Témpore (PPT) de la CRM", "PPT", "Presidencia Pro-Témpore"),
        ("un Marco Integral Regional (MIR), en", "MIR", "Marco Integral Regional"),
        (
            "la Comisión Económica para América Latina y el Caribe (CEPAL)",
            "CEPAL",
            "Comisión Económica para América Latina y el Caribe",
        ),
        (
            "la Red Regional de Organizaciones Civiles (RROCM)",
            "RROCM",
            "Red Regional de Organizaciones Civiles",
        ),
        (
            "El GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)",
            "GRCM",
            "Grupo Regional de Consulta sobre Migración",
        ),
    ],
)
def test_an_expansion_in_the_act_is_found(
    register: PartyRegister, text: str, acronym: str, expansion: str
) -> None:
    provisions = [make_provision("C1", "El primero."), make_provision("C2", text)]
    entries = {entry.acronym: entry for entry in find_glossary(provisions, register, "es")}

    assert entries[acronym].expansion == expansion
    assert str(entries[acronym].reference) == "C2"


@pytest.mark.parametrize(
    ("language", "text", "expansion"),
    [
        ("es", "Solicitar a la OIM un informe.", "Organización Internacional para las Migraciones"),
        ("en", "Request that IOM report.", "International Organization for Migration"),
    ],
)
def test_an_acronym_that_the_act_leaves_unexplained_comes_from_the_register(
    register: PartyRegister, language: str, text: str, expansion: str
) -> None:
    (entry,) = find_glossary([make_provision("C1", text)], register, language)

    assert (entry.expansion, entry.reference) == (expansion, None)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Agradecer a la OIM el informe sobre el SIEMMES.", {"SIEMMES"}),
        ("Comunicar lo anterior a la ST, a la PPT y al XYZQ.", {"XYZQ"}),
        ("REUNIÓN ORDINARIA Ciudad de Guatemala", set()),
        ("MEETING OF THE GROUP San José", set()),
        ("La XIX Conferencia", set()),
        ("RESOLUCIÓN 4/09", set()),
        ("MEETING OF JANUARY 29", set()),
        ("Aportar US$42,000 para el curso", set()),
    ],
)
def test_acronyms_that_nobody_explains_are_found(
    register: PartyRegister, text: str, unknown: set[str]
) -> None:
    assert (
        set(find_unknown_acronyms([make_provision("C1", text)], (), register, VERBS, FREQUENCIES)) == unknown
    )
