"""How much is asked of other people's machines, and how much is taken from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """All by judgement unless a field says otherwise; seconds and bytes."""

    gap: float = 1.0  # between two requests to one host; a longer Crawl-delay in its robots.txt counts instead
    longest_gap: float = 30.0  # a host that asks for more is not read
    seconds: float = 30.0  # for one answer, however slowly it trickles
    page_bytes: int = 10 << 20  # unpacked; the largest of 212 saved news pages has under 2 MiB
    list_bytes: int = 50 << 20  # of a feed or sitemap: what sitemaps.org allows
    redirects: int = 5  # RFC 9309 asks for five at least
    retries: int = 3  # after 429, 500, 502, 503, 504 and broken connections
    backoff: float = 1.0  # before the first of them; doubled each time
    patience: float = 60.0  # a host that asks for a longer wait (Retry-After) is left alone for this run
    pages: int = 200  # from one named address
    depth: int = 3  # of lists in lists: sitemap indexes, OPML


LIMITS = Limits()
