"""Dates, times and numbers against Microsoft Recognizers Text, Arabic: which values of news usage are read right?

    python -m evaluation.recognizers            every file of ../shared/data/recognizers_text_ar
    python -m evaluation.recognizers --misses   and the ids of the values that are not found
    python -m evaluation.recognizers --left-out and the ids left out, by reason

The rows are sentences with values and a day of reference (MIT licence; translated, some of them stilted); values count,
offsets do not. What Arabic news does not write is left out of the count and listed with reasons in
`evaluation/recognizers_left_out.yaml`; `recognizers_values` says how values are compared. The share of all values,
those left out included, is printed too. Exit 1 below the floor `LEAST`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

from evaluation.corpus import DATA
from evaluation.recognizers_data import Expected, Group, read_groups, read_values
from evaluation.recognizers_values import right

FOLDER = DATA / "data" / "recognizers_text_ar" / "Arabic"
LEAST = 0.97
"""Floor of the share of counted values that are found; it may only be raised."""


def split(values: Sequence[Expected], groups: Sequence[Group]) -> tuple[list[Expected], dict[str, list[Expected]]]:
    """The values that count, and those left out by the first reason that holds."""
    counted, out = list[Expected](), {group.reason: list[Expected]() for group in groups}
    for value in values:
        reason = next((group.reason for group in groups if group.holds(value)), None)
        (counted if reason is None else out[reason]).append(value)
    return counted, out


def table(counted: Sequence[Expected], found: frozenset[str], left: Counter[str], keys: Sequence[str]) -> list[str]:
    """A line for each file or type: values found, counted, share, left out."""
    rows = Counter(keys)
    hits = Counter(key for key, value in zip(keys, counted, strict=True) if value.id in found)
    names = sorted(rows.keys() | left.keys())
    return [
        f"  {name:24}{hits[name]:5} of {rows[name]:5}"
        + (f"  {hits[name] / rows[name]:.3f}" if rows[name] else "       ")
        + (f"  left out {left[name]}" if left[name] else "")
        for name in names
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when the share is below the floor, 0 with a word where the data is absent."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.recognizers", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=FOLDER, help="folder of the data's JSON files")
    parser.add_argument("--misses", action="store_true", help="list the values that are not found")
    parser.add_argument("--left-out", action="store_true", help="list the ids that are left out")
    given = parser.parse_args(arguments)
    values = read_values(given.data) if given.data.is_dir() else []
    if not values:
        print(f"skipped: no Recognizers data at {given.data}", file=sys.stderr)
        return 0
    counted, out = split(values, read_groups())
    found = frozenset(value.id for value in values if right(value))
    left = [value for group in out.values() for value in group]
    for title in ("file", "type"):
        key = attrgetter(title)
        print(f"By {title}:")
        print("\n".join(table(counted, found, Counter(map(key, left)), list(map(key, counted)))))
    print("Left out, by reason:")
    for reason, group in out.items():
        print(f"{len(group):5}  {reason.strip()}")
        if given.left_out:
            print(f"       {' '.join(value.id for value in group)}")
    hits = sum(value.id in found for value in counted)
    share, of_all = hits / len(counted), sum(value.id in found for value in values) / len(values)
    print(f"News usage: {hits} of {len(counted)} values, {share:.3f}; of all {len(values)} values {of_all:.3f}")
    if given.misses:
        print("Not found:", *(value.id for value in counted if value.id not in found))
    if share < LEAST:
        print(f"Below the floor: {LEAST}")
    return int(share < LEAST)


if __name__ == "__main__":
    raise SystemExit(main())
