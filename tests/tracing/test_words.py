from __future__ import annotations

import pytest

from tawatur.languages.ar.script import words
from tawatur.languages.lexicons import entries
from tawatur.tracing.contrasts import opposites
from tawatur.tracing.verification import marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ونفى الوزير ذلك", [("denies", "ونفى")]),
        ("الخبر عار عن الصحة تماماً", [("false", "عار عن الصحة")]),
        ("لم يتسن التأكد منه", [("doubted", "لم يتسن التأكد")]),
        ("لا أحد هنا", []),
        ("صحيح أن المطر غزير", []),
    ],
)
def test_marks_are_the_longest_forms_at_their_place(text: str, found: list[tuple[str, str]]) -> None:
    assert [(mark.verdict, text[slice(*mark.span)]) for mark in marks(words(text))] == found


def test_opposites_stand_against_each_other() -> None:
    table = opposites()
    assert all(key in table[other] for key, others in table.items() for other in others)
    assert all(key not in others for key, others in table.items())


def test_every_reason_has_a_text_in_both_languages() -> None:
    known = {entry["form"]: entry for entry in entries("interface", "reasons_tracing")}
    verdicts = {entry["class"] for entry in entries("ar", "verification")}
    kinds = {"number", "opposite", "turned", "unturned", "country"}
    for code in {"words", "missing", "absent", "question", "no_words", "no_words_do"} | verdicts | kinds:
        entry = known[f"tracing.{code}"]
        assert entry["en"].count("{") == entry["ar"].count("{"), code
