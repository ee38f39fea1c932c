"""Somebody's taking part in a gathering entails that it took place.

"شارك المبعوث في اللقاء" stands with the statement of the same article that the meeting was held, for one entails the
other (the annotation guide's test for one claim).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.claims.candidates import Pair
from tawatur.claims.conflicts import gathering_words
from tawatur.claims.wording import Wording

_NEAR = 4  # words between the verb and the gathering it speaks of


def attested(ready: Sequence[Wording]) -> Iterator[Pair]:
    """Pairs (later, earlier): a statement that somebody took part, one of its article that the gathering was held."""
    for i, part in enumerate(ready):
        if not _speaks_of(part, "took_part"):
            continue
        held = (j for j, other in enumerate(ready) if j != i and other.article == part.article)
        found = next((j for j in held if _speaks_of(ready[j], "took_place")), None)
        if found is not None:
            yield max(i, found), min(i, found)


def _speaks_of(wording: Wording, kind: str) -> bool:
    """Whether the content opens with a verb of this kind and a gathering soon after it, and is not denied."""
    if wording.statement.polarity == "-":
        return False
    events = gathering_words("event")
    for at, term in enumerate(wording.terms[:2]):
        if term.form in gathering_words(kind):
            return any(after.stem in events for after in wording.terms[at + 1 : at + 1 + _NEAR])
    return False
