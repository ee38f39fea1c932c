from __future__ import annotations

from tawatur.model import Account, Source
from tests.claims.invented import Said, account
from tests.claims.related import kinds

SOURCES = (
    Source("src:بلور", "organisation", "وزارة دفاع بلوريا"),
    Source("src:زمرد", "organisation", "الحكومة الزمردية"),
    Source("src:سفارة", "organisation", "سفارة بلوريا"),
)
BLAMED = Said("بلوريا بالوقوف وراء تخريب جسر الوادي", "زمرد", kind="accusation", lead="اتهمت الحكومة الزمردية")


def accused_and(denial: Said) -> tuple[Account, Account]:
    return account("a1", "hibr", [BLAMED]), account("a2", "sanabel", [denial])


def test_who_is_blamed_denies_a_part_in_the_deed() -> None:
    denial = Said("ضلوع قوات بلوريا في تخريب الجسر", "بلور", "-", lead="نفت وزارة دفاع بلوريا")
    assert kinds(*accused_and(denial), sources=SOURCES) == [("contradiction", "polarity", ("a1.01", "a2.01"))]


def test_a_particle_must_bear_on_the_part_in_the_deed() -> None:
    other = Said("لم ترسل أحدا من خبرائها للعب دور في ترميم جسر الوادي", "بلور", "-", lead="أعلنت بلوريا أنها")
    assert kinds(*accused_and(other), sources=SOURCES) == []
    plain = Said("ليس لبلوريا أي دور في تخريب جسر الوادي", "بلور", "-", lead="أكدت الوزارة أنه")
    assert [found[:2] for found in kinds(*accused_and(plain), sources=SOURCES)] == [("contradiction", "polarity")]


def test_somebody_else_who_denies_another_deed_is_not_meant() -> None:
    other = Said("تورط موظفيها في تهريب الزيت", "شركة", "-", lead="نفت شركة الزيوت")
    assert kinds(*accused_and(other), sources=SOURCES) == []


def test_what_an_outlet_tells_of_a_blame_is_left_out_where_somebody_blames() -> None:
    denial = Said("ضلوع قوات بلوريا في تخريب الجسر", "بلور", "-", lead="نفت وزارة دفاع بلوريا")
    told = Said("الحكومة الزمردية ألقت باللائمة على بلوريا في تخريب جسر الوادي")
    one = account("a1", "hibr", [BLAMED, told])
    other = account("a2", "sanabel", [denial])
    assert [found[2] for found in kinds(one, other, sources=SOURCES, apart=True)] == [("a1.01", "a2.01")]
    alone = account("a1", "hibr", [told])
    assert [found[2] for found in kinds(alone, other, sources=SOURCES, apart=True)] == [("a1.01", "a2.01")]


def test_a_spokesman_without_a_name_denies_the_part_of_whom_the_denial_names() -> None:
    sources = (*SOURCES, Source("src:متحدث", "person", "متحدث عسكري"))
    denial = Said("جيش بلوريا ليس له دور في تخريب الجسر", "متحدث", "-", lead="قال متحدث عسكري إن")
    assert kinds(*accused_and(denial), sources=sources) == [("contradiction", "polarity", ("a1.01", "a2.01"))]
    verb = Said("ضلوع جيش بلوريا في تخريب الجسر", "متحدث", "-", lead="نفى متحدث عسكري")
    assert kinds(*accused_and(verb), sources=sources) == [("contradiction", "polarity", ("a1.01", "a2.01"))]
    wing = Said("ألقى الجناح العسكري لحركة الصيادين باللائمة على كوارتز في تخريب جسر الوادي")
    one, other = account("a1", "hibr", [wing]), account("a2", "sanabel", [denial])
    assert kinds(one, other, sources=sources) == []


def test_the_name_of_the_accused_is_no_deed() -> None:
    denial = Said("ليس لقوات بلوريا أي دور في غرق العبارة", "بلور", "-", lead="أكدت وزارة دفاع بلوريا أنه")
    assert kinds(*accused_and(denial), sources=SOURCES) == []


ARMY = Said("الجيش بقصف مخزن الحبوب", "زمرد", kind="accusation", lead="اتهم وجهاء البلدة")


def denied_by(name: str, denial: Said, blamed: Said = ARMY) -> bool:
    sources = (Source("src:متحدث", "person", name),)
    one, other = account("a1", "hibr", [blamed]), account("a2", "sanabel", [denial])
    return bool(kinds(one, other, sources=sources))


def test_a_spokesman_of_the_army_denies_what_the_army_is_blamed_for() -> None:
    ours = Said("ليس لنا أي دور في قصف مخزن الحبوب", "متحدث", "-", lead="قال متحدث إنه")
    men = Said("عناصرنا ليس لهم أي دور في قصف مخزن الحبوب", "متحدث", "-", lead="قال متحدث إن")
    assert denied_by("متحدث باسم الجيش", ours)
    assert denied_by("متحدث باسم الجيش", men)
    assert not denied_by("متحدث باسم الشرطة", ours)


def test_whose_part_is_denied_may_stand_after_the_negation() -> None:
    between = Said("لم يكن للجيش أي دور في قصف مخزن الحبوب", "متحدث", "-", lead="قال متحدث عسكري إنه")
    reports = Said(
        "الأنباء المتداولة كاذبة وليس للجيش أي دور في قصف مخزن الحبوب", "متحدث", "-", lead="قال متحدث عسكري إن"
    )
    rumours = Said("عصابات التهريب بقصف مخزن الحبوب كما ذكرت أنباء محلية", "زمرد", kind="accusation", lead="اتهموا")
    assert denied_by("متحدث عسكري", between)
    assert denied_by("متحدث عسكري", reports)
    assert not denied_by("متحدث عسكري", reports, rumours)


def test_the_forces_of_one_country_are_not_those_of_another() -> None:
    denial = Said("قوات بلوريا ليس لها دور في تخريب جسر الوادي", "متحدث", "-", lead="قال متحدث عسكري إن")
    ours = Said("قوات بلوريا بتخريب جسر الوادي", "زمرد", kind="accusation", lead="اتهم الصيادون")
    theirs = Said("قوات كوارتز بتخريب جسر الوادي", "زمرد", kind="accusation", lead="اتهم الصيادون")
    assert denied_by("متحدث عسكري", denial, ours)
    assert not denied_by("متحدث عسكري", denial, theirs)
