"""What a secretariat gathered for itself is one more labelled set, for its acts."""

import shutil
from pathlib import Path

import pytest

from benchmarks.collecting import collect
from benchmarks.labelled import BUILT_IN_ACT, Labelled, act_sources, open_stores
from benchmarks.own import NONE, read_own
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.loading.golden import GoldenQuestion, add_golden
from knowledge.reading import read_act
from knowledge.values.errors import FaultyData
from knowledge.values.references import Reference

FORUM = Path(__file__).parents[2] / "benchmarks" / "gold" / "acts"
OURS = GoldenQuestion(
    text="¿y lo de la chuspa viajera?", document=BUILT_IN_ACT, reference=Reference.parse("C24")
)


def test_golden_questions_of_a_data_folder_join_those_of_their_act(tmp_path: Path) -> None:
    add_golden(tmp_path / "golden.yaml", OURS)
    elsewhere = OURS.model_copy(update={"text": "¿y en 1999?", "document": "crm-1999"})
    add_golden(tmp_path / "golden.yaml", elsewhere)

    own = read_own(tmp_path)

    (chat,) = [each for each in own.chats[BUILT_IN_ACT] if each.turns[0].q == OURS.text]
    assert (chat.turns[0].expect, chat.document, chat.group) == (("C24",), BUILT_IN_ACT, "golden")
    assert own.chats.keys() == own.acts.keys() == {BUILT_IN_ACT}
    assert own.acts[BUILT_IN_ACT].data == BUILT_IN


def test_a_question_that_is_labelled_already_counts_once(tmp_path: Path) -> None:
    add_golden(tmp_path / "golden.yaml", OURS)
    (chat,) = [each for each in read_own(tmp_path).chats[BUILT_IN_ACT] if each.turns[0].q == OURS.text]
    labelled: dict[str, list[Labelled]] = {BUILT_IN_ACT: [chat]}

    joined = read_own(tmp_path).beside(labelled)

    assert joined[BUILT_IN_ACT].count(chat) == 1
    assert len(labelled[BUILT_IN_ACT]) == 1
    assert NONE.beside(labelled) == labelled


def test_acts_of_a_forum_of_its_own_are_learned_from_by_its_data(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FORUM / "F4.forum", tmp_path / "forum"))
    (folder / "acts").mkdir()
    shutil.copyfile(FORUM / "F4.txt", folder / "acts" / "acta.txt")
    data = BUILT_IN.model_copy(update={"forum": folder})
    slug = read_act(folder / "acts" / "acta.txt", register=PartyRegister.load(data), data=data).slug
    add_golden(
        folder / "golden.yaml",
        GoldenQuestion(
            text="¿quién paga el seguro de los buzos?", document=slug, reference=Reference.parse("A9")
        ),
    )

    own = read_own(folder)
    with open_stores(None, own.acts) as stores:
        examples = collect(own.chats, stores, None, tmp_path, 0.9, own.acts)

    assert [each.act for each in examples] == [slug]
    assert own.acts[slug].data.forum == folder
    assert slug not in act_sources()


def test_a_mistake_in_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "golden.yaml").write_text("- text: ¿Quién?\n", encoding="utf-8")
    with pytest.raises(FaultyData, match=r"golden\.yaml, línea 1"):
        read_own(tmp_path)
