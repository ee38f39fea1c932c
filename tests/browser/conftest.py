"""One headless Chromium for all browser tests; they are skipped where none is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed")

from playwright.sync_api import Browser, sync_playwright

from tawatur.writing import to_html
from tests.invented_dossier import ferry

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
    """The addresses of the report on the invented ferry, by interface language."""
    folder = tmp_path_factory.mktemp("reports")
    found: dict[str, str] = {}
    dossier = ferry()
    for ui in ("en", "ar"):
        path: Path = folder / f"{ui}.html"
        path.write_text(to_html(dossier, "ar" if ui == "ar" else "en"), encoding="utf-8")
        found[ui] = path.as_uri()
    return found
