import lxml.html
import pytest

from knowledge.reading.files.stylesheet import StyleSheet


@pytest.mark.parametrize(
    ("css", "element", "struck"),
    [
        pytest.param(".old{text-decoration:line-through}", "<span class='x old'>a</span>", True, id="class"),
        pytest.param(
            "p.old, .gone {text-decoration: line-through red}", "<p class=gone>a</p>", True, id="list"
        ),
        pytest.param("p.old {text-decoration: line-through}", "<i class=old>a</i>", False, id="another tag"),
        pytest.param("#a{text-decoration-line:line-through}", "<b id=a>a</b>", True, id="id"),
        pytest.param("div .old{text-decoration:line-through}", "<i class=old>a</i>", True, id="inside"),
        pytest.param("td .old{text-decoration:line-through}", "<i class=old>a</i>", False, id="not inside"),
        pytest.param("a:hover{text-decoration:line-through}", "<a>a</a>", False, id="a state"),
        pytest.param(
            "@media print { i {text-decoration:line-through} }", "<i>a</i>", False, id="only on paper"
        ),
        pytest.param("", "<i style='text-decoration: line-through'>a</i>", True, id="its own"),
        pytest.param(
            "i{text-decoration:line-through}", "<i style='text-decoration:none'>a</i>", False, id="overruled"
        ),
        pytest.param("<!-- .old{text-decoration:line-through} -->", "<i class=old>a</i>", True, id="comment"),
    ],
)
def test_an_element_is_struck_as_its_styles_say(css: str, element: str, *, struck: bool) -> None:
    root = lxml.html.document_fromstring(f"<style>{css}</style><div>{element}</div>")
    inner = next(root.iter("div"))[0]

    assert StyleSheet(root).is_struck(inner) is struck
