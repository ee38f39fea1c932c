"""Who counts: the plain counts, the peers, and this program.

What a counter needs decides what it is given; each gets the reports of the claim, and no other article:

- corroborate-mcp (npm, MIT) reads the claim and the headlines, drops those that share too few words with it, and counts
  groups of like headlines. @sourcedhq/core (npm, MIT) counts the outlets, by owner where its own list knows one, of
  reports whose headlines are alike, or that the caller tells to be one event. coverage-check (bullshit-detector, MIT)
  counts groups of like headlines. Each is asked twice: with the headlines, and with the passage that makes the claim in
  place of the headline, which spares it the finding of the claim.
- The first two read no letter but Latin ones, so they answer nothing to Arabic. They are asked as they come, and once
  more in the Latin letters and digits of the Arabic chat alphabet, one for one.
- RootMemory (PyPI, MIT) and ISNAD (PyPI, Apache-2.0) trust the caller to tell who has what from whom: they get the
  annotated chains, each source under the name that the article has for it, as this program does where statements are
  given.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.independence_questions import Question, Report
from tawatur.languages.ar.script import fold
from tawatur.languages.media import family, folded_name

Answers = Sequence[int | None]
"""A number for each question, in their order; None where the counter gives none."""

HERE = Path(__file__).parent
_LATIN = str.maketrans(
    dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءؤئ", "abtvj75dxrzsc9p6o3gfqklmnhwyye2wy", strict=True))
    | dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True))
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the peers lie: a folder with node_modules, an interpreter of Python, and the file coverage.py."""

    node: Path | None = None
    python: Path | None = None
    coverage: Path | None = None


def latin(text: str) -> str:
    """Arabic in the letters and digits of the chat alphabet, one sign for each; forms of alif are one, marks go."""
    return fold(text).translate(_LATIN)


def plain_counts() -> dict[str, Callable[[Question], int]]:
    """Counts that need no program."""
    return {
        "one, always": lambda _: 1,
        "articles": lambda question: len(question.reports),
        "outlets": lambda question: len({report.outlet for report in question.reports}),
        "publishers": lambda question: len({family(report.outlet) for report in question.reports}),
        "speakers, by name": lambda question: len({folded_name(name) for name in _speakers(question.reports)}),
    }


def _speakers(reports: Iterable[Report]) -> Iterable[str]:
    return (chain[-1] for report in reports for chain in report.chains if len(chain) > 1)


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer and one way of asking it; `needs` is the field of `Places` that it must have."""

    name: str
    key: str
    needs: str
    title: Callable[[Report], str]
    spelled: bool = False
    together: bool = False


def _headline(report: Report) -> str:
    return report.headline


def _passage(report: Report) -> str:
    return report.passages[0]


PEERS = (
    Peer("corroborate-mcp, headlines", "corroborate-mcp", "node", _headline),
    Peer("corroborate-mcp, headlines in Latin letters", "corroborate-mcp", "node", _headline, spelled=True),
    Peer("corroborate-mcp, passages in Latin letters", "corroborate-mcp", "node", _passage, spelled=True),
    Peer("@sourcedhq/core, headlines", "@sourcedhq/core", "node", _headline),
    Peer("@sourcedhq/core, headlines in Latin letters", "@sourcedhq/core", "node", _headline, spelled=True),
    Peer("@sourcedhq/core, passages in Latin letters", "@sourcedhq/core", "node", _passage, spelled=True),
    Peer(
        "@sourcedhq/core, told that it is one event", "@sourcedhq/core", "node", _passage, spelled=True, together=True
    ),
    Peer("coverage-check, headlines", "coverage-check", "coverage", _headline),
    Peer("coverage-check, passages", "coverage-check", "coverage", _passage),
    Peer("RootMemory, given chains by name", "rootmemory", "python", _passage),
    Peer("ISNAD, given chains by name", "isnad", "python", _passage),
)


def asked(peer: Peer, every: Sequence[Question]) -> list[dict[str, Any]]:
    """The questions as a peer is given them."""
    spell = latin if peer.spelled else str
    return [
        {
            "claim": spell(question.words),
            "together": peer.together,
            "reports": [
                {
                    "article": report.article,
                    "outlet": report.outlet,
                    "domain": report.domain,
                    "url": report.url,
                    "published": report.published,
                    "title": spell(peer.title(report)),
                    "chains": report.chains,
                }
                for report in question.reports
            ],
        }
        for question in every
    ]


def answers(peer: Peer, every: Sequence[Question], places: Places) -> Answers | None:
    """What a peer counts; None where it is not at hand. Raises SystemExit with its words where it fails."""
    found: Path | None = getattr(places, peer.needs)
    if found is None:
        return None
    if peer.needs == "node":
        command = ["node", str(HERE / "independence_node.mjs"), str(found), peer.key]
    else:
        python = places.python or Path(sys.executable)
        command = [str(python), str(HERE / "independence_python.py"), peer.key, str(found)]
    told = json.dumps(asked(peer, every), ensure_ascii=False)
    done = subprocess.run(command, input=told, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{peer.name} failed:\n{done.stderr}")
    counted: list[int | None] = json.loads(done.stdout)
    return counted
