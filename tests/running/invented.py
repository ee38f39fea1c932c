"""Invented news for large jobs: a few happenings, each told by several outlets, and a day of lone reports."""

from __future__ import annotations

import json
from pathlib import Path

_PLACES = ("الندى", "الصخرة", "المرجان", "الزيتون", "السنديان", "القصب", "اللؤلؤ", "الياسمين")
_NAMES = ("سالم النوري", "رائد الكوفي", "ليلى الحمدان", "يوسف العطار", "هدى الشامي", "ماهر البيطار", "سعاد الرملي")
_THINGS = (
    ("غرق قارب صيد", "القارب", "صياداً", "خفر السواحل"),
    ("حريق في مستودع أخشاب", "المستودع", "عاملاً", "الدفاع المدني"),
    ("انهيار جسر قديم", "الجسر", "عابراً", "بلدية المدينة"),
    ("إضراب سائقي الحافلات", "الإضراب", "سائقاً", "نقابة النقل"),
)
_OUTLETS = ("alef", "beh", "teh")


def lines(happenings: int, *, lone: int = 0) -> list[str]:
    """JSON lines: three articles on each happening, in different words, and `lone` articles that stand alone."""
    rows = []
    for at in range(happenings + lone):
        place, name = _PLACES[at % 8], _NAMES[at % 7]
        what, noun, people, body = _THINGS[at % 4]
        count, day = 11 + at, 1 + at % 27
        tellings = (
            (
                f"{what} قرب بلدة {place}",
                f"قال مدير {body} {name} إن {what} وقع فجراً قرب بلدة {place}، وإن {count} {people} كانوا هناك. "
                f"وأضاف {name} أن فرق الإنقاذ وصلت بعد ساعة وأن البحث عن المفقودين متواصل.",
            ),
            (
                f"{body}: {count} {people} في حادث بلدة {place}",
                f"أفاد {body} بأن {count} {people} كانوا في {noun} قرب بلدة {place} حين وقع {what} فجراً، وأكد مدير "
                f"{body} {name} أن فرق الإنقاذ تواصل البحث عن المفقودين.",
            ),
            (
                f"البحث متواصل بعد {what} في بلدة {place}",
                f"تواصل فرق الإنقاذ البحث قرب بلدة {place} بعد {what}. وذكر {name} مدير {body} أن {count} {people} "
                f"كانوا في {noun}، ونفى أن يكون عددهم أكبر من ذلك.",
            ),
        )
        for number, (title, text) in enumerate(tellings if at < happenings else tellings[:1]):
            row = {
                "id": f"n{at}-{number}",
                "outlet": _OUTLETS[number],
                "title": title,
                "text": text,
                "published": f"2031-05-{day:02d}T{6 + number:02d}:00:00Z",
            }
            rows.append(json.dumps(row, ensure_ascii=False))
    return rows


def news(folder: Path, happenings: int = 3, *, lone: int = 4) -> Path:
    """A file of such lines, and one that is broken."""
    path = folder / "news.jsonl"
    its = lines(happenings, lone=lone)
    path.write_text("\n".join([*its[:2], '{"title": ', *its[2:], its[0]]) + "\n", encoding="utf-8")
    return path


def results(folder: Path) -> dict[str, bytes]:
    """The bytes of everything that a job made, but for what only the run needs and the seconds it took."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".batch" not in path.parts and path.name != "timings.json"
    }
