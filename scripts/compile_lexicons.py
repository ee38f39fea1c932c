"""Compile every lexicon: `languages/*/lexicon/*.yaml` to `languages/*/data/*.json`. `--check` only compares.

A YAML file must hold `about` (what it is), `source` (where the forms come from, with licence) and `entries`, each with
`form` or `forms`; `note` is for the reviewer and is left out of the compiled file.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = Path(__file__).parent.parent / "src" / "tawatur" / "languages"


def compiled(path: Path) -> str:
    """The JSON text that stands for one YAML file."""
    raw = path.read_bytes()
    data: dict[str, Any] = yaml.safe_load(raw)
    for field in ("about", "source", "entries"):
        if not data.get(field):
            raise SystemExit(f"{path}: no '{field}'")
    seen: set[str] = set()
    for entry in data["entries"]:
        forms = entry.get("forms") or [entry.get("form")]
        if not all(isinstance(form, str) and form for form in forms):
            raise SystemExit(f"{path}: an entry without a form: {entry}")
        key = json.dumps(entry, ensure_ascii=False, sort_keys=True)
        if key in seen:
            raise SystemExit(f"{path}: entered twice: {entry}")
        seen.add(key)
    kept = [{k: v for k, v in entry.items() if k != "note"} for entry in data["entries"]]
    body = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in kept)
    return f'{{"sha256":"{hashlib.sha256(raw).hexdigest()}","entries":[\n{body}\n]}}\n'


def main() -> int:
    """Write, or with `--check` compare, every compiled lexicon; the exit status is 1 when one is stale."""
    check, stale = "--check" in sys.argv, 0
    for path in sorted(LANGUAGES.glob("*/lexicon/*.yaml")):
        target = path.parent.parent / "data" / f"{path.stem}.json"
        text = compiled(path)
        if target.exists() and target.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        print(("stale: " if check else "written: ") + target.name)
        if not check:
            target.write_text(text, encoding="utf-8")
    return int(check and stale > 0)


if __name__ == "__main__":
    raise SystemExit(main())
