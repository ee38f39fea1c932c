"""The pages of `tawatur serve` as a browser shows them: the real server, by keyboard, narrow, dark, without scripts."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed")
pytest.importorskip("fastapi", reason="the extra `serve` is not installed")

from playwright.sync_api import Browser, Page, expect

from tawatur.serving.pages import addresses, judging
from tawatur.store import open_archive
from tawatur.writing import to_json
from tests.invented_dossier import ferry, sample
from tests.serving.conftest import STRANGE, put_all

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
BOTH = pytest.mark.parametrize("ui", ["en", "ar"])
SAMPLE = sample().story
PAGES = {
    "stories": "/",
    "search": "/?q=" + quote("العبّارة"),
    "story": addresses.story(SAMPLE),
    "ferry": addresses.story(ferry().story),
    "claims": addresses.claims(SAMPLE),
    "claim": addresses.claim(SAMPLE, "c07"),
    "article": addresses.article("madarat"),
    "article with versions": addresses.article(STRANGE),
    "unread article": addresses.article("lone"),
    "source": addresses.source("هدى السالم", ferry().story),
    "paste": "/paste",
    "runs": "/runs",
    "about": "/about",
    "judging": judging.address(SAMPLE, "c07"),
    "signing in": "/sign-in",
    "problem": "/nothing",
}
ALL = pytest.mark.parametrize("name", PAGES)
TEXTS = (
    "غرق زورق قرب جزيرة السنونو\nقال مصدر في الميناء إن الزورق غرق فجر اليوم وإن 3 أشخاص نجوا.",
    "حادث زورق\nأفاد خفر السواحل بأن الزورق غرق فجراً قرب جزيرة السنونو.",
)


def started(*named: str) -> tuple[subprocess.Popen[str], str]:
    """The server as users start it, and the address that it prints."""
    command = [sys.executable, "-m", "tawatur", "serve", *named, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    return process, process.stdout.readline().strip().rstrip("/")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of two servers: one of an archive, one of dossiers."""
    folder = tmp_path_factory.mktemp("served")
    with open_archive(folder / "invented") as archive:
        put_all(archive)
    paths = []
    for name, dossier in (("sample", sample()), ("ferry", ferry())):
        path: Path = folder / f"{name}.json"
        path.write_text(to_json(dossier), encoding="utf-8")
        paths.append(str(path))
    processes = {"archive": started(str(folder / "invented")), "dossiers": started(*paths)}
    assert all(address.startswith("http://127.0.0.1:") for _, address in processes.values())
    yield {name: address for name, (_, address) in processes.items()}
    for process, _ in processes.values():
        process.terminate()
        process.wait(timeout=10)


def opened(browser: Browser, address: str, ui: str = "en", **more: Any) -> Page:
    context = browser.new_context(locale=ui, **more)
    page = context.new_page()
    page.goto(address)
    return page


@BOTH
@ALL
def test_page_loads_without_a_word_and_asks_nobody_else(
    browser: Browser, served: dict[str, str], name: str, ui: str
) -> None:
    context = browser.new_context(locale=ui)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served["archive"] + PAGES[name])
    assert page.locator("html").get_attribute("lang") == ui
    assert page.evaluate("e => getComputedStyle(document.body).direction") == ("rtl" if ui == "ar" else "ltr")
    assert [one for one in said if "404" not in one] == []
    assert [url for url in asked if not url.startswith((served["archive"], "data:"))] == []
    assert page.evaluate("document.fonts.ready.then(f => f.status)") == "loaded"
    context.close()


@BOTH
@ALL
def test_no_serious_finding_of_axe_in_light_or_dark(
    browser: Browser, served: dict[str, str], name: str, ui: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, served["archive"] + PAGES[name], ui)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = Axe().run(page).response["violations"]
        serious = [
            (scheme, one["id"], [node["target"] for node in one["nodes"]][:4])
            for one in found
            if one["impact"] in {"serious", "critical"}
        ]
        assert serious == []
    page.context.close()


