"""Why two statements are held to say the same, in the words that a reader can check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.claims import scoring
from tawatur.claims.counts import Count, comparable, compatible
from tawatur.claims.likeness import met
from tawatur.claims.wording import Wording, one_voice
from tawatur.model import Account, Copy, Reason, Span

_WORDS = 6  # words named in a reason
_OPENING = 10  # words by which another statement is named
_TELLING = 0.1  # weight under which a word is named only where no other is shared
_INDEX = {name: at for at, name in enumerate(scoring.NAMES)}


def link_reasons(
    a: Wording,
    b: Wording,
    found: tuple[float, ...] | None,
    witness: Wording | None,
    accounts: Sequence[Account],
    copies: Sequence[Copy],
    names: Mapping[str, str],
) -> tuple[Reason, ...]:
    """The reasons for a link, the weightiest first; `found` are the pair's features, None for a pair never compared;
    `witness` is a third statement that is more like both than they are like each other."""
    if found is None:
        return (Reason("claims.through_others"),)
    text = accounts[a.article].article.text
    shared = [t for t in a.distinct if met(t, b.terms)]
    telling = [t for t in shared if t.weight >= _TELLING] or shared
    common = sorted(telling, key=lambda t: (-t.weight, t.span))[:_WORDS]
    words = "، ".join(text[slice(*t.span)] for t in sorted(common, key=lambda t: t.span))
    percent = round(100 * found[_INDEX["overlap"]])
    reasons = [Reason("claims.shared_words", (str(percent), words))]
    if any(_passage(a, b, copy) for copy in copies):
        reasons.append(Reason("claims.same_passage"))
    if root := one_voice(a, b):
        reasons.append(Reason("claims.same_speaker", (names.get(root, root),)))
    reasons += [
        Reason("claims.same_number", (_shown(text, q), _shown(accounts[b.article].article.text, r)))
        for q in a.counts
        for r in b.counts
        if comparable(q, r) and compatible(q, r)
    ][:1]
    if witness:
        reasons.append(Reason("claims.witness", (_opening(accounts[witness.article].article.text, witness),)))
    if found[_INDEX["headline"]]:
        reasons.append(Reason("claims.headline"))
    return tuple(reasons)


def _opening(text: str, wording: Wording) -> str:
    """The first words of a content."""
    own = text[slice(*wording.statement.content)].split()
    return " ".join(own[:_OPENING]) + (" …" if len(own) > _OPENING else "")


def _shown(text: str, count: Count) -> str:
    return text[slice(*count.quantity.span)]


def _passage(a: Wording, b: Wording, copy: Copy) -> bool:
    """Whether one copied passage covers most of both contents."""
    left, right = a.statement, b.statement
    if (copy.a, copy.b) == (right.article, left.article):
        left, right = right, left
    if (copy.a, copy.b) != (left.article, right.article):
        return False
    return any(_covers(p, left.content) and _covers(q, right.content) for p, q in copy.passages)


def _covers(passage: Span, content: Span) -> bool:
    shared = min(passage[1], content[1]) - max(passage[0], content[0])
    return shared >= 0.6 * (content[1] - content[0])
