"""Units seen from the day of writing or from the time just spoken of: "the past month", "three days ago"."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.ar.number_words import is_digits
from tawatur.languages.ar.numbers import read_number
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, kind_at, phrase
from tawatur.languages.ar.time_words import sense


def read_relative_unit(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الشهر الماضي", "هذا العام", "الأسبوع المقبل", "العام نفسه", "نفس العام", "اليوم التالي"."""
    if is_form(words, i, "نفس", "ذات", "بنفس", "وبنفس", "بذات"):
        return _same_unit(words, i)
    this = is_form(words, i, "هذا", "هذه", "بهذا", "وهذا", "لهذا")
    at = i + this
    hit = sense(words[at].folded, "unit") if at < len(words) else None
    if (
        hit is None
        or hit[1]["count"] != 1
        or not words[at].folded.removeprefix("و").startswith(("ال", "لل", "بال", "فال"))
    ):
        return None
    unit = str(hit[1]["unit"])
    if unit in ("hour", "century"):
        return None
    clitics = "" if this else ("و" if words[at].folded.startswith("و") else "")
    if this:
        return phrase(words, i, at + 1, unit, clitics, shift=0) if unit != "day" else None
    if unit == "day" and i and sense(words[i - 1].folded, "masthead") and words[i - 1].folded.endswith("ري"):
        return None  # the former editor of a newspaper whose name ends in "today"
    if unit == "day" and is_form(words, at + 1, "الاخير"):
        return None  # the last day of something
    if entry := kind_at(words, at + 1, "direction"):
        last = at + 2
        step = int(str(entry["step"]))
        return phrase(words, i, last, unit, clitics, shift=step)
    if is_form(words, at + 1, "قبل", "بعد") and kind_at(words, at + 2, "direction"):
        return phrase(words, i, at + 3, unit, clitics, shift=-2 if words[at + 1].folded == "قبل" else 2)
    if kind_at(words, at + 1, "same"):
        return phrase(words, i, at + 2, unit, clitics, shift=0, told=True)
    if entry := kind_at(words, at + 1, "neighbour"):
        return phrase(words, i, at + 2, unit, clitics, shift=entry["step"], told=True)
    return None


def _same_unit(words: Sequence[Word], i: int) -> TimePhrase | None:
    hit = sense(words[i + 1].folded, "unit") if i + 1 < len(words) else None
    if hit is None or hit[0] != "ال" or hit[1]["count"] != 1 or hit[1]["unit"] in ("hour", "century"):
        return None
    clitics = words[i].folded.removesuffix("نفس").removesuffix("ذات")
    return phrase(words, i, i + 2, str(hit[1]["unit"]), clitics, shift=0, told=True)


def read_this_unit(words: Sequence[Word], i: int, units: Sequence[str] = ("month", "year")) -> TimePhrase | None:
    """ "الشهر", "العام": the current one, where an edge stands before it."""
    hit = sense(words[i].folded, "unit")
    if hit is None or hit[0] != "ال" or hit[1]["count"] != 1 or hit[1]["unit"] not in units:
        return None
    return phrase(words, i, i + 1, str(hit[1]["unit"]), shift=0)


def read_counted(words: Sequence[Word], i: int) -> tuple[int, str, int] | None:
    """A number of units at `i` ("ثلاثة أيام", "يومين", "17 عاما"): `(number, unit, index after it)`."""
    if i >= len(words):
        return None
    unit = kind_at(words, i, "unit")
    if unit and unit["count"] in (1, 2) and not words[i].folded.startswith("ال"):
        last = i + 1
        if unit["count"] == 1 and is_form(words, last, "واحد", "واحده"):
            last += 1
        return int(str(unit["count"])), str(unit["unit"]), last
    number = read_number(words, i)
    if number is None or not number.exact or number.low != int(number.low) or number.low < 1:
        return None
    unit = kind_at(words, number.last, "unit")
    if unit is None or unit["count"] == 2:
        return None
    return int(number.low), str(unit["unit"]), number.last + 1


