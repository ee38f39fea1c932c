"""Arabic script: folding of spelling variants, and words with their place in the text.

Folding serves comparison only; the stored text is never changed, and `fold` maps one word to one key, so offsets always
come from the text itself. The folded variants (hamza seats, alif maqsura, ta marbuta, vowel marks, tatweel) are the
usual ones of Arabic retrieval (Larkey, Ballesteros and Connell, 2002, "light stemming", normalisation step).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple, cast

from tawatur.languages.keeping import Known

# Marks that carry no letter: harakat, superscript alif, tatweel, Quranic signs, bidi controls, zero-width characters.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c"
_MARK = re.compile(f"[{MARKS}]")
_VARIANTS = (
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ة": "ه",
        "ک": "ك",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",
    }
    | {chr(0x0660 + d): str(d) for d in range(10)}
    | {chr(0x06F0 + d): str(d) for d in range(10)}
)
_FOLD = str.maketrans(_VARIANTS)
# A word is a run of letters and marks, or a number with its separators; anything else that is not space is a sign.
# That the commonest letters come first changes nothing but the time it takes.
_LETTERS = rf"(?:[^\W\d_]|[{MARKS}])*"
_WORD = re.compile(
    rf"[\u0621-\u064a]+{_LETTERS}|[^\W\d_]{_LETTERS}|[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*|[^\s\w]|_|[^\W]", re.UNICODE
)
PROCLITICS = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")


class Word(NamedTuple):
    """A word, number or sign of a text: its exact form, its place, and its folded form.

    A tuple, because an article has hundreds and nothing in reading is made as often.
    """

    text: str
    start: int
    end: int
    folded: str


def fold(word: str) -> str:
    """The comparison key of a word: marks gone, spelling variants and digits of all scripts made one, lower case."""
    return _KEYS[word]


_KEYS = Known[str, str](lambda word: _MARK.sub("", word).translate(_FOLD).lower(), 32768)


def fold_text(text: str) -> str:
    """What `fold` makes of a whole text: sign by sign, in a twentieth of the time a table takes."""
    text = _MARK.sub("", text)
    for variant, letter in _VARIANTS.items():
        text = text.replace(variant, letter)
    return text.lower()


# What is asked of each match, and what `Word(...)` comes to, without a call of a function in Python for each.
_group, _start, _end = re.Match.group, re.Match.start, re.Match.end
_word = partial(cast("Callable[[type[Word], tuple[str, int, int, str]], Word]", tuple.__new__), Word)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words, numbers and signs of `text[start:end]`, placed by offsets into `text`; stray marks are no words."""
    stop = len(text) if end is None else end
    found = list(_WORD.finditer(text, start, stop))
    forms = list(map(_group, found))
    keys = list(map(_KEYS.__getitem__, forms))
    made = map(_word, zip(forms, map(_start, found), map(_end, found), keys, strict=True))
    return list(made) if all(keys) else [word for word in made if word.folded]


def words_of(text: str, start: int = 0, end: int | None = None) -> Sequence[Word]:
    """`words` where the text is asked about again and again: it is read once, and kept while few others are."""
    found = _whole(text)
    return found if not start and end is None else within(found, text, start, len(text) if end is None else end)


@lru_cache(maxsize=256)
def _whole(text: str) -> tuple[Word, ...]:
    return tuple(words(text))


def within(found: Sequence[Word], text: str, start: int, end: int) -> list[Word]:
    """`words(text, start, end)`, out of words found before in a longer stretch of the text."""
    first = bisect_right(found, start, key=_END)
    last = bisect_left(found, end, lo=first, key=_START)
    inner = list(found[first:last])
    # A word that begins before the stretch or ends after it is read again, as far as it lies within.
    if inner and inner[0].start < start:
        inner[:1] = words(text, start, min(inner[0].end, end))
    if inner and inner[-1].end > end:
        inner[-1:] = words(text, inner[-1].start, end)
    return inner


_START, _END = attrgetter("start"), attrgetter("end")


@lru_cache(maxsize=65536)
def bare(folded: str) -> str:
    """A folded word without its article and the clitics before it, when at least three letters stay."""
    for clitic in PROCLITICS:
        if folded.startswith(clitic) and len(folded) - len(clitic) >= 3:
            return folded[len(clitic) :]
    return folded
