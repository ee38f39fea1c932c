"""A judgement made in the browser, by keyboard, without scripts: it changes the story and survives another reading."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed")
pytest.importorskip("fastapi", reason="the extra `serve` is not installed")

from playwright.sync_api import Browser, expect

from tawatur.serving.pages import addresses
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts
from tawatur.store import accounts, articles, open_archive, people, stories
from tawatur.watching.dossiers import make_dossiers
from tests.browser.test_served_pages import BOTH, SAMPLE, opened, press_until, started
from tests.serving.conftest import put_all

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


def ended(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.wait(timeout=10)
    assert process.stdout
    process.stdout.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a server of its own, and its archive."""
    where = tmp_path / "desk.db"
    with open_archive(where) as archive:
        put_all(archive)
    process, address = started(str(where))
    yield address, where
    ended(process)


def read_anew(where: Path) -> None:
    """Read every article of the sample story anew and make its dossier again, as a newer program would."""
    with open_archive(where) as archive:
        with archive.reading() as session:
            story = stories.story(session, SAMPLE)
            assert story
            texts = list(articles.articles(session, story.members).values())
        with archive.writing() as session:
            accounts.save_accounts(session, read_accounts(texts, DEFAULT))
            stories.mark_dirty(session, [SAMPLE])
        make_dossiers(archive, DEFAULT, lambda _done, _all: None)


@BOTH
def test_a_judgement_made_by_keyboard_survives_another_reading(
    browser: Browser, served: tuple[str, Path], ui: str
) -> None:
    address, where = served
    page = opened(browser, address + addresses.claim(SAMPLE, "c07"), ui, java_script_enabled=True)
    press_until(page, "a[href^='/judge']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/judge?*")
    press_until(page, ".judged summary")
    page.keyboard.press("Enter")
    press_until(page, "input[value=wrong], input[value=right]")
    page.keyboard.press("ArrowRight" if ui == "en" else "ArrowLeft")
    form = page.locator("form:has(input:checked)").first
    assert form.locator("input:checked").get_attribute("value") in ("wrong", "unsure", "right")
    form.locator("input[name=note]").fill("سمعته من المحرر")
    page.keyboard.press("Enter")
    page.wait_for_url("**/judge?*")
    expect(page.locator(".made li")).to_have_count(1)
    expect(page.locator(".made")).to_contain_text("سمعته من المحرر")
    read_anew(where)
    page.goto(address + addresses.story(SAMPLE))
    with open_archive(where) as archive, archive.reading() as session:
        from tawatur.store.dossiers import dossier

        found = dossier(session, SAMPLE)
    assert found
    assert [f.reason.values for f in found.findings if f.reason.code == "pipeline.judged"] == [("1", "local")]
    page.context.close()


def test_a_shared_archive_is_signed_into_and_out_of(browser: Browser, tmp_path: Path) -> None:
    where = tmp_path / "shared.db"
    with open_archive(where) as archive:
        put_all(archive)
        with archive.writing() as session:
            people.add_person(session, "ليلى", "admin", "كلمة سر طويلة")
    process, address = started(str(where))
    try:
        page = opened(browser, address + addresses.story(SAMPLE), "ar", java_script_enabled=False)
        expect(page.locator("h1")).to_have_text("تسجيل الدخول")
        page.fill("#name", "ليلى")
        page.fill("#password", "كلمة خاطئة هنا")
        page.press("#password", "Enter")
        expect(page.locator("[role=alert]")).to_be_visible()
        page.fill("#name", "ليلى")
        page.fill("#password", "كلمة سر طويلة")
        page.press("#password", "Enter")
        page.wait_for_url(f"**{addresses.story(SAMPLE)}")
        page.click(".sign-out button")
        page.wait_for_url("**/sign-in")
        page.context.close()
    finally:
        ended(process)
