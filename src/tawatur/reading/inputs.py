"""From what the user named to bytes: files, folders (recursive, sorted, hidden ones skipped), standard input, gzip."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from tawatur.model import Reason, Reject

READ = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"})
# Kinds that may well hold an article: in a folder they are listed as rejects, anything else is passed over.
UNREAD = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".mht", ".mhtml", ".webarchive", ".eml", ".warc"})
UNPACKED_LIMIT = 1 << 29  # bytes; a saved page or a day of articles is far smaller, a compression bomb is not


@dataclass(frozen=True, slots=True)
class Found:
    """The bytes of one input, the place as the user gave it, and the file name without ".gz".

    `inside` is the place within what the user named: equal folders give equal places wherever they lie.
    """

    where: str
    name: str
    inside: str
    data: bytes


def walk(inputs: Sequence[str], stdin: BinaryIO | None) -> Iterator[Found | Reject]:
    """Every input in order, as bytes or as the reason why not; never raises for what the system refuses."""
    for given in inputs:
        if given == "-":
            yield _take("-", "", "-", stdin.read()) if stdin else Reject("-", Reason("reading.no_stdin"))
            continue
        try:
            path = Path(given)
            if path.is_dir():
                yield from _folder(path, given)
            elif path.is_file():
                yield _take(given, path.name, path.name, path.read_bytes())
            elif path.exists():
                yield Reject(given, Reason("reading.not_file", (given,)))
            else:
                yield Reject(given, Reason("reading.absent", (given,)))
        except (OSError, ValueError) as error:
            yield Reject(given, Reason("reading.unreadable", (given, _said(error))))


def _folder(folder: Path, given: str) -> Iterator[Found | Reject]:
    refused: list[OSError] = []
    paths = sorted(Path(place, name) for place, _, names in os.walk(folder, onerror=refused.append) for name in names)
    any_read = False
    for path in paths:
        inside = path.relative_to(folder)
        kind = PurePath(path.name.removesuffix(".gz")).suffix.lower()
        if any(part.startswith(".") for part in inside.parts) or kind not in READ | UNREAD:
            continue
        any_read = True
        where = str(PurePath(given) / inside)
        if kind in UNREAD:
            yield Reject(where, Reason("reading.kind", (where, kind)))
        elif not path.is_file():
            yield Reject(where, Reason("reading.not_file", (where,)))
        else:
            try:
                yield _take(where, path.name, inside.as_posix(), path.read_bytes())
            except OSError as error:
                yield Reject(where, Reason("reading.unreadable", (where, _said(error))))
    for refusal in refused:
        yield Reject(str(refusal.filename), Reason("reading.unreadable", (str(refusal.filename), _said(refusal))))
    if not any_read and not refused:
        yield Reject(given, Reason("reading.empty_folder", (given,)))


def _take(where: str, name: str, inside: str, data: bytes) -> Found | Reject:
    if data[:2] == b"\x1f\x8b":
        unpacker = zlib.decompressobj(wbits=31)
        try:
            data = unpacker.decompress(data, UNPACKED_LIMIT)
        except zlib.error as error:
            return Reject(where, Reason("reading.gzip", (where, str(error))))
        if not unpacker.eof:
            return Reject(where, Reason("reading.gzip", (where, "truncated or too large")))
        name = name.removesuffix(".gz")
    return Found(where, name, inside, data) if data.strip() else Reject(where, empty(where))


def empty(where: str) -> Reason:
    """Why an input without a text is a reject."""
    return Reason("reading.empty_stdin") if where == "-" else Reason("reading.empty", (where,))


def _said(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
