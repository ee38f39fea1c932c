"""What a statement's words give to compare: weighted stems, their order, and the words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.claims.calendar import days_of
from tawatur.claims.counts import Count, counts_of
from tawatur.claims.fates import first_fate
from tawatur.claims.rarity import story_weights
from tawatur.languages import lexicons
from tawatur.languages.ar.rarity import news_weight
from tawatur.languages.ar.script import Word, fold, words_of
from tawatur.languages.ar.stems import skeleton, stem
from tawatur.languages.ar.vocabulary import meaning_of
from tawatur.model import Account, Quantity, Span, Statement

_INNER = 0.4
_HEAD = 0.25  # weight from which the first word of a content is taken for its predicate
_SIGN = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a content: its place, its folded form, its keys, strictest first, and its weight."""

    span: Span
    form: str
    stem: str
    skeleton: str
    group: str
    weight: float
    topic: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One statement made ready to be compared.

    `place` is where the statement stands in its article, from 0 (headline) to 1; `topical` the part of its weight that
    words of the story's headlines hold; `sentence` are the stems of its whole sentence with their rarity in the news;
    `fate` is what became of the people that it tells of first.
    """

    statement: Statement
    article: int
    order: int
    place: float
    headline: bool
    terms: tuple[Term, ...]
    stems: Mapping[str, float]
    skeletons: Mapping[str, float]
    groups: Mapping[str, float]
    head: Term | None
    total: float
    topical: float
    distinct: tuple[Term, ...]
    sentence: Mapping[str, float]
    sentence_total: float
    counts: tuple[Count, ...] = ()
    days: tuple[tuple[str, Span], ...] = ()
    fate: str | None = None

    @property
    def root(self) -> str:
        """The innermost speaker."""
        return self.statement.chain[-1]


def one_voice(a: Wording, b: Wording) -> str | None:
    """The speaker who stands behind both, or whom one relays; none for two speakers or the outlet's own voice."""
    ours, theirs = a.statement.chain[1:], b.statement.chain[1:]
    return next((root for root in (a.root, b.root) if root in ours and root in theirs), None)


def wordings(accounts: Sequence[Account]) -> tuple[Wording, ...]:
    """Every statement of the accounts, in order of article and place, ready to be compared.

    Claims and then relations ask for those of the same accounts, so the last ones are kept.
    """
    global _last
    of, kept = _last
    if len(of) != len(accounts) or any(a is not b for a, b in zip(of, accounts, strict=True)):
        of, kept = _last = tuple(accounts), _wordings(accounts)
    return kept


_last: tuple[tuple[Account, ...], tuple[Wording, ...]] = (), ()


def _wordings(accounts: Sequence[Account]) -> tuple[Wording, ...]:
    read = [
        (n, order, account, s, _read(account, s), inner)
        for n, account in enumerate(accounts)
        for order, (s, inner) in enumerate(zip(account.statements, _inner(account.statements), strict=True))
    ]
    weights = story_weights((n, [key for _, _, key in found]) for n, _, _, _, found, _ in read)
    topics = {stem(w.folded) for a in accounts if a.article.title for w in words_of(a.article.text, *a.article.title)}
    sentences: dict[tuple[int, Span], Mapping[str, float]] = {}
    calendar = [sorted(account.dates, key=lambda date: date.span) for account in accounts]
    done = []
    for n, order, account, statement, found, inner in read:
        terms = tuple(_term(span, form, key, weights[key], inner, key in topics) for span, form, key in found)
        title = account.article.title
        distinct = tuple({t.stem: t for t in terms}.values())
        total = sum({t.stem: t.weight for t in terms}.values())
        done.append(
            Wording(
                statement=statement,
                article=n,
                order=order,
                place=statement.content[0] / max(1, len(account.article.text)),
                headline=title is not None and statement.content[0] < title[1],
                terms=terms,
                stems={t.stem: t.weight for t in terms},
                skeletons={t.skeleton: t.weight for t in terms if t.skeleton},
                groups={t.group: t.weight for t in terms if t.group},
                head=next((t for t in terms if t.weight >= _HEAD and not t.stem.startswith("#")), None),
                total=total,
                topical=sum(t.weight for t in distinct if t.topic) / total if total else 0.0,
                distinct=distinct,
                sentence=(sentence := _sentence(account, n, statement, sentences)),
                sentence_total=sum(sentence.values()),
                counts=counts_of(account.article.text, statement),
                days=days_of(statement.content, calendar[n], [(t.form, t.span) for t in terms]),
                fate=first_fate(terms, statement.quantities),
            )
        )
    return tuple(done)


def _inner(statements: Sequence[Statement]) -> list[list[Span]]:
    """For each statement the contents of others that lie inside its own; a sweep, for long articles."""
    order = sorted(range(len(statements)), key=lambda i: (statements[i].content[0], -statements[i].content[1]))
    found: list[list[Span]] = [[] for _ in statements]
    open_: list[int] = []
    for i in order:
        content = statements[i].content
        open_ = [j for j in open_ if statements[j].content[1] > content[0]]
        for j in open_:
            if content[1] <= statements[j].content[1] and content != statements[j].content:
                found[j].append(content)
        open_.append(i)
    return found


@cache
def _slight() -> frozenset[str]:
    """Words of the closed classes and verbs that only carry others, with and without a conjunction."""
    closed = ("function_words", "slight_words")
    forms = {
        fold(form)
        for name in closed
        for entry in lexicons.entries("ar", name)
        if not _OPEN.intersection(entry.get("classes", ()))
        for form in entry["forms"]
    }
    return frozenset(clitic + form for form in forms for clitic in ("", "و", "ف"))


_OPEN = {"adverb", "number", "determiner", "noun"}  # classes of function words that tell something


def _term(span: Span, form: str, key: str, weight: float, inner: Sequence[Span], topic: bool) -> Term:
    """One term; words that a statement inside this one says count for less here."""
    if form in _slight():
        weight = 0.0
    elif any(start <= span[0] < end for start, end in inner):
        weight *= _INNER
    if key.startswith("#"):
        return Term(span, form, key, "", "", weight, topic)
    bones = skeleton(key)
    return Term(span, form, key, bones if len(bones) >= 3 else "", meaning_of(key), weight, topic)


def _read(account: Account, statement: Statement) -> list[tuple[Span, str, str]]:
    """The words of the content with their keys, quantities under their value."""
    text, content = account.article.text, statement.content
    found = [
        ((w.start, w.end), w.folded, stem(w.folded))
        for w in words_of(text, *content)
        if not _counted(w, statement.quantities) and (len(w.folded) > 1 or not w.folded.isalpha())  # بـ, لـ
    ]
    found += [(q.span, "#", f"#{q.low}:{q.high}") for q in statement.quantities]
    return sorted(one for one in found if one[1] == "#" or not _SIGN.fullmatch(one[2]))


def _sentence(
    account: Account, number: int, statement: Statement, known: dict[tuple[int, Span], Mapping[str, float]]
) -> Mapping[str, float]:
    """The stems of the whole sentence with their rarity, read once for all statements of the sentence."""
    content, whole = statement.content, statement.sentence
    span = min(whole[0], content[0]), max(whole[1], content[1])
    if (number, span) not in known:
        stems = (stem(w.folded) for w in words_of(account.article.text, *span) if len(w.folded) > 2)
        known[number, span] = {key: news_weight(key) ** 0.5 for key in stems}
    return known[number, span]


def _counted(word: Word, quantities: tuple[Quantity, ...]) -> bool:
    return any(q.span[0] <= word.start < q.span[1] for q in quantities)
