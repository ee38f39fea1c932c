from __future__ import annotations

import io
import json

from tawatur.model import Intake
from tawatur.reading import read
from tawatur.reading.versions import changes
from tests.reading.site import PARAGRAPHS

FIRST = "\n".join(text.format(n=4) for text in PARAGRAPHS)
LATER = FIRST.replace("4 سفينة", "9 سفينة") + "\nوأعلنت الإدارة مساء أن الرافعة توقفت ساعة واحدة للفحص."
OTHER = "توقفت حركة القطارات بين بلدتي الصنوبر والعرعر ساعتين بسبب عطل في الإشارات، وقالت الهيئة إن فرقها أصلحت العطل."
AT = {"url": "https://news.example/port/1"}


def rows(*given: dict[str, object]) -> Intake:
    return read(["-"], stdin=io.BytesIO("\n".join(json.dumps(row) for row in given).encode()))


def test_one_address_is_one_article_with_its_earlier_text_and_what_changed() -> None:
    intake = rows({"id": "a", "text": FIRST, **AT}, {"id": "b", "text": LATER, "url": AT["url"] + "?utm_source=x"})
    (found,) = intake.articles
    assert (found.id, found.text) == ("a", LATER)
    (version,) = found.versions
    assert (version.text, version.reason.code) == (FIRST, "reading.version.address")
    told = [(FIRST[slice(*c.before)], LATER[slice(*c.after)]) for c in version.changes]
    assert told[0] == ("4", "9")
    assert told[1] == ("", "وأعلنت الإدارة مساء أن الرافعة توقفت ساعة واحدة للفحص.")
    assert (version.added, version.removed) == (10, 1)
    assert [(f.reason.code, f.reason.values[2:]) for f in intake.findings] == [("reading.version", ("10", "1"))]


def test_the_later_text_counts_whichever_is_read_first() -> None:
    old = {"text": FIRST, "fetched": "2031-05-01T08:00:00Z", **AT}
    new = {"text": LATER, "fetched": "2031-05-01T12:00:00Z", **AT}
    for given in ((old, new), (new, old)):
        (found,) = rows(*given).articles
        assert found.text == LATER
        assert [v.text for v in found.versions] == [FIRST]


def test_three_texts_are_a_chain_of_changes() -> None:
    middle = FIRST.replace("4 سفينة", "6 سفينة")
    given = [{"text": text, "fetched": f"2031-05-0{day}", **AT} for day, text in ((2, middle), (3, LATER), (1, FIRST))]
    (found,) = rows(*given).articles
    assert [v.text for v in found.versions] == [FIRST, middle]
    first, second = found.versions
    assert [(first.text[slice(*c.before)], second.text[slice(*c.after)]) for c in first.changes] == [("4", "6")]


def test_nearly_the_same_words_of_one_outlet_are_one_article() -> None:
    intake = rows(
        {"id": "a", "text": FIRST, "outlet": "yasmin", "published": "2031-05-01"},
        {"id": "b", "text": FIRST.replace("4 سفينة", "5 سفينة"), "outlet": "yasmin", "published": "2031-05-02"},
    )
    assert [(a.id, len(a.versions)) for a in intake.articles] == [("a", 1)]
    assert intake.articles[0].versions[0].reason.code == "reading.version.wording"


def test_other_outlets_other_weeks_and_other_texts_are_other_articles() -> None:
    near = FIRST.replace("4 سفينة", "5 سفينة")
    assert len(rows({"text": FIRST, "outlet": "yasmin"}, {"text": near, "outlet": "sindyan"}).articles) == 2
    assert len(rows({"text": FIRST}, {"text": near}).articles) == 2  # of no known outlet
    weeks = [{"text": t, "outlet": "yasmin", "published": d} for t, d in ((FIRST, "2031-05-01"), (near, "2031-05-08"))]
    assert len(rows(*weeks).articles) == 2
    assert len(rows({"text": FIRST, **AT}, {"text": OTHER, **AT}).articles) == 2  # a careless address
    front = {"url": "https://news.example/"}
    assert len(rows({"text": FIRST, **front}, {"text": LATER, **front}).articles) == 2


def test_the_same_text_again_is_a_duplicate() -> None:
    intake = rows({"text": FIRST, **AT}, {"text": FIRST, "url": "http://www.news.example/port/1/"})
    assert [r.reason.code for r in intake.rejects] == ["reading.duplicate"]
    assert (len(intake.articles), intake.articles[0].versions) == (1, ())


def test_changes_rebuild_the_later_text() -> None:
    long = " ".join(f"كلمة{n}" for n in range(5000))
    for before, after in ((FIRST, LATER), (LATER, FIRST), ("", FIRST), (FIRST, ""), (long, long + "\nسطر")):
        found, _, _ = changes(before, after)
        built, at = "", 0
        for change in found:
            built += f"{before[at : change.before[0]]} {after[slice(*change.after)]} "
            at = change.before[1]
        assert (built + before[at:]).split() == after.split()
