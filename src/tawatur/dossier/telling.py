"""How well a passage can be read by itself: whether it says of something that something happened or is so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tawatur.languages.ar.script import Word, words
from tawatur.languages.ar.tagging import Tag, names, tag, tag_all
from tawatur.languages.ar.vocabulary import clause_classes

_SHORT, _LONG = 4, 30  # words: under the one it is a fragment, over the other nobody reads it as a headline
_THINGS = {"noun", "proper", "pronoun", "demonstrative", "number"}
_DEPENDENT = {"relative", "preposition", "conjunction"}
_MOST = 16_384  # passages whose tags are kept
_Read = tuple[list[Word], list[Tag]]
_plain: dict[str, _Read] = {}
"""Passages by their words without signs, and the tags of these."""
_whole: dict[str, _Read] = {}
"""Passages by all their words and signs, and the tags of these."""
_ABOUT = {"نحو", "حوالي", "زهاء", "قرابه"}


def prepare(texts: Iterable[str], *, signs: bool = False) -> None:
    """Tag passages that will be asked for, many at once: one by one takes several times as long.

    With their signs for `places`, else for `telling` and `stands_alone`.
    """
    kept = _whole if signs else _plain
    new = [text for text in dict.fromkeys(texts) if text not in kept]
    if len(kept) > _MOST:
        kept.clear()
    found = [words(text) if signs else _without_signs(text) for text in new]
    kept.update(zip(new, zip(found, tag_all(found), strict=True), strict=True))


def prepared(text: str) -> bool:
    """Whether a passage is ready to be judged."""
    return text in _plain


@lru_cache(maxsize=4096)
def telling(text: str) -> float:
    """From 0 (a fragment) to 1 (a clause with a subject and a verb, neither cut off nor overlong)."""
    found, tags = _read(text, _plain)
    if not found:
        return 0.0
    worth = 0.5 * any(one.verb for one in tags) + 0.5 * _subject(found, tags)
    worth -= 0.4 * _leans(found, tags) + 0.2 * (len(found) < _SHORT)
    worth -= max(0.0, (len(found) - _LONG) / _LONG)
    return round(min(1.0, max(0.0, worth)), 3)


@lru_cache(maxsize=4096)
def stands_alone(text: str) -> bool:
    """Whether a passage names what it speaks of and does not begin in the middle of a phrase."""
    found, tags = _read(text, _plain)
    return bool(found) and _subject(found, tags) and not _leans(found, tags)


def _read(text: str, kept: dict[str, _Read]) -> _Read:
    read = kept.get(text)  # asked once: another thread may clear what is kept
    if read is None:
        found = words(text) if kept is _whole else _without_signs(text)
        read = kept[text] = found, tag(found)
    return read


def _without_signs(text: str) -> list[Word]:
    return [word for word in words(text) if word.folded[:1].isalnum()]


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
    found, tags = _read(text, _whole)
    return tuple(
        text[found[first].start : found[end - 1].end]
        for first, end, kind in names(tags)
        if kind == "place" and not (tags[first].preposition or tags[first].conjunction)
    )
