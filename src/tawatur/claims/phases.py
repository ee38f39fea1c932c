"""One matter at two times (renewed, going on all the same), and what some and others say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.claims.conflicts import Conflict, agreement
from tawatur.claims.likeness import met, share_within
from tawatur.claims.marks import listed, marked, stands, telling, without
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.script import fold, words
from tawatur.model import Account, Source
from tawatur.settings import Settings

RENEWED = "renewed"  # why two statements conflict of which one tells that the other's matter is resumed or extended
_WEIGHT = 0.18  # weight from which a word tells what goes on
_OPENING = 6  # words of a statement among which it says that something is renewed or goes on
_MATTER = 5  # words after that which tell what
_SOME = 6  # statements back from what others say to what some say
_KNOWN = 0.5  # share of their weight that the other statement has


def renewed(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """What one report tells is resumed or extended in the other."""
    if without(a, "renewed") and without(b, "renewed"):
        return None
    ours, theirs = matter(a), matter(b)
    if bool(ours) == bool(theirs) or a.statement.polarity != b.statement.polarity:
        return None
    again, other = (ours, b) if ours else (theirs, a)
    head = next((t for t in other.terms if telling(t, _WEIGHT)), None)
    if head is None or not met(again[0], (head,)) or again[0].form.startswith("و"):
        return None
    strength = agreement(a, b)
    if share_within(again, other) < _KNOWN or strength < settings.conflict_renewed:
        return None
    return Conflict("update", "time", (a.statement.content, b.statement.content), strength, ("", ""), RENEWED)


def matter(wording: Wording) -> tuple[Term, ...]:
    """What a statement says is resumed or extended, nothing where it says no such thing."""
    for at, term in enumerate(wording.terms[:_OPENING]):
        if marked(term, "renewed"):
            return tuple(t for t in wording.terms[at + 1 :] if telling(t, _WEIGHT))[:_MATTER]
    return ()


def still(ready: Sequence[Wording], accounts: Sequence[Account]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """What somebody says with what the article says right after it goes on all the same ("لكن … ما زال")."""
    for at, wording in enumerate(ready):
        if at == 0 or not any(stands(t, "still") for t in wording.terms[:_OPENING]):
            continue
        before = next((w for w in reversed(ready[:at]) if _apart(w, wording)), None)
        if before is None or before.article != wording.article or before.root == wording.root:
            continue
        text = accounts[wording.article].article.text
        between = [w.folded for w in words(text, before.statement.content[1], wording.statement.content[0])]
        told = next((word for word in between if word[0].isalpha()), "")
        common = [t for t in before.distinct if telling(t, _WEIGHT) and t.stem in wording.sentence]
        if told in listed("but") and len(before.statement.chain) > 1 and common:
            spans = before.statement.content, wording.statement.content
            yield Conflict("divergent", "other", spans, 1.0, ("", "")), before, wording


def others(ready: Sequence[Wording], sources: Sequence[Source]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """What some say with what "others" say after them: the first statement of the others with each of the former's.

    Those who say the one and those who say the other are both without a name.
    """
    names = {source.id: fold(source.name) for source in sources}
    unnamed = {source.id for source in sources if source.kind == "anonymous"}
    told = set[tuple[int, str]]()
    for at, wording in enumerate(ready):
        if len(wording.statement.chain) < 2 or (wording.article, wording.root) in told:
            continue
        if names.get(wording.root) not in listed("others"):
            continue
        told.add((wording.article, wording.root))
        near = [w for w in reversed(ready[max(0, at - _SOME) : at]) if w.article == wording.article]
        some = next((w.root for w in near if len(w.statement.chain) > 1), None)
        for before in near:
            if before.root == some != wording.root and some in unnamed:
                spans = before.statement.content, wording.statement.content
                yield Conflict("divergent", "other", spans, 0.5, ("", "")), before, wording


def _apart(before: Wording, wording: Wording) -> bool:
    """Whether a statement is of another sentence than one after it."""
    return before.statement.sentence != wording.statement.sentence or before.article != wording.article
