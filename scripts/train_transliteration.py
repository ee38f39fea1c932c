"""Train how Arabic and Latin letters stand for each other: `languages/ar/data/transliteration.json`.

    python scripts/train_transliteration.py ../shared/data/google_transliteration/ar2en-train.txt

Expectation maximisation over all ways to cut each pair of spellings into units (see `tawatur.languages.ar.transducer`),
from flat probabilities; units expected less than `LEAST` times are dropped after each round. Then three logistic
regressions turn a fit into a likeness: across the scripts from the tenth of the pairs that a first training left out;
within a script from those pairs and the spellings that the model gives for their other side. The names to tell a pair
from are those that share most keys with it. Nothing is drawn by chance: the same pairs give the same file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.train_alignment import fit as regression

from tawatur.languages.ar import transducer, transliteration
from tawatur.languages.ar.transducer import ARABIC_LETTERS, LATIN_LETTERS, Units

TARGET = Path(transducer.__file__).parent / "data" / "transliteration.json"
ROUNDS, LEAST, HELD_OUT, RIVALS = 6, 0.5, 10, 8
SIZES = tuple(
    (i, j)
    for i in range(ARABIC_LETTERS + 1)
    for j in range(LATIN_LETTERS + 1)
    # A side may be silent for one letter of the other, no more.
    if (i, j) != (0, 0) and not (i == 0 and j > 1) and not (j == 0 and i > 1)
)
Pair = tuple[str, str]


def read(path: Path) -> list[Pair]:
    """The pairs of a file, one a line with a tab between, in the letters that the model knows."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        arabic, _, latin = line.partition("\t")
        pair = "".join(transliteration.name_words(arabic)), "".join(transliteration.name_words(latin))
        if all(pair) and transliteration.is_arabic(pair[0]) and transliteration.is_latin(pair[1]):
            found.append(pair)
    return found


def learn(pairs: Sequence[Pair]) -> dict[tuple[str, str], float]:
    """Expected counts of units after the last round."""
    units: dict[tuple[str, str], float] | None = None
    for _ in range(ROUNDS):
        counts = defaultdict[tuple[str, str], float](float)
        for arabic, latin in pairs:
            expect(arabic, latin, units, counts)
        counts = defaultdict(float, {unit: count for unit, count in counts.items() if count >= LEAST})
        total = sum(counts.values())
        units = {unit: count / total for unit, count in counts.items()}
    return dict(counts)


def expect(arabic: str, latin: str, units: Units | None, counts: dict[tuple[str, str], float]) -> None:
    """Add the expected number of each unit in one pair, by the forward and backward sums."""
    n, m = len(arabic), len(latin)
    ahead = [[0.0] * (m + 1) for _ in range(n + 1)]
    ahead[0][0] = 1.0
    arcs = []
    for i in range(n + 1):
        for j in range(m + 1):
            if not ahead[i][j]:
                continue
            for di, dj in SIZES:
                if i + di <= n and j + dj <= m:
                    unit = arabic[i : i + di], latin[j : j + dj]
                    p = units.get(unit, 0.0) if units else 0.1 ** (di + dj) * (1.0 if di and dj else 0.1)
                    if p:
                        ahead[i + di][j + dj] += ahead[i][j] * p
                        arcs.append((i, j, i + di, j + dj, unit, p))
    if not ahead[n][m]:
        return
    behind = [[0.0] * (m + 1) for _ in range(n + 1)]
    behind[n][m] = 1 / ahead[n][m]
    for i, j, to_i, to_j, unit, p in reversed(arcs):
        if behind[to_i][to_j]:
            behind[i][j] += behind[to_i][to_j] * p
            counts[unit] += ahead[i][j] * p * behind[to_i][to_j]


def calibrate(units: Units, held_out: Sequence[Pair]) -> dict[str, list[float]]:
    """Weights for each kind of pair, from pairs that the units were not learned from."""
    to_latin, to_arabic = transducer.readings_of(units, "arabic"), transducer.readings_of(units, "latin")
    tables = {
        "across": transducer.sounds(units),
        "arabic": transducer.sounds(transducer.through(units, "arabic")),
        "latin": transducer.sounds(transducer.through(units, "latin")),
    }
    rows: dict[str, list[tuple[tuple[float, ...], bool]]] = {kind: [] for kind in tables}
    marked = [(arabic, latin, marks(arabic)) for arabic, latin in held_out]
    for arabic, latin, mine in marked:
        rivals = sorted((m for m in marked if m[1] != latin), key=lambda m: (-len(mine & m[2]), m[1]))[:RIVALS]
        pairs = {
            "across": (arabic, [latin], [other for _, other, _ in rivals]),
            "arabic": (arabic, transducer.spellings(latin, to_arabic), [other for other, _, _ in rivals]),
            "latin": (latin, transducer.spellings(arabic, to_latin), [other for _, other, _ in rivals]),
        }
        for kind, (name, same, different) in pairs.items():
            for other in {*same, *different} - {name}:
                found = transducer.fit(name, other, tables[kind])
                rows[kind].append(((found, (len(name) + len(other)) / 2), other in same))
    return {kind: [round(weight, 4) for weight in regression(sorted(data))] for kind, data in rows.items()}


def marks(arabic: str) -> frozenset[str]:
    """Pairs of consonant classes, as in the keys."""
    bones = f"^{transliteration.skeleton(arabic)}$"
    return frozenset(bones[i : i + 2] for i in range(len(bones) - 1))


def main() -> None:
    """Learn, calibrate, learn again from all pairs, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    pairs = read(parser.parse_args().pairs)
    first = learn([pair for at, pair in enumerate(pairs) if at % HELD_OUT])
    total = sum(first.values())
    weights = calibrate({unit: count / total for unit, count in first.items()}, pairs[::HELD_OUT])
    print("calibration:", weights)
    units: dict[str, dict[str, float]] = {}
    for (arabic, latin), count in sorted(learn(pairs).items()):
        units.setdefault(arabic, {})[latin] = round(count, 2)
    body = {
        "about": "Units of scripts/train_transliteration.py: how often Arabic letters stood for Latin ones.",
        "source": "Google transliteration data (Rosca and Breuel 2016), Apache-2.0",
        "trained_on": {"pairs": len(pairs), "units": sum(map(len, units.values()))},
        "calibration": weights,
        "units": units,
    }
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text.replace('},"', '},\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
