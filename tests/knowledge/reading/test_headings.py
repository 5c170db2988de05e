import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.structure.headings import heading_part
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
