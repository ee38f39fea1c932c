"""Statements in which speakers tell of themselves: "لن نعترف" from two mouths is two positions.

What a speaker says in the first person, or of "his country", holds the speaker as its subject; in the mouth of another
the same words say another thing.
"""

from __future__ import annotations

from tawatur.claims.likeness import within
from tawatur.claims.wording import Wording, one_voice
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.verbs import readings

_SELF = frozenset(
    map(
        fold,
        ("نحن", "أنا", "إننا", "إنني", "بأننا", "بلاده", "بلادها", "بلادهم", "بلادنا", "بلادي", "حكومته", "حكومتنا"),
    )
)
_BEFORE_VERB = frozenset(map(fold, ("لا", "لن", "لم", "سوف", "ولن", "ولا", "ولم", "قد", "أن", "لكي")))
_SAYING, _VERBATIM = 5, 0.75  # words that two share, and the part of the longer one's weight, when they are one saying
_FIRST = 4  # words in which the subject of a content stands


def of_two_speakers(a: Wording, b: Wording) -> bool:
    """Whether the two are on the word of two speakers, neither relaying the other, and one tells of itself.

    Two that hold one sentence almost word for word are one saying that is put down to two speakers, not two positions.
    """
    sourced = len(a.statement.chain) > 1 and len(b.statement.chain) > 1
    if not sourced or one_voice(a, b):
        return False
    return (tells_of_itself(a) or tells_of_itself(b)) and not _one_saying(a, b)


def _one_saying(a: Wording, b: Wording) -> bool:
    shared = [t for t in a.distinct if within(t, b)]
    return len(shared) >= _SAYING and sum(t.weight for t in shared) >= _VERBATIM * max(a.total, b.total)


def tells_of_itself(wording: Wording) -> bool:
    """Whether the subject of a content is its speaker, by the words it opens with."""
    forms = [term.form for term in wording.terms[:_FIRST]]
    return any(form in _SELF or _of_us(form, before) for before, form in zip(["", *forms], forms, strict=False))


def _of_us(form: str, before: str) -> bool:
    """Whether a word is a verb of "we" and can be nothing else where it stands: "لا نعترف", "سنرد"."""
    verb = form[1:] if form[0] in "وف" and len(form) > 4 else form
    if before not in _BEFORE_VERB and not verb.startswith("سن"):
        return False  # "نقطة", "نووي": nouns too begin with ن
    verb = verb[1:] if verb.startswith("سن") else verb
    found = readings(verb) if verb.startswith("ن") else ()
    return bool(found) and all(r.person == "1" and r.tense == "present" for r in found)
