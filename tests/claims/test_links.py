from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds, related

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


def test_a_word_that_begins_with_the_letter_of_with_is_not_what_is_not_linked() -> None:
    denied = Said("لا علاقة للحريق بالعنف وفق بيان بحارة بلد المرجان", "الحكومة", "-", "position")
    for words in ("بحارة بلد المرجان سرقوا القمح", "ضلل بيان الوزارة جموع الصيادين"):
        assert found(Said(words, "ناشطون", kind="accusation"), denied) == []
    statement = Said("لا علاقة للحريق ببيان الوزارة", "الحكومة", "-", "position")
    accused = Said("ضلل بيان الوزارة جموع الصيادين", "ناشطون", kind="accusation")
    assert found(accused, statement) == [("contradiction", "cause", ("a1.01", "a2.01"))]


def test_when_somebody_was_caught_is_no_ground() -> None:
    assert found(Said("أوقف البحار أثناء عمله النقابي في المرفأ", "المحامي"), DENIED) == []


def test_the_reason_tells_of_the_link() -> None:
    (relation,) = related(account("a1", "hibr", [GROUND]), account("a2", "sanabel", [DENIED]), apart=True)
    assert relation.reason.code == "claims.contradiction_unlinked"


def test_another_ground_is_no_link_that_is_denied() -> None:
    assert found(Said("أوقف البحار بسبب تهريب القمح", "المحامي"), DENIED) == []


def test_a_denial_that_gives_the_ground_itself_stands_against_none() -> None:
    both = Said("لا علاقة للتوقيف بالدين وإنما بسبب عمله النقابي في المرفأ", "الشرطة", "-", "position")
    assert found(GROUND, both) == []
