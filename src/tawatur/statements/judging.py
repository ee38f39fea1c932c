"""How a proposition is put: mode, polarity, certainty, and whether the outlet comments."""

from __future__ import annotations

import re
from functools import cache

from tawatur.languages.ar.script import fold
from tawatur.languages.lexicons import entries
from tawatur.model import Certainty, Mode, Polarity
from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_NAME_LENGTH = 3  # words: a quotation no longer than this only sets off a name or a term


def mode_of(parse: Parse, stretch: Range, frame: Frame | None, *, attributed: bool) -> Mode:
    """How the words are given: whole in quotation marks or after a colon, in part, or in the outlet's words."""
    if not attributed:
        return "none"
    first, end = stretch
    inside = [k for k in range(first, end) if parse.quoted[k] >= 0 and parse.words[k].text[0].isalnum()]
    if inside and len(inside) >= 0.9 * sum(word.text[0].isalnum() for word in parse.words[first:end]):
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
            if not _affirms(parse, k):
                negated = True
                break
            k += 1
        elif parse.tags[k].verb:
            break
        k += 1
    return "-" if negated else "+"


# What a negation before them makes an affirmation of: "لا يتجزأ", "لا شك", "لا يزال".
_AFFIRMED = {"يتجزا", "تتجزا", "شك", "سيما", "بد", "ريب", "يزال", "تزال", "يزالون", "زال", "زالت", "زالوا"}


def _affirms(parse: Parse, k: int) -> bool:
    return k + 1 < len(parse) and parse.keys[k + 1] in _AFFIRMED


def certainty_of(parse: Parse, stretch: Range, frame: Frame | None) -> Certainty:
    """How sure the wording is: a hedge at the head of the clause, or a verb that hedges."""
    first, end = stretch
    for k in range(first, min(end, first + 8)):
        if "hedge" in parse.grammar[k]:
            if parse.keys[k] == "قد" and not (k + 1 < len(parse) and parse.tags[k + 1].pos == "verb_present"):
                continue
            if k and "negation" in parse.grammar[k - 1]:
                continue  # "لا يمكن" is sure
            return "probable" if parse.keys[k] in {"المرجح", "يرجح", "المتوقع", "يعتقد"} else "possible"
    if frame is not None and frame.verb is not None and frame.verb.certainty != "certain":
        return frame.verb.certainty
    return "certain"


def is_comment(parse: Parse) -> bool:
    """Whether a sentence in the outlet's own voice weighs matters rather than reports them (`evaluation.yaml`)."""
    words = [word.folded for word in parse.words]
    starting, anywhere, telling = _evaluations()
    at_start = starting.get(words[0] if words else "")
    if at_start is not None and at_start.match(" ".join(words) + " "):
        return True
    if telling.isdisjoint(words) and telling.isdisjoint(parse.keys):
        return False
    return anywhere.search(f" {' '.join(parse.keys)} {' '.join(words)} ") is not None


@cache
def _evaluations() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str], frozenset[str]]:
    """What finds the forms that count at the start of a sentence, by their first word, and those that count anywhere.

    At last a word of each of the latter, the longest, to look for first.
    """
    starting: dict[str, list[str]] = {}
    anywhere: list[str] = []
    for entry in entries("ar", "evaluation"):
        for form in (" ".join(map(fold, form.split())) for form in entry["forms"]):
            (starting.setdefault(form.split()[0], []) if entry.get("start") else anywhere).append(form)
    telling = frozenset(max(form.split(), key=len) for form in anywhere)
    by_first = {first: re.compile(f"(?:{_any_of(forms)}) ") for first, forms in starting.items()}
    return by_first, re.compile(f" (?:{_any_of(anywhere)}) "), telling


def _any_of(forms: list[str]) -> str:
    return "|".join(map(re.escape, forms))
