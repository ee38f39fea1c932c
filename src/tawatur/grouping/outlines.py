"""What grouping keeps of an article: its words as numbers, a plain function of the article alone.

An outline can be made in another process and stored; everything that depends on other articles (how rare a stem is, who
is like whom) is worked out by the stream from these numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from tawatur.grouping.alone import asks, why_alone
from tawatur.grouping.lexis import PHRASE, STEM, TOLD, WORDING, WORDS, Lexicon, lexicon
from tawatur.grouping.settings import DEFAULT, GroupSettings
from tawatur.model import Article, Reason

Ints = NDArray[np.int64]

EARLY, LATE = 1, 2
"""Where in the lead a stem comes first: among the `_FIRST` words of the body, or after them."""
_FIRST = 40
_SAMPLE = 4
"""Wording, for copies: of all runs of four words, every fourth by its hash (Manber, "Finding similar files", 1994)."""
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93], np.uint64)
_OPENING = 12  # first words of a text in which a round-up says what it is


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """An article as grouping sees it.

    `keys` are those of its stems (first the `of_title`, up to `of_lead` those of the lead, then the others), of its
    `numbers`, then of its places. Each stem has `priors` (how many of 2^32 articles of news at large hold it) and
    `counts` (how often the body does); each of the lead `spots` (where in the body it comes first: `EARLY`, `LATE`, 0
    for not in its lead). `pairs` are neighbours, as places in `keys`. `prints` sample its wording. `forms` are the
    stems of the lead, the numbers and the places as the text writes them. `weekday` (-1 for none), `offset` and
    `ahead` are those of the first day it names. `hour` is when it was published, in hours since 1970, if that is known.
    """

    id: str
    outlet: str
    title: str
    hour: float | None
    keys: Ints
    priors: Ints
    counts: Ints
    spots: Ints
    pairs: Ints
    prints: Ints
    forms: tuple[str, ...]
    of_title: int
    of_lead: int
    numbers: int
    weekday: int
    offset: int | None
    ahead: bool
    question: bool
    alone: Reason | None


def outline(article: Article, settings: GroupSettings = DEFAULT) -> Outline:
    """Read an article for its words alone, without signs and page chrome."""
    known = lexicon()
    above, below = map(WORDS.findall, _parts(article))
    words = above + below
    forms = np.fromiter(map(known.__getitem__, words), np.int64, len(words))
    rows = known.columns[forms]
    stems, n, lead = rows[:, STEM], len(above), len(above) + settings.lead_words
    seen = _first_places(stems, known.ranks)
    units = stems[seen]
    of_title, of_lead = np.searchsorted(seen, (n, lead)).tolist()
    numbers, places = _told(np.flatnonzero(rows[:, TOLD]).tolist(), forms.tolist(), words, n, lead, known)
    terms = np.concatenate([units, np.array([*numbers, *places], np.int64)])
    known.ranks[terms] = np.arange(len(terms))
    body = known.ranks[stems[n:]]
    held = stems[n:] > 0
    weekday, offset, ahead = _day(forms[n : n + settings.day_words].tolist(), known)
    head = article.text[slice(*article.title)] if article.title else ""
    return Outline(
        id=article.id,
        outlet=article.outlet,
        title=" ".join(head.split()) or " ".join(article.text.split()[:10]),
        hour=hour_of(article.published),
        keys=known.term_keys[terms],
        priors=known.priors[units],
        counts=np.bincount(body[held], minlength=len(units)),
        spots=_spots(body[: settings.lead_words], held[: settings.lead_words], of_lead),
        pairs=_pairs(rows[:, PHRASE], n, known),
        prints=_prints(rows[n:, WORDING]),
        forms=(*_written(words, stems[:lead], n, of_lead, known), *numbers.values(), *places.values()),
        of_title=of_title,
        of_lead=of_lead,
        numbers=len(numbers),
        weekday=weekday,
        offset=offset,
        ahead=ahead,
        question=asks(head),
        alone=why_alone(above, below[:_OPENING], article.text[len(head) :]),
    )


def hour_of(published: str | None) -> float | None:
    """Hours since 1970 of a date or date-time; a bare date is its noon. None for none, or what is no date."""
    if not published:
        return None
    try:
        if len(published) == 10:
            moment = datetime.fromisoformat(published).replace(hour=12, tzinfo=UTC)
        else:
            moment = datetime.fromisoformat(published)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except ValueError:
        return None
    if not 2 <= moment.year <= 9998:  # days before and after it are reckoned with
        return None
    return moment.timestamp() / 3600


def _parts(article: Article) -> tuple[str, str]:
    """The title, and all else."""
    start, end = article.title or (0, 0)
    text = article.text
    for part in article.chrome:
        first, last = part.span
        text = text[:first] + " " * (last - first) + text[last:]
    return text[start:end], f"{text[:start]} {text[end:]}" if start else text[end:]


def _first_places(terms: Ints, ranks: Ints) -> Ints:
    """Where each term comes first, in order; 0 is no term."""
    at = np.arange(len(terms))
    ranks[terms[::-1]] = at[::-1]  # of several places the last that is assigned stays: the first
    return np.flatnonzero((ranks[terms] == at) & (terms > 0))


def _told(
    named: Sequence[int], forms: Sequence[int], words: Sequence[str], n: int, lead: int, known: Lexicon
) -> tuple[dict[int, str], dict[int, str]]:
    """The numbers of the whole text and the places of body lead and title, by term, as they are told."""
    numbers = {known.numbers[forms[at]]: known.texts[forms[at]] for at in named if forms[at] in known.numbers}
    shown = [at for at in named if n <= at < lead] + [at for at in named if at < n]
    return numbers, {known.places[forms[at]]: words[at] for at in shown if forms[at] in known.places}


def _spots(ranks: Ints, held: NDArray[np.bool_], of_lead: int) -> Ints:
    found = np.zeros(of_lead, np.int64)
    for first, last, spot in ((_FIRST, len(ranks), LATE), (0, _FIRST, EARLY)):
        found[ranks[first:last][held[first:last]]] = spot
    return found


def _pairs(phrases: Ints, n: int, known: Lexicon) -> Ints:
    """Neighbours that can make a phrase, within the title and within the body, each once."""
    tokens = np.concatenate([phrases[:n], [0], phrases[n:]])
    left, right = tokens[:-1], tokens[1:]
    both = (left > 0) & (right > 0)
    codes = np.unique(known.ranks[left[both]] << 32 | known.ranks[right[both]])
    return np.stack([codes >> 32, codes & 0xFFFFFFFF], axis=1)


def _prints(wording: Ints) -> Ints:
    keys, runs = wording.astype(np.uint64), max(0, len(wording) - len(_FACTORS) + 1)
    mixed = np.zeros(runs, np.uint64)
    for at, factor in enumerate(_FACTORS):
        mixed = (mixed ^ keys[at : at + runs]) * factor
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed[mixed % np.uint64(_SAMPLE) == 0] >> np.uint64(32)).astype(np.int64)


def _written(words: Sequence[str], stems: Ints, n: int, of_lead: int, known: Lexicon) -> list[str]:
    """The stems of the lead as it writes them last; the title goes before."""
    last = np.zeros(of_lead, np.int64)
    order = np.concatenate([np.arange(n, len(stems)), np.arange(n)])
    order = order[stems[order] > 0]
    last[known.ranks[stems[order]]] = order
    return [words[at] for at in last.tolist()]


def _day(forms: Sequence[int], known: Lexicon) -> tuple[int, int | None, bool]:
    """The first weekday, "today" or "yesterday" that is named, and whether it is called the next."""
    for at, form in enumerate(forms):
        if form in known.days:
            weekday, offset = known.days[form]
            return weekday, offset, at + 1 < len(forms) and forms[at + 1] in known.following
    return -1, None, False