@BOTH
@ALL
def test_page_never_scrolls_sideways(browser: Browser, served: dict[str, str], name: str, ui: str) -> None:
    page = opened(browser, served["archive"] + PAGES[name], ui, viewport={"width": 320, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    outside = """w => [...document.querySelectorAll('main *, header *, nav *, footer *')].filter(e => {
        if (e.closest('.scroll') || e.closest('.hidden') || e.closest('.crumbs') || e.closest('svg')) return false;
        const b = e.getBoundingClientRect(); return b.width && (b.left < -1 || b.right > w + 1);
    }).map(e => e.outerHTML.slice(0, 80))"""
    for width in (320, 768, 1280, 2200):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(outside, width) == []
    page.context.close()


def press_until(page: Page, found: str, most: int = 250) -> None:
    """Press Tab until the focused element is a link of this kind."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({found!r})"):
            return
    raise AssertionError(f"no {found} is reached by keyboard on {page.url}")


@BOTH
def test_keyboard_alone_leads_from_stories_to_words_in_an_article(
    browser: Browser, served: dict[str, str], ui: str
) -> None:
    page = opened(browser, served["archive"] + "/", ui)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    press_until(page, f'.story h2 a[href="{PAGES["story"]}"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/*")
    press_until(page, ".matrix th a.gloss")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    press_until(page, ".passage .place a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*#statement-*")
    target = page.locator("a.content:target")
    expect(target).to_be_visible()
    assert target.inner_text()
    page.wait_for_function("""() => { const b = document.querySelector(':target').getBoundingClientRect();
        return b.top >= 0 && b.bottom <= innerHeight; }""")  # the page may be scrolling there smoothly
    # From here the keyboard goes on where the words stand, back to their claim.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.body, h1') !== null")
    page.context.close()


@BOTH
def test_directions_as_computed(browser: Browser, served: dict[str, str], ui: str) -> None:
    page = opened(browser, served["archive"] + PAGES["ferry"], ui)
    direction: Any = "e => getComputedStyle(e).direction"
    assert page.locator("body").evaluate(direction) == ("rtl" if ui == "ar" else "ltr")
    assert page.locator("h1").evaluate(direction) == "rtl"
    assert page.locator(".matrix .gloss bdi").first.evaluate(direction) == "rtl"
    assert page.locator(".manifest .hash").count() == 0
    page.goto(served["archive"] + PAGES["article"])
    assert page.locator(".body").evaluate(direction) == "rtl"
    assert page.locator(".url bdi").evaluate(direction) == "ltr"
    page.goto(served["archive"] + "/")
    assert page.locator(f'.story a[href="{PAGES["ferry"]}"]').evaluate(direction) == "rtl"
    # An isolate of digits and Latin letters keeps its order within an Arabic line.
    for id in page.locator("bdi.id").all():
        assert id.evaluate(direction) == "ltr"
    slanted = """() => [...document.querySelectorAll(':lang(ar)')].filter(e => {
        const s = getComputedStyle(e); return s.fontStyle !== 'normal' || !['0px', 'normal'].includes(s.letterSpacing);
    }).length"""
    assert page.evaluate(slanted) == 0
    page.context.close()


@BOTH
def test_everything_can_be_read_without_scripts(browser: Browser, served: dict[str, str], ui: str) -> None:
    page = opened(browser, served["dossiers"] + "/", ui, java_script_enabled=False)
    page.locator("#q").fill("العبّارة")
    page.locator(".ask button").click()
    assert "q=" in page.url
    page.locator(f'.story h2 a[href="{PAGES["story"]}"]').click()
    assert page.locator("#matrix .matrix").is_visible()
    page.locator('.contents a[href$="/claims"]').click()
    page.locator(".claim-list a.gloss").first.click()
    page.locator(".passage .place a").first.click()
    assert "/articles/" in page.url
    assert page.locator("a.content:target").is_visible()
    page.locator(".language").click()
    assert page.locator("html").get_attribute("lang") == ("en" if ui == "ar" else "ar")
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False])
@BOTH
def test_pasted_texts_become_a_dossier_with_progress(
    browser: Browser, served: dict[str, str], ui: str, scripts: bool
) -> None:
    page = opened(browser, served["dossiers"] + "/paste", ui, java_script_enabled=scripts)
    page.locator("#name").fill(f"زورق {ui} {scripts}")
    for n, text in enumerate(TEXTS, start=1):
        page.locator(f"#text-{n}").fill(text)
        page.locator(f"#outlet-{n}").fill(f"وسيلة {n}")
    page.locator("button.go").click()
    page.wait_for_url("**/jobs/*")
    if scripts:
        page.wait_for_url("**/stories/*", timeout=60_000)
    else:
        for _ in range(60):
            if page.locator("a.go").count():
                break
            assert page.locator("[role=status], progress, .job").first.is_visible()
            page.wait_for_timeout(500)
            page.reload()
        page.locator("a.go").click()
    assert page.locator("h1").inner_text() == f"زورق {ui} {scripts}"
    assert page.locator(".listed-articles li").count() == 2
    page.context.close()


def test_work_can_be_cancelled(browser: Browser, served: dict[str, str]) -> None:
    page = opened(browser, served["dossiers"] + "/paste", java_script_enabled=False)
    many = "\n".join(f"قالت هدى السالم إن الوفد رقم {n} وصل إلى المدينة صباح اليوم." for n in range(1500))
    for n in (1, 2, 3):
        page.locator(f"#text-{n}").fill(f"وصول الوفود {n}\n{many}")
    page.locator("button.go").click()
    page.locator(".job form button").click()
    for _ in range(120):
        if not page.locator("progress").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    assert page.locator("h1").inner_text() == "The work was cancelled; nothing was kept."
    page.context.close()


def test_filter_is_applied_while_typing(browser: Browser, served: dict[str, str]) -> None:
    page = opened(browser, served["archive"] + "/")
    before = page.locator(".story").count()
    page.locator("#q").press_sequentially("المشاة", delay=20)
    page.wait_for_url(re.compile(r"q=%D8"))
    assert page.locator(".story").count() < before
    assert page.locator("#found mark").first.inner_text() == "المشاة"
    page.go_back()
    expect(page.locator(".story")).to_have_count(before)
    page.context.close()


def test_targets_are_large_enough(browser: Browser, served: dict[str, str]) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, words within a sentence aside."""
    page = opened(browser, served["archive"] + "/", viewport={"width": 390, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    small = """() => [...document.querySelectorAll('button, input, summary, .top a, .facet a, .chip, .paging a')]
        .filter(e => e.checkVisibility()).filter(e => { const b = e.getBoundingClientRect();
            return b.width < 24 || b.height < 24; }).map(e => e.outerHTML.slice(0, 60))"""
    assert page.evaluate(small) == []
    page.context.close()


@BOTH
def test_page_prints_without_what_is_for_screens(browser: Browser, served: dict[str, str], ui: str) -> None:
    page = opened(browser, served["archive"] + PAGES["story"], ui)
    page.emulate_media(media="print")
    for selector in (".top", ".foot", ".contents", ".downloads"):
        assert not page.locator(selector).first.is_visible()
    assert page.locator("#matrix").is_visible()
    page.context.close()
