"""What the encoder is tuned by: acts in a folder, and the questions beside them."""

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from knowledge.meaning.encoder import MODEL, TOKENIZER
from tools.encoder.examples import LONGEST_QUESTION, Act, padded, pair, read_acts
from tools.encoder.pieces import PADDING

ACT = """REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, 6 y 7 de mayo de 2008
CONCLUSIONES
1. Aprobar la agenda.
2. Solicitar a la ST que envíe el informe a más tardar el 1 de junio de 2008.
"""
QUESTIONS = (
    {"id": "1", "q": "¿para cuándo es el informe?", "expect": ["C2"]},
    {"id": "2", "q": "¿cuánto cuesta el hotel?", "expect": "abstain", "kind": "topic_absent"},
    {"id": "3", "turns": [{"q": "¿y la 1?", "expect": ["C1"]}, {"q": "¿y la 2?", "expect": ["C2"]}]},
)


def read(folder: Path) -> Act:
    (folder / "tela.txt").write_text(ACT, encoding="utf-8")
    (folder / "alone.txt").write_text(ACT, encoding="utf-8")
    lines = (json.dumps(line, ensure_ascii=False) for line in QUESTIONS)
    (folder / "tela.questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (act,) = read_acts(folder, Tokenizer.from_file(str(MODEL / TOKENIZER)))
    return act


def test_only_acts_with_questions_are_read(tmp_path: Path) -> None:
    assert read(tmp_path).name == "tela"


def test_a_question_is_right_for_what_answers_it_and_for_nothing_else(tmp_path: Path) -> None:
    act = read(tmp_path)
    assert act.right.tolist() == [[False, False, True], [False, False, False]]
    assert act.styles == ["plain", "topic_absent"]


def test_rows_are_padded_and_windows_have_their_provision(tmp_path: Path) -> None:
    act = read(tmp_path)
    assert act.questions.shape == (2, LONGEST_QUESTION)
    assert (act.questions[:, -1] == PADDING).all()
    assert sorted(set(act.owner.tolist())) == list(range(len(act.wholes)))
    assert len(act.owner) == len(act.windows)
    assert np.all(np.diff(act.owner) >= 0)


def test_a_pair_is_a_question_with_a_provision_behind_it(tmp_path: Path) -> None:
    act = read(tmp_path)
    right, wrong = pair(act, 0, 2), pair(act, 0, 1)

    question, provision = (rows[rows != PADDING].tolist() for rows in (act.questions[0], act.wholes[2]))
    assert right.numbers.tolist() == question + provision[1:]
    assert (right.answers, wrong.answers) == (True, False)


def test_pairs_are_padded_to_one_length(tmp_path: Path) -> None:
    act = read(tmp_path)
    short, long = pair(act, 1, 1), pair(act, 0, 0)
    rows = padded([short, long])
    assert rows.shape == (2, rows.shape[1])
    assert len(long.numbers) <= rows.shape[1] < len(long.numbers) + 16
    assert (rows[0, len(short.numbers) :] == PADDING).all()
