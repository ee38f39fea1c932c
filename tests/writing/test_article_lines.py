from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from tawatur.model import Article, Chrome, Reason
from tawatur.reading import read
from tawatur.writing.article_lines import article_line
from tests.reading.test_versions import FIRST, LATER

TITLED = f"عنوان\n{FIRST}"
AT = "https://yasmin.example/1"


def back(*articles: Article) -> tuple[Article, ...]:
    lines = "".join(map(article_line, articles))
    return read(["-"], stdin=io.BytesIO(lines.encode())).articles


@pytest.mark.parametrize(
    "article",
    [
        Article("a", "yasmin", TITLED, (0, 5), published="2031-05-01", published_basis="byline", url=AT),
        Article("b", "unknown:b", FIRST, language="ar"),
        Article("c", "yasmin", f"الموقع\n{TITLED}", (7, 12), (Chrome((0, 6), Reason("reading.chrome.masthead")),)),
        Article(
            "d", "yasmin", TITLED, (0, 5), (Chrome((40, 60), Reason("reading.chrome.furniture")),), "الياسمين",
            f"{AT}?p=2&utm_x=1", "2031-05-01T10:00:00Z", "json-ld",
            canonical=f"{AT}?p=2", fetched="2031-05-02T10:00:00Z",
        ),
    ],
)  # fmt: skip
def test_a_line_gives_the_same_article_back(article: Article) -> None:
    (found,) = back(article)
    assert replace(found, origin="") == article


def test_versions_come_back_with_their_changes() -> None:
    given = [{"id": "a", "text": t, "url": AT, "fetched": d} for t, d in ((FIRST, "2031-05-01"), (LATER, "2031-05-02"))]
    (article,) = read(["-"], stdin=io.BytesIO("\n".join(map(json.dumps, given)).encode())).articles
    row = json.loads(article_line(article))
    assert [(c["before"], c["after"][:8]) for c in row["versions"][0]["changes"]] == [("4", "9"), ("", "وأعلنت ا")]
    (found,) = back(article)
    assert found.versions == article.versions


def test_a_strangers_marks_and_versions_do_no_harm() -> None:
    for marks in (
        {"title": [5, 2], "chrome": [{"span": [0, 99999]}, 3]},
        {"chrome": "x"},
        7,
        {"title": "x", "chrome": []},
    ):
        row = {
            "text": FIRST,
            "marks": marks,
            "versions": [3, {"text": 1}, {"text": LATER, "reason": 5}],
            "canonical": 3,
        }
        (found,) = read(["-"], stdin=io.BytesIO(json.dumps(row).encode())).articles
        assert found.chrome == ()
        assert [v.text for v in found.versions] == [LATER]
