"""A sentence made ready: its words with their tags, quotations and closed-class words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from tawatur.languages.ar.script import Word, within, words
from tawatur.languages.ar.tagging import Labels, Tag, labels
from tawatur.model import Span
from tawatur.statements.forms import FORMS, Form
from tawatur.statements.sentences import Sentence, quotations

# Words that are times only before one: "مطلع الشهر", but "مصدر مطلع".
_PARTS_OF_TIME = {"مطلع", "بدايه", "نهايه", "منتصف", "اواخر", "اوايل", "وقت", "عصر", "ظهر"}
_NONE: frozenset[str] = frozenset()
_START = attrgetter("start")
_SHORT = 3  # letters: names no longer than this are words of the language too often


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence, word by word; all lists run in parallel, indices are word indices.

    `forms` are what the words are wherever they stand, and `tags`, `keys` and `grammar` are theirs; `keys` are folded
    words without their conjunction; `quoted` is the number of the quotation a word stands in, its marks included, -1
    outside; `people` are the stems of words that are tagged as people's names anywhere in the article.
    """

    text: str
    sentence: Sentence
    words: list[Word]
    forms: list[Form]
    tags: list[Tag]
    keys: list[str]
    quoted: list[int]
    grammar: list[frozenset[str]]
    people: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The code points of words `first` to `end`, `end` excluded."""
        return self.words[first].start, self.words[end - 1].end

    def form(self, first: int, end: int) -> str:
        """The exact words of that stretch."""
        start, stop = self.span(first, end)
        return self.text[start:stop]

    def beginning_in(self, span: Span) -> range:
        """The words that begin within a stretch of the text."""
        first = bisect_left(self.words, span[0], key=_START)
        return range(first, bisect_left(self.words, span[1], lo=first, key=_START))

    def is_sign(self, i: int, signs: str) -> bool:
        """Whether word `i` exists and is one of these signs."""
        return 0 <= i < len(self.words) and self.words[i].text in signs

    def source_classes(self, i: int) -> frozenset[str]:
        """The source-word classes of word `i`, its clitics aside."""
        return self.forms[i].classes

    def traits(self, first: int, end: int) -> frozenset[str]:
        """What the words of that stretch have of `Form.traits`."""
        return _NONE.union(*[form.traits for form in self.forms[first:end]])

    def is_person(self, i: int) -> bool:
        """Whether word `i` is of a person's name here, or elsewhere in the article and can be one here."""
        tag = self.tags[i]
        if tag.name is not None:
            return tag.name == "person"
        if tag.pronoun or tag.pos not in {"noun", "proper", "adjective"}:
            return False
        return (f"ال{tag.stem}" if tag.article else tag.stem) in self.people and (tag.article or tag.pos != "adjective")

    def is_time(self, i: int) -> bool:
        """Whether word `i` is an adverb of time or part of one."""
        if "time" not in self.grammar[i] or self._of_office(i):
            return False
        if self.keys[i] not in _PARTS_OF_TIME:
            return True
        following = self.grammar[i + 1] if i + 1 < len(self.words) else frozenset()
        return "time" in following or (i + 1 < len(self.words) and self.tags[i + 1].pos in {"proper", "number"})

    def _of_office(self, i: int) -> bool:
        """ "الأمين العام", "المدعي العام": the adjective of an office, no year."""
        return self.tags[i].pos == "adjective" and i > 0 and "role" in self.source_classes(i - 1)


def parse(text: str, sentence: Sentence) -> Parse:
    """Make one sentence of `text` ready."""
    return parse_all(text, [sentence], words(text, *sentence.span))[0]


def parse_all(text: str, sentences: Sequence[Sentence], found: Sequence[Word]) -> list[Parse]:
    """Make all the sentences of `text` ready, of whose words `found` are those of the whole text."""
    return parse_texts([(text, sentences, found)])[0]


def parse_texts(texts: Sequence[tuple[str, Sequence[Sentence], Sequence[Word]]]) -> list[list[Parse]]:
    """`parse_all` for several texts at once, which is faster, for their words are tagged together."""
    tokens = [[within(found, text, *one.span) for one in sentences] for text, sentences, found in texts]
    labelled = iter(labels([one for its in tokens for one in its]))
    return [
        _article(text, sentences, its, islice(labelled, len(its)))
        for (text, sentences, _), its in zip(texts, tokens, strict=True)
    ]


def _article(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[list[Word]], labelled: Iterable[list[Labels]]
) -> list[Parse]:
    """The sentences of one article, each with what the others tell of its words."""
    forms = [list(map(FORMS.__getitem__, its)) for its in labelled]
    whole = [[form.tag for form in one] for one in forms]
    people = frozenset(
        f"ال{tag.stem}" if tag.article else tag.stem
        for one in whole
        for tag in one
        if tag.name == "person" and len(tag.stem) > _SHORT
    )
    return [_parse(text, *one, people) for one in zip(sentences, tokens, forms, whole, strict=True)]


def _parse(
    text: str, sentence: Sentence, tokens: list[Word], forms: list[Form], tags: list[Tag], people: frozenset[str]
) -> Parse:
    quoted = [-1] * len(tokens)
    for number, (first, last) in enumerate(quotations(text, *sentence.span)):
        for i, token in enumerate(tokens):
            if first <= token.start < last:
                quoted[i] = number
    keys, grammar = [form.key for form in forms], [form.grammar for form in forms]
    return Parse(text, sentence, tokens, forms, tags, keys, quoted, grammar, people)
