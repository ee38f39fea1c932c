"""What kind of statement a proposition makes: mode, polarity, certainty, and kind.

Kind is read by a maximum-entropy model (a one-item conditional random field) over the cue, the voice, the tense and the
place in the article; `scripts/train_kinds.py` trains it.
"""

from __future__ import annotations

import re
from functools import cache

from tawatur.languages.ar.script import fold
from tawatur.languages.lexicons import entries
from tawatur.model import Certainty, Mode, Polarity
from tawatur.statements.frames import Frame
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_NAME_LENGTH = 3  # words: a quotation no longer than this only sets off a name or a term


def mode_of(parse: Parse, stretch: Range, frame: Frame | None, *, attributed: bool) -> Mode:
    """How the words are given: whole in quotation marks or after a colon, in part, or in the outlet's words."""
    if not attributed:
        return "none"
    first, end = stretch
    words = [k for k in range(first, end) if parse.words[k].text[0].isalnum()]
    inside = [k for k in words if parse.quoted[k] >= 0]
    if words and len(inside) >= 0.9 * len(words):
        return "direct"
    if frame is not None and parse.is_sign(frame.content[0] - 1, ":") and frame.content[0] <= first < frame.content[1]:
        return "direct"
    longest = max((sum(parse.quoted[k] == n for k in inside) for n in {parse.quoted[k] for k in inside}), default=0)
    return "mixed" if longest > _NAME_LENGTH else "indirect"


def polarity_of(parse: Parse, stretch: Range, frame: Frame | None) -> Polarity:
    """Whether the proposition is itself negated or denied: a negation at its head, or a verb of denial over it."""
    first, end = stretch
    negated = frame is not None and frame.verb is not None and frame.verb.polarity == "-"
    k = first
    while k < min(end, first + 22):
        if "relative" in parse.grammar[k]:  # the main verb stands after the relative clause
            k = next((m for m in range(k, end) if parse.words[m].text in "،,"), end)
        elif k > first + 2 and parse.grammar[k] & {"subordinator", "that"}:
            break
        elif "negation" in parse.grammar[k] and parse.keys[k] != "غير":
            negated = True
            break
        elif parse.tags[k].verb:
            break
        k += 1
    return "-" if negated else "+"


def certainty_of(parse: Parse, stretch: Range, frame: Frame | None) -> Certainty:
    """How sure the wording is: a hedge at the head of the clause, or a verb that hedges."""
    first, end = stretch
    for k in range(first, min(end, first + 8)):
        if "hedge" in parse.grammar[k]:
            if parse.keys[k] == "قد" and not (k + 1 < len(parse) and parse.tags[k + 1].pos == "verb_present"):
                continue
            return "probable" if parse.keys[k] in {"المرجح", "يرجح", "المتوقع", "يعتقد"} else "possible"
    if frame is not None and frame.verb is not None and frame.verb.certainty != "certain":
        return frame.verb.certainty
    return "certain"


def is_comment(parse: Parse) -> bool:
    """Whether a sentence in the outlet's own voice weighs matters rather than reports them (`evaluation.yaml`)."""
    folded = " ".join(w.folded for w in parse.words)
    at_start, anywhere = _evaluations()
    return bool(at_start.match(folded + " ") or anywhere.search(f" {' '.join(parse.keys)} {folded} "))


