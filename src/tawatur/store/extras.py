"""Optional parts of the archive: loaded when they are asked for, else an error with the command that installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tawatur.errors import MissingExtraError
from tawatur.model import Reason

_PURPOSES = {
    "postgresql": "an archive on PostgreSQL",
    "parquet": "writing Parquet files",
    "large-archive": "a search index for large archives",
    "serve": "accounts of people",
}


def load(module: str, extra: str) -> Any:
    """The module of an optional part. Raises MissingExtraError where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(extra, _PURPOSES[extra], told=Reason(f"store.extra.{extra}")) from None
