"""Who is bound to what, in the grammars of acts by many authors."""

import pytest

from tests.support.duties import duties_in, first_words

SPANISH: list[tuple[str, list[str]]] = [
    (
        (
            "Pedir a Costa Rica que revise la guía antes del 1 de junio, a Panamá que la traduzca "
            "antes del 30 de junio, y a la OIM que la imprima en julio de 2019."
        ),
        [
            "Costa Rica: revisar la guía, 2019-06-01",
            "Panamá: traducirla, 2019-06-30",
            "OIM: imprimirla, 2019-07-31",
        ],
    ),
    (
        (
            "Encomendar a la PPT que convoque al grupo en junio de 2019, a la ST que prepare la "
            "agenda y a la OIM que cubra los gastos."
        ),
        [
            "PPT: convocar al grupo, 2019-06-30",
            "ST: preparar la agenda",
            "OIM: cubrir los gastos",
        ],
    ),
    (
        (
            "Acordamos celebrar un taller sobre visas en julio de 2019 y solicitamos a la ST que "
            "prepare la agenda a más tardar el 10 de junio de 2019."
        ),
        [
            "Países Miembros: celebrar un taller sobre visas, 2019-07-31",
            "ST: preparar la agenda, 2019-06-10",
        ],
    ),
    (
        (
            "Exhortar a Belice a simplificar los trámites que se exigen a los migrantes, y solicitar "
            "a la ST que notifique las medidas a la OIT."
        ),
        [
            "Belice: simplificar los trámites que se exigen a los migrantes",
            "ST: notificar las medidas a la OIT",
        ],
    ),
    (
        (
            "Instar a los Países Miembros a compartir sus experiencias y encargar a la PPT la "
            "elaboración de un compendio a más tardar el 30 de agosto de 2019."
        ),
        [
            "Países Miembros: compartir sus experiencias",
            "PPT: elaborar un compendio, 2019-08-30",
        ],
    ),
    (
        "Pedir a la ST que elabore un manual, e invitar al ACNUR a revisarlo.",
        [
            "ST: elaborar un manual",
            "ACNUR: revisarlo",
        ],
    ),
    (
        (
            "Panamá tomó nota de la propuesta de México y se comprometió a contestarla antes del 30 "
            "de junio de 2019."
        ),
        [
            "Panamá: contestarla, 2019-06-30",
        ],
    ),
    (
        (
            "Costa Rica agradeció el apoyo de la OIM y se comprometió a publicar los resultados en "
            "julio de 2019."
        ),
        [
            "Costa Rica: publicar los resultados, 2019-07-31",
        ],
    ),
    (
        (
            "La delegación de Honduras anunció la apertura de un centro de atención y se comprometió "
            "a compartir el protocolo a más tardar el 1 de julio de 2019."
        ),
        [
            "Honduras: compartir el protocolo, 2019-07-01",
        ],
    ),
    (
        (
            "Guatemala y México, con el propósito de evitar duplicidades, se comprometieron a firmar "
            "un convenio antes del 30 de noviembre de 2019."
        ),
        [
            "Guatemala, México: firmar un convenio, 2019-11-30",
        ],
    ),
    (
        (
            "Agradecer a Panamá el ofrecimiento de asumir la PPT y de ser sede de la próxima "
            "reunión, y aceptarlo."
        ),
        [
            "Panamá: asumir la PPT y ser sede de la próxima reunión",
        ],
    ),
    (
        "Aceptar el ofrecimiento de Belice de organizar un taller y de elaborar la memoria.",
        [
            "Belice: organizar un taller y elaborar la memoria",
        ],
    ),
    (
        (
            "Elaborar un estudio sobre remesas, a cargo de la República Dominicana y el BID, a más "
            "tardar el 1 de julio de 2019."
        ),
        [
            "República Dominicana, BID: elaborar un estudio sobre remesas, 2019-07-01",
        ],
    ),
    (
        (
            "Realizar un diagnóstico de las fronteras, bajo la responsabilidad de Guatemala y con "
            "apoyo de la OIM."
        ),
        [
            "Guatemala: realizar un diagnóstico de las fronteras",
        ],
    ),
    (
        "El manual debe ser aprobado por cada país antes del 30 de junio de 2019.",
        [
            "Países Miembros: aprobar el manual, 2019-06-30",
        ],
    ),
    (
        "El formulario deberá ser llenado por los Países Miembros antes del 1 de julio de 2019.",
        [
            "Países Miembros: llenar el formulario, 2019-07-01",
        ],
    ),
    (
        "La agenda será elaborada por la ST a más tardar el 1 de julio de 2019.",
        [
            "ST: elaborar la agenda, 2019-07-01",
        ],
    ),
    (
        "Los gastos serán cubiertos por la OIM.",
        [
            "OIM: cubrir los gastos",
        ],
    ),
    (
        ("El plan debe ser revisado por cada país antes del 1 de julio de 2019 y será publicado por la ST."),
        [
            "Países Miembros: revisar el plan, 2019-07-01",
            "ST: publicar el plan",
        ],
    ),
    (
        (
            "El borrador debe ser comentado antes del 30 de junio de 2019 por cada país, y el texto "
            "final será editado por la OIM."
        ),
        [
            "Países Miembros: comentar el borrador, 2019-06-30",
            "OIM: editar el texto final",
        ],
    ),
    (
        "La ST a circular el acta antes del 1 de julio de 2019.",
        [
            "ST: circular el acta, 2019-07-01",
        ],
    ),
    (
        (
            "La Red de Protección Consular y la Red contra Tráfico y Trata presentaron su plan. "
            "Ambas redes acordaron publicar un boletín antes del 1 de julio de 2019."
        ),
        [
            "Red de Protección Consular, Red contra Tráfico y Trata: publicar un boletín, 2019-07-01",
        ],
    ),
    (
        (
            "Honduras y Guatemala presentaron un proyecto. Ambos países decidieron ejecutarlo en "
            "julio de 2019."
        ),
        [
            "Honduras, Guatemala: ejecutarlo, 2019-07-31",
        ],
    ),
    (
        "Encarga a la Secretaría Técnica la elaboración de un estudio.",
        [
            "ST: elaborar un estudio",
        ],
    ),
    (
        "Solicita a la Secretaría Técnica que publique el acta antes del 1 de julio de 2019.",
        [
            "ST: publicar el acta, 2019-07-01",
        ],
    ),
    (
        "Decide que la ST publique el acta.",
        [
            "ST: publicar el acta",
        ],
    ),
    (
        "Decide convocar un grupo de trabajo en julio de 2019.",
        [
            "Países Miembros: convocar un grupo de trabajo, 2019-07-31",
        ],
    ),
    (
        "Exhorta a los Países Miembros a ratificar el Protocolo e insta a la OIM a apoyarlos.",
        [
            "Países Miembros: ratificar el Protocolo",
            "OIM: apoyarlos",
        ],
    ),
    (
        "Urge a los Países Miembros a pagar sus cuotas.",
        [
            "Países Miembros: pagar sus cuotas",
        ],
    ),
    (
        "SOLICITA A LA SECRETARÍA TÉCNICA que publique el acta.",
        [
            "ST: publicar el acta",
        ],
    ),
    (
        "ENCARGAR A LA ST la elaboración de un plan.",
        [
            "ST: elaborar un plan",
        ],
    ),
    (
        "INSTAR a los Países Miembros a ratificar el Protocolo.",
        [
            "Países Miembros: ratificar el Protocolo",
        ],
    ),
    (
        "Se acordó que la Secretaría Técnica enviará el borrador el 1 de julio de 2019.",
        [
            "ST: enviar el borrador, 2019-07-01",
        ],
    ),
    (
        (
            "Se acordó que la ST envíe el borrador el 1 de julio de 2019 y que los países lo "
            "comenten antes del 15 de julio de 2019."
        ),
        [
            "ST: enviar el borrador, 2019-07-01",
            "Países Miembros: comentarlo, 2019-07-15",
        ],
    ),
    (
        "Quedó acordado que México organizará un taller en julio de 2019.",
        [
            "México: organizar un taller, 2019-07-31",
        ],
    ),
    (
        "La reunión encargó a la ST preparar un estudio.",
        [
            "ST: preparar un estudio",
        ],
    ),
    (
        "Compromiso de México de enviar sus datos antes del 1 de julio de 2019.",
        [
            "México: enviar sus datos, 2019-07-01",
        ],
    ),
    (
        "Compromiso de los Países Miembros de pagar sus cuotas.",
        [
            "Países Miembros: pagar sus cuotas",
        ],
    ),
    (
        (
            "Crear un Grupo Técnico sobre documentos de viaje, coordinado por Panamá, que presentará "
            "un plan en julio de 2019."
        ),
        [
            "Grupo Técnico sobre documentos de viaje: presentar un plan, 2019-07-31",
        ],
    ),
    (
        ("Constituir un Grupo Ad Hoc, integrado por Canadá y México, encargado de redactar el reglamento."),
        [
            "Grupo Ad Hoc: redactar el reglamento",
        ],
    ),
    (
        (
            "Constituir una Comisión Técnica, integrada por Canadá y México. La Comisión Técnica "
            "rendirá su informe en julio de 2019."
        ),
        [
            "Canadá, México: constituir una Comisión Técnica, integrada por Canadá y México",
            "Comisión Técnica: rendir su informe, 2019-07-31",
        ],
    ),
    (
        "Los consulados remitirán las listas a la ST a más tardar el 1 de julio de 2019.",
        [
            "consulados: remitir las listas a la ST, 2019-07-01",
        ],
    ),
    (
        "Las autoridades migratorias de cada país designarán un enlace.",
        [
            "autoridades migratorias de cada país: designar un enlace",
        ],
    ),
    ("El documento contendrá tres capítulos.", []),
    ("La campaña iniciará en julio de 2019.", []),
    ("El taller tendrá una duración de tres días.", []),
    (
        "El acta será redactada por la ST y será publicada por la OIM.",
        [
            "ST: redactar el acta",
            "OIM: publicar el acta",
        ],
    ),
    (
        "El curso será impartido por la OIM y financiado por Canadá.",
        [
            "OIM: impartir el curso",
        ],
    ),
    ("México informó sobre el cierre del programa y ofreció compartir sus lecciones.", []),
    (
        "Nicaragua lamentó la demora y prometió enviar el informe antes del 1 de julio de 2019.",
        [
            "Nicaragua: enviar el informe, 2019-07-01",
        ],
    ),
    (
        "La OIM explicó el proyecto y se comprometió a circular la ficha en julio de 2019.",
        [
            "OIM: circular la ficha, 2019-07-31",
        ],
    ),
    (
        "El representante de la OIM presentó el proyecto y asumió el compromiso de circular la ficha.",
        [
            "OIM: circular la ficha",
        ],
    ),
    (
        (
            "Tomar nota del informe de la OIM y solicitarle que remita la versión final antes del 1 "
            "de julio de 2019."
        ),
        [
            "OIM: remitir la versión final, 2019-07-01",
        ],
    ),
    (
        "Agradecer a la OIM por su informe y pedirle que lo actualice en julio de 2019.",
        [
            "OIM: actualizarlo, 2019-07-31",
        ],
    ),
    (
        "Aprobar el plan de trabajo e instruir a la ST a ejecutarlo.",
        [
            "ST: ejecutarlo",
        ],
    ),
    (
        "Nos comprometemos a proteger a los migrantes y pedimos a la OIM que nos apoye.",
        [
            "Países Miembros: proteger a los migrantes",
            "OIM: apoyarnos",
        ],
    ),
    (
        (
            "Solicitar a la ST que remita el informe el 1 de julio de 2019, a la PPT que convoque la "
            "sesión el 15 de julio de 2019 y a los Países Miembros que confirmen su asistencia."
        ),
        [
            "ST: remitir el informe, 2019-07-01",
            "PPT: convocar la sesión, 2019-07-15",
            "Países Miembros: confirmar su asistencia",
        ],
    ),
    (
        (
            "Invita a los países a ratificar el Convenio y solicita asimismo a la Secretaría que "
            "informe de los avances antes del 31 de diciembre de 2019."
        ),
        [
            "Países Miembros: ratificar el Convenio",
            "ST: informar de los avances, 2019-12-31",
        ],
    ),
    (
        "Expresar su satisfacción por los avances y exhortar a los Países Miembros a consolidarlos.",
        [
            "Países Miembros: consolidarlos",
        ],
    ),
    (
        "El Grupo tomó nota del informe y solicitó a la ST publicarlo antes del 1 de julio de 2019.",
        [
            "ST: publicarlo, 2019-07-01",
        ],
    ),
    (
        "Se tomó nota del informe y se solicitó a la ST publicarlo antes del 1 de julio de 2019.",
        [
            "ST: publicarlo, 2019-07-01",
        ],
    ),
    (
        (
            "Se acordó celebrar la próxima sesión en Belice y se encomendó a la PPT la preparación "
            "de la agenda."
        ),
        [
            "nobody: celebrar la próxima sesión en Belice",
            "PPT: preparar la agenda",
        ],
    ),
    (
        "Se dispuso que la ST circule el acta en un plazo de 15 días.",
        [
            "ST: circular el acta, 2019-05-31",
        ],
    ),
    (
        "La Secretaría quedó encargada de circular el acta.",
        [
            "ST: circular el acta",
        ],
    ),
    ("Los gastos del taller correrán por cuenta de la OIM.", []),
    (
        (
            "La República Dominicana, con la asistencia del BID, elaborará el estudio antes del 1 de "
            "julio de 2019."
        ),
        [
            "República Dominicana: elaborar el estudio, 2019-07-01",
        ],
    ),
    ("Honduras ofreció ser sede del próximo taller, lo cual fue aceptado por el Grupo.", []),
    (
        (
            "El Grupo aceptó con agrado el ofrecimiento de Belice de ser sede del seminario en julio "
            "de 2019 y de sufragar sus gastos."
        ),
        [
            "Belice: ser sede del seminario y sufragar sus gastos, 2019-07-31",
        ],
    ),
    (
        "Que la ST envíe las invitaciones antes del 1 de julio de 2019 y que Belice confirme la sede.",
        [
            "ST: enviar las invitaciones, 2019-07-01",
            "Belice: confirmar la sede",
        ],
    ),
    (
        "Responsabilidad de la ST: enviar las invitaciones antes del 1 de julio de 2019.",
        [
            "ST: enviar las invitaciones, 2019-07-01",
        ],
    ),
    (
        "México: presentar un informe en julio de 2019.",
        [
            "México: presentar un informe, 2019-07-31",
        ],
    ),
    (
        "Se decidió, por consenso, que Panamá presidirá el grupo.",
        [
            "Panamá: presidir el grupo",
        ],
    ),
    ("Reiteraron que la migración tiene aspectos positivos y deberá ser vista en su conjunto.", []),
    ("Felicitaron a la Ministra, quien propuso una mirada integral.", []),
    (
        "Solicitar a la OIM que diseñe un curso e informe de los resultados.",
        [
            "OIM: diseñar un curso e informar de los resultados",
        ],
    ),
    (
        "Los participantes deberán inscribirse antes del 1 de julio de 2019.",
        [
            "Países Miembros: inscribirse, 2019-07-01",
        ],
    ),
]

