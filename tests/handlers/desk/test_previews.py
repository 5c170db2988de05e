"""Every view of a preview fits into one message, however many acts and whatever they say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.catalogue import LANGUAGES, load_catalogues
from handlers.desk.previews import Shown, render_preview
from handlers.desk.upload_taps import UploadTap, Wish
from handlers.markup import plain
from handlers.messages import TEXT_LIMIT, Message
from knowledge.language.datafiles import BUILT_IN
from knowledge.loading.comparing import compare_acts
from knowledge.loading.preview import Preview, PreviewedFile
from knowledge.values.acts import Act
from knowledge.values.notices import notice
from tests.support.builders import make_act, make_commitment, make_meeting

LONG = "remitir <b>información</b> & " * 60
TAG = "0123456789ab"
KEYBOARD_ROW = 8


def long_act(number: int, *, shift: int = 0) -> Act:
    paragraphs = [(f"C{each}", f"{LONG}{each + shift}") for each in range(1, 40)]
    act = make_act(*paragraphs, slug=f"grcm-2017-06-{'x' * 40}-{number}", meeting=make_meeting(city="X" * 90))
    names = tuple(f"Organismo muy largo de nombre {each}" for each in range(30))
    duties = tuple(
        make_commitment(act, str(each.reference), responsible=names, action=LONG + str(shift))
        for each in act.provisions
    )
    return act.model_copy(update={"commitments": duties})


@pytest.fixture(scope="module")
def preview() -> Preview:
    acts = [long_act(number) for number in range(12)]
    bringing = [
        PreviewedFile(
            path=Path("y" * 200 + ".pdf"), act=act, changes=compare_acts(long_act(number, shift=1), act)
        )
        for number, act in enumerate(acts)
    ]
    refused = [PreviewedFile(path=Path("z.pdf"), refusal=notice("No: " + "z" * 900)) for _ in range(9)]
    return Preview(files=(*bringing, *refused))


def pages(shown: Shown, wish: Wish) -> Iterator[Message]:
    """Yield a view's first pages, and its last."""
    for page in (1, 2, 9999):
        yield render_preview(shown, wish, page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wish", [Wish.SUMMARY, Wish.COMMITMENTS, Wish.DOUBTS, Wish.CHANGES])
def test_every_view_fits_into_a_message(preview: Preview, language: str, wish: Wish) -> None:
    shown = Shown(preview, TAG, load_catalogues(BUILT_IN)[language])
    for message in pages(shown, wish):
        assert 0 < len(plain(message.markup)) <= TEXT_LIMIT
        assert all(len(row) <= KEYBOARD_ROW for row in message.buttons)
        data = [button.data or "" for row in message.buttons for button in row]
        assert all(str(UploadTap.parse(each)) == each for each in data)
        assert {UploadTap(Wish.LOAD, TAG), UploadTap(Wish.DISCARD, TAG)} <= {*map(UploadTap.parse, data)}


def test_no_page_is_told_of_what_is_doubtful_about_a_whole_act() -> None:
    act = make_act(("ENC", "Reunidos en Tela"), warnings=(notice("Falta el año."),))
    preview = Preview(files=(PreviewedFile(path=Path("y.pdf"), act=act),))
    message = render_preview(Shown(preview, TAG, load_catalogues(BUILT_IN)["es"]))
    assert "Por revisar: 1." in plain(message.markup)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_brings_nothing_has_no_buttons(preview: Preview, language: str) -> None:
    nothing = Preview(files=tuple(each for each in preview.files if each.refusal))
    message = render_preview(Shown(nothing, TAG, load_catalogues(BUILT_IN)[language]))
    assert len(plain(message.markup)) <= TEXT_LIMIT
    assert message.buttons == ()


@pytest.mark.parametrize("data", ["", "u1:l:short:1", "u1:q:0123456789ab:1", "u1:c:0123456789ab:0", "u2:l"])
def test_data_that_is_not_ours_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"not (a|one of our)"):
        UploadTap.parse(data)
