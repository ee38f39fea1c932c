from __future__ import annotations

from dataclasses import replace

from tawatur.model import Account, Claim
from tawatur.origins import judge
from tawatur.settings import DEFAULT
from tawatur.stories import resolve_sources
from tests.stories.invented import account, said

SOURCE = ("مصدر أمني", "anonymous")


def interval(one: Account, member: str) -> tuple[int, int]:
    sources, resolved = resolve_sources((one,))
    (out,) = judge([Claim("c01", (member,))], resolved, sources, (), DEFAULT)
    return out.independent


def test_own_voice_inside_one_sources_account_rests_on_the_source() -> None:
    lines = [said(SOURCE, f"الزورق رقم {n} عاد إلى المرفأ بعد الظهر") for n in range(10)]
    one = account("a", *lines[:5], said("البحث عن الزورق الأخير مستمر في المضيق"), *lines[5:])
    assert interval(one, one.statements[5].id) == (1, 1)


def test_own_voice_beside_a_few_statements_rests_on_nobody() -> None:
    lines = [said(SOURCE, f"الزورق رقم {n} عاد إلى المرفأ بعد الظهر") for n in range(4)]
    one = account("a", *lines[:2], said("البحث عن الزورق الأخير مستمر في المضيق"), *lines[2:])
    assert interval(one, one.statements[2].id) == (0, 0)


def test_an_unsure_speaker_inside_one_sources_account_is_no_origin() -> None:
    lines = [said(SOURCE, f"الزورق رقم {n} عاد إلى المرفأ بعد الظهر") for n in range(11)]
    one = account("a", *lines[:5], said(SOURCE, "البحث عن الزورق الأخير مستمر في المضيق"), *lines[5:])
    doubtful = replace(one.statements[5], confidence=0.3)
    one = replace(one, statements=(*one.statements[:5], doubtful, *one.statements[6:]))
    assert interval(one, doubtful.id) == (0, 0)
