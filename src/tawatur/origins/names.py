"""Words that the names of two sources share, however the names are cut: "آل الشيخ", "محمد بن سلمان", "مانشستر يونايتد".

What a name tells is read by position (`languages.ar.naming`), so a word too much ("آل الشيخ في تغريدة", "كان سالم
المرعي مدرب") or a title that the lexicons lack hides one person behind two names. The words themselves still agree.
"""

from __future__ import annotations

from functools import lru_cache

from tawatur.languages.ar.naming import FILLERS, is_known
from tawatur.languages.ar.rarity import news_documents
from tawatur.languages.ar.script import bare, fold, words
from tawatur.languages.ar.spelling import is_arabic_name, same_word
from tawatur.languages.ar.stems import stem
from tawatur.model import Source

_JOINS = frozenset(map(fold, ("عبد", "آل", "أبو", "بن", "ابن")))
"""Words that are half a name: with the next one they are a word of it."""


def share_name(a: Source, b: Source) -> bool:
    """Whether the names of two sources agree in the words that no lexicon of offices, bodies and countries knows.

    Either all such words of the one are among the other's, and they are more than a given name that many bear; or two
    words at the least, more than half of the shorter name.
    """
    return any(_agree(x, y) for x in _names(a) for y in _names(b))


def _agree(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    common = {w for w in mine if _stands_in(w, theirs)} | {w for w in theirs if _stands_in(w, mine)}
    size = min(len(common), len(mine), len(theirs))
    if not size or all(news_documents(stem(word)) > _COMMON for word in common):
        return False
    if size == min(len(mine), len(theirs)):
        return size > 1 or not any(map(is_arabic_name, common))
    return size > 1 and 2 * size > min(len(mine), len(theirs))


def _stands_in(word: str, others: frozenset[str]) -> bool:
    """Whether a word is one of the others in some spelling, with or without a preposition written on to it."""
    forms = (word, word[1:]) if word[0] in "لب" and len(word) > _LEAST else (word,)
    return any(same_word(form, other) for form in forms for other in others)


def _names(source: Source) -> list[frozenset[str]]:
    return [found for name in (source.name, *source.aliases) if (found := _telling(name))]


@lru_cache(maxsize=8192)
def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell whose it is."""
    tokens = [w.folded for w in words(name.replace("#", " ").replace("_", " ")) if w.folded[:1].isalpha()]
    found, before = list[str](), ""
    for token in tokens:
        if token in _JOINS:
            before += token
            continue
        if before or not (token in FILLERS or is_known(token) or len(bare(token)) < _LEAST):
            found.append(before + token if before else bare(token))
        before = ""
    return frozenset(found)


_COMMON = 0.025  # part of the news from which a word is no name: "مانشستر" stands in one article of fifty; by judgement
_LEAST = 3  # letters of a word that can tell anything
