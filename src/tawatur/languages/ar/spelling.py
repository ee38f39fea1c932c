"""Whether two words, or two names of several words, spell one person's name."""

from __future__ import annotations

from functools import lru_cache

_SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ك", "گ": "ج", "ڤ": "ف", "پ": "ب", "چ": "ج", "ث": "ت", "ذ": "د", "ط": "ت", "ص": "س"}
)


def unarticled(folded: str) -> str:
    """A word of a proper name without its article; nothing else may be taken off a name."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def same_word(a: str, b: str) -> bool:
    """Whether two words spell one name: equal, equal without long vowels, or one letter apart when long."""
    a, b = unarticled(a), unarticled(b)
    if a == b:
        return True
    if min(len(a), len(b)) < 3:
        return False
    bones = _bones(a)
    if len(bones) >= 3 and bones == _bones(b):
        return True
    return min(len(a), len(b)) >= 5 and a[0] == b[0] and _one_apart(a, b)


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two proper names can name one person: the words of the shorter, all or all but one, are in the longer."""
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    hits = sum(any(same_word(word, other) for other in long) for word in short)
    if len(short) == 1:
        return hits == 1 and len(unarticled(short[0])) >= 3
    return (same_word(short[-1], long[-1]) and hits >= max(1, len(short) - 1)) or hits == len(short)


@lru_cache(maxsize=8192)
def _bones(word: str) -> str:
    """The consonants that transcriptions agree on: no long vowels, one letter for g and k sounds."""
    return word[0].translate(_SOUNDS) + "".join(c for c in word[1:] if c not in "اويه").translate(_SOUNDS)


@lru_cache(maxsize=16384)
def _one_apart(a: str, b: str) -> bool:
    """Levenshtein distance of at most one."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    for i, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return a[i + (len(a) == len(b)) :] == b[i + 1 :]
    return True
