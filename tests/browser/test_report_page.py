"""The HTML report as a browser shows it: opened from a file, narrow and wide, by keyboard, without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed")

from playwright.sync_api import Browser

from tawatur.writing import to_html
from tawatur.writing.messages import UI
from tests.writing.test_html import many_articles

pytestmark = [
    pytest.mark.browser,
    # Playwright's own event loop and sockets may be collected late; nothing of ours.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
BOTH = pytest.mark.parametrize("ui", ["en", "ar"])
ALL = pytest.mark.parametrize("ui", ["en", "ar", "sample-en", "sample-ar"])

CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = c => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1);
                     return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92
                     : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
                     if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
  const poor = [];
  document.querySelectorAll('details').forEach(d => d.open = true);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, words = walk.currentNode.data.trim();
    if (!words || !e.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push([words.slice(0, 30), e.className, ratio]);
  }
  return poor;
}"""


@ALL
def test_opens_from_a_file_without_a_word_on_the_console(browser: Browser, reports: dict[str, str], ui: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reports[ui])
    assert page.locator("h1").inner_text()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


@ALL
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_page_never_scrolls_sideways(browser: Browser, reports: dict[str, str], ui: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(reports[ui])
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    # A right-to-left page overflows to the left, which scrollWidth alone may hide.
    outside = """w => [...document.querySelectorAll('main *, header *, nav *')].filter(e => {
        if (e.closest('.scroll') || e.closest('.hidden')) return false;
        const b = e.getBoundingClientRect(); return b.width && (b.left < -1 || b.right > w + 1);
    }).map(e => e.outerHTML.slice(0, 80))"""
    assert page.evaluate(outside, width) == []
    page.close()


@BOTH
def test_directions_as_computed(browser: Browser, reports: dict[str, str], ui: str) -> None:
    page = browser.new_page()
    page.goto(reports[ui])
    direction: Any = "e => getComputedStyle(e).direction"
    assert page.locator("body").evaluate(direction) == ("rtl" if ui == "ar" else "ltr")
    for selector in (".body", ".exact", "h1"):
        assert page.locator(selector).first.evaluate(direction) == "rtl"
    assert page.locator(".claim h3 bdi").first.evaluate(direction) == "rtl"
    slanted = """() => [...document.querySelectorAll('[lang=ar]')]
        .filter(e => getComputedStyle(e).fontStyle !== 'normal').length"""
    assert page.evaluate(slanted) == 0
    page.close()


@BOTH
def test_everything_can_be_read_without_scripts(browser: Browser, reports: dict[str, str], ui: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reports[ui])
    page.locator(".matrix a.gloss").first.click()
    assert page.url.endswith("#claim-c01")
    details = page.locator("#claim-c01 > footer details").first
    details.locator("summary").click()
    assert details.locator("> ul.steps").is_visible()
    page.locator("#claim-c01 .place a").first.click()
    assert "#statement-" in page.url
    context.close()


@BOTH
def test_keyboard_reaches_every_claim(browser: Browser, reports: dict[str, str], ui: str) -> None:
    page = browser.new_page()
    page.goto(reports[ui])
    reached: list[str] = []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(400):
        here = page.evaluate("[document.activeElement.tagName, document.activeElement.getAttribute('href') || '']")
        if here[0] == "BODY":
            break
        reached.append(here[1])
        page.keyboard.press("Tab")
    assert {f"#claim-c0{n}" for n in (1, 2, 3, 4)} <= set(reached)
    page.close()


@ALL
@pytest.mark.parametrize("width", [768, 1280])
def test_every_column_of_the_matrix_is_in_sight_on_a_screen(
    browser: Browser, reports: dict[str, str], ui: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(reports[ui])
    region = page.locator("#matrix .scroll")
    assert region.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert not page.locator("#matrix .hint").is_visible()
    page.close()


@ALL
@pytest.mark.parametrize("width", [320, 390])
def test_matrix_is_stacked_on_a_phone(browser: Browser, reports: dict[str, str], ui: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(reports[ui])
    said = page.locator("#matrix td.attributed, #matrix td.own, #matrix td.conflicting")
    assert said.count()
    for cell in said.all():
        box = cell.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert cell.locator(".of").is_visible()
    page.close()


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_matrix_too_wide_for_its_place_says_so_and_scrolls_by_keyboard(
    browser: Browser, tmp_path: Path, ui: UI
) -> None:
    path = tmp_path / "wide.html"
    path.write_text(to_html(many_articles(14, 4), ui), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1024, "height": 700})
    page.goto(path.as_uri())
    region = page.locator("#matrix .scroll")
    assert page.locator("#matrix .hint").is_visible()
    region.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert region.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    before = page.locator("#matrix tbody th").first.bounding_box()
    page.keyboard.press("ArrowLeft" if ui == "ar" else "ArrowRight")
    page.wait_for_function("document.querySelector('#matrix .scroll').scrollLeft !== 0")
    after = page.locator("#matrix tbody th").first.bounding_box()
    assert before
    assert after
    assert abs(before["x"] - after["x"]) < 2, "the claim stays in sight"
    page.close()


@ALL
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_has_enough_contrast(browser: Browser, reports: dict[str, str], ui: str, scheme: Any) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1 for text, measured on the computed colours."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(reports[ui])
    assert page.evaluate(CONTRAST) == []
    context.close()


def test_highlights_do_not_break_joined_letters(browser: Browser, reports: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(reports["en"])
    room = """() => [...document.querySelectorAll('mark')].filter(e => { const s = getComputedStyle(e);
        return ['paddingInlineStart', 'paddingInlineEnd', 'borderInlineStartWidth', 'marginInlineStart']
            .some(p => parseFloat(s[p]) !== 0); }).length"""
    assert page.evaluate(room) == 0
    page.close()
