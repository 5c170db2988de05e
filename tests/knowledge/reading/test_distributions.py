"""Duties that a list after a colon shares out."""

import pytest

from tests.support.duties import duties_in, first_words

SHARED: list[tuple[str, str, list[str]]] = [
    (
        "es",
        "Instar a los países a pagar: Belice y Panamá, en junio de 2019; los demás países, en julio de 2019.",
        ["Belice, Panamá: pagar, 2019-06-30", "demás países: pagar, 2019-07-31"],
    ),
    (
        "es",
        (
            "Encargar a la OIM y a la ST que revisen el manual: la primera, antes del 1 de junio de 2019; la "
            "segunda, en julio de 2019."
        ),
        ["OIM: revisar el manual, 2019-06-01", "ST: revisar el manual, 2019-07-31"],
    ),
    (
        "es",
        (
            "Invitar a Belice y a México a presentar sus cifras, el primero en mayo de 2020 y el segundo en "
            "julio de 2020."
        ),
        ["Belice: presentar sus cifras, 2020-05-31", "México: presentar sus cifras, 2020-07-31"],
    ),
    (
        "en",
        "Ask Members to pay their dues: Belize, by June 1, 2019; the other countries, by July 1, 2019.",
        ["Belice: pay their dues, 2019-06-01", "other countries: pay their dues, 2019-07-01"],
    ),
    (
        "es",
        "Belice y Honduras remitirán sus listas el 3 y el 10 de junio de 2019, respectivamente.",
        ["Belice: remitir sus listas, 2019-06-03", "Honduras: remitir sus listas, 2019-06-10"],
    ),
    (
        "en",
        "IOM and the TS shall submit their views on June 3 and June 10, 2019, respectively.",
        ["OIM: submit their views, 2019-06-03", "ST: submit their views, 2019-06-10"],
    ),
    (
        "es",
        (
            "Instruir a la OIM a elaborar el plan y a la ST a gestionar los fondos, a más tardar el 31 de "
            "julio y el 30 de septiembre de 2019, respectivamente."
        ),
        ["OIM: elaborar el plan, 2019-07-31", "ST: gestionar los fondos, 2019-09-30"],
    ),
    (
        "es",
        "La ST enviará el acta y la PPT publicará el informe el 3 y el 10 de junio de 2019, respectivamente.",
        ["ST: enviar el acta, 2019-06-03", "PPT: publicar el informe, 2019-06-10"],
    ),
    (
        "en",
        "Belize and Panama will report in the second half of 2019 and at the end of that year, respectively.",
        ["Belice, Panamá: report and at the end of that year"],
    ),
    (
        "es",
        "Pedir a Belice y Panamá que informen antes del 3 de mayo y el 30 de junio de 2020, respectivamente.",
        ["Belice: informar, 2020-05-03", "Panamá: informar, 2020-06-30"],
    ),
    (
        "es",
        "Belice, Honduras y Panamá presentarán su plan los días 1, 8 y 15 de junio de 2019, respectivamente.",
        [
            "Belice: presentar su plan, 2019-06-01",
            "Honduras: presentar su plan, 2019-06-08",
            "Panamá: presentar su plan, 2019-06-15",
        ],
    ),
    (
        "es",
        "Belice y Panamá traducirán la guía y harán el taller, respectivamente, antes del 3 de junio.",
        ["Belice: traducir la guía, 2019-06-03", "Panamá: hacer el taller, 2019-06-03"],
    ),
    # A window is for both.
    (
        "en",
        "Mexico and Canada shall send their views, respectively, between June 3 and July 10, 2019.",
        ["México, Canadá: send their views, respectively, 2019-07-10"],
    ),
    # Of two days neither is due if it isn't known to whom.
    (
        "es",
        "Los países remitirán sus listas el 3 y el 10 de junio de 2019, respectivamente.",
        ["Países Miembros: remitir sus listas"],
    ),
    # What says more than who and by when is no share.
    (
        "es",
        "Solicitar a la ST un informe sobre tres temas: visas, en junio de 2019; trata y remesas.",
        ["ST: informe sobre tres temas: visas, 2019-06-30"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SHARED, ids=first_words)
def test_each_share_is_a_duty(language: str, text: str, expected: list[str]) -> None:
    assert duties_in(text, language) == expected
