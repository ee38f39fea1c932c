"""How often is a claim that counts as corroborated truly so? Claims of unseen stories, judged by reading.

    python -m evaluation.corroborated --data ../shared      how many of the judged claims still count, by verdict

`annotation/corroborated.jsonl` holds, for each draw, claims of stories that no rule was written from before the draw:
those that the program of that time counted as corroborated (two independent origins at the least), and from the third
draw on others drawn by chance of which it left that open ("one or two"). A row has the `articles` of the story
(`corpus`, `id`, `sha256` of title, line break, text), the `members` (`[article, start, end]`), the interval, and the
`verdict` of a reader: "two" (two independent origins vouch for one thing), "one" (it is one origin under two names, or
one relays the other), "apart" (they do not say the same), "misread" (speaker or content is wrong). A judged claim is
the one that holds most of its members now. Of a draw that rules were written from only the share that goes tells
something; the precision at the time of the draw is the honest figure.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evaluation.annotated import FOLDER, unchanged
from evaluation.matching import Json, overlap
from evaluation.predicting import dossier_of_articles

FILE = FOLDER / "corroborated.jsonl"
VERDICTS = ("two", "one", "apart", "misread")


def judged(data: Path) -> Iterator[tuple[tuple[Json, ...], list[Json]]]:
    """The stories whose texts stand under `data` unchanged: the entries of each, and the rows of its judged claims."""
    stories: dict[tuple[str, ...], list[Json]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        stories.setdefault(tuple(a["id"] for a in row["articles"]), []).append(row)
    for rows in stories.values():
        if entries := unchanged(rows[0]["articles"], data):
            yield entries, rows


def counts_now(row: Json, dossier: Json) -> bool:
    """Whether the claim that holds most of the members of a judged one counts as corroborated in a dossier."""
    where = {s["id"]: (s["article"], s["content"]) for s in dossier["statements"]}
    ids = [article["id"] for article in row["articles"]]

    def held(claim: Json) -> int:
        spans = [where[member] for member in claim["members"]]
        return sum(
            any(article == ids[at] and overlap(span, (start, end)) for article, span in spans)
            for at, start, end in row["members"]
        )

    best = max(dossier["claims"], key=held, default=None)
    return best is not None and held(best) > 0 and best["independent"][0] >= 2


Part = tuple[int, bool]
"""A draw, and whether its claims counted as corroborated when they were drawn or were left open."""


def kept(data: Path) -> dict[Part, tuple[Counter[str], Counter[str]]]:
    """For each part, how many claims of each verdict were drawn, and how many of these count as corroborated now."""
    found: dict[Part, tuple[Counter[str], Counter[str]]] = {}
    for entries, rows in judged(data):
        dossier = dossier_of_articles(rows[0]["articles"][0]["id"], entries)
        for row in rows:
            drawn, now = found.setdefault((row["draw"], row["independent"][0] >= 2), (Counter(), Counter()))
            drawn[row["verdict"]] += 1
            now[row["verdict"]] += counts_now(row, dossier)
    return found


def table(found: Mapping[Part, tuple[Counter[str], Counter[str]]]) -> Iterable[str]:
    """The counts as lines of text."""
    for (draw, called), (drawn, now) in sorted(found.items(), key=lambda part: (part[0][0], not part[0][1])):
        for name, counts in (("called" if called else "open", drawn), ("called now", now)):
            total = counts.total()
            told = "  ".join(f"{verdict} {counts[verdict]:3}" for verdict in VERDICTS)
            share = f"{counts['two'] / total:.2f}" if total else "none"
            yield f"draw {draw}  {name:10}  {total:3} claims  {told}  truly corroborated {share}"


def main() -> int:
    """The command; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the folder of the development data")
    print(*table(kept(parser.parse_args().data)), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
