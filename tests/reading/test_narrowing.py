"""What is left out of a page before it is walked: nothing that the article may hold."""

from __future__ import annotations

from tawatur.reading.main_text import find_article, main_text
from tawatur.reading.markup import markup_of
from tawatur.reading.narrowing import AFTER, BEFORE, narrowed
from tawatur.reading.walking import walk

TITLE = "بلدية الريحان تؤجل افتتاح جسر النهر الجديد"
TEXT = (
    "وقالت رئيسة البلدية في بيان إن الجسر جاهز من الناحية الإنشائية، وإن الشركة المنفذة تنتظر وصول أعمدة الإنارة "
    "من الميناء قبل أن تسلم المشروع إلى الدائرة الهندسية."
)
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>باب رقم {n}</a></li>" for n in range(200)) + "</ul>"
assert len(MENU) > 2 * max(BEFORE, AFTER)


def shown(body: str) -> str:
    return markup_of(f"<html><body>{body}</body></html>").shown


def part(body: str, title: str | None = TITLE) -> tuple[list[str], bool]:
    """The texts of the part that is kept, and whether the top was left out."""
    kept, cut = narrowed(shown(body), title)
    return [stretch.text for stretch in walk(kept)[0]], cut


def test_menus_far_from_the_article_are_left_out() -> None:
    texts, cut = part(f"{MENU}<h1>{TITLE}</h1><p>{TEXT}</p>{MENU}")
    assert cut
    at = texts.index(TITLE)
    assert texts[at + 1] == TEXT
    assert 3 <= at < 100
    assert 12 <= len(texts) - at - 2 < 100
    assert texts[at - 1] == "باب رقم 199"


def test_the_headline_stays_whatever_stands_between_it_and_the_text() -> None:
    texts, cut = part(f"{MENU}<h1>{TITLE}</h1>{MENU}<p>{TEXT}</p>")
    assert cut
    assert TITLE in texts
    assert TITLE not in part(f"{MENU}<h1>{TITLE}</h1>{MENU}<p>{TEXT}</p>", None)[0]


def test_elements_that_are_open_round_the_article_stay() -> None:
    body = (
        f"<div id='page'><nav>{MENU}<div>{MENU}</div></nav><div class='sidebar'><p>{MENU}<br><p>{TEXT}</p></div></div>"
    )
    kept, cut = narrowed(shown(body), TITLE)
    assert cut
    (found,) = [stretch for stretch in walk(kept)[0] if stretch.text == TEXT]
    elements = walk(kept)[1]
    names, number = [], found.element
    while number > 1:
        names.append((elements.names[number], elements.sayings[number]))
        number = elements.parents[number]
    assert names == [("p", ""), ("div", ' class="sidebar"'), ("div", ' id="page"')]


def test_text_in_links_and_lists_of_names_does_not_begin_an_article() -> None:
    stories = "".join(f"<div><a href='/{n}'><h3>{TEXT}</h3></a></div>" for n in range(30))
    texts, cut = part(f"<h1>{TITLE}</h1><p>{TEXT}</p>{stories}{MENU}", None)
    assert not cut
    assert 2 < len(texts) < 60


def test_a_page_without_running_text_or_body_is_kept_whole() -> None:
    page = shown(f"{MENU}<h1>{TITLE}</h1>{MENU}")
    assert narrowed(page, TITLE) == (page, False)
    frames = markup_of("<html><head><title>إطارات</title></head><frameset></frameset></html>").shown
    assert narrowed(frames, TITLE) == (frames, False)
    assert narrowed("", None) == ("", False)


def test_the_main_text_is_that_of_the_whole_page() -> None:
    body = f"{MENU}<h1>{TITLE}</h1><div class='share'>{MENU}</div><p>{TEXT}</p><p>قصير</p><p>{TEXT} وأضافت.</p>{MENU}"
    page = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    assert main_text(page).splitlines() == [TEXT, "قصير", f"{TEXT} وأضافت."]
    assert find_article(markup_of(page)).cut
