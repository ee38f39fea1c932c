"""What a host's robots.txt allows (RFC 9309), and how long it asks to wait between requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tawatur.reading.extras import load

PRODUCT = "tawatur"
"""The product token that a robots.txt can speak to."""

LARGEST = 512 * 1024  # bytes; RFC 9309, 2.5: at least 500 KiB


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host; `rules` is None where there are none, `closed` where they could not be asked for."""

    rules: Any = None
    closed: bool = False

    def allows(self, url: str) -> bool:
        """Whether the address may be asked."""
        return not self.closed and (self.rules is None or bool(self.rules.can_fetch(url, PRODUCT)))

    @property
    def delay(self) -> float:
        """Seconds the host wants between requests."""
        wanted = self.rules.crawl_delay(PRODUCT) if self.rules is not None else None
        return float(wanted or 0)


class Robots:
    """The rules of every host asked so far. `fetch` gives status and body, status 0 where nothing came."""

    def __init__(self, fetch: Callable[[str], tuple[int, bytes]]) -> None:
        self._fetch = fetch
        self._known: dict[str, Rules] = {}

    def of(self, url: str) -> Rules:
        """The rules for an address; its robots.txt is asked for once."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._known:
            self._known[origin] = self._asked(f"{origin}/robots.txt")
        return self._known[origin]

    def _asked(self, url: str) -> Rules:
        status, body = self._fetch(url)
        if 200 <= status < 300:
            text = body[:LARGEST].decode("utf-8", "replace").removeprefix("\ufeff")
            return Rules(load("protego", "feeds").Protego.parse(text))
        # RFC 9309, 2.3.1.3 and 2.3.1.4: no such file, no rules; a host in trouble is left alone.
        return Rules(closed=not 300 <= status < 500 or status == 429)
