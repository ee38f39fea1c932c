"""Comparison keys of Arabic words: a light stem, and a skeleton of consonants for what stemming cannot join.

The stem takes off clitics and endings in the manner of Larkey, Ballesteros and Connell (2002, "light10"), with one
difference: a single letter in front (و ف ب ك ل س) is taken off only where the letter is not the word's own. Which words
own their first letter ("وزير", "لبنان") is a table counted from news text by `scripts/build_word_tables.py`, by the
clitics that are seen before them. The skeleton drops the long vowels and the augments of derived forms too, so that a
broken plural, a verb and its masdar, or two spellings of a foreign name come to one key.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

SINGLE_CLITICS = "وفبكلس"
_ARABIC = re.compile("[\u0621-\u064a]+")
_ARTICLES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
_ENDINGS = (
    "تهما",
    "اتها",
    "اتهم",
    "ياته",
    "هما",
    "تها",
    "تهم",
    "ات",
    "ون",
    "ين",
    "ان",
    "ها",
    "هم",
    "يه",
    "وا",
    "نا",
    "ته",
    "ه",
    "ي",
    "ا",
    "ت",
)
_WEAK = re.compile("[اويىءئؤ]")
_AUGMENTS = (("است", 2), ("مست", 2), ("ان", 3), ("من", 3), ("مت", 3), ("م", 3), ("ت", 3), ("ا", 3))


@cache
def _owners() -> frozenset[str]:
    path = files("tawatur.languages.ar") / "data" / "own_initials.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def without_clitics(folded: str, owners: frozenset[str]) -> str:
    """A folded word without conjunctions, prepositions, article and future mark; `owners` keep their first letter."""
    for article in _ARTICLES:
        if folded.startswith(article) and len(folded) - len(article) >= 3 and folded not in owners:
            return folded[len(article) :]
    word = folded
    while word and word[0] in SINGLE_CLITICS and len(word) >= 4 and word not in owners:
        word = word[1:]
        for article in ("ال", "لل"):
            if word.startswith(article) and len(word) - 2 >= 3:
                return word[2:]
    return word


def without_ending(word: str) -> str:
    """A word without its longest ending of number, gender or possession, when enough letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (4 if ending == "ان" else 3):
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """The light stem of a folded word; a word of another script, a number or a sign is its own stem."""
    if not _ARABIC.fullmatch(folded):
        return folded
    word = without_clitics(folded, _owners())
    if word[0] in "يتن" and len(word) >= 4 and word not in _owners():
        word = word[1:]
    return without_ending(word)


@lru_cache(maxsize=65536)
def skeleton(stemmed: str) -> str:
    """The consonants that carry a stem, without augments and long vowels; at least two stay, else the stem itself."""
    word = stemmed
    if not _ARABIC.fullmatch(word):
        return word
    if len(word) >= 5 and word[0] in "ام" and word[2] == "ت":
        # The infixed t of the eighth form: "اجتماع" and "مجتمع" beside "جمع".
        word = word[1] + word[3:]
    for augment, least in _AUGMENTS:
        rest = word[len(augment) :]
        if word.startswith(augment) and len(_WEAK.sub("", rest)) >= least:
            word = rest
            break
    bare = _WEAK.sub("", word)
    return bare if len(bare) >= 2 else word
