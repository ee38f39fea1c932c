"""Parts of the day, nights and clock times, with the day they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.clock import Clock, half_hour, hour_word, read_clock
from tawatur.languages.ar.number_words import is_digits
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_dates import read_day_of_month, read_numeric
from tawatur.languages.ar.time_days import read_day, read_weekday
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, is_sign, kind_at, phrase, spanning
from tawatur.languages.ar.time_relative import read_relative_unit
from tawatur.languages.ar.time_words import sense


def read_day_part(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "صباح الثلاثاء", "بعد ظهر اليوم", "الساعات الأولى من فجر الجمعة"."""
    if here := read_this_part(words, i):
        return here
    at = i
    if is_form(words, i, "الساعات") and is_form(words, i + 1, "الاولي") and is_form(words, i + 2, "من"):
        at = i + 3
        if (inner := read_day_part(words, at) if at < len(words) else None) is not None:
            return spanning(words, inner, i)
        inner = read_day(words, at) if at < len(words) else None
        return spanning(words, inner, i) if inner and inner.unit == "day" else None
    if is_form(words, at, "بعد", "وبعد", "قبل") and at + 1 < len(words) and sense(words[at + 1].folded, "day_part"):
        at += 1
    hit = sense(words[at].folded, "day_part")
    if hit is None or "ال" in hit[0] or hit[0] in ("ل", "لل") or at + 1 >= len(words):
        return None
    inner = read_day(words, at + 1)
    if inner is None or inner.unit != "day" or inner.until:
        return None
    return spanning(words, inner, i)


def read_night(words: Sequence[Word], i: int) -> TimePhrase | None:
    """Nights and midnights: "ليل الخميس الجمعة", "منتصف الليلة الماضية", "الليلة", "الليلة السابقة"."""
    at = i
    midnight = is_form(words, i, "منتصف", "ومنتصف") and i + 1 < len(words)
    at += midnight
    night = words[at].folded.removeprefix("و") if at == i else words[at].folded
    if night == "الليله":
        shift, told, last = 0, False, at + 1
        if entry := kind_at(words, last, "direction"):
            shift, last = int(str(entry["step"])), last + 1
        elif is_form(words, last, "قبل") and kind_at(words, last + 1, "direction"):
            shift, last = -2, last + 2
        elif entry := kind_at(words, last, "neighbour"):
            shift, told, last = int(str(entry["step"])), True, last + 1
        elif kind_at(words, last, "same"):
            told, last = True, last + 1
        # A midnight belongs to the day that it opens.
        shift += midnight
        clitics = "و" if words[i].folded.startswith("وا") else ""
        return phrase(words, i, last, "day", clitics, shift=shift, told=told, midnight=midnight)
    if night == "الليل" and midnight:
        return phrase(words, i, at + 1, "day", shift=1, told=True, midnight=True)
    hit = sense(words[at].folded, "day_part")
    if hit is None or not hit[1].get("night") or "ال" in hit[0] or at + 1 >= len(words):
        return None
    first = read_weekday(words, at + 1)
    if first is None:
        inner = read_day(words, at + 1) if midnight else None
        return spanning(words, inner, i, midnight=True, edge="next") if inner and inner.unit == "day" else None
    joint = first.last + (is_sign(words, first.last, "-–/") or is_form(words, first.last, "علي", "الي"))
    second = read_weekday(words, joint) if joint < len(words) else None
    if second and second.weekday == ((first.weekday or 0) + 1) % 7:
        if midnight:
            return spanning(words, second, i, midnight=True)
        return spanning(words, first, i, second.last, until=second)
    return spanning(words, first, i, midnight=True, edge="next") if midnight else None


