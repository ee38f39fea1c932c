"""Whether two words spell one name, and two names of several words can name one person.

A foreign name is spelt as its writer hears it ("غوتيريش", "جوتيريس"), so its spellings are compared by what may vary:
the letter for g, s or t, and whether a vowel is written. An Arabic name has one spelling, and the next one is another
name ("سالم", "سليم"): between two names that the table of Arabic names holds nothing may vary. People are joined only
when every word of the shorter name is found in the longer one, so that two of one family stay two.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.transliteration import CLASSES, likeness
from tawatur.languages.lexicons import entries

ALIKE = 0.9
"""Likeness from which two spellings are of one name. In the Google transliteration data (see `transducer`), 886 of the
85,940 pairs of different Latin names whose Arabic forms have the same consonant classes come out as one, where 0.5
would join 2,314; of the 27 pairs with one Latin name 14 do, where 0.5 would join 15."""
ALIKE_BESIDE = 0.7
"""The same for a given name whose family name agrees."""
_SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ك", "گ": "ج", "ڤ": "ف", "پ": "ب", "چ": "ج", "ث": "ت", "ذ": "د", "ط": "ت", "ص": "س"}
)
Frame = tuple[str, tuple[str, ...]]
_SONS = frozenset({"بن", "ابن", "بنت"})


def unarticled(folded: str) -> str:
    """A word of a proper name without its article; nothing else may be taken off a name."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def same_word(a: str, b: str) -> bool:
    """Whether two words of a body's name are one: equal, equal without long vowels, or one letter apart when long."""
    a, b = unarticled(a), unarticled(b)
    if a == b:
        return True
    if min(len(a), len(b)) < 3:
        return False
    bones = _bones(a)
    if len(bones) >= 3 and bones == _bones(b):
        return True
    return min(len(a), len(b)) >= 5 and a[0] == b[0] and _one_apart(a, b)


@lru_cache(maxsize=16384)
def same_name(a: str, b: str, alike: float = ALIKE) -> bool:
    """Whether two folded words can spell one person's given or family name."""
    a, b = unarticled(a), unarticled(b)
    if a == b:
        return True
    mine, theirs = _arabic_names().get(a), _arabic_names().get(b)
    if mine and theirs:
        return mine == theirs
    if min(len(_bones(a)), len(_bones(b))) < 3 or not _same_frame(a, b):
        return False
    if (mine or theirs) and _bones(a) != _bones(b):
        return False
    return likeness(a, b) >= alike


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two proper names can name one person: the words of the shorter stand in the longer, in its order.

    A given name may be cut short ("توم", "توماس"). One word alone may be any part of the longer name but that of the
    father: "سلمان" is not "محمد بن سلمان". Words of a description round a name do no harm, see `_overlap`.
    """
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    if len(short) == 1:
        own = [word for at, word in enumerate(long) if not at or long[at - 1] not in _SONS]
        return len(unarticled(short[0])) >= 3 and any(same_name(short[0], word) for word in own)
    family = same_name(short[-1], long[-1])
    rest = iter(long[:-1] if family else long)
    if all(any(_same_given(word, other, family) for other in rest) for word in (short[:-1] if family else short)):
        return True
    return _overlap(short, long) or _overlap(long, short)


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name ends with the given and family name that the other begins with.

    What stands around them is a description read as a name ("منافسه ... سامي فالكو", "سامي فالكو منافس ..."). Two
    Arabic names in a row may be of a father and his son, and tell nothing.
    """
    pair = zip(a[-2:], b[:2], strict=True)
    return all(same_name(x, y) for x, y in pair) and not all(word in _arabic_names() for word in a[-2:])


def _same_given(a: str, b: str, family: bool) -> bool:
    if not family:
        return same_name(a, b)
    cut = min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))
    known = a in _arabic_names() or b in _arabic_names()
    return same_name(a, b, ALIKE_BESIDE) or (cut and not known)


def is_arabic_name(folded: str) -> bool:
    """Whether a folded word is a listed Arabic given or family name, or one of God's servants written as one word."""
    return folded in _arabic_names() or (folded.startswith("عبدال") and len(folded) > 6)


@cache
def _arabic_names() -> dict[str, str]:
    """Folded Arabic names, each with the name it is a spelling of."""
    path = files("tawatur.languages.ar") / "data" / "arabic_names.txt"
    names = {name: name for name in path.read_text(encoding="utf-8").split()}
    for entry in entries("ar", "name_spellings"):
        forms = [fold(form) for form in entry.get("forms") or [entry["form"]]]
        names |= dict.fromkeys(forms, forms[0])
    return names


def _same_frame(a: str, b: str) -> bool:
    """Whether two words have the same classes of consonants and one only lacks vowels of the other.

    "تش" may stand for "ش" or "ج". A vowel at the start or end stands in both ("كريم" is not "كريمي"); at the end "ه"
    may stand for any.
    """
    return any(_fits(_frame(a.replace("تش", soft)), _frame(b.replace("تش", soft))) for soft in "شج")


def _fits(a: Frame, b: Frame) -> bool:
    (bones, mine), (others, theirs) = a, b
    if bones != others or bool(mine[-1]) != bool(theirs[-1]) or mine[0][:1] != theirs[0][:1]:
        return False
    pairs = [
        (set(x), set(y)) if at < len(bones) else (set(x) - set("اه"), set(y) - set("اه"))
        for at, (x, y) in enumerate(zip(mine, theirs, strict=True))
    ]
    return all(x <= y for x, y in pairs) or all(x >= y for x, y in pairs)


@lru_cache(maxsize=8192)
def _frame(word: str) -> Frame:
    """The classes of a word's consonants, and the vowels and throat letters before, between and after them."""
    bones, gaps, before = "", [""], ""
    for letter in word:
        sound = CLASSES.get(letter)
        if sound is None:
            gaps[-1] += letter
        elif letter != before:
            bones += sound
            gaps.append("")
        before = letter
    return bones, tuple(gaps)


@lru_cache(maxsize=8192)
def _bones(word: str) -> str:
    """The consonants that transcriptions agree on: no long vowels, one letter for g and k sounds."""
    return word[:1].translate(_SOUNDS) + "".join(c for c in word[1:] if c not in "اويه").translate(_SOUNDS)


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
