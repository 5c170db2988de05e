"""The files of acts in a folder, and what else lies there."""

from pathlib import Path

import pytest

from knowledge.loading.act_files import acts_in, is_act, sha256_of, strangers_in


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        pytest.param("crm-2016.txt", True, id="text"),
        pytest.param("crm-2016.PDF", True, id="capitals"),
        pytest.param("crm-2016.review.yaml", False, id="corrections"),
        pytest.param("crm-2016.review.html", False, id="the page of corrections"),
        pytest.param(".crm-2016.txt", False, id="hidden"),
        pytest.param("fotos.jpg", False, id="a picture"),
    ],
)
def test_an_act_is_known_by_its_kind(name: str, *, is_one: bool) -> None:
    assert is_act(Path(name)) is is_one


def test_acts_and_strangers_are_told_apart_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", "b.review.yaml", ".hidden", "fotos.jpg"):
        (tmp_path / name).write_text(name)

    assert [path.name for path in acts_in(tmp_path)] == ["a.docx", "b.txt"]
    assert [path.name for path in strangers_in(tmp_path)] == ["fotos.jpg"]


def test_no_folder_has_no_acts(tmp_path: Path) -> None:
    assert acts_in(tmp_path / "actas") == []


def test_the_digest_is_of_the_content(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name for name in ("one", "same", "other"))
    for path, text in ((one, "acta"), (same, "acta"), (other, "acto")):
        path.write_text(text)

    assert sha256_of(one) == sha256_of(same) != sha256_of(other)
