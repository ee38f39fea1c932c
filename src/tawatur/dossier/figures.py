"""How figures developed: who gave which number of one thing, when, and where it stands now.

A series holds counts that the dossier holds to answer one question: a role of people (killed, wounded, missing,
aboard …), joined where they stand in one claim, where two claims are related in number, or where two articles give one
figure. So the toll of an earlier attack, told as background, is a series of its own. Other counts (money, votes,
distances) make a series only where their claims are related in number, since one story speaks of many such things.
Parts of a count and groups of it ("among them two children"), denied numbers, comment and predictions are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.claims.counts import Count, counts_of
from tawatur.claims.numbers import COUNTED
from tawatur.dossier.index import Index, time_key
from tawatur.dossier.series import Figure, Series, estimate, opposed, superseded
from tawatur.dossier.voices import story_origins
from tawatur.joining import Joined
from tawatur.model import Span, Statement, TimeExpression

_ROLES = ("killed", "missing", "wounded", "survived", "aboard", "detained", "displaced")
_LEFT_OUT = {"comment", "prediction"}
_UNTIL = ("حتى", "لغاية")
_NEAR = 2  # words between "until" and the time of a count: "until the middle of today"


def figures(found: Index) -> tuple[Series, ...]:
    """The series of a story that at least two articles report: those that develop first, of these tolls of the dead."""
    read = list(_read(found))
    alike = Joined(range(len(read)))
    for i, j in _joined(found, read):
        alike.join(i, j)
    made = [_series(found, [read[at] for at in group]) for group in alike.sets()]
    return tuple(sorted((one for one in made if one), key=_order))


def _order(series: Series) -> tuple[bool, int, int, tuple[str, Span]]:
    role = _ROLES.index(series.counted) if series.counted in _ROLES else len(_ROLES)
    first = series.figures[0]
    return series.constant, role, -series.articles, (first.article, first.span)


def _read(found: Index) -> Iterator[Figure]:
    """Every count that can stand in a series, in order of the statements."""
    origin_of = story_origins(found.dossier.claims)
    dates: dict[str, list[TimeExpression]] = {}
    for date in found.dossier.dates:
        dates.setdefault(date.article, []).append(date)
    for statement in found.dossier.statements:
        if statement.kind in _LEFT_OUT or statement.polarity == "-":
            continue
        article = found.articles[statement.article]
        for count in counts_of(article.text, statement):
            if count.part or count.group or count.quantity.low is count.quantity.high is None:
                continue
            said = _said(article.text, statement, dates.get(article.id, ()))
            earlier = said is not None and (article.published is None or said < article.published[:10])
            yield Figure(
                statement=statement,
                span=count.quantity.span,
                counted=_counted(count),
                low=count.quantity.low,
                high=count.quantity.high,
                approximate=count.quantity.approximate,
                outlet=article.outlet,
                time=said if earlier else article.published,
                said=earlier,
                origins=_origins(found, statement, origin_of),
            )


def _counted(count: Count) -> str:
    unit = count.quantity.unit
    return count.role or unit if unit == "person" else unit


def _origins(found: Index, statement: Statement, origin_of: dict[str, str]) -> tuple[str, ...]:
    """The origins on which a statement rests, as their claim counts them; none for an outlet's own voice."""
    claim = found.claim_of.get(statement.id)
    roots = [o.roots[0] for o in claim.origins if statement.id in o.members and o.roots] if claim else []
    return tuple(dict.fromkeys(origin_of[root] for root in roots if root in origin_of))


def _said(text: str, statement: Statement, dates: Sequence[TimeExpression]) -> str | None:
    """The day of a statement where it has its own: when its speaker spoke, or until when its count holds.

    The first stands beside the words of attribution ("said on Wednesday that"), the other after "until". Days of the
    event itself are neither.
    """
    starts = [span[0] for span in (statement.source, statement.cue) if span]
    for date in dates:
        inside = statement.sentence[0] <= date.span[0] and date.span[1] <= statement.sentence[1]
        if not inside or not date.value or date.basis == "unresolved":
            continue
        day = date.value.rsplit("/", 1)[-1][:10]
        if len(day) < 10 or day.count("-") != 2 or "W" in day:
            continue
        within = date.span[0] < statement.content[1] and statement.content[0] < date.span[1]
        if within and set(text[statement.content[0] : date.span[0]].split()[-_NEAR:]) & set(_UNTIL):
            return day
        before = bool(starts) and min(starts) < statement.content[0]
        beside = bool(starts) and date.span[0] >= min(starts) and (date.span[1] <= statement.content[0] or not before)
        if not within and beside:
            return day
    return None


def _joined(found: Index, read: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Which two of the figures answer one question: chains through those of one key, and pairs that are related."""
    seen: dict[tuple[object, ...], int] = {}
    of_statement: dict[str, list[int]] = {}
    for at, figure in enumerate(read):
        claim = found.claim_of.get(figure.statement.id)
        keys: list[tuple[object, ...]] = [(figure.counted, claim.id, figure.value)] if claim else []
        if figure.counted in COUNTED:
            keys.append((figure.counted, "", figure.value))
            keys += [(figure.counted, claim.id)] if claim else []
        for key in keys:
            yield seen.setdefault(key, at), at
        of_statement.setdefault(figure.statement.id, []).append(at)
    for relation in found.dossier.relations:
        if relation.slot == "number":
            one, other = (of_statement.get(id, ()) for id in relation.statements)
            yield from ((i, j) for i in one for j in other if opposed(relation, read[i], read[j]))


def _series(found: Index, group: Sequence[Figure]) -> Series | None:
    """The series of figures that answer one question; None for those of one article, or of a thing told as one."""
    if len({f.article for f in group}) < 2 or (group[0].counted not in COUNTED and len({f.value for f in group}) < 2):
        return None
    order = {article.id: at for at, article in enumerate(found.dossier.articles)}
    timed = sorted(group, key=lambda f: (time_key(f.time), order[f.article], f.span))
    old = superseded(found, timed)
    kept = _told_once(timed)
    standing = [figure for figure in kept if figure.place not in old]
    return Series(kept[0].counted, tuple(kept), frozenset(old), estimate(standing or kept))


def _told_once(group: Sequence[Figure]) -> list[Figure]:
    """Of one article's repetitions of a figure one for each speaker; its own voice only where nobody is named."""
    named = {(f.article, f.value) for f in group if f.speaker}
    kept: dict[tuple[str, tuple[float | None, float | None], str | None], Figure] = {}
    for figure in group:
        if figure.speaker or (figure.article, figure.value) not in named:
            kept.setdefault((figure.article, figure.value, figure.speaker), figure)
    return list(kept.values())
