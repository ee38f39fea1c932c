"""One article's traits: stems, phrases, places, numbers and days, read from its words alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from tawatur.grouping.alone import asks, why_alone
from tawatur.grouping.lexis import NEXT, Known, known
from tawatur.grouping.rarity import Rarity
from tawatur.grouping.records import Traits
from tawatur.grouping.settings import GroupSettings
from tawatur.languages.ar.script import Word, words
from tawatur.model import Article
from tawatur.stories.fingerprints import winnow

_FIRST = 40  # words of the body that count whole in the lead; those after count for less
_LATER = 0.7
_PHRASE = 8.0  # weight from which two neighbouring words say more together: both at least rather rare
_SHINGLE, _WINDOW = 4, 8  # wording, for copies: as in `stories.fingerprints`, thinner
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
    return moment.timestamp() / 3600


def stems_of(article: Article) -> frozenset[str]:
    """The stems that an article's rarity is counted by."""
    title, body = _parts(article)
    return frozenset(k.stem for k in (*title[1], *body[1]) if _tells(k))


def read_traits(article: Article, rarity: Rarity, hour: float, settings: GroupSettings) -> Traits:
    """The traits of an article, its stems weighed by their rarity at this moment."""
    (title_words, title), (body_words, body) = _parts(article)
    weight = rarity.weight
    first = body[: settings.lead_words]
    lead: dict[str, float] = {}
    for at, k in enumerate(first):
        if _tells(k) and k.stem not in lead:
            lead[k.stem] = weight(k.stem) * (1.0 if at < _FIRST else _LATER)
    for stem in {k.stem for k in title if _tells(k)}:
        lead[stem] = lead.get(stem, 0.0) + weight(stem)
    counts = Counter(k.stem for k in body if _tells(k))
    whole = {stem: weight(stem) * (1 + math.log(count)) for stem, count in counts.items()}
    for stem in {k.stem for k in title if _tells(k)}:
        whole[stem] = whole.get(stem, 0.0) + weight(stem)
    folded = [k.folded for k in title], [k.folded for k in body]
    text = article.text
    return Traits(
        id=article.id,
        outlet=article.outlet,
        title=" ".join(text[slice(*article.title)].split()) if article.title else _opening(text),
        hour=hour,
        whole=_unit(whole),
        lead=_unit(lead),
        forms={
            k.stem: w.text for w, k in (*zip(body_words, first, strict=False), *zip(title_words, title, strict=True))
        },
        phrases={**_phrases(title, rarity), **_phrases(body, rarity)},
        places={
            k.place: w.text
            for w, k in (*zip(title_words, title, strict=True), *zip(body_words, first, strict=False))
            if k.place
        },
        numbers=frozenset(k.number for k in (*title, *body) if k.number),
        days=_days(body[: settings.day_words], hour),
        question=bool(article.title) and asks(text[slice(*article.title)]),
        prints=winnow([k.stem or k.folded for k in body], _SHINGLE, _WINDOW),
        alone=why_alone(folded[0], folded[1], text[article.title[1] :] if article.title else text),
    )


def _parts(article: Article) -> tuple[tuple[list[Word], list[Known]], tuple[list[Word], list[Known]]]:
    """The words of title and body with what is known of them; signs and page chrome left out."""
    chrome = sorted(part.span for part in article.chrome)
    start, end = article.title or (0, 0)
    title, body = list[Word](), list[Word]()
    at = 0
    for word in words(article.text):
        while at < len(chrome) and chrome[at][1] <= word.start:
            at += 1
        if (at < len(chrome) and chrome[at][0] <= word.start) or not word.text[0].isalnum():
            continue
        (title if start <= word.start < end else body).append(word)
    return (title, [known(w.folded) for w in title]), (body, [known(w.folded) for w in body])


def _tells(k: Known) -> bool:
    return bool(k.stem) and not k.folded[0].isdigit()


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items() if weight > 0}


def _phrases(found: Sequence[Known], rarity: Rarity) -> dict[str, float]:
    """Two neighbouring stems that are rather rare, as names of people, places and offices are, with their weight."""
    phrases: dict[str, float] = {}
    last, before = "", 0.0
    for k in found:
        stem = k.stem if len(k.stem) > 2 else ""
        weight = rarity.weight(stem) if stem else 0.0
        if stem and last and before + weight > _PHRASE:
            phrases[f"{last} {stem}"] = before + weight - _PHRASE
        last, before = stem, weight
    return phrases


def _days(found: Sequence[Known], hour: float) -> frozenset[int]:
    """The calendar days that weekdays and "today", "yesterday" stand for, as ordinals."""
    published = (datetime(1970, 1, 1) + timedelta(hours=hour) + _EAST).date()
    days = set[date]()
    for at, k in enumerate(found):
        if k.weekday >= 0:
            back = (published.weekday() - k.weekday) % 7
            ahead = at + 1 < len(found) and found[at + 1].folded in NEXT
            days.add(published - timedelta(days=back - 7 if ahead else back))
            break
        if k.offset is not None:
            days.add(published + timedelta(days=k.offset))
            break
    return frozenset(day.toordinal() for day in days)


def _opening(text: str) -> str:
    """The first words of a text without a title, for whoever must call it something."""
    return " ".join(text.split()[:10])
