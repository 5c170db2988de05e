"""What is agreed to be done, and what is only held to be so."""

import pytest

from tests.support.duties import duties_in, first_words

SPANISH: list[tuple[str, list[str]]] = [
    ("Estuvieron de acuerdo en que la cooperación regional resulta indispensable.", []),
    ("Coincidieron en que los consulados han mejorado su atención.", []),
    ("Las delegaciones coincidieron en que la trata es un delito grave.", []),
    ("Convinieron en que los migrantes merecen un trato digno.", []),
    ("Concluyeron que los programas de retorno funcionan.", []),
    ("Acordaron que la migración debe ser ordenada y segura.", []),
    ("Reiterar el llamado a que se respeten los derechos de los migrantes.", []),
    ("Reiteraron el llamado a que los países de origen combatan la trata.", []),
    ("Reafirmaron que la protección de la niñez es prioritaria.", []),
    ("Reiterar que los Estados deben respetar los derechos humanos.", []),
    ("Señalaron que los países deben fortalecer sus capacidades.", []),
    ("Manifestaron que la ST ha cumplido su mandato.", []),
    ("Se reunieron el 5 y 6 de agosto para revisar el plan de trabajo.", []),
    ("El Grupo se reunió los días 5 y 6 de agosto de 2019 para examinar los avances.", []),
    ("La OIM informó que publicará el estudio en julio de 2019.", ["OIM: publicar el estudio, 2019-07-31"]),
    ("Considerando que los Países Miembros deben proteger a los migrantes,", []),
    ("Recordando que los Estados se comprometieron a proteger a los migrantes,", []),
    ("Teniendo en cuenta que la ST solicitó a los países enviar sus datos,", []),
    ("La delegación de Canadá ofreció compartir su experiencia.", []),
    ("Varias delegaciones pidieron contar con más información.", []),
    ("Destacar que Panamá presentará un informe.", []),
    ("Afirmaron que los países deben garantizar los derechos humanos.", []),
    ("Hicieron hincapié en que los Estados tienen que cumplir sus obligaciones.", []),
    ("Expresaron su convicción de que la región enfrentará los retos con éxito.", []),
    ("Constataron que la ST envió los documentos.", []),
    ("Coincidieron en la importancia de fortalecer la cooperación.", []),
    ("Estuvieron de acuerdo en la necesidad de armonizar las normas.", []),
    ("Las delegaciones acordaron que el tema es prioritario.", []),
    ("Se concluyó que los avances son insuficientes.", []),
    ("Convencidos de que la cooperación permitirá enfrentar los retos,", []),
    ("Habiendo examinado el informe que presentará la ST,", []),
    ("Estimaron que los plazos fueron adecuados.", []),
    ("Decidieron que el lema es adecuado.", []),
    ("Coincidieron en que México realizó un gran esfuerzo.", []),
    ("Acordaron que la ST ha cumplido su mandato.", []),
    (
        "Coincidieron en que la ST convoque una sesión en julio de 2019.",
        [
            "ST: convocar una sesión, 2019-07-31",
        ],
    ),
    (
        "Estuvieron de acuerdo en que se convoque una sesión en julio de 2019.",
        [
            "nobody: convocar una sesión, 2019-07-31",
        ],
    ),
    (
        "Acordaron que el plan se actualice cada año.",
        [
            "nobody: actualizar el plan",
        ],
    ),
    (
        "Acordaron que el informe sea remitido a la ST antes del 1 de julio de 2019.",
        [
            "nobody: remitir el informe a la ST, 2019-07-01",
        ],
    ),
    (
        "Acordaron que los países deberán remitir sus datos antes del 1 de julio de 2019.",
        [
            "Países Miembros: remitir sus datos, 2019-07-01",
        ],
    ),
    (
        "Acordaron que los Países Miembros deben remitir sus datos antes del 1 de julio de 2019.",
        [
            "Países Miembros: remitir sus datos, 2019-07-01",
        ],
    ),
    ("El Grupo Técnico se reunió el 5 y 6 de agosto de 2019 en Panamá para revisar y aprobar el manual.", []),
    (
        (
            "La reunión se celebró el 3 de junio de 2019 y contó con la participación de la OIM, que "
            "presentó su estudio."
        ),
        [],
    ),
    ("Durante la sesión, México expuso los avances del programa que iniciará en julio de 2019.", []),
    ("Los delegados intercambiaron opiniones sobre el plan y expresaron que debe actualizarse.", []),
    ("Teniendo presente que los Países Miembros acordaron en 2018 fortalecer sus consulados,", []),
    ("Reconociendo que la ST elaborará un informe,", []),
    ("Visto el informe de la ST,", []),
    ("Se informó que Belice enviará su contribución en julio de 2019.", []),
    ("Se destacó que los países deben cooperar.", []),
    ("Se hizo referencia a que la OIM publicará el estudio.", []),
    ("Quedó pendiente la definición de la sede.", []),
    ("Los participantes agradecieron a Belice y señalaron que volverán a reunirse en julio de 2019.", []),
    ("Se tomó nota de que la PPT convocará una reunión en julio de 2019.", []),
    ("La migración requiere que los Estados cooperen y que se respeten los derechos humanos.", []),
    ("Considerando la necesidad de que los países compartan información,", []),
    (
        (
            "Convencidos de que es necesario fortalecer la cooperación y de que los países deben actuar "
            "unidos,"
        ),
        [],
    ),
    ("Por cuanto los Países Miembros deberán pagar sus cuotas,", []),
    ("El objetivo del plan es que los países compartan información.", []),
    ("El acuerdo establece que las Partes intercambiarán información cada mes.", []),
    ("México reiteró su ofrecimiento de compartir su sistema de citas.", []),
    ("Algunos países solicitaron a la OIM que apoye el proyecto.", []),
]

