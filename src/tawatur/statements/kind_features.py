"""What tells the kind of a statement: fact, position, accusation, prediction, comment, background.

A maximum-entropy model (a one-item conditional random field) weighs the cue, the voice, the tense, the place in the
article and the words; `scripts/train_statements.py` trains it. Names are no features.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages.ar.tagging import Tag
from tawatur.languages.ar.tagging_features import distribution
from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_BEEN = {"كان", "كانت", "كانوا"}
_OUGHT = {"يجب", "ينبغي", "سوف", "سيتم", "لابد", "يتعين", "علينا"}
_TELLING = {"auxiliary", "negation", "hedge", "that", "relative"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: its share of the article's length, its paragraph, its sentence, how many there are."""

    share: float
    paragraph: int
    sentence: int
    sentences: int


def kind_features(parse: Parse, stretch: Range, frame: Frame | None, place: Place, *, attributed: bool) -> list[str]:
    """The features of one proposition; those that mean another thing in the outlet's own voice carry the voice."""
    voice = "|said" if attributed else "|own"
    verb, relative = _verb(parse, stretch), _relative(parse, stretch[0])
    tense = "none" if verb is None else parse.tags[verb].pos + ("f" if parse.tags[verb].future else "")
    out = ["b", f"said={attributed}", f"title={parse.sentence.title}", f"par={min(place.paragraph, 3)}"]
    out += [f + voice for f in (*_of_place(stretch, place), f"tense={tense}|{min(place.paragraph, 3)}|{relative}")]
    out += [f + voice for f in (f"tense={tense}", *_of_verb(parse, stretch[0], verb), f"relative={relative}")]
    out += [f + voice for f in _before(parse, stretch)]
    out += [f + voice for f in _of_words(parse, stretch)]
    if frame is not None:
        out.append(f"group={frame.group}")
        if attributed:
            out += _of_cue(parse, frame, tense)
    out += _wording(parse, stretch, voice)
    return out


def _of_place(stretch: Range, place: Place) -> Iterator[str]:
    first, end = stretch
    yield f"place={min(int(place.share * 4), 3)}"
    yield f"sentence={min(place.sentence, 6)}"
    yield f"left={min(place.sentences - place.sentence, 3)}"
    yield f"length={min((end - first) // 4, 5)}"
    yield f"opens={first < 3}|{min(place.paragraph, 3)}"


def _of_verb(parse: Parse, first: int, verb: int | None) -> Iterator[str]:
    if verb is not None:
        yield f"first={verb == first}"
        yield f"verb={parse.tags[verb].stem}"
        yield f"at={min(verb - first, 3)}|{parse.tags[verb].pos}|{parse.tags[verb].future}"
    yield f"start={parse.tags[first].pos}"


def _before(parse: Parse, stretch: Range) -> Iterator[str]:
    first, _ = stretch
    yield f"before={parse.keys[first - 1] if first and parse.grammar[first - 1] else '-'}"
    for back in (1, 2, 3):
        k = first - back
        if k >= 0:
            plain = parse.grammar[k] or not parse.words[k].text[0].isalnum()
            yield f"before{back}={parse.keys[k] if plain else parse.tags[k].pos}"


def _of_words(parse: Parse, stretch: Range) -> Iterator[str]:
    first, end = stretch
    times = [k for k in range(first, end) if "time" in parse.grammar[k] and parse.is_time(k)]
    for k in range(first, min(end, first + 10)):
        if not _TELLING.isdisjoint(parse.grammar[k]):
            yield f"word={parse.keys[k]}"
        if "stance" in parse.source_classes(k) or parse.keys[k] in _OUGHT:
            yield "stance"
        if k in times:
            yield f"time={parse.keys[k]}"
    if not _BEEN.isdisjoint(parse.keys[max(first - 2, 0) : min(first + 2, end)]):
        yield "was"
    if not _BEEN.isdisjoint(parse.keys[:4]):
        yield "sentence_was"
    if any(len(word.text) == 4 and word.text[:2] in {"19", "20"} for word in parse.words[first:end]):
        yield "year"
    yield f"times={min(len(times), 2)}"
    yield f"negated={any('negation' in classes for classes in parse.grammar[first : min(end, first + 4)])}"
    yield f"we={any(tag.verb and tag.person == '1' for tag in parse.tags[first:end])}"
    yield f"number={any(tag.pos == 'number' for tag in parse.tags[first:end])}"


def _of_cue(parse: Parse, frame: Frame, tense: str) -> Iterator[str]:
    yield f"shape={frame.shape}|{frame.opened}"
    if frame.source is not None:
        yield f"person={any(parse.tags[k].name == 'person' for k in range(*frame.source))}"
    if frame.verb is not None:
        lemma = frame.verb.lemma
        yield f"cue={lemma}"
        yield f"cue={lemma}|{frame.opened}"
        yield f"cue={lemma}|{tense}"
        yield f"cuekind={frame.verb.kind}"
        yield f"shape={frame.shape}|{frame.verb.kind}"


def _wording(parse: Parse, stretch: Range, voice: str) -> list[str]:
    """The stems and distributional classes of the words."""
    first, end = stretch
    out: list[str] = []
    for word, tag in zip(parse.words[first:end], parse.tags[first:end], strict=True):
        out += _worded(word.folded, tag)
    out += [
        f"near{min(n, 2)}={tag.stem}" for n, tag in enumerate(parse.tags[first : min(end, first + 4)]) if not tag.name
    ]
    opening = _class_of(parse.words[first].folded, parse.tags[first])
    if opening:
        out.append(f"class0={opening}{voice}")
    return out


@lru_cache(maxsize=32768)
def _worded(folded: str, tag: Tag) -> tuple[str, ...]:
    """What one word adds wherever it stands."""
    found = _class_of(folded, tag)
    return (*(() if tag.name else (f"any={tag.stem}",)), *((f"class={found}",) if found else ()))


def _class_of(folded: str, tag: Tag) -> str:
    found = distribution(folded) or distribution(tag.stem)
    return found[1] if found else ""


def _verb(parse: Parse, stretch: Range) -> int | None:
    return next((k for k in range(*stretch) if parse.tags[k].verb), None)


def _relative(parse: Parse, first: int) -> bool:
    return any("relative" in parse.grammar[k] for k in range(max(first - 1, 0), first + 1))
