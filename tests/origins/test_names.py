from __future__ import annotations

import pytest

from tawatur.model import Source, SourceKind
from tawatur.origins.names import share_name


def source(name: str, *aliases: str, kind: SourceKind = "person") -> Source:
    return Source(f"src:{name}", kind, name, aliases=aliases)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الأمير سالم بن مرعي", "ولي العهد الندوي الأمير سالم بن مرعي"),
        ("آل الصباغ تغريدة", "منصور آل الصباغ، رئيس هيئة الرياضة"),
        ("قصي عبد المعيد المدير العام", "المدير العام في وزارة التخطيط قصي عبدالمعيد"),
        ("المدرب الفني لمرعشتر يونايتد", "مدرب مرعشتر يونايتد"),
        ("نادي زرقوند كورتموند ثالث الدوري", "زرقوند كورتموند المنافس"),
    ],
)
def test_one_source_however_its_name_is_cut(one: str, other: str) -> None:
    assert share_name(source(one), source(other))
    assert share_name(source(other), source(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزير الزراعة سالم المرعي", "وزير الزراعة هدى النجار"),  # an office is no name
        ("سالم", "سالم المرعي"),  # a given name that many bear
        ("الأمير سالم بن مرعي", "الأمير منصور بن مرعي"),  # brothers
        ("جامعة", "جامعة زرقوند"),  # a word of every day
        ("لاعب زرقوند كورتموند منصور الصباغ", "حارس زرقوند كورتموند قصي النجار"),  # two of one club
    ],
)
def test_two_sources_whose_names_share_less(one: str, other: str) -> None:
    assert not share_name(source(one), source(other))


def test_any_name_of_a_source_may_agree() -> None:
    assert share_name(source("المدرب", "زرقوند كورتموند"), source("مدرب زرقوند كورتموند"))
