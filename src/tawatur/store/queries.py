"""What a reader types into a search: words, phrases in quotation marks, and -words that must not be there.

All words have to be there. They are read as the index was (`words`): any spelling of a word, with or without article,
conjunction, preposition and ending. A phrase is the same words in this order, side by side. A word that is written with
a sign in it ("كوفيد-19") is a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tawatur.store.indexing import quoted
from tawatur.store.words import keys

MOST = 50
"""Words of a query that count."""
Alike = Callable[[str], Mapping[str, str]]
"""Other spellings of a word, each with its key."""
_PART = re.compile(r'(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]?|([^\s"“”«»„]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """What has to be there and what must not: each a run of words that stand side by side.

    A word of `alike` may stand for the one it is given for; `shown` says the same as it was typed and is spelt.
    """

    wanted: tuple[tuple[str, ...], ...] = ()
    unwanted: tuple[tuple[str, ...], ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    shown: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """The keys of the words that have to be there."""
        return frozenset(word for run in self.wanted for word in run)

    @property
    def meant(self) -> dict[str, str]:
        """The keys of all words to look for, each with the one that has to be there."""
        return {other: word for word, other in self.alike} | {word: word for word in self.words}


def parsed(text: str, alike: Alike | None = None) -> Query:
    """The query of a text; `alike` gives other spellings of a word that stands alone and is not quoted."""
    wanted: list[tuple[str, ...]] = []
    unwanted: list[tuple[str, ...]] = []
    others: list[tuple[str, str]] = []
    shown: dict[str, tuple[str, ...]] = {}
    left = MOST
    for minus, phrase, word in _PART.findall(text):
        run = tuple(keys(phrase or word))[:left]
        left -= len(run)
        if run:
            (unwanted if minus else wanted).append(run)
        if len(run) == 1 and word and not minus and alike and (found := alike(word)):
            shown[word] = tuple(found)
            others += [(run[0], key) for key in dict.fromkeys(found.values()) if key != run[0]]
    return Query(
        tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)), tuple(dict.fromkeys(others)), tuple(shown.items())
    )


def for_sqlite(query: Query, column: str | None = None) -> str:
    """The query as FTS5 reads it, in all columns or in one."""
    within = f"{column} : " if column else ""
    text = " AND ".join(_any([within + _fts5(one) for one in _spelt(query, run)], "OR") for run in query.wanted)
    return f"({text})" + "".join(f" NOT {within}{_fts5(run)}" for run in query.unwanted)


def for_postgresql(query: Query, *, first: bool | None = None) -> str:
    """The query as a `tsquery`; with `first`, only words of weight A (or, when False, the others) count."""
    weight = "" if first is None else ":A" if first else ":D"
    parts = [_any([_tsquery(one, weight) for one in _spelt(query, run)], "|") for run in query.wanted]
    return " & ".join(parts + ["!" + _tsquery(run, weight) for run in query.unwanted])


def _spelt(query: Query, run: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A run and the other spellings of a word that stands alone."""
    return [run, *((other,) for word, other in query.alike if run == (word,))]


def _any(parts: list[str], sign: str) -> str:
    return parts[0] if len(parts) == 1 else f"({f' {sign} '.join(parts)})"


def _fts5(run: tuple[str, ...]) -> str:
    return '"' + " ".join(word.replace('"', '""') for word in run) + '"'


def _tsquery(run: tuple[str, ...], weight: str) -> str:
    return "(" + " <-> ".join(quoted(word) + weight for word in run) + ")"