ENGLISH: list[tuple[str, list[str]]] = [
    ("They agreed that regional cooperation is essential.", []),
    ("The delegations agreed that trafficking is a serious crime.", []),
    ("It was agreed that the consultations had been useful.", []),
    ("The Meeting noted that Member Countries should strengthen their capacities.", []),
    ("Noted that the TS will publish the minutes.", []),
    ("The Group met on 5-6 August to review the plan of work.", []),
    ("The Network met in Panama City on 5 and 6 August 2019 to review and update its plan.", []),
    ("Noting that Member Countries have to protect migrants,", []),
    ("Recalling that States undertook to protect migrants,", []),
    ("Recognizing the need to strengthen border management,", []),
    ("Reiterated that States must respect human rights.", []),
    ("IOM reported that it will publish the study in July 2019.", ["OIM: publish the study, 2019-07-31"]),
    ("Reiterate the call for migrants' rights to be respected.", []),
    ("The delegation of Canada offered to share its experience.", []),
    ("Several delegations asked to have more information.", []),
    ("Agreed that migration should be orderly and safe.", []),
    ("Agreed that the TS had fulfilled its mandate.", []),
    ("Agreed on the importance of strengthening cooperation.", []),
    ("Concurred that migration is a shared responsibility.", []),
    ("The delegations were of the view that border controls should be humane.", []),
    ("Convinced that cooperation will allow the region to face its challenges,", []),
    ("Emphasized that the networks will play a key role.", []),
    ("Stressed that countries should cooperate.", []),
    ("Bearing in mind that the TS will present its report,", []),
    ("The TS reported that Mexico had agreed to host the workshop.", []),
    ("The representative of IOM explained that the study will be published in July 2019.", []),
    ("Acknowledged that Canada provided funds.", []),
    ("Concluded that the plan has been carried out.", []),
    (
        "They agreed that Mexico would host the workshop in July 2019.",
        [
            "México: host the workshop, 2019-07-31",
        ],
    ),
    (
        "They agreed that the report should be submitted by IOM by July 1, 2019.",
        [
            "OIM: submit the report, 2019-07-01",
        ],
    ),
    (
        "They agreed that the countries should submit their data by July 1, 2019.",
        [
            "Países Miembros: submit their data, 2019-07-01",
        ],
    ),
    (
        "It was agreed that each country shall name a focal point by July 1, 2019.",
        [
            "Países Miembros: name a focal point, 2019-07-01",
        ],
    ),
    ("The Working Group met in Panama on 5 and 6 August 2019 and reviewed the manual.", []),
    ("The meeting was held on June 3, 2019 and was attended by IOM, which presented its study.", []),
    ("Delegates exchanged views on the plan and said that it should be updated.", []),
    ("Considering that Member Countries agreed in 2018 to strengthen their consulates,", []),
    ("Whereas the TS will prepare a report,", []),
    ("Having regard to the report of the TS,", []),
    ("Aware that States must cooperate and that human rights should be respected,", []),
    ("It was noted that Belize will send its contribution in July 2019.", []),
    ("It was reported that the TS shall publish the study.", []),
    ("The importance of cooperating was stressed and it was mentioned that IOM will publish the study.", []),
    ("Some countries asked IOM to support the project.", []),
    ("Mexico reiterated its offer to share its appointment system.", []),
    ("The plan provides that the Parties will exchange information every month.", []),
    ("Participants thanked Belize and indicated that they will meet again in July 2019.", []),
    ("Mexico reported on the measures it will take in July 2019.", []),
    ("The purpose of the plan is for countries to share information.", []),
    ("Recalling its decision to request the TS to prepare a study,", []),
    ("Expresses its hope that the countries will ratify the Convention.", []),
    ("Expresses its appreciation to IOM, which will finance the course in July 2019.", []),
]


SECOND = [
    ("Que los retornos no se realicen entre las 20:00 y las 06:00 horas.", "es", []),
    (
        "Que los mapas se impriman en color antes del 3 de julio de 2019.",
        "es",
        ["nobody: imprimir los mapas en color, 2019-07-03"],
    ),
    (
        "Agreed that Belize shall host a forum, and that the budget shall be sent to it by July 3, 2019.",
        "en",
        ["Belice: host a forum", "nobody: send the budget to it, 2019-07-03"],
    ),
    (
        "Acordaron que Honduras elabore la guía, y que el mapa sea publicado antes del 3 de julio de 2019.",
        "es",
        ["Honduras: elaborar la guía", "nobody: publicar el mapa, 2019-07-03"],
    ),
    (
        "Acordaron que Honduras elabore la guía y que el mapa se publique antes del 3 de julio de 2019.",
        "es",
        ["Honduras: elaborar la guía", "nobody: publicar el mapa, 2019-07-03"],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), SECOND, ids=first_words)
def test_a_second_clause_on_a_thing_is_a_duty_of_its_own(
    text: str, language: str, expected: list[str]
) -> None:
    assert duties_in(text, language) == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_what_is_agreed_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_what_is_agreed_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
