"""Who a phrase beside a report credits, on sentences written for these tests."""

from __future__ import annotations

import pytest

from tawatur.statements.attribution import speakers_of
from tawatur.statements.credits import only_refers
from tawatur.statements.frames import find_frames
from tawatur.statements.parsing import parse
from tawatur.statements.sentences import Sentence
from tawatur.statements.speakers import Cast


@pytest.mark.parametrize(
    ("source", "his"),
    [("لبيان", True), ("لرسالة", True), ("لبيانٍ", True), ("لتغريدة", True), ("لمصدر أمني", False)],
)
def test_a_text_without_a_name_is_of_the_one_who_reports(source: str, his: bool) -> None:
    text = f"أعلنت وزارة النقل عن طرد المدير من الميناء، وفقا {source}."
    parsed = parse(text, Sentence((0, len(text)), opens_paragraph=True))
    said, aside = speakers_of(parsed, find_frames(parsed), Cast("almadar"))
    assert only_refers(aside, said) is his
