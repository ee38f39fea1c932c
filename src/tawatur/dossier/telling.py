"""How well a passage can be read by itself: whether it says of something that something happened or is so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from tawatur.languages.ar.script import Word, words
from tawatur.languages.ar.tagging import Tag, names, tag_all
from tawatur.languages.ar.vocabulary import clause_classes

_SHORT, _LONG = 4, 30  # words: under the one it is a fragment, over the other nobody reads it as a headline
_THINGS = {"noun", "proper", "pronoun", "demonstrative", "number"}
_DEPENDENT = {"relative", "preposition", "conjunction"}
_MOST = 16_384  # passages whose tags are kept
Tagged = tuple[list[Word], list[Tag]]
_alone: dict[str, Tagged] = {}
"""Passages with those of their words that are no signs, and the tags of these when read by themselves."""
_whole: dict[str, Tagged] = {}
"""Passages with all their words and the tags of these."""
_ABOUT = {"نحو", "حوالي", "زهاء", "قرابه"}


def prepare(texts: Iterable[str]) -> None:
    """Tag passages that will be asked for, many at once: one by one takes several times as long."""
    _tag(texts, _alone, _plain)


def prepare_places(texts: Iterable[str]) -> None:
    """`prepare` for those whose `places` will be asked for."""
    _tag(texts, _whole, list)


def _tag(texts: Iterable[str], known: dict[str, Tagged], chosen: Callable[[Sequence[Word]], list[Word]]) -> None:
    if len(known) > _MOST:
        known.clear()
    new = [text for text in dict.fromkeys(texts) if text not in known]
    found = [chosen(words(text)) for text in new]
    known.update(zip(new, zip(found, tag_all(found), strict=True), strict=True))


@lru_cache(maxsize=4096)
def telling(text: str) -> float:
    """From 0 (a fragment) to 1 (a clause with a subject and a verb, neither cut off nor overlong)."""
    found, tags = _read(text)
    if not found:
        return 0.0
    worth = 0.5 * any(one.verb for one in tags) + 0.5 * _subject(found, tags)
    worth -= 0.4 * _leans(found, tags) + 0.2 * (len(found) < _SHORT)
    worth -= max(0.0, (len(found) - _LONG) / _LONG)
    return round(min(1.0, max(0.0, worth)), 3)


@lru_cache(maxsize=4096)
def stands_alone(text: str) -> bool:
    """Whether a passage names what it speaks of and does not begin in the middle of a phrase."""
    found, tags = _read(text)
    return bool(found) and _subject(found, tags) and not _leans(found, tags)


def _read(text: str) -> Tagged:
    """The words of a passage without its signs, and their tags."""
    if text not in _alone:
        prepare([text])
    return _alone[text]


def _plain(found: Sequence[Word]) -> list[Word]:
    return [word for word in found if word.folded[:1].isalnum()]


def _leans(found: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether the first word depends on one before it: "on …", "which …", but not "about 140 people …"."""
    first = tags[0]
    return bool(first.preposition) or (first.pos in _DEPENDENT and found[0].folded not in _ABOUT)


def _subject(found: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether some word can be what the verb speaks of: a noun or name under no preposition, no mere time."""
    under = False
    for word, one in zip(found, tags, strict=True):
        if one.pos == "preposition" or one.preposition:
            under = word.folded not in _ABOUT
        elif one.verb or one.pos in {"conjunction", "subordinator", "particle"}:
            under = False
        elif one.pos in _THINGS and not (under or one.pronoun or "time" in clause_classes(word.folded)):
            return True  # what follows a noun under a preposition is its annex or attribute: `under` holds on
    return False


@lru_cache(maxsize=4096)
def places(text: str) -> tuple[str, ...]:
    """The names of places in a passage, in order, those alone that no clitic is written to."""
    if text not in _whole:
        prepare_places([text])
    found, tags = _whole[text]
    return tuple(
        text[found[first].start : found[end - 1].end]
        for first, end, kind in names(tags)
        if kind == "place" and not (tags[first].preposition or tags[first].conjunction)
    )
