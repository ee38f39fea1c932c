from __future__ import annotations

import re
from pathlib import Path

import pytest

from tawatur.languages.lexicons import entries
from tawatur.model import Reason
from tawatur.writing.messages import Messages, plural_category

SLOT = re.compile(r"\{\d\}")
WORDS = ("words", "pictures", "pages")


@pytest.mark.parametrize(
    ("count", "category"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"),
     (101, "other"), (102, "other"), (103, "few"), (111, "many"), (1000, "other"), (1003, "few")],
)  # fmt: skip
def test_arabic_plural_categories_are_those_of_cldr(count: int, category: str) -> None:
    assert plural_category("ar", count) == category


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "وسيلة إعلام واحدة"),
        (2, "وسيلتا إعلام"),
        (3, "3 وسائل إعلام"),
        (11, "11 وسيلة إعلام"),
        (100, "100 وسيلة إعلام"),
    ],
)
def test_arabic_counts_agree_with_their_noun(count: int, text: str) -> None:
    assert Messages("ar", {}).count("n_outlets", count) == text


def test_english_counts() -> None:
    assert [Messages("en", {}).count("n_statements", n) for n in (0, 1, 2)] == [
        "0 statements",
        "1 statement",
        "2 statements",
    ]


@pytest.mark.parametrize("name", WORDS)
def test_every_text_is_there_in_both_languages_with_the_same_values(name: str) -> None:
    for entry in entries("interface", name):
        english, arabic = entry["en"], entry["ar"]
        assert type(english) is type(arabic), entry["form"]
        if isinstance(english, dict):
            assert "other" in english
            assert "other" in arabic
            english, arabic = english["other"], arabic["other"]
        assert set(SLOT.findall(english)) == set(SLOT.findall(arabic)), entry["form"]


@pytest.mark.parametrize("name", WORDS)
def test_arabic_duals_carry_no_numeral(name: str) -> None:
    for entry in entries("interface", name):
        if isinstance(entry["ar"], dict):
            assert "{0}" not in entry["ar"].get("two", ""), entry["form"]
            assert "{0}" not in entry["ar"].get("one", ""), entry["form"]


def test_reasons_have_both_languages_with_the_same_values() -> None:
    for entry in [
        entry
        for name in ("dossier", "credibility", "cli", "grouping")
        for entry in entries("interface", f"reasons_{name}")
    ]:
        assert set(SLOT.findall(entry["en"])) == set(SLOT.findall(entry["ar"])), entry["form"]


def test_texts_that_templates_ask_for_exist() -> None:
    known = {entry["form"] for name in WORDS for entry in entries("interface", name)}
    root = Path(__file__).parents[2] / "src" / "tawatur"
    asked = re.compile(r'(?:text|count|pattern|counted)\(\s*"([a-z_0-9]+)"\s*[,)]')
    places = [root / "writing", root / "serving"]
    for path in [path for place in places for ending in ("py", "j2") for path in place.rglob(f"*.{ending}")]:
        assert set(asked.findall(path.read_text(encoding="utf-8"))) <= known, path.name


def test_values_of_the_other_direction_are_isolated() -> None:
    names = {"src:x": "هدى"}
    reason = Reason("dossier.chain_speaker", ("src:x",))
    assert Messages("en", names).reason(reason) == "on the word of \u2068هدى\u2069"
    assert Messages("ar", names).reason(reason) == "على لسان هدى"


def test_name_that_begins_in_latin_letters_runs_as_arabic_does() -> None:
    names = {"outlet:x": "QRS العربية", "outlet:y": "العربية QRS", "outlet:z": "QRS"}
    for ui in ("en", "ar"):
        messages = Messages("ar" if ui == "ar" else "en", names)
        assert messages.name("outlet:x") == "\u200fQRS العربية"
        assert messages.name("outlet:y") == "العربية QRS"
        assert messages.name("outlet:z") == "QRS"


def test_reason_without_a_text_shows_its_code_and_values() -> None:
    assert Messages("en", {}).reason(Reason("no.such", ("a", "b"))) == "no.such: a, b"


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [("2031-03-04", "4 March 2031", "4 مارس 2031"),
     ("2031-03-04T06:30:00Z", "4 March 2031, 06:30 UTC", "4 مارس 2031، 06:30 بالتوقيت العالمي"),
     ("2031-W16", "2031-W16", "2031-W16"), ("2031-99-01", "2031-99-01", "2031-99-01")],
)  # fmt: skip
def test_dates_in_words(value: str, english: str, arabic: str) -> None:
    assert (Messages("en", {}).date(value), Messages("ar", {}).date(value)) == (english, arabic)
