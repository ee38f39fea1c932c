"""Optional parts: loaded when an input asks for them, else an error that names the command which installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tawatur.errors import MissingExtraError
from tawatur.model import Reason

_PURPOSES = {
    "feeds": "reading from the web",
    "warc": "reading WARC files",
    "parquet": "reading Parquet files",
    "serve": "a server",
    "cluster": "running large jobs",
}


def load(module: str, extra: str) -> Any:
    """The module of an optional part. Raises MissingExtraError where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(extra, _PURPOSES[extra], told=Reason(f"reading.extra.{extra}")) from None
