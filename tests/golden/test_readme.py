"""What README shows of the sample story is what the program says of it."""

from __future__ import annotations

import re
from pathlib import Path

from tawatur.dossier import explain
from tawatur.pipeline import build
from tawatur.samples import NAME, story
from tawatur.writing import explanation, to_terminal

README = Path(__file__).parents[2] / "README.md"
LINES = 24
ECHOED = "hibr-88213.07"  # "the ferry carried about 140 passengers"
BLOCK = re.compile(r"<!-- sample: (\w+) -->\n```\n(.*?)```\n<!-- end -->", re.S)


def shown() -> dict[str, str]:
    """The blocks, as a terminal of 80 columns shows them, without the isolates that are invisible there."""
    dossier = build([str(story())], story=NAME)
    opening = to_terminal(dossier, width=80, color=False).split("\n\n")[0]
    claim = next(claim.id for claim in dossier.claims if ECHOED in claim.members)
    lines = explanation(dossier, explain(dossier, claim), width=80, color=False).splitlines()
    told = [f"$ tawatur explain demo.json {claim}", *lines[:LINES], *(["  …"] if len(lines) > LINES else [])]
    found = {"opening": opening, "explain": "\n".join(told)}
    return {name: re.sub("[\u2066-\u2069]", "", text) + "\n" for name, text in found.items()}


def test_readme_shows_what_the_program_says(update_golden: bool) -> None:
    text, blocks = README.read_text(encoding="utf-8"), shown()
    if update_golden:
        fresh = BLOCK.sub(lambda m: m.group(0).replace(f"```\n{m[2]}```", f"```\n{blocks[m[1]]}```"), text)
        README.write_text(fresh, encoding="utf-8")
        text = fresh
    assert dict(BLOCK.findall(text)) == blocks
