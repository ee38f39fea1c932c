"""A gzip file of many members, such as a WARC file, unpacked as a stream that survives a broken member."""

from __future__ import annotations

import zlib
from typing import BinaryIO

HEAD = b"\x1f\x8b\x08"  # RFC 1952, 2.3.1: identification and the only method there is
CHUNK = 1 << 16


class Members:
    """Reads like a file. At a break it ends, and `broken` says why; `resume` goes on at the next member."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._waiting = b""
        self._told = 0
        self._unpacker: zlib._Decompress | None = None
        self.broken = ""

    def read(self, size: int = CHUNK) -> bytes:
        """At most `size` bytes; none at the end, or where the file is broken."""
        while not self.broken:
            if not self._waiting and not self._more():
                self.broken = "truncated" if self._unpacker else ""
                return b""
            if self._unpacker is None:
                self._waiting = self._waiting.lstrip(b"\0")  # padding between members
                if not self._waiting:
                    continue
                self._unpacker = zlib.decompressobj(wbits=31)
            try:
                unpacked = self._unpacker.decompress(self._waiting, max(size, 1))
            except zlib.error as error:
                self.broken = str(error)
                return b""
            if self._unpacker.eof:
                self._waiting, self._unpacker = self._unpacker.unused_data, None
            else:
                self._waiting = self._unpacker.unconsumed_tail
            if unpacked:
                self._told += len(unpacked)
                return unpacked
        return b""

    def tell(self) -> int:
        """How many bytes were read."""
        return self._told

    def resume(self) -> bool:
        """Go to what looks like the head of the next member; False where there is none."""
        self._unpacker, self._waiting = None, self._waiting[1:]
        while (at := self._waiting.find(HEAD)) < 0:
            self._waiting = self._waiting[-2:]
            if not self._more():
                return False
        self._waiting, self.broken = self._waiting[at:], ""
        return True

    def _more(self) -> bool:
        more = self._packed.read(CHUNK)
        self._waiting += more
        return bool(more)


class Plain:
    """A stream as it is, which tells how much of it was read: a pipe does not."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._told = 0

    def read(self, size: int = CHUNK) -> bytes:
        """At most `size` bytes; none at the end."""
        data = self._stream.read(size)
        self._told += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._told
