"""Reports that were missed in news never read before, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.statements.test_missed_cues import told


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("وحث الوزير السكان على ترشيد المياه", [("الوزير", "وحث", "السكان")]),
        ("وحض النائب سكان الحي على زرع الحديقة", [("النائب", "وحض", "سكان")]),
    ],
)
def test_doubled_verbs_with_their_conjunction(text: str, frames: list[tuple[str | None, str | None, str]]) -> None:
    assert told(text) == frames


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("وبين الوزير خلال الجولة، أن الجسر سيفتح قريبا", [("الوزير", "وبين", "الجسر")]),
        ("وبين التقرير أن هناك نقصا في المياه", [("التقرير", "وبين", "هناك")]),
        ("وبين في تصريح أنه تم إصلاح الجسر", [(None, "وبين", "تم")]),
        ("بدوره، بين المشرف على برامج وأنشطة الحديقة أن الأبواب ستفتح", [("المشرف", "بين", "الأبواب")]),
        ("وكان الوزير عبر عن أمله في فتح الجسر", [("الوزير", "عبر عن", "أمله")]),
    ],
)
def test_verbs_spelled_like_prepositions(text: str, frames: list[tuple[str | None, str | None, str]]) -> None:
    assert told(text) == frames


@pytest.mark.parametrize(
    "text",
    [
        "وبين الجسر والحديقة طريق قصير يعني أن الجميع يمر منه",
        "وبين الوزير والنائب خلاف قديم",
        "بين الحين والآخر يمكن أن تفتح الحديقة",
    ],
)
def test_between_two_is_no_report(text: str) -> None:
    assert told(text) == []


def test_a_clause_that_tells_which_one_does_not_end_the_search() -> None:
    text = "وقال حزب السنابل، الذي لم يفز بمقعد منذ تأسيسه في المدينة، إنه يرشح رئيسه"
    assert told(text) == [("حزب السنابل", "وقال", "يرشح")]


def test_what_may_hold_the_complement() -> None:
    assert told("رحب الوزير بما جاء في الخطة") == [("الوزير", "رحب", "بما")]
    assert told("رحب الوزير في المدينة، مما أسعد السكان") == []


def test_not_ruled_out_is_held_possible() -> None:
    assert told("ولم يستبعد الوزير أن يفتح الجسر") == [("الوزير", "يستبعد", "يفتح")]


def test_a_headline_tells_who_asks() -> None:
    assert told("فرنسا تطلب عون الجيران في الحريق", title=True) == [("فرنسا", "تطلب", "عون")]
    assert told("الأمر تطلب جهودا كبيرة", title=True) == []


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("وبحسب هؤلاء، فإن الجسر قديم", (None, "وبحسب", "الجسر")),
        ("وبحسب هذه الهيئة فإن الجسر قديم", ("هذه الهيئة", "وبحسب", "الجسر")),
        ("وأغلق السكان، بحسب المصادر نفسها، طريق الجسر", ("المصادر نفسها", "بحسب", "وأغلق")),
    ],
)
def test_sources_named_by_pointing(text: str, frame: tuple[str | None, str | None, str]) -> None:
    assert told(text) == [frame]
