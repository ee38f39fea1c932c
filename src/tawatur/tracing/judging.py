"""What a passage has to do with the question: it supports it, denies it, only discusses it, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.claims.wording import Term
from tawatur.languages.ar.script import words
from tawatur.model import Article, Reason, Span, Statement
from tawatur.settings import Settings
from tawatur.tracing.differences import Difference, differences
from tawatur.tracing.passages import Passage, Reading
from tawatur.tracing.question import Question
from tawatur.tracing.records import Hit, Stance
from tawatur.tracing.sameness import features, probability
from tawatur.tracing.verification import Mark, Verdict, coming, marks

_REACH = 300  # code points over which a word of denial, doubt or falsehood reaches in its sentence
_BEFORE = 12  # code points before a content in which the word that turns it may stand, as its cue
_SHOWN = 6  # words named in a reason
_COMMA = "، "
_OF_SPEAKERS: tuple[Verdict, ...] = ("denies", "rumoured")
_UNSETTLED: tuple[Verdict, ...] = ("doubted", "rumoured", "expected", "feared", "open")
_FOLLOWED: tuple[Verdict, ...] = ("denies", "expected", "feared", "open")  # what they bear on stands after them


def judge_passage(
    question: Question, passage: Passage, reading: Reading, found: Sequence[int], settings: Settings
) -> Hit | None:
    """The passage as a hit, or None where it is not about the question. `found` are the `bits` of the reading's words.

    A denial is told before all else. A number, a direction or a country that differs never supports. It denies where
    the two are made of the same words but for it; another country never does, for it is another matter. A question, a
    rumour, and what is only expected, feared, asked or said not to be known discuss.
    """
    article = reading.account.article
    statement, matched = _nearest(question, passage, reading, found)
    told = differences(question, passage, reading, found)
    score = round(probability(features(question, passage, reading, found)), 4)
    why = [_words(article, matched, passage.covered)]

    def hit(stance: Stance, against: Iterable[Span] = (), *reasons: Reason, unsure: bool = False) -> Hit:
        spans = tuple(sorted(set(against)))
        all_ = tuple(dict.fromkeys((*why, *reasons)))
        return Hit(article.id, statement.id, stance, matched, spans, passage.covered, score, all_, unsure)

    said = _marks(question, passage, reading, found, statement, settings)
    denials = [mark for mark in said if mark.verdict not in _UNSETTLED]
    if denials:
        return hit("deny", [m.span for m in denials], *(_marked(article, m) for m in denials))
    if passage.covered < settings.trace_matter:
        return None
    mirrored, own = _mirrored(question, statement, reading, found)
    if told:
        here = [difference.here.span for difference in told if difference.here]
        start, end = statement.content
        inside = not here or any(start - _BEFORE <= span[0] < end for span in here)
        alike = inside and min(passage.covered, mirrored) >= settings.trace_otherwise
        contrary = alike and all(difference.kind != "country" for difference in told)
        return hit("deny" if contrary else "discuss", here, *(_parted(article, question, one) for one in told))
    if score < settings.trace_same:
        return hit("discuss", (), _missing(question, passage))
    told_whole = passage.covered >= settings.trace_support and not question.predicate & ~passage.found
    if not told_whole and not (mirrored >= settings.trace_mirrored and own >= settings.trace_own):
        return hit("discuss", (), _missing(question, passage), unsure=True)
    if absent := _absent(question, passage, found):
        return hit("discuss", (), Reason("tracing.absent", (_shown(question, absent),)), unsure=True)
    if not said and "expected" not in question.verdicts:
        said = list(filter(None, [coming(words(article.text, *statement.sentence), statement.content)]))
    if said:
        return hit("discuss", [mark.span for mark in said], *(_marked(article, mark) for mark in said))
    if not question.asks and (asked := _asked(article, statement)):
        return hit("discuss", [asked], Reason("tracing.question"))
    return hit("support")


def _nearest(
    question: Question, passage: Passage, reading: Reading, found: Sequence[int]
) -> tuple[Statement, tuple[Span, ...]]:
    """The statement that holds most of the question's words in the passage, the shortest of equals; and those words."""
    inside = [n for n in passage.terms if found[n]]
    spans = tuple(reading.terms[n].span for n in inside)
    sentence = reading.sentences[passage.sentence].statement.content
    own = [s for s in reading.account.statements if s.sentence == sentence]

    def worth(statement: Statement) -> tuple[float, int]:
        start, end = statement.content
        held = 0
        for n in inside:
            if start <= reading.terms[n].span[0] < end:
                held |= found[n]
        return round(question.share(held), 4), start - end

    return max(own, key=worth), spans


