"""What is asked of somebody behind an aside, in which somebody else may do something."""

import pytest

from tests.support.duties import duties_in, first_words

ASIDES: list[tuple[str, str, list[str]]] = [
    (
        "es",
        "Se pide a Canadá, y México lo apoyará, que elabore un manual antes del 18 de agosto de 2019.",
        ["México: apoyarlo", "Canadá: elaborar un manual, 2019-08-18"],
    ),
    (
        "es",
        "Instar a Panamá y a Honduras, y la OIM los acompañará, a firmar el convenio antes de julio de 2019.",
        ["OIM: acompañarlos", "Panamá, Honduras: firmar el convenio, 2019-06-30"],
    ),
    (
        "es",
        "Solicitar a Panamá, y la ST la guiará en ello, la elaboración de un manual en julio de 2019.",
        ["ST: guiarla en ello", "Panamá: elaborar un manual, 2019-07-31"],
    ),
    (
        "es",
        "Solicitar a Guatemala, que ejercerá la Presidencia en 2020, incluir el tema en la agenda.",
        ["Guatemala: incluir el tema en la agenda"],
    ),
    (
        "es",
        "Solicitar a Belice, que será sede del taller, que envíe la agenda antes del 3 de junio de 2019.",
        ["Belice: enviar la agenda, 2019-06-03"],
    ),
    (
        "es",
        "Solicitar a Belice y a Panamá, y México enviará la suya, sus listas.",
        ["México: enviar la suya, sus listas"],
    ),
    (
        "en",
        "Canada is requested, and Mexico will support it, to draft a proposal by August 18, 2019.",
        ["México: support it", "Canadá: draft a proposal, 2019-08-18"],
    ),
    (
        "en",
        "Urge Belize, and Mexico will assist it, to ratify the treaty by August 18, 2019.",
        ["México: assist it", "Belice: ratify the treaty, 2019-08-18"],
    ),
    (
        "en",
        "Request Canada, which will chair the group, to draft a proposal by August 18, 2019.",
        ["Canadá: draft a proposal, 2019-08-18"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ASIDES, ids=first_words)
def test_what_is_asked_behind_an_aside_is_for_who_is_asked(
    language: str, text: str, expected: list[str]
) -> None:
    assert duties_in(text, language) == expected
