"""Days that leave their month to the date before."""

import pytest

from tests.support.duties import duties_in, first_words

SPANISH: list[tuple[str, list[str]]] = [
    (
        "Instar a El Salvador a designar sus enlaces antes del 1 de julio, y a Nicaragua antes del 15.",
        ["El Salvador: designar sus enlaces, 2019-07-01", "Nicaragua: designar sus enlaces, 2019-07-15"],
    ),
    (
        "México enviará sus datos antes del 3 de julio de 2019 y Panamá antes del 20.",
        ["México: enviar sus datos, 2019-07-03", "Panamá: enviar sus datos, 2019-07-20"],
    ),
    (
        (
            "Solicitar a la OIM que publique la guía a más tardar el 5 de julio de 2019, y al ACNUR a "
            "más tardar el 19."
        ),
        ["OIM: publicar la guía, 2019-07-05", "ACNUR: publicar la guía, 2019-07-19"],
    ),
    (
        "La ST remitirá el borrador el 4 de junio de 2019 y Belice lo comentará antes del 18.",
        ["ST: remitir el borrador, 2019-06-04", "Belice: comentarlo, 2019-06-18"],
    ),
    (
        "Honduras pagará su cuota antes del 2 de mayo de 2020; Belice, antes del 16.",
        ["Honduras: pagar su cuota, 2020-05-02", "Belice: pagar su cuota, 2020-05-16"],
    ),
]

ENGLISH: list[tuple[str, list[str]]] = [
    (
        "Urge Angola to open its centre before 1 July 2019, and Tanzania before the 15th.",
        ["Angola: open its centre, 2019-07-01", "Tanzania: open its centre, 2019-07-15"],
    ),
    (
        "Mexico will send its data by July 3, 2019, and Panama by the 20th.",
        ["México: send its data, 2019-07-03", "Panamá: send its data, 2019-07-20"],
    ),
    (
        "Request IOM to publish the guide by 5 July 2019, and UNHCR by the 19th.",
        ["OIM: publish the guide, 2019-07-05", "ACNUR: publish the guide, 2019-07-19"],
    ),
    (
        ("The TS shall circulate the draft on June 4, 2019, and Belize shall comment on it before the 18th."),
        ["ST: circulate the draft, 2019-06-04", "Belice: comment on it, 2019-06-18"],
    ),
    (
        "Honduras will pay its fee before 2 May 2020, and Belize before the 16th.",
        ["Honduras: pay its fee, 2020-05-02", "Belice: pay its fee, 2020-05-16"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=first_words)
def test_a_day_without_its_month_is_read_in_spanish(text: str, expected: list[str]) -> None:
    assert duties_in(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_a_day_without_its_month_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
