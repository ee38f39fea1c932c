from __future__ import annotations

from tawatur.model import Source
from tests.claims.invented import Said, account
from tests.claims.related import kinds, related


def test_what_is_extended() -> None:
    one = account("a1", "hibr", [Said("إغلاق ميناء المرجان أمام السفن حتى مساء الخميس", "الهيئة")])
    other = account("a2", "sanabel", [Said("قررت الهيئة تمديد إغلاق ميناء المرجان أسبوعا", "الوزارة")])
    (relation,) = related(one, other, apart=True)
    assert (relation.type, relation.slot, relation.reason.code) == ("update", "time", "claims.update_renewed")


def test_what_is_extended_elsewhere_is_another_matter() -> None:
    one = account("a1", "hibr", [Said("إغلاق مدارس الوادي حتى مساء الخميس", "الهيئة")])
    other = account("a2", "sanabel", [Said("قررت الهيئة تمديد إغلاق ميناء المرجان أسبوعا", "الوزارة")])
    assert kinds(one, other, apart=True) == []


def test_what_is_extended_began_once() -> None:
    bare = Said("إغلاق ميناء المرجان", "الهيئة")
    timed = Said("إغلاق ميناء المرجان أمام السفن حتى مساء الخميس", "الهيئة")
    extended = account("a2", "sanabel", [Said("تمديد إغلاق ميناء المرجان", "الوزارة")])
    both = account("a1", "hibr", [bare, timed])
    assert [found[2] for found in kinds(both, extended, apart=True)] == [("a1.02", "a2.01")]
    assert [found[2] for found in kinds(account("a1", "hibr", [bare]), extended, apart=True)] == [("a1.01", "a2.01")]


def test_what_goes_on_all_the_same() -> None:
    over = Said("انتهاء وباء القمح في عموم البلاد", "الوزير", lead="وأعلن الوزير")
    goes_on = Said("الوباء ما زال يفتك بحقول الشمال", lead="لكن")
    assert kinds(account("a1", "hibr", [over, goes_on])) == [("divergent", "other", ("a1.01", "a1.02"))]
    assert kinds(account("a1", "hibr", [over, Said(goes_on.words, lead="كما أن")])) == []


def test_what_others_say() -> None:
    some = Said("الجسر الجديد لن يخفف الزحام", "منتقدون", lead="ويقول منتقدون إن")
    others = Said("المشروع سيغير وجه المدينة", "آخرون", lead="ويرى آخرون أن")
    story = account("a1", "hibr", [some, others])
    named = (Source("src:منتقدون", "anonymous", "منتقدون"), Source("src:آخرون", "anonymous", "آخرون"))
    assert kinds(story, sources=named) == [("divergent", "other", ("a1.01", "a1.02"))]
    assert kinds(story) == []


def test_what_is_extended_began_where_it_is_extended() -> None:
    here = Said("إغلاق ميناء المرجان", "الهيئة")
    there = Said("إغلاق ميناء السنابل حتى مساء الخميس", "الهيئة")
    extended = account("a2", "sanabel", [Said("تمديد إغلاق ميناء المرجان", "الوزارة")])
    both = account("a1", "hibr", [here, there])
    assert [found[2] for found in kinds(both, extended, apart=True)] == [("a1.01", "a2.01")]
