"""Main text of saved pages against hand-cleaned passages: word 4-gram F1, macro, and pages a second.

    python -m evaluation.main_text [--beside trafilatura,resiliparse,…] [--rounds 5] [--worst 20] [PAGES.jsonl.gz]

Each line of the file is a page: `html` and `passages`, what a person kept of it. The measure is that of boilerplate
removal contests (multisets of word n-grams): a passage out of place costs little, one too many or too few costs its
length. `tawatur` is the step that finds the main text alone, as that of the others is; `tawatur-whole` is all that is
done with a page, headline, date, address and marks of page chrome included, and what it stores less headline and marks
is the same text. A page that is rejected counts as empty. Speed is pages a second of processor time of one core, on
decoded text, the programs in turn in one process; of several rounds it is the median, and so is the ratio of two
programs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from evaluation.corpus import DATA
from evaluation.main_text_peers import PEERS, Extractor

PAGES = DATA / "data" / "checkthat2019_ar" / "pages_a.jsonl.gz"
SIZE = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page and the text a person kept of it."""

    id: str
    html: str
    kept: str


@dataclass(frozen=True, slots=True)
class Score:
    """Macro precision, recall and F1 of an extractor, the F1 of each page, and its speed."""

    precision: float
    recall: float
    f1: float
    each: tuple[tuple[str, float], ...]
    pages_a_second: float


def pages(path: Path) -> Iterator[Page]:
    """The pages of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Page(str(row["page"]), row["html"], "\n".join(row["passages"]))


def grams(text: str, size: int = SIZE) -> Counter[tuple[str, ...]]:
    """The multiset of word n-grams of a text; a text shorter than `size` words is one gram."""
    words = _WORD.findall(text)
    if 0 < len(words) < size:
        return Counter([tuple(words)])
    return Counter(zip(*(words[at:] for at in range(size)), strict=False))


def likeness(found: str, kept: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the n-grams found; two empty texts agree."""
    ours, theirs = grams(found), grams(kept)
    if not ours and not theirs:
        return 1.0, 1.0, 1.0
    shared = sum((ours & theirs).values())
    precision, recall = shared / max(sum(ours.values()), 1), shared / max(sum(theirs.values()), 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def ours(html: str) -> str:
    """The main text as tawatur reads it."""
    from tawatur.reading.main_text import main_text

    return main_text(html)


def whole(html: str) -> str:
    """The same from the whole reading, headline, dates and marks of page chrome included: the stored text less the
    headline and what is marked."""
    from tawatur.model import Reject
    from tawatur.reading.html import read_html

    draft = read_html(html, "page", "page")
    if isinstance(draft, Reject):
        return ""
    apart = sorted([mark.span for mark in draft.chrome] + ([draft.title] if draft.title else []))
    pieces, place = [], 0
    for start, end in apart:
        pieces.append(draft.text[place:start])
        place = max(place, end)
    return "\n".join([*pieces, draft.text[place:]])


OURS: dict[str, Extractor] = {"tawatur": ours, "tawatur-whole": whole}


def score(extractor: Extractor, corpus: list[Page]) -> Score:
    """Run an extractor over the pages, then compare; only the runs are timed."""
    extractor(corpus[0].html)  # imports and compiled patterns are not the pages' time
    started = time.process_time()
    found = [extractor(page.html) for page in corpus]
    seconds = time.process_time() - started
    rows = [likeness(text, page.kept) for text, page in zip(found, corpus, strict=True)]
    precision, recall, f1 = (sum(row[n] for row in rows) / len(rows) for n in range(3))
    each = tuple((page.id, row[2]) for page, row in zip(corpus, rows, strict=True))
    return Score(precision, recall, f1, each, len(corpus) / seconds)


def rounds_of(programs: dict[str, Extractor], corpus: list[Page], rounds: int) -> dict[str, list[Score]]:
    """The scores of each program in each round; the programs take turns, so that a busy machine slows all of them."""
    scores: dict[str, list[Score]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, extractor in programs.items():
            scores[name].append(score(extractor, corpus))
    return scores


def main(given: list[str] | None = None) -> int:
    """Print one line for each program, and the pages that fare worst when asked."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.main_text", description=__doc__.partition("\n")[0])
    parser.add_argument("pages", nargs="?", type=Path, default=PAGES, help="*.jsonl.gz with html and passages")
    parser.add_argument("--beside", default="", metavar="NAME,…", help=f"run these too: {', '.join(PEERS)}")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="run each program N times (medians)")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N pages that fare worst")
    options = parser.parse_args(given)
    if not options.pages.is_file():
        print(f"skipped: no pages at {options.pages}")
        return 0
    corpus = list(pages(options.pages))
    programs: dict[str, Extractor] = dict(OURS)
    for name in filter(None, options.beside.split(",")):
        if name not in PEERS:
            parser.error(f"no such program: {name} (there are {', '.join(PEERS)})")
        peer = PEERS[name]
        if find_spec(peer.module):
            programs[name] = peer.extract
        else:
            print(f"skipped: {name} is not installed (pip install {peer.package})")
    print(f"{len(corpus)} pages, word {SIZE}-grams, macro")
    scores = rounds_of(programs, corpus, max(options.rounds, 1))
    for name, results in scores.items():
        result, speed = results[0], median(one.pages_a_second for one in results)
        print(
            f"  {name:16} P {result.precision:.3f}  R {result.recall:.3f}  F1 {result.f1:.3f}"
            f"   {speed:6.0f} pages a second"
        )
        for id, f1 in sorted(result.each, key=lambda pair: pair[1])[: options.worst]:
            print(f"    {f1:.3f} {id}")
    for name, results in list(scores.items())[len(OURS) :]:
        for own in OURS:
            ratios = [a.pages_a_second / b.pages_a_second for a, b in zip(scores[own], results, strict=True)]
            print(f"  {own} is {median(ratios):.1f} times as fast as {name} ({min(ratios):.1f} to {max(ratios):.1f})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
