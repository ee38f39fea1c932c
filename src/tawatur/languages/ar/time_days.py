"""Days by name: weekdays, "today", "the day before yesterday", with the calendar date that may explain them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.number_words import is_digits
from tawatur.languages.ar.ordinals import read_ordinal
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_dates import (
    read_day_alone,
    read_day_of_month,
    read_month,
    read_numeric,
    read_year_phrase,
)
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, is_sign, kind_at, phrase, spanning
from tawatur.languages.ar.time_relative import read_relative_unit
from tawatur.languages.ar.time_words import sense


def read_day(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A day: named, counted or dated."""
    found = (
        read_nth_weekday(words, i)
        or read_weekday(words, i)
        or read_day_word(words, i)
        or read_numeric(words, i)
        or read_day_of_month(words, i)
    )
    if found:
        return found
    hit = sense(words[i].folded, "day_name")
    if hit and i + 1 < len(words) and not words[i].folded.startswith("ال"):
        inner = read_day_of_month(words, i + 1) or read_numeric(words, i + 1)
        if inner is None and is_digits(words[i + 1]) and is_form(words, i, "يوم", "ليوم", "ويوم"):
            inner = read_day_alone(words, i + 1)
        if inner:
            return spanning(words, inner, i)
    return None


def read_weekday(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A weekday with the noun "day" or "this" before it, an adjective, its week or a full date behind it."""
    this = is_form(words, i, "هذا", "وهذا", "بهذا")
    at = i + this
    if kind_at(words, at, "day_name") and at + 1 < len(words) and sense(words[at + 1].folded, "weekday"):
        at += 1
    hit = sense(words[at].folded, "weekday") if at < len(words) else None
    if hit is None or (at > i and hit[0]):
        return None
    previous = words[i - 1].folded if i else ""
    if (at == i and sense(previous, "recurring")) or (at > i and previous == "كل"):
        return None
    clitics = hit[0] if at == i else ("و" if words[i].folded.startswith("و") else "")
    today = 0 if at > i and words[i].folded.endswith("اليوم") else None
    found = phrase(words, i, at + 1, "day", clitics, weekday=hit[1]["weekday"], week=0 if this else None, shift=today)
    if entry := kind_at(words, at + 1, "direction"):
        # "The last Friday of July" is found by its place in the month.
        if inner := read_container(words, at + 2) if entry["step"] == -1 else None:
            return spanning(words, found, i, inner.last, nth=-1, of=inner, week=None)
        found = spanning(words, found, i, at + 2, step=entry["step"], week=None)
    elif is_form(words, at + 1, "قبل", "بعد") and (entry := kind_at(words, at + 2, "direction")):
        return spanning(words, found, i, at + 3, step=2 * int(str(entry["step"])), week=None)
    elif (ordinal := read_ordinal(words, at + 1) if at + 1 < len(words) else None) and ordinal[0] <= 5:
        if inner := read_container(words, ordinal[1]):
            return spanning(words, found, i, inner.last, nth=ordinal[0], of=inner, week=None)
    elif is_form(words, at + 1, "من") and (inner := read_relative_unit(words, at + 2)) and inner.unit == "week":
        return spanning(words, found, i, inner.last, week=inner.shift, told=inner.told)
    return _with_date(words, found)


def read_container(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "من يوليو", "في هذا الشهر", "من عام 2027", "العام المقبل": the month or year that something is counted in."""
    at = i + is_form(words, i, "من", "في", "لشهر", "بشهر", "لعام")
    at -= is_form(words, i, "لشهر", "بشهر", "لعام")
    if at >= len(words):
        return None
    led = at > i or is_form(words, i, "لشهر", "بشهر", "لعام", "شهر")
    found = read_relative_unit(words, at) or (read_month(words, at, company=True) if led else None)
    found = found or (read_year_phrase(words, at) if led else None)
    return found if found and found.unit in ("month", "year") and not found.islamic else None


def read_nth_weekday(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "أول يوم جمعة من يوليو", "آخر أحد في الشهر الماضي"."""
    nth = -1 if is_form(words, i, "اخر") else _COUNTS.get(words[i].folded)
    if nth is None:
        return None
    at = i + 1 + is_form(words, i + 1, "يوم")
    hit = sense("ال" + words[at].folded, "weekday") if at < len(words) else None
    inner = read_container(words, at + 1) if hit else None
    if hit is None or inner is None:
        return None
    return phrase(words, i, inner.last, "day", weekday=hit[1]["weekday"], nth=nth, of=inner)


_COUNTS = {"اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "خامس": 5}


def _with_date(words: Sequence[Word], found: TimePhrase) -> TimePhrase:
    """A weekday or "today" joined with the calendar date that explains it."""
    at = found.last
    while at < found.last + 3 and (is_sign(words, at, "،,(-–") or is_form(words, at, "الموافق", "المصادف")):
        at += 1
    if at >= len(words):
        return found
    date = read_day_of_month(words, at) or read_numeric(words, at)
    if date is None and at == found.last and found.weekday is not None and found.step is None:
        alone = read_day_alone(words, at)
        return replace(found, last=alone.last, end=alone.end, day=alone.day) if alone else found
    if (
        date is None
        or date.until
        or (
            is_sign(words, at - 1, "،,-–(")
            and date.year is None
            and date.step is None
            and not (is_sign(words, at - 1, "("))
        )
    ):
        return found
    last = date.last + (is_sign(words, date.last, ")") and is_sign(words, at - 1, "("))
    merged = spanning(words, date, found.first, last, weekday=found.weekday)
    return replace(merged, start=found.start)


def read_day_word(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "اليوم", "أمس الأول", "أول من أمس", "بعد غد", with the weekday that may follow."""
    at, shift, first = i, None, i
    if is_form(words, i, "هذا", "وهذا") and is_form(words, i + 1, "اليوم") and not is_form(words, i + 2, "من", "الذي"):
        return phrase(words, i, i + 2, "day", "و" if words[i].folded[0] == "و" else "", shift=0, told=True)
    if is_form(words, i, "يوم", "ويوم", "نهار", "ليوم"):
        at += 1
    if is_form(words, at, "اول", "الاول", "واول"):
        back = at + 1 + is_form(words, at + 1, "من")
        if is_form(words, back, "امس"):
            shift, at = -2, back + 1
    elif is_form(words, at, "بعد", "وبعد") and is_form(words, at + 1, "غد", "الغد", "غدا"):
        shift, at = 2, at + 2
    clitics = "و" if words[first].folded.startswith("و") and shift is not None else ""
    if shift is None:
        hit = sense(words[at].folded, "day_word") if at < len(words) else None
        if hit is None or "لل" in hit[0] or hit[0] == "ل":
            return None
        shift, clitics = int(hit[1]["shift"]), hit[0] if at == i else ""
        if words[at].folded.endswith("الليله"):
            return None
        if words[at].folded.endswith("اليوم") and _not_today(words, at):
            return None
        if shift == -1 and is_form(words, at + 1, "الاول"):
            shift, at = -2, at + 1
        at += 1
    found = phrase(words, first, at, "day", clitics, shift=shift)
    comma = at + is_sign(words, at, "(،")
    hit = sense(words[comma].folded, "weekday") if comma < len(words) else None
    if hit and not hit[0] and (comma == at or is_sign(words, comma + 1, ")،")):
        last = comma + 1 + (is_sign(words, at, "(") and is_sign(words, comma + 1, ")"))
        found = spanning(words, found, first, last, weekday=hit[1]["weekday"])
    return _with_date(words, found)


def _not_today(words: Sequence[Word], at: int) -> bool:
    """Whether "اليوم" is part of a name or says "the day" of something else."""
    nxt = words[at + 1].folded if at + 1 < len(words) else ""
    previous = words[at - 1].folded if at else ""
    if sense(nxt, "same") or sense(nxt, "neighbour") or sense(nxt, "direction"):
        return True
    if nxt.startswith("ال") and not sense(nxt, "weekday") and (read_ordinal(words, at + 1) or nxt.endswith("ي")):
        return True
    if sense(previous, "masthead") and previous.startswith("ال") and previous.endswith("ري"):
        return True
    if sense(previous, "masthead") and at >= 2:
        return words[at - 2].folded in _MASTHEAD_LEADS or words[at - 2].folded[:1] in "\"'«“#("
    return previous in _WHOLE_DAY


_WHOLE_DAY = frozenset({"طوال", "طيله", "طول", "نفس", "ذات", "ذلك", "هذا", "في", "نهايه", "بدايه"})


_MASTHEAD_LEADS = frozenset(
    {"قناه", "صحيفه", "موقع", "جريده", "شبكه", "وكاله", "تلفزيون", "لقناه", "لصحيفه", "عن", "لموقع"}
)
