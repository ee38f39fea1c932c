"""Whom a mention of a joint source means: both, or one of them.

"روسيا وبوليفيا" are one name of an article, and "روسيا" further down is a short form of it for whoever resolves names.
What that mention says rests on Russia alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.languages.ar.gazetteer import country_of
from tawatur.languages.ar.script import bare, fold, words
from tawatur.languages.ar.stems import stem
from tawatur.model import Account, Source
from tawatur.stories.joint import split_names

_SEVERAL = ("ان", "ين", "ون", "ات")
_BROKEN = frozenset(map(fold, ("المصادر", "الدول", "الأطراف", "الوسائل", "الصحف", "الجهات", "وسائل")))


def meant(mention: str, parts: Sequence[Source]) -> tuple[Source, ...]:
    """Those of the parts of a joint source that a mention of it means; none where it is one that is not told.

    No mention, one that joins two names, and a dual or plural mean all of them.
    """
    tokens = [word.folded for word in words(mention) if word.folded[:1].isalpha()]
    if not tokens or len(split_names(mention)) > 1 or _several(tokens[0]):
        return tuple(parts)
    said = {stem(token) for token in tokens}
    named = [{stem(word.folded) for word in words(part.name)} for part in parts]
    common = set[str]().union(*(x & y for i, x in enumerate(named) for y in named[:i]))
    return tuple(part for part, its in zip(parts, named, strict=True) if said & its - common)


def mentions(account: Account) -> Iterator[tuple[str, str]]:
    """The ids of the statements of an account, each with the words by which its speaker was named last."""
    last = dict[str, str]()
    for statement in account.statements:
        speaker = statement.chain[-1]
        if statement.source:
            last[speaker] = account.article.text[slice(*statement.source)]
        yield statement.id, last.get(speaker, "")


def _several(word: str) -> bool:
    """Whether a word is a definite dual or plural, and no country that ends like one: "السودان"."""
    definite = word.startswith("ال") and country_of((word,)) is None and len(bare(word)) > 3
    return word in _BROKEN or (definite and word.endswith(_SEVERAL))
