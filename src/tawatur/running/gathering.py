"""Inputs to pieces, in input order: what can be read apart is told apart here, and nothing is read for its text yet.

Archives stay where they are and are read by the worker that gets them; a file of JSON lines is cut; pages and other
files are carried as they are. Lists of addresses are followed here, since only one may ask a site at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import MissingExtraError
from tawatur.model import Reason, Reject
from tawatur.reading.asking import Asking, Web
from tawatur.reading.decoding import decode
from tawatur.reading.extras import load
from tawatur.reading.inputs import Address, Archive, Found, walk
from tawatur.reading.sniffing import sniff
from tawatur.running.parts import Folder, Outcome, write_table
from tawatur.running.stages import PIECES, Piece, pieces_table

LINES = 512  # of a file, in one piece
TOGETHER = 64  # pieces in one part, at most
BYTES = 8 << 20  # of pieces in one part, about
_NEEDS = {"warc": ("fastwarc.warc", "warc"), "parquet": ("pyarrow.parquet", "parquet")}
_MAYBE_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def gather(inputs: Sequence[str], folder: Folder, *, stdin: Path | None, web: Web) -> int:
    """Write the pieces of all inputs as parts, and how many parts there are; they are marked as one.

    `stdin` is a file with what standard input held.
    """
    files: list[str] = []
    with _opened(stdin) as stream:
        for part in _parts(_pieces(inputs, stream, stdin, web)):
            path = folder.part("pieces", len(files))
            write_table(path, pieces_table(part))
            files.append(folder.place(path))
    if not files:
        path = folder.part("pieces", 0)
        write_table(path, PIECES.empty_table())
        files.append(folder.place(path))
    folder.mark(Outcome("pieces", 0, tuple(files)))
    return len(files)


def _parts(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Pieces put together to parts; lines and archives are parts of their own."""
    part: list[Piece] = []
    size = 0
    for piece in pieces:
        own = piece.kind in ("lines", "warc", "parquet")
        if part and (own or len(part) >= TOGETHER or size + len(piece.data) > BYTES):
            yield part
            part, size = [], 0
        if own:
            yield [piece]
        else:
            part.append(piece)
            size += len(piece.data)
    if part:
        yield part


def _pieces(inputs: Sequence[str], stream: BinaryIO | None, stdin: Path | None, web: Web) -> Iterator[Piece]:
    asking = Asking(inputs, web)
    try:
        for item in walk(inputs, stream):
            match item:
                case Archive():
                    yield _archive(item, stdin)
                case Address():
                    yield from map(_page, asking.address(item.where))
                case Found():
                    yield from _found(item, asking)
                case Reject():
                    yield _page(item)
    finally:
        asking.close()


def _found(item: Found, asking: Asking) -> Iterator[Piece]:
    """The pieces of one file: its lines, the pages of a list that the user named, else the file."""
    if not (item.named or item.name.lower().endswith(_MAYBE_LINES)):
        yield _page(item)
        return
    text = decode(item.data, item.where)
    kind = None if isinstance(text, Reason) else sniff(text, item.name)
    if isinstance(text, str) and kind == "jsonl":
        lines = text.split("\n")
        stem = Path(item.name).stem
        for at in range(0, len(lines), LINES):
            data = "\n".join(lines[at : at + LINES]).encode("utf-8", "surrogatepass")
            yield Piece("lines", item.where, stem, item.inside, data, first=at + 1)
    elif isinstance(text, str) and kind in ("feed", "opml", "sitemap") and item.named:
        yield from map(_page, asking.listing(text, kind, item.where))
    else:
        yield _page(item)


def _page(item: Found | Reject) -> Piece:
    if isinstance(item, Reject):
        return Piece("lost", item.where, lost=item.reason)
    return Piece(
        "page",
        item.where,
        item.name,
        item.inside,
        item.data,
        url=item.url,
        fetched=item.fetched,
        published=item.published,
        site=item.site,
    )


def _archive(item: Archive, stdin: Path | None) -> Piece:
    """An archive by its absolute path. Raises MissingExtraError where the user named it and it cannot be read here."""
    try:
        load(*_NEEDS[item.kind])
    except MissingExtraError as error:
        if item.named:
            raise
        return Piece("lost", item.where, lost=Reason("reading.extra", (item.where, error.remedy)))
    path = item.source if isinstance(item.source, Path) else stdin
    data = str(path.resolve() if path else "").encode("utf-8", "surrogatepass")
    return Piece(item.kind, item.where, item.stem, item.inside, data, item.named)


@contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO | None]:
    """A file opened for reading, or None for none."""
    if path is None:
        yield None
    else:
        with path.open("rb") as stream:
            yield stream
