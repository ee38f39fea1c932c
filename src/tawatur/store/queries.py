"""What a reader types into a search: words, phrases in quotation marks, and -words that must not be there.

All words have to be there. They are read as the index was (`words`): any spelling of a word, with or without article,
conjunction, preposition and ending. A phrase is the same words in this order, side by side. A word that is written with
a sign in it ("كوفيد-19") is a phrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.store.indexing import quoted
from tawatur.store.words import keys

MOST = 50
"""Words of a query that count."""
_PART = re.compile(r'(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]?|([^\s"“”«»„]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """What has to be there and what must not: each a run of words that stand side by side."""

    wanted: tuple[tuple[str, ...], ...] = ()
    unwanted: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """The keys of the words that have to be there."""
        return frozenset(word for run in self.wanted for word in run)


def parsed(text: str) -> Query:
    """The query of a text."""
    wanted: list[tuple[str, ...]] = []
    unwanted: list[tuple[str, ...]] = []
    left = MOST
    for minus, phrase, word in _PART.findall(text):
        run = tuple(keys(phrase or word))[:left]
        left -= len(run)
        if run:
            (unwanted if minus else wanted).append(run)
    return Query(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def for_sqlite(query: Query, column: str | None = None) -> str:
    """The query as FTS5 reads it, in all columns or in one."""
    within = f"{column} : " if column else ""
    text = " AND ".join(within + _fts5(run) for run in query.wanted)
    return f"({text})" + "".join(f" NOT {within}{_fts5(run)}" for run in query.unwanted)


def for_postgresql(query: Query, *, first: bool | None = None) -> str:
    """The query as a `tsquery`; with `first`, only words of weight A (or, when False, the others) count."""
    weight = "" if first is None else ":A" if first else ":D"
    parts = [_tsquery(run, weight) for run in query.wanted] + ["!" + _tsquery(run, weight) for run in query.unwanted]
    return " & ".join(parts)


def _fts5(run: tuple[str, ...]) -> str:
    return '"' + " ".join(word.replace('"', '""') for word in run) + '"'


def _tsquery(run: tuple[str, ...], weight: str) -> str:
    return "(" + " <-> ".join(quoted(word) + weight for word in run) + ")"
