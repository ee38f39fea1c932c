"""Whom an article is about where a verb without a subject finds no speaker: named in its headline or just before."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.ar.cues import forms
from tawatur.statements.acting import acting_subject
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


_STYLES = {
    "سموه": "سمو", "معاليه": "معالي", "فضيلته": "فضيله", "سماحته": "سماحه", "سعادته": "سعاده", "فخامته": "فخامه",
    "جلالته": "جلاله",
}  # fmt: skip


def styled(read: Sequence[Parse], honorific: str) -> tuple[Parse, Range] | None:
    """The one whose name was last written with a style that goes on as an honorific: "معالي الشيخ فلان", "معاليه"."""
    style = next((s for h, s in _STYLES.items() if honorific in {h, s}), None)
    for parse in reversed(read[-_BACK:]):
        for k in range(len(parse)):
            if style is None or parse.keys[k] != style:
                continue
            end = phrase_end(parse, k, len(parse), strict=True)
            if any(parse.is_person(m) for m in range(k + 1, end)):
                return parse, (k, end)
    return None


def taken_up(parse: Parse) -> Range | None:
    """Whom a sentence without a source takes up: "أما الوزير فلان فيشعر …", "قال فلان، …"."""
    if len(parse) < _TAKES_UP or parse.sentence.title:
        return None
    turns = parse.keys[0] == "اما"
    says = parse.tags[0].verb and any(f.shape == "past" and not f.pronoun for f in forms().get(parse.keys[0], ()))
    if not (turns or says) or not may_begin(parse, 1):
        return None
    end = phrase_end(parse, 1, len(parse), strict=says)
    if not any(parse.is_person(k) for k in range(1, end)):
        return None
    if turns and not any(parse.tags[k].conjunction == "ف" for k in range(end, min(end + 6, len(parse)))):
        return None
    return 1, end


_TAKES_UP = 4  # words


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
