"""What the quantities of a statement count, so that only counts of the same are compared.

"About 140 passengers" and "104 people aboard" answer one question; "a permitted load of 90 passengers" another. A count
of people is told by what became of them or what they were doing (its role) and by whether it counts some of them only
("among them two children"). Two counts joined by "and" are one: "two officers and a student" are three people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from tawatur.languages import lexicons
from tawatur.languages.ar.gazetteer import nationalities
from tawatur.languages.ar.script import Word, bare, fold, words_of
from tawatur.languages.ar.stems import stem
from tawatur.model import Quantity, Statement

_BEFORE, _AFTER = 4, 5  # words on either side of a number that can tell its role
_ROLES = ("killed", "survived", "missing", "aboard", "attackers")  # the more telling first
_KINDS = ("civilians", "soldiers", "militants", "fighters")
_OWNED = ("ها", "هم", "نا")  # "two of its citizens" are some of the people only
_STOPS = frozenset(".؛؟!،,:")
_EXACT, _ROUND = 0.1, 0.25  # how far "at least" reaches: beyond an exact figure, beyond one rounded to tens
_ROUNDED = 0.015  # how far a figure that does not count people can be rounded
_ABOUT = 0.1  # how far "about" reaches to either side


@dataclass(frozen=True, slots=True)
class Count:
    """One count: the number with its unit, the role of what is counted, the group when it counts some people only.

    `part` marks a count that is part of another one of its statement; `kind` tells soldiers from civilians where the
    noun says which were counted, `nation` those of a country.
    """

    quantity: Quantity
    role: str
    group: str = ""
    part: bool = False
    kind: str = ""
    nation: str = ""


def counts_of(text: str, statement: Statement) -> tuple[Count, ...]:
    """The counts of a statement, in order; those of people that "and" joins as one more, their sum."""
    if not statement.quantities:
        return ()
    start, end = statement.content
    found = words_of(text, start, max(end, statement.sentence[1]))
    read = [_count(q, found) for q in statement.quantities]
    return tuple(_joined([_with_another(count, found) for count in read], found))


def _count(q: Quantity, found: Sequence[Word]) -> Count:
    if q.unit != "person":
        return Count(q, "")
    inside = {stem(w.folded) for w in found if q.span[0] <= w.start < q.span[1]}
    before = _side([w for w in reversed(found) if w.end <= q.span[0]], _BEFORE)
    after = _side([w for w in found if w.start >= q.span[1]], _AFTER)
    told = {
        role
        for place, near in (("before", before), ("after", after), ("noun", [(key,) for key in sorted(inside)]))
        for role, form in _roles(place)
        if form in near
    }
    own = next((w.folded for w in found if q.span[0] <= w.start < q.span[1] and w.folded.endswith(_OWNED)), "")
    group = own or next((form[0] for role, form in _roles("noun") if role == "group" and form[0] in inside), "")
    assailants = any(role == "attackers" and form[0] in inside for role, form in _roles("noun"))
    limits = next((r for r in ("excess", "capacity") if r in told), "")
    role = limits or ("attackers" if assailants else q.state) or next((r for r in _ROLES if r in told), "")
    kind = next((r for r in _KINDS if r in told), "")
    noun = [w.folded for w in found if q.span[0] <= w.start < q.span[1]]
    nation = next((code for form in noun if (code := nationalities().get(form))), "")
    return Count(q, role, group, "part" in told, kind, nation)


def _side(near: Sequence[Word], size: int) -> list[tuple[str, ...]]:
    """The stems of the words on one side, nearest first, up to a stop; and each two of them in order of the text."""
    keys: list[str] = []
    for word in near[: size + 1]:
        if word.text in _STOPS or len(keys) == size:
            break
        keys.append(stem(word.folded))
    pairs = [pair for a, b in pairwise(keys) for pair in ((a, b), (b, a))]
    return [*((key,) for key in keys), *pairs]


@cache
def _roles(place: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The roles that words in a place tell, each with the stems of a form."""
    return tuple(
        (entry["role"], tuple(stem(fold(word)) for word in form.split()))
        for entry in lexicons.entries("ar", "count_roles")
        if entry["place"] == place
        for form in entry["forms"]
    )


