"""What a source phrase tells, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.statements.parsing import parse
from tawatur.statements.sentences import Sentence
from tawatur.statements.source_phrase import SourcePhrase


def source(text: str) -> SourcePhrase:
    text = f"وقال {text} إن العمل بدأ"
    parsed = parse(text, Sentence((0, len(text)), title=False, opens_paragraph=True))
    return SourcePhrase(parsed, (1, len(parsed) - 3))


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("ليلى الدربي، شقيقة سامي", {"ليلي", "دربي"}),
        ("محامي سامي الدربي", set()),
        ("مصادر قريبة من سامي الدربي", set()),
        ("مصدر مقرب من الوزير سامي الدربي", set()),
        ("الرئيس التنفيذي لشركة «إنوكيم»", set()),
        ("المدير سامي الدربي", {"سامي", "دربي"}),
    ],
)
def test_names_of_others_are_not_ones_own(text: str, proper: set[str]) -> None:
    assert source(text).proper == frozenset(proper)


@pytest.mark.parametrize(("text", "number"), [("الأمين العام", 1), ("الوزيران", 2), ("المسؤولين", 0), ("الوزير", 1)])
def test_how_many_they_are(text: str, number: int) -> None:
    assert source(text).number == number


def test_a_count_is_nobody_who_goes_on() -> None:
    assert source("39 منهم").counted
    assert not source("الوزير").counted
