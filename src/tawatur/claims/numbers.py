"""Where two statements give one count different numbers, and which of them takes the other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.claims.conflicts import Conflict, agreement, same_predicate
from tawatur.claims.counts import Count, comparable, compatible, figure
from tawatur.claims.marks import stands
from tawatur.claims.tolls import ONE_LOAD, Tolls
from tawatur.claims.wording import Wording
from tawatur.languages.ar.counting import is_state
from tawatur.languages.ar.script import fold
from tawatur.model import Article, RelationType, Span
from tawatur.settings import Settings

TOLLS = frozenset({"killed", "wounded", "missing", "detained", "displaced", "survived"})
COUNTED = TOLLS | {ONE_LOAD}
TELLING = 10
_FACTOR = 2.5  # how far two figures can be apart that count one thing
_SOME = 1.6  # the same where only one of them is of the people of a country
_HELD = frozenset({"accusation", "position"})  # kinds of statements that a number is in by the way
_VAGUE = 5  # the same where one of them is no figure but an order of size ("dozens")
_NUMBER = frozenset(fold(word) for word in ("عدد", "العدد", "حصيلة", "الحصيلة", "وعدد", "بعدد"))


def _far(c: Count, d: Count) -> bool:
    """Whether two figures are so far from each other that they rather count two things."""
    factor = _VAGUE if _vague(c) or _vague(d) else _FACTOR if bool(c.nation) == bool(d.nation) else _SOME
    return c.role in COUNTED and _nearness(c, d) < 1 / factor


def _own(wording: Wording, count: Count) -> bool:
    """Whether a count is of those that a statement tells of first: "two killed and ten wounded" is a claim of two."""
    return count.role not in TOLLS or wording.fate in (None, count.role)


def _ages(a: Wording, count: Count) -> bool:
    """Whether a count of years is somebody's age."""
    return count.quantity.unit == "year" and any(stands(t, "age") for t in a.terms)


def _total(a: Wording, b: Wording) -> bool:
    """Whether the people that a statement counts one by one are as many as another counts together."""
    parts = [figure(c) for c in a.counts if c.quantity.unit == "person"]
    return len(parts) > 1 and any(c.quantity.unit == "person" and figure(c) == sum(parts) for c in b.counts)


def _vague(count: Count) -> bool:
    """Whether a count is no figure but an order of size ("dozens")."""
    q = count.quantity
    return q.low is not None and q.high is not None and q.high >= 2 * q.low


def _nearness(c: Count, d: Count) -> float:
    """The smaller of two figures as a share of the larger."""
    small, large = sorted((figure(c), figure(d)))
    return small / large if large else 1.0


