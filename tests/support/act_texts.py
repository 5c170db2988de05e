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

SMALL_ACT = f"""\
{PREAMBLE}CONCLUSIONES

1. Solicitar a Canadá que envíe a la ST el informe de actividades a más tardar el 15 de julio de 2008.

2. Realizar el IV Taller sobre pasaportes en Choluteca, Honduras, del 17 al 18 de junio de 2008, con el \
apoyo financiero de la OIM, para fortalecer la seguridad de los documentos.

3. Agradecer a Costa Rica por la capacitación de quince funcionarios en atención consular.

4. Instar a los Países Miembros a lo siguiente:

a) Pagar sus cuotas pendientes.

b) Remitir a la ST sus registros de 2007.

5. Felicitar al señor Juan Pérez por su nombramiento como Coordinador de la ST.

6. Tomar nota de que el taller sobre niñez se aplazó y de que costará 20 mil dólares.

RECOMENDACIONES

1. Aprobar el plan de trabajo de la red consular.
"""
"""An act of the built-in forum, with something for every kind of question."""

_REGISTER = PartyRegister.load(BUILT_IN)


def act_of(text: str) -> Act:
    """Read a text as an act."""
    return divide_text(text, source="acta.txt", sha256="0" * 64, register=_REGISTER)


def provisions_of(body: str, opening: str = f"{PREAMBLE}CONCLUSIONES\n") -> dict[str, str]:
    """Divide an act with this body, and return its provisions by reference, without the preamble."""
    return {
        str(provision.reference): provision.text
        for provision in act_of(f"{opening}{dedent(body)}").provisions
        if provision.reference.section is not Section.PREAMBLE
    }
