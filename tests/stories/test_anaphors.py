from __future__ import annotations

from tawatur.stories import resolve_sources
from tests.stories.invented import account, said


def roots(*accounts):  # type: ignore[no-untyped-def]
    _, resolved = resolve_sources(accounts)
    return [[s.chain[-1] for s in a.statements] for a in resolved]


def test_a_bare_office_is_its_only_holder_in_the_article() -> None:
    holder = said(("الأمين العام للأمم المتحدة سالم الغرابي", "person"), "السوق مغلقة")
    ((x, y),) = roots(account("a", holder, said(("الأمين", "person"), "السوق مفتوحة")))
    assert x == y


def test_a_bare_office_with_two_holders_stays_alone() -> None:
    one = said(("المتحدث باسم الجيش سالم الغرابي", "person"), "السوق مغلقة")
    two = said(("المتحدث باسم الشرطة نادر الوردي", "person"), "السوق مغلقة")
    ((x, y, z),) = roots(account("a", one, two, said(("المتحدث", "person"), "السوق مفتوحة")))
    assert len({x, y, z}) == 3


def test_a_bare_surname_taken_for_unnamed_is_the_person() -> None:
    named = said(("المتحدث باسم الجيش العميد سالم الغرابي", "person"), "السوق مغلقة")
    ((x, y),) = roots(account("a", named, said(("الغرابي", "anonymous"), "السوق مفتوحة")))
    assert x == y


def test_the_agency_is_the_only_one_the_article_names() -> None:
    first = said(("وكالة رويترز", "agency"), "السوق مغلقة")
    ((x, y),) = roots(account("a", first, said(("الوكالة", "organisation"), "السوق مفتوحة")))
    assert x == y == "agency:reuters"


def test_our_reporter_is_the_outlet_itself() -> None:
    ((x,),) = roots(account("a", said(("مراسلنا", "anonymous"), "السوق مغلقة")))
    assert x.startswith("outlet:")
