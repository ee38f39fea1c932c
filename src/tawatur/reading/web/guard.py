"""Which addresses may be asked: http and https only, and of private machines only those the user named.

A page or feed may link to the router or to a service of this very machine; following such a link would let it reach
where only the user can (server-side request forgery). A host is looked up once, every address it has is looked at, and
the connection goes to one of these, so that a second look-up cannot give another.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from tawatur.model import Reason

Resolve = Callable[[str, int], list[str]]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host. Raises OSError, UnicodeError."""
    return list(dict.fromkeys(str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def place(url: str) -> tuple[str, str, int] | None:
    """`(scheme, host, port)` of an address that may be asked at all, else None: also for one with a password."""
    try:
        parts = urlsplit(url)
        port = _PORTS.get(parts.scheme, 0) if parts.port is None else parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc or not port:
        return None
    if any(ord(c) < 33 for c in url):
        return None
    return parts.scheme, parts.hostname.lower(), port


class Guard:
    """Holds the hosts that the user named; everything else has to be public."""

    def __init__(self, named: Iterable[str], resolve: Resolve = resolved) -> None:
        self._named = {at[1:] for url in named if (at := place(url))}
        self._resolve = resolve
        self._found: dict[tuple[str, int], list[str]] = {}

    def addresses(self, url: str, *, proxied: bool = False) -> list[str] | Reason:
        """IP addresses that the host of `url` may be asked at, or why it may not be asked.

        Empty where the host need not be pinned: the user named it, or a proxy looks it up.
        """
        at = place(url)
        if at is None:
            return Reason("reading.web.address", (url,))
        if at[1:] in self._named:
            return []
        host = at[1]
        try:
            found = [host] if _is_ip(host) else [] if proxied else self._looked_up(host, at[2])
        except (OSError, UnicodeError):
            return Reason("reading.web.no_host", (url, host))
        if not all(map(public, found)) or host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
            return Reason("reading.web.private", (url, host))
        return [] if proxied else found

    def _looked_up(self, host: str, port: int) -> list[str]:
        if (host, port) not in self._found:
            self._found[host, port] = self._resolve(_ascii(host), port)
        return self._found[host, port]


def public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when an IPv4 address is wrapped in it."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return public(str(wrapped))
    return ip.is_global and not ip.is_multicast


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")
