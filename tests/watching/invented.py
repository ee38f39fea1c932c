"""Invented articles of three outlets, in two rounds: a ferry that sinks, and vine growers who protest."""

from __future__ import annotations

import json
from pathlib import Path

from tests.grouping.invented import FERRY, FERRY_AGAIN, FERRY_THIRD, VINEYARD

EARLIER = (
    "قتلى في غرق عبّارة قبالة جزيرة الندى",
    "قال مدير مستشفى الصخرة رائد الشامي إن 9 ركاب قتلوا في غرق العبّارة قبالة جزيرة الندى، وأكد قائد خفر السواحل سالم "
    "النوري أن 140 راكباً كانوا على متن العبّارة وأن البحث متواصل.",
)
TOLL = (
    "ارتفاع حصيلة غرق عبّارة جزيرة الندى",
    "قال وزير الصحة كمال الحلو إن 12 راكباً قتلوا في غرق العبّارة قبالة جزيرة الندى، وأضاف أن 140 راكباً كانوا على متن "
    "العبّارة. وقال قائد خفر السواحل سالم النوري إن البحث عن المفقودين متواصل قرب مرفأ الصخرة.",
)
FIRST = (
    ("a1", "nahr", FERRY, "2031-05-06T06:00:00Z"),
    ("b1", "jisr", FERRY_AGAIN, "2031-05-06T08:00:00Z"),
    ("c1", "manara", EARLIER, "2031-05-06T09:30:00Z"),
    ("b2", "jisr", VINEYARD, "2031-05-07T07:00:00Z"),
)
SECOND = (
    ("c2", "manara", TOLL, "2031-05-07T10:00:00Z"),
    ("a2", "nahr", FERRY_THIRD, "2031-05-06T07:00:00Z"),
)


def lines(path: Path, rows: tuple[tuple[str, str, tuple[str, str], str], ...]) -> str:
    """A file of JSON lines with these articles; its name."""
    told = (
        {
            "id": id,
            "outlet": outlet,
            "title": title,
            "text": text,
            "published": at,
            "url": f"https://{outlet}.example/{id}",
        }
        for id, outlet, (title, text), at in rows
    )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told), encoding="utf-8")
    return str(path)
