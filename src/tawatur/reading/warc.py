"""WARC files (ISO 28500; Common Crawl's CC-NEWS among them): their pages one after another, never all in memory."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from tawatur.model import Reason, Reject
from tawatur.reading.extras import load
from tawatur.reading.inputs import GZIP, Archive, Found
from tawatur.reading.members import Members, Plain

LARGEST = 10 << 20  # bytes of a page, unpacked; a larger one is told and passed over
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(archive: Archive) -> Iterator[Found | Reject]:
    """The pages of a file; what is broken is told, with how many records came before it, and the rest is read."""
    fastwarc = load("fastwarc.warc", "warc")
    if hasattr(archive.source, "open"):
        with archive.source.open("rb") as stream:
            yield from _pages(stream, archive, fastwarc)
    else:
        yield from _pages(archive.source, archive, fastwarc)


def _pages(stream: BinaryIO, archive: Archive, fastwarc: Any) -> Iterator[Found | Reject]:
    """The pages of a stream; in a gzip file a broken member costs no more than the records in it."""
    peeked = stream if hasattr(stream, "peek") else io.BufferedReader(stream)  # type: ignore[type-var]
    packed = Members(peeked) if peeked.peek(2).startswith(GZIP) else None
    counted = _Counted()
    while True:
        before = counted.records
        yield from _records(packed or Plain(peeked), archive, fastwarc, counted)
        if packed is None or not packed.broken:
            break
        if counted.records > before or not before:
            yield Reject(archive.where, _broken(archive, counted, packed.broken))
        if not packed.resume():
            break
    if not counted.records and not (packed and packed.broken):
        yield Reject(archive.where, Reason("reading.warc.empty", (archive.where,)))
    if counted.others:
        yield Reject(archive.where, Reason("reading.warc.others", (archive.where, str(counted.others))))


@dataclass(slots=True)
class _Counted:
    """Records so far, and those that hold no page."""

    records: int = 0
    others: int = 0


def _records(stream: Any, archive: Archive, fastwarc: Any, counted: _Counted) -> Iterator[Found | Reject]:
    kinds = fastwarc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    records = None
    while True:
        try:
            records = records or iter(fastwarc.ArchiveIterator(stream, record_types=wanted, quirks_mode=True))
            record = next(records)
        except StopIteration:
            return
        except (KeyboardInterrupt, SystemExit):
            raise
        # The reader tells broken archives by errors of many kinds, a panic of its own language among them, which Python
        # sees as a BaseException.
        except BaseException as error:
            yield Reject(archive.where, _broken(archive, counted, _said(error)))
            return
        counted.records += 1
        place = f"#{counted.records}"
        where = archive.where + place
        http = record.http_headers
        kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
        if (http is not None and http.status_code != 200) or not kind.startswith(_PAGES):
            counted.others += 1
            continue
        try:
            data = _body(record, http)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            yield Reject(where, Reason("reading.warc.record", (where, _said(error))))
            continue
        if len(data) > LARGEST:
            yield Reject(where, Reason("reading.web.large", (where, str(LARGEST))))
            continue
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
        yield Found(where, "", archive.inside + place, data, url=url, fetched=_when(record.headers.get("WARC-Date")))


def _body(record: Any, http: Any) -> bytes:
    """The body of a record as a browser has it. Raises EOFError where the record is cut off."""
    raw = record.reader.read(LARGEST + 1)
    if len(raw) < min(record.content_length, LARGEST + 1):
        raise EOFError("cut off")
    if http is None or len(raw) > LARGEST:
        return bytes(raw)
    streams = load("fastwarc.stream_io", "warc")
    if "chunked" in (http.get("Transfer-Encoding") or "").lower():
        raw = streams.ChunkedReader(io.BytesIO(raw)).read(LARGEST + 1)
    coding = (http.get("Content-Encoding") or "").strip().lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(47 if raw[:1] in (b"\x1f", b"\x78") else -15).decompress(raw, LARGEST + 1)
    return bytes(streams.BrotliReader(io.BytesIO(raw)).read(LARGEST + 1)) if coding == "br" else bytes(raw)


def _broken(archive: Archive, counted: _Counted, said: str) -> Reason:
    return Reason("reading.warc.broken", (archive.where, str(counted.records), said))


def _when(date: str | None) -> str | None:
    """A WARC-Date without fractions of a second."""
    return date[:19] + "Z" if date and len(date) >= 19 and date[10] == "T" else None


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
