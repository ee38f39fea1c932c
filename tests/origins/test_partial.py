from __future__ import annotations

import pytest

from tawatur.model import SourceKind
from tests.origins.test_judging import CLOSED, SHUT, judged
from tests.stories.invented import account, said

Told = tuple[str, SourceKind]


def reasons(one: Told, other: Told) -> set[str]:
    """The reasons by which two sources of one claim, told by two outlets, may be one."""
    out = judged(account("a", said(one, SHUT)), account("b", said(other, CLOSED)))
    assert out.independent[0] == (1 if out.ties else 2)
    return {reason.code for tie in out.ties for reason in tie.reasons}


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        (
            ("زرقوند كورتموند المنافس", "organisation"),
            ("نادي زرقوند كورتموند ثالث الدوري", "organisation"),
            "origins.tie_same_name",
        ),
        (("ناطق عسكري أردني", "person"), ("المتحدث سالم المرعي", "person"), "origins.tie_bare"),
        (("وزير الزراعة الأردني", "person"), ("سالم المرعي", "person"), "origins.tie_bare"),
        (("مدرب زرقوند كورتموند", "person"), ("المدرب قصي النجار", "person"), "origins.tie_bare"),
        (("المتحدث سالم المرعي", "person"), ("الرئيس الأردني هدى النجار", "person"), "origins.tie_bare"),
        (("الدعوى المدنية", "organisation"), ("مصطفى الحداد", "person"), "origins.tie_document"),
        (("مسؤول أردني كبير", "anonymous"), ("أمين سر اللجنة سالم المرعي", "person"), "origins.tie_anonymous_named"),
        (("مصدر في الأمم المتحدة", "anonymous"), ("خبراء الأمم المتحدة", "anonymous"), "origins.tie_anonymous"),
        (("الأردن", "organisation"), ("الاتحاد الأردني لكرة القدم", "organisation"), "origins.tie_country"),
        (
            ("وسائل إعلام أردنية", "organisation"),
            ("تقارير إعلامية أردنية", "document"),
            "origins.tie_state_media",
        ),
        (("السلطات المحلية", "organisation"), ("وكالة الأناضول", "agency"), "origins.tie_state_media"),
    ],
)
def test_names_that_tell_less_than_they_seem_to(one: Told, other: Told, code: str) -> None:
    assert code in reasons(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("مدرب زرقوند كورتموند", "person"), ("رئيس النقابة قصي النجار", "person")),  # another office
        (("مسؤول أردني كبير", "anonymous"), ("وزير الزراعة العماني سالم المرعي", "person")),  # another state
        (("أحد سكان الحي", "anonymous"), ("سالم المرعي، وهو من سكان الحي", "person")),  # where, not who
    ],
)
def test_what_tells_two_apart_leaves_them_two(one: Told, other: Told) -> None:
    assert reasons(one, other) == set()
