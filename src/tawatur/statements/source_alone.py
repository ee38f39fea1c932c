"""Sentences that only name the source of the one before them: "… . بحسب وكالة الأنباء."."""

from __future__ import annotations

from tawatur.languages.ar.cues import CuePhrase, phrases_at, readings_of
from tawatur.languages.ar.script import Word, fold, words
from tawatur.languages.ar.tagging import labels, tag_of

_GROUPS = {"per", "per_said", "via"}
_NAME = 4  # words that name a source: "مصدر في وزارة النقل"
_WHAT = {"ما", "لما"}


def names_source_only(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is a phrase that names a source, and no clause of its own.

    "بحسب الشرطة." names a source, "حسبما ذكرت الشرطة." with a verb of report; "بحسب الشرطة قتل ثلاثة." tells news.
    """
    first = fold(text[start:end].split(maxsplit=1)[0])
    opening = [p for p in phrases_at(first) if p.group in _GROUPS and p.words[0] == first != "كما"]
    if not opening:
        return False
    found = words(text, start, end)
    return any(_names(found, phrase) for phrase in opening)


def _names(found: list[Word], phrase: CuePhrase) -> bool:
    at = len(phrase.words)
    if tuple(word.folded for word in found[:at]) != phrase.words or (phrase.prefixed and not _joined(found, at)):
        return False
    if phrase.group == "per_said" or (at < len(found) and found[at].folded in _WHAT):
        at += phrase.group != "per_said"
        if at >= len(found) or not readings_of(found[at].folded):
            return False  # "على ما يبدو", "على ما يرام"
        at += 1
    named = [k for k in range(at, len(found)) if any(letter.isalnum() for letter in found[k].text)]
    if not 1 <= len(named) <= _NAME or any(word.text in "،؛:" for word in found):
        return False
    (its,) = labels([found])
    tags = [tag_of(*its[k]) for k in named]
    return not any(tag.verb and not tag.pronoun for tag in tags)  # "وفق بيان نشرته الشرطة": which one


def _joined(found: list[Word], at: int) -> bool:
    return at < len(found) and found[at].folded.startswith("ل")
