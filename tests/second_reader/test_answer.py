"""Answers held against the text: no answer whatever can put a span outside it, into the page, or into what is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.languages.ar.script import words
from tawatur.model import Article, Chrome, Reason, Span, Statement
from tawatur.second_reader.answer import named, place
from tawatur.second_reader.rereading import reread
from tawatur.settings import Settings
from tests.second_reader.invented import read

OWN = read()
ASKED = tuple(s for s in OWN.statements if len(s.chain) > 1)
SETTINGS = Settings(ask_url="http://127.0.0.1:1", ask_model="m", ask_below=1.0)
TEXT = OWN.article.text
SNIPPETS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 60)).map(lambda at: TEXT[at[0] : at[0] + at[1]])
SOURCES = st.one_of(st.none(), st.text(max_size=40), SNIPPETS)


def statement(text: str, content: str) -> Statement:
    start = text.rindex(content)
    return Statement(
        "x.01", "x", (0, len(text)), (start, start + len(content)), None, None, None,
        ("outlet:o", "s1"), "explicit", "indirect", "fact", "+", "certain",
    )  # fmt: skip


def placed(text: str, said: str, content: str, chrome: tuple[Span, ...] = ()) -> str:
    article = Article("x", "o", text, chrome=tuple(Chrome(span, Reason("r")) for span in chrome))
    found = place(said, words(text), article, statement(text, content), 25)
    return found if isinstance(found, str) else f"{found[0]}:{text[slice(*found)]}"


@pytest.mark.parametrize(
    ("text", "said", "content", "found"),
    [
        ("قال الوزير إن الجسر فتح", "«الوزير».", "الجسر فتح", "4:الوزير"),
        ("قال الوَزيرُ إن الجسر فتح", "الوزير", "الجسر فتح", "4:الوَزيرُ"),
        ("قال أحمد إن الجسر فتح", "احمد", "الجسر فتح", "4:أحمد"),
        ("وفقا لِوزارة النقل فتح الجسر", "وزارة النقل", "فتح الجسر", "7:وزارة النقل"),
        ("قال وزير إن الجسر فتح", "زير", "الجسر فتح", "not_in_text"),
        ("حضر الوزير. غاب الوزير. وقال إن الجسر فتح", "الوزير", "الجسر فتح", "16:الوزير"),
        ("قال إن الجسر فتح بحسب الوزير والوزير", "الوزير", "الجسر فتح", "22:الوزير"),
        ("قال مدير 2031 إن الجسر فتح", "2031", "الجسر فتح", "not_in_text"),
        ("قال (أ ف ب) إن الجسر فتح", "أ ف ب", "الجسر فتح", "5:أ ف ب"),
    ],
)
def test_where_words_are_found(text: str, said: str, content: str, found: str) -> None:
    assert placed(text, said, content) == found


def test_a_place_in_the_page_does_not_count_beside_one_in_the_article() -> None:
    text = "الوزير\nقال الوزير إن الجسر فتح"
    assert placed(text, "الوزير", "الجسر فتح", ((0, 6),)) == "11:الوزير"
    assert placed(text, "الوزير", "الجسر فتح", ((0, 18),)) == "in_chrome"


def test_entries_of_another_form_are_left_out() -> None:
    given = [{"statement": 1, "source": "أ"}, {"statement": 9, "source": "ب"}, {"statement": True, "source": "ج"},
             {"statement": "2", "source": "د"}, {"statement": 2, "source": 7}, {"statement": 3}, None, 4,
             {"statement": 4, "source": None}]  # fmt: skip
    assert named(json.dumps({"answers": given}), 4) == {1: "أ", 4: None}


@given(st.text(max_size=200))
def test_any_content_is_answers_or_a_value_error(content: str) -> None:
    for text in (content, '{"answers": ' + content, json.dumps({"answers": [content]})):
        try:
            assert all(1 <= number <= 3 for number in named(text, 3))
        except ValueError:
            continue


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(1, len(ASKED)), SOURCES))
def test_no_answer_can_put_a_span_outside_the_text(answers: dict[int, str | None]) -> None:
    after, outcomes = reread(OWN, ASKED, answers, SETTINGS)
    assert len(outcomes) == len(ASKED)
    keys = {speaker.key for speaker in after.speakers}
    chrome = OWN.article.chrome[0].span
    for before, now in zip(OWN.statements, after.statements, strict=True):
        same = ("id", "content", "sentence", "cue", "via", "kind")
        assert [getattr(now, name) for name in same] == [getattr(before, name) for name in same]
        assert now.confidence <= before.confidence
        assert now.chain[0] == before.chain[0]
        assert set(now.chain[1:]) <= keys
        if now.source is not None:
            start, end = now.source
            assert now.sentence[0] <= start < end <= min(now.sentence[1], len(TEXT))
            assert end <= chrome[0]
            assert TEXT[start:end].strip() == TEXT[start:end]
        if now.source is not None and now.source != before.source:
            assert now.source[1] <= now.content[0] or now.content[1] <= now.source[0]
    for speaker in after.speakers[len(OWN.speakers) :]:
        assert speaker.name.removeprefix("ال") in " ".join(TEXT.split())
    for outcome, asked in zip(outcomes, ASKED, strict=True):
        now = next(s for s in after.statements if s.id == asked.id)
        assert (outcome == "changed") == (now.chain != asked.chain)
        assert now.reasons[-1].code.startswith("second_reader.")
