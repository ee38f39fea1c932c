from __future__ import annotations

from tawatur.claims import align
from tawatur.settings import DEFAULT
from tests.claims.invented import Said, account


def test_taking_part_entails_that_the_meeting_was_held() -> None:
    one = account(
        "a",
        "sanabel",
        [
            Said("عقد لقاء سري بين الوفدين في مدينة السدر", "مصدر"),
            Said("شارك في اللقاء الذي هدف إلى خفض التوتر", "المبعوث"),
        ],
    )
    (claim,) = align((one,), (), (), DEFAULT)
    assert [r.code for r in claim.links[0].reasons] == ["claims.took_part"]


def test_taking_part_in_something_else_does_not() -> None:
    one = account(
        "a",
        "sanabel",
        [Said("عقد لقاء سري بين الوفدين في مدينة السدر", "مصدر"), Said("شارك في سباق الجري مع رفاقه", "المبعوث")],
    )
    assert len(align((one,), (), (), DEFAULT)) == 2
