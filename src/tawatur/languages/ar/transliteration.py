"""Names across Arabic and Latin script, and their spelling variants within either: keys to find, a likeness to judge.

    likeness("غوتيريش", "Guterres")      a number from 0 to 1
    likeness("باراك", "براك")            the same within Arabic
    keys("Barrack") & keys("براك")       not empty for spellings of one name

The letters' habits (g as غ, ج, ق or ك; v as ف; long vowels written or not) are learned, see `transducer`. The keys are
pairs and triples of coarse consonant classes in the manner of Soundex for Arabic (Aqeel et al. 2006), taken from the
word itself or, for a Latin one, from its likeliest Arabic spellings.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from tawatur.languages.ar.script import MARKS, fold
from tawatur.languages.ar.transducer import Side, across, calibration, fit, readings, spellings, within

SPARE = 0.2
"""Part of the likeness of two names that depends on the words only one of them has ("باراك" beside "توم باراك")."""
_MARK = re.compile(f"[{MARKS}]")
# Letters that the learned units do not hold, as those which the same writers would put: Persian and Urdu keyboards,
# Egyptian ڤ, Iraqi and Gulf گ and چ, Maghrebi ڨ and ڭ.
_ARABIC = str.maketrans(
    dict(zip("أإٱآیېکھۀەپڤڢژگڨڭݣۋۆۇڕڵ", "اااايي" + "كهههبففز" + "غغغغووو" + "رل", strict=True)) | {"چ": "تش"}
)
_LATIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "œ": "oe", "đ": "d", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th"})
_KNOWN = frozenset("ءؤئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")
_WORD = re.compile(r"[^\W\d_](?:['’ʻʼʿʾ`]?[^\W\d_])*")
_LATIN_ARTICLE = re.compile(r"\b(?:[aeu]l|a[dnrstz]|ash)-(?=\w)|\b[ae]l\s+(?=\w)", re.IGNORECASE)
CLASSES = {
    letter: name
    for name, letters in {
        "b": "ب", "f": "ف", "t": "تطث", "d": "دضذظ", "s": "سصزش", "k": "غجقكخ", "r": "ر", "l": "ل", "m": "م", "n": "ن",
    }.items()
    for letter in letters
}  # fmt: skip


@lru_cache(maxsize=65536)
def keys(name: str) -> frozenset[str]:
    """Index keys of a name in either script: spellings of one name share several, the more the likelier.

    A name without letters of either script has none.
    """
    found = set[str]()
    for word in name_words(name):
        forms = _forms(word) if is_arabic(word) else spellings(word, readings("latin"))
        for form in forms:
            bones = f"^{skeleton(form)}$"
            found.update(bones[i : i + 2] for i in range(len(bones) - 1))
            found.update(bones[i : i + 3] for i in range(len(bones) - 2))
            found.update(f"{bones[i]}.{bones[i + 2]}" for i in range(len(bones) - 2))
            found.update(bones[1:-1])
    return frozenset(found)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonant classes of an Arabic word: no long vowels, throat sounds or doubled letters."""
    bones = ""
    for letter in word.translate(_ARABIC):
        sound = CLASSES.get(letter, "")
        if not bones.endswith(sound) or not bones:
            bones += sound
    return bones


def likeness(a: str, b: str) -> float:
    """How surely two names are spellings of one, 0 to 1, whatever the script of each; symmetric, 1 for equal names.

    For single words it is calibrated: 0.5 means as likely as not among the names that share most keys. Names of
    several words are aligned in their order, a compound with its parts ("عبد الرحمن", "Abdulrahman"); words that only
    the longer one has cost little. Names in other scripts are alike only when equal.
    """
    a, b = sorted((a, b))
    if a == b or _plain(a) == _plain(b):
        return 1.0
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return 0.0
    if len(left) == len(right) == 1:
        return _word_likeness(left[0], right[0])
    return _aligned(left, right)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in the letters that the model knows, in order, without Latin spellings of the article."""
    name = _MARK.sub("", unicodedata.normalize("NFKC", name)).replace("_", " ")
    return tuple(word for found in _WORD.findall(_LATIN_ARTICLE.sub("", name)) if (word := _letters(found)))


def _letters(word: str) -> str:
    arabic = "".join(c for c in word.translate(_ARABIC) if c in _KNOWN)
    if arabic:
        return arabic
    spread = unicodedata.normalize("NFKD", word.lower().translate(_LATIN))
    latin = "".join(c for c in spread if "a" <= c <= "z")
    return latin or word.casefold()


def is_arabic(word: str) -> bool:
    """Whether a word of `name_words` is in Arabic letters."""
    return word[0] in _KNOWN


def is_latin(word: str) -> bool:
    """Whether a word of `name_words` is in Latin letters."""
    return "a" <= word[0] <= "z"


def _forms(arabic: str) -> tuple[str, ...]:
    """An Arabic word, and the word without what may be its article."""
    return (arabic, arabic[2:]) if arabic.startswith("ال") and len(arabic) > 4 else (arabic,)


@lru_cache(maxsize=65536)
def _word_likeness(a: str, b: str) -> float:
    """The likeness of two words in the model's letters."""
    if a == b:
        return 1.0
    if a > b:
        a, b = b, a  # Latin letters come first, and sums in one order give one value.
    if is_arabic(a) and is_arabic(b):
        mine, theirs = {fold(form) for form in _forms(a)}, {fold(form) for form in _forms(b)}
        if mine & theirs:
            return 1.0
        return max(_within(x, y, "arabic") for x in _forms(a) for y in _forms(b))
    if is_latin(a) and is_latin(b):
        return _within(a, b, "latin")
    if is_latin(a) and is_arabic(b):
        return max(_calibrated("across", fit(form, a, across()), len(form) + len(a)) for form in _forms(b))
    return 0.0


def _within(a: str, b: str, side: Side) -> float:
    a, b = sorted((a, b))
    return _calibrated(side, fit(a, b, within(side)), len(a) + len(b))


def _calibrated(kind: str, found: float, letters: int) -> float:
    bias, weight, length = calibration(kind)
    odds = bias + weight * found + length * letters / 2
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, odds))))


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The best likeness of two lists of words in order, weighted by letters; two words may stand beside one."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    steps = ((1, 1), (1, 2), (2, 1))
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            value = max(best[i - 1][j] if i else 0.0, best[i][j - 1] if j else 0.0)
            for di, dj in steps:
                if di <= i and dj <= j:
                    one, other = "".join(left[i - di : i]), "".join(right[j - dj : j])
                    size = len(one) + len(other)
                    value = max(value, best[i - di][j - dj] + size / 2 * _word_likeness(one, other))
            best[i][j] = value
    sizes = sorted((sum(map(len, left)), sum(map(len, right))))
    shorter, longer = min(1.0, best[-1][-1] / sizes[0]), min(1.0, best[-1][-1] / sizes[1])
    return (1 - SPARE) * shorter + SPARE * longer
