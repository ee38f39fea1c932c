"""`python -m benchmarks [--runs N] [--json FILE]`: measure, print a table, exit 1 when a bar is missed."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from pathlib import Path

from benchmarks.measuring import measure
from benchmarks.texts import ten_real_articles, two_short_articles


def main() -> int:
    """Measure every bar and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="whole processes per figure; the median counts")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args()

    machine = facts()
    name, _ = two_short_articles()
    print(", ".join(f"{key} {value}" for key, value in machine.items()))
    real = "a story of ten articles of April 2018" if ten_real_articles() else "absent, so not measured"
    print(f"the two articles: {name}; the ten short ones: the sample story twice; the ten real ones: {real}")
    print(f"medians of {options.runs} processes each\n")
    figures = measure(options.runs)
    print(f"{'':48}{'median':>10}{'least':>10}{'most':>10}{'bar':>10}")
    for figure in figures:
        cells = (f"{value:.3g} {figure.unit}" for value in (figure.median, min(figure.runs), max(figure.runs)))
        line = f"{figure.name:48}" + "".join(f"{cell:>10}" for cell in cells) + f"{f'{figure.bar:g} {figure.unit}':>10}"
        print(line + ("" if figure.met else "  MISSED"))
    if options.json:
        record = {"machine": machine, "articles": name, "figures": [figure.record() for figure in figures]}
        options.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return int(not all(figure.met for figure in figures))


def facts() -> dict[str, str]:
    """The machine that was measured."""
    processor = platform.processor() or platform.machine()
    if (info := Path("/proc/cpuinfo")).exists():
        models = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line]
        processor = models[0] if models else processor
    return {
        "Python": platform.python_version(),
        "on": platform.platform(terse=True),
        "processor": processor,
        "cores": str(os.cpu_count()),
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown",
    }


if __name__ == "__main__":
    sys.exit(main())
