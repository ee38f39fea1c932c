"""All temporal expressions of a run of words, longest first at every place: see `time_phrases` for their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.clock import half_hour, read_clock
from tawatur.languages.ar.numbers import is_digits, read_ordinal
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_phrases import (
    TimePhrase,
    _is,
    _kind,
    _relative_unit,
    four_digits,
    is_sign,
    phrase,
    read_ago,
    read_day_of_month,
    read_day_word,
    read_modifier,
    read_month,
    read_numeric,
    read_weekday,
    read_window,
    read_year,
    spanning,
)
from tawatur.languages.ar.time_words import can_begin, sense


def find_phrases(words: Sequence[Word]) -> list[TimePhrase]:
    """Every temporal expression in `words`, in order; only "the day after X" may hold another one."""
    found: list[TimePhrase] = []
    i = 0
    while i < len(words):
        if not can_begin(words[i].folded or " "):
            i += 1
            continue
        morrow = _read_morrow(words, i) if sense(words[i].folded, "morrow") else None
        if morrow:
            found.append(morrow)
            i += 1
            continue
        here = _read_interval(words, i) or _read_one(words, i)
        if here is None:
            i += 1
        else:
            found.append(here)
            i = here.last
    return _share_year(found)


def _share_year(found: list[TimePhrase]) -> list[TimePhrase]:
    """Give a month or a day the year of the one that "and" joins to it: "نوفمبر وديسمبر 2017"."""
    out = list(found)
    for k in range(len(out) - 2, -1, -1):
        here, following = out[k], out[k + 1]
        told = here.year is not None or here.step is not None or here.year_step is not None or here.same_year
        if here.month and following.month and not told and following.first == here.last and not here.until:
            parts = (following.year, following.step, following.year_step)
            out[k] = replace(here, year=parts[0], step=parts[1], year_step=parts[2])
    return out


def _read_one(words: Sequence[Word], i: int) -> TimePhrase | None:
    if words[i].folded == "(":
        return None
    return (
        _read_timed(words, i)
        or _read_night(words, i)
        or _read_day_part(words, i)
        or _read_edge(words, i)
        or _read_day(words, i)
        or read_ago(words, i)
        or _read_before_end(words, i)
        or _read_larger(words, i)
    )


def _read_day(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A day: named, counted or dated."""
    found = read_weekday(words, i) or read_day_word(words, i) or read_numeric(words, i) or read_day_of_month(words, i)
    if found:
        return found
    hit = sense(words[i].folded, "day_name")
    if hit and i + 1 < len(words) and not words[i].folded.startswith("ال"):
        inner = read_day_of_month(words, i + 1) or read_numeric(words, i + 1)
        if inner:
            return spanning(words, inner, i)
    return None


