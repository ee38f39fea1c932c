from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.settings import DEFAULT
from tawatur.tracing import find_hits, read_question
from tawatur.tracing.passages import bits, find_passages, read_passages
from tests.tracing.invented import BRIDGE, ask, read


def test_words_far_apart_make_no_passage() -> None:
    far = "يقع جسر الياقوت في الجنوب. " + "وتباع الخضار والفواكه والأسماك في أسواق كثيرة هناك كل صباح. " * 8
    question, reading = ask(BRIDGE), read_passages(read(far + "وانهار سقف مدرسة في مدينة السدرة."))
    found = bits(question, reading)
    assert find_passages(question, reading, found, 14, 0.7, 5) == []
    assert find_passages(question, reading, found, 14, 0.2, 5)


def test_a_passage_is_trimmed_to_what_it_needs_and_no_sentence_serves_two() -> None:
    text = "وتباع الخضار في السوق. انهار جسر الياقوت في مدينة السدرة صباح الثلاثاء. وتباع الأسماك. " * 2
    question, reading = ask(BRIDGE), read_passages(read(text))
    passages = find_passages(question, reading, bits(question, reading), 14, 0.5, 5)
    assert len(passages) == 2
    assert all({reading.places[n] for n in passage.terms} == {passage.sentence} for passage in passages)
    assert len({passage.sentence for passage in passages}) == 2


@given(st.text(max_size=80), st.text(alphabet="انهارجسرليقوت ن0123456789.؟،«»\n", max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_traced_through_any(sentence: str, text: str) -> None:
    question = read_question(sentence, DEFAULT)
    if question is not None:
        for hit in find_hits(question, read_passages(read(text)), DEFAULT):
            assert all(text[slice(*span)].strip() for span in hit.matched)
