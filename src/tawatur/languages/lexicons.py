"""Compiled lexicons: reviewed YAML in `<language>/lexicon/`, loaded here as the JSON that `scripts/compile_lexicons.py`
writes to `<language>/data/`.

A lexicon file has `about`, `source` and `entries`; every entry has a `form` or `forms`, may have a `note`, and holds
whatever fields its reader needs. Notes stay in the YAML.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def entries(language: str, name: str) -> tuple[dict[str, Any], ...]:
    """The entries of one lexicon ("ar", "months"), in file order. Callers build their own typed view of them."""
    resource = files("tawatur.languages") / language / "data" / f"{name}.json"
    return tuple(json.loads(resource.read_text(encoding="utf-8"))["entries"])
