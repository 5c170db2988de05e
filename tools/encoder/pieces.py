"""Choose the word pieces to keep, and make a tokenizer of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
SPECIAL_IDS = (0, 1, 2, 3)
"""Their numbers, which stay the same."""

LONGEST = 512
"""The most tokens of a text; longer ones are cut."""

_BEGIN, PADDING, _END, _UNKNOWN = SPECIAL_IDS
_SPECIAL_SCORE = -100.0  # so that «<s>» written in a text stays text
_WORDS = 60_000
"""How many of the most frequent words of Spanish and of English keep their pieces."""

_WORDS_BEHIND_PUNCTUATION = 10_000
_WORDS_OF_NEIGHBOURS = 1_000
"""How many words of Portuguese and of French, which occur as names and loans."""

_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÜÑ")
_SIGNS = frozenset("€№™←↑→↓−≤≥•\uf0a7\uf0b7")
_LATIN_ENDS = 0x180
_PUNCTUATION = range(0x2000, 0x2070)
_BATCH = 10_000


def make_tokenizer(pieces: Iterable[str], scores: Iterable[float]) -> Tokenizer:
    """Make the tokenizer of pieces with their scores."""
    scored = [
        (piece, _SPECIAL_SCORE if piece in SPECIAL else float(score))
        for piece, score in zip(pieces, scores, strict=True)
    ]
    result = Tokenizer(models.Unigram(scored, unk_id=_UNKNOWN, byte_fallback=False))
    result.normalizer = _normalizer()
    result.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    result.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", _BEGIN), ("</s>", _END)]
    )
    result.enable_truncation(LONGEST)
    result.enable_padding(pad_id=PADDING, pad_token="<pad>")  # noqa: S106  no password
    return result


def choose_pieces(pieces: Sequence[str], scores: Sequence[float], texts: Iterable[Path]) -> list[int]:
    """Return the numbers of the pieces in frequent words and in `texts`, and of characters and numbers."""
    from wordfreq import top_n_list  # noqa: PLC0415  only needed to choose anew

    full = make_tokenizer(pieces, scores)
    full.no_padding()
    kept = {*SPECIAL_IDS, *(number for number, piece in enumerate(pieces) if _is_basic(piece))}

    def keep(lines: Iterable[str]) -> None:
        """Keep the pieces that these lines are made of."""
        lines = list(lines)
        for start in range(0, len(lines), _BATCH):
            for found in full.encode_batch(lines[start : start + _BATCH], add_special_tokens=False):
                kept.update(found.ids)

    for language in ("es", "en"):
        words = top_n_list(language, _WORDS)
        keep(words)
        keep(word.capitalize() for word in words)
        for mark in '("-':
            usual = words[:_WORDS_BEHIND_PUNCTUATION]
            keep(mark + form for word in usual for form in (word, word.capitalize(), word.upper()))
    for language in ("pt", "fr"):
        keep(top_n_list(language, _WORDS_OF_NEIGHBOURS))
    for path in texts:
        keep(path.read_text(encoding="utf-8", errors="replace").splitlines())
    return sorted(kept)


def _is_basic(piece: str) -> bool:
    """Tell whether a piece is a character, number, punctuation, or in capitals as in acronyms or headings."""
    bare = piece.lstrip("▁")
    if any(ord(c) >= _LATIN_ENDS and ord(c) not in _PUNCTUATION and c not in _SIGNS for c in bare):
        return False
    return (
        len(bare) <= 1 or not any(map(str.isalpha, bare)) or (bare.isupper() and _CAPITALS.issuperset(bare))
    )


def _normalizer() -> normalizers.Normalizer:
    """Normalize as the model's own tokenizer does: NFKC, no control characters, all white space as spaces."""
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex("[\\x01-\\x08\\x0b\\x0e-\\x1f\\x7f\\x8f\\x9f]"), ""),
            normalizers.Replace(
                Regex("[\\t\\n\\f\\r\\u1680\\u200b-\\u200f\\u2028\\u2029\\u2581\\ufeff\\ufffd]"), " "
            ),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(),
        ]
    )
