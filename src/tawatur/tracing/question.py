"""The sentence to trace, read as an article of one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.claims.wording import Term, Wording, wordings
from tawatur.languages.ar.script import Word, words
from tawatur.languages.ar.tagging import Tag, tag
from tawatur.languages.ar.verbs import readings
from tawatur.model import Account, Article, Statement
from tawatur.settings import Settings
from tawatur.tracing.contrasts import turning
from tawatur.tracing.verification import Verdict, coming, marks

ID, USER = "claim", "user"
"""The id of the sentence as an article, and the key of its outlet."""
_LIGHT = frozenset({"قام", "قامت", "قاموا", "يقوم", "تقوم", "تم", "تمت", "يتم", "جري", "جرت", "شن", "شنت"})
_TELLING = 0.3  # weight from which a word of a name tells one name from another


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence ready to be looked for.

    `whole` is all of it as one statement, with the words by which it is known, and `weights` what part of it each of
    its different words is; `verdicts` are the kinds of report words that it has itself ("denies", "expected"), `names`
    the bits of its words that are names, `predicate` that of the word that tells what happened, 0 where none is sure.
    `turned` tells whether it has a negation or another word that takes back what
    follows, `asks` whether it is a question.
    """

    article: Article
    whole: Wording
    weights: tuple[float, ...]
    verdicts: frozenset[Verdict]
    names: int
    predicate: int
    turned: bool
    asks: bool

    @property
    def terms(self) -> tuple[Term, ...]:
        """The different words of the sentence."""
        return self.whole.distinct

    def share(self, found: int) -> float:
        """The weighted share of the sentence's words in `found`, a bit for each of `terms`."""
        share = 0.0
        while found:
            share += self.weights[(found & -found).bit_length() - 1]
            found &= found - 1
        return share


def read_question(text: str, settings: Settings) -> Question | None:
    """The sentence that `text` holds, or None where it has no word that tells it from any other."""
    from tawatur.statements import read_account

    article = Article(ID, USER, " ".join(text.split()))
    account = read_account(article, settings)
    whole = wordings([_as_one(account)])[0]
    if whole.total <= 0:
        return None
    said = words(article.text)
    tags = tag(said)
    named = {word.start for word, tagged in zip(said, tags, strict=True) if tagged.name}
    names = sum(1 << at for at, t in enumerate(whole.distinct) if t.span[0] in named and t.weight >= _TELLING)
    weights = tuple(term.weight / whole.total for term in whole.distinct)
    after = (*whole.terms[1:], None)
    turned = any(turning(term, following) for term, following in zip(whole.terms, after, strict=True))
    asks = article.text.endswith(("؟", "?"))
    return Question(
        article,
        whole,
        weights,
        frozenset(mark.verdict for mark in (*marks(said), coming(said, (0, len(article.text)))) if mark),
        names,
        _predicate(account, whole, said, tags),
        turned,
        asks,
    )


def _predicate(account: Account, whole: Wording, said: Sequence[Word], tags: Sequence[Tag]) -> int:
    """The bit of the first verb that is no cue; after one that says nothing by itself ("قام بـ") that of its noun.

    Where the tagger finds none, a first word that can be a verb is taken for it ("انهار": "collapsed", or "rivers").
    """
    cues = [statement.cue for statement in account.statements if statement.cue]
    light = False
    for word, tagged in zip(said, tags, strict=True):
        if any(start <= word.start < end for start, end in cues):
            continue
        if tagged.verb and tagged.stem in _LIGHT:
            light = True
        elif tagged.verb or (light and tagged.preposition == "ب"):
            return next((1 << at for at, term in enumerate(whole.distinct) if term.span[0] == word.start), 0)
    first = whole.distinct[0]
    return 1 if first.span[0] == said[0].start and first.weight > 0 and readings(first.form) else 0


def _as_one(account: Account) -> Account:
    """The account with all its text as one statement."""
    from tawatur.statements.quantities import find_quantities

    span = (0, len(account.article.text))
    first = account.statements[0] if account.statements else None
    one = Statement(
        id=f"{ID}.00",
        article=ID,
        sentence=span,
        content=span,
        source=None,
        cue=None,
        via=None,
        chain=(f"outlet:{USER}",),
        explicitness="none",
        mode="none",
        kind=first.kind if first and len(account.statements) == 1 else "fact",
        polarity=first.polarity if first and len(account.statements) == 1 else "+",
        certainty="certain",
        quantities=find_quantities(account.article.text, span),
    )
    return replace(account, statements=(one,))
