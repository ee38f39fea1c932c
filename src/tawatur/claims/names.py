"""One thing or person called by a noun in one report and by a name in another ("the storm", "Marjan").

A definite noun with a word right after it that has no article is a noun with its name ("الإعصار مرجان", "الوزير سالم"):
a construct would have no article on the noun, an adjective would have one too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tawatur.claims.likeness import met
from tawatur.claims.marks import spellings
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.offices import lookup
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.verbs import readings

_THE = "ال"
_NAMELY = frozenset(fold(form) for form in ("باسم", "بإسم"))
_CONSTRUCT = 3  # nouns of a construct before its last
_GAP = 3  # characters between a noun and its name: a space, a quotation mark or the sign of a tag
_NAME = 0.2  # weight from which a word can be a name

Names = Mapping[int, Mapping[str, Term]]
"""For articles the stems of nouns with the name of each."""


def called_by_name(ready: Sequence[Wording]) -> Names:
    """The nouns of each article that a name follows, with that name.

    After the subject of a verb stands what the verb is done to, after the last noun of an office ("the head of the
    council") who holds that. Other words that are no name follow a noun too, and two people can be "the minister": the
    name is the word that follows the noun oftener than any other.
    """
    found: dict[int, dict[str, list[Term]]] = {}
    for wording in ready:
        for at, (noun, name) in enumerate(pairwise(wording.terms)):
            if noun.form.startswith(_THE) and _is_name(noun, name) and not _is_last(wording.terms[:at]):
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


def _is_last(before: Sequence[Term]) -> bool:
    """Whether a noun after some terms closes a construct with which an office or a verb opens."""
    for term in reversed(before[-_CONSTRUCT:]):
        known = lookup(term.form)
        if _is_verb(term) or term.form in _NAMELY or (known is not None and known.role):
            return True
        if term.form.startswith(_THE) or not term.weight:
            return False
    return False


def _is_verb(term: Term) -> bool:
    return any(readings(spelled) for spelled in spellings(term.form))


def _is_name(noun: Term, name: Term) -> bool:
    beside = name.span[0] - noun.span[1] <= _GAP
    return beside and name.weight >= _NAME and name.form != "#" and not name.form.startswith(_THE)


def by_name(terms: Sequence[Term], others: Sequence[Term], names: Mapping[str, Term]) -> tuple[Term, ...]:
    """The terms, with the name for each definite noun that has one in its article, where the others have only that."""
    return tuple(_named(term, tuple(others), names.get(term.stem)) for term in terms)


def other_name(terms: Sequence[Term], others: Sequence[Term]) -> bool:
    """Whether one definite noun has one name in some terms and another in others, as two storms have."""
    ours, theirs = _names_in(terms, others), _names_in(others, terms)
    return any(met(noun, tuple(theirs)) for noun in ours)


def _names_in(terms: Sequence[Term], others: Sequence[Term]) -> list[Term]:
    """The definite nouns that a name follows which is not among the others."""
    pairs = pairwise(terms)
    return [a for a, b in pairs if a.form.startswith(_THE) and _is_name(a, b) and not met(b, tuple(others))]


def _named(term: Term, others: tuple[Term, ...], name: Term | None) -> Term:
    known = name is not None and term.form.startswith(_THE) and met(name, others) and not met(term, others)
    return name if known and name else term
