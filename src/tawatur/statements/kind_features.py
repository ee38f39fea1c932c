"""What tells the kind of a statement: fact, position, accusation, prediction, comment, background.

A small network (`kinds`) weighs the cue, the voice, the tense, the place in the article, how old what is told is, how
much of it headline and lead tell, and the words; `scripts/train_kinds.py` trains it. Names are no features.

What a proposition shows comes in a few groups of features, each made once and kept, for the same ones come again and
again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from tawatur.languages.ar.tagging import Tag
from tawatur.statements.ages import Aged
from tawatur.statements.foreground import Foreground, foreground_marks
from tawatur.statements.forms import Form
from tawatur.statements.frame import Frame
from tawatur.statements.holders import BEEN
from tawatur.statements.kind_clause import clause_marks
from tawatur.statements.marks import Marks
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_OUGHT = {"يجب", "ينبغي", "سوف", "سيتم", "لابد", "يتعين", "علينا"}
_TELLING = {"auxiliary", "negation", "hedge", "that", "relative"}
_HEAD = 10  # words that are looked at one by one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: its share of the article's length, its paragraph, its sentence, how many there are."""

    share: float
    paragraph: int
    sentence: int
    sentences: int


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a statement stands, the frames of its sentence, the dates of its article with their ages, and its news."""

    place: Place
    frames: list[Frame]
    dated: Sequence[Aged]
    news: Foreground


def kind_features(parse: Parse, stretch: Range, frame: Frame | None, scene: Scene, *, attributed: bool) -> list[str]:
    """The features of one proposition; those that mean another thing in the outlet's own voice carry the voice."""
    marks = kind_marks(parse, stretch, frame, scene, attributed=attributed)
    return list(chain.from_iterable(one.features for one in marks))


