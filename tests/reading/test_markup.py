from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.reading.blocks import Block
from tawatur.reading.markup import attributes_of, markup_of, plain
from tawatur.reading.walking import DEPTH
from tawatur.reading.weighing import blocks_of


def blocks(body: str) -> list[Block]:
    return blocks_of(markup_of(f"<html><body>{body}</body></html>").shown).all


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


@pytest.mark.parametrize(
    "body",
    [
        "<p>قبل</p><script>if (a < b) { x = '<p>داخل</p>' }</script><p>بعد</p>",
        "<p>قبل</p><script><!-- \n x = 1 \n</script><p>بعد</p><!-- تعليق -->",
        "<p>قبل<!-- <p>داخل</p> --></p><p>بعد</p>",
        "<p>قبل</p><style>p > a { color: red }</style><p>بعد</p>",
        "<p>قبل</p><svg><svg><text>داخل</text></svg><text>داخل</text></svg><p>بعد</p>",
        "<p>قبل</p><noscript><div>داخل</div></noscript><p>بعد</p>",
        "<p>قبل</p><select><option>داخل<option>داخل</select><p>بعد</p>",
        "<p>قبل</p><iframe><p>داخل</p></iframe><p>بعد</p>",
        "<p>قبل<p>بعد",
        "<div title='a > b' <p='x'>قبل</div>بعد",
    ],
)
def test_only_what_a_browser_shows_is_read(body: str) -> None:
    assert texts(body) == ["قبل", "بعد"]


def test_inline_elements_join_and_others_part() -> None:
    assert texts("<p><b>ال</b>جسر <i>الجديد</i> <span>في</span>\n<a href='/x'>الريحان</a></p>") == [
        "الجسر الجديد في الريحان"
    ]
    assert texts("سطر<br>آخر<hr>ثالث<img src='x'> تابع") == ["سطر", "آخر", "ثالث تابع"]


def test_what_stands_in_links_is_counted() -> None:
    (block,) = blocks("<p>افتتح الجسر <a href='/a&amp;b'>في الريحان &amp; ضواحيها</a></p>")
    assert (block.text, block.words, block.linked) == ("افتتح الجسر في الريحان & ضواحيها", 5, 3)
    (block,) = blocks("<li> <a>أخبار المدينة</a> </li>")
    assert (block.words, block.linked) == (2, 2)


def test_blocks_of_one_parent_share_a_home() -> None:
    one, two, other = blocks("<div><p>أول</p><p>ثان</p></div><div><p>آخر</p></div>")
    assert one.home == two.home != other.home


def test_a_page_nested_without_end_is_read_to_its_depth() -> None:
    deep = "<div>" * (DEPTH * 3) + "عميق" + "</div>" * (DEPTH * 3)
    assert texts(f"<p>قبل</p>{deep}<p>بعد</p>") == ["قبل", "بعد"]


def test_a_page_of_frames_has_no_blocks() -> None:
    assert blocks_of(markup_of("<html><head><title>إطارات</title></head><frameset></frameset></html>").shown).all == []


def test_linked_data_are_kept_as_they_stand() -> None:
    markup = markup_of('<head><script type="application/ld+json">{"a": "<b>&amp;"}</script></head><body>نص</body>')
    assert markup.linked == ('{"a": "<b>&amp;"}',)
    assert "ld+json" not in markup.shown


def test_attributes_are_read_back() -> None:
    assert attributes_of(' class="a b" title="x &quot;y&quot; &lt;z&gt;" hidden=""') == {
        "class": "a b",
        "title": 'x "y" <z>',
        "hidden": "",
    }


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cn"]), min_size=1, max_size=60))
def test_any_text_comes_through(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert texts(f"<p>{escaped}</p>") == [text]


@given(st.text(alphabet="<>/ab \"'=!-pdivscript&", max_size=80))
def test_no_markup_breaks_the_reader(text: str) -> None:
    blocks_of(markup_of(text).shown)
    plain(text)
