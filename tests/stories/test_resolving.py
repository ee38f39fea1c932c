from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Account, Source, SourceKind, Speaker
from tawatur.stories import resolve_sources
from tawatur.stories.joint import parts_of
from tests.stories.invented import account, said


def ids(*accounts: Account) -> list[list[str]]:
    """The innermost source of each statement, article by article."""
    _, resolved = resolve_sources(accounts)
    return [[s.chain[-1] for s in a.statements] for a in resolved]


def one(name: str, kind: SourceKind, content: str = "السوق مغلقة") -> tuple[tuple[str, SourceKind], str]:
    return (name, kind), content


def test_titles_and_spellings_of_one_person_are_one_source() -> None:
    left = account("a", said(*one("رئيس الوزراء العراقي سالم الغرابي", "person")))
    right = account("b", said(*one("الغرابي", "person")))
    third = account("c", said(*one("سالم الجرابي", "person")))
    (x,), (y,), (z,) = ids(left, right, third)
    assert x == y == z == "src:سالم_غرابي"


def test_two_of_one_family_or_of_close_names_stay_two() -> None:
    left = account("a", said(*one("الوزير سالم المرعي", "person")), said(*one("النائب أحمد المرعي", "person")))
    right = account("b", said(*one("محمد حسن", "person")), said(*one("محمد حسين", "person")))
    found = [id for article in ids(left, right) for id in article]
    assert len(set(found)) == 4


def test_a_foreign_name_is_one_however_it_is_spelt() -> None:
    left = account("a", said(*one("المبعوث دان ماراكو", "person")), said(*one("رودريغو غورتيس", "person")))
    right = account("b", said(*one("مراكو", "person")), said(*one("رودريجو جورتيز", "person")))
    (x, y), (z, w) = ids(left, right)
    assert x == z != y == w


def test_an_office_goes_to_the_holder_the_story_names() -> None:
    left = account("a", said(*one("رئيس الوزراء العراقي سالم الغرابي", "person")))
    right = account("b", said(*one("رئيس وزراء العراق", "person")))
    other = account("c", said(*one("رئيس وزراء الأردن", "person")))
    (x,), (y,), (z,) = ids(left, right, other)
    assert x == y != z


def test_short_and_long_names_of_a_body() -> None:
    left = account("a", said(*one("مرصد الندى لحقوق الصيادين", "organisation")))
    right = account("b", said(*one("المرصد", "organisation")))
    (x,), (y,) = ids(left, right)
    assert x == y


def test_bodies_of_two_states_stay_two() -> None:
    left = account("a", said(*one("وزارة الخارجية القطرية", "organisation")))
    right = account("b", said(*one("وزارة الخارجية العمانية", "organisation")))
    (x,), (y,) = ids(left, right)
    assert x != y


def test_a_capital_speaks_for_its_government_and_not_for_its_army() -> None:
    left = account("a", said(*one("موسكو", "organisation")))
    right = account("b", said(*one("الحكومة الروسية", "organisation")), said(*one("الجيش الروسي", "organisation")))
    (x,), (y, z) = ids(left, right)
    assert x == y != z


def test_unnamed_sources_are_one_only_when_they_say_the_same() -> None:
    words = "الزوارق نقلت الناجين من العبارة إلى مرفأ الصخرة قبل الفجر"
    left = account("a", said(("مصدر أمني", "anonymous"), words))
    right = account("b", said(("مصدر أمني", "anonymous"), words))
    other = account("c", said(("مصدر أمني", "anonymous"), "الميناء سيغلق أسبوعا كاملا"))
    (x,), (y,), (z,) = ids(left, right, other)
    assert x == y != z


def test_agencies_have_their_fixed_ids_however_they_are_named() -> None:
    left = account("a", said(*one("وكالة فرانس برس", "agency")))
    right = account("b", said(*one("وكالة الأنباء الفرنسية", "organisation")))
    assert ids(left, right) == [["agency:afp"], ["agency:afp"]]


def test_a_bare_name_gets_the_title_its_article_gives() -> None:
    text = "قال المتحدث باسم الشرطة سالم المرعي إن السوق مغلقة. "
    left = account("a", said(*one("المرعي", "person")), lead=text)
    sources, _ = resolve_sources([left])
    found = next(s for s in sources if s.kind == "person")
    assert any("الشرطة" in name for name in (found.name, *found.aliases))


