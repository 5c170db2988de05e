"""Say which marks are of commitments that no act has any more: they are kept, and count for nothing."""

from collections.abc import Iterable, Iterator

from handlers.catalogue import Catalogue
from knowledge.values.notices import mark
from knowledge.values.tracking import Mark

_LOST = mark("⚠️ Lo anotado de {key} ya no tiene su compromiso en las actas; se guarda por si vuelve.")


def describe_lost(lost: Iterable[Mark], catalogue: Catalogue) -> Iterator[str]:
    """Name each commitment that was marked and is gone, a line each."""
    for key in dict.fromkeys(each.key for each in lost):
        yield catalogue.text(_LOST, key=str(key))
