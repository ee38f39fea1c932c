"""What a statement's words give to compare: weighted stems, their order, and the words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.claims.rarity import news_weight, story_weights
from tawatur.languages import lexicons
from tawatur.languages.ar.script import Word, fold, words
from tawatur.languages.ar.stems import skeleton, stem
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


@dataclass(frozen=True, slots=True)
class Wording:
    """One statement made ready to be compared.

    `place` is where the statement stands in its article, from 0 (headline) to 1; `sentence` are the stems of its whole
    sentence with their rarity in the news.
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
    distinct: tuple[Term, ...]
    sentence: Mapping[str, float]

    @property
    def root(self) -> str:
        """The innermost speaker."""
        return self.statement.chain[-1]


@cache
def _groups() -> dict[str, str]:
    """Stems of words of one meaning, each under the first of its group."""
    found: dict[str, str] = {}
    for entry in lexicons.entries("ar", "synonyms"):
        for form in entry["forms"]:
            found.setdefault(stem(fold(form)), entry["forms"][0])
    return found


def wordings(accounts: Sequence[Account]) -> tuple[Wording, ...]:
    """Every statement of the accounts, in order of article and place, ready to be compared."""
    read = [
        (n, order, account, s, *_read(account, s))
        for n, account in enumerate(accounts)
        for order, s in enumerate(account.statements)
    ]
    weights = story_weights((n, [key for _, _, key in found]) for n, _, _, _, found, _ in read)
    done = []
    for n, order, account, statement, found, outside in read:
        inner = [o.content for o in account.statements if o is not statement and _within(o.content, statement.content)]
        terms = tuple(_term(span, form, key, weights[key], inner) for span, form, key in found)
        title = account.article.title
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
                total=sum({t.stem: t.weight for t in terms}.values()),
                distinct=tuple({t.stem: t for t in terms}.values()),
                sentence=outside,
            )
        )
    return tuple(done)


def _within(a: Span, b: Span) -> bool:
    return b[0] <= a[0] and a[1] <= b[1] and a != b


def _term(span: Span, form: str, key: str, weight: float, inner: Sequence[Span]) -> Term:
    """One term; words that a statement inside this one says count for less here."""
    if any(start <= span[0] < end for start, end in inner):
        weight *= _INNER
    if key.startswith("#"):
        return Term(span, form, key, "", "", weight)
    bones = skeleton(key)
    return Term(span, form, key, bones if len(bones) >= 3 else "", _groups().get(key, ""), weight)


def _read(account: Account, statement: Statement) -> tuple[list[tuple[Span, str, str]], dict[str, float]]:
    """The words of the content with their keys, quantities under their value; those of the whole sentence."""
    text, content = account.article.text, statement.content
    found = [
        ((w.start, w.end), w.folded, stem(w.folded))
        for w in words(text, *content)
        if not _counted(w, statement.quantities)
    ]
    found += [(q.span, "#", f"#{q.low}:{q.high}") for q in statement.quantities]
    found = sorted(one for one in found if one[1] == "#" or not _SIGN.fullmatch(one[2]))
    whole = words(text, min(statement.sentence[0], content[0]), max(statement.sentence[1], content[1]))
    sentence = {key: news_weight(key) ** 0.5 for key in (stem(w.folded) for w in whole if len(w.folded) > 2)}
    return found, sentence


def _counted(word: Word, quantities: tuple[Quantity, ...]) -> bool:
    return any(q.span[0] <= word.start < q.span[1] for q in quantities)
