"""What an answer is worth: the sources it names, and where in the article their words stand, if they do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from tawatur.languages.ar.script import Word, fold, words
from tawatur.languages.ar.tagging import tag as tag_words
from tawatur.model import Article, Span, Statement

Refusal = Literal["not_in_text", "too_long", "in_chrome", "in_content"]
"""Why words do not count: the article lacks them, they are no mere name of a source, or stand where no source is."""

_CLITICS = "وفبلك"  # written to the word they stand before: "لوزارة النقل"
_BEGINS = re.compile(r'\{\s*"answers"\s*:')
_LINE_ENDS = "\n\r\u2028\u2029"


def named(content: str, asked: int) -> dict[int, str | None]:
    """Number of statement → the words given as its source, None for nobody, out of the text of a model's answer.

    What stands round the JSON (a fence, thoughts before it) is left out, as are entries not of the form asked for.
    Raises ValueError where there is no JSON of that form at all.
    """
    begins = [match.start() for match in _BEGINS.finditer(content)]
    try:
        answers = json.JSONDecoder().raw_decode(content, begins[-1])[0]["answers"]
    except (ValueError, LookupError, RecursionError):
        raise ValueError("no JSON object with a list 'answers'") from None
    if not isinstance(answers, list):
        raise ValueError("'answers' is no list")
    found: dict[int, str | None] = {}
    for answer in answers:
        if not isinstance(answer, dict) or "source" not in answer:
            continue
        number, source = answer.get("statement"), answer["source"]
        if type(number) is int and 1 <= number <= asked and (source is None or isinstance(source, str)):
            found[number] = source
    return found


def place(said: str, found: Sequence[Word], article: Article, statement: Statement, longest: int) -> Span | Refusal:
    """Where the words `said` stand in the article (`found` are all its words), else why they do not count.

    Words are compared as `fold` spells them, whole ones only, within one paragraph. Of several places the one in the
    statement's own sentence counts, else the last before it, else the first after it.
    """
    wanted = _told(said)
    if len(wanted) > longest:
        return "too_long"
    everywhere = list(_places(wanted, found, article.text)) if wanted else []
    if not everywhere:
        return "not_in_text"
    read = [span for span in everywhere if not any(_overlap(span, chrome.span) for chrome in article.chrome)]
    if not read:
        return "in_chrome"
    outside = [span for span in read if not _overlap(span, statement.content)]
    if not outside:
        return "in_content"

    def nearness(span: Span) -> tuple[bool, bool, int]:
        after = span[0] >= statement.content[0]
        return not inside(span, statement.sentence), after, span[0] if after else -span[0]

    return min(outside, key=nearness)


def inside(span: Span, whole: Span) -> bool:
    """Whether a span lies in another."""
    return whole[0] <= span[0] and span[1] <= whole[1]


def _told(said: str) -> list[str]:
    """The folded words of a name, without signs at its ends; none where it has no letter."""
    told = [word.folded for word in words(said)]
    while told and not told[0][0].isalnum():
        del told[0]
    while told and not told[-1][0].isalnum():
        del told[-1]
    return told if any(word[0].isalpha() for word in told) else []


def _places(wanted: list[str], found: Sequence[Word], text: str) -> Iterator[Span]:
    for at in range(len(found) - len(wanted) + 1):
        start = _start(found[at], wanted[0])
        if start is None or any(found[at + k].folded != wanted[k] for k in range(1, len(wanted))):
            continue
        end = found[at + len(wanted) - 1].end
        if not any(sign in text[start:end] for sign in _LINE_ENDS):
            yield start, end


def _start(word: Word, wanted: str) -> int | None:
    """Where in a word of the text the wanted word begins: with it, or after a clitic and the clitic's vowel."""
    if word.folded == wanted:
        return word.start
    if word.text[0] in _CLITICS and fold(rest := word.text[1:]) == wanted and _has_clitic(word):
        return word.end - len(rest) + next(at for at, sign in enumerate(rest) if fold(sign))
    return None


def _has_clitic(word: Word) -> bool:
    """Whether the tagger, too, takes the word's first letter for another word: not in "وزير"."""
    tag = tag_words([word])[0]
    return bool(tag.conjunction or tag.preposition)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
