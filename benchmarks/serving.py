"""`python -m benchmarks.serving [--articles N] [--stories K]`: how fast pages are answered to 50 readers at once.

An archive is filled with K copies of the sample story, each with its dossier, and with invented articles up to N, each
a story of its own. `tawatur serve` then runs as a process of its own, and autocannon (npm) asks over loopback for 50
readers who wait for nothing between their requests: the list, filtered lists, searches (of words that stand in one
article of four to one of twenty-five), and stories. Every search and story is asked for the first time once. Medians
and the 95th percentile of all answers are printed beside the bars.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from tawatur.grouping.records import Story
from tawatur.model import Article, Dossier
from tawatur.serving.pages import addresses
from tawatur.serving.shelving import put_dossier, renamed
from tawatur.store import Archive, open_archive
from tawatur.store.articles import add
from tawatur.store.stories import save_stories

READERS, SECONDS, TOGETHER = 50, 20, 500
LIST_BAR, STORY_BAR = 150.0, 250.0
# Made-up words, as frequent as words are in the news: the nth in proportion to 1/n (Zipf).
LETTERS = "ابتجحدرزسشصطعفقكلمنهوي"
WORDS = tuple(dict.fromkeys("".join(random.Random(n).choices(LETTERS, k=5)) for n in range(20_000)))
SHARES = tuple(1 / (n + 8) for n in range(len(WORDS)))
AUTOCANNON = """
const run = require('autocannon');
const {base, paths, readers, seconds} = JSON.parse(process.argv[1]);
const times = [];
run({url: base, connections: readers, duration: seconds, headers: {'accept-encoding': 'gzip', 'accept-language': 'ar'},
     requests: paths.map(path => ({path}))}, (error, result) => { if (error) throw error;
  times.sort((a, b) => a - b);
  const share = part => times[Math.min(times.length - 1, Math.floor(part * times.length))];
  console.log(JSON.stringify({median: share(.5), high: share(.95), rate: result.requests.average,
                              failed: result.non2xx + result.errors})); })
  .on('response', (client, status, bytes, time) => times.push(time));
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One kind of request: its paths in any order, and the bar in milliseconds."""

    name: str
    paths: Sequence[str]
    bar: float


def main() -> int:
    """Fill an archive, serve it, measure, and print the figures; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--stories", type=int, default=500, help="copies of the sample story with a dossier")
    parser.add_argument("--archive", type=Path, help="keep the archive here, or take the one that is there")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="for each kind of request")
    parser.add_argument("--tool", type=Path, help="a folder with node_modules/autocannon; else it is fetched by npm")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = options.archive or Path(folder) / "a.db"
        if not where.exists():
            began = time.perf_counter()
            with open_archive(where) as archive:
                _fill(archive, options.articles, options.stories)
            print(f"filled in {time.perf_counter() - began:.0f} s")
        tool = options.tool or _fetched(Path(folder))
        return _measured(where, tool, options.stories, options.seconds)


def _fill(archive: Archive, articles: int, stories: int) -> None:
    from tawatur.pipeline import build
    from tawatur.samples import NAME
    from tawatur.samples import story as sample

    made = build([str(sample())], story=NAME)
    for n in range(stories):
        put_dossier(archive, _copy(made, n), "bench", [])
    rest = articles - stories * len(made.articles)
    for at in range(0, max(0, rest), TOGETHER):
        some = [_invented(n) for n in range(at, min(at + TOGETHER, rest))]
        with archive.writing() as session:
            add(session, some)
            save_stories(session, [_alone(article, at) for article in some])


def _copy(made: Dossier, n: int) -> Dossier:
    return replace(renamed(made, {article.id: f"{article.id}@{n}" for article in made.articles}), story=f"story-{n}")


def _invented(n: int) -> Article:
    chance = random.Random(n)
    words = chance.choices(WORDS, SHARES, k=240)
    title = " ".join(words[:8])
    lines = [" ".join(words[at : at + 29]) + "." for at in range(8, 240, 29)]
    day = f"2031-{1 + n % 12:02}-{1 + n % 28:02}"
    return Article(f"n{n}", f"outlet-{n % 40}", "\n".join([title, *lines]), (0, len(title)), published=day)


def _alone(article: Article, at: int) -> Story:
    title = article.text[: article.title[1]] if article.title else article.id
    hour = 536_000.0 + at / 60
    return Story(f"s-{article.id}", (article.id,), (article.outlet,), title, hour, hour)


def _fetched(folder: Path) -> Path:
    if not shutil.which("npm"):
        raise SystemExit("npm is needed for the load tool; or name a folder that has it with --tool")
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "autocannon@8"], check=True)
    return folder


def _measured(where: Path, tool: Path, stories: int, seconds: int) -> int:
    words = WORDS[100:500:4]
    pairs = [f"/?q={quote(a)}+{quote(b)}" for a, b in zip(WORDS[50:150], WORDS[150:250], strict=True)]
    outlets = [f"/?outlet=outlet-{n}" for n in range(40)]
    pages = [addresses.story(f"story-{n}") for n in range(stories)]
    kinds = (
        Asked("the list", ["/", "/?several=1"], LIST_BAR),
        Asked("the list of an outlet", outlets, LIST_BAR),
        Asked("a search of one word", [f"/?q={quote(word)}" for word in words], LIST_BAR),
        Asked("a search of two words", pairs, LIST_BAR),
        Asked("a story, mostly for the first time", pages, STORY_BAR),
        Asked("a story", pages, STORY_BAR),
    )
    command = [sys.executable, "-m", "tawatur", "serve", str(where), "--port", "0"]
    missed = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        base = server.stdout.readline().strip().rstrip("/")
        print(f"{'':38}{'median':>10}{'95 %':>10}{'bar':>10}{'a second':>10}{'failed':>8}")
        for kind in kinds:
            found = _load(tool, base, kind.paths, seconds)
            over = found["high"] > kind.bar
            missed += over or bool(found["failed"])
            cells = f"{found['median']:>7.0f} ms{found['high']:>7.0f} ms{kind.bar:>7.0f} ms{found['rate']:>10.0f}"
            print(f"{kind.name:38}{cells}{found['failed']:>8.0f}" + ("  MISSED" if over else ""), flush=True)
        server.terminate()
    return int(missed > 0)


def _load(tool: Path, base: str, paths: Sequence[str], seconds: int) -> dict[str, float]:
    mixed = list(paths)
    random.Random(1).shuffle(mixed)
    asked = json.dumps({"base": base, "paths": mixed, "readers": READERS, "seconds": seconds})
    ran = subprocess.run(["node", "-e", AUTOCANNON, asked], cwd=tool, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(main())
