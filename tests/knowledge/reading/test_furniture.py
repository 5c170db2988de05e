import pytest

from knowledge.reading.structure.furniture import (
    drop_page_labels,
    drop_running_headers,
    drop_site_labels,
)


@pytest.mark.parametrize(
    "label",
    [
        "Página 3 de 6",
        "Page 3 of 6",
        "Página 3 de 6 / Page 3 of 6",
        "Página 3 de 6 | Page 3 of 6",
        "Page 3:",
        "- 3 -",
        "3 / 6",
        "3 de 6",
        "Está en la página 1de 15",
        "3 | Página",
    ],
)
def test_a_line_that_counts_pages_becomes_a_page_break(label: str) -> None:
    assert drop_page_labels(f"uno\n{label}\ndos") == "uno\n\f\ndos"


def test_labels_in_small_letters_take_no_other_line_with_them() -> None:
    text = "page 6\nEl Grupo acordó\nque la ST publique.\n/...\npage 7\nel acta."

    assert drop_page_labels(text) == "El Grupo acordó\nque la ST publique.\n\f\n\f\nel acta."


def test_where_page_breaks_are_known_a_label_is_only_dropped() -> None:
    assert drop_page_labels("uno\nPágina 1 de 2\n\fdos\nPágina 2 de 2") == "uno\n\fdos"


def test_a_footer_that_says_more_than_the_page_goes_if_it_comes_back() -> None:
    assert drop_page_labels("uno\nActa, página 1\ndos\nActa, página 2") == "uno\n\f\ndos"
    assert drop_page_labels("uno\nCMA/8   - 1 -\ndos\nCMA/8   - 2 -") == "uno\n\f\ndos"
    assert drop_page_labels("como dice la página 4 del plan") == "como dice la página 4 del plan"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("GRCM\nUno\nDos\fGRCM\nTres\nSeis", "Uno\nDos\fTres\nSeis", id="a header"),
        pytest.param("Uno\nDos\nActa, p. 1\n\fTres\nActa, p. 2", "Uno\nDos\n\fTres\n", id="with a count"),
        pytest.param("1.\nUno\n2.\nDos\f3.\nTres", "1.\nUno\n2.\nDos\f3.\nTres", id="items' numbers stay"),
        pytest.param("uno\nPie\n\fdos\nOtro", "uno\nPie\n\fdos\nOtro", id="what comes once stays"),
        pytest.param(
            "Uno\ndel caso.\n\fDos\ndel caso.", "Uno\ndel caso.\n\fDos\ndel caso.", id="a sentence's end"
        ),
        pytest.param(
            "Reunión del Grupo Regional de Consulta\nPanamá\n\fReunión del Grupo Regional de Consulta\ndos",
            "Reunión del Grupo Regional de Consulta\nPanamá\n\fdos",
            id="the title that later pages repeat stays on the first",
        ),
        pytest.param(
            "Grupo Regional – Conclusiones, junio de 2018\nGRUPO REGIONAL\nConclusiones de junio de 2018\n\f"
            "Grupo Regional – Conclusiones, junio de 2018\ndos",
            "GRUPO REGIONAL\nConclusiones de junio de 2018\n\fdos",
            id="a header above the title",
        ),
    ],
)
def test_a_line_that_comes_back_on_each_page_is_dropped(text: str, cleaned: str) -> None:
    assert drop_running_headers(text) == cleaned


def test_the_labels_of_a_site_are_dropped() -> None:
    assert drop_site_labels("uno\nAnuncio\ndos", frozenset({"anuncio"})) == "uno\ndos"
