"""Who is bound to what, in Spanish sentences by many authors."""

import pytest

from tests.support.duties import duties_in, first_words

SPANISH: list[tuple[str, list[str]]] = [
    ("Se crea la Unidad Técnica, que en adelante se denominará Secretaría Técnica.", []),
    (
        "Se recomienda a los gobiernos locales de Danlí y Trojes adoptar medidas contra la basura.",
        ["gobiernos locales de Danlí y Trojes: adoptar medidas contra la basura"],
    ),
    (
        "El plan será distribuido por la SE-COMISCA antes del 3 de julio de 2019.",
        ["SE-COMISCA: distribuir el plan, 2019-07-03"],
    ),
    (
        "Serán atendidas las personas afectadas por el VIH.",
        ["nobody: atender las personas afectadas por el VIH"],
    ),
    ("El aviso será enviado por SMS a los países.", ["nobody: enviar el aviso por SMS a los países"]),
    ("La ST no tiene que modificar la guía.", []),
    ("La ST no deberá modificar la guía.", ["ST: no modificar la guía"]),
    ("La elaboración del informe corresponderá a la PPT.", ["PPT: elaborar el informe"]),
    ("La Sección Mexicana elaborará los planos.", ["Sección Mexicana: elaborar los planos"]),
    ("El Plan de Acción Regional orientará los trabajos.", []),
    ("Las actas se suscribirán por ambos jefes de sección.", ["jefes de sección: suscribir las actas"]),
    (
        "La propuesta será analizada por los países, que enviarán sus observaciones en julio de 2019.",
        ["Países Miembros: analizar la propuesta", "Países Miembros: enviar sus observaciones, 2019-07-31"],
    ),
    (
        "Un grupo de trabajo conformado por México y Honduras presentará una propuesta.",
        ["México, Honduras: presentar una propuesta"],
    ),
    (
        "El comité formado por Panamá (coordinador), Canadá y El Salvador elaborará una guía.",
        ["Panamá, Canadá, El Salvador: elaborar una guía"],
    ),
    (
        "El panel, compuesto por Belice y Guatemala, seleccionará al consultor antes del 1 de julio de 2019.",
        ["Belice, Guatemala: seleccionar al consultor, 2019-07-01"],
    ),
    (
        "El envío de las muestras deberá ser costeado por el país remitente antes de julio de 2019.",
        ["país remitente: costear el envío de las muestras, 2019-06-30"],
    ),
    (
        "Los consulados deberán ser notificados por las autoridades de protección de cada país.",
        ["autoridades de protección de cada país: notificar los consulados"],
    ),
    ("El directorio será actualizado por la misma ST cada seis meses.", ["ST: actualizar el directorio"]),
    (
        (
            "Que las cuotas pendientes de 2017 y 2018 sean cubiertas por los países que aún las "
            "adeudan antes de que concluya el presente año."
        ),
        ["países que aún las adeudan: cubrir las cuotas pendientes de 2017 y 2018, 2019-12-31"],
    ),
    (
        (
            "Queda a cargo de Honduras, que asumirá la PPT en enero de 2020, la elaboración del "
            "plan de trabajo."
        ),
        ["Honduras: elaborar el plan de trabajo"],
    ),
    (
        (
            "Costa Rica hará la convocatoria y Panamá y Colombia, este último en su calidad de "
            "observador, presentarán sus datos."
        ),
        ["Costa Rica: hacer la convocatoria", "Panamá, Colombia: presentar sus datos"],
    ),
    (
        (
            "Instruir a la ST para que notifique el acta a los países antes de julio de 2019, y "
            "para que informe de ello en agosto de 2019."
        ),
        ["ST: notificar el acta a los países, 2019-06-30", "ST: informar de ello, 2019-08-31"],
    ),
    (
        (
            "Encargar a Honduras el levantamiento del censo, debiendo iniciarlo a partir del 1 de "
            "junio de 2019 y entregar sus resultados en marzo de 2020."
        ),
        ["Honduras: levantar el censo e iniciarlo", "Honduras: entregar sus resultados, 2020-03-31"],
    ),
    (
        (
            "Instar a los Estados Unidos a comunicar los traslados aéreos, y a los países de "
            "destino a acusar recibo de ellos."
        ),
        ["Estados Unidos: comunicar los traslados aéreos", "países de destino: acusar recibo de ellos"],
    ),
    (
        (
            "Los Países Miembros remitirán un informe, para cuya preparación la ST facilitará una "
            "guía a finales de julio de 2019."
        ),
        ["Países Miembros: remitir un informe", "ST: facilitar una guía, 2019-07-31"],
    ),
    (
        (
            "Los países acuerdan remitir sus datos a más tardar el 30 de enero de 2020, conforme "
            "al formato que la ST circulará antes del 15 de diciembre de 2019."
        ),
        [
            "Países Miembros: remitir sus datos, conforme al formato, 2020-01-30",
            "ST: circular el formato, 2019-12-15",
        ],
    ),
    (
        (
            "El Grupo agradece a la OIM su apoyo y confía en que la cooperación internacional "
            "mantendrá sus aportes."
        ),
        [],
    ),
    ("La compra conjunta será objeto de análisis una vez se conozca el estudio.", []),
    (
        (
            "Pedir a la ST que remita el borrador a los países antes del 15 de junio de 2019, y a "
            "estos que lo comenten antes de agosto de 2019."
        ),
        ["ST: remitir el borrador a los países, 2019-06-15", "Países Miembros: comentarlo, 2019-07-31"],
    ),
    (
        "Encargar a la delegación de México la redacción del manual y a la de Panamá la traducción.",
        ["México: redactar el manual", "Panamá: traducción"],
    ),
    ("La responsabilidad de la traducción del manual recae en Honduras.", ["Honduras: traducir el manual"]),
    ("La traducción del acta estará a cargo de la ST.", ["ST: traducir el acta"]),
    (
        "La logística de la reunión quedará a cargo de México.",
        ["México: encargarse de la logística de la reunión"],
    ),
    ("Costa Rica se hará cargo de la logística.", ["Costa Rica: encargarse de la logística"]),
    ("Las redes sociales del foro quedarán a cargo de EMPAGUA.", []),
    (
        "Las autoridades pesqueras de El Salvador, Honduras y Nicaragua enviarán sus registros.",
        ["El Salvador, Honduras, Nicaragua: enviar sus registros"],
    ),
    ("Compete a la ST la actualización de la página web.", ["ST: actualizar la página web"]),
    (
        "En caso de que la OIM disponga de fondos, esta financiará los pasajes.",
        ["OIM: financiar los pasajes"],
    ),
    (
        "Los Estados Unidos cubrirán el costo de la interpretación y Canadá el de la traducción.",
        ["Estados Unidos: cubrir el costo de la interpretación", "Canadá: cubrir el de la traducción"],
    ),
    (
        "Encomendar a Nicaragua, en su calidad de PPT entrante, la preparación del taller.",
        ["Nicaragua: preparar el taller"],
    ),
    (
        "Solicitar, por medio de la PPT, que la OEA facilite sus instalaciones.",
        ["OEA: facilitar sus instalaciones"],
    ),
    (
        "Los países que reciban solicitudes deberán darles respuesta.",
        ["países que reciban solicitudes: darles respuesta"],
    ),
    (
        (
            "Se encarga a un grupo de redacción integrado por México y la OIM la preparación de un "
            "borrador, el cual deberá estar listo a fines de julio de 2019."
        ),
        ["grupo de redacción: preparar un borrador, 2019-07-31"],
    ),
    (
        "Las municipalidades ribereñas deberán abstenerse de otorgar licencias.",
        ["municipalidades ribereñas: abstenerse de otorgar licencias"],
    ),
    ("Las Partes intercambiarán sus registros.", ["Partes: intercambiar sus registros"]),
    (
        (
            "Celebrar el taller en formato virtual, lo que la PPT comunicará antes del 30 de "
            "septiembre de 2019."
        ),
        ["Países Miembros: celebrar el taller en formato virtual", "PPT: comunicarlo, 2019-09-30"],
    ),
    (
        "La sede será trasladada a un inmueble cedido por el Gobierno paraguayo.",
        ["nobody: trasladar la sede a un inmueble cedido por el Gobierno paraguayo"],
    ),
    (
        (
            "Los países designarán, a la mayor brevedad posible y no más tarde del 31 de julio de "
            "2019, a sus puntos focales."
        ),
        ["Países Miembros: designar a sus puntos focales, 2019-07-31"],
    ),
    (
        "Aceptar la oferta del Gobierno de Panamá para asumir la PPT y ser sede del taller en mayo de 2020.",
        ["Panamá: asumir la PPT y ser sede del taller, 2020-05-31"],
    ),
    (
        "Encomendar a la PPT la coordinación del plan, y que informe de ello en la próxima reunión.",
        ["PPT: coordinar el plan e informar de ello"],
    ),
    (
        "México se comprometió a compartir, junto con Guatemala, los datos antes de julio de 2019.",
        ["México: compartir los datos, 2019-06-30"],
    ),
    (
        (
            "Lamentar la ausencia de Panamá, exhortarlo a pagar sus cuotas y solicitar al Tesorero que le "
            "notifique este acuerdo antes de julio de 2019."
        ),
        ["Panamá: pagar sus cuotas", "Tesorero: notificarle este acuerdo, 2019-06-30"],
    ),
    (
        "Se encarga a Canadá publicar las memorias a los sesenta días de concluida la reunión de expertos.",
        ["Canadá: publicar las memorias"],
    ),
    (
        "La ST entregará el informe a los 30 días de concluida la reunión.",
        ["ST: entregar el informe, 2019-06-15"],
    ),
    (
        "La ST no publicará el acta antes del 2 de junio ni después del 20 de junio de 2019.",
        ["ST: publicar el acta, 2019-06-20"],
    ),
    ("La Red celebrará su reunión el 4 de marzo de 2020.", ["Red: celebrar su reunión, 2020-03-04"]),
    ("Los gastos serán sufragados por la AEC.", ["AEC: sufragar los gastos"]),
    (
        "Ambas Partes intercambiarán sus listas mensualmente.",
        ["ambas Partes: intercambiar sus listas"],
    ),
    (
        (
            "La ST enviará la carta a los Ministerios de Salud de los dos países, los cuales la contestarán "
            "antes de julio de 2019."
        ),
        [
            "ST: enviar la carta a los Ministerios de Salud de los dos países",
            "Ministerios de Salud: contestarla, 2019-06-30",
        ],
    ),
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
    (
        "Los gastos del taller correrán por cuenta de la OIM.",
        [
            "OIM: encargarse de los gastos del taller",
        ],
    ),
    (
        (
            "La República Dominicana, con la asistencia del BID, elaborará el estudio antes del 1 de "
            "julio de 2019."
        ),
        [
            "República Dominicana: elaborar el estudio, 2019-07-01",
        ],
    ),
    (
        "Honduras ofreció ser sede del próximo taller, lo cual fue aceptado por el Grupo.",
        ["Honduras: ser sede del próximo taller"],
    ),
    ("Honduras ofreció ser sede del próximo taller, lo cual no fue aceptado por el Grupo.", []),
    (
        "Panamá ofreció, y el Grupo aceptó con agradecimiento, ser sede del taller en junio de 2020.",
        ["Panamá: ser sede del taller, 2020-06-30"],
    ),
    (
        (
            "Elegir a Costa Rica para ejercer la PPT en 2021 y aceptar su ofrecimiento de acoger la XXVI "
            "Reunión en noviembre de ese año."
        ),
        ["Costa Rica: acoger la XXVI Reunión, 2021-11-30"],
    ),
    (
        "Por invitación de Honduras, la cuarta reunión del Grupo se celebrará en febrero de 2020.",
        ["Honduras: ser sede de la cuarta reunión del Grupo, 2020-02-29"],
    ),
    (
        (
            "Designar a Honduras como sede del Congreso, que se inaugurará el 8 de septiembre de 2020 y se "
            "clausurará el día 10 del mismo mes."
        ),
        ["Honduras: ser sede del Congreso, 2020-09-08"],
    ),
    (
        "Solicitud a México y Panamá de que tomen muestras en la semana del 1 al 5 de agosto de 2019.",
        ["México, Panamá: tomar muestras, 2019-08-05"],
    ),
    (
        "Exhortación a las municipalidades ribereñas a clausurar los basurales.",
        ["municipalidades ribereñas: clausurar los basurales"],
    ),
    ("Encargo a la ST de una regla común de operación.", ["ST: regla común de operación"]),
    (
        "Preocupación de la Conferencia por la mortandad, y encargo a la ST de contratar un peritaje.",
        ["ST: contratar un peritaje"],
    ),
    (
        "Compromiso de Honduras de dragar, con recursos propios, el paso.",
        ["Honduras: dragar, con recursos propios, el paso"],
    ),
    (
        "Obligación de los Países Miembros con cuotas atrasadas de presentar un plan antes del 30 de junio.",
        ["Países Miembros: presentar un plan, 2019-06-30"],
    ),
    (
        "Instalación, a cargo de México y Panamá, de ocho estaciones, a más tardar el 3 de octubre de 2019.",
        ["México, Panamá: instalar ocho estaciones, 2019-10-03"],
    ),
    (
        "La Plataforma sobre Desplazamiento (PDD) queda invitada a revisar el texto.",
        ["Plataforma sobre Desplazamiento: revisar el texto"],
    ),
    (
        "Publicación del estado de las cuotas a más tardar el 1 de julio de 2019. (Responsables: ST y OIM)",
        ["ST, OIM: publicar el estado de las cuotas, 2019-07-01"],
    ),
    ("México será sede del taller. (Apoya: OIM)", ["México: ser sede del taller"]),
    ("Recordar que, conforme a la Declaración de 2017, los Estados deben respetar el principio.", []),
    (
        "La ST debía entregar el informe, lo que no fue posible; se comprometió a entregarlo en junio.",
        ["ST: entregarlo, 2019-06-30"],
    ),
    ("No corresponde a la Conferencia pronunciarse sobre los acuerdos que suscriban sus miembros.", []),
    ("Encárgase a Nicaragua el diseño de un cuestionario.", ["Nicaragua: diseñar un cuestionario"]),
    ("Invítase a la RROCM a participar en la mesa.", ["RROCM: participar en la mesa"]),
    ("Apruébase el reglamento interno.", []),
    (
        "Nicaragua diseñará un cuestionario (plazo: 31 de enero de 2020).",
        ["Nicaragua: diseñar un cuestionario, 2020-01-31"],
    ),
    (
        "La ST lo hará llegar a los países, los cuales contestarán a más tardar el 1 de julio de 2019.",
        ["ST: hacerlo llegar a los países", "Países Miembros: contestar, 2019-07-01"],
    ),
    (
        "La OIM cubrirá el hospedaje de dos, a quienes los países inscribirán hasta el 30 de setiembre.",
        ["OIM: cubrir el hospedaje de dos", "Países Miembros: inscribir, 2019-09-30"],
    ),
    (
        "Se acoge con agradecimiento el ofrecimiento de Canadá de capacitar a 40 oficiales en julio de 2019.",
        ["Canadá: capacitar a 40 oficiales, 2019-07-31"],
    ),
    ("Acoger con beneplácito la noticia de México de que abrirá un centro.", []),
    (
        "Las delegaciones depositarán copias dentro de los 45 días siguientes al cierre de esta reunión.",
        ["Países Miembros: depositar copias, 2019-06-30"],
    ),
    (
        (
            "La PPT que asuma el 1 de enero de 2020 revisará, dentro de los 90 días siguientes a esa fecha, "
            "el plan."
        ),
        ["PPT: revisar el plan, 2020-03-31"],
    ),
    ("La ST responderá las consultas dentro de las 48 horas de recibidas.", ["ST: responder las consultas"]),
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
    (
        (
            "Los Ministros instruyen a la Secretaría Técnica a presentar, en un plazo de 60 días, "
            "una propuesta de reglamento."
        ),
        [
            "ST: presentar una propuesta de reglamento, 2019-07-15",
        ],
    ),
    (
        (
            "Los países miembros manifestaron su disposición de compartir información y acordaron "
            "que la ST la consolide antes del 30 de junio de 2019."
        ),
        [
            "ST: consolidarla, 2019-06-30",
        ],
    ),
    (
        "La PPT y la ST se encargarán de dar seguimiento a estos acuerdos.",
        [
            "PPT, ST: dar seguimiento a estos acuerdos",
        ],
    ),
    (
        "Cada país nombrará un enlace y remitirá sus datos a la ST antes del 1 de julio de 2019.",
        [
            "Países Miembros: nombrar un enlace y remitir sus datos a la ST, 2019-07-01",
        ],
    ),
    (
        "Se invita a Canadá, a México y a la OIM a presentar propuestas.",
        [
            "Canadá, México, OIM: presentar propuestas",
        ],
    ),
    (
        "Los comentarios al borrador deberán enviarse a la ST a más tardar el 30 de junio de 2019.",
        [
            "nobody: enviar los comentarios al borrador a la ST, 2019-06-30",
        ],
    ),
    (
        "Corresponderá a Guatemala organizar el taller en julio de 2019.",
        [
            "Guatemala: organizar el taller, 2019-07-31",
        ],
    ),
    (
        "Guatemala queda encargada de organizar el taller y Honduras de elaborar la relatoría.",
        [
            "Guatemala: organizar el taller",
            "Honduras: elaborar la relatoría",
        ],
    ),
    (
        "Encargar a Guatemala la organización del taller y a Honduras la elaboración de la relatoría.",
        [
            "Guatemala: organizar el taller",
            "Honduras: elaborar la relatoría",
        ],
    ),
    ("Facultar a la ST para que suscriba el convenio con la OIM.", []),
    ("La delegación de México informó que enviaría sus comentarios.", ["México: enviar sus comentarios"]),
    ("México informó que ha enviado sus comentarios.", []),
    ("Panamá señaló que la guía será útil.", []),
    ("México informó que su Gobierno otorgará 500 becas en 2020.", ["México: otorgar 500 becas, 2020-12-31"]),
    ("Honduras ofreció impartir un curso en julio de 2019.", []),
    (
        "Honduras ofreció impartir un curso en julio de 2019 y el Grupo aceptó el ofrecimiento.",
        ["Honduras: impartir un curso, 2019-07-31"],
    ),
    ("La propuesta de Panamá de crear un fondo no fue aceptada.", []),
    ("El Presidente pidió un minuto de silencio por los fallecidos.", []),
    ("Se designó secretaria a la señora Lorena Aguayo por tres años.", []),
    (
        "El bibliobús será reparado por la Armada paraguaya con motores cedidos por México.",
        ["nobody: reparar el bibliobús por la Armada paraguaya con motores cedidos por México"],
    ),
    (
        "El Instituto de Tecnología de México calibrará las básculas antes del 15 de agosto de 2019.",
        ["Instituto de Tecnología de México: calibrar las básculas, 2019-08-15"],
    ),
    (
        "Exhortación a los países con cuotas atrasadas, por un total de 46.500 dólares, al pago.",
        ["países con cuotas atrasadas, por un total de 46.500 dólares: pago"],
    ),
    (
        "Asignación a la ST de la actualización, cada semestre, del directorio.",
        ["ST: actualización del directorio"],
    ),
    (
        "Compromiso de México de traducción al inglés de la Guía en 2020.",
        ["México: traducción al inglés de la Guía, 2020-12-31"],
    ),
    # Notes without a verb.
    ("Informe anual: Secretaría Técnica, 30 de junio de 2019.", ["ST: informe anual, 2019-06-30"]),
    ("Elaboración de la guía: Costa Rica y Panamá.", ["Costa Rica, Panamá: elaborar la guía"]),
    ("Traducción del manual (OIM, 30 de junio de 2019).", ["OIM: traducir el manual, 2019-06-30"]),
    ("Seguimiento del plan – ST – julio de 2019.", ["ST: seguimiento del plan, 2019-07-31"]),
    (
        "Pago de cuotas pendientes, a más tardar el 31 de agosto de 2019.",
        ["Países Miembros: pagar cuotas pendientes, 2019-08-31"],
    ),
    ("Próxima reunión: Guatemala, 5 y 6 de noviembre de 2019.", []),
    ("Sede: Panamá, 5 de mayo de 2019.", []),
    ("Directorio de enlaces: actualizado.", []),
    (
        "CR, PAN: elaborar la guía antes del 30 de julio de 2019.",
        ["Costa Rica, Panamá: elaborar la guía, 2019-07-30"],
    ),
    ("MEX: informe sobre trata – jul./19.", ["México: informe sobre trata, 2019-07-31"]),
    ("La ST informó que los países deben remitir sus informes antes del 1 de julio de 2019.", []),
    ("Honduras solicitó a la ST que incluya el tema en la agenda.", []),
    ("La OIM recomendó a los países que adopten el protocolo.", []),
    (
        "Asimismo, acordaron continuar trabajando de manera conjunta.",
        [
            "Países Miembros: continuar trabajando de manera conjunta",
        ],
    ),
    (
        (
            "Reconocemos que la migración es un fenómeno complejo y nos comprometemos a fortalecer "
            "la cooperación."
        ),
        [
            "Países Miembros: fortalecer la cooperación",
        ],
    ),
    (
        "Hacemos un llamado a la comunidad internacional a apoyar a los países de tránsito.",
        [
            "comunidad internacional: apoyar a los países de tránsito",
        ],
    ),
    ("Hacemos un llamado a que se respeten los derechos humanos.", []),
    (
        "Reafirmamos nuestro compromiso de proteger a la niñez migrante.",
        [
            "Países Miembros: proteger a la niñez migrante",
        ],
    ),
    (
        ("Condenamos la xenofobia e instamos a los medios de comunicación a informar con responsabilidad."),
        [
            "medios de comunicación: informar con responsabilidad",
        ],
    ),
    (
        "Saludamos la incorporación de Belice y le invitamos a designar su punto focal.",
        [
            "Belice: designar su punto focal",
        ],
    ),
    (
        (
            "México hará llegar sus comentarios a más tardar el 3 de junio de 2019 y los demás "
            "países a más tardar el 10 de junio de 2019."
        ),
        [
            "México: hacer llegar sus comentarios, 2019-06-03",
            "Países Miembros: hacer llegar sus comentarios, 2019-06-10",
        ],
    ),
    (
        (
            "La reunión de alto nivel tendrá lugar en Belice el 3 de junio de 2019 y la reunión técnica "
            "en Panamá el 10 de junio de 2019."
        ),
        [],
    ),
    (
        (
            "Celebrar el taller el 3 y 4 de junio de 2019 en Belice, y el seminario el 10 de junio "
            "de 2019 en Panamá."
        ),
        [
            "Países Miembros: celebrar el taller en Belice, 2019-06-04",
            "Países Miembros: celebrar el seminario en Panamá, 2019-06-10",
        ],
    ),
    (
        "Solicitando a la ST que circule el acta antes del 1 de julio de 2019.",
        [
            "ST: circular el acta, 2019-07-01",
        ],
    ),
    (
        "Se solicitará a la ST que circule el acta.",
        [
            "ST: circular el acta",
        ],
    ),
    (
        "Se ha solicitado a la ST que circule el acta.",
        [
            "ST: circular el acta",
        ],
    ),
    (
        "Se solicitaron a la OIM insumos para el estudio.",
        [
            "OIM: insumos para el estudio",
        ],
    ),
    (
        "Habiendo acordado los países designar un enlace, la ST circulará un formulario.",
        [
            "ST: circular un formulario",
        ],
    ),
    (
        "Los países deberían ratificar el Convenio.",
        [
            "Países Miembros: ratificar el Convenio",
        ],
    ),
    (
        "Los países habrán de ratificar el Convenio antes del 31 de diciembre de 2019.",
        [
            "Países Miembros: ratificar el Convenio, 2019-12-31",
        ],
    ),
    (
        "Los países tendrán que ratificar el Convenio.",
        [
            "Países Miembros: ratificar el Convenio",
        ],
    ),
    (
        "Es responsabilidad de la ST circular el acta.",
        [
            "ST: circular el acta",
        ],
    ),
    (
        "Es compromiso de los países pagar sus cuotas.",
        [
            "Países Miembros: pagar sus cuotas",
        ],
    ),
    (
        "Queda a cargo de la ST circular el acta antes del 1 de julio de 2019.",
        [
            "ST: circular el acta, 2019-07-01",
        ],
    ),
    (
        "México asumirá la coordinación del grupo.",
        [
            "México: asumir la coordinación del grupo",
        ],
    ),
    (
        "México acordó coordinar el grupo.",
        [
            "México: coordinar el grupo",
        ],
    ),
    (
        "México y Guatemala convinieron en celebrar una reunión bilateral en julio de 2019.",
        [
            "México, Guatemala: celebrar una reunión bilateral, 2019-07-31",
        ],
    ),
    (
        "México y Guatemala decidieron crear una mesa de trabajo.",
        [
            "México, Guatemala: crear una mesa de trabajo",
        ],
    ),
    (
        "Se le encarga a la ST circular el acta.",
        [
            "ST: circular el acta",
        ],
    ),
    (
        "A la ST se le encarga circular el acta.",
        [
            "ST: circular el acta",
        ],
    ),
    (
        "A México se le solicita confirmar su participación antes del 1 de julio de 2019.",
        [
            "México: confirmar su participación, 2019-07-01",
        ],
    ),
    (
        "Por su parte, la OIM elaborará la ficha técnica.",
        [
            "OIM: elaborar la ficha técnica",
        ],
    ),
    (
        "Igualmente, la OIM deberá elaborar la ficha técnica.",
        [
            "OIM: elaborar la ficha técnica",
        ],
    ),
    (
        "Para tal efecto, la PPT convocará a una reunión en julio de 2019.",
        [
            "PPT: convocar a una reunión, 2019-07-31",
        ],
    ),
    (
        "A más tardar el 1 de julio de 2019, la PPT convocará a una reunión.",
        [
            "PPT: convocar a una reunión, 2019-07-01",
        ],
    ),
    (
        "En un plazo de 30 días, los países remitirán sus datos y la ST los consolidará.",
        [
            "Países Miembros: remitir sus datos, 2019-06-15",
            "ST: consolidarlos",
        ],
    ),
    (
        (
            "Los países remitirán sus datos antes del 1 de julio de 2019, la ST los consolidará "
            "antes del 15 de julio de 2019 y la PPT los presentará en agosto de 2019."
        ),
        [
            "Países Miembros: remitir sus datos, 2019-07-01",
            "ST: consolidarlos, 2019-07-15",
            "PPT: presentarlos, 2019-08-31",
        ],
    ),
    (
        "Honduras anunció que reforzaría su consulado a más tardar el 15 de noviembre de 2019.",
        ["Honduras: reforzar su consulado, 2019-11-15"],
    ),
    ("La ST habilitaría un canal cifrado en julio de 2019.", ["ST: habilitar un canal cifrado, 2019-07-31"]),
    ("México preferiría un plazo mayor.", []),
    (
        "El representante de la OIM respondió que su oficina entregaría cien juegos en julio de 2019.",
        ["OIM: entregar cien juegos, 2019-07-31"],
    ),
    ("México confirmó que la OIM enviaría el informe.", []),
    (
        "Se convino en que cada país nombraría su autoridad de enlace antes del 14 de agosto de 2019.",
        ["Países Miembros: nombrar su autoridad de enlace, 2019-08-14"],
    ),
    (
        "Remisión trimestral de datos a la ST por los países miembros.",
        ["Países Miembros: remisión trimestral de datos a la ST"],
    ),
    (
        "Entrega, por parte de Canadá, de los datos a la ST: hasta el 30 de septiembre de 2019.",
        ["Canadá: entregar los datos a la ST, 2019-09-30"],
    ),
    (
        "Administración de los recursos anteriores a cargo de la OIM.",
        ["OIM: administrar los recursos anteriores"],
    ),
    ("Presentación por la OIM de su informe de actividades.", []),
    ("Aprobación por los países miembros del plan de trabajo.", []),
    ("Datos recopilados por la OIM en las fronteras.", []),
    (
        "La custodia se confía a Panamá, que la pondrá en marcha en julio de 2019.",
        ["Panamá: ponerla en marcha, 2019-07-31"],
    ),
    (
        "Difundir el informe de la ST, que incluirá los datos de 2018.",
        ["Países Miembros: difundir el informe de la ST"],
    ),
    ("Aplazar la solicitud hasta que se conozca el dictamen que rendirá la ST.", ["ST: rendir el dictamen"]),
    ("Tomar nota del informe que presentará la ST.", []),
    (
        "Celebrar la reunión en Tela, debiendo la ST circular los documentos en julio de 2019.",
        ["Países Miembros: celebrar la reunión en Tela", "ST: circular los documentos, 2019-07-31"],
    ),
    (
        "Los Países Miembros, salvo Canadá y México, enviarán sus datos antes del 1 de julio de 2019.",
        ["Países Miembros, salvo Canadá y México: enviar sus datos, 2019-07-01"],
    ),
    ("Cada consulado enviará sus datos.", ["cada consulado: enviar sus datos"]),
    ("Panamá informó de sus albergues y pidió apoyo.", []),
    ("El acuerdo de Panamá, que se hará efectivo el 1 de julio de 2019, fue leído.", []),
    ("Participarán todos los países miembros.", ["Países Miembros: participar"]),
    (
        "Exhortar a las cuatro administraciones presentes a la designación de sus enlaces.",
        ["cuatro administraciones presentes: designar sus enlaces"],
    ),
    (
        "Invitar a las delegaciones a una visita de campo en Metetí, del 12 al 14 de julio de 2019.",
        ["Países Miembros: asistir a una visita de campo en Metetí, 2019-07-14"],
    ),
    (
        "Crear un grupo de trabajo. El grupo presentará su informe antes del 1 de julio de 2019.",
        ["Países Miembros: crear un grupo de trabajo", "grupo de trabajo: presentar su informe, 2019-07-01"],
    ),
    (
        "Pedir a los países designar dos participantes cada uno, a más tardar el 7 de julio de 2019.",
        ["Países Miembros: designar dos participantes cada uno, 2019-07-07"],
    ),
    ("Paraguay: provisión de lectores ópticos.", ["Paraguay: proveer lectores ópticos"]),
    (
        "La firma que audite las cuentas será elegida por la PPT en julio de 2019.",
        ["PPT: elegir la firma que audite las cuentas, 2019-07-31"],
    ),
    ("Aceptar que Guatemala facilite el local.", ["Guatemala: facilitar el local"]),
    (
        "Se recomienda a las autoridades no admitir cisternas sin panel.",
        ["autoridades: no admitir cisternas sin panel"],
    ),
    ("Recomendar a los países que no admitan cisternas.", ["Países Miembros: no admitir cisternas"]),
    (
        "Solicitar a los países que no cobren por las partidas.",
        ["Países Miembros: no cobrar por las partidas"],
    ),
    ("Que los países no lo publiquen.", ["Países Miembros: no publicarlo"]),
    ("La ST no deberá publicar los datos.", ["ST: no publicar los datos"]),
    ("No acoger, por falta de consenso, la propuesta de Panamá.", []),
    (
        "El ACNUR se sumó al ofrecimiento: costearía el alojamiento de los asistentes.",
        ["ACNUR: costear el alojamiento de los asistentes"],
    ),
    ("México expuso sus cifras: aumentarán en 2020.", []),
    (
        "Asistencia técnica de Estados Unidos a Belice para la adaptación de su sistema.",
        ["Estados Unidos: brindar asistencia técnica a Belice para la adaptación de su sistema"],
    ),
    ("Aceptación, asimismo, de la cobertura por el BID de los pasajes.", ["BID: cubrir los pasajes"]),
    (
        "Respaldar la iniciativa de Honduras, cuyo borrador circulará esa delegación en julio de 2019.",
        ["Honduras: circular su borrador, 2019-07-31"],
    ),
    # Those whom a description leaves are kept in the act's words.
    (
        "Instar a los países que adeudan cuotas a pagarlas antes del 31 de agosto de 2019.",
        ["países que adeudan cuotas: pagarlas, 2019-08-31"],
    ),
    (
        "Los países con cuotas atrasadas deberán pagarlas antes del 31 de agosto de 2019.",
        ["países con cuotas atrasadas: pagarlas, 2019-08-31"],
    ),
    ("Instar a los países en mora a pagar.", ["países en mora: pagar"]),
    ("Quienes adeuden cuotas quedan invitados a pagarlas.", ["quienes adeuden cuotas: pagarlas"]),
    (
        "Cada uno de los países piloto remitirá sus datos en julio de 2019.",
        ["cada uno de los países piloto: remitir sus datos, 2019-07-31"],
    ),
    (
        "Solicitar a los tres países que no han respondido que lo hagan antes del 1 de julio de 2019.",
        ["tres países que no han respondido: responder, 2019-07-01"],
    ),
    ("Solicitar a los once Países Miembros que paguen.", ["Países Miembros: pagar"]),
    (
        "Los países de origen, tránsito y destino deberán intercambiar datos.",
        ["países de origen, tránsito y destino: intercambiar datos"],
    ),
    (
        "Se acordó que los países que no asistieron envíen sus observaciones.",
        ["países que no asistieron: enviar sus observaciones"],
    ),
    (
        "Invitar a los países que lo deseen a enviar observaciones.",
        ["países que lo deseen: enviar observaciones"],
    ),
    (
        "Tres Países Miembros adeudan cuotas. Instar a dichos países a pagarlas.",
        ["dichos países: pagarlas"],
    ),
    ("Recordar a los países que deben remitir sus cifras.", ["Países Miembros: remitir sus cifras"]),
    (
        "Remitir a los países de manera oportuna el informe.",
        ["Países Miembros: remitir a los países de manera oportuna el informe"],
    ),
    ("Los países que participaron agradecieron a la OIM.", []),
    (
        "La ST enviará los documentos la víspera de la reunión del 5 de julio de 2019.",
        ["ST: enviar los documentos, 2019-07-04"],
    ),
    # What a verb that opens its sentence has for a subject stands behind what it governs.
    (
        "Asumirá la Presidencia Pro Témpore Honduras a partir del 1 de julio de 2019.",
        ["Honduras: asumir la Presidencia Pro Témpore"],
    ),
    (
        "Asumirá la Presidencia Pro Témpore la República Dominicana.",
        ["República Dominicana: asumir la Presidencia Pro Témpore"],
    ),
    ("Asumirá los gastos del taller la OIM.", ["OIM: asumir los gastos del taller"]),
    ("Asumirán los gastos de traslado los consulados.", ["consulados: asumir los gastos de traslado"]),
    (
        "Presentará el informe a la PPT la ST antes del 1 de julio de 2019.",
        ["ST: presentar el informe a la PPT, 2019-07-01"],
    ),
    ("Remitirán sus datos a la ST México y Guatemala.", ["México, Guatemala: remitir sus datos a la ST"]),
    ("Asumirá la Presidencia Pro Témpore a partir de julio de 2019.", []),
    ("Evaluará la ST la PPT.", []),
    # What a body is set up for is for it to do, and its day isn't that of setting it up.
    (
        "Crear un grupo de trabajo sobre visas, que presentará su plan antes del 31 de marzo de 2020.",
        [
            "Países Miembros: crear un grupo de trabajo sobre visas",
            "grupo de trabajo sobre visas: presentar su plan, 2020-03-31",
        ],
    ),
    (
        "Instálanse las mesas de trabajo, que rendirán su informe antes del 30 de septiembre de 2019.",
        ["mesas de trabajo: rendir su informe, 2019-09-30"],
    ),
    (
        (
            "Instálanse las mesas de trabajo sobre el reconocimiento de títulos y sobre la educación virtual "
            "de las universidades, que rendirán su informe antes del 30 de septiembre de 2019."
        ),
        ["mesas de trabajo: rendir su informe, 2019-09-30"],
    ),
    (
        "Se crea el Comité de Visas, el cual presentará su plan antes del 31 de marzo de 2020.",
        ["Comité de Visas: presentar su plan, 2020-03-31"],
    ),
    ("Saludar la creación de un grupo de trabajo, que presentará su plan en marzo de 2020.", []),
    # A sentence in the present binds by its last day, if nothing stands between.
    ("La ST prepara el borrador antes del 5 de julio de 2019.", ["ST: preparar el borrador, 2019-07-05"]),
    (
        "México presenta su informe a más tardar el 5 de julio de 2019 y lo remite a la ST.",
        ["México: presentar su informe y remitirlo a la ST, 2019-07-05"],
    ),
    (
        "El consulado entrega los documentos antes del 5 de julio de 2019.",
        ["consulado: entregar los documentos, 2019-07-05"],
    ),
    ("La ST prepara el borrador.", []),
    ("La ST administra un fondo que cierra a más tardar el 5 de julio de 2019.", []),
    ("Costa Rica ofrece remitir su lista antes del 5 de julio de 2019.", []),
    ("México propone que se revise el plan antes del 5 de julio de 2019.", []),
    ("México informa que su plan vence a más tardar el 5 de julio de 2019.", []),
    ("La ST presenta el informe que recibió antes del 5 de mayo de 2019.", []),
    # Resolutions order with «se»; without anything more it is a formula.
    (
        "Remítase por la ST copia de la presente a los Países Miembros antes del 5 de julio de 2019.",
        ["ST: remitir copia de la presente a los Países Miembros, 2019-07-05"],
    ),
    ("Publíquese en el portal de la CRM y comuníquese.", ["nobody: publicar en el portal de la CRM"]),
    ("Elabórese un plan, a cargo de la ST, en julio de 2019.", ["ST: elaborar un plan, 2019-07-31"]),
    ("Regístrese, publíquese y archívese.", []),
    ("Tómese nota del informe de la ST.", []),
    ("Téngase por recibida la carta de la OIM.", []),
    ("Apruébese el plan.", []),
    # Who speaks of «su país» speaks for it.
    (
        "El Viceministro de Honduras anunció que su país donará semillas a las municipalidades.",
        ["Honduras: donar semillas a las municipalidades"],
    ),
    (
        "La Ministra de Salud de Costa Rica informó que su Gobierno enviará los datos en julio de 2019.",
        ["Costa Rica: enviar los datos, 2019-07-31"],
    ),
    ("El Viceministro de Honduras anunció que el país vecino donará semillas.", []),
    ("El Viceministro de Honduras dijo que su país privatizará la distribución.", []),
    ("El coordinador del taller anunció que su país enviará datos.", []),
    # Those asked may be some whom no file names.
    (
        "Solicitar a Canadá, a otros donantes y a la OIM que financien el plan.",
        ["Canadá, otros donantes, OIM: financiar el plan"],
    ),
    (
        "Exhortar a los países y a la sociedad civil a participar en el curso.",
        ["Países Miembros, sociedad civil: participar en el curso"],
    ),
    ("Instar a México, en el marco del Plan, a remitir sus datos.", ["México: remitir sus datos"]),
    # What is agreed may be said by a cue of its own, behind a colon.
    ("Por unanimidad se acuerda: Encargar a la ST la elaboración del plan.", ["ST: elaborar el plan"]),
    ("Por unanimidad SE ACUERDA: Dar por recibido el informe de la ST.", []),
    ("Se acordó: celebrar un taller en julio de 2019.", ["nobody: celebrar un taller, 2019-07-31"]),
    (
        "Aprobar el estudio de la red sobre las remesas, que presentará la OIM en junio de 2019.",
        ["OIM: presentar el estudio de la red sobre las remesas, 2019-06-30"],
    ),
    (
        "Decide también que la ST circulará la agenda antes del 5 de julio de 2019.",
        ["ST: circular la agenda, 2019-07-05"],
    ),
    # Persons with their titles, and local bodies, go by the act's words.
    (
        "La Sra. Alicia Mora se comprometió a enviar el formulario antes del 5 de julio de 2019.",
        ["Sra. Alicia Mora: enviar el formulario, 2019-07-05"],
    ),
    ("El Dr. J. Peña de la Cruz revisará el glosario.", ["Dr. J. Peña de la Cruz: revisar el glosario"]),
    (
        "Pedir a la Licda. Sosa que convoque al grupo en julio de 2019.",
        ["Licda. Sosa: convocar al grupo, 2019-07-31"],
    ),
    ("El Sr. Presidente agradeció a la Sra. Mora su informe.", []),
    (
        "La municipalidad de La Paz y la alcaldía de Gracias repararán el puente.",
        ["municipalidad de La Paz, alcaldía de Gracias: reparar el puente"],
    ),
    (
        "Las alcaldías de Trojes y San Lucas nombrarán un enlace.",
        ["alcaldías de Trojes y San Lucas: nombrar un enlace"],
    ),
    ("La Ciudad de Colón cederá el local.", ["Ciudad de Colón: ceder el local"]),
    # Countries by their long names.
    (
        "La República de Guatemala y la República Federativa del Brasil traducirán el manual.",
        ["Guatemala, Brasil: traducir el manual"],
    ),
    (
        "La Secretaría de Estado de Panamá traducirá el manual.",
        ["Secretaría de Estado de Panamá: traducir el manual"],
    ),
    # A second verb may be of the sentence's subject, or its subject stand behind it.
    (
        "Honduras explicó el sistema y lo instalará en dos puestos antes del 5 de julio de 2019.",
        ["Honduras: instalarlo en dos puestos, 2019-07-05"],
    ),
    ("Honduras explicó el sistema que usa la ST y lo instalará.", []),
    ("De todo ello informará la ST a los países.", ["ST: informar a los países"]),
    (
        "Celebrar un foro en junio de 2020, en fechas que Belice confirmará antes del 5 de julio de 2019.",
        ["Países Miembros: celebrar un foro, 2020-06-30", "Belice: confirmar, 2019-07-05"],
    ),
    # A list inside a sentence is of its verb.
    (
        (
            "Se encarga a la ST que: a) recopile las leyes antes del 5 de julio de 2019; y b) las publique "
            "en agosto de 2019."
        ),
        ["ST: recopilar las leyes, 2019-07-05", "ST: publicarlas, 2019-08-31"],
    ),
    (
        "Confiar a un comité, formado por Panamá y Belice, la elaboración del plan.",
        ["comité: elaborar el plan"],
    ),
    # Thanks that are passed on, concern that is shared and what is taken as done bind nobody.
    ("Hacer llegar al pueblo de Belice el agradecimiento de todos.", []),
    (
        "Solicitar a la ST que transmita a Belice el agradecimiento de todos.",
        ["ST: transmitir a Belice el agradecimiento de todos"],
    ),
    ("Compartir la preocupación de Belice por lo que deben pagar los migrantes.", []),
    ("Dar por terminado el proyecto piloto.", []),
    ("Nada de lo anterior se aplicará a los observadores.", []),
    ("La migración es un derecho y deberá ser protegida en la región.", []),
    (
        "Belice ofreció asumir la coordinación y ser sede del foro en 2020; el Grupo aceptó.",
        ["Belice: asumir la coordinación y ser sede del foro, 2020-12-31"],
    ),
    ("Las tres redes acordaron redactar una guía.", ["las tres redes: redactar una guía"]),
    (
        "La ST divulgará la guía el 20 de junio de 2019, Día Mundial de los Refugiados.",
        ["ST: divulgar la guía, 2019-06-20"],
    ),
    (
        "Belice pagará en dos partes, la primera antes del 3 de junio de 2019 y la segunda en julio de 2019.",
        ["Belice: pagar en dos partes, 2019-06-03", "Belice: pagar la segunda, 2019-07-31"],
    ),
    ("La SG-SICA archivará la lista.", ["SG-SICA: archivar la lista"]),
    (
        "La guía será traducida por la OIM en julio de 2019 y distribuida por la ST en agosto de 2019.",
        ["OIM: traducir la guía, 2019-07-31", "ST: distribuir la guía, 2019-08-31"],
    ),
    (
        "Los países se comprometen: a) a revisar la guía; b) a nombrar enlaces antes del 5 de julio de 2019.",
        ["Países Miembros: revisar la guía", "Países Miembros: nombrar enlaces, 2019-07-05"],
    ),
    (
        "Los talleres serán organizados por la OIM y el ACNUR y financiados por Canadá.",
        ["OIM, ACNUR: organizar los talleres"],
    ),
    ("Coincidieron en que los países deben respetar el asilo.", []),
    ("Estuvieron de acuerdo en que los países deben respetar el asilo.", []),
    (
        "Coincidieron en que los países deben enviar sus datos antes del 5 de julio de 2019.",
        ["Países Miembros: enviar sus datos, 2019-07-05"],
    ),
    ("Coincidieron en que el asilo es útil, y en que los Estados deben protegerlo.", []),
    (
        "Los países enviarán un certificado expedido en los treinta días anteriores a la salida.",
        ["Países Miembros: enviar un certificado expedido en los treinta días anteriores a la salida"],
    ),
    (
        "La guía será traducida por la OIM y el folleto impreso por la ST antes del 5 de julio de 2019.",
        ["OIM: traducir la guía", "ST: imprimir el folleto, 2019-07-05"],
    ),
    (
        "Los Viceministros convenimos en que la ST publique la guía, y en que México la traduzca.",
        ["ST: publicar la guía", "México: traducir la guía"],
    ),
    (
        "Apertura, hasta el 5 de julio de 2019, de la recepción de fichas, que los países enviarán a la ST.",
        ["Países Miembros: enviar a la ST, 2019-07-05"],
    ),
    (
        (
            "Queda a cargo de El Salvador la redacción del capítulo sobre retorno y de México la "
            "del capítulo sobre asilo, debiendo ambos ser enviados a la ST en julio de 2019."
        ),
        [
            "El Salvador: redactar el capítulo sobre retorno, 2019-07-31",
            "México: redactar el capítulo sobre asilo, 2019-07-31",
        ],
    ),
    (
        "Está a cargo de Honduras el taller, y de Belice los gastos de viaje.",
        ["Honduras: encargarse del taller", "Belice: encargarse de los gastos de viaje"],
    ),
    ("Queda a cargo de la ST y de la OIM la señalización del puente.", ["ST, OIM: señalizar el puente"]),
    (
        (
            "México y Panamá remitirán sus informes, en el caso de México el 5 de julio de 2019 y "
            "en el de Panamá el 5 de agosto de 2019."
        ),
        ["México: remitir sus informes, 2019-07-05", "Panamá: remitir sus informes, 2019-08-05"],
    ),
    (
        (
            "Encomendar a la ST la elaboración de una guía, respecto de la cual cada país deberá "
            "formular sus observaciones antes del 5 de julio de 2019."
        ),
        ["ST: elaborar una guía", "Países Miembros: formular sus observaciones, 2019-07-05"],
    ),
    (
        (
            "Queda a cargo de Honduras la traducción del Plan, cuya distribución a las "
            "delegaciones habrá de efectuarse antes del 5 de julio de 2019."
        ),
        ["Honduras: traducir el Plan, 2019-07-05"],
    ),
    (
        (
            "Se encarga al grupo integrado por México y Belice la preparación de una guía, cuya "
            "versión final deberá quedar concluida en julio de 2019."
        ),
        ["grupo: preparar una guía, 2019-07-31"],
    ),
    (
        "La ST remitirá, antes del 5 de julio de 2019 y por correo electrónico, la lista.",
        ["ST: remitir, por correo electrónico, la lista, 2019-07-05"],
    ),
    (
        "Los países que no han contestado el cuestionario, Belice y Panamá, lo harán llegar a la ST.",
        ["Belice, Panamá: hacerlo llegar a la ST"],
    ),
    (
        "Solicitar a la ST que distribuya la guía entre los Países Miembros, y a éstos que la comenten.",
        ["ST: distribuir la guía entre los Países Miembros", "Países Miembros: comentarla"],
    ),
    (
        "La ST actualizará el directorio antes del 5 de julio de 2019 y posteriormente cada seis meses.",
        ["ST: actualizar el directorio, 2019-07-05", "ST: actualizar el directorio"],
    ),
    (
        "A partir del 5 de julio de 2019 cada país miembro remitirá sus datos.",
        ["Países Miembros: remitir sus datos"],
    ),
    (
        "La información sobre niñas, niños y adolescentes será remitida por cada país a la ST.",
        ["Países Miembros: remitir la información sobre niñas, niños y adolescentes a la ST"],
    ),
    (
        (
            "Nos comprometemos a pagar la cuota antes del 5 de julio de 2019, así como a informar "
            "de ello a la ST antes del 5 de agosto de 2019."
        ),
        [
            "Países Miembros: pagar la cuota, 2019-07-05",
            "Países Miembros: informar de ello a la ST, 2019-08-05",
        ],
    ),
    (
        (
            "México ofreció capacitar a los funcionarios de Belice, lo que fue aceptado; el curso "
            "se impartirá del 5 al 9 de agosto de 2019."
        ),
        [
            "México: capacitar a los funcionarios de Belice, 2019-08-09",
            "nobody: impartir el curso, 2019-08-09",
        ],
    ),
    (
        "Celebrar el taller antes del 5 de julio de 2019, y agradecer a Costa Rica su ayuda.",
        ["Países Miembros: celebrar el taller, 2019-07-05"],
    ),
    ("Que la SETEC publique el boletín.", ["SETEC: publicar el boletín"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_a_duty_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected
