from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds

MORNING, EVENING = "2021-03-05T08:00:00Z", "2021-03-05T19:00:00Z"
EXPECTED = Said("يضرب مرجان سواحل الوادي فجر السبت", "الأرصاد", kind="prediction")
CAME = Said("ضرب الإعصار سواحل الوادي مساء اليوم")
NAMED = Said("أصداء الإعصار مرجان على منصات التواصل")


def found(coming: Said, *came: Said) -> list[tuple[str, str]]:
    one = account("a1", "hibr", [coming], published=MORNING)
    return [kind[2] for kind in kinds(one, account("a2", "sanabel", list(came), published=EVENING), apart=True)]


def test_what_has_a_name_in_one_report_is_called_by_its_noun_in_another() -> None:
    assert found(EXPECTED, NAMED, CAME) == [("a1.01", "a2.02")]


def test_a_noun_without_the_name_is_somebody_else() -> None:
    assert found(EXPECTED, Said("أصداء الإعصار زمرد على منصات التواصل"), CAME) == []
    assert found(EXPECTED, CAME) == []


def test_of_two_with_one_title_neither_is_meant() -> None:
    coming = Said("سيلتقي مروان تجار رملاء غدا", "الحكومة")
    came = Said("التقى الوزير تجار رملاء مساء اليوم")
    one, other = Said("اجتماع الوزير مروان بالصيادين"), Said("اعتذار الوزير جوهر عن الحضور")
    assert found(coming, one, came) == [("a1.01", "a2.02")]
    assert found(coming, one, other, came) == []


def test_a_construct_is_no_name() -> None:
    coming = Said("ستلتقي بلدية رملاء صيادي المرجان", "الحكومة")
    assert found(coming, Said("اجتماع رئيس بلدية زمردة بالتجار"), Said("التقى الرئيس صيادي المرجان")) == []


def test_who_holds_an_office_is_not_what_it_is_an_office_of() -> None:
    coming = Said("سيلتقي جوهر تجار رملاء غدا", "الحكومة")
    came = Said("التقى المستشفى تجار رملاء مساء اليوم")
    assert found(coming, Said("لقاء المستشفى جوهر بالأهالي"), came) == [("a1.01", "a2.02")]
    assert found(coming, Said("لقاء مدير المستشفى جوهر بالأهالي"), came) == []
    assert found(coming, Said("كلمة المتحدث باسم المستشفى جوهر في الحفل"), came) == []


def test_of_two_with_two_names_one_is_not_what_came_of_the_other() -> None:
    near = Said("اقتراب السفينة مرجان من ميناء رملاء")
    assert found(near, Said("وصلت السفينة مرجان إلى ميناء رملاء")) == [("a1.01", "a2.01")]
    assert found(near, Said("وصلت السفينة زمرد إلى ميناء رملاء")) == []
    assert found(near, Said("وصلت السفينة إلى ميناء رملاء")) == [("a1.01", "a2.01")]
