"""Frames that no rule finds: what the network of words hears as somebody's words.

Rules know the verbs and the forms of reporting; news finds others. Where the network is sure that a proposition is a
speaker's and no frame holds it, the words before it in its sentence are read as the report: their verb is the cue,
the one they name the source. Where there are none, the frame before goes on, or the last speaker does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.statements.agreement import surely_speaks
from tawatur.statements.attribution import covers
from tawatur.statements.frame import HEARD, Frame
from tawatur.statements.holders import subject_after
from tawatur.statements.labels import speech_follows
from tawatur.statements.nominals import names_speaker
from tawatur.statements.outlet_again import opens_aside, tells_what_was_not_said
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range, may_begin, phrase_end
from tawatur.statements.segments import Cut

SURE = 0.7
"""How probable a speaker must be before a frame is made that no rule finds."""
GOES_ON = 0.9
"""How probable, where the words before name nobody, so that the last speaker goes on."""


def with_heard(parse: Parse, frames: list[Frame], cuts: Sequence[Cut]) -> list[Frame]:
    """The frames of a sentence with those that only the network hears, in reading order."""
    added: list[Frame] = []
    before = 0
    for at, cut in enumerate(cuts):
        first, before = before, cut.words[1]
        said = cut.said if cut.voice is None else float(cut.voice == "said")
        if said < SURE or any(f.group != "note" and covers(f.content, cut.words) for f in frames):
            continue
        if outlets_own(parse, cut.words[0]):
            continue
        frame = _report(parse, frames, cut.words, first)
        if frame is None and (said < GOES_ON or _supposed(parse, cut.words[0])):
            continue
        if frame is None and added and at and covers(added[-1].content, cuts[at - 1].words):
            added[-1] = replace(added[-1], content=(added[-1].content[0], cut.words[1]))
        else:
            added.append(frame or Frame("said", None, None, None, cut.words, start=cut.words[0], opened=HEARD))
    return _in_order(frames, added) if added else frames


def outlets_own(parse: Parse, first: int) -> bool:
    """Whether the outlet speaks again in the words that begin here: "…، وهو ما تنفيه", "… من دون أن يحدد"."""
    near = range(max(1, first - 2), min(first + 1, len(parse) - 2))
    return any(
        tells_what_was_not_said(parse, k) or (parse.is_sign(k - 1, "،,") and opens_aside(parse, k)) for k in near
    )


def _supposed(parse: Parse, first: int) -> bool:
    """ "إن شعر الوزير بأن …": a condition, which nobody has said."""
    return first > 0 and parse.keys[first - 1] in {"ان", "اذا"} and parse.tags[first].pos == "verb_past"


def _report(parse: Parse, frames: Sequence[Frame], words: Range, first: int) -> Frame | None:
    """The frame that the words from `first` to a proposition make; None where they tell of no speaking."""
    taken = {k for f in frames for part in (f.source, f.via, f.relay) if part is not None for k in range(*part)}
    begin, stop = first, words[0]
    while begin < stop and not parse.words[begin].text[0].isalnum():
        begin += 1
    verb = next((k for k in range(begin, stop) if parse.tags[k].verb and not parse.tags[k].name), None)
    cue = None if verb is None else (verb, verb + 1)
    source = None
    if verb is not None and verb + 1 < stop:
        source = subject_after(parse, verb + 1, stop, open_end=False)[0].source
    # A name without a verb reports only before a colon or a quotation.
    if source is None and (verb is not None or parse.is_sign(stop - 1, ":") or parse.quoted[words[0]] >= 0):
        source = _named(parse, begin, stop if verb is None else verb)
        if source is not None and verb is None and _only_where(parse, source, words[0]):
            source = None
    if source is not None and (not taken.isdisjoint(range(*source)) or not names_speaker(parse, *source)):
        source = None
    if source is None and cue is None:
        return None
    start = min(part[0] for part in (source, cue, words) if part is not None)
    return Frame("said", cue, source, None, words, start=start, opened=HEARD)


def _named(parse: Parse, begin: int, stop: int) -> Range | None:
    """The first phrase between two words that names somebody who speaks."""
    for k in range(begin, stop):
        if may_begin(parse, k):
            end = phrase_end(parse, k, stop, strict=False)
            return (k, end) if end > k and surely_speaks(parse, (k, end)) else None
    return None


def _only_where(parse: Parse, source: Range, first: int) -> bool:
    """ "السودان: إغلاق الطريق" in a headline: where it happened, unless speech follows."""
    listed = parse.words[0].text in "-–•"  # "- تونس: طرد دبلوماسيين": one of a list
    if not (parse.sentence.title or listed) or not parse.is_sign(source[1], ":"):
        return False
    if speech_follows(parse, first):
        return False
    return all(parse.tags[k].name == "place" for k in range(*source))


def _in_order(frames: list[Frame], added: list[Frame]) -> list[Frame]:
    """All frames in reading order, their parents' numbers with them."""
    whole = list(frames)
    for one in added:
        whole.insert(next((at for at, other in enumerate(whole) if other.start > one.start), len(whole)), one)
    where = {id(frame): at for at, frame in enumerate(whole)}
    return [
        frame if frame.parent is None else replace(frame, parent=where[id(frames[frame.parent])]) for frame in whole
    ]
