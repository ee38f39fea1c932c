"""Which outlet published a text: what the input names, else the host of its URL, else the page; never a guess."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from tawatur.languages.ar.script import fold
from tawatur.languages.lexicons import entries

_KEY = re.compile(r"[a-z0-9][a-z0-9_.-]{1,30}")
_GENERIC = frozenset(map(fold, ("أخبار", "موقع", "صحيفة", "جريدة", "قناة", "شبكة", "وكالة", "بوابة", "مجلة")))
# Common first labels of a host that name no other outlet.
_LABELS = ("www.", "m.", "mobile.", "amp.", "beta.")


def outlet_of(own: str | None, url: str | None, site: str | None, article: str) -> tuple[str, str | None]:
    """`(key, name)` of the outlet; the key is "unknown:<article>" when nothing names one."""
    if own:
        if _KEY.fullmatch(own):
            return own, _names().get(own)
        return _by_name().get(_folded(own), own), own
    host = host_of(url)
    known = _by_host(host) if host else None
    if known:
        return known, _names()[known]
    named = _named(site) if site else None
    if named:
        return named, site
    if host:
        return host, site
    return (site, site) if site else (f"unknown:{article}", None)


def host_of(url: str | None) -> str | None:
    """The host of a URL without "www." and its like, or None."""
    if not url:
        return None
    try:
        host = (urlsplit(url if "//" in url else "//" + url).hostname or "").lower()
    except ValueError:
        return None
    for label in _LABELS:
        host = host.removeprefix(label)
    return host if "." in host else None


def _folded(name: str) -> str:
    return " ".join(fold(name).split())


def _named(site: str) -> str | None:
    """The key of the outlet a page names, also with a word such as "news" or "site" before the name."""
    name = _folded(site)
    first, _, rest = name.partition(" ")
    return _by_name().get(name) or (_by_name().get(rest) if first in _GENERIC else None)


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    return entries("common", "outlets")


@cache
def _names() -> dict[str, str]:
    return {entry["key"]: entry["forms"][0] for entry in _entries()}


@cache
def _by_name() -> dict[str, str]:
    """Folded name to key; a name that two outlets carry stands for neither."""
    found: dict[str, set[str]] = {}
    for entry in _entries():
        for form in entry["forms"]:
            found.setdefault(_folded(form), set()).add(entry["key"])
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


@cache
def _hosts() -> dict[str, str]:
    return {host: entry["key"] for entry in _entries() for host in entry["hosts"]}


def _by_host(host: str) -> str | None:
    labels = host.split(".")
    return next((k for n in range(len(labels) - 1) if (k := _hosts().get(".".join(labels[n:])))), None)
