from __future__ import annotations

import pytest

from tawatur.claims.stances import of_two_speakers, tells_of_itself
from tawatur.claims.wording import wordings
from tests.claims.invented import Said, account


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("لا نعترف بنتائج السباق", True),
        ("سنرد على القرار بالمثل", True),
        ("بلاده لن تشارك في السباق", True),
        ("نحن نعرف موعد السباق", True),
        ("نقطة التفتيش أغلقت صباحا", False),
        ("المفاعل نووي قديم", False),
        ("البحرية لن تشارك في السباق", False),
    ],
)
def test_a_content_tells_of_its_speaker_in_the_first_person_or_of_his_country(words: str, own: bool) -> None:
    (wording,) = wordings([account("a", "hibr", [Said(words, "الوزير")])])
    assert tells_of_itself(wording) is own


def test_what_two_speakers_tell_of_themselves_is_two_statements_and_the_outlets_voice_is_none() -> None:
    said = [
        Said("لا نعترف بنتائج السباق", "النادي"),
        Said("لا نعترف بنتائج السباق", "الاتحاد"),
        Said("النادي يرفض النتائج"),
    ]
    club, union, own = wordings([account("a", "hibr", said)])
    (again,) = wordings([account("b", "sanabel", [Said("لن نعترف بنتائج السباق", "النادي")])])
    assert of_two_speakers(club, union)
    assert not of_two_speakers(club, again)
    assert not of_two_speakers(club, own)


def test_one_long_saying_put_down_to_two_speakers_is_no_pair_of_positions() -> None:
    said = [
        Said("نحن مستعدون للقاء كل من يمثل صيادي جزيرة المرجان", "الوزير"),
        Said("نحن مستعدون للقاء كل من يمثل صيادي جزيرة المرجان اليوم", "المتحدث"),
    ]
    assert not of_two_speakers(*wordings([account("a", "hibr", said)]))
