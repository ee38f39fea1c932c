"""One address for all variants of a page: without tracking parameters, mobile and accelerated forms, and fragments."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from tawatur.languages.lexicons import entries

_VARIANT_HOSTS = ("m.", "mobile.", "amp.")
_AMP_PATH = re.compile(r"/amp(?:\.html?)?/?$|\.amp(?=\.html?$|$)|^/amp(?=/.)", re.I)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=~-._"


def canonical_address(url: str | None, declared: str | None = None) -> str | None:
    """The canonical form of an article's address; `declared` is what the page itself calls canonical.

    A page is believed about its own site only, and not when it points to the front page, as a faulty template does.
    None for what is no address of the web.
    """
    own = _cleaned(url)
    said = _cleaned(urljoin(url, declared) if url and declared else declared)
    if said is None or own is None:
        return said or own
    if identity(said) == identity(own):
        return own
    front = urlsplit(said).path in ("", "/") and not urlsplit(said).query
    return own if front or _site(said) != _site(own) else said


def identity(url: str) -> str:
    """What two addresses of one article have in common: scheme, "www.", "m." and a final slash make no difference."""
    parts = urlsplit(url)
    return f"{_site(url)}{unquote(parts.path).rstrip('/')}?{unquote(parts.query)}"


def is_front(url: str) -> bool:
    """Whether an address is the front page of a site, which is no article's own."""
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def _cleaned(url: str | None) -> str | None:
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    for label in _VARIANT_HOSTS:
        host = host.removeprefix(label) if host.count(".") > 1 else host
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{shown}:{port}"
    path = quote(unquote(_AMP_PATH.sub("", parts.path) or "/"), safe=_SAFE)
    wanted = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if _tells(name, value)]
    query = urlencode(sorted(wanted))
    return f"{parts.scheme}://{netloc}{path}" + (f"?{query}" if query else "")


def _site(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return host if parts.port is None else f"{host}:{parts.port}"


def _tells(name: str, value: str) -> bool:
    """Whether a parameter may tell one article from another."""
    name = name.lower()
    exact, starts = _tracking()
    if name in exact:
        only = exact[name]
        return only is not None and value.lower() not in only
    return not name.startswith(starts)


@cache
def _tracking() -> tuple[dict[str, frozenset[str] | None], tuple[str, ...]]:
    """Exact names with the values for which they say nothing (None: any), and beginnings of names."""
    exact: dict[str, frozenset[str] | None] = {}
    starts: list[str] = []
    for entry in entries("common", "tracking_parameters"):
        only = frozenset(str(value).lower() for value in entry["only"]) if "only" in entry else None
        for form in entry["forms"]:
            if form.endswith("*"):
                starts.append(form[:-1])
            else:
                exact[form] = only
    return exact, tuple(starts)
