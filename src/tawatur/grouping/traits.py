"""One article's traits: stems, phrases, places, numbers and days, read from its words alone."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from tawatur.grouping.alone import asks, why_alone
from tawatur.grouping.lexis import NEXT, Known, Read
from tawatur.grouping.rarity import Rarity
from tawatur.grouping.records import Traits
from tawatur.grouping.settings import GroupSettings
from tawatur.model import Article

_FIRST = 40  # words of the body that count whole in the lead; those after count for less
_LATER = 0.7
_PHRASE = 8.0  # weight from which two neighbouring words say more together: both at least rather rare
_NUMBER = 10.0  # what a number of three digits and more weighs beside its neighbour: as a rare word does
_SHINGLE, _SAMPLE = 4, 4
"""Wording, for copies: of all runs of four words, every fourth by its hash (Manber, "Finding similar files", 1994)."""
_EAST = timedelta(hours=3)  # days are told as in the Arab east


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


def stems_of(read: Read) -> frozenset[str]:
    """The stems that an article's rarity is counted by."""
    return frozenset(k.stem for part in read for k in part if k.stem)


def read_traits(article: Article, read: Read, rarity: Rarity, hour: float, settings: GroupSettings) -> Traits:
    """The traits of an article, its stems weighed by their rarity at this moment."""
    title, body = read
    first = body[: settings.lead_words]
    head = article.text[slice(*article.title)] if article.title else ""
    weights = {stem: rarity.weight(stem) for stem in stems_of(read)}
    above = {k.stem for k in title if k.stem}
    return Traits(
        id=article.id,
        outlet=article.outlet,
        title=" ".join(head.split()) or " ".join(article.text.split()[:10]),
        hour=hour,
        whole=_unit(_whole(body, above, weights)),
        headline=_parts({stem: weights[stem] for stem in above}),
        lead=_unit(_lead(first, above, weights)),
        forms={k.stem: k.text for k in (*first, *title) if k.stem},
        phrases={**_phrases(title, weights), **_phrases(body, weights)},
        places={k.place: k.text for k in (*first, *title) if k.place},
        numbers=frozenset(k.number for part in read for k in part if k.number),
        days=_day(body[: settings.day_words], hour),
        question=asks(head),
        prints=_prints(body),
        alone=why_alone([k.folded for k in title], [k.folded for k in body], article.text[len(head) :]),
    )


def _whole(body: Sequence[Known], above: set[str], weights: Mapping[str, float]) -> dict[str, float]:
    """Every stem, more for one that comes often, and once more for one of the headline."""
    counts = Counter([k.stem for k in body if k.stem])
    found = {stem: weights[stem] * (1 + math.log(count)) for stem, count in counts.items()}
    for stem in above:
        found[stem] = found.get(stem, 0.0) + weights[stem]
    return found


def _lead(first: Sequence[Known], above: set[str], weights: Mapping[str, float]) -> dict[str, float]:
    """The stems of headline and first words, where it is told what happened."""
    found: dict[str, float] = {}
    for at, k in enumerate(first):
        if k.stem and k.stem not in found:
            found[k.stem] = weights[k.stem] * (1.0 if at < _FIRST else _LATER)
    for stem in above:
        found[stem] = found.get(stem, 0.0) + weights[stem]
    return found


def _unit(weights: dict[str, float]) -> dict[str, float]:
    """Weights of length one, the same in whatever order they are."""
    length = math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
    return {stem: weight / length for stem, weight in weights.items() if weight > 0}


def _parts(weights: dict[str, float]) -> dict[str, float]:
    """Weights that come to one."""
    total = math.fsum(weights.values())
    return {stem: weight / total for stem, weight in weights.items() if weight > 0}


def _phrases(found: Sequence[Known], weights: Mapping[str, float]) -> dict[str, float]:
    """Two neighbouring stems that are rather rare, as names and counted things are, with their weight."""
    phrases: dict[str, float] = {}
    last, before = "", 0.0
    for k in found:
        stem = k.stem if len(k.stem) > 2 else k.number if len(k.number) > 2 else ""
        weight = weights.get(stem, _NUMBER) if stem else 0.0
        if stem and last and before + weight > _PHRASE:
            phrases[f"{last} {stem}"] = before + weight - _PHRASE
        last, before = stem, weight
    return phrases


def _day(found: Sequence[Known], hour: float) -> frozenset[int]:
    """The calendar day, as an ordinal, that the first weekday, "today" or "yesterday" stands for."""
    published = (datetime(1970, 1, 1) + timedelta(hours=hour) + _EAST).date()
    for at, k in enumerate(found):
        if k.weekday >= 0:
            back = (published.weekday() - k.weekday) % 7
            ahead = at + 1 < len(found) and found[at + 1].folded in NEXT
            return frozenset({published.toordinal() - (back - 7 if ahead else back)})
        if k.offset is not None:
            return frozenset({published.toordinal() + k.offset})
    return frozenset()


def _prints(body: Sequence[Known]) -> frozenset[int]:
    keys = [k.stem or k.folded for k in body]
    runs = map(" ".join, zip(*(keys[at:] for at in range(_SHINGLE)), strict=False))
    return frozenset([hashed for hashed in (zlib.crc32(run.encode()) for run in runs) if hashed % _SAMPLE == 0])