def kind_marks(parse: Parse, stretch: Range, frame: Frame | None, scene: Scene, *, attributed: bool) -> list[Marks]:
    """`kind_features` in groups."""
    place = scene.place
    first, end = stretch
    voice = "|said" if attributed else "|own"
    tags, grammar = parse.tags[first:end], parse.grammar
    forms = parse.forms[first:end]
    out = list(map(_WORDING, forms))
    traits = parse.traits(first, end)
    at = next(k for k, tag in enumerate(tags) if tag.verb) if "verb" in traits else None
    verb = None if at is None else tags[at]
    relative = "relative" in grammar[first] or (first > 0 and "relative" in grammar[first - 1])
    times: list[int] = []
    if "time" in traits:
        times = [k for k, classes in enumerate(grammar[first:end], first) if "time" in classes and parse.is_time(k)]
    paragraph = min(place.paragraph, 3)
    title = parse.sentence.title
    out.append(_clause(voice, _tense(verb), tags[0].pos, relative, paragraph, title, first < 3))
    if verb is not None and at is not None:
        out.append(_verb(forms[at], voice, min(at, 3)))
    left, length = min(place.sentences - place.sentence, 3), min((end - first) // 4, 5)
    out.append(_position(voice, min(int(place.share * 4), 3), min(place.sentence, 6), left, length))
    out += [_before(voice, n, word) for n, word in _words_before(parse, first)]
    for k, form in enumerate(forms[:_HEAD], first):
        if form.grammar or form.classes or form.key in _OUGHT:
            out.append(_told(form, voice, k in times))
    for n, tag in enumerate(tags[:4]):
        if not tag.name:
            out.append(_near(min(n, 2), tag.stem))
    out.append(_first_class(forms[0].distribution, voice))
    out.append(foreground_marks(parse, stretch, scene.news, voice))
    out.append(
        _presence(
            voice,
            not BEEN.isdisjoint(parse.keys[max(first - 2, 0) : min(first + 2, end)]),
            not BEEN.isdisjoint(parse.keys[:4]),
            "year" in traits,
            min(len(times), 2),
            any("negation" in classes for classes in grammar[first : min(end, first + 4)]),
            "we" in traits,
            "number" in traits,
        )
    )
    if frame is not None:
        out.append(_group(frame.group))
        if attributed:
            out.append(_cue(frame, _tense(verb), _of_person(parse, frame)))
    return out + clause_marks(parse, stretch, frame, scene.frames, scene.dated, attributed=attributed)


_WORDING = attrgetter("wording")


def _tense(verb: Tag | None) -> str:
    return "none" if verb is None else verb.pos + ("f" if verb.future else "")


@lru_cache(maxsize=16384)
def _clause(voice: str, tense: str, start: str, relative: bool, paragraph: int, title: bool, opens: bool) -> Marks:
    """Who speaks, in which tense, and with what the proposition begins."""
    out = ["b", f"said={voice == '|said'}", f"title={title}", f"par={paragraph}"]
    voiced = (f"tense={tense}|{paragraph}|{relative}", f"tense={tense}", f"relative={relative}", f"start={start}")
    return Marks((*out, *(f + voice for f in voiced), f"opens={opens}|{paragraph}{voice}"))


@lru_cache(maxsize=16384)
def _verb(form: Form, voice: str, at: int) -> Marks:
    """The verb, and how far from the first word it stands."""
    tag = form.tag
    return Marks((f"first={at == 0}{voice}", f"verb={tag.stem}{voice}", f"at={at}|{tag.pos}|{tag.future}{voice}"))


@lru_cache(maxsize=16384)
def _position(voice: str, place: int, sentence: int, left: int, length: int) -> Marks:
    told = (f"place={place}", f"sentence={sentence}", f"left={left}", f"length={length}")
    return Marks(tuple(f + voice for f in told))


def _words_before(parse: Parse, first: int) -> Iterator[tuple[int, str]]:
    """The words before a proposition, each with how far before it stands; 0 where only the nearest one counts."""
    yield 0, parse.keys[first - 1] if first and parse.grammar[first - 1] else "-"
    for k in range(first - 1, max(first - 4, -1), -1):
        plain = parse.grammar[k] or not parse.words[k].text[0].isalnum()
        yield first - k, parse.keys[k] if plain else parse.tags[k].pos


@lru_cache(maxsize=16384)
def _before(voice: str, back: int, word: str) -> Marks:
    return Marks((f"before{back or ''}={word}{voice}",))


@lru_cache(maxsize=65536)
def _told(form: Form, voice: str, timed: bool) -> Marks:
    """What one of the first words tells of how the proposition is put."""
    out = []
    if not _TELLING.isdisjoint(form.grammar):
        out.append(f"word={form.key}{voice}")
    if "stance" in form.classes or form.key in _OUGHT:
        out.append(f"stance{voice}")
    if timed:
        out.append(f"time={form.key}{voice}")
    return Marks(tuple(out))


@lru_cache(maxsize=1024)
def _presence(
    voice: str, was: bool, sentence_was: bool, year: bool, times: int, negated: bool, we: bool, number: bool
) -> Marks:
    there = {"was": was, "sentence_was": sentence_was, "year": year}
    out = [name for name, is_there in there.items() if is_there]
    out += [f"times={times}", f"negated={negated}", f"we={we}", f"number={number}"]
    return Marks(tuple(f + voice for f in out))


@lru_cache(maxsize=64)
def _group(group: str) -> Marks:
    return Marks((f"group={group}",))


def _of_person(parse: Parse, frame: Frame) -> bool | None:
    """Whether a person is named as the source; None without one."""
    if frame.source is None:
        return None
    return any(tag.name == "person" for tag in parse.tags[slice(*frame.source)])


def _cue(frame: Frame, tense: str, person: bool | None) -> Marks:
    verb = ("", "") if frame.verb is None else (frame.verb.lemma, frame.verb.kind)
    return _cue_marks(frame.shape, frame.opened, *verb, tense, person)


@lru_cache(maxsize=16384)
def _cue_marks(shape: str, opened: str, lemma: str, kind: str, tense: str, person: bool | None) -> Marks:
    out = [f"shape={shape}|{opened}"]
    if person is not None:
        out.append(f"person={person}")
    if lemma:
        out += [f"cue={lemma}", f"cue={lemma}|{opened}", f"cue={lemma}|{tense}"]
        out += [f"cuekind={kind}", f"shape={shape}|{kind}"]
    return Marks(tuple(out))


@lru_cache(maxsize=65536)
def _near(n: int, stem: str) -> Marks:
    return Marks((f"near{n}={stem}",))


@lru_cache(maxsize=4096)
def _first_class(distribution: str, voice: str) -> Marks:
    return Marks((f"class0={distribution}{voice}",) if distribution else ())
