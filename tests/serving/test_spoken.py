"""Speakers of an archive joined where they are one."""

from __future__ import annotations

from tawatur.serving.spoken import joined
from tawatur.store.facets import Facet


def groups(*labels: str | tuple[str, int]) -> dict[str, list[str]]:
    told = [label if isinstance(label, tuple) else (label, 1) for label in labels]
    found = [Facet(f"v{at}", label, stories) for at, (label, stories) in enumerate(told)]
    return {one.label: [facet.label for facet in one.facets] for one in joined(found)}


def test_spellings_and_offices_of_one_person_are_joined_under_the_name() -> None:
    found = groups(("وزير الخارجية الروماني بيتروف غروسمان", 4), "بيتروف جروسمان", "غروسمان", "الوزير بيتروف غروسمان")
    assert list(found) == ["بيتروف غروسمان"]
    assert len(found["بيتروف غروسمان"]) == 4


def test_two_arabic_names_are_two_people() -> None:
    assert len(groups("هدى سالم", "هدى سليم", "نبيل سالم")) == 3


def test_a_family_name_alone_joins_only_who_is_told_of_most_by_far() -> None:
    assert len(groups(("توماس غروسمان", 1), ("لورا غروسمان", 1), "غروسمان")) == 3
    found = groups(("توماس غروسمان", 6), ("لورا غروسمان", 1), "غروسمان")
    assert found["توماس غروسمان"] == ["توماس غروسمان", "غروسمان"]


def test_who_speaks_for_somebody_or_with_somebody_is_another() -> None:
    found = groups(
        ("الرئيس توماس غروسمان", 5), "المتحدث باسم الرئيس توماس غروسمان", "إدارة الرئيس توماس غروسمان",
        "الرئيس توماس غروسمان ووزير الدفاع",
    )  # fmt: skip
    assert found["توماس غروسمان"] == ["الرئيس توماس غروسمان"]


def test_media_and_countries_have_one_entry_each() -> None:
    found = groups("رويترز", 'وكالة "رويترز', "وكالة رويترز للأنباء", "السعودية", "المملكة العربية السعودية")
    assert [len(labels) for labels in found.values()] == [3, 2]


def test_what_names_nobody_is_left_out() -> None:
    assert groups("تقارير", "البعض", "متحدث", "12") == {}