@cache
def _singulars() -> frozenset[str]:
    """Nouns of one person, as folded forms."""
    return frozenset(
        form
        for entry in lexicons.entries("ar", "units")
        if entry["unit"] == "person" and "state" not in entry
        for forms in [[fold(f) for f in entry["forms"]]]
        for form in forms
        if form == forms[0] or form + "ا" in forms
    )


def _with_another(count: Count, found: Sequence[Word]) -> Count:
    """The count with one person more when "and a ..." follows it: "شرطيتين وطالب"."""
    q = count.quantity
    following = next((w for w in found if w.start >= q.span[1]), None)
    if q.unit != "person" or q.low is None or q.high is None or q.low != q.high or not following:
        return count
    if following.folded[0] != "و" or following.folded[1:] not in _singulars() or bare(following.folded[1:]) == "اخر":
        return count
    more = replace(q, span=(q.span[0], following.end), low=q.low + 1, high=q.high + 1)
    return replace(count, quantity=more, group="")


def _joined(counts: Sequence[Count], found: Sequence[Word]) -> Iterator[Count]:
    """The counts, and of two people counts of one role that only "and" stands between their sum, each then a part."""
    total: Count | None = None
    for at, count in enumerate(counts):
        following = counts[at + 1] if at + 1 < len(counts) else None
        beside = following is not None and _beside(count, following, found)
        yield replace(count, part=count.part or beside or total is not None)
        if beside and following:
            total = _sum(total or count, following)
        elif total:
            yield total
            total = None


def _beside(a: Count, b: Count, found: Sequence[Word]) -> bool:
    q, r = a.quantity, b.quantity
    between = [w.folded for w in found if q.span[1] <= w.start and w.end <= r.span[0]]
    start = next((w.folded for w in found if w.start <= r.span[0] < w.end), "")
    joined = between in (["و"], []) and (between == ["و"] or start.startswith("و"))
    return joined and q.unit == r.unit == "person" and a.role == b.role and not (a.part or b.part)


def _sum(a: Count, b: Count) -> Count:
    q, r = a.quantity, b.quantity
    low = q.low + r.low if q.low is not None and r.low is not None else None
    high = q.high + r.high if q.high is not None and r.high is not None else None
    whole = Quantity((q.span[0], r.span[1]), low, high, q.unit, q.state, q.approximate or r.approximate)
    return Count(whole, a.role)


def comparable(a: Count, b: Count) -> bool:
    """Whether two counts answer one question: one unit, one role, the same people, neither a part of another."""
    q, r = a.quantity, b.quantity
    if a.nation and b.nation and a.nation != b.nation:
        return False
    if (
        a.kind
        and b.kind
        and a.kind != b.kind
        and ("civilians" in (a.kind, b.kind) or "fighters" not in (a.kind, b.kind))
    ):
        return False
    return q.unit == r.unit and a.role == b.role and a.group == b.group and not (a.part or b.part)


def compatible(a: Count, b: Count) -> bool:
    """Whether one number could satisfy both ("dozens" and 24, "at least 12" and 13, "about 1,500" and 1,480).

    An open end reaches a little beyond its figure only: who says "at least 9" has counted nine, and 17 are news.
    """
    q, r = a.quantity, b.quantity
    if q.unit != "person" and figure(a) and abs(figure(a) - figure(b)) <= _ROUNDED * figure(a):
        return True
    return max(_low(q), _low(r)) <= min(_high(q), _high(r))


def _low(q: Quantity) -> float:
    if q.low is None:
        return (q.high or 0.0) * (1 - _reach(q.high or 0.0))
    return q.low * (1 - _ABOUT) if q.approximate else q.low


def _high(q: Quantity) -> float:
    if q.high is None:
        return (q.low or 0.0) * (1 + _reach(q.low or 0.0))
    return q.high * (1 + _ABOUT) if q.approximate else q.high


def _reach(figure: float) -> float:
    return _ROUND if figure and figure % 10 == 0 else _EXACT


def figure(count: Count) -> float:
    """The figure a count gives, its lower end where it gives two."""
    q = count.quantity
    return q.low if q.low is not None else q.high or 0.0
