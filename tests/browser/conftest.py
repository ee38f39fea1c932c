"""One headless Chromium for all browser tests; they are skipped where none is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed")

from playwright.sync_api import Browser, sync_playwright

from tawatur.writing import to_html
from tests.invented_dossier import ferry, sample

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of two reports in both interface languages.

    `en` and `ar` are on the invented ferry, which has everything that a report can hold; `sample-en` and `sample-ar`
    on the dossier that the program really makes of the sample story.
    """
    folder = tmp_path_factory.mktemp("reports")
    found: dict[str, str] = {}
    for before, dossier in (("", ferry()), ("sample-", sample())):
        for ui in ("en", "ar"):
            path: Path = folder / f"{before}{ui}.html"
            path.write_text(to_html(dossier, "ar" if ui == "ar" else "en"), encoding="utf-8")
            found[before + ui] = path.as_uri()
    return found
