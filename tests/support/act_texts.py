"""Short acts as text, for tests of how acts are divided."""

from textwrap import dedent

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text
from knowledge.values.acts import Act
from knowledge.values.references import Section

PREAMBLE = """\
REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, 6 y 7 de mayo de 2008
El Grupo Regional de Consulta sobre Migración (GRCM), reunido los días 6 y 7 de
mayo de 2008 en la ciudad de Tela, Honduras, con la participación de Canadá,
Costa Rica y Honduras, formuló las siguientes:

"""

DECLARATION = """\
XII CONFERENCIA REGIONAL SOBRE MIGRACIÓN (CRM)
DECLARACIÓN DE TELA
Tela, Honduras
6 y 7 de mayo de 2008

Los Viceministros de Canadá, Costa Rica y Honduras, reunidos los días 6 y 7 de mayo de 2008 en Tela:

"""

_REGISTER = PartyRegister.load(BUILT_IN)


def act_of(text: str) -> Act:
    """Read a text as an act."""
    return divide_text(text, source="acta.txt", sha256="0" * 64, register=_REGISTER)


def provisions_of(body: str, opening: str = f"{PREAMBLE}CONCLUSIONES\n") -> dict[str, str]:
    """Divide a body below an opening, and give its provisions by reference."""
    return {
        str(provision.reference): provision.text
        for provision in act_of(f"{opening}{dedent(body)}").provisions
        if provision.reference.section is not Section.PREAMBLE
    }
