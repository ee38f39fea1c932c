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
