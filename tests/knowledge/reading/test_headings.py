import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.structure.headings import find_headings, heading_part
from knowledge.reading.structure.lines import split_lines
from knowledge.reading.structure.words import Part, load_structure


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("CONCLUSIONES", Part.CONCLUSION),
        ("II. Recomendaciones:", Part.RECOMMENDATION),
        ("CONCLUSIONES / CONCLUSIONS", Part.CONCLUSION),
        ("Recomendaciones (continuación)", Part.RECOMMENDATION),
        ("ACORDARON:", Part.AGREEMENT),
        ("CONSIDERANDO", Part.RECITAL),
        ("Anexo", Part.ANNEX),
        ("ANEXO 2", Part.ANNEX),
        ("Annex 1. Matrix of commitments", Part.ANNEX),
        ("ANEXO: MATRIZ DE COMPROMISOS", Part.ANNEX),
        ("Anexo A: Lista de participantes", Part.ANNEX),
        ("Anexo 1 del informe de la Secretaría Técnica", None),
        ("Anexo 1. Se agradece a la OIM por este documento.", None),
        ("Capítulo 4. Conclusiones del estudio", None),
        ("Conclusiones del taller de San José", None),
    ],
)
def test_a_heading_says_what_it_opens(line: str, part: Part | None) -> None:
    assert heading_part(line, load_structure(BUILT_IN.language)) == part


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("LA ASAMBLEA GENERAL RESUELVE:", Part.AGREEMENT),
        ("THE CONFERENCE AGREED:", Part.AGREEMENT),
        ("LA ASAMBLEA GENERAL RESUELVE", None),
        ("La Asamblea General resuelve:", None),
    ],
)
def test_who_resolves_may_stand_before_the_verb(line: str, part: Part | None) -> None:
    lines = split_lines(f"Visto el informe.\n\n{line}\n\n1. Adoptar el plan.")

    found = [heading.part for heading in find_headings(lines, load_structure(BUILT_IN.language))]

    assert found == ([part] if part else [])


@pytest.mark.parametrize(
    ("above", "parts"),
    [
        pytest.param("El Grupo se reunió en Tela.\n\n", [Part.CONCLUSION], id="below a sentence"),
        pytest.param("", [], id="the first line, the act's title"),
    ],
)
def test_a_heading_with_the_meetings_name_has_something_above_it(above: str, parts: list[Part]) -> None:
    lines = split_lines(f"{above}Conclusiones de la reunión del Grupo\n\n1. Adoptar el plan.")

    assert [each.part for each in find_headings(lines, load_structure(BUILT_IN.language))] == parts
