"""How far what a frame reports reaches: to the next frame, a quotation's end, or the outlet's own clause."""

from __future__ import annotations

from dataclasses import replace

from tawatur.statements.complements import OPENING
from tawatur.statements.frame import Frame
from tawatur.statements.holders import BEEN
from tawatur.statements.outlet_again import NOT_SAID_OPENS, looks_back, opens_aside, tells_what_was_not_said
from tawatur.statements.parsing import Parse


def cut_at_their_ends(parse: Parse, frames: list[Frame]) -> list[Frame]:
    """End every content where the speech ends: at the next frame of its level, or when its quotation closes."""
    out: list[Frame] = []
    for i, frame in enumerate(frames):
        first, end = frame.content
        for j in range(i + 1, len(frames)):
            later = frames[j]
            if later.parent is not None and _within(frames, j, i):
                continue
            if (frame.group != "around" or _holds_its_cue(frame)) and later.start > first:
                end = min(
                    end, later.start if later.group not in {"around", "relay"} else later.cue[0] if later.cue else end
                )
        if frame.parent is not None and 0 <= parse.quoted[first] == parse.quoted[frame.start]:
            end = next((k for k in range(first + 1, end) if parse.words[k].text == "." or _but_we(parse, k)), end)
        if frame.group in {"said", "label"} and first < end:
            end = min(end, _speech_end(parse, first, end))
        if frame.opened == "that" and _told_of(parse, frame):
            verb = next((k for k in range(first, end) if parse.tags[k].verb), end)
            end = next((k for k in range(verb + 1, end) if _goes_back(parse, k)), end)
        if frame.opened == "that" and frame.cue is not None and parse.keys[frame.cue[0] - 1] == "ما" and frame.cue[0]:
            end = next((k for k in range(first + 1, end) if _goes_elsewhere(parse, k)), end)
        if frame.opened in {"object", "preposition"} and frame.group == "said" and first < end:
            if _called(parse, frame) or frame.shape == "noun":
                end = next((k for k in range(first + 1, end) if parse.is_sign(k, "،,")), end)
            end = next((k - 1 for k in range(first + 2, end) if _turns_away(parse, k, frame)), end)
        while end - 1 > first and (
            parse.words[end - 1].text in "،,.؛:-–"
            or parse.keys[end - 1] in {"كما", "فيما", "بينما", "وذلك", "وقد", "ثم"}
        ):
            end -= 1
        content = (first, max(end, first + 1))
        out.append(frame if content == frame.content else replace(frame, content=content))
    return out


def _but_we(parse: Parse, k: int) -> bool:
    """ "«المتهم قال إنه …، لكننا …»", "«… وهذا …»": the one who quotes somebody else speaks for himself again."""
    if not parse.is_sign(k - 1, "،,"):
        return False
    return parse.keys[k] in {"لكننا", "لكنني", "لكني", "لكنا", "ونحن", "نحن"} or parse.words[k].text == "وهذا"


def _holds_its_cue(frame: Frame) -> bool:
    """Whether a source stands inside what it vouches for, which goes on behind it."""
    return frame.cue is not None and frame.content[0] < frame.cue[0] < frame.content[1]


def _within(frames: list[Frame], j: int, i: int) -> bool:
    at: int | None = j
    while at is not None:
        if at == i:
            return True
        at = frames[at].parent
    return False


def _speech_end(parse: Parse, first: int, end: int) -> int:
    """A quotation that opens the content ends it when a pause follows its close and no further words of the speaker."""
    number = parse.quoted[first]
    unsaid = (k for k in range(first + 2, end) if parse.keys[k] in NOT_SAID_OPENS)
    end = next((k for k in unsaid if tells_what_was_not_said(parse, k)), end)
    if number < 0:
        aside = (k for k in range(first + 2, end) if parse.is_sign(k - 1, "،,") and opens_aside(parse, k))
        end = next((k - 1 for k in aside), end)
    if number < 0 or (first > 0 and parse.quoted[first - 1] != number and parse.words[first].text not in OPENING):
        return end
    close = first
    while close < end and parse.quoted[close] == number:
        close += 1
    if close + 1 < end and parse.keys[close] == "في" and parse.keys[close + 1] in {"اشاره", "سياق", "تلميح"}:
        return close  # "«…» في إشارة إلى": the outlet explains what was said
    if close < end and parse.keys[close] in {"مستعيده", "مستعيدا", "مرددا", "مردده"}:
        return close
    if close >= end or close - first < 4:
        return end
    if parse.words[close].text in "،,." and close + 1 < end and not parse.tags[close + 1].conjunction:
        return close
    return end


def _told_of(parse: Parse, frame: Frame) -> bool:
    """Whether a report only tells who somebody is: "الموظفون الذين قالوا إن"."""
    verb = frame.cue[0] if frame.cue is not None else 0
    if frame.source is None or frame.source[0] > verb:
        return False
    return verb > 0 and "relative" in parse.grammar[verb - 1] and not parse.is_sign(verb - 2, "،,")


def _goes_back(parse: Parse, k: int) -> bool:
    """Whether the sentence goes on with the one told of: "الذين قالوا إنه … كانوا أكثر عرضة", "…، أكثر عرضة"."""
    if parse.quoted[k] >= 0 or parse.tags[k].conjunction:
        return False
    return parse.keys[k] in BEEN or (parse.is_sign(k - 1, "،,") and parse.tags[k].pos in {"adjective", "verb_past"})


def _goes_elsewhere(parse: Parse, k: int) -> bool:
    """ "هجوما على ما قالت إنه مركز قيادة، فيما تعرضت …": what only names a thing ends where the sentence goes on."""
    return parse.is_sign(k, "،,") and parse.keys[k + 1 : k + 2] in (["فيما"], ["بينما"], ["كما"])


def _called(parse: Parse, frame: Frame) -> bool:
    """ "المباراة، التي وصفها المراقبون بالنهائي المبكر، لم تحسم": after the name given the sentence goes on."""
    if frame.verb is None or frame.verb.lemma != "وصف" or frame.cue is None or frame.opened != "preposition":
        return False
    return any("relative" in parse.grammar[k] for k in range(max(0, frame.cue[0] - 1), frame.cue[0]))


def _turns_away(parse: Parse, k: int, frame: Frame) -> bool:
    """ "أعلن الانسحاب، مما زاد المخاوف", "طالب بردود، بينما عول آخرون": a clause after what a noun phrase reports.

    What came of something told ("تشير إلى الألغام، مما منع الزراعة") is the outlet's only where telling is an act, and
    what happened meanwhile only beside a demand or a judgement.
    """
    if not parse.is_sign(k - 1, "،,") or k + 1 >= len(parse) or parse.quoted[k] >= 0:
        return False
    facts = frame.verb is None or frame.verb.kind == "fact"
    if parse.words[k].folded == "كما" and parse.tags[k + 1].verb:
        return True  # "أمر بإغلاق السوق، كما ألغي المهرجان"
    if parse.keys[k] in {"مما", "ما"}:
        acts = frame.opened == "object" and frame.verb is not None and not frame.verb.shows
        return parse.tags[k + 1].verb and (acts or not facts)
    if parse.keys[k] in {"فيما", "بينما", "حينما", "عندما"}:
        return parse.tags[k + 1].verb and not facts
    return looks_back(parse, k)
