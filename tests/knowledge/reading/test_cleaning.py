from collections.abc import Callable

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.structure.cleaning import (
    clean,
    cleaning_steps,
    compose_accents,
    drop_invisible,
    find_lost_bullets,
    nest_bullets,
    show_hyphens,
    split_ligatures,
    take_blank_runs_for_pages,
    unify_bullets,
    unify_line_ends,
    unify_spaces,
)
from knowledge.reading.structure.words import load_structure


@pytest.mark.parametrize(
    ("step", "text", "cleaned"),
    [
        pytest.param(unify_line_ends, "a\r\nb\rc\u2028d", "a\nb\nc\nd", id="line ends of other systems"),
        pytest.param(compose_accents, "reunio\u0301n", "reunión", id="an accent after its letter"),
        pytest.param(split_ligatures, "ﬁnal, eﬀecto, oﬃcial", "final, effecto, official", id="ligatures"),
        pytest.param(show_hyphens, "extra\ufffe\nregional", "extra-\nregional", id="U+FFFE at a line end"),
        pytest.param(
            show_hyphens, "coordi\u00ad \nnación", "coordi-\nnación", id="soft hyphen at a line end"
        ),
        pytest.param(show_hyphens, "coordi\u00adnación", "coordinación", id="soft hyphen in a line"),
        pytest.param(show_hyphens, "Pro\u2011Témpore", "Pro-Témpore", id="non-breaking hyphen"),
        pytest.param(drop_invisible, "\u200bPPT\u202e\x00\ufeff", "PPT", id="invisible characters"),
        pytest.param(unify_bullets, "\uf0b7\tTaller\n\uf0a7", "• \tTaller\n• ", id="private-use glyphs"),
        pytest.param(unify_bullets, "Taller\ue123 regional", "Taller regional", id="a glyph glued to a word"),
        pytest.param(
            unify_bullets, "a: \uf0b7 Uno. ● Dos.", "a: •  Uno. •  Dos.", id="glyphs in a run-on line"
        ),
        pytest.param(find_lost_bullets, ". Uno.\n. Dos.", "• Uno.\n• Dos.", id="bullets that became points"),
        pytest.param(find_lost_bullets, "? Uno.\n? Dos.", "• Uno.\n• Dos.", id="bullets that became «?»"),
        pytest.param(find_lost_bullets, "a:\no uno\no dos", "a:\n◦ uno\n◦ dos", id="bullets that became «o»"),
        pytest.param(find_lost_bullets, "uno\no dos\no tres.", "uno\no dos\no tres.", id="the word «o»"),
        pytest.param(find_lost_bullets, "a:\n. Uno.", "a:\n. Uno.", id="a point that comes once"),
        pytest.param(nest_bullets, "• a:\n◦ b\n• c", "• a:\n◦ b\n• c", id="bullets inside bullets"),
        pytest.param(nest_bullets, "◦ a\n◦ b", "• a\n• b", id="hollow bullets alone"),
        pytest.param(
            unify_spaces, " a\u00a0 b\t c \n\td", "a b c\nd", id="tabs, non-breaking, double spaces"
        ),
        pytest.param(take_blank_runs_for_pages, "a\n\n \n\n\n\nb", "a\n\f\nb", id="five blank lines"),
        pytest.param(take_blank_runs_for_pages, "a\n\n\nb", "a\n\n\nb", id="two blank lines"),
        pytest.param(
            take_blank_runs_for_pages,
            "a\n\fb\n\n\n\n\n\nc",
            "a\n\fb\n\n\n\n\n\nc",
            id="the text has its own breaks",
        ),
    ],
)
def test_a_step_cleans(step: Callable[[str], str], text: str, cleaned: str) -> None:
    assert step(text) == cleaned


def test_cleaning_twice_is_cleaning_once() -> None:
    steps = cleaning_steps(load_structure(BUILT_IN.language))
    text = (BUILT_IN.forum / "acts" / "grcm-2017-06-san-salvador.txt").read_text(encoding="utf-8")

    assert clean(clean(text, steps), steps) == clean(text, steps)
