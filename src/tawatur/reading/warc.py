"""WARC files (ISO 28500; Common Crawl's CC-NEWS among them): their pages one after another, never all in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from tawatur.model import Reason, Reject
from tawatur.reading.extras import load
from tawatur.reading.inputs import Archive, Found

LARGEST = 10 << 20  # bytes of a page, unpacked; a larger one is told and passed over
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(archive: Archive) -> Iterator[Found | Reject]:
    """The pages of a file; what is broken is told, with how many pages came before it, and the rest is read."""
    fastwarc = load("fastwarc.warc", "warc")
    if hasattr(archive.source, "open"):
        with archive.source.open("rb") as stream:
            yield from _pages(stream, archive, fastwarc)
    else:
        yield from _pages(archive.source, archive, fastwarc)


def _pages(stream: BinaryIO, archive: Archive, fastwarc: Any) -> Iterator[Found | Reject]:
    kinds = fastwarc.WarcRecordType
    records = iter(
        fastwarc.ArchiveIterator(
            stream, record_types=kinds.response | kinds.resource | kinds.conversion, auto_decode="all", quirks_mode=True
        )
    )
    number = others = 0
    while True:
        try:
            record = next(records)
        except StopIteration:
            break
        except Exception as error:  # the reader tells broken archives by errors of many kinds
            yield Reject(archive.where, Reason("reading.warc.broken", (archive.where, str(number), _said(error))))
            break
        number += 1
        place = f"#{number}"
        where = archive.where + place
        status = record.http_headers.status_code if record.http_headers is not None else 200
        kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
        if status != 200 or not kind.startswith(_PAGES):
            others += 1
            continue
        try:
            data = record.reader.read(LARGEST + 1)
        except Exception as error:
            yield Reject(where, Reason("reading.warc.record", (where, _said(error))))
            continue
        if len(data) > LARGEST:
            yield Reject(where, Reason("reading.web.large", (where, str(LARGEST))))
            continue
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
        yield Found(where, "", archive.inside + place, data, url=url, fetched=_when(record.headers.get("WARC-Date")))
    if others:
        yield Reject(archive.where, Reason("reading.warc.others", (archive.where, str(others))))


def _when(date: str | None) -> str | None:
    """A WARC-Date without fractions of a second."""
    return date[:19] + "Z" if date and len(date) >= 19 and date[10] == "T" else None


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