def read_ago(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "قبل ثلاث سنوات", "قبلها بيوم", and "بعد يوم من" as newswires lead a second-day story."""
    first = words[i].folded
    around = sense(first, "around")
    if around and i + 1 < len(words) and words[i + 1].folded.startswith("ب"):
        unit = kind_at(words, i + 1, "unit")
        if unit and unit["count"] in (1, 2) and unit["unit"] in ("day", "week", "month", "year"):
            shift = int(around[1]["step"]) * int(str(unit["count"]))
            return phrase(words, i, i + 2, str(unit["unit"]), around[0], shift=shift, told=True)
        return None
    ago = sense(first, "ago")
    if ago:
        counted = read_counted(words, i + 1 + is_form(words, i + 1, "نحو", "حوالي", "قرابه"))
        if counted is None or counted[1] in ("hour", "century") or counted[0] > 3000:
            return None
        number, unit_name, last = counted
        # "before the year 1970" counts no years.
        if number == 1 and unit_name == "year" and last == i + 2 and last < len(words) and is_digits(words[last]):
            return None
        # "before a day of X" speaks of another event.
        if is_form(words, last, "من", "علي") and not kind_at(words, last + 1, "day_word"):
            return None
        return phrase(words, i, last, unit_name, ago[0], shift=-number)
    if first in ("بعد", "وبعد") and (found := _from_now(words, i)):
        return found
    if first in ("بعد", "وبعد") and is_form(words, i + 1, "يوم"):
        last = i + 2 + is_form(words, i + 2, "واحد")
        if is_form(words, last, "من", "علي"):
            return phrase(words, i, last, "day", "و" if first == "وبعد" else "", shift=0, told=False, edge="morrow")
    return None


def _from_now(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "بعد أسبوعين من الآن"."""
    counted = read_counted(words, i + 1)
    if counted is None or counted[1] in ("hour", "century") or counted[0] > 200:
        return None
    number, unit, last = counted
    if not (is_form(words, last, "من") and is_form(words, last + 1, "الان", "اليوم")):
        return None
    return phrase(words, i, last + 2, unit, "و" if words[i].folded[0] == "و" else "", shift=number)


def read_window(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الأسبوعين الأخيرين", "الأيام الثلاثة الماضية", "السنوات الخمس المقبلة": the last or next units as a whole."""
    if is_form(words, i, "اخر", "واخر"):
        return _last_units(words, i)
    hit = sense(words[i].folded, "unit")
    if hit is None or hit[1]["count"] == 1 or "ال" not in hit[0]:
        return None
    count, at = int(hit[1]["count"]), i + 1
    if count == 0:
        number = read_number(words, at) if at < len(words) else None
        if number is None or not number.exact:
            return None
        count, at = int(number.low), number.last
    entry = kind_at(words, at, "direction")
    if entry is None or not entry["step"] or hit[1]["unit"] == "century" or not 1 <= count <= 200:
        return None
    unit, shift = str(hit[1]["unit"]), int(str(entry["step"])) * count
    if unit == "hour":
        unit, shift = "day", int(str(entry["step"])) * max(1, round(count / 24))
    return phrase(words, i, at + 1, unit, hit[0].removesuffix("ال"), shift=shift, window=True)


def _last_units(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "آخر 3 سنوات", "آخر عامين", "آخر 24 ساعة"."""
    counted = read_counted(words, i + 1)
    if counted is None or counted[0] < 2 or counted[0] > 200 or counted[1] == "century":
        return None
    number, unit, last = counted
    if is_form(words, last, "من", "في"):
        return None  # "the last three days of the year"
    if unit == "hour":
        unit, number = "day", max(1, round(number / 24))
    return phrase(words, i, last, unit, "و" if words[i].folded[0] == "و" else "", shift=-number, window=True)
