"""News told once: shown, and posted where an address is named. What could not be delivered is delivered later."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tawatur.errors import SettingsError
from tawatur.model import Reason
from tawatur.reading.extras import load
from tawatur.store import Archive, news

TOGETHER = 50  # news in one request
_TRIES, _WAIT, _SECONDS = 3, 1.0, 20.0
FORMAT = "tawatur news 1"

Show = Callable[[dict[str, Any]], None]
Post = Callable[[Sequence[dict[str, Any]]], None]


class NotPostedError(Exception):
    """The address did not take the news; `why` in plain words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def deliver(archive: Archive, kinds: Iterable[str], show: Show, post: Post | None = None) -> int:
    """Show and post everything that waits in the archive, the oldest first; how many there were.

    A kind that is not asked for counts as delivered. News are taken note of after they were shown and posted, so a run
    that is killed between the two tells some of them again, under the same number. Raises NotPostedError, and keeps
    what was not posted for another time; it was not shown either.
    """
    wanted, count = frozenset(kinds), 0
    while True:
        with archive.reading() as session:
            some = news.waiting_news(session, TOGETHER)
        if not some:
            return count
        told = [{"number": one.number, "found": one.at, **one.told} for one in some if one.kind in wanted]
        if post and told:
            post(told)
        for one in told:
            show(one)
        with archive.writing() as session:
            news.mark_delivered(session, [one.number for one in some])
        count += len(told)


def webhook(url: str, token: str | None, transport: Any = None) -> Post:
    """What posts news to an address as JSON: `{"format", "news": […]}`, with the token as its bearer token, if any."""
    if not url.lower().startswith(("http://", "https://")):
        raise SettingsError(
            f"{url} is no address to post news to",
            remedy="give one that begins with https:// or http://; nothing was read",
            told=Reason("watching.webhook_address", (url,)),
            advice=Reason("watching.webhook_address_do"),
        )
    httpx = load("httpx", "feeds")
    headers = {"User-Agent": "tawatur"} | ({"Authorization": f"Bearer {token}"} if token else {})

    def post(told: Sequence[dict[str, Any]]) -> None:
        why = ""
        for at in range(_TRIES):
            if at:
                time.sleep(_WAIT * 2 ** (at - 1))
            try:
                with httpx.Client(timeout=_SECONDS, transport=transport) as client:
                    answer = client.post(url, json={"format": FORMAT, "news": list(told)}, headers=headers)
            except httpx.HTTPError as error:
                why = str(error) or type(error).__name__
                continue
            if 200 <= answer.status_code < 300:
                return
            why = f"HTTP {answer.status_code}"
            if answer.status_code < 500 and answer.status_code != 429:
                break
        raise NotPostedError(why)

    return post
