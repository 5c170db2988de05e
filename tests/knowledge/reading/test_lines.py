import pytest

from knowledge.reading.structure.lines import Joiner, Layout, Line, split_lines

UNFINISHED = frozenset({"de", "los", "capitulo"})


def test_lines_know_their_page_and_what_stands_before_them() -> None:
    assert split_lines("uno\ndos\n\ntres\n\f\ncuatro") == [
        Line("uno", 1, apart=False, new_paragraph=True),
        Line("dos", 1),
        Line("tres", 1, apart=True),
        Line("cuatro", 2),
    ]


def test_a_paragraph_cut_by_a_page_break_goes_on() -> None:
    assert split_lines("uno \f dos\n\u2029\ntres") == [
        Line("uno", 1, new_paragraph=True),
        Line("dos", 2, continues=True),
        Line("tres", 2, new_paragraph=True, apart=True),
    ]


def test_lines_far_too_long_to_be_wrapped_are_paragraphs() -> None:
    text = "\n".join("Palabra " * 40 for _ in range(3))

    assert all(line.new_paragraph for line in split_lines(text))


@pytest.mark.parametrize(
    ("before", "line", "opens"),
    [
        pytest.param("la región.", Line("Estos países acordaron"), True, id="a short line with a full stop"),
        pytest.param("termina una frase en línea llena.", Line("Otra sigue"), False, id="a full line"),
        pytest.param("termina una frase en línea llena.", Line("Otra", apart=True), True, id="a blank line"),
        pytest.param(
            "la Red de Funcionarios", Line("Enlace", apart=True), False, id="blank line in a sentence"
        ),
        pytest.param("Título corto", Line("Otra cosa", apart=True), True, id="short, blank line, capital"),
        pytest.param("Los informes de", Line("Enlace", apart=True), False, id="a word that ends no sentence"),
        pytest.param("la región.", Line("sigue en minúscula", apart=True), False, id="small letter"),
        pytest.param("sin punto", Line("Párrafo", new_paragraph=True), True, id="the file says so"),
        pytest.param("sin punto", Line("sigue", new_paragraph=True), False, id="the file says so, but no"),
        pytest.param("la región.", Line("Sigue", continues=True), False, id="cut by a page break"),
    ],
)
def test_a_paragraph_opens_where_somebody_meant_it_to(before: str, line: Line, *, opens: bool) -> None:
    layout = Layout(width=34, unfinished=UNFINISHED)

    assert layout.opens_paragraph(line, Line(before)) is opens


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("previsto en el capítulo", False),
        ("los Países Miembros", True),
        ("Canadá, México,", False),
        ("el primer punto; y", True),
        ("CONCLUSIONES DE LOS", True),
    ],
)
def test_some_words_end_no_sentence(text: str, *, ends: bool) -> None:
    assert Layout(width=80, unfinished=UNFINISHED).may_end(text) is ends


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        pytest.param(["los Países", "Miembros"], "los Países Miembros", id="two words"),
        pytest.param(["coordi-", "nación"], "coordinación", id="a split word"),
        pytest.param(
            ["extra-", "regionales"], "extra-regionales", id="a compound that the act writes elsewhere"
        ),
        pytest.param(["re-", "elaborar"], "re-elaborar", id="another form of such a compound"),
        pytest.param(["OIM-", "CEPAL"], "OIM-CEPAL", id="capitals"),
        pytest.param(["2020-", "2023"], "2020-2023", id="digits"),
        pytest.param(["long-", "term"], "long-term", id="a first part that takes a hyphen"),
        pytest.param(["el plan -", "que sigue"], "el plan - que sigue", id="a dash"),
    ],
)
def test_a_word_split_at_a_line_end_is_made_whole(rows: list[str], joined: str) -> None:
    joiner = Joiner("migrantes extra-regionales; se re-elaborará la coordinación", ("long",))

    assert joiner.join(rows) == joined
