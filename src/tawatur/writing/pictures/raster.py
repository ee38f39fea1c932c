"""SVG to PNG, by resvg, with the fonts that come with the program: the same on every machine, Arabic letters joined."""

from __future__ import annotations

import struct
import tempfile
import zlib
from importlib.resources import files
from pathlib import Path

from tawatur.errors import MissingExtraError

_FONTS = ("IBMPlexSansArabic-Regular", "IBMPlexSansArabic-SemiBold")


def to_png(svg: str, zoom: float = 2.0) -> bytes:
    """The bytes of a PNG file, `zoom` pixels for each unit of the drawing. Raises MissingExtraError without resvg."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingExtraError("plot", "a picture as PNG") from None
    with tempfile.TemporaryDirectory() as folder:
        fonts = []
        for name in _FONTS:
            path = Path(folder, f"{name}.ttf")
            path.write_bytes(unpacked((files("tawatur.writing.pictures") / "fonts" / f"{name}.woff").read_bytes()))
            fonts.append(str(path))
        family = "IBM Plex Sans Arabic"
        return bytes(
            svg_to_bytes(
                svg, zoom=zoom, skip_system_fonts=True, font_files=fonts, font_family=family, sans_serif_family=family
            )
        )


def unpacked(woff: bytes) -> bytes:
    """The font inside a WOFF file (W3C, "WOFF File Format 1.0", 4): its tables, each unpacked where it is packed."""
    flavour, _, count = struct.unpack(">4xIIH", woff[:14])
    rows = [struct.unpack(">4sIIII", woff[44 + 20 * at : 64 + 20 * at]) for at in range(count)]
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">IHHHH", flavour, count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    place = len(head) + 16 * count
    directory, body = b"", b""
    for tag, start, packed, size, checksum in rows:
        table = woff[start : start + packed]
        table = zlib.decompress(table) if packed < size else table
        directory += struct.pack(">4sIII", tag, checksum, place + len(body), size)
        body += table + b"\0" * (-len(table) % 4)
    return head + directory + body
