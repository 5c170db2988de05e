import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.signatories import SignatoryFinder

SIGNATORIES = SignatoryFinder(PartyRegister.load(BUILT_IN))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Las Partes habilitarán un carril.", ["Partes"]),
        ("Cada Parte designará un coordinador.", ["Partes"]),
        ("Each Party shall bear its costs.", ["Parties"]),
        ("Las Partes Contratantes se reunirán.", []),
        ("Las partes del motor se revisarán.", []),
        ("La Parte panameña instalará la iluminación.", ["Panamá"]),
        ("La Parte hondureña y la Parte chilena pagarán.", ["Honduras", "Chile"]),
        (
            "La parte ecuatoriana enviará el plan y la colombiana formulará observaciones.",
            ["Ecuador", "Colombia"],
        ),
        ("La delegación panamericana y la parte humana del programa.", []),
        ("El Gobierno mexicano pagará, y la delegación técnica viajará.", ["México"]),
        ("The Mexican side will pay; the other side won't.", ["México"]),
    ],
)
def test_who_signs_goes_by_country_or_as_the_act_says(text: str, names: list[str]) -> None:
    assert [name for _, _, name in SIGNATORIES.find(text)] == names