def read_timed(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A clock time, with the day that stands beside it."""
    if not may_be_clock(words, i):
        return None
    clock = read_clock(words, i) or _hour_of_part(words, i)
    if clock is None or _of_result(words, i):
        return None
    first = i - 1 if words[i].folded == "تمام" and i and words[i - 1].folded == "في" else i
    half = clock.half or _half_before(words, first)
    return with_day(words, first, clock, half)


def _hour_of_part(words: Sequence[Word], i: int) -> Clock | None:
    """ "الخامسة من فجر اليوم": a bare ordinal is an hour where a part of a named day follows."""
    hour = hour_word(words, i)
    if hour is None or not is_form(words, hour[1], "من") or not kind_at(words, hour[1] + 1, "day_part"):
        return None
    return read_clock(words, i, loose=True) if day_behind(words, hour[1])[1] else None


def _of_result(words: Sequence[Word], i: int) -> bool:
    """Whether the number at `i` is the second one of "2-1": no hour, whatever part of a day follows."""
    behind = i >= 2 and is_sign(words, i - 1, "-–") and is_digits(words[i - 2])
    return behind and is_digits(words[i]) and not is_sign(words, i + 1, ":")


def may_be_clock(words: Sequence[Word], i: int) -> bool:
    """Whether a clock time can begin at `words[i]`: a cheap look."""
    folded = words[i].folded
    if folded[-1:] != "ه" or folded in _NAMED:
        return folded[:1].isdigit() or folded in _NAMED
    return folded.startswith(("ال", "وال")) and hour_word(words, i) is not None


_NAMED = frozenset({"الساعه", "والساعه", "تمام", "وتمام", "للساعه"})


def with_day(words: Sequence[Word], first: int, clock: Clock, half: str) -> TimePhrase:
    """The phrase of a clock time at `words[first:]` with the day that follows it, or the day spoken of."""
    inner, part = day_behind(words, clock.last)
    half = part or half
    hour = half_hour(clock.hour, half) if half and not clock.half else clock.hour
    if inner is None:
        clitics = "و" if words[first].folded.startswith(("وال", "وت")) else ""
        found = phrase(words, first, clock.last, "day", clitics, shift=0, told=True)
    else:
        found = spanning(words, inner, first)
    return replace(found, clock=(hour, clock.minute), greenwich=clock.greenwich)


def day_behind(words: Sequence[Word], at: int) -> tuple[TimePhrase | None, str]:
    """The day that follows a clock time, and the half of the clock that a part of that day tells."""
    at += is_form(words, at, "من")
    if at >= len(words):
        return None, ""
    if is_form(words, at, "هذا", "هذه") and (here := read_this_part(words, at)):
        return here, str((kind_at(words, at + 1, "day_part") or {}).get("half", ""))
    part = at + (is_form(words, at, "بعد") and kind_at(words, at + 1, "day_part") is not None)
    hit = sense(words[part].folded, "day_part")
    if hit and "ال" not in hit[0] and part + 1 < len(words):
        inner = read_day(words, part + 1) or read_relative_unit(words, part + 1)
        return (inner, str(hit[1]["half"])) if _one_day(inner) else (None, "")
    inner = read_day(words, at)
    if _one_day(inner):
        return inner, ""
    # "8 in the evening, 1 January": a comma, and a full date or a weekday with its noun.
    if is_sign(words, at, "،,") and at + 1 < len(words):
        inner = read_day_of_month(words, at + 1) or read_numeric(words, at + 1)
        return (inner, "") if _one_day(inner) else (None, "")
    return None, ""


def _one_day(found: TimePhrase | None) -> bool:
    return found is not None and found.unit == "day" and found.until is None


def _half_before(words: Sequence[Word], i: int) -> str:
    """The half of the clock told just before: "مساء أمس عند الساعة السابعة", "الليلة حوالي الساعة 7"."""
    for at in range(i - 1, max(-1, i - 6), -1):
        folded = words[at].folded
        if not folded[:1].isalpha():
            return ""
        if folded == "الليله":
            return "pm"
        hit = sense(folded, "day_part")
        if hit and "ال" not in hit[0] and at + 1 < i and not hit[1].get("night"):
            return str(hit[1]["half"]) if read_day(words, at + 1) else ""
    return ""


def read_this_part(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "هذا المساء", "هذه الليلة": today."""
    if not is_form(words, i, "هذا", "هذه", "وهذا") or i + 1 >= len(words):
        return None
    # "This age" and "this night" of a poem are no times.
    if not is_form(words, i + 1, "المساء", "الصباح", "الفجر", "الليله"):
        return None
    return phrase(words, i, i + 2, "day", "و" if words[i].folded[0] == "و" else "", shift=0)
