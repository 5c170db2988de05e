"""A loader of acts written as plain paragraphs, and a quotation from a base of them."""

from datetime import date
from functools import partial
from pathlib import Path

from knowledge.base import KnowledgeBase
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.loading import Loader
from knowledge.search.writing import write_index
from knowledge.stores.data_folder import DataFolder
from tests.support.plain_acts import read_plain_act, write_plain_act


def plain_loader(folder: Path) -> Loader:
    """Open a loader on an empty data folder in `folder`; one act of 2016 ships."""
    built_in = write_plain_act(folder / "built_in" / "crm-2016.txt", "crm-2016", ("C1", "Antes.")).parent
    index = partial(write_index, register=PartyRegister.load(BUILT_IN))
    return Loader(DataFolder.open(folder / "data"), read_plain_act, index, built_in, edition="1")


def quote_from(base: KnowledgeBase) -> str:
    """Return a base's quotation of conclusion 1."""
    answer, _ = base.ask("¿Qué dice la conclusión 1?", today=date(2017, 7, 1), language="es")
    return answer.findings[0].quote
