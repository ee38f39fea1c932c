"""What comes with the program and is the same for all: style sheets, fonts, htmx; each under an address of its content.

The address holds a hash, so that browsers may keep a file for good and still get a new one with a new version.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.serving.answers import Made, made
from tawatur.writing.templating import MOST_COLUMNS, matrix_rules, sheet

_TYPES = {"woff2": "font/woff2", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_HTMX = "htmx-2.0.11.min.js"
FONTS = (
    "noto-naskh-arabic-arabic-wght-normal.woff2",
    "ibm-plex-sans-arabic-arabic-400-normal.woff2",
    "ibm-plex-sans-arabic-arabic-600-normal.woff2",
    "ibm-plex-sans-arabic-latin-400-normal.woff2",
    "ibm-plex-sans-arabic-latin-600-normal.woff2",
    "source-serif-4-latin-wght-normal.woff2",
)


class Asset(NamedTuple):
    """A file: its name in addresses, and what is sent."""

    name: str
    made: Made


@cache
def assets() -> dict[str, Asset]:
    """Every file by what the templates call it: "css", "htmx", and the fonts by their names."""
    folder = files("tawatur.serving") / "static"
    found = {name: _asset(name, (folder / "fonts" / name).read_bytes()) for name in FONTS}
    found["htmx"] = _asset(_HTMX, (folder / _HTMX).read_bytes())
    css = "\n".join(
        [
            str(sheet()),
            *(str(matrix_rules(columns)) for columns in range(1, MOST_COLUMNS + 1)),
            (folder / "pages.css").read_text(encoding="utf-8"),
        ]
    )
    for name in FONTS:
        css = css.replace(f"fonts/{name}", found[name].name)
    found["css"] = _asset("pages.css", css.encode())
    return found


@cache
def by_address() -> dict[str, Made]:
    """Every file by the last part of its address."""
    return {asset.name: asset.made for asset in assets().values()}


def _asset(name: str, content: bytes) -> Asset:
    stem, _, ending = name.rpartition(".")
    digest = hashlib.blake2b(content, digest_size=6).hexdigest()
    if ending == "woff2":
        return Asset(f"{stem}.{digest}.{ending}", Made(content, False, _TYPES[ending], f'W/"{digest}"'))
    return Asset(f"{stem}.{digest}.{ending}", made(content.decode(), _TYPES[ending]))
