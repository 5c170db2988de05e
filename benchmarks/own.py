"""A secretariat's own set: its golden questions, and the acts they are about."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.labelled import ActSource, Labelled, Turn
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.loading.act_files import acts_in
from knowledge.loading.golden import GOLDEN, GOLDEN_LANGUAGE, GoldenQuestion, load_golden
from knowledge.reading import read_act

GROUP = "golden"


class OwnSet(NamedTuple):
    """Golden questions by act, and the files of these acts with the data folders to read them with."""

    chats: dict[str, list[Labelled]]
    acts: dict[str, ActSource]

    def beside(self, labelled: dict[str, list[Labelled]]) -> dict[str, list[Labelled]]:
        """Return the labelled questions with those of this set that aren't among them."""
        joined = {act: [*chats] for act, chats in labelled.items()}
        for act, chats in self.chats.items():
            known = {fold(chat.turns[0].q) for chat in labelled.get(act, ())}
            joined.setdefault(act, []).extend(each for each in chats if fold(each.turns[0].q) not in known)
        return joined


NONE = OwnSet({}, {})


def read_own(folder: Path) -> OwnSet:
    """Read the golden questions in a forum's folder or in the data folder of a bot, and find their acts.

    Questions of acts that aren't there are left out.

    Raises:
        KnowledgeError: a file is faulty, or an act cannot be read.
    """
    forum = next((each for each in (folder, folder / "forum") if (each / "forum.yaml").is_file()), None)
    data = BUILT_IN.model_copy(update={"forum": forum}) if forum else BUILT_IN
    golden = load_golden(*dict.fromkeys((data.forum / GOLDEN, folder / GOLDEN)))
    files = dict(_acts(data, folder))
    chats: dict[str, list[Labelled]] = {}
    for number, question in enumerate(golden, 1):
        if question.document in files:
            chats.setdefault(question.document, []).append(_labelled(question, number))
    return OwnSet(chats, {slug: ActSource(files[slug], data) for slug in chats})


def _acts(data: DataFolders, folder: Path) -> Iterator[tuple[str, Path]]:
    register = PartyRegister.load(data)
    for place in dict.fromkeys((data.forum / "acts", folder / "acts")):
        for path in acts_in(place):
            yield read_act(path, register=register, data=data).slug, path


def _labelled(question: GoldenQuestion, number: int) -> Labelled:
    """Return a golden question as a labelled one, which expects the provision it names."""
    return Labelled(
        id=f"{GROUP}/{number}",
        document=question.document,
        language=GOLDEN_LANGUAGE,
        group=GROUP,
        type=None,
        author=GROUP,
        turns=(Turn(q=question.text, expect=(str(question.reference),)),),
    )
