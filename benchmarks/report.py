"""`python -m benchmarks.report [--runs N] [--json FILE]`: how heavy the HTML report is, and how soon it is painted.

The report of ten articles of one story (the development data's; the sample story twice where that is absent) is written
in both interface languages and opened from a file in Debian's Chromium, a new browser with an empty profile for every
run. Medians of the first paint, the first contentful paint and DOMContentLoaded are printed, in milliseconds from the
start of the navigation; and the bytes of the page on disk, with fonts and without, and compressed, as `tawatur serve`
sends it. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
import shutil
import statistics
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.texts import sample_story, ten_real_articles
from tawatur.model import Dossier
from tawatur.pipeline import build, build_from
from tawatur.reading import read
from tawatur.writing import to_html

PAINT_BAR, WEIGHT_BAR = 1000.0, 300_000
TIMES = ("first paint", "first contentful paint", "DOMContentLoaded")
# A page's entries come after the frame that they tell of, so they are waited for, but not for ever.
_TIMES = """() => new Promise(done => {
  const told = () => Object.fromEntries(performance.getEntriesByType('paint').map(e => [e.name, e.startTime]));
  const look = left => {
    const found = told(), page = performance.getEntriesByType('navigation')[0];
    if (found['first-contentful-paint'] === undefined && left > 0) return setTimeout(look, 20, left - 1);
    done([found['first-paint'], found['first-contentful-paint'], page.domContentLoadedEventEnd]);
  };
  look(250);
})"""
_FONT = re.compile(rb"url\(\s*['\"]?data:(?:font|application/(?:x-)?font)[^)]*\)")


@dataclass(frozen=True, slots=True)
class Page:
    """A report in one interface language: its bytes, all, without fonts and compressed; every run's times by name."""

    name: str
    weight: int
    without_fonts: int
    compressed: int
    times: Mapping[str, Sequence[float]]

    @property
    def medians(self) -> dict[str, float]:
        """The middle value of each time."""
        return {name: statistics.median(runs) for name, runs in self.times.items()}

    @property
    def met(self) -> bool:
        """Whether it is light and soon enough."""
        return self.medians[TIMES[0]] <= PAINT_BAR and self.without_fonts <= WEIGHT_BAR


def without_fonts(page: bytes) -> int:
    """The bytes of a page less those of the fonts that it holds itself."""
    return len(_FONT.sub(b"", page))


def ten() -> tuple[str, Dossier]:
    """What the ten articles are, and their dossier."""
    if lines := ten_real_articles():
        return "a story of ten articles of April 2018", build(["-"], stdin=io.BytesIO("\n".join(lines).encode()))
    five = read(sample_story())
    again = [replace(a, id=f"{a.id}-2", outlet=f"second-{a.outlet}", text=f"{a.text}\n.") for a in five.articles]
    return "the sample story twice", build_from(replace(five, articles=(*five.articles, *again)))


def opened(address: str, runs: int) -> dict[str, list[float]]:
    """Every run's times of a page: each in a browser of its own that never saw it."""
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        raise SystemExit("no Chromium is installed")
    found: dict[str, list[float]] = {name: [] for name in TIMES}
    with sync_playwright() as playwright:
        for _ in range(runs):
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            shown = browser.new_page(viewport={"width": 1280, "height": 800})
            shown.goto(address)
            values: Any = shown.evaluate(_TIMES)
            for name, value in zip(TIMES, values, strict=True):
                found[name].append(float(value))
            browser.close()
    return found


def main() -> int:
    """Write the reports, open them, and print the figures; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="browsers for each page; the medians count")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args()
    name, dossier = ten()
    words = sum(len(article.text.split()) for article in dossier.articles)
    print(f"{name}: {len(dossier.articles)} articles, {words:,} words, {len(dossier.statements)} statements")
    with tempfile.TemporaryDirectory() as folder:
        pages = [_measured(dossier, ui, Path(folder), options.runs) for ui in ("ar", "en")]
    print("\n".join(shown(pages)))
    if options.json:
        options.json.write_text(json.dumps([asdict(page) for page in pages], indent=1) + "\n", encoding="utf-8")
    return int(not all(page.met for page in pages))


def _measured(dossier: Dossier, ui: Any, folder: Path, runs: int) -> Page:
    page = to_html(dossier, ui).encode()
    path = folder / f"{ui}.html"
    path.write_bytes(page)
    return Page(ui, len(page), without_fonts(page), len(gzip.compress(page, 6)), opened(path.as_uri(), runs))


def shown(pages: Iterable[Page]) -> Iterable[str]:
    """The lines of the table: medians with the least and the most, and the bars."""
    bars = {TIMES[0]: f"{PAINT_BAR:g} ms"}
    for page in pages:
        for name, runs in page.times.items():
            cells = "".join(f"{value:>9.0f} ms" for value in (statistics.median(runs), min(runs), max(runs)))
            yield f"{page.name}  {name:26}{cells}{bars.get(name, ''):>12}"
        yield f"{page.name}  {'bytes without fonts':26}{page.without_fonts:>12,}{WEIGHT_BAR:>36,}"
        yield f"{page.name}  {'bytes of fonts in it':26}{page.weight - page.without_fonts:>12,}"
        yield f"{page.name}  {'bytes compressed':26}{page.compressed:>12,}" + ("" if page.met else "   A BAR IS MISSED")


if __name__ == "__main__":
    raise SystemExit(main())
