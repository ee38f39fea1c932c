"""How the web is asked while inputs are read: nothing is loaded and no connection opened before an address is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tawatur.model import Reject

if TYPE_CHECKING:
    from tawatur.reading.inputs import Found
    from tawatur.reading.sniffing import Kind
    from tawatur.reading.web.following import Follower
    from tawatur.reading.web.limits import Limits
    from tawatur.reading.web.state import State


def _untold(_done: int, _all: int) -> None:
    """The progress of a caller who asks for none."""


@dataclass(frozen=True, slots=True)
class Web:
    """How the web is asked: limits, what earlier runs remember, who hears of progress.

    `options` reach the `Fetcher` as they are: the transport, resolver and clock that tests replace.
    """

    limits: Limits | None = None
    state: State | None = None
    told: Callable[[int, int], None] = _untold
    options: tuple[tuple[str, Any], ...] = ()


class Asking:
    """One run's way to the web, opened when the first address is met."""

    def __init__(self, inputs: Sequence[str], web: Web) -> None:
        self._inputs, self._web = inputs, web
        self._follower: Follower | None = None
        self._close: Callable[[], None] | None = None

    def address(self, url: str) -> Iterator[Found | Reject]:
        """The pages behind an address that the user named."""
        yield from self._opened().address(url)

    def listing(self, text: str, kind: Kind, where: str) -> Iterator[Found | Reject]:
        """The pages of a list that the user named as a file. A feed that holds its articles needs no network."""
        from tawatur.reading.listing import read_listing

        yield from self._opened().listing(read_listing(text, kind, where), where)

    def close(self) -> None:
        """Close what was opened."""
        if self._close is not None:
            self._close()

    def _opened(self) -> Follower:
        if self._follower is None:
            from tawatur.reading.web import Fetcher
            from tawatur.reading.web.following import Follower
            from tawatur.reading.web.limits import LIMITS

            web = self._web
            fetcher = Fetcher(self._inputs, limits=web.limits or LIMITS, state=web.state, **dict(web.options))
            self._close = fetcher.close
            self._follower = Follower(fetcher, web.told)
        return self._follower
