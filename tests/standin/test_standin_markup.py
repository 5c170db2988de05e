"""Telegram's HTML: what is read, and what is refused in which words."""

import contextlib
import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standin import Entity, RefusalError, parse_html
from standin.entities import finish, utf16_length


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        pytest.param("plain", "plain", (), id="plain text"),
        pytest.param("<b>a</b> <strong>b</strong>", "a b", (("bold", 0, 1), ("bold", 2, 1)), id="bold"),
        pytest.param("<i>a</i><em>b</em>", "ab", (("italic", 0, 1), ("italic", 1, 1)), id="italic"),
        pytest.param(
            "<u>a</u><ins>b</ins>", "ab", (("underline", 0, 1), ("underline", 1, 1)), id="underline"
        ),
        pytest.param(
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            (("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)),
            id="strikethrough",
        ),
        pytest.param(
            '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
            "ab",
            (("spoiler", 0, 1), ("spoiler", 1, 1)),
            id="spoiler",
        ),
        pytest.param("<code>a</code>", "a", (("code", 0, 1),), id="code"),
        pytest.param(
            '<code class="language-c">a</code>', "a", (("code", 0, 1),), id="lone code, no language"
        ),
        pytest.param("<blockquote>a</blockquote>", "a", (("blockquote", 0, 1),), id="quotation"),
        pytest.param(
            "<blockquote expandable>a</blockquote>", "a", (("expandable_blockquote", 0, 1),), id="folded"
        ),
        pytest.param(
            '<blockquote expandable="">a</blockquote>',
            "a",
            (("expandable_blockquote", 0, 1),),
            id="folded=''",
        ),
        pytest.param("<B>a</b>", "a", (("bold", 0, 1),), id="tags in capitals"),
        pytest.param("<b>a</>", "a", (("bold", 0, 1),), id="end tag without a name"),
        pytest.param("<b></b>x", "x", (), id="an empty tag gives no entity"),
        pytest.param("<b><i>a</i>b</b>", "ab", (("italic", 0, 1), ("bold", 0, 2)), id="nested"),
        pytest.param("é<b>a</b>", "éa", (("bold", 1, 1),), id="an accent is one unit"),
        pytest.param("😀<b>a</b>", "😀a", (("bold", 2, 1),), id="an emoji is two units"),
        pytest.param("&lt;&gt;&amp;&quot;", '<>&"', (), id="the four names"),
        pytest.param("&#233;&#xE9;", "éé", (), id="numeric references"),
        pytest.param("&lt a", "< a", (), id="a reference without semicolon"),
        pytest.param("&nbsp;&aacute;&", "&nbsp;&aacute;&", (), id="other names and a lone & stay"),
        pytest.param("&#0;&#x110000;", "&#0;&#x110000;", (), id="impossible numbers stay"),
        pytest.param("&ltd;", "&ltd;", (), id="a longer name is another name"),
        pytest.param("a>b", "a>b", (), id="a lone > is harmless"),
        pytest.param('<b title="<x>">a</b>', "a", (("bold", 0, 1),), id="unknown attributes are passed over"),
        pytest.param('<a href="javascript:x">a</a>', "a", (), id="an unaccepted scheme is plain text"),
    ],
)
def test_html_is_read_as_telegram_reads_it(
    source: str, text: str, entities: tuple[tuple[str, int, int], ...]
) -> None:
    parsed = parse_html(source)
    assert parsed.text == text
    assert tuple((entity.type, entity.offset, entity.length) for entity in parsed.entities) == entities


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        pytest.param(
            '<a href="https://a.org/?x=1&amp;y">a</a>',
            Entity("text_link", 0, 1, url="https://a.org/?x=1&y"),
            id="link",
        ),
        pytest.param("<a>a.org</a>", Entity("text_link", 0, 5, url="http://a.org"), id="link from its text"),
        pytest.param(
            "<a href='tg://user?id=7'>a</a>", Entity("text_link", 0, 1, url="tg://user?id=7"), id="tg link"
        ),
        pytest.param(
            '<pre><code class="language-python">a</code></pre>',
            Entity("pre", 0, 1, language="python"),
            id="code in a language",
        ),
        pytest.param(
            '<tg-emoji emoji-id="53">👍</tg-emoji>',
            Entity("custom_emoji", 0, 2, custom_emoji_id="53"),
            id="custom emoji",
        ),
        pytest.param(
            '<tg-time unix="1500076800" format="wDT">15 de julio</tg-time>',
            Entity("date_time", 0, 11, unix_time=1500076800, date_time_format="wDT"),
            id="moment",
        ),
    ],
)
def test_an_attribute_reaches_its_entity(source: str, entity: Entity) -> None:
    assert parse_html(source).entities == (entity,)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        pytest.param("a <x>b</x>", 'Unsupported start tag "x" at byte offset 2', id="unknown tag"),
        pytest.param("é <script>", 'Unsupported start tag "script" at byte offset 3', id="offset in bytes"),
        pytest.param("a < b > c", 'Unsupported start tag "" at byte offset 2', id="bare <"),
        pytest.param("a <b", "Unclosed start tag at byte offset 2", id="tag without end"),
        pytest.param("<a href", 'Unclosed start tag "a" at byte offset 0', id="attribute without end"),
        pytest.param("<a href=", 'Unclosed start tag "a" at byte offset 0', id="value missing"),
        pytest.param('<a href="x', "Unclosed start tag at byte offset 0", id="value without end"),
        pytest.param("<a href=x", "Unclosed start tag at byte offset 0", id="bare value without end"),
        pytest.param(
            "<a href=x/y>a</a>", "Unexpected end of name token at byte offset 8", id="unquoted value"
        ),
        pytest.param("<a =x>a</a>", 'Empty attribute name in the tag "a" at byte offset 0', id="no name"),
        pytest.param("<br/>", 'Unsupported start tag "br/" at byte offset 0', id="self-closing"),
        pytest.param("<b>a", 'Can\'t find end tag corresponding to start tag "b"', id="never closed"),
        pytest.param("a</b>", "Unexpected end tag at byte offset 1", id="never opened"),
        pytest.param("<b>a</b", "Unclosed end tag at byte offset 4", id="end tag without end"),
        pytest.param(
            "<b><i>a</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
            id="crossed",
        ),
        pytest.param(
            "<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0', id="bare span"
        ),
        pytest.param(
            '<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified", id="emoji id"
        ),
        pytest.param("<tg-time>a</tg-time>", "Invalid date/time specified", id="moment missing"),
        pytest.param(
            '<tg-time unix="1" format="x">a</tg-time>', "Invalid date/time format specified", id="time format"
        ),
        pytest.param(
            "&#55357;",
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
            "surrogate code units",
            id="half a surrogate pair",
        ),
        pytest.param(
            "<code><b>a</b></code>", 'Tag "b" can\'t be nested in tag "code" at byte offset 6', id="in code"
        ),
        pytest.param(
            "<pre><i>a</i></pre>", 'Tag "i" can\'t be nested in tag "pre" at byte offset 5', id="in pre"
        ),
        pytest.param(
            "<blockquote><b><blockquote>a</blockquote></b></blockquote>",
            'Tag "blockquote" can\'t be nested in tag "b" at byte offset 15',
            id="quotation in a quotation",
        ),
    ],
)
def test_what_telegram_refuses_is_refused_in_its_words(source: str, reason: str) -> None:
    with pytest.raises(RefusalError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    "hostile",
    ["<b>", "</blockquote>", "&lt;", "<" * 4096, "a & b", "&#x3c;b&#x3e;", "\"'><i>"],
)
def test_escaped_text_comes_out_as_it_went_in(hostile: str) -> None:
    assert parse_html(html.escape(hostile)).text == hostile


@given(
    st.lists(st.sampled_from(["<", ">", "</", "b", "a", " ", "code", "&", "#x41", ";", "lt", "=", '"', "😀"]))
)
def test_whatever_comes_is_parsed_or_refused(pieces: list[str]) -> None:
    with contextlib.suppress(RefusalError):
        finished = finish(parse_html("".join(pieces)))
        ends = [entity.offset + entity.length for entity in finished.entities]
        assert all(0 < end <= utf16_length(finished.text) for end in ends)
