"""What made a dossier: enough to make the same bytes again, and nothing that differs between two runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from tawatur.model import Article, Manifest
from tawatur.settings import Settings


def manifest(articles: Sequence[Article], settings: Settings) -> Manifest:
    """The manifest of a run over these articles: no clock, no machine, no path beyond what the user typed."""
    return Manifest(
        version=_version(),
        settings=tuple((field.name, _plain(getattr(settings, field.name))) for field in fields(settings)),
        data=_data(),
        inputs=tuple((article.id, text_hash(article.text)) for article in articles),
    )


def text_hash(text: str) -> str:
    """SHA-256 of a stored text in UTF-8, in hexadecimal; a lone surrogate counts as its three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> str:
    return value if isinstance(value, str) else repr(value)


_NOT_IN_DOSSIERS = {("interface", f"{name}.json") for name in ("pages", "pictures", "reasons_serving")}
"""Texts that only pages show: a dossier is the same whatever they say."""


@cache
def _version() -> str:
    try:
        return version("tawatur")
    except PackageNotFoundError:
        return "unknown"


@cache
def _data() -> tuple[tuple[str, str], ...]:
    """Each data file with a hash: that of its reviewed source for a compiled lexicon, of its bytes for a model."""
    weights = (files("tawatur.claims") / "weights.json").read_bytes()
    found = [("claims/weights.json", hashlib.sha256(weights).hexdigest())]
    for language in files("tawatur.languages").iterdir():
        folders = (language / kind for kind in ("data", "models"))
        for resource in (r for folder in folders if folder.is_dir() for r in folder.iterdir() if r.is_file()):
            if (language.name, resource.name) in _NOT_IN_DOSSIERS:
                continue
            raw = resource.read_bytes()
            head, _, _ = raw.partition(b"\n")
            # The first line of a compiled lexicon is `{"sha256":"…","entries":[`.
            lexicon = head.startswith(b'{"sha256":') and resource.name.endswith(".json")
            digest = json.loads(head + b"]}")["sha256"] if lexicon else hashlib.sha256(raw).hexdigest()
            found.append((f"{language.name}/{resource.name}", str(digest)))
    return tuple(sorted(found))
