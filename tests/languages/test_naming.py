from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.languages.ar.naming import read_name
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.spelling import same_name, same_person, same_word, unarticled
from tawatur.languages.media import known_medium


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("المتحدث باسم وزارة الصحة سالم المرعي", ("سالم", "مرعي")),
        ("سالم المرعي، مدير ميناء الصخرة", ("سالم", "مرعي")),
        ("العقيد الركن تركي المرعي", ("تركي", "مرعي")),
        ("المرعي", ("مرعي",)),
        ("المبعوث الأميركي إلى سوريا سالم المرعي", ("سالم", "مرعي")),
        ("رئيس وزراء العراق", ()),
        ("الرئيس الفرنسي", ()),
        ("#سالم_المرعي", ("سالم", "مرعي")),
    ],
)
def test_own_names_are_told_from_titles(name: str, proper: tuple[str, ...]) -> None:
    assert read_name(name, True).proper == proper


@pytest.mark.parametrize(
    ("name", "country"),
    [("موسكو", "RU"), ("الحكومة الروسية", "RU"), ("كوريا الشمالية", "KP"), ("البيت الأبيض", "US"), ("سوريا", "SY")],
)
def test_countries_are_known_by_capital_people_and_seat(name: str, country: str) -> None:
    assert read_name(name).countries == {country}


def test_a_seat_of_government_is_not_the_whole_state() -> None:
    assert read_name("موسكو").country_only
    assert not read_name("الكرملين").country_only
    assert not read_name("الجيش الروسي").country_only


def test_civil_defence_is_no_army() -> None:
    assert read_name("الدفاع المدني").sectors == {"rescue"}
    assert read_name("وزارة الدفاع").sectors == {"government", "military"}


def test_a_clause_about_the_source_is_not_its_name() -> None:
    assert read_name("مصدر طبي لم يذكر اسمه").body == read_name("مصدر طبي").body


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ترامب", "ترمب"),
        ("باراك", "براك"),
        ("غوتيريش", "غوتيريس"),
        ("غوتيريش", "جوتيريس"),
        ("نتنياهو", "نتانياهو"),
        ("زيلينسكي", "زيلنسكي"),
        ("هاريس", "هاريز"),
        ("عراقجي", "عراقتشي"),
        ("الغرابي", "جرابي"),
        ("بارزاني", "برزاني"),
    ],
)
def test_one_foreign_name_is_spelt_in_many_ways(a: str, b: str) -> None:
    assert same_name(fold(a), fold(b))
    assert same_name(fold(b), fold(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("حسن", "حسين"),
        ("سالم", "سليم"),
        ("سلمان", "سليمان"),
        ("عمر", "عمرو"),
        ("أحمد", "محمد"),
        ("بشار", "بشير"),
        ("عباس", "عباسي"),
        ("الحمداني", "الهمداني"),
        ("كريموف", "كريلوف"),
        ("إيفانوف", "إيفانوفا"),
        ("بالمر", "بلامر"),
        ("مارينو", "مارين"),
        ("كيري", "كوري"),
    ],
)
def test_close_names_are_not_one(a: str, b: str) -> None:
    assert not same_name(fold(a), fold(b))
    assert not same_name(fold(b), fold(a))


def test_words_of_bodies_vary_as_they_did() -> None:
    assert same_word("صيادين", "صيادون")
    assert not same_word("صيادين", "مزارعين")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("المرعي", "سالم المرعي"),
        ("توم باراك", "براك"),
        ("توم باراك", "توماس براك"),
        ("وينكي روغن", "ونكه روغين"),
        ("سالم المرعي", "سالم أحمد المرعي"),
        ("بن سلمان", "محمد بن سلمان"),
        ("منافسه رئيسي سامي فالكو", "سامي فالكو منافس لورينو رئيسي"),
    ],
)
def test_forms_of_a_persons_name(a: str, b: str) -> None:
    assert same_person(_folded(a), _folded(b))
    assert same_person(_folded(b), _folded(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("سالم المرعي", "سالم النجار"),
        ("أحمد المرعي", "سالم المرعي"),
        ("محمد حسن", "محمد حسين"),
        ("سلمان", "محمد بن سلمان"),
        ("محمد سالم علي", "سالم علي حسن"),
        ("حسن محمد", "محمد حسن سالم"),
        ("", "سالم"),
    ],
)
def test_different_people_stay_different(a: str, b: str) -> None:
    assert not same_person(_folded(a), _folded(b))
    assert not same_person(_folded(b), _folded(a))


def _folded(name: str) -> tuple[str, ...]:
    return tuple(unarticled(fold(word)) for word in name.split())


@pytest.mark.parametrize("name", ["سوريا", "سورية", "سوريه"])
def test_spellings_of_a_country_are_one(name: str) -> None:
    assert read_name(name).countries == {"SY"}


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_can_be_compared_as_names(a: str, b: str) -> None:
    if fold(a) and fold(b):
        assert same_name(fold(a), fold(a))
        assert same_name(fold(a), fold(b)) == same_name(fold(b), fold(a))
        assert same_person(_folded(a), _folded(b)) == same_person(_folded(b), _folded(a))


def test_a_word_that_folds_to_nothing_is_no_name_of_anybody() -> None:
    assert not same_person(_folded("نوران"), _folded("\u064c"))
    assert not same_person(_folded("\u0640 نوران"), _folded("برهان"))


def test_media_are_known_but_common_words_are_not_media() -> None:
    assert known_medium("وكالة رويترز للأنباء") == "agency:reuters"
    assert known_medium("صحيفة البيان") == "outlet:albayan"
    assert known_medium("البيان") is None
    assert known_medium("مسؤول") is None


@given(st.text(max_size=60), st.booleans())
def test_any_text_can_be_read_as_a_name(text: str, person: bool) -> None:
    assert read_name(text, person) == read_name(text, person)
    known_medium(text)


def test_a_given_name_like_a_city_without_its_article_is_a_name() -> None:
    assert read_name("رياض الدربي", True).proper == ("رياض", "دربي")
    assert not read_name("رياض الدربي", True).countries
    assert read_name("السفير في الرياض", True).countries == {"SA"}
