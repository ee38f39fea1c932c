"""What one report expects, plans or sees coming, with what a report that is not earlier tells has happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import met
from tawatur.claims.marks import future, marked, negated, past, stands, telling, tense, times, written
from tawatur.claims.names import Names, by_name, called_by_name, other_name
from tawatur.claims.numbers import published
from tawatur.claims.wording import Term, Wording
from tawatur.model import Account, Article, RelationType, Slot
from tawatur.settings import Settings

AHEAD = (">", "")  # the answers of a conflict in which the first statement tells of what is to come
_OPENING = 3  # words of a statement among which it says that something is to come
_PLANNED = 2  # words of weight after a verb of planning among which stands what is planned
_SLIGHT = 0.05  # weight from which a word tells where or what
_WEIGHT = 0.15  # weight from which a word tells what is to come


def fulfilled(
    ready: Sequence[Wording], accounts: Sequence[Account], settings: Settings
) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Statements of what is to come with those of other articles, not earlier, that it came, the former first.

    What a report tells that is known to be later, or of the same day, takes the place of what was expected; where the
    days of the reports are not known the two stand beside each other.
    """
    done = [(w, act) for w in ready if (act := _done(w))]
    names = called_by_name(ready) if done else {}
    for coming in ready:
        acts = _coming(coming)
        for came, deed in done if acts else ():
            act = next((act for act in acts if _same_act(act, deed)), None)
            if act is None or came.article == coming.article:
                continue
            first, second = accounts[coming.article].article, accounts[came.article].article
            if not _after(first, second, came):
                continue
            if any(stands(t, "another") for w in (coming, came) for t in w.terms):
                continue
            strength = _known(coming, act, came, deed, names)
            if strength >= settings.conflict_fulfilled:
                spans = coming.statement.content, came.statement.content
                slot: Slot = "time" if coming.days and came.days else "other"
                type_: RelationType = "update" if first.published and second.published else "divergent"
                yield Conflict(type_, slot, spans, strength, AHEAD, "came"), coming, came


def one_to_come(a: Wording, b: Wording) -> bool:
    """Whether only one of two statements tells of what is to come."""
    return bool(_coming(a)) != bool(_coming(b))


def _coming(wording: Wording) -> tuple[Term, ...]:
    """The words that can be the one for what is to come, none in a statement of anything else.

    A verb of the future or of coming near is the word itself; after a verb of planning its subject may stand before it.
    """
    if wording.statement.polarity == "-" or negated(wording.terms):
        return ()
    for at, term in enumerate(wording.terms[:_OPENING]):
        if written(term, "nearing") or (future(term.form) and not past(term.form)):
            return (term,)
        if marked(term, "ahead"):
            return tuple(t for t in wording.terms[at + 1 :] if telling(t, _WEIGHT))[:_PLANNED]
    if wording.statement.kind == "prediction":
        verbs = (t for t in wording.terms[:_OPENING] if telling(t, _WEIGHT) and tense(t.form, "present"))
        return tuple(verbs)[:1]
    return ()


def _done(wording: Wording) -> Term | None:
    """The verb of the past among the first words of a fact, None in a statement of anything else."""
    statement = wording.statement
    if statement.kind != "fact" or statement.polarity == "-" or negated(wording.terms):
        return None
    if any(future(t.form) or marked(t, "ahead") or written(t, "nearing") for t in wording.terms[:_OPENING]):
        return None
    return next((t for t in wording.terms[:_OPENING] if telling(t, _WEIGHT) and past(t.form)), None)


def _after(coming: Article, came: Article, told: Wording) -> bool:
    """Whether a report is not earlier than another, and what it tells did not happen on a day before that."""
    day = (coming.published or "")[:10]
    return published(coming, came) >= 0 and not (told.days and all(d < day for d, _ in told.days))


def _same_act(act: Term, deed: Term) -> bool:
    """Whether what is done is what is to come, or arrives where that comes near."""
    return stands(deed, "arrived") if written(act, "nearing") else met(act, (deed,))


def _known(coming: Wording, act: Term, came: Wording, deed: Term, names: Names) -> float:
    """The share of the weight of who, whom and where beside an act that another statement has beside its deed.

    Nothing where who acts has another name or is not the first of them there, where what follows the act is somebody
    or something else, or where the two go on after who acts with nothing in common.
    """
    rest, told = _beside(coming, act), _beside(came, deed)
    if other_name(rest, told):
        return 0.0
    rest, told = by_name(rest, told, names.get(coming.article, {})), by_name(told, rest, names.get(came.article, {}))
    before = [t for t in rest if t.span < act.span]
    after = rest[len(before) :][:1]
    who = before or after
    start = next((n for n, t in enumerate(rest) if met(t, told)), len(rest))
    if start >= len(who) or not all(met(t, told) for t in after):
        return 0.0
    at = next(n for n, t in enumerate(told) if met(rest[start], (t,)))
    if any(met(t, told[:at]) for t in rest[len(who) :]):
        return 0.0
    own = coming.statement.kind == "position" and not before
    if own and told[:at] and not any(t.stem in coming.sentence for t in told[:at]):
        return 0.0  # what somebody said they would do somebody else did
    together = takewhile(lambda pair: met(pair[0], (pair[1],)), zip(rest[start:], told[at:], strict=False))
    left = rest[start + len(list(together)) :]
    if left and not any(met(t, told) for t in left):
        return 0.0
    return sum(t.weight for t in rest if met(t, told)) / sum(t.weight for t in rest)


def _beside(wording: Wording, act: Term) -> tuple[Term, ...]:
    """The words of a statement that tell who, whom and where, without its act and what says that it is to come."""
    return tuple(
        t
        for t in wording.terms
        if telling(t, _SLIGHT)
        and t.stem != act.stem
        and t.form not in times()
        and not marked(t, "ahead")
        and not written(t, "nearing")
    )
