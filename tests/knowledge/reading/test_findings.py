import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text
from knowledge.reading.duties.findings import act_finder
from knowledge.values.acts import Act
from knowledge.values.errors import UnreadableAct
from tests.support.builders import make_act

REGISTER = PartyRegister.load(BUILT_IN)
FINDER = act_finder(REGISTER)
ACT = (BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt").read_text(encoding="utf-8")
WORDS = sorted(set(re.findall(r"\w+|[^\w\s]", ACT)))
LINES = [line for line in ACT.splitlines() if len(line) > 60]


def assert_quotes_stand_in_the_text(act: Act) -> None:
    for commitment in act.commitments:
        assert commitment.span.of(act.text) == commitment.quote
        assert commitment.quote == commitment.quote.strip()


def test_every_quotation_stands_in_the_act_where_its_span_says() -> None:
    act = divide_text(ACT, source="acta.txt", sha256="0", register=REGISTER)

    assert len(act.commitments) > 20
    assert_quotes_stand_in_the_text(act)


def test_a_very_long_paragraph_is_read_to_its_end() -> None:
    text = " ".join(f"La ST remitirá el informe {number} a la OIM." for number in range(500))

    act = FINDER.fill(make_act(("C1", text)))

    assert [each.action for each in act.commitments] == [
        f"remitir el informe {number} a la OIM" for number in range(500)
    ]
    assert_quotes_stand_in_the_text(act)


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(["es", "en"]))
@settings(max_examples=150, deadline=None)
def test_no_sentence_makes_finding_fail(words: list[str], language: str) -> None:
    assert_quotes_stand_in_the_text(FINDER.fill(make_act(("C1", " ".join(words) or "."), language=language)))


@given(st.sampled_from(LINES), st.data(), st.sampled_from(["es", "en"]))
@settings(max_examples=300, deadline=None)
def test_no_piece_of_a_sentence_makes_finding_fail(line: str, data: st.DataObject, language: str) -> None:
    words = line.split()
    start = data.draw(st.integers(0, len(words) - 1))
    piece = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    assert_quotes_stand_in_the_text(FINDER.fill(make_act(("C1", piece), language=language)))


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_finding_fail(text: str) -> None:
    assert_quotes_stand_in_the_text(FINDER.fill(make_act(("C1", text or "."), ("C1.a", text or "."))))


@given(st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_no_mutated_act_makes_reading_fail(choose: random.Random) -> None:
    lines = ACT.splitlines()
    for _ in range(30):
        at = choose.randrange(len(lines))
        match choose.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, choose.choice(lines))
            case 2:
                lines[at] = lines[at][choose.randrange(len(lines[at]) + 1) :]
            case 3:
                lines[at] = " ".join(choose.sample(WORDS, 8))
            case _:
                lines[at] = lines[at].swapcase()

    try:
        act = divide_text("\n".join(lines), source="acta.txt", sha256="0", register=REGISTER)
    except UnreadableAct:
        return
    assert_quotes_stand_in_the_text(act)
