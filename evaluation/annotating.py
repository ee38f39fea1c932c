"""Annotating more real articles by hand, for training or for measuring.

    python -m evaluation.annotating draw batch --data ../shared --corpus saudinewsnet --articles 20 --seed 7
    python -m evaluation.annotating check batch --data ../shared [--show KEY]
    python -m evaluation.annotating collect batch --data ../shared >> evaluation/annotation/training.jsonl

`draw` writes `batch/sheet.txt` (see `evaluation.sheets`) and `batch/articles.jsonl` (which articles these are); an
annotator who knows the guide writes `batch/written.txt`. Drawn are articles that nobody annotated, none of which shares
much wording with the annotated stories and cases, so that what is learned from them measures nothing twice. The folder
holds text of outlets and stays out of the project; what `collect` prints are offsets and hashes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.annotated import FILES, FOLDER, annotated, annotated_stories, text_of, texts_of_corpus
from evaluation.corpus import origin_cases
from evaluation.matching import Json
from evaluation.sheets import Read, blocks, read_lines, record, sheet

SHORTEST, LONGEST = 500, 4500  # code points of an article's text
_SHINGLE = 8  # words
_SHARED = 0.15  # of an article's shingles: more of them in measured articles is a copy


def draw(data: Path, corpus: str, wanted: int, seed: int) -> list[Json]:
    """Articles of a corpus that nobody annotated and that are no copies of what is measured; fewer if there are."""
    taken = set(_annotated_ids())
    measured = {shingle for text in _measured(data) for shingle in _shingles(text)}
    entries = sorted(texts_of_corpus(data, corpus).items())
    random.Random(seed).shuffle(entries)
    found: list[Json] = []
    for id, entry in entries:
        if len(found) == wanted:
            break
        if (corpus, id) in taken or not SHORTEST <= len(entry["text"]) <= LONGEST:
            continue
        mine = _shingles(text_of(entry))
        if mine and len(mine & measured) / len(mine) <= _SHARED:
            found.append({"outlet": "site", **entry, "id": id})
    return found


def _annotated_ids() -> Iterator[tuple[str, str]]:
    for name in ("training", "unseen", "judged", "judged_more", "judged_fresh"):
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["corpus"], row["id"]


def _measured(data: Path) -> Iterator[str]:
    for articles in annotated_stories(data / "gold" / "stories").values():
        yield from (article.text for article in articles)
    _, of_cases = origin_cases(data)
    yield from (text_of({"title": "", **entry}) for entry in of_cases.values())
    yield from (article.text for article in annotated("unseen", data))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def written(folder: Path, data: Path) -> Iterator[tuple[str, str, Json, Read]]:
    """What was annotated in a folder: key, corpus, entry of the article, and what its lines say."""
    lines = blocks((folder / "written.txt").read_text(encoding="utf-8"))
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["key"] in lines:
            entry = {**texts_of_corpus(data, row["corpus"])[row["id"]], "outlet": row["outlet"], "id": row["id"]}
            yield row["key"], row["corpus"], entry, read_lines(entry, lines[row["key"]])


def _shown(entry: Json, read: Read) -> Iterator[str]:
    """An article's statements as words, for the annotator to see what the numbers hit."""
    text = text_of(entry)
    for one in read.statements:
        parts = (f"{part}={text[slice(*one[part])]}" for part in ("content", "source", "cue", "via") if part in one)
        yield " | ".join([" > ".join(one["chain"]) or "own voice", one["kind"], one["mode"], *parts])


def _draw(options: argparse.Namespace) -> None:
    options.folder.mkdir(parents=True, exist_ok=True)
    entries = draw(options.data, options.corpus, options.articles, options.seed)
    keyed = [(f"{options.folder.name}.{number:02d}", entry) for number, entry in enumerate(entries, 1)]
    rows = ({"key": key, "corpus": options.corpus, "id": e["id"], "outlet": e["outlet"]} for key, e in keyed)
    (options.folder / "articles.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    (options.folder / "sheet.txt").write_text("\n\n".join(sheet(*one) for one in keyed) + "\n", encoding="utf-8")
    print(f"{len(keyed)} articles to annotate in {options.folder / 'sheet.txt'}")


def _check(options: argparse.Namespace) -> int:
    articles = statements = wrong = 0
    for key, _, entry, read in written(options.folder, options.data):
        articles, statements, wrong = articles + 1, statements + len(read.statements), wrong + len(read.problems)
        told: Iterable[str] = [*read.problems, *(_shown(entry, read) if key == options.show else ())]
        for line in told:
            print(f"{key} {line}")
    print(f"{articles} articles, {statements} statements, {wrong} lines that cannot be meant")
    return 1 if wrong else 0


def _collect(options: argparse.Namespace) -> None:
    for _, corpus, entry, read in written(options.folder, options.data):
        if read.statements:
            print(json.dumps(record(corpus, entry, read), ensure_ascii=False, separators=(",", ":")))


def main() -> int:
    """Read the command line and draw, check or collect."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("draw", "check", "collect"))
    parser.add_argument("folder", type=Path, help="where the sheet and what is written on it lie")
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the development data")
    parser.add_argument("--corpus", choices=tuple(FILES), default="ant_multisource")
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="", help="with check: print this article's statements as words")
    options = parser.parse_args()
    if options.step != "draw" and not (options.folder / "written.txt").exists():
        print(f"{options.folder / 'written.txt'} is not there: annotate {options.folder / 'sheet.txt'} first")
        return 1
    return {"draw": _draw, "check": _check, "collect": _collect}[options.step](options) or 0


if __name__ == "__main__":
    sys.exit(main())
