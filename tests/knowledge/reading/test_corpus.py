import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading import read_act
from knowledge.values.acts import Act, Commitment

LABELS = sorted((Path(__file__).parents[2] / "corpus").rglob("*.gold.json"))
REGISTER = PartyRegister.load(BUILT_IN)

every_act = pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.name.split(".")[0])


@cache
def read(labels: Path) -> Act:
    name = labels.name.removesuffix(".gold.json")
    act = next(path for path in labels.parent.glob(f"{name}.*") if path != labels)
    return read_act(act, register=REGISTER)


@cache
def expected(labels: Path) -> Any:
    return json.loads(labels.read_text(encoding="utf-8"))


def folded(text: str) -> str:
    return " ".join(text.split()).replace("“", '"').replace("”", '"')


def is_said(label: Any, commitment: Commitment) -> bool:
    same_party = not label["responsible"] or bool({*label["responsible"]} & {*commitment.responsible})
    same_place = str(commitment.reference) == label["ref"]
    return same_place and (same_party or "responsible" in label["inferred"])


@every_act
def test_the_meeting_of_an_act_is_read(labels: Path) -> None:
    meeting = read(labels).meeting.model_dump(mode="json")
    meeting["participants"] = sorted(meeting["participants"])

    label = expected(labels)["meeting"]

    assert {field: meeting[field] for field in label if field != "absent_members"} == {
        field: sorted(value) if field == "participants" else value
        for field, value in label.items()
        if field != "absent_members"
    }


@every_act
def test_the_provisions_of_an_act_are_told_apart(labels: Path) -> None:
    found = {
        str(provision.reference): folded(provision.text)
        for provision in read(labels).provisions
        if str(provision.reference) != "ENC"
    }

    wanted = expected(labels)["provisions"]
    closed = {label["ref"] for label in wanted if label["kind"] == "closing"}

    assert set(found) == {label["ref"] for label in wanted}
    for label in wanted:
        text = found[label["ref"]]
        assert folded(label["first_words"]) in text
        assert folded(label["last_words"]) in text
        if label["ref"] not in closed:
            assert text.startswith(folded(label["first_words"]))
            assert text.endswith(folded(label["last_words"]))


@every_act
def test_the_commitments_of_an_act_bind_whom_they_name_until_their_day(labels: Path) -> None:
    found = list(read(labels).commitments)
    for label in expected(labels)["commitments"]:
        said = next((each for each in found if is_said(label, each)), None)
        if said is None:
            assert label["borderline"] or "known_miss" in label, label
            continue
        found.remove(said)
        if "responsible" not in label["inferred"]:
            assert set(said.responsible) == set(label["responsible"]), label
        assert str(said.deadline.end or "") == (label["deadline"]["end"] or ""), label

    assert found == []


@every_act
def test_the_dated_events_of_an_act_are_found(labels: Path) -> None:
    found = {(str(event.reference), event.start) for event in read(labels).events}

    wanted = {
        (label["ref"], date.fromisoformat(label["start"]))
        for label in expected(labels)["events"]
        if label["precision"] in {"day", "week"} and "known_miss" not in label
    }

    assert wanted <= found
