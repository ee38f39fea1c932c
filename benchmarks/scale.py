"""`python -m benchmarks.scale [--articles N] [--json FILE]`: what a large job costs on one core, step by step.

A job is done with one worker in a folder that is thrown away: N neighbouring articles of the development data as JSON
lines. Then the main text of saved pages is read from a WARC file of them, each several times under other addresses.
Seconds are those of processors, bytes those of the result; both are told for one article and for a million.
docs/scale.md reckons with them.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from evaluation.annotated import FILES
from evaluation.main_text import PAGES, pages

from benchmarks.texts import SHARED
from tawatur.running.batch import run_batch
from tawatur.running.local import Local
from tawatur.running.stages import Piece, drafts_in, pieces_table, read_pieces

_MILLION = 1_000_000
_TIMES = 5  # each saved page in the WARC file


def main() -> int:
    """Measure and print; exit code 0 also where the data is absent, which is said."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--articles", type=int, default=1500, help="neighbours in time, from the middle of the data")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args()
    if not (SHARED / "data" / FILES["ant_multisource"]).exists():
        print("the development data is absent: nothing was measured")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = {"articles": _job(_lines(folder, options.articles), folder / "out"), "pages": _pages(folder)}
    for kind, its in figures.items():
        print(f"\n{kind}: {its['input']}, {its['articles']} articles, {its['members']} of them in dossiers")
        for step, seconds in its["seconds"].items():
            each = seconds / its["counted"][step]
            print(f"  {step:10} {1000 * each:8.2f} ms each {each * _MILLION / 3600:8.2f} processor hours a million")
        for part, size in its["bytes"].items():
            each = size / its["articles"]
            print(f"  {part:10} {each:8.0f} bytes an article {each / 1000:8.2f} GB a million")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def _job(given: Path, out: Path) -> dict[str, Any]:
    """One job, and what it cost; a step is counted in the things it works on: pages, articles, members of stories."""
    done = run_batch([str(given)], out, lambda: Local(1))
    counts = done.manifest["counts"]
    steps = json.loads((out / "timings.json").read_text())["steps"]
    stories = json.loads((out / "stories.json").read_text(encoding="utf-8"))["stories"]
    members = sum(len(story["members"]) for story in stories if len(story["outlets"]) > 1)
    inputs = counts["articles"] + counts["versions"] + counts["dropped"]
    counted = {"drafts": inputs, "articles": inputs, "accounts": counts["articles"], "grouping": counts["articles"]}
    if members:
        counted["dossiers"] = members
    return {
        "input": f"{inputs} pages or lines",
        "articles": counts["articles"],
        "members": members,
        "counted": counted,
        "seconds": {step: steps[step]["processor_seconds"] for step in counted},
        "bytes": {
            part: sum(path.stat().st_size for path in (out / part).iterdir())
            for part in ("articles", "accounts", "dossiers")
        },
    }


def _pages(folder: Path) -> dict[str, Any]:
    """The main text of all pages of a WARC file, unpacked and read by one process that has read some before."""
    path = _warc(folder)
    piece = Piece("warc", str(path), path.stem, path.name, str(path).encode(), named=True)
    read_pieces(pieces_table([piece]))
    begun = time.process_time()
    found = list(drafts_in(read_pieces(pieces_table([piece]))))
    seconds = time.process_time() - begun
    return {
        "input": f"{len(found)} pages of a WARC file",
        "articles": len(found),
        "members": 0,
        "counted": {"drafts": len(found)},
        "seconds": {"drafts": seconds},
        "bytes": {"warc": path.stat().st_size},
    }


def _lines(folder: Path, count: int) -> Path:
    """Articles that stand next to each other in time, so that stories are as dense as they are in all of them."""
    with gzip.open(SHARED / "data" / FILES["ant_multisource"], "rt", encoding="utf-8") as lines:
        rows = sorted(lines, key=lambda line: str(json.loads(line)["published"]))
    first = max(0, (len(rows) - count) // 2)
    path = folder / "news.jsonl"
    path.write_text("".join(rows[first : first + count]), encoding="utf-8")
    return path


def _warc(folder: Path) -> Path:
    """The saved pages as a crawl has them: one member of gzip for each response."""
    from fastwarc.warc import WarcRecord, WarcRecordType  # type: ignore[import-not-found,unused-ignore]

    path = folder / "crawl.warc.gz"
    with path.open("wb") as file:
        for turn in range(_TIMES):
            for page in pages(PAGES):
                body = page.html.encode()
                head = (
                    f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
                )
                record = WarcRecord()
                record.init_headers(WarcRecordType.response)
                record.headers["WARC-Target-URI"] = f"https://example{page.id}-{turn}.example/news/{page.id}"
                record.headers["Content-Type"] = "application/http; msgtype=response"
                record.set_bytes_content(head.encode() + body)
                unpacked = io.BytesIO()
                record.write(unpacked)
                file.write(gzip.compress(unpacked.getvalue(), mtime=0))
    return path


if __name__ == "__main__":
    sys.exit(main())
