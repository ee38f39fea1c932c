from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds

DENIED = Said("لا علاقة لتوقيف البحار بعمله النقابي في المرفأ", "الشرطة", "-", "position")
GROUND = Said("أوقف البحار بسبب عمله النقابي في المرفأ", "المحامي")


def found(one: Said, other: Said) -> list[tuple[str, str, tuple[str, str]]]:
    return kinds(account("a1", "hibr", [one]), account("a2", "sanabel", [other]), apart=True)


def test_a_link_that_one_draws_and_another_denies() -> None:
    assert found(GROUND, DENIED) == [("contradiction", "cause", ("a1.01", "a2.01"))]


def test_an_accusation_of_what_it_is_not_linked_with() -> None:
    accused = Said("خطب الحاكم تحرض على العنف ضد الصيادين", "ناشطون", kind="accusation")
    denied = Said("لا علاقة لخطب الحاكم بالعنف في الميناء", "الحكومة", "-", "position")
    assert found(accused, denied) == [("contradiction", "cause", ("a1.01", "a2.01"))]
    other = Said("خطب الحاكم مليئة بالأخطاء اللغوية", "ناشطون", kind="accusation")
    assert found(other, denied) == []


def test_another_ground_is_no_link_that_is_denied() -> None:
    assert found(Said("أوقف البحار بسبب تهريب القمح", "المحامي"), DENIED) == []


def test_a_denial_that_gives_the_ground_itself_stands_against_none() -> None:
    both = Said("لا علاقة للتوقيف بالدين وإنما بسبب عمله النقابي في المرفأ", "الشرطة", "-", "position")
    assert found(GROUND, both) == []
