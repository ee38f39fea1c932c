"""What `tawatur fetch` does: any input to JSON lines of articles, one at a time, with a count of all that was dropped.

No more than one article is held; what was written is found again in the file itself, by address and by wording.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from tawatur.model import Article, Reason, Reject
from tawatur.reading import Web
from tawatur.reading.intake import Ids, article_of, drafts
from tawatur.reading.records import read_lines
from tawatur.reading.versions import Known, holds, joined, kinship
from tawatur.reading.web.state import State
from tawatur.writing.article_lines import article_line

SAVE_EVERY = 10.0  # seconds of work, no more of which are lost when a run is killed


@dataclass(slots=True)
class Tally:
    """What came of a run: articles written, how many of them are versions of earlier ones, and each kind of loss."""

    written: int = 0
    versions: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    first: dict[str, Reject] = field(default_factory=dict)

    def drop(self, reject: Reject) -> None:
        """Count a loss; the first of each kind is kept to be shown."""
        code = reject.reason.code
        self.dropped[code] = self.dropped.get(code, 0) + 1
        self.first.setdefault(code, reject)

    @property
    def lost(self) -> int:
        """How many parts of the input were dropped, those that had not changed left aside."""
        return sum(self.dropped.values()) - self.dropped.get("reading.web.unchanged", 0)


class Lines:
    """A file of article lines, which is written to its end and read again anywhere; `echo` gets each new line too."""

    def __init__(self, file: BinaryIO, echo: Callable[[str], None] | None = None) -> None:
        self._file, self._echo = file, echo

    def add(self, article: Article) -> int:
        """Write the article; gives its place in the file."""
        line = article_line(article)
        place = self._file.seek(0, 2)
        self._file.write(line.encode("utf-8"))
        if self._echo is not None:
            self._echo(line)
        return place

    def at(self, place: int) -> Article | None:
        """The article at a place; None where something else stands there."""
        self._file.seek(place)
        return _read(self._file.readline())

    def present(self) -> Iterator[tuple[int, Article]]:
        """The articles that stand in the file already; a last line that was cut off by a crash is taken out."""
        place = 0
        self._file.seek(0)
        while line := self._file.readline():
            if not line.endswith(b"\n"):
                self._file.truncate(place)
                return
            after = self._file.tell()
            if article := _read(line):
                yield place, article
            place = after
            self._file.seek(place)

    def flush(self) -> None:
        """Let the file system have what was written."""
        self._file.flush()


def collect(
    inputs: Sequence[str],
    lines: Lines,
    tally: Tally,
    *,
    web: Web,
    state: State,
    save: Path | None,
    stdin: BinaryIO | None = None,
) -> None:
    """Read the inputs and write every article that is new, or new in its wording, to `lines`.

    `tally` and the state file `save` are kept up while it runs, so that both are right when it is interrupted.
    """
    known: Known[int] = Known()
    ids = Ids()
    for place, article in lines.present():
        known.add(article, place)
        ids.take(article.id, article.text)
    saved = time.monotonic()
    try:
        for item in drafts(inputs, stdin=stdin, web=web):
            if isinstance(item, Reject):
                tally.drop(item)
                continue
            if item.asked and state.holds(item.asked, item.text):
                tally.drop(Reject(item.where, Reason("reading.web.unchanged", (item.where,))))
                continue
            key, wanted = ids.given(item)
            double = Reject(item.where, Reason("reading.duplicate", (item.where, wanted)))
            new = article_of(item, key) if key else double
            if isinstance(new, Article):
                new = _with_earlier(new, item.where, known, lines, tally)
            if isinstance(new, Reject):
                tally.drop(new)
            else:
                known.add(new, lines.add(new))
                tally.written += 1
            if item.asked:
                state.take(item.asked, item.text)
            if time.monotonic() - saved > SAVE_EVERY:
                _save(lines, state, save)
                saved = time.monotonic()
    finally:
        _save(lines, state, save)


def _with_earlier(article: Article, where: str, known: Known[int], lines: Lines, tally: Tally) -> Article | Reject:
    """The article with what was written of it before as versions, or why it need not be written."""
    for place in known.near(article):
        old = lines.at(place)
        reason = kinship(old, article) if old else None
        if old is None or reason is None:
            continue
        if holds(old, article.text):
            return Reject(where, Reason("reading.duplicate", (where, old.id)))
        tally.versions += 1
        return joined(old, article, reason)
    return article


def _save(lines: Lines, state: State, path: Path | None) -> None:
    lines.flush()  # first: what the state calls known has to stand in the file
    if path is not None:
        state.save(path)


def _read(line: bytes) -> Article | None:
    draft = next(read_lines(line.decode("utf-8", "replace").rstrip("\n"), "", ""), None)
    return None if draft is None or isinstance(draft, Reject) else article_of(draft, draft.id or "")
