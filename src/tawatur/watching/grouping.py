"""Articles of the archive that are in no story yet, grouped; stories and the state of the grouping kept together.

The articles of one round join in the order of time, whatever order they came in. So a round that was broken off and
begun again groups what it would have grouped.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.errors import InputError
from tawatur.grouping import GroupSettings, Stream
from tawatur.grouping.outlines import hour_of
from tawatur.pausing import no_garbage_search
from tawatur.store import Archive, articles, stories, streams
from tawatur.store.streams import StreamState

NAME = "stories"
TOGETHER = 500


def group_new(archive: Archive, settings: GroupSettings, told: Callable[[int, int], None]) -> int:
    """Group the articles that came since the last time; how many there were."""
    with archive.reading() as session:
        kept = streams.load_stream(session, NAME)
        after = kept.arrival if kept else 0
        order = sorted(
            (_when(article.published, article.id), arrival) for arrival, article in articles.arrivals(session, after)
        )
    if not order:
        return 0
    stream = _stream(kept, settings)
    ids = [when[2] for when, _ in order]
    with no_garbage_search():
        for at in range(0, len(ids), TOGETHER):
            with archive.reading() as session:
                some = articles.articles(session, ids[at : at + TOGETHER])
            for article in some.values():
                stream.add(article)
            told(min(at + TOGETHER, len(ids)), len(ids))
        found = stream.changed()
        stream.release()  # the archive keeps them
        state = stream.state()
    with archive.writing() as session:
        stories.save_stories(session, found.stories, found.former)
        streams.save_stream(session, NAME, StreamState(max(arrival for _, arrival in order), state))
    return len(ids)


def _stream(kept: StreamState | None, settings: GroupSettings) -> Stream:
    """The stream as it was left; a new one where another version of the program left it, which is told by the ids.

    A new stream knows the articles before only as stories that are closed.
    """
    try:
        return Stream.restored(kept.state) if kept else Stream(settings)
    except InputError:
        return Stream(settings)


def _when(published: str | None, id: str) -> tuple[bool, float, str]:
    hour = hour_of(published)
    return hour is None, hour or 0.0, id
