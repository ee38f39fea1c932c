"""Which run of a page's blocks is the article.

The run with the greatest sum of worth (Kadane's maximum run), held against the page's own words: when it shares hardly
any word with the headline and the description, another run that does takes its place, since the comment rules or the
news ticker of a page may be longer than its article. Paragraphs that a gallery or a list of links cuts off, and a lead
set apart under the headline, are taken in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tawatur.languages.ar.script import fold, fold_text
from tawatur.reading.blocks import Block, apart
from tawatur.reading.language import function_words

Run = tuple[int, int]
LIKE = 0.34  # of the page's key words: a run with this share speaks of what the headline says
SURE = 0.6  # a run with this share is not held against others
UNLIKE = 0.15  # an article with less speaks of something else: worth a remark
BETTER = 0.25  # another run has to have so much more of them
KEYS = 4  # fewer key words than this prove nothing; without the comparison F1 on 212 saved Arabic pages is .913
LEAD_BLOCKS = 14  # between the headline and the first paragraph of the run
LEAD_WORDS = 12
HOME_SHARE = 0.3  # of the worth of a run: the element that holds so much of it is the article's
SIBLING_WORTH = 6.0
LIST = 3  # short lines after the last paragraph, in the article's body: fewer are its tags or a signature
LIST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]{3,}")
_PREFIX = re.compile(r"^(?:[وفبلك]?ال|لل|[وفبلك](?=.{4}))")


def choose(blocks: Sequence[Block], headline: int | None, keys: Sequence[str]) -> Run:
    """`(start, end)` of the article; empty when nothing speaks for one. `headline` is the place of its block."""
    values = [block.worth for block in blocks]
    run = best_run(values, 0, len(values))
    if run[0] == run[1]:
        return run
    if len(keys) >= KEYS:
        other = _other(blocks, values, run, keys)
        # What stands close above is the lead of the same article: it has the headline's words, the rest need not.
        run = (other[0], run[1]) if 0 <= run[0] - other[1] <= LEAD_BLOCKS else other
    run = _below(values, _with_siblings(blocks, values, run), headline)
    return _with_lead(blocks, values, run, headline)


def best_run(values: Sequence[float], first: int, last: int) -> Run:
    """The run with the greatest sum between two places."""
    best, found, total, start = 0.0, (first, first), 0.0, first
    for number in range(first, last):
        if total <= 0:
            total, start = 0.0, number
        total += values[number]
        if total > best:
            best, found = total, (start, number + 1)
    return found


def key_words(*said: str | None) -> tuple[str, ...]:
    """The stems by which the page's own words (headline, description) are known again in its text, in order."""
    found: dict[str, None] = {}
    usual = _usual()
    for text in said:
        for word in _WORD.findall(text or ""):
            folded = fold(word)
            stem = _PREFIX.sub("", folded)
            if word not in usual and folded not in usual and len(stem) >= 3:
                found[stem] = None
    return tuple(found)


def likeness(blocks: Sequence[Block], run: Run, keys: Sequence[str], enough: float = 1.0) -> float:
    """The share of the key words that stand in the running text of a run, inflected or not.

    A share of `enough` is not looked at more closely: words in the very spelling of the keys are found without folding
    the text, which takes most of the time.
    """
    text = " ".join(block.text for block in blocks[run[0] : run[1]] if not apart(block))
    plain = sum(key in text for key in keys) / max(len(keys), 1)
    if plain >= enough:
        return plain
    text = fold_text(text)
    return sum(key in text for key in keys) / max(len(keys), 1)


def _other(blocks: Sequence[Block], values: Sequence[float], run: Run, keys: Sequence[str]) -> Run:
    """The best of the runs beside `run` that speaks of what the headline says, else `run`."""
    own = likeness(blocks, run, keys, SURE)
    if own >= SURE:
        return run
    waiting, best, found = [(0, run[0]), (run[1], len(blocks))], 0.0, run
    while waiting:
        first, last = waiting.pop()
        other = best_run(values, first, last)
        total = sum(values[other[0] : other[1]])
        if total <= 8:
            continue
        waiting += [(first, other[0]), (other[1], last)]
        other = _with_siblings(blocks, values, other)
        like = likeness(blocks, other, keys)
        if like >= max(LIKE, own + BETTER) and total * like > best:
            best, found = total * like, other
    return found


def _with_siblings(blocks: Sequence[Block], values: Sequence[float], run: Run) -> Run:
    """The run with the paragraphs of the same parent elements, which a gallery or a list of links may cut off."""
    held: dict[int, float] = {}
    for number in range(*run):
        if values[number] > 0:
            held[blocks[number].home] = held.get(blocks[number].home, 0.0) + values[number]
    least = HOME_SHARE * sum(held.values())
    homes = {home for home, value in held.items() if value >= least}
    kin = [
        n
        for n, value in enumerate(values)
        if value >= SIBLING_WORTH and blocks[n].home in homes and blocks[n].tag != "li"
    ]
    start, end = min(kin[0], run[0]) if kin else run[0], max(kin[-1] + 1, run[1]) if kin else run[1]
    last = end
    while last < len(blocks) and blocks[last].home in homes and _may_end(blocks[last]):
        last += 1
    return start, last if last - end >= LIST else end


def _may_end(block: Block) -> bool:
    """Whether a block can be of a list that ends an article: outside links, in the element said to be its body."""
    return block.body and not block.linked and not block.furniture and block.words >= LIST_WORDS


def _below(values: Sequence[float], run: Run, headline: int | None) -> Run:
    """The run from its headline on, when that stands amid it and most of it is below: above are other stories."""
    if headline is None or not run[0] < headline < run[1]:
        return run
    below = sum(value for value in values[headline : run[1]] if value > 0)
    return (headline + 1, run[1]) if below >= 0.5 * sum(v for v in values[run[0] : run[1]] if v > 0) else run


def _with_lead(blocks: Sequence[Block], values: Sequence[float], run: Run, headline: int | None) -> Run:
    """The run from the first running paragraph under the headline, when chrome cut that off."""
    if headline is None or not 0 < run[0] - headline <= LEAD_BLOCKS:
        return run
    leads = (n for n in range(headline + 1, run[0]) if blocks[n].words >= LEAD_WORDS and values[n] > 0)
    return next(leads, run[0]), run[1]


@cache
def _usual() -> frozenset[str]:
    return function_words("ar") | function_words("en") | function_words("fr")