ENGLISH: list[tuple[str, list[str]]] = [
    (
        (
            "Ask the TS to prepare the agenda by June 1, 2019, Member Countries to comment on it by "
            "June 15, 2019, and IOM to print it in July 2019."
        ),
        [
            "ST: prepare the agenda, 2019-06-01",
            "Países Miembros: comment on it, 2019-06-15",
            "OIM: print it, 2019-07-31",
        ],
    ),
    (
        (
            "We agree to hold a workshop on visas in October 2019 and ask the TS to prepare a "
            "concept note by September 1, 2019."
        ),
        [
            "Países Miembros: hold a workshop on visas, 2019-10-31",
            "ST: prepare a concept note, 2019-09-01",
        ],
    ),
    (
        (
            "The Vice-Ministers agreed to strengthen consular cooperation and requested the TS to "
            "draft guidelines by January 31, 2020."
        ),
        [
            "Viceministros: strengthen consular cooperation",
            "ST: draft guidelines, 2020-01-31",
        ],
    ),
    (
        (
            "Urge Member Countries to share their experiences, and instruct the TS to compile them "
            "by August 30, 2019."
        ),
        [
            "Países Miembros: share their experiences",
            "ST: compile them, 2019-08-30",
        ],
    ),
    (
        "Request the TS to prepare a manual in July 2019, and invite UNHCR to review the text.",
        [
            "ST: prepare a manual, 2019-07-31",
            "ACNUR: review the text",
        ],
    ),
    (
        (
            "Belize took note of the comments of the TS and undertook to submit a new version by "
            "June 30, 2019."
        ),
        [
            "Belice: submit a new version, 2019-06-30",
        ],
    ),
    (
        ("Canada announced a new fund for training and committed to circulate the guidelines in July 2019."),
        [
            "Canadá: circulate the guidelines, 2019-07-31",
        ],
    ),
    (
        "Mexico, having heard the report of the TS, pledged to pay its contribution by June 30, 2019.",
        [
            "México: pay its contribution, 2019-06-30",
        ],
    ),
    (
        (
            "Honduras and Mexico, following the bilateral meeting held in Tapachula on April 3, "
            "2019, committed to sign an agreement by November 30, 2019."
        ),
        [
            "Honduras, México: sign an agreement, 2019-11-30",
        ],
    ),
    (
        ("Accept the offer of Honduras to assume the Presidency Pro Tempore and to host the next meeting."),
        [
            "Honduras: assume the Presidency Pro Tempore and host the next meeting",
        ],
    ),
    (
        (
            "Thank Honduras for its offer to assume the PPT and to host the XXV RCM in November "
            "2019, and accept it."
        ),
        [
            "Honduras: assume the PPT and host the XXV RCM, 2019-11-30",
        ],
    ),
    (
        "The TS, together with IOM, will prepare a study by July 1, 2019.",
        [
            "ST: prepare a study, 2019-07-01",
        ],
    ),
    (
        "Request the TS to prepare, together with IOM, a study on remittances.",
        [
            "ST: prepare a study on remittances",
        ],
    ),
    (
        "Prepare a compendium of laws, under the responsibility of Guatemala and UNHCR.",
        [
            "Guatemala, ACNUR: prepare a compendium of laws",
        ],
    ),
    (
        "The manual must be reviewed by each country before June 30, 2019.",
        [
            "Países Miembros: review the manual, 2019-06-30",
        ],
    ),
    (
        "The form shall be completed by Member Countries by July 1, 2019.",
        [
            "Países Miembros: complete the form, 2019-07-01",
        ],
    ),
    (
        "The draft is to be reviewed by each country and the final text will be edited by IOM.",
        [
            "Países Miembros: review the draft",
            "OIM: edit the final text",
        ],
    ),
    (
        "The TS to complete the matrix by July 1, 2019.",
        [
            "ST: complete the matrix, 2019-07-01",
        ],
    ),
    (
        "IOM and UNHCR to prepare a joint paper by July 1, 2019.",
        [
            "OIM, ACNUR: prepare a joint paper, 2019-07-01",
        ],
    ),
    (
        "Member Countries to submit their comments to the TS by July 1, 2019.",
        [
            "Países Miembros: submit their comments to the TS, 2019-07-01",
        ],
    ),
    (
        "TS to circulate the minutes; Mexico to host the next session in July 2019.",
        [
            "ST: circulate the minutes",
            "México: host the next session, 2019-07-31",
        ],
    ),
    (
        (
            "The Consular Protection Network and the Network against Smuggling and Trafficking met. "
            "Both networks agreed to publish a bulletin by July 1, 2019."
        ),
        [
            "Red de Protección Consular, Red contra Tráfico y Trata: publish a bulletin, 2019-07-01",
        ],
    ),
    (
        "Requests the Secretariat to prepare a study by July 1, 2019.",
        [
            "ST: prepare a study, 2019-07-01",
        ],
    ),
    (
        "Decides to establish a working group on visas.",
        [
            "Países Miembros: establish a working group on visas",
        ],
    ),
    (
        "Decides that the TS shall publish the minutes.",
        [
            "ST: publish the minutes",
        ],
    ),
    (
        "Invites Member Countries to contribute to the fund.",
        [
            "Países Miembros: contribute to the fund",
        ],
    ),
    (
        "Encourages Belize and Panama to ratify the Protocol, and requests IOM to support them.",
        [
            "Belice, Panamá: ratify the Protocol",
            "OIM: support them",
        ],
    ),
    (
        "REQUESTS the Technical Secretariat to publish the minutes.",
        [
            "ST: publish the minutes",
        ],
    ),
    (
        "URGES Member Countries to pay their contributions.",
        [
            "Países Miembros: pay their contributions",
        ],
    ),
    (
        "It was agreed that the TS would circulate the draft by July 1, 2019.",
        [
            "ST: circulate the draft, 2019-07-01",
        ],
    ),
    (
        "It was decided that Mexico will host the workshop in July 2019.",
        [
            "México: host the workshop, 2019-07-31",
        ],
    ),
    (
        "It was agreed to hold a workshop in July 2019.",
        [
            "nobody: hold a workshop, 2019-07-31",
        ],
    ),
    (
        "The meeting tasked the TS to prepare a study by July 1, 2019.",
        [
            "ST: prepare a study, 2019-07-01",
        ],
    ),
    (
        "The meeting mandated IOM to carry out a survey.",
        [
            "OIM: carry out a survey",
        ],
    ),
    (
        "Commitment of Mexico to submit its data by July 1, 2019.",
        [
            "México: submit its data, 2019-07-01",
        ],
    ),
    (
        ("Establish a Technical Committee, made up of Canada and Mexico, which shall report in July 2019."),
        [
            "Technical Committee: report, 2019-07-31",
        ],
    ),
    (
        "The working group shall submit its report by July 1, 2019.",
        [
            "working group: submit its report, 2019-07-01",
        ],
    ),
    ("The host country will cover the costs of the venue.", []),
    ("The workshop will last three days.", []),
    ("The network directory will contain all contacts.", []),
    (
        "The minutes will be drafted by the TS and will be published by IOM.",
        [
            "ST: draft the minutes",
            "OIM: publish the minutes",
        ],
    ),
    (
        (
            "The delegation of Panama presented the results of the survey and agreed to share the "
            "database by July 1, 2019."
        ),
        [
            "Panamá: share the database, 2019-07-01",
        ],
    ),
    ("UNHCR expressed its thanks and offered to share its manual.", []),
    (
        "The representative of UNHCR presented the project and undertook to circulate the form.",
        [
            "ACNUR: circulate the form",
        ],
    ),
    (
        "Thank Canada for its support and request the TS to inform it of the results by July 1, 2019.",
        [
            "ST: inform it of the results, 2019-07-01",
        ],
    ),
    (
        "Take note of the report of IOM and request it to submit a final version by July 1, 2019.",
        [
            "OIM: submit a final version, 2019-07-01",
        ],
    ),
    (
        "Welcome the report of the TS and ask it to update the matrix.",
        [
            "ST: update the matrix",
        ],
    ),
    (
        "Approve the plan of work and instruct the TS to carry it out by July 1, 2019.",
        [
            "ST: carry it out, 2019-07-01",
        ],
    ),
    (
        ("We thank Panama for its hospitality, we adopt the plan and we commit to review it in July 2019."),
        [
            "Países Miembros: review it, 2019-07-31",
        ],
    ),
    (
        "We commit ourselves to protect migrants and call on IOM to support us.",
        [
            "Países Miembros: protect migrants",
            "OIM: support us",
        ],
    ),
    (
        (
            "Encourages States to ratify the Convention and further requests the Secretariat to "
            "report on progress by 31 December 2019."
        ),
        [
            "Países Miembros: ratify the Convention",
            "ST: report on progress, 2019-12-31",
        ],
    ),
    (
        "Express satisfaction with the progress made and urge Member Countries to consolidate it.",
        [
            "Países Miembros: consolidate it",
        ],
    ),
    (
        (
            "Having considered the report, the Meeting requested the TS to update the work plan and "
            "agreed that the PPT would present it in November 2019."
        ),
        [
            "ST: update the work plan",
            "PPT: present it, 2019-11-30",
        ],
    ),
    (
        "The Group took note of the report and requested the TS to publish it by 1 July 2019.",
        [
            "ST: publish it, 2019-07-01",
        ],
    ),
    (
        "It was agreed that Panama would chair the group and that the TS would provide support.",
        [
            "Panamá: chair the group",
            "ST: provide support",
        ],
    ),
    (
        "It was further agreed that the TS shall circulate the minutes within 15 days.",
        [
            "ST: circulate the minutes, 2019-05-31",
        ],
    ),
    (
        (
            "The Dominican Republic and the IDB, with the support of Canada, will prepare the study "
            "by July 1, 2019."
        ),
        [
            "República Dominicana, BID: prepare the study, 2019-07-01",
        ],
    ),
    (
        "The Meeting accepted Belize's offer to host the seminar in July 2019 and to cover its costs.",
        [
            "Belice: host the seminar and cover its costs, 2019-07-31",
        ],
    ),
    (
        "Mexico: present a report in July 2019.",
        [
            "México: present a report, 2019-07-31",
        ],
    ),
    ("Reiterated that migration has very good sides and must be seen as a whole.", []),
    (
        "Urge those Member Countries that have not yet done so to appoint their liaison officers.",
        [
            "Países Miembros: appoint their liaison officers",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_a_duty_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_a_duty_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