@cache
def _evaluations() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the forms that count at the start of a sentence, and those that count anywhere."""
    forms: tuple[list[str], list[str]] = ([], [])
    for entry in entries("ar", "evaluation"):
        forms[not entry.get("start")].extend(" ".join(map(fold, form.split())) for form in entry["forms"])
    start, anywhere = ("|".join(map(re.escape, some)) for some in forms)
    return re.compile(f"(?:{start}) "), re.compile(f" (?:{anywhere}) ")


def kind_features(
    parse: Parse, stretch: Range, frame: Frame | None, *, attributed: bool, place: float, paragraph: int
) -> list[str]:
    """What the kind of a statement is told by."""
    first, end = stretch
    tags = parse.tags
    verb = next((k for k in range(first, end) if tags[k].verb), None)
    out = [
        "b",
        f"said={attributed}",
        f"title={parse.sentence.title}",
        f"place={min(int(place * 4), 3)}|{attributed}",
        f"par={min(paragraph, 3)}",
    ]
    if frame is not None:
        out.append(f"group={frame.group}")
        if frame.verb is not None and attributed:
            out += [f"cue={frame.verb.lemma}", f"cuekind={frame.verb.kind}", f"shape={frame.shape}|{frame.verb.kind}"]
    if verb is not None:
        tense = tags[verb].pos + ("f" if tags[verb].future else "")
        out += [f"tense={tense}|{attributed}", f"first={verb == first}"]
    else:
        out.append(f"verbless|{attributed}")
    out += [
        f"start={tags[first].pos}|{attributed}",
        f"before={parse.keys[first - 1] if first and parse.grammar[first - 1] else '-'}|{attributed}",
    ]
    for k in range(first, min(end, first + 10)):
        if parse.grammar[k] & {"auxiliary", "negation", "hedge", "that", "relative"}:
            out.append(f"word={parse.keys[k]}|{attributed}")
        if "stance" in parse.source_classes(k) or parse.keys[k] in {
            "يجب",
            "ينبغي",
            "سوف",
            "سيتم",
            "لابد",
            "يتعين",
            "علينا",
        }:
            out.append("stance")
        if parse.is_time(k):
            out.append(f"time={parse.keys[k]}|{attributed}")
        if tags[k].pos == "number":
            out.append("number")
    if any(parse.keys[k] in {"كان", "كانت", "كانوا"} for k in range(max(first - 2, 0), min(first + 2, end))):
        out.append(f"was|{attributed}")
    if any(parse.words[k].text[:2] in {"19", "20"} and len(parse.words[k].text) == 4 for k in range(first, end)):
        out.append(f"year|{attributed}")
    return out


def voice_features(parse: Parse, stretch: Range, frame: Frame) -> list[str]:
    """What tells whether a proposition inside a frame is still the speaker's or the outlet's own aside."""
    first, end = stretch
    begin = frame.content[0]
    out = ["b", f"opened={frame.opened}", f"group={frame.group}", f"shape={frame.shape}"]
    if frame.verb is not None:
        out.append(f"kind={frame.verb.kind}")
    out.append(f"at={min(first - begin, 1) if first <= begin + 1 else 'late'}")
    breaks = [k for k in range(begin, first) if parse.words[k].text in "،,;؛" or parse.tags[k].verb]
    out.append(f"breaks={min(len(breaks), 4)}")
    for back in (1, 2):
        k = first - back
        if k >= 0:
            told = parse.keys[k] if parse.grammar[k] or not parse.words[k].text[0].isalnum() else parse.tags[k].pos
            out.append(f"before{back}={told}")
    out.append(f"first={parse.tags[first].pos}|{parse.tags[first].conjunction}")
    if parse.grammar[first]:
        out.append(f"word={parse.keys[first]}")
    quoted = parse.quoted[first]
    spoken = parse.quoted[begin] if begin < len(parse) else -1
    out.append("quoted" if quoted >= 0 else "after_quotation" if spoken >= 0 else "unquoted")
    linked = next(
        (
            parse.keys[k]
            for k in range(first - 1, max(begin, first - 7), -1)
            if parse.grammar[k] & {"relative", "subordinator", "that"}
        ),
        "-",
    )
    out += [f"linked={linked}", f"linked={linked}|{frame.opened}", f"last={end >= frame.content[1]}"]
    verb = next((parse.tags[k] for k in range(first, end) if parse.tags[k].verb), None)
    out.append(f"tense={verb.pos if verb else 'none'}")
    if any(parse.keys[k] in {"كان", "كانت", "كانوا"} for k in range(max(first - 1, 0), min(first + 2, end))):
        out.append("was")
    return out
