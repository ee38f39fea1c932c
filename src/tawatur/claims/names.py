"""One thing or person called by a noun in one report and by a name in another ("the storm", "Marjan").

A definite noun with a word right after it that has no article is a noun with its name ("الإعصار مرجان", "الوزير سالم"):
a construct would have no article on the noun, an adjective would have one too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tawatur.claims.likeness import met
from tawatur.claims.marks import spellings
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.verbs import readings

_THE = "ال"
_GAP = 3  # characters between a noun and its name: a space, a quotation mark or the sign of a tag
_NAME = 0.2  # weight from which a word can be a name

Names = Mapping[int, Mapping[str, Term]]
"""For articles the stems of nouns with the name of each."""


def called_by_name(ready: Sequence[Wording]) -> Names:
    """The nouns of each article that a name follows, with that name.

    After the subject of a verb stands what the verb is done to. Other words that are no name follow a noun too, and two
    people can be "the minister": the name is the word that follows the noun oftener than any other.
    """
    found: dict[int, dict[str, list[Term]]] = {}
    for wording in ready:
        for before, noun, name in zip((None, *wording.terms), wording.terms, wording.terms[1:], strict=False):
            if noun.form.startswith(_THE) and _is_name(noun, name) and not (before and _is_verb(before)):
                found.setdefault(wording.article, {}).setdefault(noun.stem, []).append(name)
    return {
        article: {key: own for key, words in nouns.items() if (own := _oftenest(words)) is not None}
        for article, nouns in found.items()
    }


def _oftenest(words: Sequence[Term]) -> Term | None:
    (key, most), *others = Counter(word.stem for word in words).most_common(2)
    if any(count == most for _, count in others):
        return None
    return next(word for word in words if word.stem == key)


def _is_verb(term: Term) -> bool:
    return any(readings(spelled) for spelled in spellings(term.form))


def _is_name(noun: Term, name: Term) -> bool:
    beside = name.span[0] - noun.span[1] <= _GAP
    return beside and name.weight >= _NAME and name.form != "#" and not name.form.startswith(_THE)


def by_name(terms: Sequence[Term], others: Sequence[Term], names: Mapping[str, Term]) -> tuple[Term, ...]:
    """The terms, with the name for each definite noun that has one in its article, where the others have only that."""
    return tuple(_named(term, tuple(others), names.get(term.stem)) for term in terms)


def _named(term: Term, others: tuple[Term, ...], name: Term | None) -> Term:
    known = name is not None and term.form.startswith(_THE) and met(name, others) and not met(term, others)
    return name if known and name else term
