"""Answers that are made once: a rendered page or its twin with an ETag, compressed, kept while memory lasts."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from tawatur.serving.keeping import Kept

_LEAST = 1400  # bytes that fit one packet are not worth compressing
_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A body ready to be sent, kept in one form only: compressed where that is worth it."""

    kept: bytes
    packed: bool
    media_type: str
    etag: str

    @property
    def body(self) -> bytes:
        """The body as it is."""
        return gzip.decompress(self.kept) if self.packed else self.kept


def made(text: str, media_type: str) -> Made:
    """A text ready to be sent."""
    body = text.encode()
    packed = len(body) > _LEAST
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    return Made(gzip.compress(body, _LEVEL, mtime=0) if packed else body, packed, media_type, etag)


Answers = Kept[tuple[str, ...], Made]


def answers(most: int = 128 << 20) -> Answers:
    """Room for answers of so many bytes together."""
    return Kept(most, lambda made: len(made.kept))


def respond(request: Request, found: Made, status: int = 200, *, private: bool = True) -> Response:
    """The answer to a request: 304 where the reader has it already."""
    headers = {
        "etag": found.etag,
        "cache-control": "private, no-cache" if private else "public, max-age=31536000, immutable",
        "vary": "Accept-Encoding, Accept-Language, Cookie",
    }
    if status == 200 and found.etag in _etags(request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if found.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        return Response(found.kept, status, headers, found.media_type)
    return Response(found.body, status, headers, found.media_type)


def _etags(header: str) -> set[str]:
    found = {part.strip() for part in header.split(",")}
    return found | {part if part.startswith("W/") else f"W/{part}" for part in found}
