"""A batch of articles grouped: the stream, run over them in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tawatur.grouping.outlines import hour_of
from tawatur.grouping.records import Grouping
from tawatur.grouping.settings import DEFAULT, GroupSettings
from tawatur.grouping.stream import Stream
from tawatur.model import Article

_TOLD = 50  # articles between two words of progress


def group(
    articles: Sequence[Article],
    settings: GroupSettings = DEFAULT,
    progress: Callable[[str, int, int], None] | None = None,
) -> Grouping:
    """The stories of these articles, whatever their order; those without a date count as of the last minute."""

    def when(article: Article) -> tuple[bool, float, str]:
        hour = hour_of(article.published)
        return hour is None, hour or 0.0, article.id

    stream = Stream(settings)
    for at, article in enumerate(sorted(articles, key=when)):
        if progress and at % _TOLD == 0:
            progress("grouping", at, len(articles))
        stream.add(article)
    return stream.stories()
