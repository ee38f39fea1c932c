"""Whom an article is about where a verb without a subject finds no speaker: named in its headline or just before."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.statements.holders import acting_subject
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range, may_begin, phrase_end

_BACK = 3  # sentences


def topic(read: Sequence[Parse], gender: str, number: str) -> tuple[Parse, Range] | None:
    """Who acted in the last sentences and fits a verb of this gender and number, else the first name of the headline.

    `read` are the sentences so far.
    """
    for parse in reversed(read[-_BACK:]):
        acting = acting_subject(parse, len(parse), gender) if not parse.sentence.title else None
        if acting is not None and _fits(parse, acting, number):
            return parse, acting
    for parse in read[:2]:
        person = _first_person(parse)
        if person is not None and number != "p":
            return parse, person
    return None


def _fits(parse: Parse, source: Range, number: str) -> bool:
    head = source[0]
    several = parse.words[head].folded.endswith(("ون", "ين")) or "plural" in parse.source_classes(head)
    return several == (number == "p")


def _first_person(parse: Parse) -> Range | None:
    """The first noun phrase of a sentence that names a person, from its office on."""
    for k in range(len(parse)):
        if not parse.is_person(k) and "role" not in parse.source_classes(k):
            continue
        if may_begin(parse, k):
            end = phrase_end(parse, k, len(parse), strict=True)
            if any(parse.is_person(m) for m in range(k, end)):
                return k, end
    return None
