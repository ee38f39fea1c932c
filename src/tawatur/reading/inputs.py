"""From what the user named to bytes: files, folders (recursive, sorted, hidden ones skipped), standard input, gzip.

Addresses of the web and archives (WARC, Parquet) are handed on as they are: the ones are asked, the others are read
piece by piece.
"""

from __future__ import annotations

import io
import os
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, Literal

from tawatur.model import Reason, Reject

LISTS = frozenset({".rss", ".atom", ".opml"})
READ = (
    frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".warc", ".parquet"}) | LISTS
)
# Kinds that may well hold an article: in a folder they are listed as rejects, anything else is passed over.
UNREAD = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".mht", ".mhtml", ".webarchive", ".eml"})
HEAD, SLICE = 1 << 12, 1 << 12
GZIP = b"\x1f\x8b"
UNPACKED_LIMIT = 1 << 29  # bytes; a saved page or a day of articles is far smaller, a compression bomb is not


_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


@dataclass(frozen=True, slots=True)
class Found:
    """The bytes of one input, the place as the user gave it, and the file name without ".gz".

    `inside` is the place within what the user named: equal folders give equal places wherever they lie. `named` says
    that the user named this very input; `url` and `fetched` are set for what came from the web; `published` and `site`
    are what a feed says of it.
    """

    where: str
    name: str
    inside: str
    data: bytes
    named: bool = False
    url: str | None = None
    fetched: str | None = None
    published: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """A file of many articles, or standard input that holds one, to be read piece by piece."""

    where: str
    stem: str
    inside: str
    source: Path | BinaryIO
    kind: Literal["warc", "parquet"]
    named: bool = True


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web that the user named."""

    where: str


def walk(inputs: Sequence[str], stdin: BinaryIO | None) -> Iterator[Found | Archive | Address | Reject]:
    """Every input in order, as bytes or as the reason why not; never raises for what the system refuses."""
    for given in inputs:
        if given == "-":
            yield from _standard(stdin) if stdin else [Reject("-", Reason("reading.no_stdin"))]
            continue
        if scheme := _SCHEME.match(given):
            known = scheme[1].lower() in ("http", "https")
            yield Address(given) if known else Reject(given, Reason("reading.web.scheme", (given, scheme[1])))
            continue
        try:
            path = Path(given)
            if path.is_dir():
                yield from _folder(path, given)
            elif path.is_file():
                yield from _file(path, given, path.name, named=True)
            elif path.exists():
                yield Reject(given, Reason("reading.not_file", (given,)))
            else:
                yield Reject(given, Reason("reading.absent", (given,)))
        except (OSError, ValueError) as error:
            yield Reject(given, Reason("reading.unreadable", (given, _said(error))))


def inside_of(folder: Path, refused: list[OSError]) -> Iterator[tuple[Path, PurePath, str]]:
    """The files of a folder that may hold articles: path, place in the folder, ending; what is refused is noted."""
    paths = sorted(Path(place, name) for place, _, names in os.walk(folder, onerror=refused.append) for name in names)
    for path in paths:
        inside = path.relative_to(folder)
        kind = PurePath(_unpacked_name(path.name)).suffix.lower()
        if kind in READ | UNREAD and not any(part.startswith(".") for part in inside.parts):
            yield path, inside, kind


def _folder(folder: Path, given: str) -> Iterator[Found | Archive | Reject]:
    refused: list[OSError] = []
    any_read = False
    for path, inside, kind in inside_of(folder, refused):
        any_read = True
        where = str(PurePath(given) / inside)
        if kind in UNREAD:
            yield Reject(where, Reason("reading.kind", (where, kind)))
        elif not path.is_file():
            yield Reject(where, Reason("reading.not_file", (where,)))
        else:
            try:
                yield from _file(path, where, inside.as_posix(), named=False)
            except OSError as error:
                yield Reject(where, Reason("reading.unreadable", (where, _said(error))))
    for refusal in refused:
        yield Reject(str(refusal.filename), Reason("reading.unreadable", (str(refusal.filename), _said(refusal))))
    if not any_read and not refused:
        yield Reject(given, Reason("reading.empty_folder", (given,)))


def _file(path: Path, where: str, inside: str, *, named: bool) -> Iterator[Found | Archive | Reject]:
    with path.open("rb") as file:
        kind = archive_kind(file.read(HEAD))
    if kind:
        stem = PurePath(_unpacked_name(path.name)).stem
        yield Archive(where, stem, inside, path, kind, named)
    else:
        yield from take(where, path.name, inside, path.read_bytes(), named=named)


def _standard(stdin: BinaryIO) -> Iterator[Found | Archive | Reject]:
    peek = getattr(stdin, "peek", None)
    kind = archive_kind(peek(HEAD)) if peek else None
    if kind == "warc":
        yield Archive("-", "", "-", stdin, kind)
        return
    data = stdin.read()
    kind = archive_kind(data[:HEAD])
    yield from [Archive("-", "", "-", io.BytesIO(data), kind)] if kind else take("-", "", "-", data, named=True)


def archive_kind(head: bytes) -> Literal["warc", "parquet"] | None:
    """Whether the first bytes of a file are those of a WARC file, compressed or not, or of a Parquet file."""
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 16)
        except zlib.error:
            return None
    # Zstandard frames are told apart by no more than their magic number; nothing else that is read has it. A WARC file
    # may begin with a skippable frame that holds the dictionary (IIPC, "WARC files with Zstandard").
    return "warc" if head.startswith((b"WARC/", b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")) else None


def take(where: str, name: str, inside: str, data: bytes, *, named: bool = False) -> Iterator[Found | Reject]:
    """The input as it is, or unpacked; what stands before the break of a broken gzip file is kept, the loss is told."""
    if data.startswith(GZIP):
        name = name.removesuffix(".gz")
        data, wrong = _gunzipped(data)
        if wrong:
            lost = Reason("reading.gzip_cut" if data.strip() else "reading.gzip", (where, wrong))
            yield Reject(where, lost)
            if not data.strip():
                return
    yield Found(where, name, inside, data, named) if data.strip() else Reject(where, empty(where))


def _gunzipped(data: bytes) -> tuple[bytes, str]:
    """What the members of a gzip file hold, one after another (RFC 1952, 2.2), and what was wrong, if anything."""
    pieces, size = [], 0
    while data.startswith(GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        # In slices, so that what was unpacked before an error is not lost with it.
        for start in range(0, len(data), SLICE):
            try:
                pieces.append(unpacker.decompress(data[start : start + SLICE], UNPACKED_LIMIT - size))
            except zlib.error as error:
                return b"".join(pieces), str(error)
            size += len(pieces[-1])
            if size >= UNPACKED_LIMIT or unpacker.unconsumed_tail:
                return b"".join(pieces), "too large"
            if unpacker.eof:
                data = unpacker.unused_data + data[start + SLICE :]
                break
        else:
            return b"".join([*pieces, unpacker.flush()]), "truncated"
    return b"".join(pieces), ""


def _unpacked_name(name: str) -> str:
    return name.removesuffix(".gz").removesuffix(".zst")


def empty(where: str) -> Reason:
    """Why an input without a text is a reject."""
    return Reason("reading.empty_stdin") if where == "-" else Reason("reading.empty", (where,))


def _said(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
