"""What a proposition shows of its kind by the clause that it is, and by how old what it tells of is.

See `kind_features`, which these groups of features are part of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawatur.languages.ar.stems import stem
from tawatur.languages.ar.tagging import Tag
from tawatur.statements.ages import Aged
from tawatur.statements.frame import Frame
from tawatur.statements.marks import Marks
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_CONTENT = {"noun", "proper", "adjective", "adverb", "verb_past", "verb_present"}
_OPENING = 3  # words at the beginning that are looked at beside the cue


def clause_marks(
    parse: Parse,
    stretch: Range,
    frame: Frame | None,
    frames: Sequence[Frame],
    dated: Sequence[Aged],
    *,
    attributed: bool,
) -> list[Marks]:
    """The groups of features of one proposition; `frames` are all those of its sentence, `dated` what `ages` gives."""
    first, end = stretch
    voice = "|said" if attributed else "|own"
    tags = parse.tags[first:end]
    verbs = [tag for tag in tags if tag.verb]
    tenses, names = [tag.pos for tag in verbs], [tag.name for tag in tags]
    cue = "" if frame is None or frame.verb is None else frame.verb.kind
    telling = [f for f in frames if f.group != "note"]
    out = [
        _ages(voice, *_old(parse, stretch, dated)),
        _verbs(
            voice,
            min(len(verbs), 3),
            "verb_past" in tenses,
            "verb_present" in tenses,
            True in [tag.future for tag in verbs],
        ),
        _names(
            voice,
            "person" in names[:_OPENING],
            min(len(names) - names.count(None), 3),
            min((end - first) // 3, 8),
        ),
        _frames(voice, min(len(telling), 2), parse.quoted[first] >= 0),
    ]
    if first:
        before = parse.keys[first - 1]
        plain = parse.grammar[first - 1] or len(before) == 1
        out.append(_after(before if plain else parse.tags[first - 1].pos, cue))
    if not attributed:
        relative = "relative" in parse.grammar[first] or (first > 0 and "relative" in parse.grammar[first - 1])
        inside = any(f.content[0] <= first < f.content[1] for f in telling)
        out.append(_aside(inside, relative, bool(telling), first < _OPENING))
    if frame is not None and frame.verb is not None:
        out.append(_said(cue, frame.verb.lemma, frame.opened, _tense(verbs), tags[0].pos))
        out += [_beside(cue, stem(form.key)) for form in parse.forms[first:end][:_OPENING] if form.tag.pos in _CONTENT]
    return out


def _old(parse: Parse, stretch: Range, dated: Sequence[Aged]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ages told inside a proposition, and in its whole sentence."""
    if not dated:
        return (), ()
    start, stop = parse.span(*stretch)
    low, high = parse.sentence.span
    inside = {age for span, age in dated if span[0] < stop and span[1] > start}
    around = {age for span, age in dated if span[0] < high and span[1] > low}
    return tuple(sorted(inside)), tuple(sorted(around))


def _tense(verbs: Sequence[Tag]) -> str:
    return "none" if not verbs else verbs[0].pos + ("f" if verbs[0].future else "")


@lru_cache(maxsize=4096)
def _ages(voice: str, inside: tuple[str, ...], around: tuple[str, ...]) -> Marks:
    told = [f"age={age}" for age in inside] + [f"about={age}" for age in around]
    return Marks(tuple(f + voice for f in told or ["undated"]))


@lru_cache(maxsize=1024)
def _verbs(voice: str, count: int, past: bool, present: bool, future: bool) -> Marks:
    there = {"past": past, "present": present, "future": future}
    return Marks((f"verbs={count}{voice}", *(f"has={name}{voice}" for name, is_there in there.items() if is_there)))


@lru_cache(maxsize=1024)
def _names(voice: str, person: bool, names: int, thirds: int) -> Marks:
    return Marks((f"opens_person={person}{voice}", f"names={names}{voice}", f"long={thirds}{voice}"))


@lru_cache(maxsize=64)
def _frames(voice: str, frames: int, quoted: bool) -> Marks:
    return Marks((f"frames={frames}{voice}", f"quoted={quoted}{voice}"))


@lru_cache(maxsize=16384)
def _after(word: str, cue: str) -> Marks:
    return Marks((f"after={word}|{cue}",))


@lru_cache(maxsize=64)
def _aside(inside: bool, relative: bool, framed: bool, opens: bool) -> Marks:
    return Marks((f"aside={inside}|{relative}", f"aside={inside}|{framed}|{opens}"))


@lru_cache(maxsize=16384)
def _said(cue: str, lemma: str, opened: str, tense: str, start: str) -> Marks:
    return Marks((f"cuekind={cue}|{tense}", f"cuekind={cue}|{start}|{opened}", f"cue={lemma}|{start}"))


@lru_cache(maxsize=65536)
def _beside(cue: str, word: str) -> Marks:
    return Marks((f"cuekind={cue}|st={word}",))
