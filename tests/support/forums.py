"""Folders of other forums, for tests."""

from pathlib import Path

from knowledge.language.datafiles import BUILT_IN, DataFolders

_CORPUS = Path(__file__).parents[1] / "corpus" / "forums"
FISHERIES = (_CORPUS / "fisheries.yaml").read_text(encoding="utf-8")
STATISTICS = (_CORPUS / "statistics.yaml").read_text(encoding="utf-8")

FISHERIES_ACT = """COMISIÓN ÍSTMICA DE PESCA Y ACUICULTURA (CIPA)

XX REUNIÓN ORDINARIA DEL CONSEJO DE MINISTROS
La Ceiba, Honduras, 3 y 4 de mayo de 2018

El Consejo de Ministros, reunido en la ciudad de La Ceiba, Honduras, los días 3 y 4 de mayo de 2018, con la \
participación de Belice, Costa Rica, Guatemala, Honduras y Panamá,

ACUERDA

1. Instruir a la Secretaría para que publique el informe a más tardar el 15 de julio.

2. Los Estados Miembros remitirán sus registros a la FAO antes del 30 de septiembre de 2018.

3. Encomendar al Comité de Directores la revisión del protocolo de inspección.
"""


def forum_folder(folder: Path, description: str, **acts: str) -> DataFolders:
    """Write a forum's folder, with its description and its acts by file name without suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "forum.yaml").write_text(description, encoding="utf-8")
    for name, text in acts.items():
        (folder / "acts").mkdir(exist_ok=True)
        (folder / "acts" / f"{name}.txt").write_text(text, encoding="utf-8")
    return BUILT_IN.model_copy(update={"forum": folder})
