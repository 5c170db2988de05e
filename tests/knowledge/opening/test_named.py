from pathlib import Path

import pytest

from tests.support.openings import open_provision, opened

OFFER = (
    "Aceptar el ofrecimiento de Panamá de acoger el Taller sobre Visas, que se celebrará en David del 2 al 4 "
    "de julio de 2019, con fondos de Canadá y el apoyo técnico de la OIM."
)
CHOSEN = (
    "Elegir a la señora Clara Montoya Ruiz como presidenta y al señor Luis Vega Paz "
    "como vicepresidente de la Red."
)
NOTED = (
    "Tomar nota de la solicitud de Honduras de ampliar el plazo y encargar a la ST que revise el reglamento."
)
COMIC = "Editar una historieta sobre los archivos, con dibujos de Panamá y guion de Ecuador, para noviembre."


@pytest.mark.parametrize(
    ("text", "question", "lines"),
    [
        pytest.param(OFFER, "¿Quién financia el taller?", ["Lo financia: ('Canadá',)"], id="pays"),
        pytest.param(
            OFFER,
            "¿Quién da apoyo técnico al taller?",
            ["Con el apoyo de: ('OIM',)"],
            id="helps in another way",
        ),
        pytest.param(
            OFFER, "¿Quién se ofreció a acoger el taller?", ["Lo ofreció: ('Panamá',)"], id="offered"
        ),
        pytest.param(OFFER, "¿Quién acogerá el taller?", ["Responsable: ('Panamá',)"], id="has to"),
        pytest.param(NOTED, "¿Quién pidió ampliar el plazo?", ["Lo solicitó: ('Honduras',)"], id="only asks"),
        pytest.param(
            NOTED, "¿Quién debe revisar el reglamento?", ["Responsable: ('ST',)"], id="is charged with it"
        ),
        pytest.param(
            NOTED, "¿A quién se encargó revisar el reglamento?", ["Responsable: ('ST',)"], id="whom"
        ),
        pytest.param(
            "Elegir a la señora Clara Montoya Ruiz, de Panamá, como coordinadora de la Red.",
            "¿Quién es la nueva coordinadora de la Red?",
            ["Nombre: Clara Montoya Ruiz"],
            id="a person",
        ),
        pytest.param(
            "Agradecer a Panamá los avances del Taller sobre Visas, que organizará Panamá en David; se insta "
            "a los Países Miembros a confirmar su participación a la ST.",
            "¿Quién tiene que confirmar su participación en el taller?",
            ["Responsable: ('Países Miembros',)"],
            id="is bound, and not the organizer",
        ),
        pytest.param(
            "Agradecer el informe sobre la participación de Panamá en la cita convocada por la Comisión de "
            "Asuntos Migratorios.",
            "¿quién fue a la cita de la comision de asutnos migratorios?",
            ["('Panamá',)"],
            id="not whom the question names with a typing error",
        ),
        pytest.param(
            "Agradecer a México la guía sobre retorno.",
            "¿A quién se agradece la guía?",
            ["Se agradece a: ('México',)"],
            id="is thanked",
        ),
        pytest.param(
            "Agradecer a México por organizar la reunión; se insta a los Países Miembros a enviar a la ST "
            "sus confirmaciones.",
            "¿a quién se le dio las gracias por organizar esta reunión?",
            ["Se agradece a: ('México',)"],
            id="is thanked for organizing, and whom others write to is not",
        ),
        pytest.param(
            "El ACNUR se sumó a ese ofrecimiento: costearía el alojamiento de los asistentes y pondría a "
            "disposición dos instructores.",
            "¿Quién me paga el alojamiento?",
            ["Responsable: ('ACNUR',)"],
            id="pays, as the deed says",
        ),
        pytest.param(
            "Designar a El Salvador, en lugar de Honduras, coordinador del Grupo sobre Visas.",
            "¿A quién le pasaron el Grupo sobre Visas?",
            ["('El Salvador',)"],
            id="whom a post is given to",
        ),
        pytest.param(
            "Lamentar que Belice y Nicaragua no asistan a las reuniones y solicitar a la ST que les escriba.",
            "¿Quiénes faltaron a las reuniones?",
            [],
            id="who writes is not absent",
        ),
        pytest.param(
            "La ST enviará el acta de la reunión.",
            "¿A quién se envía el acta?",
            [],
            id="who sends is no addressee",
        ),
        pytest.param(
            "La Argentina aportará dos médicos.",
            "Con la pierna que se quebró el niño, ¿quién pone los médicos?",
            ["Responsable: ('Argentina',)"],
            id="has to, whatever else is past",
        ),
        pytest.param(
            "La OIM elaborará un cuadro comparativo de definiciones nacionales, y la CEPAL lo revisará.",
            "¿Qué organismo revisa el cuadro comparativo de definiciones nacionales?",
            ["Responsable: ('CEPAL',)"],
            id="does what the verb says",
        ),
        pytest.param(
            "Solicitar a cada País Miembro que comunique el nombre de su punto focal a la Secretaría Técnica "
            "dentro de los 20 días hábiles siguientes a esta reunión.",
            "¿A quién se comunica el nombre?",
            ["Destinatario: ('ST',)"],
            id="not the body that meets",
        ),
        pytest.param(COMIC, "¿Quién escribe el guion de la historieta?", ["('Ecuador',)"], id="by the way"),
        pytest.param(
            COMIC, "¿Quién dibujará la historieta?", [], id="two by the way, of whom one isn't understood"
        ),
        pytest.param(OFFER, "Which countries were thanked for the workshop?", [], id="nobody is thanked"),
        pytest.param(
            "Agradecer a México la elaboración de la guía sobre retorno.",
            "¿Quién elaboró la guía?",
            ["('México',)"],
            id="is thanked for having done it",
        ),
        pytest.param("La ST enviará el acta a la OIM.", "¿Quién envió el acta?", [], id="has it still to do"),
        pytest.param(
            "La ST enviará el acta a la OIM.",
            "¿A quién se envía el acta?",
            ["Destinatario: ('OIM',)"],
            id="to whom",
        ),
        pytest.param(
            "La ST enviará el acta a la OIM y la PPT enviará el acta a la OEA.",
            "¿Quién enviará el acta?",
            [],
            id="two who fit as well",
        ),
        pytest.param(
            CHOSEN,
            "¿Quién es el nuevo vicepresidente?",
            ["Nombre: Luis Vega Paz"],
            id="the second of two who are chosen",
        ),
        pytest.param(
            CHOSEN,
            "¿Quién es la presidenta?",
            ["Nombre: Clara Montoya Ruiz"],
            id="the first of two who are chosen",
        ),
        pytest.param(
            "Elegir a la señora Clara Montoya Ruiz como presidenta, en reemplazo del señor Luis Vega Paz.",
            "¿Quién es la presidenta?",
            ["Nombre: Clara Montoya Ruiz"],
            id="whom somebody replaces isn't chosen",
        ),
        pytest.param(
            "Elegir a la señora Clara Montoya Ruiz como presidenta.",
            "¿Quiénes votaron contra Montoya?",
            [],
            id="whom the question names",
        ),
        pytest.param(
            "Dar la bienvenida a la señora Clara Montoya Ruiz, nueva coordinadora de la Red.",
            "¿Quién es la nueva coordinadora de la Red?",
            ["Nombre: Clara Montoya Ruiz"],
            id="who holds a post",
        ),
        pytest.param(
            "Crear un grupo de trabajo sobre remesas.",
            "¿Quién coordina el grupo de trabajo?",
            [],
            id="whoever has to create it isn't who leads it",
        ),
        pytest.param(
            "Panamá y la OIM difundirán la serie de radio.",
            "¿Cómo se llama la serie de radio?",
            [],
            id="a party is no title",
        ),
        pytest.param(
            "Agradecer a Panamá el informe e instar a Belice a publicarlo.",
            "¿Quién paga el informe?",
            [],
            id="nobody pays",
        ),
    ],
)
def test_those_who_are_asked_for_are_named_in_their_role(
    tmp_path: Path, text: str, question: str, lines: list[str]
) -> None:
    assert opened(open_provision(tmp_path, ("C1", text), question=question)) == lines


@pytest.mark.parametrize(
    ("question", "responsible"),
    [
        pytest.param("¿Quién debe revisar el reglamento?", ("ST",), id="who is bound"),
        pytest.param("¿Quién pidió ampliar el plazo?", (), id="who only asks"),
    ],
)
def test_only_who_is_bound_is_called_responsible(
    tmp_path: Path, question: str, responsible: tuple[str, ...]
) -> None:
    assert open_provision(tmp_path, ("C1", NOTED), question=question).responsible == responsible


def test_english_is_treated_alike(tmp_path: Path) -> None:
    text = "Take note of the request of Honduras to extend the term and instruct the TS to revise the rules."
    asked = open_provision(tmp_path, ("C1", text), question="who asked to extend the term?", language="en")
    assert opened(asked) == ["Lo solicitó: ('Honduras',)"]
