"""From an address or a list to the pages behind it, each asked once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tawatur.model import Reason, Reject
from tawatur.reading.addresses import canonical_address, identity
from tawatur.reading.decoding import decode
from tawatur.reading.inputs import Found, take
from tawatur.reading.listing import Entry, Listing, read_listing
from tawatur.reading.sniffing import Kind, sniff
from tawatur.reading.web.fetching import Fetcher, Got, NotFetchedError
from tawatur.reading.web.state import Known

LISTS: frozenset[Kind] = frozenset(("feed", "opml", "sitemap"))
Told = Callable[[int, int], None]


class Follower:
    """Follows addresses to pages; `told` hears how many pages are done and how many are known of."""

    def __init__(self, fetcher: Fetcher, told: Told) -> None:
        self._fetcher, self._told = fetcher, told
        self._seen: set[str] = set()
        self._done = self._all = 0

    def address(self, url: str) -> Iterator[Found | Reject]:
        """The page at an address, or the pages of the list that is there."""
        left = [self._fetcher.limits.pages]
        yield from self._address(url, left, 0)

    def listing(self, listing: Listing, where: str) -> Iterator[Found | Reject]:
        """The pages of a list that the user named as a file."""
        yield from self._listing(listing, where, [self._fetcher.limits.pages], 0)

    def _address(self, url: str, left: list[int], depth: int) -> Iterator[Found | Reject]:
        """Yields pages; True when every one of them is settled, so that the list need not be read again unchanged."""
        if not self._new(url):
            return
        self._all += not depth
        try:
            got = self._fetcher.get(url, self._fetcher.limits.list_bytes)
        except NotFetchedError as error:
            yield Reject(url, error.reason)
            self._passing = self._passing or error.passing
            return
        for found in take(url, "", url, got.data):
            if isinstance(found, Reject):
                yield found
                continue
            text = decode(found.data, url)
            kind = sniff(text, "") if isinstance(text, str) else "text"
            if isinstance(text, str) and kind in LISTS:
                before, self._passing = self._passing, False
                yield from self._listing(read_listing(text, kind, url, got.url), url, left, depth)
                if not self._passing:
                    self._remember(url, got.known)
                self._passing = self._passing or before
            elif depth:
                yield Reject(url, Reason("reading.list.none", (url,)))
            elif len(found.data) > self._fetcher.limits.page_bytes:
                yield Reject(url, Reason("reading.web.large", (url, str(self._fetcher.limits.page_bytes))))
            else:
                yield replace(found, url=got.url, fetched=got.fetched)
                self._remember(url, got.known)
        self._step(not depth)

    _passing = False  # whether anything under the list now read may succeed another day

    def _listing(self, listing: Listing, where: str, left: list[int], depth: int) -> Iterator[Found | Reject]:
        for reason in listing.wrong:
            yield Reject(where, reason)
        if not listing.entries and not listing.lists and not listing.wrong:
            yield Reject(where, Reason("reading.feed", (where,)))
        new = [entry for entry in listing.entries if self._new(entry.url)]
        cut = max(0, len(new) - left[0])
        self._all += len(new) - cut
        for entry in new[: len(new) - cut]:
            left[0] -= 1
            yield from self._entry(entry, listing.site)
            self._step()
        for url in listing.lists:
            if depth >= self._fetcher.limits.depth:
                yield Reject(url, Reason("reading.list.deep", (url,)))
            else:
                yield from self._address(url, left, depth + 1)
        if cut:
            self._passing = True
            yield Reject(where, Reason("reading.list.long", (where, str(cut), str(self._fetcher.limits.pages))))

    def _entry(self, entry: Entry, site: str | None) -> Iterator[Found | Reject]:
        if entry.content is not None:
            yield from_feed(entry, entry.url, entry.url, site)
            return
        try:
            got = self._fetcher.get(entry.url, self._fetcher.limits.page_bytes)
        except NotFetchedError as error:
            self._passing = self._passing or error.passing
            yield Reject(entry.url, error.reason)
            return
        for found in _taken(got, entry):
            yield found if isinstance(found, Reject) else replace(found, published=entry.published, site=site)
        self._remember(entry.url, got.known)

    def _new(self, url: str) -> bool:
        key = identity(canonical_address(url) or url)
        new = key not in self._seen
        self._seen.add(key)
        return new

    def _remember(self, url: str, known: Known) -> None:
        self._fetcher.state.known[url] = known

    def _step(self, counts: bool = True) -> None:
        self._done += counts
        self._told(self._done, max(self._all, self._done))


def from_feed(entry: Entry, where: str, inside: str, site: str | None) -> Found:
    """The full text that a feed holds itself, as a page."""
    from html import escape

    title = escape(entry.title or "")
    head = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
    page = f"{head}<article>{entry.content}</article></body></html>".encode("utf-8", "replace")
    return Found(where, "", inside, page, url=entry.url, published=entry.published, site=site)


def _taken(got: Got, entry: Entry) -> Iterator[Found | Reject]:
    for found in take(entry.url, "", entry.url, got.data):
        yield found if isinstance(found, Reject) else replace(found, url=got.url, fetched=got.fetched)