def _read_larger(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A month, year, week, season, quarter or decade."""
    return (
        _relative_unit(words, i)
        or read_window(words, i)
        or read_month(words, i)
        or _read_plain_year(words, i)
        or _read_season(words, i)
        or _read_share_of_year(words, i)
        or _read_decade(words, i)
    )


def _read_plain_year(words: Sequence[Word], i: int) -> TimePhrase | None:
    hit = sense(words[i].folded, "unit")
    if hit and hit[1]["unit"] == "year" and hit[1]["count"] == 2:
        return _two_years(words, i)
    if (read := read_year(words, i, bare=False)) is not None:
        year, islamic, last = read
        clitics = (hit[0] if hit else "").removesuffix("ال")
        # The year of a document's number ("for the year") is the digits alone.
        first = i + 1 if clitics in ("ل", "لل", "ول") else i
        found = phrase(words, first, last, "year", clitics if first == i else "", year=year, islamic=islamic)
        closing = _closing_year(words, last)
        if closing:
            return replace(found, last=closing[1], end=words[closing[1] - 1].end, until=replace(found, year=closing[0]))
        return found
    bare_year = four_digits(words, i)
    if bare_year is None or not 1900 <= bare_year <= 2099:
        return None
    if (closing := _closing_year(words, i + 1)) and _in_brackets_or_led(words, i):
        found = phrase(words, i, closing[1], "year", year=bare_year)
        return replace(found, until=replace(found, year=closing[0]))
    if i == 0 or not sense(words[i - 1].folded, "year_lead") or _counts_something(words, i + 1, bare_year):
        return None
    return phrase(words, i, i + 1, "year", year=bare_year)


def _in_brackets_or_led(words: Sequence[Word], i: int) -> bool:
    previous = words[i - 1].folded if i else ""
    return previous in ("(", "موسم", "لموسم", "دوره") or sense(previous, "year_lead") is not None


def _closing_year(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """The second year of "1975-1990"."""
    if is_sign(words, i, "-–/") and (year := four_digits(words, i + 1)) and year >= 1500:
        return year, i + 2
    return None


def _two_years(words: Sequence[Word], i: int) -> TimePhrase | None:
    first = four_digits(words, i + 1)
    at = i + 2 + is_sign(words, i + 2, "و-–")
    second = four_digits(words, at) if first and at > i + 2 else None
    if first is None or second is None:
        return None
    found = phrase(words, i, at + 1, "year", year=first)
    return replace(found, until=replace(found, year=second))


def _counts_something(words: Sequence[Word], i: int, year: int) -> bool:
    """Whether the number before `words[i]` counts a noun there; a round number is a year only at a pause."""
    if i >= len(words):
        return False
    nxt = words[i].folded
    if sense(nxt, "unit") and not nxt.startswith(("ال", "و")):
        return True
    if nxt in ("%", "٪", "$", "°") or sense(nxt, "counted_noun"):
        return True
    return year % 100 == 0 and nxt[:1].isalpha() and not sense(nxt, "year_lead") and not nxt.startswith("و")


def _read_edge(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "مطلع شباط", "أواخر الشهر الماضي", "نهاية 2008", "منتصف العام"."""
    hit = sense(words[i].folded, "edge")
    if hit is None or "ال" in hit[0] or i + 1 >= len(words):
        return None
    edge = str(hit[1]["edge"])
    at = i + 1
    inner = read_month(words, at, company=True) or _relative_unit(words, at) or _read_plain_year(words, at)
    if inner is None and (year := four_digits(words, at)) and 1900 <= year <= 2099:
        inner = phrase(words, at, at + 1, "year", year=year)
    if inner is None:
        inner = _this_unit(words, at) or _read_decade(words, at)
    if inner is None or inner.until:
        return None
    return spanning(words, inner, i, edge=edge)


def _this_unit(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الشهر", "العام": the current one, where an edge stands before it."""
    hit = sense(words[i].folded, "unit")
    if hit is None or hit[0] != "ال" or hit[1]["count"] != 1 or hit[1]["unit"] not in ("month", "year"):
        return None
    return phrase(words, i, i + 1, str(hit[1]["unit"]), shift=0)


def _read_before_end(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "قبل نهاية العام": from the day of writing to the end."""
    if not sense(words[i].folded, "ago") or i + 1 >= len(words):
        return None
    inner = _read_edge(words, i + 1)
    return spanning(words, inner, i, before=True) if inner and inner.edge in ("end", "late") else None


def _read_season(words: Sequence[Word], i: int) -> TimePhrase | None:
    hit = sense(words[i].folded, "season")
    if hit is None:
        return None
    modifier, last = read_modifier(words, i + 1)
    if not modifier or modifier.keys() <= {"same_year"}:
        return None
    if modifier.keys() == {"year"} and last == i + 2 and "ال" in hit[0]:
        return None
    clitics = hit[0].removesuffix("ال")
    return phrase(words, i, last, "season", clitics, month=hit[1]["first"], **modifier)


def _read_share_of_year(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الربع الأول من 2018", "النصف الثاني من العام الماضي"."""
    folded = words[i].folded.removeprefix("و")
    if folded not in ("الربع", "النصف") or i + 2 >= len(words):
        return None
    ordinal = read_ordinal(words, i + 1)
    count = 4 if folded == "الربع" else 2
    if _is(words, i + 1, "الاخير"):
        ordinal = count, i + 2
    if ordinal is None or not 1 <= ordinal[0] <= count or not _is(words, ordinal[1], "من", "في"):
        return None
    at = ordinal[1] + 1
    if at >= len(words):
        return None
    inner = _relative_unit(words, at) or read_year_phrase(words, at) or _this_unit(words, at)
    if inner is None or inner.unit != "year":
        return None
    months = 12 // count
    unit = "quarter" if count == 4 else "half"
    return spanning(words, inner, i, unit=unit, month=1 + months * (ordinal[0] - 1))


def read_year_phrase(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A year, the noun before it or not, as another expression's part."""
    read = read_year(words, i, bare=True)
    return phrase(words, i, read[2], "year", year=read[0], islamic=read[1]) if read else None


def _read_decade(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "ثمانينيات القرن الماضي", "التسعينيات"."""
    hit = sense(words[i].folded, "decade")
    if hit is None:
        return None
    last, century = i + 1, 1900
    if _is(words, last, "من"):
        last += 1
    if _is(words, last, "القرن") and last + 1 < len(words):
        if _kind(words, last + 1, "direction"):
            last += 2
        else:
            ordinal = read_ordinal(words, last + 1)
            if ordinal is None:
                return None
            century, last = (ordinal[0] - 1) * 100, ordinal[1]
    elif "ال" not in hit[0] or last > i + 1:
        return None
    year = century + int(hit[1]["decade"])
    return phrase(words, i, last, "decade", hit[0].removesuffix("ال"), year=year)


# Parts of the day and clock times -----------------------------------------------------------------------------------


def _read_day_part(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "صباح الثلاثاء", "بعد ظهر اليوم", "الساعات الأولى من فجر الجمعة"."""
    at = i
    if _is(words, i, "الساعات") and _is(words, i + 1, "الاولي") and _is(words, i + 2, "من"):
        at = i + 3
        if (inner := _read_day_part(words, at) if at < len(words) else None) is not None:
            return spanning(words, inner, i)
        inner = _read_day(words, at) if at < len(words) else None
        return spanning(words, inner, i) if inner and inner.unit == "day" else None
    if _is(words, at, "بعد", "وبعد", "قبل") and at + 1 < len(words) and sense(words[at + 1].folded, "day_part"):
        at += 1
    hit = sense(words[at].folded, "day_part")
    if hit is None or "ال" in hit[0] or hit[0] in ("ل", "لل") or at + 1 >= len(words):
        return None
    inner = _read_day(words, at + 1)
    if inner is None or inner.unit != "day" or inner.until:
        return None
    return spanning(words, inner, i)


def _read_night(words: Sequence[Word], i: int) -> TimePhrase | None:
    """Nights and midnights: "ليل الخميس الجمعة", "منتصف الليلة الماضية", "الليلة", "الليلة السابقة"."""
    at = i
    midnight = _is(words, i, "منتصف", "ومنتصف") and i + 1 < len(words)
    at += midnight
    night = words[at].folded.removeprefix("و") if at == i else words[at].folded
    if night == "الليله":
        shift, told, last = 0, False, at + 1
        if entry := _kind(words, last, "direction"):
            shift, last = int(str(entry["step"])), last + 1
        elif _is(words, last, "قبل") and _kind(words, last + 1, "direction"):
            shift, last = -2, last + 2
        elif entry := _kind(words, last, "neighbour"):
            shift, told, last = int(str(entry["step"])), True, last + 1
        elif _kind(words, last, "same"):
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
        inner = _read_day(words, at + 1) if midnight else None
        return spanning(words, inner, i, midnight=True, edge="next") if inner and inner.unit == "day" else None
    joint = first.last + (is_sign(words, first.last, "-–/") or _is(words, first.last, "علي", "الي"))
    second = read_weekday(words, joint) if joint < len(words) else None
    if second and second.weekday == ((first.weekday or 0) + 1) % 7:
        if midnight:
            return spanning(words, second, i, midnight=True)
        return spanning(words, first, i, second.last, until=second)
    return spanning(words, first, i, midnight=True, edge="next") if midnight else None


def _read_timed(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A clock time, with the day that follows it."""
    folded = words[i].folded
    if not (
        is_digits(words[i])
        or folded in ("الساعه", "والساعه", "تمام", "وتمام", "للساعه")
        or (folded.startswith(("ال", "وال")) and folded.endswith("ه") and (_is_hour(words, i)))
    ):
        return None
    clock = read_clock(words, i)
    if clock is None:
        return None
    first, at = i, clock.last
    if folded in ("تمام",) and i and words[i - 1].folded == "في":
        first = i - 1
    at += _is(words, at, "من")
    hour, inner, last = clock.hour, None, clock.last
    part = at
    part += _is(words, part, "بعد") and part + 1 < len(words) and bool(sense(words[part + 1].folded, "day_part"))
    if (
        part < len(words)
        and (hit := sense(words[part].folded, "day_part"))
        and "ال" not in hit[0]
        and part + 1 < len(words)
    ):
        inner = _read_day(words, part + 1)
        if inner and inner.unit == "day" and not inner.until:
            hour = half_hour(hour, str(hit[1]["half"]))
    elif at < len(words):
        inner = _read_day(words, at)
    if inner is None or inner.unit != "day" or inner.until:
        parts: dict[str, object] = {"shift": 0, "told": True}
        clitics = "و" if folded.startswith(("وال", "وت")) else ""
        found = phrase(words, first, last, "day", clitics, **parts)
    else:
        found = spanning(words, inner, first)
    return replace(found, clock=(hour, clock.minute), greenwich=clock.greenwich)


def _is_hour(words: Sequence[Word], i: int) -> bool:
    ordinal = read_ordinal(words, i)
    return words[i].folded.endswith("الواحده") or (ordinal is not None and ordinal[0] <= 12)


# Intervals and the day after ----------------------------------------------------------------------------------------


def _read_interval(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "من آب 2016 إلى آذار 2017", "بين 2011 و2013", "نوفمبر أو ديسمبر المقبلين"."""
    led = _is(words, i, "من", "بين", "ومن", "وبين")
    at = i + led
    if at >= len(words):
        return None
    first = _end_of_interval(words, at, bare=led)
    if first is None or first.until:
        return None
    joint = first.last
    if led:
        sign = is_sign(words, joint, "و-–")
        ok = sign or _is(words, joint, "الي", "حتي", "ولغايه")
        at = joint + 1 if ok else joint
        if not ok and not (joint < len(words) and words[joint].folded.startswith("و")):
            return None
    elif _is(words, joint, "او") and first.unit == "month" and first.day is None:
        at = joint + 1
    else:
        return None
    second = _end_of_interval(words, at, bare=led) if at < len(words) else None
    if second is None or second.until or second.unit != first.unit or second.shift is not None:
        return None
    if first.unit == "day" and (first.weekday is None or second.weekday is None) and first.day is None:
        return None
    if first.unit == "month" or first.day is not None:
        shared = {"year": first.year or second.year, "step": second.step if first.step is None else first.step}
        if first.year_step is None:
            shared["year_step"] = second.year_step
        first = replace(
            first, year=shared["year"], step=shared["step"], year_step=shared.get("year_step", first.year_step)
        )
    start = first if not led else spanning(words, first, i)
    return replace(start, last=second.last, end=second.end, until=second)


def _end_of_interval(words: Sequence[Word], i: int, *, bare: bool) -> TimePhrase | None:
    found = read_day_of_month(words, i) or read_numeric(words, i) or read_month(words, i, company=bare)
    if found is None and bare:
        found = read_weekday(words, i)
    if found is None and bare:
        joined = words[i].folded.startswith("و")
        if (year := four_digits(words, i)) and 1500 <= year <= 2099 and not _counts_something(words, i + 1, year):
            return phrase(words, i, i + 1, "year", year=year)
        read = read_year(words, i, bare=False)
        if read:
            return phrase(words, i, read[2], "year", "و" if joined else "", year=read[0], islamic=read[1])
    return found


def _read_morrow(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "غداة" and an event: the day after the day named with it, or else the day of writing."""
    for at in range(i + 1, min(i + 7, len(words))):
        if words[at].folded and words[at].folded in '.،؛:"()':
            break
        inner = _read_day_part(words, at) or _read_day(words, at)
        if inner and inner.unit == "day" and not inner.until:
            return spanning(words, inner, i, edge="next")
    last = min(i + 4, len(words))
    for at in range(i + 1, last):
        if not words[at].folded[:1].isalpha():
            last = at
            break
    if last <= i + 1:
        return None
    return phrase(words, i, last, "day", "و" if words[i].folded.startswith("و") else "", shift=0, edge="morrow")
