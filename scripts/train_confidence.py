"""Train the model that tells how sure a speaker is, and print how well its probabilities hold.

    python scripts/train_confidence.py ../shared --models x          writes languages/ar/models/confidence.crfsuite
    python scripts/train_confidence.py ../shared --models x --check  only prints the calibration, by parts held out

The program reads the annotated stories and articles, each with models that never saw it; each of its statements that
matches an annotated one is an example, "right" when both give the same speaker or both the outlet's own voice. So is
each statement of a judged article (`scripts/judged_examples.py`) on which a verdict holds. Calibration is that of Guo
et al. 2017: the mean gap between probability and share of right ones over ten bins.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.gold_input import article_of
from evaluation.matching import Json, match_statements, same_name
from scripts.judged_examples import AS_READ, Example, judged_examples
from scripts.reading_parts import parts
from scripts.train_statements import train

from tawatur.model import Account
from tawatur.statements import read_accounts
from tawatur.statements.confidence import confidence_features

MODEL = Path(__file__).parent.parent / "src/tawatur/languages/ar/models/confidence.crfsuite"
SETTINGS = {"c1": 0.0, "c2": 120.0, "max_iterations": 120, "feature.minfreq": 3}
PARTS = 5


def examples(data: Path, kept: Path) -> Iterator[list[Example]]:
    """The examples of each annotated article, read by models of the other articles (stacking, Wolpert 1992).

    These models are trained into `kept`, where they are not there yet; what settles voices too.
    """
    for folder, its in parts(data, kept):
        if not (folder / "voicing.npz").exists():
            raise SystemExit(f"{folder} has no voicing.npz: run scripts/train_voicing.py with the same --models first")
        accounts = read_accounts([article_of(one.entry) for one in its], AS_READ)
        yield from (_examples(account, one.statements, one.names) for account, one in zip(accounts, its, strict=True))


def _examples(account: Account, statements: list[Json], names: dict[str, set[str]]) -> list[Example]:
    article, text = account.article, account.article.text
    ours: dict[str, set[str]] = {speaker.key: set(speaker.names) for speaker in account.speakers}
    read: list[Json] = []
    for s, features in zip(
        account.statements, confidence_features(article, account.statements, account.speakers), strict=True
    ):
        if s.source is not None:
            ours.setdefault(s.chain[-1], set()).add(text[slice(*s.source)])
        read.append({"content": list(s.content), "chain": s.chain, "features": features})
    found: list[Example] = []
    for p, g in match_statements(read, statements):
        a, b = p["chain"], g["chain"]
        right = (len(a) > 1) == (len(b) > 1)
        if right and len(a) > 1:
            right = a[-1] == b[-1] or same_name(ours.get(a[-1], set()), names.get(b[-1], set()))
        found.append(([p["features"]], ["right" if right else "wrong"]))
    return found


def held_out(articles: Sequence[list[Example]]) -> list[list[tuple[float, bool]]]:
    """For every example its probability, by a model of the other parts, and whether it was right."""
    found: list[list[tuple[float, bool]]] = [[] for _ in articles]
    with tempfile.TemporaryDirectory() as folder:
        for part in range(PARTS):
            path = Path(folder) / f"{part}.crfsuite"
            train((e for n, some in enumerate(articles) if n % PARTS != part for e in some), SETTINGS, path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            for n in range(part, len(articles), PARTS):
                for features, (label,) in articles[n]:
                    tagger.set(features)
                    found[n].append((tagger.marginal("right", 0), label == "right"))
    return found


def calibration(told: Sequence[tuple[float, bool]]) -> None:
    """Print the share of right ones for each tenth of probability, and the mean gap."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in told:
        bins[min(int(sure * 10), 9)].append((sure, right))
    total = sum(map(len, bins.values()))
    gap = 0.0
    for tenth, some in sorted(bins.items()):
        mean, share = sum(p for p, _ in some) / len(some), sum(r for _, r in some) / len(some)
        gap += len(some) / total * abs(mean - share)
        bounds = f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}"
        print(f"  {bounds}: {len(some):5} statements, probability {mean:.3f}, right {share:.3f}")
    rights = sum(r for some in bins.values() for _, r in some)
    print(f"expected calibration error {gap:.3f} over {total} statements, {rights / total:.3f} of them right")


def thresholds(told: Sequence[tuple[float, bool]]) -> None:
    """Print what `Settings.unsure` buys: how many are called unsure, and how many of all are wrong and called sure."""
    for threshold in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9):
        sure = [right for p, right in told if p >= threshold]
        wrong = sum(not right for right in sure)
        print(
            f"  unsure below {threshold}: {1 - len(sure) / len(told):.3f} unsure,",
            f"{wrong / len(told):.3f} wrong and sure, {1 - wrong / max(len(sure), 1):.3f} of the sure right",
        )


def main() -> None:
    """Read the command line and train or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the development data: holds gold/ and data/")
    parser.add_argument("--check", action="store_true", help="print the calibration, write nothing")
    parser.add_argument("--models", type=Path, required=True, help="folder in which the models of the parts stay")
    options = parser.parse_args()
    if not MODEL.exists():  # reading needs a model; the first one knows nothing
        train([([["b"]], ["right"]), ([["b"]], ["wrong"])] * 3, SETTINGS, MODEL)
    read = list(examples(options.data, options.models))
    judged = list(judged_examples(options.data))
    told = held_out([*read, *judged])
    print("annotated articles")
    calibration([one for some in told[: len(read)] for one in some])
    attributed = [
        one
        for some, its in zip(judged, told[len(read) :], strict=True)
        for (features, _), one in zip(some, its, strict=True)
        if "how=none" not in features[0]
    ]
    print("judged articles, what is attributed to somebody")
    calibration(attributed)
    thresholds(attributed)
    if not options.check:
        train((e for some in (*read, *judged) for e in some), SETTINGS, MODEL)
        print(f"wrote {MODEL.name}: {MODEL.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