def _mirrored(question: Question, statement: Statement, reading: Reading, found: Sequence[int]) -> tuple[float, float]:
    """The weighted share of a statement's own words that are the question's, and of the question's that it has."""
    start, end = statement.content
    inside = [n for n, term in enumerate(reading.terms) if start <= term.span[0] < end]
    total = sum(reading.terms[n].weight for n in inside)
    held = 0
    for n in inside:
        held |= found[n]
    known = sum(reading.terms[n].weight for n in inside if found[n])
    return known / total if total else 0.0, question.share(held)


def _marks(
    question: Question,
    passage: Passage,
    reading: Reading,
    found: Sequence[int],
    statement: Statement,
    settings: Settings,
) -> list[Mark]:
    """The words of denial, falsehood and doubt that bear on the question in the sentences of the passage.

    What is denied follows the denial, what is pointed back to stands before it, a word for falsehood or doubt may stand
    on either side. Kinds that the question has itself are left out; and so is a denial or claim by one whose word ends
    where the statement's own cue begins ("denied …, stressing that …").
    """
    kept = list[Mark]()
    for number in range(reading.places[passage.terms[0]], reading.places[passage.terms[-1]] + 1):
        span = reading.sentences[number].statement.content
        terms = [(reading.terms[n].span, found[n]) for n in range(*_range(reading, number))]
        for mark in marks(words(reading.account.article.text, *span)):
            if mark.verdict in question.verdicts or (question.turned and mark.verdict == "denies"):
                continue
            if mark.verdict in _OF_SPEAKERS and statement.cue and mark.span[1] <= statement.cue[0]:
                continue
            before = _share(question, terms, mark.span[0] - _REACH, mark.span[0])
            after = _share(question, terms, mark.span[1], mark.span[1] + _REACH)
            both = _share(question, terms, mark.span[0] - _REACH, mark.span[1] + _REACH)
            share = after if mark.verdict in _FOLLOWED else before if mark.verdict == "points_back" else both
            if share >= settings.trace_denied:
                kept.append(mark)
    return kept


def _range(reading: Reading, number: int) -> tuple[int, int]:
    first = reading.places.index(number)
    return first, first + reading.places.count(number)


def _share(question: Question, terms: Sequence[tuple[Span, int]], start: int, end: int) -> float:
    held = 0
    for (first, last), value in terms:
        if start <= first and last <= end:
            held |= value
    return question.share(held)


def _parted(article: Article, question: Question, one: Difference) -> Reason:
    here = article.text[slice(*one.here.span)] if one.here else ""
    asked = question.article.text[slice(*one.asked.span)] if one.asked else ""
    return Reason(f"tracing.{one.kind}", tuple(filter(None, (here, asked))))


def _absent(question: Question, passage: Passage, found: Sequence[int]) -> list[Term]:
    """The numbers of the question that the passage lacks, and its names that stand nowhere in the article."""
    anywhere = passage.found
    for value in found:
        anywhere |= value
    names = question.names & ~anywhere
    return [
        term
        for at, term in enumerate(question.terms)
        if names >> at & 1 or (term.form == "#" and not passage.found >> at & 1)
    ]


def _missing(question: Question, passage: Passage) -> Reason:
    lost = [term for at, term in enumerate(question.terms) if not passage.found >> at & 1]
    return Reason("tracing.missing", (_shown(question, sorted(lost, key=lambda t: (-t.weight, t.span))[:_SHOWN]),))


def _shown(question: Question, terms: Sequence[Term]) -> str:
    text = question.article.text
    return _COMMA.join(text[slice(*term.span)] for term in sorted(terms, key=lambda t: t.span))


def _words(article: Article, matched: Sequence[Span], covered: float) -> Reason:
    shown = dict.fromkeys(article.text[slice(*span)] for span in matched)
    return Reason("tracing.words", (str(round(100 * covered)), _COMMA.join(list(shown)[:_SHOWN])))


def _marked(article: Article, mark: Mark) -> Reason:
    return Reason(f"tracing.{mark.verdict}", (article.text[slice(*mark.span)],))


def _asked(article: Article, statement: Statement) -> Span | None:
    """The question mark that ends the sentence of a statement."""
    end = statement.sentence[1]
    at = article.text.rfind("؟", *statement.sentence)
    at = at if at >= 0 else article.text.rfind("?", *statement.sentence)
    return (at, at + 1) if at >= end - 3 and at >= 0 else None
