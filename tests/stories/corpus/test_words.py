from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Chrome, Reason
from tawatur.stories.corpus.forms import Forms
from tawatur.stories.corpus.words import read_words
from tawatur.stories.fingerprints import wording
from tests.stories.corpus.invented import WIRE, article

LETTERS = 'ابتكسمنهوي أإةىؤ\u064e\u0640 .،«»"_-0193٣٫,x²Ⅷ\U0001d4d0\n\u0967ﷲ'


@given(st.lists(st.text(LETTERS, max_size=40), min_size=1, max_size=4), st.integers(0, 20), st.integers(0, 20))
@settings(max_examples=150, deadline=None)
def test_the_words_are_those_that_a_story_compares(texts: list[str], start: int, size: int) -> None:
    chrome = (Chrome((start, start + size), Reason("test.teaser")),) if size else ()
    articles = [article(str(at), text + WIRE, chrome=chrome) for at, text in enumerate(texts)]
    read = read_words(articles)
    numbers: dict[str, int] = {}
    for at, one in enumerate(articles):
        first, end = int(read.starts[at]), int(read.starts[at + 1])
        plain = wording(one, 4, 4)
        found = [read.span(at, word, word + 1) for word in range(end - first)]
        assert found == list(plain.spans)
        for key, number in zip(plain.keys, read.keys[first:end].tolist(), strict=True):
            assert numbers.setdefault(key, number) == number
    assert len(set(numbers.values())) == len(numbers)


def test_no_articles_have_no_words() -> None:
    assert read_words([]).starts.tolist() == [0]


def test_many_forms_keep_their_numbers_as_the_tables_grow() -> None:
    forms = ["".join(letters) for letters in product("بتثجحخدذرز", repeat=4)]
    texts = [" ".join(forms[at : at + 700]) for at in range(0, len(forms), 500)]
    read = Forms()
    found = [read.read(text) for text in texts]
    written = read.written()
    assert sorted(written) == sorted(forms)
    for text, (ids, first, last) in zip(texts, found, strict=True):
        assert [written[number] for number in ids.tolist()] == text.split()
        assert [text[start:end] for start, end in zip(first.tolist(), last.tolist(), strict=True)] == text.split()
