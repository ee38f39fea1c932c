"""One address to its bytes: allowed, paced, retried, within limits, asked only for what is new."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any
from urllib.parse import urljoin
from urllib.request import getproxies, proxy_bypass

from tawatur.model import Reason
from tawatur.reading.extras import load
from tawatur.reading.web.guard import Guard, Resolve, place, resolved
from tawatur.reading.web.limits import LIMITS, Limits
from tawatur.reading.web.robots import LARGEST, PRODUCT, Robots
from tawatur.reading.web.state import Known, State

_AGAIN = frozenset((429, 500, 502, 503, 504))
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
_BUSY = frozenset((429, 503))  # said of the host, not of one address
_REDIRECT = frozenset((301, 302, 303, 307, 308))
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"


class NotFetchedError(Exception):
    """An address gave nothing to read; `passing` when another day it may."""

    def __init__(self, reason: Reason, *, passing: bool = False) -> None:
        super().__init__(reason.code, *reason.values)
        self.reason, self.passing = reason, passing


@dataclass(frozen=True, slots=True)
class Got:
    """An answer: the bytes, the address they came from after redirects, when, and what to remember of it."""

    url: str
    data: bytes
    fetched: str
    known: Known


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Any
    data: bytes


class Fetcher:
    """Asks addresses of the web, one after another; `named` are those that the user gave.

    `transport`, `resolve`, `sleep` and `now` stand in for the network and the clock where it is tested.
    """

    def __init__(
        self,
        named: Iterable[str],
        *,
        limits: Limits = LIMITS,
        state: State | None = None,
        transport: Any = None,
        resolve: Resolve = resolved,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._http = load("httpx", "feeds")
        self.limits, self.state = limits, state if state is not None else State()
        self._guard = Guard(named, resolve)
        self._robots = Robots(self._robots_txt)
        self._sleep, self._now, self._own_transport = sleep, now, transport is not None
        self._free: dict[str, float] = {}  # host: when it may be asked again
        self._down: dict[str, Reason] = {}  # hosts left alone for the rest of the run
        self._transport = transport
        self._clients: dict[bool, Any] = {}

    def close(self) -> None:
        """Close what is open."""
        for client in self._clients.values():
            client.close()

    def get(self, url: str, most: int) -> Got:
        """What the address holds now, of at most `most` bytes. Raises NotFetchedError, also for what is unchanged."""
        at, seen = url.partition("#")[0], self.state.known.get(url)
        for _ in range(self.limits.redirects + 1):
            headers = _conditions(seen) if seen and seen.final == at else {}
            answer = self._polite(at, headers, most)
            onward = answer.headers.get("location")
            if answer.status in _REDIRECT and onward:
                at = urljoin(at, onward).partition("#")[0]
                continue
            if answer.status == 304:
                raise NotFetchedError(Reason("reading.web.unchanged", (url,)))
            if not 200 <= answer.status < 300:
                again = answer.status in _AGAIN
                raise NotFetchedError(Reason("reading.web.status", (url, str(answer.status))), passing=again)
            known = Known(at, answer.headers.get("etag"), answer.headers.get("last-modified"))
            return Got(at, answer.data, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), known)
        raise NotFetchedError(Reason("reading.web.redirects", (url, str(self.limits.redirects))))

    def _polite(self, url: str, headers: dict[str, str], most: int) -> _Answer:
        """One hop, when the guard and the host's robots.txt let it through."""
        allowed = self._guard.addresses(url, proxied=self._proxied(url))
        if isinstance(allowed, Reason):
            raise NotFetchedError(allowed, passing=allowed.code == "reading.web.no_host")
        rules = self._robots.of(url)
        if rules.closed:
            raise NotFetchedError(Reason("reading.web.robots_closed", (url,)), passing=True)
        if not rules.allows(url):
            raise NotFetchedError(Reason("reading.web.robots", (url,)))
        if rules.delay > self.limits.longest_gap:
            raise NotFetchedError(Reason("reading.web.delay", (url, f"{rules.delay:g}")))
        return self._asked(url, headers, most, max(self.limits.gap, rules.delay))

    def _robots_txt(self, url: str) -> tuple[int, bytes]:
        at = url
        try:
            for _ in range(self.limits.redirects + 1):
                answer = self._asked(at, {}, LARGEST, self.limits.gap, cut=True)
                onward = answer.headers.get("location")
                if answer.status not in _REDIRECT or not onward:
                    return answer.status, answer.data
                at = urljoin(at, onward)
        except NotFetchedError:
            return 0, b""
        return 404, b""  # RFC 9309, 2.3.1.2: redirected too often, it may be taken for unavailable

    def _asked(self, url: str, headers: dict[str, str], most: int, gap: float, *, cut: bool = False) -> _Answer:
        """The answer to one request, asked again while the host is in trouble that may pass."""
        allowed = self._guard.addresses(url, proxied=self._proxied(url))
        if isinstance(allowed, Reason):
            raise NotFetchedError(allowed)
        spot = place(url)
        host = spot[1] if spot else ""
        if host in self._down:
            raise NotFetchedError(Reason(self._down[host].code, (url, *self._down[host].values[1:])), passing=True)
        for attempt in range(self.limits.retries + 1):
            self._wait(host, gap)
            try:
                answer = self._sent(url, headers, most, allowed[attempt % len(allowed)] if allowed else None, cut=cut)
                reason, asked_for = Reason("reading.web.status", (url, str(answer.status))), _retry_after(answer)
                if answer.status not in _AGAIN:
                    return answer
                if attempt == self.limits.retries and answer.status not in _BUSY:
                    return answer
            except self._http.TimeoutException:
                reason, asked_for = Reason("reading.web.slow", (url, f"{self.limits.seconds:g}")), None
            except (self._http.TransportError, UnicodeError):
                reason, asked_for = Reason("reading.web.unreachable", (url,)), None
            except self._http.HTTPError:
                raise NotFetchedError(Reason("reading.web.malformed", (url,)), passing=True) from None
            wait = self.limits.backoff * 2**attempt if asked_for is None else asked_for
            if wait > self.limits.patience:
                reason = self._down[host] = Reason("reading.web.wait", (url, f"{wait:.0f}"))
                break
            if attempt < self.limits.retries:
                self._free[host] = max(self._free.get(host, 0.0), self._now() + wait)
            else:
                self._down[host] = reason
        raise NotFetchedError(reason, passing=True)

    def _sent(self, url: str, headers: dict[str, str], most: int, address: str | None, *, cut: bool) -> _Answer:
        """One request on the wire; the time allowed is for the whole answer. `cut` takes the start of a longer one."""
        target, extensions = self._http.URL(url), {}
        if address is not None and not self._own_transport:
            extensions = {"sni_hostname": target.raw_host.decode("ascii")}
            headers = {**headers, "Host": target.netloc.decode("ascii")}
            target = target.copy_with(host=address)
        client = self._client(proxied=self._proxied(url))
        request = client.build_request("GET", target, headers=headers)
        request.extensions.update(extensions)
        deadline = self._now() + self.limits.seconds
        client.cookies.clear()
        response = client.send(request, stream=True, follow_redirects=False)
        got = bytearray()
        try:
            for piece in response.iter_bytes():
                got += piece
                if len(got) > most:
                    if cut:
                        break
                    raise NotFetchedError(Reason("reading.web.large", (url, str(most))))
                if self._now() > deadline:
                    raise self._http.ReadTimeout("the whole answer took too long", request=request)
        finally:
            response.close()
        return _Answer(response.status_code, response.headers, bytes(got[:most]))

    def _wait(self, host: str, gap: float) -> None:
        left = self._free.get(host, 0.0) - self._now()
        if left > 0:
            self._sleep(left)
        self._free[host] = self._now() + gap

    def _client(self, *, proxied: bool) -> Any:
        """The client for hosts that the proxy of the environment asks, or for those asked directly."""
        if proxied not in self._clients:
            self._clients[proxied] = self._http.Client(
                transport=self._transport,
                trust_env=proxied,
                timeout=self.limits.seconds,
                headers={"User-Agent": f"{PRODUCT}/{version('tawatur')}", "Accept": _ACCEPT, "Accept-Encoding": "gzip"},
                # Two hosts at one address must not share a connection: it was opened under the name of one of them.
                limits=self._http.Limits(max_keepalive_connections=0),
            )
        return self._clients[proxied]

    def _proxied(self, url: str) -> bool:
        spot = place(url)
        if self._own_transport or spot is None or spot[1] in _LOOPBACK:
            return False
        proxies = getproxies()
        return bool((spot[0] in proxies or "all" in proxies) and not proxy_bypass(spot[1]))


def _conditions(seen: Known) -> dict[str, str]:
    wanted = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified}
    return {name: value for name, value in wanted.items() if value}


def _retry_after(answer: _Answer) -> float | None:
    """The seconds that the host asks to wait (RFC 9110, 10.2.3), given as such or as a date."""
    given = (answer.headers.get("retry-after") or "").strip()
    if given.isascii() and given.isdigit():
        return float(given[:9])
    try:
        when = parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
