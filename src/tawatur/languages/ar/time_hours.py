"""Parts of the day, nights and clock times, with the day they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.clock import half_hour, read_clock
from tawatur.languages.ar.number_words import is_digits
from tawatur.languages.ar.ordinals import read_ordinal
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_days import read_day, read_weekday
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, is_sign, kind_at, phrase, spanning
from tawatur.languages.ar.time_words import sense


def read_day_part(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "صباح الثلاثاء", "بعد ظهر اليوم", "الساعات الأولى من فجر الجمعة"."""
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
    at += is_form(words, at, "من")
    hour, inner, last = clock.hour, None, clock.last
    part = at
    part += is_form(words, part, "بعد") and part + 1 < len(words) and bool(sense(words[part + 1].folded, "day_part"))
    if (
        part < len(words)
        and (hit := sense(words[part].folded, "day_part"))
        and "ال" not in hit[0]
        and part + 1 < len(words)
    ):
        inner = read_day(words, part + 1)
        if inner and inner.unit == "day" and not inner.until:
            hour = half_hour(hour, str(hit[1]["half"]))
    elif at < len(words):
        inner = read_day(words, at)
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
