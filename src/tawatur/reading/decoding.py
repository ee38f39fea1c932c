"""Bytes to text: byte-order marks, UTF-8, UTF-16, a declared charset, Windows-1256 and its kin by Arabic letters."""

from __future__ import annotations

import re

from tawatur.model import Reason
from tawatur.reading.inputs import empty

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "ELF"),
    (b"\xd0\xcf\x11\xe0", "Office"),
    (b"RIFF", "RIFF"),
    (b"SQLite format 3", "SQLite"),
)
_META = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset\s*=\s*["']?|\?xml[^>]{0,100}?encoding\s*=\s*["'])([\w.:-]{2,40})""", re.I
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
STRAY, STRAY_SHARE = 3, 0.002  # NUL bytes that a text may hold by accident; binary files have one in every few
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The eight commonest letters make up some 60 % of running Arabic; a wrong single-byte reading scatters them.
_COMMON = frozenset("اليمونرت")
_ARABIC = re.compile("[\u0621-\u064a]")
_FOREIGN = re.compile(r"[^\x00-\x7f\u00a0«»…“”‘’–—،؛؟]")
_STEM = re.compile(
    r"(?<![\u0621-\u064a])(?:ال|وال|بال|لل)[\u0621-\u064a]{2}|(?<![\u0621-\u064a])(?:في|من|على|أن)(?![\u0621-\u064a])"
)


def decode(data: bytes, where: str) -> str | Reason:
    """The text of `data` without a byte-order mark, else why it is not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"), where)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return Reason("reading.binary", (where, kind))
    wide = _wide(data)
    if wide:
        return _checked(data.decode(wide, "replace"), where)
    if data[:65536].count(0) > STRAY + STRAY_SHARE * len(data[:65536]):
        return Reason("reading.binary", (where, "binary"))
    try:
        return _checked(data.decode("utf-8"), where)
    except UnicodeDecodeError:
        return _single_byte(data, where)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the high bytes of Arabic and ASCII are 06 and 00, and stand at every other place."""
    sample = data[: 4096 - len(data) % 2]
    if len(sample) < 8 or len(data) % 2 or not (b"\x00" in sample or b"\x06" in sample):
        return None
    half = len(sample) // 2
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if (high.count(0) + high.count(6) + high.count(0x20)) / max(half, 1) > 0.9:
            return encoding
    return None


def _single_byte(data: bytes, where: str) -> str | Reason:
    declared = _META.search(data[:4096])
    names = [declared.group(1).decode("ascii").lower()] if declared else []
    best, best_score = "", 0.0
    for name in dict.fromkeys([*names, "windows-1256", "iso-8859-6", "utf-8"]):
        try:
            text = data.decode(name, "strict" if name != "utf-8" else "replace")
        except (UnicodeDecodeError, LookupError):
            continue
        score = _arabic_score(text)
        if score > best_score:
            best, best_score = text, score
    if best_score >= 0.35:
        return _checked(best, where)
    from charset_normalizer import from_bytes  # imported here: only odd encodings need it

    guess = from_bytes(data[:65536]).best()
    if guess is None:
        return Reason("reading.encoding", (where,))
    try:
        text = data.decode(guess.encoding)
    except (UnicodeDecodeError, LookupError):
        return Reason("reading.encoding", (where,))
    # A guess that leaves little but ASCII unread is a language of Latin letters; a guess full of signs is none.
    return (
        _checked(text, where)
        if sum(c.isalpha() or c.isspace() for c in text) >= 0.7 * len(text)
        else Reason("reading.encoding", (where,))
    )


def _arabic_score(text: str) -> float:
    """How much the non-ASCII part looks like running Arabic, 0..1: its letters, the commonest of them, its articles."""
    sample = text[:65536]
    foreign = len(_FOREIGN.findall(sample))
    letters = _ARABIC.findall(sample)
    if not letters or not foreign:
        return 0.0
    common = sum(letter in _COMMON for letter in letters) / len(letters)
    words = len(_STEM.findall(sample)) / (len(letters) / 5)
    return len(letters) / foreign * (common + min(words, 0.4))


def _checked(text: str, where: str) -> str | Reason:
    if len(_CONTROL.findall(text[:65536])) > max(STRAY, 0.02 * min(len(text), 65536)):
        return Reason("reading.binary", (where, "binary"))
    return text if text.strip("\ufeff \t\r\n\x00") else empty(where)
