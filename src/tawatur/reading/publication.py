"""The date of publication: from metadata values, from written dates, from a URL.

Written forms: ISO 8601, RFC 2822, day-month-year with the month names of both calendars in Arabic, English and French,
day first in figures (the Arabic and French custom), Arabic-Indic digits. A Hijri date gives way to a Gregorian one
beside it and is converted (Umm al-Qura) when it stands alone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from tawatur.languages.ar.script import MARKS, fold
from tawatur.languages.lexicons import entries
from tawatur.model import Span

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MARK = re.compile(f"[{MARKS}]")
_YEAR = re.compile(r"(?:19|20)\d\d|1[34]\d\d")
_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-(\d\d?)-(\d\d?)"
    r"(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?")
_RFC = re.compile(r"^[A-Za-z]{3},?\s+\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?:(\d{1,2})( ?[/.-] ?)(\d{1,2})\2((?:19|20)\d\d|14\d\d)"
    r"|((?:19|20)\d\d)( ?[/.] ?)(\d{1,2})\6(\d{1,2}))(?![\d/-])"
)
_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)"
)


def parse(value: object) -> str | None:
    """A metadata value as ISO 8601: a date, or a date-time in UTC when the value has a zone; None if it is no date."""
    if isinstance(value, bool) or value is None:
        return None
    compact = _COMPACT.fullmatch(str(value).strip())
    if compact:
        return _date(*map(int, compact.groups()))
    if isinstance(value, int | float):
        return _from_epoch(float(value))
    if not isinstance(value, str):
        return None
    text = value.strip()
    if re.fullmatch(r"1\d{9}|1\d{12}", text):
        return _from_epoch(float(text))
    if _RFC.match(text):
        from email.utils import parsedate_to_datetime

        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, IndexError):
            return None
        return _utc(moment) if moment.tzinfo else moment.date().isoformat()
    found = find(text)
    return found[0] if found else None


def find(text: str) -> tuple[str, Span] | None:
    """The first date written in `text`, Gregorian before Hijri, with its span."""
    plain = text.translate(_DIGITS)
    for match in _ISO.finditer(plain):
        value = _iso(match)
        if value:
            return value, match.span()
    hijri = None
    for value, span, calendar in sorted(_written(plain), key=lambda item: item[1]):
        if calendar == "gregorian":
            return value, span
        hijri = hijri or (value, span)
    return hijri


def from_url(url: str | None) -> str | None:
    """The date that many outlets put into an address: /2018/05/14/ or -20180514-."""
    for match in _URL.finditer(url or ""):
        year, month, day = (int(part) for part in match.groups() if part)
        value = _date(year, month, day)
        if value:
            return value
    return None


def is_month(word: str) -> bool:
    """Whether a folded word names a month."""
    return word in _months()[0]


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _from_epoch(seconds: float) -> str | None:
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    return _utc(datetime.fromtimestamp(seconds, UTC)) if 1e8 < seconds < 4e9 else None


def _iso(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    value = _date(int(year), int(month), int(day))
    if value is None or not zone:
        return value
    offset = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
    try:
        return _utc(datetime.fromisoformat(f"{value}T{int(hour):02}:{minute}:{second or '00'}{offset}"))
    except (ValueError, OverflowError):
        return value


@cache
def _months() -> tuple[dict[str, tuple[int, str]], re.Pattern[str], re.Pattern[str]]:
    """Folded month name to (number, calendar); "18 Rajab 1440" and "May 18, 2020" as patterns over unmarked text."""
    names = {
        " ".join(fold(form).split()): (entry["month"], entry["calendar"])
        for entry in entries("ar", "months")
        for form in entry["forms"]
    }
    forms = sorted({form for entry in entries("ar", "months") for form in entry["forms"]}, key=lambda f: (-len(f), f))
    name = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    name = rf"(?:{name})\.?"
    gap = r"[\s,،./\\-]{1,4}"
    # "نيسان/أبريل" and "آب (أغسطس)" name one month twice.
    twin = rf"(?P<month>{name})(?:\s*[/(\\-]\s*{name}\s*\)?)?(?!\w)"
    year = r"(?P<year>(?:19|20)\d\d|1[34]\d\d)(?!\d)"
    return (
        names,
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?{gap}(?:من\s+)?(?:شهر\s+)?{twin}{gap}(?:عام\s+|سنة\s+)?{year}",
            re.I,
        ),
        re.compile(rf"(?<!\w){twin}{gap}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{gap}{year}", re.I),
    )


def _written(plain: str) -> list[tuple[str, Span, str]]:
    found: list[tuple[str, Span, str]] = []
    for match in _NUMBERS.finditer(plain):
        first, _, second, year, year_first, _, month, day = match.groups()
        if year_first:
            value = _date(int(year_first), int(month), int(day))
        elif year.startswith("14"):
            value = _hijri(int(year), int(second), int(first))
            if value:
                found.append((value, match.span(), "hijri"))
            continue
        else:
            value = _date(int(year), int(second), int(first)) or _date(int(year), int(first), int(second))
        if value:
            found.append((value, match.span(), "gregorian"))
    # Marks are left out of the text rather than allowed for in the patterns, which would take half a second to compile.
    marks = {mark.start() for mark in _MARK.finditer(plain)}
    places = [at for at in range(len(plain)) if at not in marks]
    bare = "".join(plain[at] for at in places)
    if not _YEAR.search(bare):
        return found  # both patterns end in a year, and few first lines have one: the patterns take long to compile
    names, day_first, month_first = _months()
    for pattern in (day_first, month_first):
        for match in pattern.finditer(bare):
            span = (places[match.start()], places[match.end() - 1] + 1)
            number, calendar = names[" ".join(fold(match["month"]).rstrip(".").split())]
            hijri_year = match["year"].startswith(("13", "14"))
            if hijri_year != (calendar == "hijri"):
                continue
            value = (_hijri if hijri_year else _date)(int(match["year"]), number, int(match["day"]))
            if value:
                found.append((value, span, calendar))
    return found


def _hijri(year: int, month: int, day: int) -> str | None:
    from hijridate import Hijri  # imported here: few texts carry a Hijri date

    try:
        return str(Hijri(year, month, day).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None
