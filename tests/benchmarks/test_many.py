"""Many acts at once are judged by what is cited first, by what must be shown, and by silence."""

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.many import judged, opened
from tests.support.act_texts import SMALL_ACT

QUESTION = "¿Hasta cuándo debe Canadá enviar el informe de actividades?"
SLUG = "grcm-2008-05-tela"


def written(folder: Path, name: str, *lines: object) -> None:
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    (tmp_path / f"{SLUG}.txt").write_text(SMALL_ACT, encoding="utf-8")
    right, wrong, silent = [f"{SLUG}#C1"], [f"{SLUG}#C3"], ["abstain"]
    written(
        tmp_path,
        "questions",
        {"q": QUESTION, "group": "single", "expect": right},
        {"q": QUESTION, "group": "single", "expect": wrong, "also_ok": right},
        {"q": QUESTION, "group": "several", "expect": wrong, "also_ok": right},
        {"q": QUESTION, "group": "across", "expect": [*right, *wrong], "need_all": True},
        {"q": QUESTION, "group": "none", "expect": silent},
        {"q": "¿cuánto cuesta un café en París?", "group": "none", "expect": silent},
        {"q": QUESTION, "group": "facts", "expect": right, "right_by": "facts", "facts": ["15 DE JULIO"]},
    )
    written(
        tmp_path,
        "dialogues",
        {"turns": [{"q": "C2", "expect": [f"{SLUG}#C2"]}, {"q": "la siguiente", "expect": [f"{SLUG}#C3"]}]},
    )
    written(
        tmp_path,
        "commands",
        {"q": "/pais Canadá", "must": ["informe"], "must_not": ["consular"]},
        {"q": "/pais Canadá", "must": ["consular"], "must_not": []},
    )
    return tmp_path


def test_each_group_is_judged_by_its_own_rule(base: Path) -> None:
    with opened(base) as services:
        found = [(group, is_right) for group, _, is_right in judged(base, services, date(2008, 6, 1))]

    assert found == [
        ("single", True),
        ("single", True),
        ("several", False),
        ("across", False),
        ("none", False),
        ("none", True),
        ("facts", True),
        ("dialogues", True),
        ("dialogues", True),
        ("commands", True),
        ("commands", False),
    ]