def same_counts(ready: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs (later, earlier) of different articles that give one count of people one and the same telling figure.

    Small numbers recur by chance; from ten on two reports of one event that count the same people as the same in the
    same number say one thing, whatever else their clauses hold. Set by judgement; true of all such pairs in the
    development stories.
    """
    seen: dict[tuple[str, str, float, float | None], list[int]] = {}
    for i, wording in enumerate(ready):
        for count in wording.counts:
            q = count.quantity
            if count.role in COUNTED and not count.part and q.low is not None and q.low >= TELLING:
                key = (count.role, count.group, q.low, q.high)
                yield from ((i, j) for j in seen.get(key, ())[-1:] if ready[j].article != wording.article)
                seen.setdefault(key, []).append(i)


def same_figure(a: Wording, b: Wording) -> tuple[Span, Span]:
    """The words of the count by which `same_counts` joins two statements, in each."""
    pairs = ((c, d) for c in a.counts for d in b.counts if comparable(c, d) and figure(c) == figure(d) >= TELLING)
    c, d = next(pairs)
    return c.quantity.span, d.quantity.span


def one_figure(a: Wording, b: Wording) -> bool:
    """Whether both speak of a number ("the number of …") and only one gives it."""
    if bool(a.counts) == bool(b.counts):
        return False
    return all(w.head is not None and w.head.form in _NUMBER for w in (a, b))


def number(a: Wording, b: Wording, settings: Settings, known: Tolls | None = None) -> Conflict | None:
    """Numbers of one count that cannot both be, with none that agree.

    The rest of the statements must agree the less, the more the count itself tells: a vessel has one number of people
    aboard, what one speaker counted as survivors yesterday is what the speaker counts today, and the main tolls of two
    articles of a story are tolls of its event.
    """
    pairs = [(c, d) for c in _whole(a, known) for d in _whole(b, known) if comparable(c, d)]
    if not pairs or any(compatible(c, d) for c, d in pairs) or a.statement.polarity != b.statement.polarity:
        return None
    if (a.statement.kind in _HELD) != (b.statement.kind in _HELD):
        return None  # what is told, and what is held of it
    if a.article == b.article:
        return None  # one article's numbers are numbers of different things
    one_speaker = len(a.statement.chain) > 1 and a.root == b.root
    if not one_speaker and a.days and b.days and not {d for d, _ in a.days} & {d for d, _ in b.days}:
        return None  # two happenings
    if any(stands(t, "span") for t in a.terms) != any(stands(t, "span") for t in b.terms):
        return None  # one of the two is of a longer time
    older = (a.statement.kind == "background") != (b.statement.kind == "background")
    if _total(a, b) or _total(b, a):
        return None  # passengers and crew of the one are the people aboard of the other
    states = {t.stem for w in (a, b) for t in w.terms if is_state(t.form)}
    strength = agreement(a, b, states)
    wider = agreement(a, b, states, clauses=True) if any(c.role in TOLLS for c, _ in pairs) else strength
    for c, d in pairs:
        if _far(c, d) or _ages(a, c) or not (_own(a, c) and _own(b, d)):
            continue
        main = known is not None and all((w.article, x.quantity.span) in known.main for w, x in ((a, c), (b, d)))
        if c.role in TOLLS:
            least = 0.0 if one_speaker or main else settings.conflict_toll
        elif older:
            continue  # another vessel, another attack
        elif c.role:
            least = settings.conflict_toll if c.role != ONE_LOAD else 0.0 if main else settings.conflict_load
        elif _nearness(c, d) < 1 / _FACTOR:
            continue
        else:
            least = settings.conflict_percent if c.quantity.unit == "percent" else settings.conflict_number
        if _vague(c) != _vague(d):
            least = max(least, settings.conflict_vague)
        if (wider if c.role in TOLLS else strength) >= least and (c.role or same_predicate(a, b)):
            return Conflict("contradiction", "number", (c.quantity.span, d.quantity.span), strength, (key(c), key(d)))
    return None


def _whole(wording: Wording, known: Tolls | None) -> list[Count]:
    parts = known.parts if known else frozenset()
    return [c for c in wording.counts if (wording.article, c.quantity.span) not in parts]


def key(count: Count) -> str:
    """A count as a key: equal for the same number of the same."""
    q = count.quantity
    return f"{q.unit}:{count.role}:{q.low}:{q.high}"


def sequence(a: Wording, b: Wording, conflict: Conflict, first: Article, second: Article) -> RelationType:
    """Whether one number takes the other's place, could hold beside it, or contradicts it.

    A larger toll takes the place of an earlier one, any number that of one its own speaker gave before, and a larger
    number that of "at least": but beside an "at least" of the same day or later it is only another answer.
    """
    c, d = (_of(w, span) for w, span in zip((a, b), conflict.spans, strict=True))
    if c.quantity.unit != d.quantity.unit:
        return conflict.type
    order = published(first, second) if a.article != b.article else 0
    low_c, low_d = figure(c), figure(d)
    small = c if low_c < low_d else d
    grows = (low_d > low_c) == (order > 0)
    if order and grows and (c.role in TOLLS or small.quantity.high is None):
        return "update"
    if order and len(a.statement.chain) > 1 and a.root == b.root:
        return "update"
    if small.quantity.high is None:
        return "divergent" if order or _same_day(first, second) else "update"
    return "contradiction"


def _of(wording: Wording, span: tuple[int, int]) -> Count:
    return next(count for count in wording.counts if count.quantity.span == span)


def published(first: Article, second: Article) -> int:
    """1 when the second article was published later, -1 when earlier, 0 when that cannot be told."""
    early, late = first.published or "", second.published or ""
    size = min(len(early), len(late))
    early, late = early[:size], late[:size]
    return (late > early) - (late < early)


def _same_day(first: Article, second: Article) -> bool:
    return bool(first.published and second.published) and first.id != second.id
