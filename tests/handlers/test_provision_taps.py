"""What the buttons of a provision carry, and what is refused when it comes back."""

import pytest

from handlers.callbacks import shorten
from handlers.provision_taps import ProvisionTap, Sends
from knowledge.values.references import Reference


@pytest.mark.parametrize("sends", Sends)
def test_a_button_comes_back_as_it_was_sent(sends: Sends) -> None:
    tap = ProvisionTap(sends, "es", "grcm-2017-06-san-salvador", Reference.parse("C16.a"))
    read = ProvisionTap.parse(str(tap))
    assert (read.sends, read.language, read.reference) == (sends, "es", tap.reference)
    assert read.document == shorten(tap.document)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("act1:es:acta", id="cut"),
        pytest.param("act1:fr:acta:C1", id="another language"),
        pytest.param("xyz1:es:acta:C1", id="another button"),
        pytest.param("act1:es:acta:99", id="no reference"),
    ],
)
def test_what_we_did_not_write_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        ProvisionTap.parse(data)
