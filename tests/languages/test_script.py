from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.languages.ar.script import fold, fold_text, within, words, words_of

TEXTS = st.text(max_size=40) | st.text(alphabet="وقالت ـُ٣12.,٫،«a_ \n", max_size=40)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_words_within_a_stretch_are_those_read_there(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    end = max(start, end)
    assert within(words(text), text, start, end) == words(text, start, end)
    assert list(words_of(text, start, end)) == words(text, start, end)
    assert list(words_of(text)) == words(text)


@given(st.text(alphabet="أإآٱىیةکؤئـابتَُ\u200f٠٩۳3 AbÇ،.", max_size=40))
def test_a_text_is_folded_as_its_signs_are(text: str) -> None:
    assert fold_text(text) == "".join(map(fold, text))