def test_a_joint_source_brings_its_parts() -> None:
    sources, _ = resolve_sources([account("a", said(*one("روسيا وسوريا", "organisation")))])
    assert {"src:روسيا", "src:سوريا"} <= {s.id for s in sources}


def test_every_chain_id_is_a_source_and_ids_are_unique() -> None:
    accounts = [
        account("a", said(*one("مصدر أمني", "anonymous")), said(*one("وزارة الداخلية", "organisation"))),
        account("b", said(*one("مصدر أمني", "anonymous", "لا جديد"))),
    ]
    sources, resolved = resolve_sources(accounts)
    known = [s.id for s in sources]
    assert len(known) == len(set(known))
    assert {id for a in resolved for s in a.statements for id in s.chain} <= set(known)


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_any_names_resolve(names: list[str]) -> None:
    kinds: tuple[SourceKind, ...] = ("person", "organisation", "anonymous", "document")
    accounts = [account(str(i), said((n, kinds[i % 4]), "السوق مغلقة")) for i, n in enumerate(names)]
    sources, resolved = resolve_sources(accounts)
    assert {s.chain[-1] for a in resolved for s in a.statements} <= {s.id for s in sources}
    assert all(isinstance(sp, Speaker) for a in resolved for sp in a.speakers)


def test_more_offices_after_a_name_are_no_second_source() -> None:
    minister = Source("src:a", "person", "سالم المرعي، وزير الداخلية وزعيم حزب الندى")
    assert parts_of(minister, (minister,)) == ()


def test_each_of_two_sources() -> None:
    both = Source("src:a", "organisation", "كل من روسيا وتركيا")
    assert [part.name for part in parts_of(both, (both,))] == ["روسيا", "تركيا"]


def test_an_agency_beside_a_channel_keeps_its_id() -> None:
    both = Source("src:a", "organisation", "التلفزيون الرسمي الإيراني ووكالة أنباء تسنيم")
    assert "agency:tasnim" in {part.id for part in parts_of(both, (both,))}


def test_an_agency_called_by_its_short_name_alone_is_the_agency() -> None:
    sources, _ = resolve_sources([account("a", said(("وام", "organisation"), "افتتح المرفأ أمس"))])
    assert {source.id for source in sources} == {"outlet:outlet_a", "agency:wam"}


def test_unnamed_officials_are_parties_and_witnesses_are_not() -> None:
    lines = [
        said((name, "anonymous"), f"البوابة رقم {n} مغلقة")
        for n, name in enumerate(("مسؤول أردني كبير", "مصدر عسكري", "شهود عيان", "مصادر طبية", "مصادر"))
    ]
    sources, _ = resolve_sources([account("a", *lines)])
    assert {source.name for source in sources if source.party} == {"مسؤول أردني كبير", "مصدر عسكري"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("السيناتور ورئيس لجنة الزراعة سالم المرعي", "person"),
        ("اتحاد الإذاعة والتلفزيون", "organisation"),
        ("مصادر عسكرية وطبية يمنية", "anonymous"),
        ("وسائل إعلام فرنسية وإسبانية", "organisation"),
    ],
)
def test_more_offices_before_a_name_an_annex_or_an_adjective_are_no_second_source(name: str, kind: SourceKind) -> None:
    one_ = Source("src:a", kind, name)
    assert parts_of(one_, (one_,)) == ()


@pytest.mark.parametrize(
    "name", ["المرعي بريطانيا وفرنسا وألمانيا", "سالم المرعي، وكيل الوزارة لشؤون الزراعة والشرطة المائية"]
)
def test_whom_somebody_did_something_to_and_what_an_office_is_for_are_no_second_source(name: str) -> None:
    one_ = Source("src:a", "person", name)
    assert parts_of(one_, (one_,)) == ()


def test_offices_of_two_states_are_two_sources() -> None:
    both = Source("src:a", "person", "رئيس مجلس النواب الأميركي ووزير الخارجية البريطاني سالم المرعي")
    assert len(parts_of(both, (both,))) == 2
