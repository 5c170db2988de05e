"""What the branch that finds words is tuned by: the tokens of a question, a passage, and what it tells."""

from collections.abc import Sequence

import pytest
from tokenizers import Tokenizer

from knowledge.meaning.encoder import MODEL, TOKENIZER
from tools.encoder.span_examples import example_of

PASSAGE = "Belice pagará el curso, que durará tres días."


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(MODEL / TOKENIZER))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        pytest.param(["tres días"], ["tres días"], id="words"),
        pytest.param(["BELICE"], ["Belice"], id="the first word, in another case"),
        pytest.param(["Belice", "tres  dias"], ["Belice", "tres días"], id="two, one without its accent"),
        pytest.param(["cuatro días"], [], id="not in the passage"),
        pytest.param([], [], id="none"),
    ],
)
def test_the_tokens_of_facts_are_marked(tokenizer: Tokenizer, facts: Sequence[str], told: list[str]) -> None:
    example = example_of(tokenizer, "¿quién paga?", PASSAGE, facts)
    marked = [
        "".join(tokenizer.id_to_token(each) or "" for each in example.numbers[start : end + 1].tolist())
        for start, end in example.spans
    ]

    assert [text.replace("▁", " ").strip() for text in marked] == told
    assert all(start >= example.first for start, _ in example.spans)
