"""Propositions of a sentence: the stretches of words that each make one statement.

A network (see `scripts/train_network.py`) scores the words, and the stretches that agree best with all labellings of a
sentence are taken (`languages/stretches`); what comes out is trimmed of conjunctions, marks and words that open a
clause without belonging to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tawatur.languages.convolution import Head, log_shares
from tawatur.languages.stretches import LABELS, best_stretches
from tawatur.model import Span
from tawatur.statements.frame import Frame
from tawatur.statements.models import word_scorer
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range
from tawatur.statements.segment_features import Shown, words_shown
from tawatur.statements.sentences import trimmed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EDGE = " \t\n\u00a0،,.;؛:-–—…\"“”«»'"
# Words that open a clause from outside it: the content begins after them.
_OPENERS = {
    "ان",
    "بان",
    "كما",
    "فيما",
    "بينما",
    "حيث",
    "لكن",
    "ثم",
    "اذ",
    "مما",
    "وذلك",
    "وقد",
    "فقد",
    "قد",
    "ولكن",
    "كذلك",
}


WORTH = 0.38
"""How much a proposition must be expected to agree with a right one; below, it is left out (development stories and
articles, held out)."""


Framed = tuple[list[Parse], list[list[Frame]], list[Span]]
"""The sentences of an article, the frames of each, and the spans of expressions of time in the article."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One proposition: its words, how probable each kind is (by `Kind`), and that a speaker says it.

    `settled` is how probable that is by what stands round it, where a second look settles whose words they are.
    """

    words: Range
    kinds: dict[str, float]
    said: float
    settled: float | None = None

    @property
    def voice(self) -> Literal["own", "said"] | None:
        """Whose words they are, where that is settled."""
        return None if self.settled is None else "said" if self.settled > 0.5 else "own"


def segments(articles: Sequence[Framed]) -> list[list[list[Cut]]]:
    """For every sentence of every article its propositions, in order; none overlaps another."""
    shown = [
        [words_shown(parse, its, dates) for parse, its in zip(parses, frames, strict=True)]
        for parses, frames, dates in articles
    ]
    found = iter(_cuts(shown))
    return [[list(_tidied(parse, next(found))) for parse in parses] for parses, _, _ in articles]


def _cuts(articles: Sequence[Sequence[Shown]]) -> list[list[Cut]]:
    """The propositions of the sentences of all articles in turn."""
    import numpy as np

    scorer = word_scorer()
    lengths = [len(sentence.forms) for sentences in articles for sentence in sentences]
    scores = scorer.scores(articles)
    heads = scorer.network.heads
    found = best_stretches(scores.cuts, _steps(heads["cuts"]), lengths, WORTH)
    firsts = np.cumsum([0, *lengths]).tolist()
    bounds = [first + at for first, its in zip(firsts, found, strict=False) for one in its for at in one]
    if not bounds:
        return [[] for _ in lengths]
    # Sums over each proposition and over the words after it in turn: every other one counts.
    ends = np.array([*bounds, len(scores.cuts)])
    size = (ends[1::2] - ends[:-1:2])[:, None]
    kinds, voices = (
        np.exp(log_shares(np.add.reduceat(np.concatenate([its, its[:1]]), ends[:-1], axis=0)[::2] / size))
        for its in (scores.kinds, scores.voices)
    )
    said = voices[:, heads["voices"].labels.index("said")].tolist()
    told = iter(zip(kinds.tolist(), said, strict=True))
    names = heads["kinds"].labels
    return [
        [Cut(words, dict(zip(names, shares, strict=True)), share) for words, (shares, share) in zip(its, told)]  # noqa: B905
        for its in found
    ]


def _steps(head: Head) -> NDArray[np.float64]:
    """Steps between labels as they were learned; a proposition goes on only where one began."""
    import numpy as np

    if head.labels != LABELS:
        raise ValueError(f"the network marks propositions by {head.labels}, not {LABELS}")
    steps = np.zeros((len(LABELS), len(LABELS))) if head.steps is None else head.steps.copy()
    steps[LABELS.index("O"), LABELS.index("I")] = _NEVER
    return steps


_NEVER = -1e4


def _tidied(parse: Parse, cuts: Iterable[Cut]) -> Iterator[Cut]:
    for cut in _whole(parse, cuts):
        words = _tidy(parse, cut.words)
        if words is not None:
            yield cut if words == cut.words else replace(cut, words=words)


def _whole(parse: Parse, cuts: Iterable[Cut]) -> Iterator[Cut]:
    """The cuts without a relative pronoun at the end of one: a noun that has no verb is joined to its relative."""
    waiting: Cut | None = None
    for cut in cuts:
        if waiting is not None and waiting.words[1] == cut.words[0]:
            cut = replace(cut, words=(waiting.words[0], cut.words[1]))
        waiting = None
        first, end = cut.words
        if end - first > 1 and "relative" in parse.grammar[end - 1]:
            if any(tag.verb for tag in parse.tags[first : end - 1]):
                cut = replace(cut, words=(first, end - 1))
            else:
                waiting = cut
                continue
        yield cut


def content_span(parse: Parse, stretch: Range) -> Span:
    """The code points of a proposition: without و / ف before its first word and marks at its edges."""
    first, end = stretch
    start, stop = parse.span(first, end)
    if parse.tags[first].conjunction and parse.words[first].end - start > 1:
        start += 1
    start, stop = trimmed(parse.text, start, stop, _EDGE)
    return _balanced(parse.text, start, stop)


def _tidy(parse: Parse, stretch: Range) -> Range | None:
    first, end = stretch
    while first < end - 1 and (parse.keys[first] in _OPENERS or parse.words[first].text in _EDGE):
        first += 1
    while end - 1 > first and parse.words[end - 1].text in _EDGE:
        end -= 1
    # One word says nothing that could be true or false: it is a fragment.
    spoken = sum(word.text[0].isalnum() for word in parse.words[first:end])
    return (first, end) if spoken > 1 else None


_CLOSING = {"»", "”", ")", '"'}


def _balanced(text: str, start: int, end: int) -> Span:
    """Give back a closing mark that trimming took from a quotation or bracket opened inside."""
    if text[end : end + 1] not in _CLOSING and text[start - 1 : start] != '"':
        return start, end
    inside = text[start:end]
    for opening, closing in (("«", "»"), ("“", "”"), ("(", ")"), ('"', '"')):
        unmatched = inside.count(opening) % 2 if opening == closing else inside.count(opening) > inside.count(closing)
        if unmatched and text[end : end + 1] == closing:
            return start, end + 1
        if unmatched and opening == closing and start and text[start - 1] == opening:
            return start - 1, end
    return start, end
